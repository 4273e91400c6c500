"""The columns of a statement's table: from its heading line, and the figures that line up under them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.model import Box
from ocr.extract import GridLine
from ocr.layout import shared_width
from ocr.statement_figures import Figure
from ocr.statement_words import DAILY, FIGURES, Role, named_columns
from ocr.text import Word


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


def headings(lines: Sequence[GridLine]) -> list[Heading]:
    """Every heading line, also those whose headings stand in two lines."""
    found: list[Heading] = []
    index = 0
    while index < len(lines):
        heading = _heading_at(lines, index) if _may_head(lines[index]) else None
        if heading is not None:
            found.append(heading)
            index = heading.index
        index += 1
    return found


def _heading_at(lines: Sequence[GridLine], index: int) -> Heading | None:
    """The heading that begins with a line: the line alone, or with the next one when that names more columns."""
    line = lines[index]
    titled = any(DAILY.search(above.text) for above in lines[max(0, index - 2) : index])
    columns = _columns(_pieces(line))
    if not _is_heading(columns, line, titled=titled):
        columns = ()
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is not None and _may_head(following) and _near(line, following):
        stacked = _columns(_stacked(line, following))
        more = {column.role for column in stacked} > {column.role for column in columns}
        if more and _is_heading(stacked, line, following):
            columns, index = stacked, index + 1
    if not columns:
        return None
    figures = {column.role for column in columns} & FIGURES
    daily = titled and figures in ({Role.BALANCE}, {Role.AMOUNT})
    return Heading(index, line.page, columns, daily=daily)


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
