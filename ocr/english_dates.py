"""Dates as English certificates write them: 5th March 2019, March 5, 2019, the fifth day of March, A.D. 2019."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ocr.printed_dates import month_of
from ocr.text import Match, Text

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
         "nineteenth", "twentieth")  # fmt: skip
ORDINALS = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **{f"twenty{_ONES[number - 1]}": 20 + number for number in range(1, 10)},
    "thirtieth": 30,
    "thirtyfirst": 31,
}
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<month>{MONTH_NAME})"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_WORD = r"(?P<word>(?:twenty|thirty)?[\s\-]?[a-z]+(?:st|nd|rd|th|ond|ird))"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
         "ninety": 90}  # fmt: skip
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_SPELT = (
    rf"(?P<spelt>(?:two\s+thousand|twenty(?=[\s\-]+(?:ten|\w+teen|eleven|twelve|twenty|thirty))"
    rf"|nineteen(?:\s+hundred)?(?=\s+(?:and\s+)?\w+))"
    rf"(?:[\s\-]+(?:and\s+)?(?:(?:{'|'.join(_TENS)})[\s\-]?)?(?:{'|'.join(_UNITS[::-1])})?)?)\b"
)
_OUR_LORD = r"(?:\s*,?\s*in\s+the\s+year(?:\s+of\s+our\s+lord)?)?"
"""A year in words: two thousand and nineteen, twenty nineteen, nineteen ninety-eight."""
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_DAY}(?:\s+day)?(?:\s+of)?[\s\-]+{_MONTH}\.?,?(?:\s*A\.?\s?D\.?)?[\s\-,]*{_YEAR}(?!\d)",
        rf"\b{_WORD}\s+day\s+of\s+{_MONTH},?(?:\s*A\.?\s?D\.?)?[\s,]*{_YEAR}(?!\d)",
        rf"(?:(?<!\d){_DAY}|\b{_WORD})\s+(?:day\s+of\s+)?{_MONTH},?{_OUR_LORD}[\s,]*{_SPELT}",
        rf"\b{_MONTH}\.?\s*{_DAY},?\s*{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<number>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<one>\d{{1,2}})[/.\-](?P<two>\d{{1,2}})[/.\-]{_YEAR}(?!\d)",
    )
)


def date_of(string: str, *, month_first: bool = False) -> dt.date | None:
    """The first date in a string; None when there is none. `month_first` reads 03/04/2026 as the fourth of March."""
    found = [
        (match.start(), day)
        for pattern in _PATTERNS
        for match in pattern.finditer(string)
        if (day := _day(match.groupdict(), month_first=month_first)) is not None
    ]
    return min(found)[1] if found else None


def written_dates(text: Text, *, month_first: bool = False) -> Iterator[tuple[dt.date, Match]]:
    """Every date in a text, with its print."""
    for pattern in _PATTERNS:
        for match in text.finditer(pattern):
            day = _day(match.named, month_first=month_first)
            if day is not None:
                yield day, match


def _day(parts: dict[str, str | None], *, month_first: bool) -> dt.date | None:
    if parts.get("one"):
        first, second = int(parts["one"] or 0), int(parts["two"] or 0)
        month, day = (first, second) if month_first else (second, first)
    else:
        month = int(parts["number"] or 0) if parts.get("number") else month_of(parts.get("month") or "") or 0
        word = re.sub(r"[\s\-]", "", (parts.get("word") or "").lower())
        day = int(parts["day"] or 0) if parts.get("day") else ORDINALS.get(word, 0)
    year = _spelt_year(parts["spelt"] or "") if parts.get("spelt") else int(parts["year"] or 0)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _spelt_year(words: str) -> int:
    values = {**_TENS, **{word: number for number, word in enumerate(_UNITS, start=1)}}
    century, *rest = re.split(r"[\s\-]+", words.lower())
    return (1900 if century == "nineteen" else 2000) + sum(values.get(word, 0) for word in rest)
