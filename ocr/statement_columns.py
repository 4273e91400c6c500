"""The columns of a statement's table: from its heading line, and the figures that line up under them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.model import Box, Origin
from ocr.extract import GridLine
from ocr.layout import shared_width
from ocr.parse import money
from ocr.statement_words import DAILY, FIGURES, Role, named_columns
from ocr.text import Word

ALIGNED = 0.011
"""Right edges of figures in one column lie within so much of the page's width."""
STRICT = re.compile(
    r"^[(+\-−–]? ?[£$€¥￥]? ?[+\-−–]? ?\d{1,3}(?:[,.' ]?\d{3})*[.,]\d{2}\)? ?(?:[+\-−–]|CR|DR|[SHDC]|OD)?\.?$", re.I
)
"""A figure that can only be money: with two decimals."""


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    box: Box
    """Of the heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line (or two) that names the columns below it."""

    index: int
    """Of its last line in the grid."""
    page: int
    columns: tuple[Column, ...]
    left: float = 0.0
    """Where it begins, when it stands beside another one on the line."""
    daily: bool = False
    """Whether the table lists the balances of days instead of postings."""

    def first(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role is role), None)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(column.role for column in self.columns)

    @property
    def parts(self) -> tuple[Heading, ...]:
        """The headings of tables that stand side by side (Date Amount Date Amount), from left to right."""
        cuts = [number for number, column in enumerate(self.columns) if column.role is Role.DATE]
        if len(cuts) < 2 or len(_repeated(self.columns)) < 2:
            return (self,)
        cuts[0] = 0
        pieces = [self.columns[start:stop] for start, stop in itertools.pairwise([*cuts, len(self.columns)])]
        return tuple(
            Heading(self.index, self.page, some, left=some[0].box.left if number else 0.0, daily=self.daily)
            for number, some in enumerate(pieces)
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as printed in the table."""

    value: Decimal
    raw: str
    words: tuple[Word, ...]
    strict: bool
    signed: bool
    """Whether the print itself gives a sign."""
    doubtful: bool = False
    """Whether a point behind it may be a minus that was misread."""

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


def headings(lines: Sequence[GridLine]) -> list[Heading]:
    """Every heading line, also those whose headings stand in two lines."""
    found: list[Heading] = []
    index = 0
    while index < len(lines):
        if not _may_head(lines[index]):
            index += 1
            continue
        columns = _columns(_pieces(lines[index]))
        titled = any(DAILY.search(line.text) for line in lines[max(0, index - 2) : index])
        if not _is_heading(columns, lines[index], titled=titled):
            following = lines[index + 1] if index + 1 < len(lines) else None
            columns = ()
            if following is not None and _may_head(following) and _near(lines[index], following):
                columns = _columns(_stacked(lines[index], following))
                if not _is_heading(columns, lines[index], following):
                    columns = ()
                index += bool(columns)
        if columns:
            titled = any(DAILY.search(line.text) for line in lines[max(0, index - 3) : index + 1])
            roles = {column.role for column in columns} & FIGURES
            daily = roles == {Role.BALANCE} or (titled and roles == {Role.AMOUNT})
            found.append(Heading(index, lines[index].page, columns, daily=daily and titled))
        index += 1
    return found


def _repeated(columns: Sequence[Column]) -> set[Role]:
    """The roles that a heading names more than once."""
    roles = [column.role for column in columns]
    return {role for role in roles if roles.count(role) > 1}


def _may_head(line: GridLine) -> bool:
    """Headings have no amounts and hardly a digit; most lines are ruled out by that."""
    text = line.text
    return sum(map(str.isdigit, text)) <= 4 and not _AMOUNT.search(text)


_AMOUNT = re.compile(r"\d[.,]\d{2}(?!\d)")


def _near(upper: GridLine, lower: GridLine) -> bool:
    return upper.page == lower.page and lower.line.box.top - upper.line.box.bottom < 1.2 * upper.line.box.height


def _is_heading(
    columns: Sequence[Column], line: GridLine, lower: GridLine | None = None, *, titled: bool = False
) -> bool:
    roles = {column.role for column in columns}
    figures = roles & FIGURES
    text = line.text if lower is None else f"{line.text} {lower.text}"
    named = sum(stop - start for _, start, stop in named_columns(text))
    # A sentence may hold the same words, but it has no gaps.
    if named < 0.5 * sum(map(str.isalpha, text)) or len(line.cells) < 2:
        return False
    if Role.DATE in roles and figures and (titled or {Role.DATE, *figures} <= _repeated(columns)):
        return True
    if len(roles) < 3 or not figures or not roles & {Role.DATE, Role.DESCRIPTION, Role.VALUE_DATE}:
        return False
    return len(figures) >= 2 or bool(roles & {Role.DATE, Role.VALUE_DATE} and roles & {Role.AMOUNT, Role.BALANCE})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A string of a line and where its characters stand, from left to right."""

    text: str
    edges: tuple[tuple[float, float], ...]
    top: float
    bottom: float


def _pieces(line: GridLine) -> tuple[_Piece, ...]:
    """The whole line as one piece: headings are told apart by their words, not by gaps."""
    text, edges = "", []
    for number, word in enumerate(line.line.words):
        if number:
            text += " "
            edges.append((word.box.left, word.box.left))
        step = word.box.width / max(1, len(word.text))
        edges += [(word.box.left + step * i, word.box.left + step * (i + 1)) for i in range(len(word.text))]
        text += word.text
    return (_Piece(text, tuple(edges), line.line.box.top, line.line.box.bottom),)


def _stacked(upper: GridLine, lower: GridLine) -> tuple[_Piece, ...]:
    """Cells of two lines, joined where they stand over each other.

    The line with more cells leads: a reader runs headings together in the other one, whose words go to the cells of
    the leading line that they stand over.
    """
    base, other = (upper, lower) if len(upper.cells) > len(lower.cells) else (lower, upper)
    joined: list[list[Word]] = [[] for _ in base.cells]
    loose: list[list[Word]] = []
    for cell in other.cells:
        last: list[Word] | None = None
        for word in cell.words:
            shared = [shared_width(word.box, one.box) for one in base.cells]
            best = max(range(len(shared)), key=lambda index: shared[index])
            if shared[best] > 0.3:
                last = joined[best]
            elif last is None:
                last = []
                loose.append(last)
            last.append(word)
    pieces = []
    for cell, words in zip(base.cells, joined, strict=True):
        first, second = (cell.words, words) if base is upper else (words, cell.words)
        pieces.append(_piece((*first, *second)))
    return (*pieces, *(_piece(words) for words in loose))


def _piece(words: Sequence[Word]) -> _Piece:
    """Words as one string that stands in one place."""
    text = " ".join(word.text for word in words)
    box = Box.around(word.box for word in words)
    return _Piece(text, ((box.left, box.right),) * len(text), box.top, box.bottom)


def _columns(pieces: Iterable[_Piece]) -> tuple[Column, ...]:
    found: list[Column] = []
    for piece in pieces:
        for role, start, stop in named_columns(piece.text):
            left, right = piece.edges[start][0], piece.edges[stop - 1][1]
            found.append(Column(role, Box.within(left, piece.top, right, piece.bottom)))
    return tuple(sorted(found, key=lambda column: column.box.left))


def figures_of(words: Sequence[Word], aspect: float, decimal_mark: str) -> tuple[Figure, ...]:
    """The amounts of a line, left to right; parts that stand close together (`1 234,56`, `5.00 CR`) are one."""
    found: list[Figure] = []
    end = len(words)
    while end > 0:
        figure = None
        for start in range(max(0, end - 4), end):
            some = words[start:end]
            if _close(some, aspect):
                figure = _figure(some, decimal_mark)
            if figure is not None:
                end = start
                found.append(figure)
                break
        if figure is None:
            end -= 1
    return tuple(reversed(found))


def _close(words: Sequence[Word], aspect: float) -> bool:
    return all(
        right.box.left - left.box.right < 0.55 * max(left.box.height, right.box.height) / aspect
        for left, right in itertools.pairwise(words)
    )


_MAY_BE = re.compile(r"^[\d(+\-−–£$€¥￥.,' )CRDSHOcrdlIo|%]*\d[\d.,' )+\-−–CRDSHOcrdlIo|€元]*$")


def _figure(words: Sequence[Word], decimal_mark: str) -> Figure | None:
    raw = " ".join(word.text for word in words)
    if not _MAY_BE.match(raw):
        return None
    # A faint minus behind a figure is read as a point; the figure stands, its sign is left to arithmetic.
    doubtful = words[0].origin is Origin.OCR and raw.endswith(".") and bool(STRICT.match(raw[:-1]))
    raw = raw[:-1] if doubtful else raw
    value = money(raw, decimal_mark=decimal_mark)
    if value is None:
        return None
    strict = bool(STRICT.match(raw))
    if len(words) > 1 and not strict:
        return None
    signed = value < 0 or bool(re.search(r"[+]|CR|DR|[SHDC]\.?$|OD$", raw.upper()))
    return Figure(value, raw, tuple(words), strict, signed, doubtful)


_DECIMALS = re.compile(r"[^\d]{0,4}\d{1,3}(?:[.,' ]?\d{3})*([.,])\d{2}[^\d.]{0,3}$")


def decimal_mark_of(words: Iterable[Word]) -> str:
    """The decimal mark of a document: that before the last two digits of most of its figures."""
    points = commas = 0
    for word in words:
        match = _DECIMALS.match(word.text)
        if match:
            points += match[1] == "."
            commas += match[1] == ","
    return "," if commas > points else "." if points else ""


def clusters(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures by their right edges, the leftmost column first."""
    found: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: one.box.right):
        if found and figure.box.right - found[-1][-1].box.right <= ALIGNED:
            found[-1].append(figure)
        else:
            found.append([figure])
    return found


def role_under(cluster: Sequence[Figure], heading: Heading) -> Role | None:
    """The heading that a column of figures stands under: the nearest by overlap, else by left, middle or right."""
    columns = [column for column in heading.columns if column.role in FIGURES]
    best: tuple[float, Role] | None = None
    for column in columns:
        away = sum(_distance(figure.box, column.box) for figure in cluster) / len(cluster)
        if best is None or away < best[0]:
            best = (away, column.role)
    return best[1] if best and best[0] < 0.12 else None


def _distance(figure: Box, heading: Box) -> float:
    return min(
        abs(figure.right - heading.right),
        abs(figure.left - heading.left),
        abs(figure.middle[0] - heading.middle[0]),
    )
