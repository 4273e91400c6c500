"""The dates of a payslip: the day of payment, and the period that is paid for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cases.model import Field
from ocr.captions import Answer, Captions
from ocr.day_prints import days_in, month_in, period_in
from ocr.extract import field_of
from ocr.layout import Cell
from ocr.parse import Calendar
from ocr.pay_words import TITLE
from ocr.text import Word
from ocr.wording import words_of

Span = tuple[dt.date, dt.date, tuple[Word, ...]]
HEAD = 0.4
"""Part of the first page, from its top, in which a month without a caption is that of the slip."""


def date_fields(captions: Captions, calendar: Calendar, document: str) -> Iterator[tuple[str, Field]]:
    """Each date that the slip prints, as a field."""
    paid = _day(captions, ("pay_date",), calendar) or _day(captions, ("date",), calendar)
    if paid is not None:
        yield "pay_date", field_of("pay_date", paid[0].isoformat(), paid[1], document)
    ends = {name: _day(captions, (name,), calendar) for name in ("period_start", "period_end")}
    span = _span(captions, calendar) if None in ends.values() else None
    for at, (name, end) in enumerate(ends.items()):
        if end is not None:
            yield name, field_of(name, end[0].isoformat(), end[1], document)
        elif span is not None:
            edge = span[1] if at else span[0]
            yield name, field_of(name, edge.isoformat(), span[2], document, note="from the period that it names")


def _day(captions: Captions, names: tuple[str, ...], calendar: Calendar) -> tuple[dt.date, tuple[Word, ...]] | None:
    """The one date behind a caption."""
    for answer in captions.answers(*names):
        days = list(days_in(answer.text, calendar))
        if len(days) == 1:
            cell = Cell(answer.words)
            first = next(days_in(cell.text, calendar), None)
            return days[0].day, words_of(cell, first.start, first.end) if first is not None else answer.words
    return None


def _next_lines(captions: Captions, answer: Answer) -> Iterator[Cell]:
    """The print right below a date, or below its caption, that may be the second line of a period."""
    if not re.search(r"\d", answer.text):
        return
    box, lefts = answer.box, (answer.box.left, answer.caption.box.left)
    for cell in (one for line in captions.grid.lines for one in line.cells if one.page == answer.words[0].page):
        near = 0.3 * box.height < cell.box.top - box.top < 2.2 * box.height
        if near and min(abs(cell.box.left - left) for left in lefts) < 0.008 and re.match(r"\W*(?:to )?\d", cell.text):
            yield cell


def _span(captions: Captions, calendar: Calendar) -> Span | None:
    """The period behind its caption, in the title, or a month in the head of the page."""
    for answer in captions.answers("period", "period_start"):
        found = period_in(answer.text, calendar)
        if found is not None:
            return *found, answer.words
        for cell in _next_lines(captions, answer):
            found = period_in(f"{answer.text} {cell.text}", calendar)
            if found is not None:
                return *found, (*answer.words, *cell.words)
    lines = [line for line in captions.grid.lines if line.page == captions.grid.lines[0].page]
    titles = [at for at, line in enumerate(lines) if TITLE.search(line.text)]
    near = [lines[at + step] for at in titles for step in (0, 1) if at + step < len(lines)]
    head = [line for line in lines if line.line.box.top < HEAD]
    for line in (*near, *head):
        for cell in line.cells:
            found = period_in(cell.text, calendar)
            found = found if found is not None and (line in near or month_in(cell.text) == found) else None
            if found is not None and (found[1] - found[0]).days < 45:
                return *found, cell.words
    return None
