"""China's VAT return: the rows of its table and this period's columns.

Rows are told by their wording and by the number of their line (栏次); a figure belongs to the nearest heading above it,
本月数 or 本期数 for the period, 本年累计 for the year so far. Source: 国家税务总局公告 2021年第20号, annexes 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ocr.extract import Grid, GridLine
from ocr.layout import Cell
from ocr.parse import money
from ocr.text import Word

SALES = (
    re.compile(r"按适用税率(?:计税|征税)?(?:货物及劳务|货物)?.{0,6}销售额"),
    re.compile(r"按简易(?:办法|征收办法)(?:计税|征税)?.{0,6}销售额"),
    re.compile(r"免、?抵、?退办法出口.{0,6}销售额"),
    re.compile(r"应征增值税(?:货物及劳务)?不?含?税?销售额"),
    re.compile(r"销售、?出租不动产不含税销售额"),
    re.compile(r"销售使用过的.{0,12}销售额"),
    re.compile(r"(?<!出口)免税(?:货物及劳务)?销售额"),
    re.compile(r"出口免税.{0,6}销售额"),
)
"""The rows that all sales are stated in, whatever they are taxed at; rows under them say `其中` or what they are."""
ROWS = {
    "still_due": re.compile(r"(?<!税)(?<!加)本期应补[（(]退[）)]税额"),
    "tax_total": re.compile(r"应纳税额合计"),
    "tax": re.compile(r"^[^\d]{0,8}(?:本期)?应纳税额(?![合减])"),
    "prepaid": re.compile(r"(?:本期|分次)预缴税额"),
}
_PART = re.compile(r"其中|小微企业|未达起征点|其他免税|应税货物|应税劳务|免税货物销售额|免税劳务|检查调整|发票")
_LINE = re.compile(r"^(\d{1,2})(?:$|[=＝（(])")
_NOW = re.compile(r"本[月期](?:数|发生额|金额)?$")
_SO_FAR = re.compile(r"累计")
_FIGURE = re.compile(r"[-−(（]?[¥￥]?\d[\d,]*\.\d{2}[)）]?|0")


@dataclass(frozen=True, slots=True)
class VatRow:
    """This period's figures of a row, all columns together."""

    value: Decimal
    words: tuple[Word, ...]


def sales(grid: Grid) -> VatRow | None:
    """All sales of the period."""
    rows = [row for wording in SALES for row in (row_of(grid, wording, items=True),) if row is not None]
    if not rows:
        return None
    some = [row for row in rows if row.value] or rows[:1]
    return VatRow(sum((row.value for row in some), Decimal(0)), tuple(word for row in some for word in row.words))


def row_of(grid: Grid, wording: re.Pattern[str], *, items: bool = False) -> VatRow | None:
    """A row by its wording; `items` leaves out the rows that only part of another's figure stands in."""
    for index, line in enumerate(grid.lines):
        label = _label(line)
        said = wording.search(label)
        if said is None or (items and _PART.search(label[: said.end() + 4])):
            continue
        for one in (line, *_beside(grid, index)):
            found = _this_period(grid, one)
            if found is not None:
                return found
    return None


def _label(line: GridLine) -> str:
    """The wording of a row, without the group that the table names in its first column."""
    return re.sub(r"\s", "", "".join(cell.text for cell in line.cells if not _FIGURE.fullmatch(cell.text)))


def _beside(grid: Grid, index: int) -> Iterator[GridLine]:
    """The lines next to one that say no wording of their own: its figures, where the wording takes up two lines."""
    for step in (1, -1):
        at = index + step
        if 0 <= at < len(grid.lines) and grid.lines[at].page == grid.lines[index].page:
            own = re.sub(r"[\d=＝+\-—（）()≥≤<>、.,]", "", _label(grid.lines[at]))
            if len(own) <= 1:
                yield grid.lines[at]


def _this_period(grid: Grid, line: GridLine) -> VatRow | None:
    """The figures of a line under the period's headings; without headings, the first one."""
    figures = [cell for cell in _single(line) if _FIGURE.fullmatch(cell.text) and cell.box.left > 0.25]
    figures = [one for one in figures if not (_LINE.match(one.text) and one is not figures[-1])] or figures
    if not figures:
        return None
    heads = _headings(grid, line)
    now = [one for one in figures if not _nearest(one, heads)] if heads else figures[:1]
    read = [(value, cell) for cell in now if (value := money(cell.text)) is not None]
    if not read:
        return None
    filled = [one for one in read if one[0]] or read[:1]
    return VatRow(sum((value for value, _ in read), Decimal(0)), tuple(w for _, cell in filled for w in cell.words))


def _single(line: GridLine) -> Iterator[Cell]:
    """The cells of a line, those with several figures cut into one for each."""
    for cell in line.cells:
        if len(cell.words) > 1 and any(_FIGURE.fullmatch(word.text) for word in cell.words):
            yield from (Cell((word,)) for word in cell.words)
        else:
            yield cell


def _headings(grid: Grid, line: GridLine) -> Sequence[tuple[float, float, bool]]:
    """The page's headings above a line: their edges, and whether each is of the year so far."""
    heads = []
    for one in grid.lines:
        if one.page != line.page or one.line.box.top >= line.line.box.top:
            continue
        for cell in one.cells:
            text = re.sub(r"\s", "", cell.text)
            if len(text) <= 8 and (_NOW.search(text) or _SO_FAR.search(text)):
                heads.append((cell.box.left, cell.box.right, _SO_FAR.search(text) is not None))
    return heads


def _nearest(cell: Cell, heads: Sequence[tuple[float, float, bool]]) -> bool:
    middle = (cell.box.left + cell.box.right) / 2
    return min(heads, key=lambda head: abs((head[0] + head[1]) / 2 - middle))[2]
