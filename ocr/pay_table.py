"""Figures of a payslip by their labels: this period's and the year's so far, told apart by the columns' headings.

Payslips put a figure behind its label, below it, or in a table with one column (or row) for the period and one for
the year to date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ocr.extract import Grid, GridLine
from ocr.layout import Cell, below
from ocr.parse import money
from ocr.text import Word
from ocr.wording import Wording, words_of

TO_DATE = Wording.of(
    "ytd", "year to date", "y t d", "this year", "to date", "td", "cumulative", "totals to date", "year-to-date",
    "jahreswerte", "jahressumme", "kumuliert", "aufgelaufen", "cumul", "cumuls", "本年累计", "累计",
)  # fmt: skip
PERIOD = Wording.of(
    "current", "this period", "this month", "amount", "period", "current period", "this pay", "month", "value",
    "earnings",
    "monat", "betrag", "monatswerte", "lfd monat", "montant", "本月", "本期", "金额",
)  # fmt: skip
NEAR = 0.07
"""Part of the page's width between a figure's middle and that of its column's heading."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount with its words, and whether its column or label says that it is the year's so far."""

    value: Decimal
    words: tuple[Word, ...]
    to_date: bool

    @property
    def middle(self) -> float:
        return (self.words[0].box.left + self.words[-1].box.right) / 2


def amounts_of(grid: Grid, label: Wording, mark: str) -> tuple[Amount, ...]:
    """Every amount that a label leads to, in the order of the page; `mark` is the paper's decimal mark."""
    found: list[Amount] = []
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is not None:
                found += _led_to(grid, index, cell, rest, mark)
    return tuple(found)


def _led_to(grid: Grid, index: int, cell: Cell, rest: str, mark: str) -> Iterator[Amount]:
    line = grid.lines[index]
    said = TO_DATE.search(cell.text) is not None
    inside = _inside(cell, rest, mark)
    if inside is not None:
        yield Amount(inside[0], inside[1], said)
        return
    beside = [one for one in line.cells if one.box.left > cell.box.right]
    stop = next((at for at, one in enumerate(beside) if _value(one, mark) is None), len(beside))
    figures = [(value, one) for one in beside[: stop or len(beside)] if (value := _value(one, mark)) is not None]
    if figures:
        yield from (Amount(value, one.words, said or _under_to_date(grid, index, one)) for value, one in figures)
        return
    yield from _below(grid, index, cell, mark, said=said)


def _inside(cell: Cell, rest: str, mark: str) -> tuple[Decimal, tuple[Word, ...]] | None:
    """An amount behind the label in its own cell: all that follows it, or the last words that make one."""
    whole = money(rest.strip(" :："), decimal_mark=mark)
    if whole is not None:
        return whole, words_of(cell, len(cell.text) - len(rest), len(cell.text))
    for count in range(min(3, len(cell.words)), 0, -1):
        words = cell.words[-count:]
        text = " ".join(word.text for word in words)
        value = money(text.strip(" :"), decimal_mark=mark)
        if value is not None and len(text) <= len(rest.strip()) + 1:
            return value, words
    return None


def _value(cell: Cell, mark: str) -> Decimal | None:
    return money(cell.text.strip(" :"), decimal_mark=mark)


def _below(grid: Grid, index: int, cell: Cell, mark: str, *, said: bool) -> Iterator[Amount]:
    """The figures under a heading, each of the row that its line begins with."""
    line = grid.lines[index]
    following = [one for one in grid.lines[index + 1 : index + 5] if one.page == line.page]
    for one in below(cell, [other.cells for other in following]):
        value = _value(one, mark)
        if value is None:
            return
        row = next(other for other in following if one in other.cells)
        yield Amount(value, one.words, said or TO_DATE.search(row.cells[0].text) is not None)


def _under_to_date(grid: Grid, index: int, figure: Cell) -> bool:
    """Whether the nearest heading above a figure is that of the year so far."""
    middle = (figure.box.left + figure.box.right) / 2
    page = grid.lines[index].page
    for line in reversed([one for one in grid.lines[:index] if one.page == page]):
        heads = list(_headings(line))
        if not any(to_date for _, to_date in heads):
            continue
        nearest = min(heads, key=lambda one: abs(one[0] - middle))
        return nearest[1] and abs(nearest[0] - middle) < NEAR
    return False


def _headings(line: GridLine) -> Iterator[tuple[float, bool]]:
    """The columns' headings of a line: their middles, and whether they say the year so far."""
    for cell in line.cells:
        if any(character.isdigit() for character in cell.text) or len(cell.text) > 30:
            continue
        if TO_DATE.search(cell.text):
            yield (cell.box.left + cell.box.right) / 2, True
        elif PERIOD.search(cell.text):
            yield (cell.box.left + cell.box.right) / 2, False


def that_add_up(
    gross: Sequence[Amount], deductions: Sequence[Amount], net: Sequence[Amount]
) -> tuple[Amount, Amount, Amount] | None:
    """The first gross, deductions and net pay of which the first less the second is the third."""
    for one in gross:
        for other in deductions:
            for rest in net:
                if one.value > 0 and one.value - abs(other.value) == rest.value:
                    return one, other, rest
    return None
