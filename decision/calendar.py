"""Months and spans of days."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from decision.words import MONTHS


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Month:
        return cls(day.year, day.month)

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.number, 1)

    @property
    def last(self) -> dt.date:
        return dt.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __str__(self) -> str:
        return f"{MONTHS[self.number - 1]} {self.year}"


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day when it is shorter."""
    month = Month.of(day).plus(months)
    return month.first.replace(day=min(day.day, month.last.day))


def whole_months(start: dt.date, end: dt.date) -> int:
    """Full months from one day to another; negative when the end comes first."""
    if end < start:
        return -whole_months(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (months_after(start, months) > end)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from the first to the last, both within."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def joined(spans: Iterable[Span], quiet_days: int) -> tuple[Span, ...]:
    """Spans in order, with those put together between which at most `quiet_days` lie."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.first - merged[-1].last).days <= quiet_days + 1:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)
