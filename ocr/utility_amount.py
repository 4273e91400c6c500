"""What a bill asks to be paid now.

Bills print many sums: the balance before, payments received, charges by service, instalments, what is due later with a
surcharge. The captions tell them apart; among captions that mean what is to be paid, the value printed most often wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ocr.amount_prints import AmountPrint, amounts_in
from ocr.captions import Answer, Captions
from ocr.day_prints import DATES
from ocr.layout import Cell
from ocr.wording import words_of

_CREDIT = re.compile(r"(?i)\bcredit\b|\bCR\b|guthaben|créditeur|不需|无需")
_NOT_NOW = re.compile(
    r"(?i)\b(?:last|previous|after|before(?!\s*(?:$|\w*\W{0,2}\d))|if|précédente?|dernière?|late|overdue|instal\w+|monthly|letzte\w*|vorherige\w*|monatlich\w*|netto|"
    r"excl\w*|net of|ht)\b|上期|往月|上月|历史"
)
TIERS = ("due", "sum", "charges")
"""Names of captions, the surest first."""


def amount_due(captions: Captions, mark: str) -> AmountPrint | None:
    """The amount to pay; `mark` is the paper's decimal mark. None where no caption tells one."""
    for tier in TIERS:
        found = [one for one in _sums(captions, tier, mark) if one.value >= 0]
        if found and tier != "due":
            found = _after_payments(captions, found, mark)
        if found:
            values = [one.value for one in found]
            return max(found, key=lambda one: (_prints(captions, one.value), -values.index(one.value)))
    return None


def _after_payments(captions: Captions, sums: list[AmountPrint], mark: str) -> list[AmountPrint]:
    """Of sums without a caption that says which is due, that which is another less what was paid; else what is left
    of one, where it is printed behind words that are no caption."""
    paid = {abs(one.value) for answer in captions.answers("not_due") for one in _amounts(answer, mark)}
    left = [one for one in sums if any(other.value - less == one.value for other in sums for less in paid if less)]
    if left or not paid:
        return left or sums
    rests = {one.value - less for one in sums for less in paid if 0 < less < one.value}
    return [one for piece in captions.plain for one in amounts_in(piece.words, mark) if one.value in rests] or sums


def due_is_told(captions: Captions) -> bool:
    """Whether any caption speaks of what is to be paid."""
    return any(piece.name in TIERS for pieces in captions.lines for piece in pieces)


def _sums(captions: Captions, tier: str, mark: str) -> Iterator[AmountPrint]:
    """For each caption of a tier its amount: in its cell, else the last on its line, else the first below."""
    for answers in captions.told(tier):
        said = answers[0].caption
        if _NOT_NOW.search(said.label) or _NOT_NOW.search(said.value.split("  ")[0][:40] if said.words else ""):
            continue
        for where, last in (("inside", True), ("right", True), ("below", False)):
            amounts = [one for answer in answers if answer.where == where for one in _amounts(answer, mark)]
            if amounts:
                yield amounts[-1 if last else 0]
                break


def _amounts(answer: Answer, mark: str) -> Iterator[AmountPrint]:
    """The amounts that some print holds; none where it says that the customer is in credit."""
    if not _CREDIT.search(answer.text):
        cell = Cell(answer.words)
        days = {id(word) for one in DATES.finditer(cell.text) for word in words_of(cell, one.start(), one.end())}
        rest = tuple(word for word in answer.words if id(word) not in days or len(answer.words) == 1)
        yield from amounts_in(rest, mark) if rest else ()


def _prints(captions: Captions, value: Decimal) -> int:
    """How often an amount is printed."""
    plain = f"{value:.2f}"
    digits = re.sub(r"\D", "", plain)
    return sum(
        len(re.findall(rf"(?<!\d){digits}(?!\d)", re.sub(r"(?<=\d)[.,' ](?=\d)", "", line.text)))
        for line in captions.grid.lines
    )
