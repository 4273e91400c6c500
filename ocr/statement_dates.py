"""Which print of a line is the date of its posting: the one in the table's column of dates."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box
from ocr.parse import Calendar, date
from ocr.statement_columns import Heading
from ocr.statement_words import Role
from ocr.text import Word

NEAR = 0.012
"""Dates of one column begin within so much of the page's width, or stand so far beside their heading."""
_TIME = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2})?$")
MOST_WORDS = 4
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line: the words that print it, from `start` to `stop`."""

    day: dt.date
    start: int
    stop: int
    box: Box


def dates_in(words: Sequence[Word], calendar: Calendar, firsts: frozenset[int] = frozenset()) -> Iterator[Dated]:
    """Every date in a line, from left to right; two may share words (1 Mar 02 Mar), none is a part of another.

    `firsts` are the words (by identity) that begin a cell: no date reaches over the gap before them.
    """
    reach = 0
    for start, word in enumerate(words):
        most = next(
            (at for at in range(start + 1, start + MOST_WORDS) if _begins(words, at, firsts)), start + MOST_WORDS
        )
        found = _date_from(words[:most], start, calendar) if any(map(str.isdigit, word.text)) or _named(word) else None
        if found is not None and found.stop > reach:
            reach = found.stop
            yield found


def _begins(words: Sequence[Word], at: int, firsts: frozenset[int]) -> bool:
    return at < len(words) and id(words[at]) in firsts


def _named(word: Word) -> bool:
    """Whether a word may be a month or a day of the week; most words are ruled out by that."""
    return 2 <= len(word.text.strip(".,")) <= 9 and word.text[:1].isalpha()


def _date_from(words: Sequence[Word], start: int, calendar: Calendar) -> Dated | None:
    """The longest print of a date from a word on, but one of the statement's period before others: 03 Sep [03 Sep]."""
    found: list[Dated] = []
    for stop in range(min(len(words), start + MOST_WORDS), start, -1):
        text = " ".join(word.text for word in words[start:stop])
        if len(text) > LONGEST or not any(map(str.isdigit, text)):
            continue
        day = date(_TIME.sub("", text), calendar)
        if day is not None:
            found.append(Dated(day, start, stop, Box.around(word.box for word in words[start:stop])))
    return next((one for one in found if _in_period(one.day, calendar)), found[0] if found else None)


def _in_period(day: dt.date, calendar: Calendar) -> bool:
    if calendar.first is None or calendar.last is None:
        return True
    return calendar.first - TOLERANCE <= day <= calendar.last + TOLERANCE


TOLERANCE = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class DateColumn:
    """Where the dates of a table's postings stand."""

    heading: Box | None
    """None when the table names no column of dates, or none stand under its name."""
    left: float
    """Where most of them begin."""

    def holds(self, one: Dated) -> bool:
        if self.heading is not None:
            return _overlap(one.box, self.heading)
        return abs(one.box.left - self.left) < 2.5 * NEAR


def column_of(heading: Heading | None, lines: Sequence[Sequence[Dated]]) -> DateColumn:
    """Where the dates of a table stand: under their heading, else where most lines begin with one."""
    named = None if heading is None else heading.first(Role.DATE)
    if named is not None and any(_overlap(one.box, named.box) for dates in lines for one in dates):
        under = [one.box.left for dates in lines for one in dates if _overlap(one.box, named.box)]
        return DateColumn(named.box, _commonest(under))
    return DateColumn(None, _commonest([one.box.left for dates in lines for one in dates]))


def _commonest(lefts: Sequence[float]) -> float:
    counted = Counter(round(left / NEAR) for left in lefts)
    return NEAR * max(counted, key=lambda one: (counted[one], -one), default=0)


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right + NEAR and one.right > other.left - NEAR


def parted(
    words: Sequence[Word], dates: Sequence[Dated], column: DateColumn, heading: Heading | None
) -> tuple[Dated | None, tuple[Word, ...]]:
    """The date of a line's posting, and the words that are no date of its: value dates are nobody's words."""
    held = [one for one in dates if column.holds(one)]
    own = min(held, key=lambda one: (round(abs(one.box.left - column.left) / NEAR), one.start), default=None)
    value = None if heading is None else heading.first(Role.VALUE_DATE)
    gone = set(range(own.start, own.stop)) if own else set()
    for one in dates:
        beside = own is not None and one.start == own.stop and _alike(own, one, words)
        if (value is not None and _overlap(one.box, value.box) and one.start not in gone) or beside:
            gone |= set(range(one.start, one.stop))
    return own, tuple(word for at, word in enumerate(words) if at not in gone)


def _alike(own: Dated, other: Dated, words: Sequence[Word]) -> bool:
    """Whether what follows a date is one too, and not the amount 12.05 behind the date 02/03/2026."""
    amount = _AMOUNT.match(words[other.start].text) and other.stop - other.start == 1
    return not amount or bool(_AMOUNT.match(words[own.start].text))


_AMOUNT = re.compile(r"^\d{1,2}[.,]\d{2}$")
