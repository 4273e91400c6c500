"""The amounts of money within some print, whatever words stand around them: `£112.40 in debit`, `3.890,00 €`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ocr.layout import Cell
from ocr.parse import money
from ocr.text import Word
from ocr.wording import words_of

_MARK = r"(?:£|€|₹|(?:US|S|HK|A|NZ)?\$|¥|￥|EUR|GBP|USD|CNY|RMB|CHF|INR|AED|HKD|SGD|AUD|NZD)"
_AMOUNT = re.compile(
    rf"[-−–(]? ?{_MARK}? ?[-−–]?(?<![\d.,/])\d{{1,3}}(?:(?:,\d{{2}})+,\d{{3}}|(?:[.,' ]\d{{3}})+|\d*)(?:[.,]\d{{2}})"
    rf"(?![\d/%])(?! ?%| ?ct|p\b)[)\-−–]? ?{_MARK}?(?: ?(?:CR|DR)\b)?|-?{_MARK} ?-?\d[\d,]*(?![\d.,/])|\d[\d,]*元"
)


@dataclass(frozen=True, slots=True)
class AmountPrint:
    """An amount and the words that print it."""

    value: Decimal
    words: tuple[Word, ...]


def amounts_in(words: tuple[Word, ...], mark: str) -> Iterator[AmountPrint]:
    """Every amount among some words of a line; `mark` is the paper's decimal mark. Print that is an amount as a whole
    counts without decimals too."""
    cell = Cell(words)
    whole = money(cell.text.strip(" :：*"), decimal_mark=mark)
    if whole is not None:
        yield AmountPrint(whole, words)
        return
    for match in _AMOUNT.finditer(cell.text):
        value = money(match[0].strip(), decimal_mark=mark)
        if value is not None:
            yield AmountPrint(value, words_of(cell, match.start(), match.end()))


def decimal_mark(string: str) -> str:
    """The decimal mark that most amounts of a text with two places are printed with; empty when there are none."""
    points = len(re.findall(r"(?<![\d.])\d[\d,' ]*\.\d{2}(?![\d.])", string))
    commas = len(re.findall(r"(?<![\d,])\d[\d.' ]*,\d{2}(?![\d,])", string))
    return "," if commas > points else "." if points else ""
