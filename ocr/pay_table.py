"""Figures of a payslip by their captions: this period's and the year's so far, told apart.

A figure is the year's when its caption says so (Gross pay TD), when the nearest heading above it does (a column or a
box called Year to date), when the row that it stands in does, or when the part of the page it stands in is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.model import Box
from ocr.amount_prints import AmountPrint, amounts_in
from ocr.captions import Answer, Captions
from ocr.extract import GridLine
from ocr.text import Word
from ocr.wording import Wording, words_of

TO_DATE = Wording.of(
    *("cumulatives", "cumulative totals", "ytd totals", "year totals", "totals ytd", "year to date totals", "annual"),
    *("tax year to date", "cumulative to date", "jahreskumuliert", "jahressummen", "kumulativ", "fiscal ytd"),
    *("ytd", "year to date", "y t d", "this year", "to date", "td", "cumulative", "totals to date", "year so far"),
    *("jahreswerte", "jahressumme", "kumuliert", "aufgelaufen", "jahr", "jahreswert", "lfd jahr", "kumulierte werte"),
    *(
        "seit jahresbeginn",
        "gesamtjahr",
        "verdienstbescheinigung",
        "cumul",
        "cumuls",
        "cumul annuel",
        "année",
        "annuel",
    ),
    *("本年累计", "累计", "年度累计", "年累计", "本年"),
)
PERIOD = Wording.of(
    *("current", "this period", "this month", "amount", "period", "current period", "this pay", "month", "value"),
    *("earnings", "payments", "deductions", "totals", "monat", "betrag", "monatswerte", "lfd monat", "monatswert"),
    *("montant", "part salarié", "mois", "base", "employer", "part employeur", "本月", "本期", "金额", "当月"),
)
COUNT = Wording.of(
    *(
        "hours",
        "hrs",
        "units",
        "hrs/units",
        "hours/units",
        "qty",
        "quantity",
        "rate",
        "ytd hours",
        "ytd hrs",
        "ytd units",
    ),
    *(
        "hours ytd",
        "hrs ytd",
        "menge",
        "stunden",
        "std",
        "ansatz",
        "faktor",
        "taux",
        "nombre",
        "pay rate",
        "hourly rate",
    ),
    *("hours this period", "current hours", "current hrs"),
)
_AMOUNTS = re.compile(r"(?i)(?:amount|betrag|montant|金额)\W*[£$€₹]?\W*")
_AMOUNT = re.compile(r"\d[.,]\d{2}(?!\d)")
NEAR = 0.045
"""Part of the page's width between a figure's right edge or middle and that of its column's heading."""
BOX = 0.015
"""Part of the page's width between a caption's left edge and that of the heading of its box."""


_Found = tuple[Answer, AmountPrint]


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount with its words, and whether it is the year's so far."""

    value: Decimal
    words: tuple[Word, ...]
    to_date: bool

    @property
    def left(self) -> float:
        return self.words[0].box.left

    @property
    def right(self) -> float:
        return self.words[-1].box.right


def amounts_of(captions: Captions, name: str, mark: str) -> tuple[Amount, ...]:
    """Every amount that captions of a name lead to, in the order of the page; `mark` is the decimal mark."""
    return tuple(amount for answers in captions.told(name) for amount in told_apart(captions, answers, mark))


def told_apart(captions: Captions, answers: Sequence[Answer], mark: str) -> Iterator[Amount]:
    """A caption's amounts: those on its line, else the ones below it, each of the row that its line begins with."""
    said = TO_DATE.search(answers[0].caption.label) is not None
    beside = [one for one in answers if one.where != "below"]
    under = [one for one in answers if one.where == "below"]
    for some in (under, beside) if answers[0].where == "below" else (beside, under):
        found: list[tuple[Answer, AmountPrint]] = []
        for one in some:
            amounts = [(one, amount) for amount in amounts_in(one.words, mark)]
            if found and not amounts and sum(map(str.isalpha, one.text)) > 2:
                break  # The name of something else: what stands behind it is its own.
            found += amounts
        if not found:
            continue
        found = _money_alone(captions, found)
        last_of_year = len(found) == 2 and _in_order(captions, *found)
        for answer, amount in found:
            told = said or TO_DATE.search(answer.text) is not None
            told = told or _of_row(captions, answer) or (last_of_year and amount is found[1][1])
            told = told or (answer.where != "below" and _headed(captions, answer, amount.words))
            yield Amount(amount.value, amount.words, told or _in_part(captions, answer.index))
        return


def _money_alone(captions: Captions, found: list[_Found]) -> list[_Found]:
    """Without figures in columns of hours, units or rates, as long as others remain."""
    if len(found) < 2:
        return found
    kept = [
        (answer, amount)
        for answer, amount in found
        if answer.where == "below" or _column(captions, answer, amount.words) != "count"
    ]
    return kept or found


def _in_order(captions: Captions, first: _Found, second: _Found) -> bool:
    """Whether the later and no less of two figures beside a caption is the year's by the order of the headings above,
    which stand over other columns."""
    if first[0].where == "below" or second[1].value < first[1].value:
        return False
    if any(_column(captions, answer, amount.words) for answer, amount in (first, second)):
        return False
    line = next(iter(_heading_lines(captions, first[0].index)), None)
    return line is not None and [head.sort for head in line[-2:]] == ["period", "year"]


def _of_row(captions: Captions, answer: Answer) -> bool:
    """Whether the line of a figure begins with the words of the year so far, as a row of its own."""
    line = next(one for one in captions.grid.lines if answer.words[0] in one.line.words)
    first = line.cells[0]
    if first.words[0] in (answer.words[0], *answer.caption.label_words):
        return False
    return TO_DATE.search(first.text) is not None and not _AMOUNT.search(first.text)


def _headed(captions: Captions, answer: Answer, words: Sequence[Word]) -> bool:
    """Whether the nearest heading above a figure, or that of its box, is that of the year so far."""
    column = _column(captions, answer, words)
    if column:
        return column == "year"
    for heads in _heading_lines(captions, answer.index):
        boxed = next((head for head in heads if abs(head.left - answer.caption.box.left) < BOX), None)
        return boxed is not None and boxed.sort == "year"
    return False


def _column(captions: Captions, answer: Answer, words: Sequence[Word]) -> str:
    """What the heading of a figure's column says: `year`, `period` or `count`; empty where none stands above it."""
    right, middle = words[-1].box.right, (words[0].box.left + words[-1].box.right) / 2
    for heads in _heading_lines(captions, answer.index, alone=True):
        away = [(min(abs(head.right - right), abs(head.middle - middle)), head.sort) for head in heads]
        if min(away)[0] < NEAR or any(head.sort == "year" for head in heads):
            return min(away)[1] if min(away)[0] < NEAR else ""
    return ""


def _heading_lines(captions: Captions, index: int, *, alone: bool = False) -> Iterator[list[_Heading]]:
    """The headings of each line above another that names the year so far, the nearest first; with `alone`, also of
    those that end in one column of amounts."""
    page = captions.grid.lines[index].page
    for line in reversed([one for one in captions.grid.lines[:index] if one.page == page]):
        heads = list(_headings(line))
        if any(head.sort == "year" for head in heads):
            yield heads
        elif alone and len(line.cells) > 1 and _AMOUNTS.fullmatch(line.cells[-1].text.strip()):
            yield heads[-1:]


def _in_part(captions: Captions, index: int) -> bool:
    """Whether the nearest line above that stands alone as a heading says the year so far."""
    page = captions.grid.lines[index].page
    for line in reversed(captions.grid.lines[:index]):
        if line.page != page:
            return False
        if len(line.cells) == 1 and not _AMOUNT.search(line.text) and len(line.text) < 40:
            # A caption of the year (NI TD) may be set in two lines too; its second is no heading.
            said = TO_DATE.search(line.text)
            return said is not None and said[0].lower() != "td"
    return False


@dataclass(frozen=True, slots=True)
class _Heading:
    """A column's or a box's heading: its edges, and what it says: `year` so far, this `period`, or a `count`."""

    left: float
    middle: float
    right: float
    sort: str


def _headings(line: GridLine) -> Iterator[_Heading]:
    for cell in line.cells:
        if any(character.isdigit() for character in cell.text) or len(cell.text) > 60:
            continue
        # Headings that stand close make up one cell; each phrase that tells counts by its own place.
        close = len(cell.words) > 3 or not cell.text[0].isalnum()
        said: list[tuple[re.Match[str], str]] = []
        for sort, wording in (("count", COUNT), ("year", TO_DATE), ("period", PERIOD)):
            for match in wording.pattern.finditer(cell.text):
                if not any(other.start() <= match.start() < other.end() for other, _ in said):
                    said.append((match, sort))
        for match, sort in sorted(said, key=lambda one: one[0].start()) if close else said[:1]:
            box = Box.around(word.box for word in (words_of(cell, *match.span()) if close else cell.words))
            yield _Heading(box.left, (box.left + box.right) / 2, box.right, sort)


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


def of_parts(gross: Sequence[Amount], parts: Sequence[Amount], net: Sequence[Amount]) -> Amount | None:
    """All deductions together, where a slip prints two or three partial sums that make up gross less net pay."""
    for one in gross:
        for rest in net:
            for size in (2, 3):
                for start in range(len(parts) - size + 1):
                    some = parts[start : start + size]
                    whole = sum((abs(part.value) for part in some), Decimal(0))
                    if one.value > 0 and one.value - whole == rest.value:
                        return Amount(whole, tuple(word for part in some for word in part.words), to_date=False)
    return None
