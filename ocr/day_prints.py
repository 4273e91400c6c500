"""The dates within some print, whatever stands around them: `by 5 May 2026`, `Datum: 05.02.2026`, `2026年4月10日`."""

from __future__ import annotations

import calendar as calendar_module
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ocr.parse import Calendar, date

DATES = re.compile(
    r"(?:(?<![\d/.])(?:19|20)\d{2} ?[./\-年] ?\d{1,2} ?[./\-月] ?\d{1,2} ?日?"
    r"|(?<![\d/.])\d{1,2} ?[./\-] ?\d{1,2} ?[./\-] ?(?:(?:19|20)?\d{2})"
    r"|(?<![\d/.\-])\d{1,2}(?:st|nd|rd|th|er|\.)?[ \-]?(?:de |of )?[^\W\d_]{3,12}\.?,?[ \-](?:de |del )?(?:19|20)\d{2}"
    r"|(?<![\d/.\-])\d{1,2}[ \-./][^\W\d_]{3,4}[ \-./'’]\d{2}(?!\d)"
    r"|(?<![^\W_])[^\W\d_]{3,9}\.? ?\d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d{2})(?![\d/])"
)
_SMALL = re.compile(r"(?i)(?:\bde |\bdel |\bof |(?<=\d)er\b)")


@dataclass(frozen=True, slots=True)
class DayPrint:
    """A day, and where in the print it stands."""

    day: dt.date
    start: int
    end: int


def day_of(print_: str, calendar: Calendar) -> dt.date | None:
    """The day that a date's print means; None when there is no such day."""
    plain = _SMALL.sub("", print_)
    if re.fullmatch(r"[\d ./\-]+", plain):
        plain = plain.replace(" ", "")
    day = date(plain, calendar)
    return day if day is not None and 1950 <= day.year <= 2100 else None


def days_in(text: str, calendar: Calendar) -> Iterator[DayPrint]:
    """Every date in some print, from its beginning."""
    for match in DATES.finditer(text):
        day = day_of(match[0], calendar)
        if day is not None:
            yield DayPrint(day, match.start(), match.end())


_JOINS = r" ?(?:-|–|—|to|until|through|bis|au|al|a|至|到|~|～|/) ?(?:zum )?"
_PART_RANGE = re.compile(
    rf"(?<![\d.])(?P<first>\d{{1,2}})(?:st|nd|rd|th|\.)?(?P<month> ?[^\W\d_]{{3,9}}\.?|\d{{1,2}}\.)?"
    rf"{_JOINS}(?P<last>{DATES.pattern})"
)
_AMERICAN_RANGE = re.compile(
    rf"(?P<month>(?<![^\W_])[^\W\d_]{{3,9}})\.? (?P<first>\d{{1,2}})(?!\d){_JOINS}(?:(?P<next>[^\W\d_]{{3,9}})\.? )?"
    r"(?P<last>\d{1,2}),? (?P<year>(?:19|20)\d{2})"
)
_CHINESE_RANGE = re.compile(
    r"(?P<y>(?:19|20)\d{2})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日?[至到~\-—–](?:(?P<n>\d{1,2})月)?(?P<e>\d{1,2})日"
)
_CHINESE_MONTH = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d{1,2}\s*日)")
_MONTH_NAMED = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})\.?[ \-/]*((?:19|20)\d{2})(?!\d)")
_NUMBERED = re.compile(r"(?<![\d/.\-])(\d{1,2})[/.\-]((?:19|20)\d{2})(?![\d/.\-])")
_YEAR_FIRST = re.compile(r"(?<![\d/.\-])((?:19|20)\d{2})[/.\-](\d{1,2})(?![\d/.\-])")


def period_in(text: str, calendar: Calendar) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a period that some print states by two dates, by two days of a month, or by a month."""
    days = list(days_in(text, calendar))
    if len(days) >= 2 and days[0].day < days[1].day:
        return days[0].day, days[1].day
    american = _american_range(text)
    if american is not None:
        return american
    part = _PART_RANGE.search(text)
    last = day_of(part["last"], calendar) if part is not None else None
    if part is not None and last is not None:
        year = last.year
        first = day_of(f"{part['first']} {part['month'].strip()} {year}", calendar) if part["month"] else None
        first = first or _made(year, last.month, int(part["first"]))
        return (first, last) if first is not None and first < last else None
    chinese = _CHINESE_RANGE.search(text)
    if chinese is not None:
        first = _made(int(chinese["y"]), int(chinese["m"]), int(chinese["d"]))
        last = _made(int(chinese["y"]), int(chinese["n"] or chinese["m"]), int(chinese["e"]))
        return (first, last) if first is not None and last is not None and first < last else None
    return None if days else month_in(text)


def _american_range(text: str) -> tuple[dt.date, dt.date] | None:
    """Two days of one year, the month before the day: `May 1 - May 15, 2025`, `May 1-15, 2025`."""
    said = _AMERICAN_RANGE.search(text)
    if said is None:
        return None
    first = date(f"{said['first']} {said['month']} {said['year']}")
    last = date(f"{said['last']} {said['next'] or said['month']} {said['year']}")
    return (first, last) if first is not None and last is not None and first < last else None


def month_in(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the month that some print names: March 2026, 03/2026, 2026年3月, 2026-03."""
    for pattern, year, month in ((_CHINESE_MONTH, 1, 2), (_YEAR_FIRST, 1, 2), (_NUMBERED, 2, 1)):
        match = pattern.search(text)
        if match is not None and 1 <= int(match[month]) <= 12:
            return whole_month(int(match[year]), int(match[month]))
    for match in _MONTH_NAMED.finditer(text):
        day = date(f"1 {match[1]} {match[2]}")
        if day is not None:
            return whole_month(day.year, day.month)
    return None


def whole_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar_module.monthrange(year, month)[1])


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
