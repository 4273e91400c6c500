"""The period that a statement is for, and how it writes its dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from ocr.day_prints import whole_month
from ocr.extract import Grid, Label, currency_in, date_of
from ocr.parse import Calendar, date
from ocr.printed_dates import month_of
from ocr.text import Match, Text, Word

Ends = dict[str, tuple[dt.date, tuple[Word, ...], str]]
"""`period_start` and `period_end`, each with the words that print it and the print."""

ONE = (
    r"(?:\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|\d{8}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.)?[ -]?[^\W\d_]{3,9}\.?,?(?:[ -]\d{2,4})?"
    r"|[^\W\d_]{3,9}\.? ?\d{1,2}(?:st|nd|rd|th)?(?:,? ?\d{4}|/\d{2,4})?"
    r"|\d{1,2}\.\d{1,2}\.?|\d{1,2}/\d{1,2}|\d{1,2}月\d{1,2}日)"
)
"""One date in print, loosely."""
_TO = (
    r"(?:(?:to|through|thru|until|till|bis|and|au|à|jusqu['’]au|[-–—~－～至到]+|"
    r"date to|to date|end date|截止日期|结束日期|终止日期)"
    r"\s*[:：]?)"
)
_SPAN = re.compile(
    rf"(?<![\d.])(?P<first>{ONE})\s*{_TO}\s*(?:zum\s+|the\s+)?(?P<last>{ONE})(?![\d])",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?<![\d./-])(?P<one>\d{{1,2}})(?:st|nd|rd|th|\.)?\s*{_TO}\s*(?P<last>\d{{1,2}}(?:st|nd|rd|th"
    rf"|\.)?\s+[^\W\d_]{{3,9}},?\s+\d{{4}})"
    rf"|(?P<month>[^\W\d_]{{3,9}})\.?\s+(?P<from>\d{{1,2}})\s*{_TO}\s*(?P<upto>\d{{1,2}}),?\s+(?P<year>\d{{4}})"
)
"""01 - 31 March 2026, March 1 - 31, 2026."""
_MONTH = re.compile(r"(?:期间|账期|月份|月度|周期)\s*[:：]?\s*(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d)")
_OF_MONTH = re.compile(
    r"(?:statement|period|month|activity|auszug|monat|zeitraum|relev[ée]|mois|p[ée]riode)s?(?: (?:for|of|de|du"
    r"|pour|für|the month of))*\s*[:：]?\s*(?:d['’])?"
    r"(?P<name>[^\W\d_]{3,9})\.? (?P<year>(?:19|20)\d{2})",
    re.IGNORECASE,
)
"""Statement for March 2026."""
_START = Label.of(
    "period start",
    "(?:statement )?start(?:ing)? date",
    "beginning date",
    "(?:statement|period) (?:begins|starts|commences)",
    "statement (?:from|opened)",
    "period (?:from|beginning)",
    "from",
    "date from",
    "from date",
    "von",
    "vom",
    "du",
    "date de début",
    "période du",
    "开始时间",
    "起始日期",
    "开始日期",
    "起始时间",
)
_END = Label.of(
    "period end",
    "(?:statement )?end(?:ing)? date",
    "period (?:to|ending)",
    "(?:statement|period) (?:ends|closes)",
    "statement to",
    "to",
    "date to",
    "to date",
    "bis",
    "au",
    "date de fin",
    "结束时间",
    "截止日期",
    "结束日期",
    "终止日期",
    "截止时间",
)
_LONGEST = dt.timedelta(days=800)
_NUMBERS = re.compile(
    r"(?<![\d.,/-])(?P<one>\d{1,2})(?P<gap>[/.-])(?P<two>\d{1,2})(?:(?P=gap)(?P<year>\d{4}|\d{2})?)?(?!\d|[.,/-]\d)"
)


def calendar_of(text: Text, grid: Grid) -> tuple[Calendar, Ends]:
    """How the statement writes dates, and the ends of its period with their print."""
    day_first = _day_first(text.string)
    ends = next(_ends(text, grid, day_first), {})
    if not ends:
        return Calendar(day_first=day_first), {}
    return Calendar(day_first=day_first, first=ends["period_start"][0], last=ends["period_end"][0]), ends


def anchored(calendar: Calendar, days: Iterable[dt.date]) -> Calendar:
    """The calendar with a period that ends with the latest of some dates: rows without a year lie before it."""
    last = max(days, default=None)
    if last is None or calendar.last is not None:
        return calendar
    return Calendar(day_first=calendar.day_first, first=last - dt.timedelta(days=200), last=last)


def _ends(text: Text, grid: Grid, day_first: bool) -> Iterator[Ends]:
    """The periods that the statement states; those above its tables before those that a posting's words may name."""
    head = {id(word) for line in grid.lines for word in line.line.words}
    spans = list(_spans(text, day_first))
    yield from (_printed(span, match) for span, match in spans if id(match.words[0]) in head)
    parser = date_of(Calendar(day_first=day_first))
    one = next(grid.values(_START, parser, part=True), None)
    other = next(grid.values(_END, parser, part=True), None)
    if one is not None and other is not None:
        start, end = dt.date.fromisoformat(one.value), dt.date.fromisoformat(other.value)
        if dt.timedelta(0) <= end - start <= _LONGEST:
            yield {"period_start": (start, one.words, one.raw), "period_end": (end, other.words, other.raw)}
    yield from (_printed(span, match) for span, match in spans)
    for match in text.finditer(_OF_MONTH):
        month = month_of(match.named["name"] or "")
        if month is not None and id(match.words[0]) in head:
            yield _printed(whole_month(int(match.named["year"] or 0), month), match)


def _spans(text: Text, day_first: bool) -> Iterator[tuple[tuple[dt.date, dt.date], Match]]:
    """Every print of a first and a last day, the plainest form first."""
    for match in text.finditer(_SPAN):
        span = _span(match.named["first"] or "", match.named["last"] or "", day_first)
        if span is not None:
            yield span, match
    for match in text.finditer(_DAYS):
        span = _within_month(match)
        if span is not None:
            yield span, match
    for match in text.finditer(_MONTH):
        year, month = int(match.named["year"] or 0), int(match.named["month"] or 0)
        if 1 <= month <= 12 and 1900 <= year <= 2199:
            yield whole_month(year, month), match


def _printed(span: tuple[dt.date, dt.date], match: Match) -> Ends:
    return {
        name: (day, match.words, match.text) for name, day in zip(("period_start", "period_end"), span, strict=True)
    }


def _span(first: str, last: str, day_first: bool) -> tuple[dt.date, dt.date] | None:
    """Both ends as dates; the year may stand with one of them."""
    year = dt.timedelta(days=330)
    bare = Calendar(day_first=day_first)
    end, start = date(last, bare), date(first, bare)
    if end is not None and start is None:
        start = date(first, Calendar(day_first=day_first, first=end - year, last=end))
    elif start is not None and end is None:
        end = date(last, Calendar(day_first=day_first, first=start, last=start + year))
    if start is None or end is None or not dt.timedelta(0) <= end - start <= _LONGEST:
        return None
    return start, end


def _within_month(match: Match) -> tuple[dt.date, dt.date] | None:
    named = match.named
    last = named["last"] or f"{named['month']} {named['upto']}, {named['year']}"
    first = int(named["one"] or named["from"] or 0)
    end = date(re.sub(r"\s+", " ", last))
    return (end.replace(day=first), end) if end is not None and 1 <= first <= end.day else None


def _day_first(string: str) -> bool:
    """By dates that can be read one way only; else by the way that puts them closer together; else by the dollar.

    Only dates with a full year, or at the start of a line, are looked at: sort codes and figures look like dates.
    """
    pairs: set[tuple[int, int]] = set()
    for line in string.split("\n"):
        for match in _NUMBERS.finditer(line):
            dotted = match["gap"] == "." and not (match["year"] or match.group().endswith("."))
            if not dotted and (match.start() < 3 or len(match["year"] or "") == 4):
                pairs.add((int(match["one"]), int(match["two"])))
    day = sum(one > 12 >= two for one, two in pairs)
    month = sum(two > 12 >= one for one, two in pairs)
    if day or month:
        return day >= month
    if len(pairs) >= 3:
        spread = [_spread(pairs, which) for which in (0, 1)]
        if min(spread) < 0.5 * max(spread):
            return spread[0] < spread[1]
    return currency_in(string) != "USD"


def _spread(pairs: set[tuple[int, int]], day: int) -> int:
    """How many days lie between the first and the last date, with the day at one of both places."""
    days = [31 * pair[1 - day] + pair[day] for pair in pairs]
    return max(days) - min(days)
