"""The headings of a statement's tables: which lines name columns, and what stands under each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cases.model import Box
from ocr.extract import GridLine
from ocr.layout import Cell, shared_width
from ocr.statement_carried import DAILY
from ocr.statement_words import FIGURES, Role, named_columns
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
    part: int = 0
    """Counts the sections below it that have a title and no heading of their own."""

    def first(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role is role), None)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(column.role for column in self.columns)

    @property
    def parts(self) -> tuple[Heading, ...]:
        """The headings of tables that stand side by side (Date Amount Date Amount), from left to right."""
        period = _period([column.role for column in self.columns])
        step = period or len(self.columns)
        pieces = [self.columns[at : at + step] for at in range(0, len(self.columns), step)]
        return tuple(
            replace(self, columns=some, left=some[0].box.left if number else 0.0) for number, some in enumerate(pieces)
        )


def _period(roles: Sequence[Role]) -> int:
    """After how many columns the same ones begin anew; 0 when they do not."""
    for period in range(2, len(roles) // 2 + 1):
        again = len(roles) % period == 0 and all(one is roles[at % period] for at, one in enumerate(roles))
        if again and Role.DATE in roles[:period] and FIGURES & set(roles[:period]):
            return period
    return 0


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
    columns = _widened(_columns(_pieces(line)), line.cells)
    if not _is_heading(columns, line, titled=titled):
        columns = ()
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is not None and _may_head(following) and _near(line, following) and _goes_on(following):
        stacked = _merged(_columns(_stacked(line, following)), ())
        lower = _widened(_columns(_pieces(following)), following.cells)
        alone = lower if _is_heading(lower, following) else ()
        more = _says_more(stacked, columns) and _says_more(stacked, alone)
        if more and _is_heading(stacked, line, following):
            columns, index = stacked, index + 1
    if not columns:
        return None
    columns = _balanced(columns)
    roles = {column.role for column in columns}
    figures = roles & FIGURES
    bare = figures == {Role.BALANCE} and not roles & {Role.DESCRIPTION, Role.VALUE_DATE}
    daily = bare or (titled and figures in ({Role.BALANCE}, {Role.AMOUNT}))
    return Heading(index, line.page, columns, daily=daily)


def _balanced(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Beside columns of money in and out, one that is called `Amount` holds the balance."""
    roles = {column.role for column in columns}
    if not {Role.DEBIT, Role.CREDIT, Role.AMOUNT} <= roles or Role.BALANCE in roles:
        return columns
    return tuple(replace(one, role=Role.BALANCE) if one.role is Role.AMOUNT else one for one in columns)


def _goes_on(lower: GridLine) -> bool:
    """Whether a line can be the second half of headings: half of it names columns, or it is as short as `EUR`."""
    letters = sum(map(str.isalpha, lower.text))
    named = sum(stop - start for _, start, stop in named_columns(lower.text))
    return letters <= 6 or named >= 0.4 * letters


def _says_more(stacked: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether two lines name more columns than the first alone, or tell two sides where that says `Amount` twice."""
    more, roles = {column.role for column in stacked}, {column.role for column in columns}
    return more > roles or (Role.AMOUNT in roles - more and {Role.DEBIT, Role.CREDIT} <= more)


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
    cells = line.cells
    if lower is not None and len(cells) == 1 and cells[0].box.left > lower.cells[0].box.right:
        # One heading alone has two lines; at the left edge it would be the title of the table.
        cells = lower.cells
    # A sentence may hold the same words, but it has no gaps.
    if named < 0.4 * sum(map(str.isalpha, text)) or len(cells) < 2:
        return False
    short = len(cells) >= 3 and max(len(cell.text.split()) for cell in cells) <= 4
    if Role.DATE in roles and figures and lower is None and short and not any(map(str.isdigit, text)):
        # The column of words bears a name that is not known.
        return True
    if named < 0.5 * sum(map(str.isalpha, text)):
        return False
    if Role.DATE in roles and figures and (titled or _period([column.role for column in columns])):
        return True
    if len(roles) < 3 or not figures or not roles & {Role.DATE, Role.DESCRIPTION, Role.VALUE_DATE}:
        return False
    return len(figures) >= 2 or bool(roles & {Role.DATE, Role.VALUE_DATE})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A string of a line and where its characters stand, from left to right."""

    text: str
    edges: tuple[tuple[float, float], ...]
    top: float
    bottom: float


def _pieces(line: GridLine) -> tuple[_Piece, ...]:
    """The whole line as one piece: headings are told apart by their words; none reaches over a wide gap."""
    return (_spread(line.line.words, frozenset(id(cell.words[0]) for cell in line.cells)),)


def _spread(words: Sequence[Word], firsts: frozenset[int] = frozenset()) -> _Piece:
    """Words as one string whose characters stand where they are printed; wide gaps are before `firsts`."""
    text, edges = "", []
    for number, word in enumerate(words):
        if number:
            text += WIDE_GAP if id(word) in firsts else " "
            edges.append((word.box.left, word.box.left))
        step = word.box.width / max(1, len(word.text))
        edges += [(word.box.left + step * i, word.box.left + step * (i + 1)) for i in range(len(word.text))]
        text += word.text
    box = Box.around(word.box for word in words)
    return _Piece(text, tuple(edges), box.top, box.bottom)


WIDE_GAP = "\t"


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
        pieces.append(_piece((*first, *second)) if words else _spread(cell.words))
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


def _widened(columns: tuple[Column, ...], cells: Sequence[Cell]) -> tuple[Column, ...]:
    """The columns as wide as their cells, which also say the currency: `£ Paid out`, `Amount (EUR)`."""
    found: list[Column] = []
    for column in columns:
        cell = next((one for one in cells if _holds(one, column)), None)
        if cell is None or sum(_holds(cell, other) for other in columns) > 1:
            found.append(column)
        else:
            box = Box.within(cell.box.left, column.box.top, cell.box.right, column.box.bottom)
            found.append(replace(column, box=box))
    return _merged(tuple(found), cells)


def _holds(cell: Cell, column: Column) -> bool:
    return cell.box.left - 0.001 <= column.box.middle[0] <= cell.box.right


def _merged(columns: tuple[Column, ...], cells: Sequence[Cell]) -> tuple[Column, ...]:
    """One column where a cell says its name twice, in two languages or with two words."""
    found: list[Column] = []
    for column in columns:
        last = found[-1] if found else None
        if last is not None and last.role is column.role and _in_one_cell(last.box, column.box, cells):
            found[-1] = replace(last, box=Box.around((last.box, column.box)))
        else:
            found.append(column)
    return tuple(found)


def _in_one_cell(one: Box, other: Box, cells: Sequence[Cell]) -> bool:
    if shared_width(one, other) > 0.8:
        return True
    return any(cell.box.left - 0.001 <= one.left and other.right <= cell.box.right + 0.001 for cell in cells)


def role_under(figure: Box, heading: Heading) -> Role | None:
    """The heading that a figure stands under, by its nearest edge or its middle."""
    columns = [column for column in heading.columns if column.role in FIGURES]
    best = min(columns, key=lambda column: _distance(figure, column.box), default=None)
    return best.role if best is not None and _distance(figure, best.box) < 0.05 else None


def _distance(figure: Box, heading: Box) -> float:
    return min(
        abs(figure.right - heading.right),
        abs(figure.left - heading.left),
        abs(figure.middle[0] - heading.middle[0]),
    )
