"""Dates as identity documents print them: 05 FEB 1965, 22 FEB/FEB 78, 29.07.2016, 1960-02-08, 12 AUG/AOUT 74.

They are found anywhere in a text, without a label. Day stands before month, but where the year is first; a date
whose month is a number above 12 and whose day is not is taken the American way round. A year of two digits gives a
date in each of two centuries, for the caller to choose by what it knows.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ocr.text import Match, Text

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "JAN ENE JANV STY GEN",
            "FEB FEV FEVR LUT",
            "MAR MARS MRZ MAERZ MARZ MAA MRT",
            "APR AVR ABR KWI",
            "MAY MAI MAJ MEI MAG",
            "JUN JUIN CZE GIU",
            "JUL JUIL LIP LUG",
            "AUG AOU AOUT AGO SIE",
            "SEP SEPT WRZ SET",
            "OCT OKT OTT PAZ OUT",
            "NOV LIS",
            "DEC DEZ DIC GRU DES",
        ),
        start=1,
    )
    for name in names.split()
}
"""The first letters of a month, upper case without accents, in the languages of European passports."""

_SPELT = {"A": "[AÁÀÄÂ]", "E": "[EÉÈÊ]", "O": "[OÓÔ0]", "U": "[UÚÛÜ]"}
_MONTH = (
    "(?:"
    + "|".join("".join(_SPELT.get(letter, letter) for letter in name[:3]) for name in dict.fromkeys(MONTHS))
    + r")[^\W\d_]{0,6}"
)
_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})[ .\-/]*(?:(?:\d{{1,2}}月|[^\W\d_]{{2,9}}\.?) ?/ ?)??({_MONTH})\.?"
    r"(?: ?/ ?[^\W\d_]{3,9})?\.?[ ,.\-/]*(\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(rf"(?<!\w)({_MONTH})\.? (\d{{1,2}}),? (\d{{4}})(?!\d)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?<!\d)(?<![^\W\d_](?=\d{1,2} \d))(\d{1,2})(?P<gap> ?[./\-] ?| )(\d{1,2})(?P=gap)"
    r"(\d{4}|\d{2}(?! \d{4}))(?!\d)"
)
"""With blanks between its parts, a date does not begin behind a letter: `X4RTBPFW4 11 02 2030`."""
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?:(?<!\d\d )|(?=\d{4} ?[./\-]))(\d{4})(?P<gap> ?[./\-] ?| )(\d{1,2})(?P=gap)(\d{1,2})(?!\d)"
)
"""With blanks between its parts, a date does not begin with the year of another: `03 03 2031 03 03 2021`."""
_CHINESE = re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


@dataclass(frozen=True)
class PrintedDate:
    """A date in print: the days it may mean, the likeliest first, and where it stands."""

    days: tuple[dt.date, ...]
    match: Match


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Upper case without accents, which labels and names are compared in."""
    plain = unicodedata.normalize("NFKD", text.upper())
    return "".join(character for character in plain if not unicodedata.combining(character))


def month_of(name: str) -> int | None:
    """The number of a month by its name or the first letters of it; a 0 read for an O is forgiven."""
    plain = folded(name).replace("0", "O")
    for length in (5, 4, 3):
        if plain[:length] in MONTHS:
            return MONTHS[plain[:length]]
    return None


def dates_in(text: Text) -> Iterator[PrintedDate]:
    """Every date in a text, in the order of the patterns and of the text."""
    for match in text.finditer(_CHINESE):
        yield from _printed(match, match.groups[0], match.groups[1], match.groups[2])
    for match in text.finditer(_YEAR_FIRST):
        yield from _printed(match, match.groups[0], match.groups[2], match.groups[3])
    for match in text.finditer(_NAMED):
        month = month_of(match.groups[1] or "")
        if month is not None:
            yield from _printed(match, match.groups[2], str(month), match.groups[0])
    for match in text.finditer(_AMERICAN):
        month = month_of(match.groups[0] or "")
        if month is not None:
            yield from _printed(match, match.groups[2], str(month), match.groups[1])
    for match in text.finditer(_NUMBERS):
        yield from _printed(match, match.groups[3], match.groups[2], match.groups[0])


def _printed(match: Match, year: str | None, month: str | None, day: str | None) -> Iterator[PrintedDate]:
    """The date with the parts of a match; nothing when they make up no day."""
    parts = int(year or 0), int(month or 0), int(day or 0)
    years = (parts[0],) if len(year or "") == 4 else (2000 + parts[0], 1900 + parts[0])
    days = tuple(found for one in years if (found := _day(one, parts[1], parts[2])) is not None)
    if days:
        yield PrintedDate(days, match)


def _day(year: int, month: int, day: int) -> dt.date | None:
    if month > 12 >= day:
        month, day = day, month
    try:
        return dt.date(year, month, day) if year >= 1900 else None
    except ValueError:
        return None
