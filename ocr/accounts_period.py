"""The year or other period that accounts are for, in the words that heads of accounts say it with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cases.model import Field
from ocr.accounts_heads import Head, ordered, text_of_head
from ocr.day_prints import whole_month
from ocr.english_dates import MONTH_NAME
from ocr.extract import field_of
from ocr.parse import Calendar, date
from ocr.printed_dates import month_of
from ocr.text import Match, Text

_YEAR = r"(?:19|20)\d{2}"
_MONTH = rf"(?:{MONTH_NAME}|januar|februar|m(?:ä|ae)rz|mai|juni|juli|oktober|dezember)\.?"
_BARE_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:day\s+of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?[\s-]+(?:day\s+of\s+)?{_MONTH}[,\s-]+(?:{_YEAR}|\d{{2}})(?!\d)"
    rf"|{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:{_YEAR}|['’]?\d{{2}})(?![\d:])"
    rf"|(?<![\d/.])\d{{1,2}}[./-]\d{{1,2}}[./-](?:{_YEAR}|\d{{2}})(?!\d)"
    rf"|{_YEAR}\s*[年./-]\s*\d{{1,2}}\s*[月./-]\s*\d{{1,2}}\s*日?)"
)
_TO = r"\s*(?:\([^()]{0,60}\)\s*)?(?:to|until|through|till|up to|and ended|ended|bis(?: zum)?|至|到|[-–—~～])+\s*"
_FROM_TO = re.compile(rf"(?i)({_DAY}|{_BARE_DAY}){_TO}({_DAY}|\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)")
_STARTS_ENDS = re.compile(rf"期起\s*[:：]?\s*({_DAY})[^\d]{{0,16}}期?止\s*[:：]?\s*({_DAY})")
_MONTHS = re.compile(
    rf"(?i)\b({_MONTH})\s*({_YEAR})?\s*(?:to|through|[-–—])\s*({_MONTH})[\s,]*(?:({_YEAR})|['’]?(\d{{2}})(?!\d))"
)
_CHINESE_MONTHS = re.compile(
    rf"({_YEAR})\s*[年.]\s*(\d{{1,2}})\s*月?\s*[-—–~～至到]+\s*(?:({_YEAR})\s*[年.]\s*)?(\d{{1,2}})\s*(?:月|期)(?!\s*\d)"
)
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
_SPAN = re.compile(
    rf"(?i)\b(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[\s-]+(months?"
    rf"|weeks?)[\w\s,-]{{0,24}}?(?:ended|ending|to)\s*:?\s*({_DAY}|{_BARE_DAY})"
)
_PART_YEAR = re.compile(
    rf"(?i)\b(half[- ]year|quarter|month)\s+(?:period\s+)?(?:ended|ending|to)\s*:?\s*({_DAY}|{_BARE_DAY})"
)
_YEAR_ENDED = re.compile(rf"(?i)\byears?\s*(?:then\s+)?(?:end(?:ed|ing)?|to)\s*(?:on\s*)?:?\s*({_DAY}|{_BARE_DAY})")
_PERIOD_ENDED = re.compile(rf"(?i)periods?\s+end(?:ed|ing)?\s*(?:on\s*)?:?\s*({_DAY})")
_WHOLE_YEAR = re.compile(
    rf"({_YEAR})\s*年\s*度|({_YEAR})\s*年(?!\s*\d)|(?i:calendar|fiscal|financial|tax"
    rf"|the)\s+(?i:year)\s*:?\s*({_YEAR})(?![\d/])|\bFY\s?({_YEAR})(?!\s?[/-])"
)
_QUARTER = re.compile(rf"({_YEAR})\s*年\s*第?\s*([一二三四1-4])\s*季度")
_AS_AT = re.compile(rf"(?i)(?:\bas\s+)?\b(?:at|of|on|zum|per)\s*:?\s*({_DAY}|{_BARE_DAY})|截[至止]\s*({_DAY})")
_ANY_DAY = re.compile(rf"(?i)({_DAY})")
_ANY_BARE_DAY = re.compile(rf"(?i)({_BARE_DAY}),?\s*$", re.MULTILINE)
_ANY_MONTH = re.compile(rf"(?i)({_YEAR})\s*年\s*(\d{{1,2}})\s*月|\b({_MONTH})[\s,]+({_YEAR})")
_CUMULATED = re.compile(r"本年\s*累计|累计\s*(?:金额|数)|year[- ]to[- ]date|\bYTD\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that accounts run from and to, and the words that say so; a sheet of one day has no start."""

    start: dt.date | None
    end: dt.date
    match: Match


Reader = Callable[[Text, Calendar, int], Iterator[Period]]


def period_of(text: Text, heads: Sequence[Head], document: str, *, part: str, day_first: bool) -> dict[str, Field]:
    """Beginning and end of the time that the accounts are for: as the heads say it, else any line."""
    habit = Calendar(day_first=day_first)
    year = _latest_year(heads)
    scopes = [text_of_head(text, head) for head in ordered(heads, part)]
    if part == "income":
        looks = [*((scope, _SPANS) for scope in scopes), *((scope, _DAYS) for scope in scopes), (text, _PROSE)]
    else:
        looks = [*((scope, (_as_at, *_SPANS, *_DAYS)) for scope in scopes), (text, _PROSE)]
    for scope, readers in looks:
        found = next((one for reader in readers for one in reader(scope, habit, year)), None)
        if found is not None:
            return _fields(found, text, document)
    return {}


def _fields(found: Period, text: Text, document: str) -> dict[str, Field]:
    start = found.start
    if (
        start is None
        and found.end.month == 12
        and re.search(r"利\s*润\s*表", text.string)
        and _CUMULATED.search(text.string)
    ):
        start = found.end.replace(month=1, day=1)
    fields = {"period_end": field_of("period_end", found.end.isoformat(), found.match.words, document)}
    if start is not None:
        fields["period_start"] = field_of("period_start", start.isoformat(), found.match.words, document)
    return fields


def _latest_year(heads: Sequence[Head]) -> int:
    """The latest year in the heads, for days that are printed without one."""
    years = [
        int(one)
        for head in heads
        if head.complete
        for line in head.lines
        for one in re.findall(rf"(?<!\d){_YEAR}(?!\d)", line.text)
    ]
    return max((one for one in years if one < 2100), default=0)


def _day(print_: str, habit: Calendar, year: int) -> dt.date | None:
    """A printed day; one without a year is of the given year."""
    plain = re.sub(r"(?i)\s*day of\s*", " ", re.sub(r"\s+", " ", print_)).strip(" ,")
    found = date(plain, habit)
    if found is None and year and re.fullmatch(rf"(?i){_BARE_DAY}", plain):
        found = date(f"{plain}, {year}" if plain[0].isalpha() else f"{plain} {year}", habit)
    return found


def _from_to(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for pattern in (_FROM_TO, _STARTS_ENDS):
        for match in text.finditer(pattern):
            first, last = match.groups[0] or "", match.groups[1] or ""
            whole = re.match(r"\d{4}", first.strip())
            last = f"{whole.group()}年{last}" if whole and re.match(r"\d{1,2}\s*月", last) else last
            end = _day(last, habit, year)
            start = _day(first, habit, end.year if end else year)
            if start and end and start < end and (end - start).days < 800:
                yield Period(start, end, match)


def _months(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(_MONTHS):
        first, before, last, long, short = match.groups
        ends = int(long) if long else 2000 + int(short or 0)
        months = month_of(first or ""), month_of(last or "")
        if months[0] and months[1]:
            begins = int(before) if before else ends - (months[0] > months[1])
            yield Period(dt.date(begins, months[0], 1), whole_month(ends, months[1])[1], match)
    for match in text.finditer(_CHINESE_MONTHS):
        begins, one, ended, other = (int(part or 0) for part in match.groups)
        if 1 <= one <= 12 and 1 <= other <= 12:
            yield Period(dt.date(begins, one, 1), whole_month(ended or begins, other)[1], match)
    for match in text.finditer(_QUARTER):
        number = match.groups[1] or "1"
        quarter = int(number) if number.isdigit() else "一二三四".index(number) + 1
        yield Period(
            dt.date(int(match.groups[0] or 0), 3 * quarter - 2, 1),
            whole_month(int(match.groups[0] or 0), 3 * quarter)[1],
            match,
        )


def _spans(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(_SPAN):
        number, unit, print_ = (part or "" for part in match.groups)
        count = int(number) if number.isdigit() else _NUMBERS.index(number.lower()) + 1
        end = _day(print_, habit, year)
        if end is not None:
            weeks = unit.lower().startswith("week")
            yield Period(end - dt.timedelta(days=7 * count - 1) if weeks else _after_months(end, count), end, match)
    for match in text.finditer(_PART_YEAR):
        end = _day(match.groups[1] or "", habit, year)
        if end is not None:
            sort = (match.groups[0] or "").lower()
            yield Period(
                _after_months(end, 6 if sort.startswith("half") else 3 if sort == "quarter" else 1), end, match
            )


def _year_ended(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(_YEAR_ENDED):
        end = _day(match.groups[0] or "", habit, year)
        if end is not None:
            yield Period(_after_months(end, 12), end, match)


def _whole_year(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(_WHOLE_YEAR):
        number = int(next(one for one in match.groups if one))
        yield Period(dt.date(number, 1, 1), dt.date(number, 12, 31), match)


def _period_ended(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    yield from _ends(text, _PERIOD_ENDED, habit, year)


def _as_at(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    yield from _ends(text, _AS_AT, habit, year)


def _any_day(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    """The latest of the days that stand in a head: the year before stands beside."""
    found = [*_ends(text, _ANY_DAY, habit, year)] or [*_ends(text, _ANY_BARE_DAY, habit, year)]
    yield from sorted(found, key=lambda one: one.end, reverse=True)[:1]


def _any_month(text: Text, habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(_ANY_MONTH):
        one, month, name, other = match.groups
        number = int(month) if month else month_of(name or "") or 0
        if 1 <= number <= 12:
            yield Period(None, whole_month(int(one or other or 0), number)[1], match)


def _ends(text: Text, pattern: re.Pattern[str], habit: Calendar, year: int) -> Iterator[Period]:
    for match in text.finditer(pattern):
        end = _day(next((one for one in match.groups if one), ""), habit, year)
        if end is not None:
            yield Period(None, end, match)


def _after_months(end: dt.date, months: int) -> dt.date:
    """The first day of so many months that end with a day."""
    following = end + dt.timedelta(days=1)
    count = following.year * 12 + following.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return min(dt.date(year, month, 1) + dt.timedelta(days=following.day - 1), whole_month(year, month)[1])


_SPANS: tuple[Reader, ...] = (_from_to, _months, _spans, _year_ended, _whole_year)
_DAYS: tuple[Reader, ...] = (_as_at, _period_ended, _any_day, _any_month)
_PROSE: tuple[Reader, ...] = (_from_to, _spans, _year_ended, _whole_year, _as_at, _period_ended, _any_day)
"""What prose says the period with: a bare month, or a number of them, says too little there."""
