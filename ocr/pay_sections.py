"""Sections of a payslip: a heading over rows that end in `Total`, or over the one row that the net pay stands in.

Such slips call the sum of the pay and that of the deductions the same; only the heading tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocr.amount_prints import AmountPrint, amounts_in
from ocr.caption_pieces import Piece
from ocr.captions import Answer, Captions
from ocr.extract import GridLine
from ocr.layout import Cell
from ocr.pay_table import Amount, told_apart
from ocr.wording import Wording

_HEADINGS = {
    "gross": Wording.of(
        *("earnings", "salary & wages", "salary and wages", "payments", "pay", "wages", "pay and allowances", "income"),
        *("hours and earnings", "earnings and hours", "gross pay", "pay & allowances", "payments to you", "additions"),
        *("taxable earnings", "employee earnings", "bezüge", "entgelte", "rémunération", "gains", "your pay"),
        *("revenue",),
        *("应发项目", "收入项目", "应发工资", "收入", "工资项目"),
    ),
    "deductions": Wording.of(
        *("deductions", "tax & deductions", "tax and deductions", "taxes and deductions", "less", "withholdings"),
        *("taxes & deductions", "deductions and taxes", "your deductions", "amounts deducted", "abzüge", "retenues"),
        *("statutory deductions", "employee deductions", "扣款项目", "扣除项目", "代扣项目", "扣款", "应扣项目"),
    ),
    "parts": Wording.of(
        *("taxes", "tax", "employee taxes", "taxes withheld", "tax withheld", "employee taxes withheld", "payg"),
        *("paye", "withholding"),
        *("pre tax deductions", "post tax deductions", "after tax deductions", "other deductions"),
        *("before tax deductions", "deductions from gross", "adjustments to net pay", "pre tax benefits"),
        *("voluntary deductions", "salary sacrifice", "employee tax deductions"),
    ),
    "net": Wording.of(
        *("net pay", "you get", "net payment", "net wages", "net salary", "take home pay", "your net pay"),
        *("you receive",),
        *("payment details", "net pay distribution", "net pay allocations", "amount paid", "you are paid"),
    ),
    "other": Wording.of(
        *("superannuation", "leave", "employer contributions", "employer costs", "benefits", "summary", "year to date"),
        *("leave balances", "employer taxes", "employer pension", "accruals", "time off", "messages", "totals"),
        *("super",),
        *("company contributions", "employer paid benefits", "memo", "memo information", "employer superannuation"),
        *("paid time off", "other information", "bank details", "tax information", "net pay summary", "cumulatives"),
    ),
}  # fmt: skip
_TOTAL = re.compile(r"(?:sub ?)?totals?|sum|summe|gesamt|total eur|合计|小计|总计", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[.,]\d{2}(?!\d)")
MOST_ROWS = 30
COLUMN = 0.012
"""Part of the page's width between the right edges of figures of one column."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a sort, its line, and the part of the page's width that its rows take up."""

    sort: str
    index: int
    left: float
    right: float


def section_amounts(captions: Captions, found: Sequence[Section], sort: str, mark: str) -> tuple[Amount, ...]:
    """The sums of all sections found of a sort: `gross`, `deductions`, `parts` or `net`."""
    return tuple(
        one
        for section in found
        if section.sort == sort
        for one in (tuple(_sum(captions, section, mark)) or _added_up(captions, section, mark))
    )


def sections(captions: Captions) -> Iterator[Section]:
    """The sections whose headings a slip prints, down the page."""
    for index, line in enumerate(captions.grid.lines):
        if _AMOUNT.search(line.text):
            first, *others = line.cells
            # A name for the rows to its right, which begin on its own line.
            if len(others) > 1 and _sort(first) in ("parts", "deductions") and not re.search(r"\d", others[0].text):
                yield Section(_sort(first), index, first.box.left - 0.02, 1.0)
            continue
        heads = [(cell, _sort(cell)) for cell in line.cells]
        named = [(cell, sort) for cell, sort in heads if sort]
        for at, (cell, sort) in enumerate(named):
            right = named[at + 1][0].box.left if at + 1 < len(named) else 1.0
            yield Section(sort, index, cell.box.left - 0.02, right - 0.01)


def _sort(cell: Cell) -> str:
    """Which section a cell is the heading of; empty for other print."""
    text = cell.text.strip(" :：.")
    return next((sort for sort, one in _HEADINGS.items() if (said := one.search(text)) and said[0] == text), "")


def _sum(captions: Captions, section: Section, mark: str) -> Iterator[Amount]:
    """The amounts of a section's row `Total`; of the net pay's, of its one row."""
    lines, edge = captions.grid.lines, section.right
    for index in range(section.index + 1, min(section.index + MOST_ROWS, len(lines))):
        row = [one for one in lines[index].cells if section.left <= one.box.left < edge]
        if lines[index].page != lines[section.index].page or _ends(lines[index], row):
            return
        if not row or not any(_AMOUNT.search(cell.text) for cell in row):
            continue
        if section.sort == "net" or _TOTAL.fullmatch(row[0].text.strip(" :：")):
            label, rest = (row[0], row[1:]) if not _AMOUNT.search(row[0].text) else (None, row)
            words = label.words if label is not None else row[0].words
            caption = Piece("total", label.text if label is not None else "", words, "", ())
            answers = [Answer(one.text, one.words, caption, "right", index) for one in rest]
            yield from told_apart(captions, answers, mark) if answers else ()
            return


def _added_up(captions: Captions, section: Section, mark: str) -> Iterator[Amount]:
    """The figures below two or more of a section that are their sum, where no word says so."""
    above: list[AmountPrint] = []
    for index in range(section.index + 1, min(section.index + MOST_ROWS, len(captions.grid.lines))):
        line = captions.grid.lines[index]
        row = [one for one in line.cells if section.left <= one.box.left < section.right]
        if line.page != captions.grid.lines[section.index].page or _ends(line, row):
            return
        for one in (amount for cell in row for amount in amounts_in(cell.words, mark) if _AMOUNT.search(cell.text)):
            right = one.words[-1].box.right
            column = [other for other in above if abs(other.words[-1].box.right - right) < COLUMN]
            if len(column) > 1 and one.value == sum(other.value for other in column):
                caption = Piece("total", "", one.words, "", ())
                yield from told_apart(captions, [Answer("", one.words, caption, "right", index)], mark)
            above.append(one)


def _ends(line: GridLine, row: list[Cell]) -> bool:
    """Whether another section begins in a section's own columns."""
    return not _AMOUNT.search(line.text) and any(_sort(cell) for cell in row)
