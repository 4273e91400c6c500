"""Whole sums of money and days in English words, as checks and certificates state them."""

from __future__ import annotations

import datetime as dt

from samples.ink import MONTHS

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
"""Those that are not the number with -th."""


def english_words(value: int) -> str:
    """Whole dollars below a hundred thousand, in words."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    unit, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    rest = f" {english_words(value % unit)}" if value % unit else ""
    return f"{english_words(value // unit)} {name}{rest}"


def ordinal_words(number: int) -> str:
    """Fourteenth, twenty-third: below a hundred, in small letters."""
    tens, hyphen, last = english_words(number).rpartition("-")
    return tens + hyphen + ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("ty") else f"{last}th")


def spelled_day(date: dt.date) -> str:
    """FOURTEENTH DAY OF MAY, A.D. 2019, as Delaware writes."""
    return f"{ordinal_words(date.day)} day of {MONTHS[date.month - 1]}, A.D. {date.year}".upper()
