"""A statement's lines to its postings: one entry per amount, its date, its words, and the balance printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ocr.extract import Grid, GridLine
from ocr.parse import Calendar
from ocr.statement_carried import DAILY, carried
from ocr.statement_columns import Column, Heading, headings
from ocr.statement_dates import Dated, column_of, dates_in, parted
from ocr.statement_entries import gathered
from ocr.statement_figures import Figure, figures_of
from ocr.statement_roles import roles_of
from ocr.statement_rows import Table, TableRow
from ocr.statement_sections import side_of
from ocr.statement_words import Role
from ocr.text import Line

TITLES = 2
"""So many lines above a heading may be the title of its table."""
SAME_PLACE = 0.015
"""Headings of one table on several pages stand within so much of the page's width."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line (or its part below one of several headings) and where it stands."""

    line: GridLine
    head: Heading | None
    section: int
    """Counts the titles of sections that no heading follows."""
    title: bool = False

    @property
    def key(self) -> tuple[int, int, float, int]:
        """What tells one table from another: its page, its heading, where it stands beside others, its section."""
        if self.head is None:
            return self.line.page, -1, 0.0, self.section
        return self.line.page, self.head.index, self.head.left, self.head.part


def read_table(grid: Grid, calendar: Calendar, decimal_mark: str, aspects: dict[int, float]) -> Table:
    """The postings of all pages, in printed order."""
    heads = _completed(headings(grid.lines))
    taken = {head.index: head for head in heads}
    starts = table_starts(grid.lines, heads)
    lines: list[_Placed] = []
    current: tuple[Heading, ...] = ()
    section = 0
    for index, line in enumerate(grid.lines):
        if index in taken:
            current = taken[index].parts
        elif index < starts.get(line.page, 0) - TITLES:
            continue
        elif _is_title(line, index, taken):
            lines.append(_Placed(line, None, section, title=True))
        elif index >= starts.get(line.page, 0):
            if side_of(line.text) or DAILY.search(line.text):
                section += 1
                current = _in_section(current, section)
            lines += [_Placed(part, head, section) for part, head in _beside(line, current)]
    rows = _rows(lines, calendar, decimal_mark, aspects)
    main = next((head for head in heads if not head.daily), None)
    return gathered([(row, placed.head) for row, placed in rows], _roles(rows), main)


_POSTED = re.compile(
    r"^\s*(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|\d{1,2}[ .-]?[^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2}|\d{8}),?(?=\s)"
    r".*\d[.,]\d{2}\)?(?: ?(?:[-+]|CR|DR|[SHDC]|€|EUR))?\s*$"
)
"""A line that begins with a date and ends with an amount."""


def table_starts(lines: Sequence[GridLine], heads: Sequence[Heading]) -> dict[int, int]:
    """On which line the postings of each page begin: with its heading, or before it with lines that look like some.

    A page without headings goes on with the table before it; one before all headings has only what looks like
    postings, with the title of their section.
    """
    first_on = {head.page: head.index for head in reversed(heads)}
    starts: dict[int, int] = {}
    begun = False
    for page in dict.fromkeys(line.page for line in lines):
        own = [index for index, line in enumerate(lines) if line.page == page]
        end = first_on.get(page, own[-1] + 1)
        posted = [index for index in own if index < end and _POSTED.match(lines[index].text)]
        if begun and page not in first_on:
            starts[page] = own[0]
        elif len(posted) >= (1 if begun else MANY) or (posted and side_of(lines[max(0, posted[0] - 1)].text)):
            above = range(max(own[0], posted[0] - TITLES), posted[0])
            starts[page] = min([index for index in above if _leads(lines[index])] + posted[:1])
        else:
            starts[page] = end if page in first_on or heads else own[0]
        begun = begun or page in first_on or len(posted) >= MANY
    return starts


def _leads(line: GridLine) -> bool:
    """Whether a line above the first posting is of the same table: a section's title, or the opening balance."""
    return bool(side_of(line.text)) or carried(_FIGURES.sub("", line.text)) in ("opening", "stated")


_FIGURES = re.compile(r"[£$€¥￥]?\s?[-+]?\d[\d.,' ]*[.,]\d{2}\S{0,3}\s*$")


MANY = 2
"""So many lines that look like postings are some, though no heading stands above them."""


def _in_section(current: tuple[Heading, ...], section: int) -> tuple[Heading, ...]:
    """The headings that hold below the title of a section, which parts it from the table before.

    Below tables that stand side by side, or that list days, it has the plain form, whose columns are to be learnt.
    """
    if len(current) > 1 or any(head.daily for head in current):
        return ()
    return tuple(replace(head, part=section) for head in current)


def _completed(heads: Sequence[Heading]) -> list[Heading]:
    """The headings with the columns that one of the same table on another page names besides: a misread name."""
    found: list[Heading] = []
    for head in heads:
        fuller = [other for other in heads if other.roles > head.roles and _within(head, other)]
        best = max(fuller, key=lambda other: len(other.roles), default=head)
        missing = tuple(column for column in best.columns if column.role not in head.roles)
        columns = tuple(sorted((*head.columns, *missing), key=lambda column: column.box.left))
        found.append(replace(head, columns=columns, daily=head.daily and best is head))
    return found


def _within(head: Heading, other: Heading) -> bool:
    """Whether all of a heading's columns stand where another one has them."""
    return all(
        any(column.role is one.role and _in_place(column, one) for one in other.columns) for column in head.columns
    )


def _is_title(line: GridLine, index: int, taken: Mapping[int, Heading]) -> bool:
    """Whether a line stands right above a heading: the title of its table, or the first half of the heading."""
    below = next((taken[one] for one in range(index + 1, index + 1 + TITLES) if one in taken), None)
    return below is not None and below.page == line.page and not any(map(str.isdigit, line.text))


def _beside(line: GridLine, heads: Sequence[Heading]) -> Iterator[tuple[GridLine, Heading | None]]:
    """The line with its heading; under headings that stand side by side, each one's part of it."""
    if len(heads) < 2 or carried(line.cells[0].text):
        yield line, heads[0] if heads else None
        return
    lefts = [head.left - 0.012 for head in heads] + [2.0]
    for head, left, right in zip(heads, lefts, lefts[1:], strict=False):
        cells = tuple(cell for cell in line.cells if left <= cell.box.left < right)
        words = tuple(word for word in line.line.words if left <= word.box.left < right)
        if words:
            yield GridLine(line.page, Line(words), cells), head


def _rows(
    lines: Sequence[_Placed], calendar: Calendar, mark: str, aspects: Mapping[int, float]
) -> list[tuple[TableRow, _Placed]]:
    """Every line taken apart, once it is known where the dates of its table stand."""
    dated = [
        tuple(dates_in(one.line.line.words, calendar, frozenset(id(cell.words[0]) for cell in one.line.cells)))
        for one in lines
    ]
    tables: dict[object, tuple[Heading | None, list[Sequence[Dated]]]] = {}
    for one, dates in zip(lines, dated, strict=True):
        if not one.title:
            tables.setdefault(one.key, (one.head, []))[1].append(dates)
    columns = {key: column_of(head, some) for key, (head, some) in tables.items()}
    rows: list[tuple[TableRow, _Placed]] = []
    for one, dates in zip(lines, dated, strict=True):
        words = one.line.line.words
        if one.title:
            rows.append((TableRow(one.line, None, words, (), (), title=True), one))
            continue
        own, rest = parted(words, dates, columns[one.key], one.head)
        figures = figures_of(rest, aspects[one.line.page], mark, one.line.cells)
        used = {id(word) for figure in figures for word in figure.words}
        said = tuple(word for word in rest if id(word) not in used)
        printed = words[own.start : own.stop] if own else ()
        rows.append((TableRow(one.line, own.day if own else None, said, figures, tuple(printed)), one))
    return rows


def _roles(rows: Sequence[tuple[TableRow, _Placed]]) -> dict[int, Role]:
    """The role of every figure (by identity). Tables whose headings stand in the same places are taken as one."""
    tables: list[tuple[_Placed, list[Figure]]] = []
    for row, placed in rows:
        if row.title:
            continue
        same = next((one for one in tables if _same_table(one[0], placed)), None)
        if same is None:
            same = (placed, [])
            tables.append(same)
        same[1].extend(row.figures)
    roles: dict[int, Role] = {}
    for placed, figures in tables:
        roles |= roles_of(figures, placed.head)
    return roles


def _same_table(first: _Placed, second: _Placed) -> bool:
    one, other = first.head, second.head
    if one is None or other is None:
        return one is other and first.key == second.key
    if one is other:
        return True
    if one.part != other.part or [column.role for column in one.columns] != [column.role for column in other.columns]:
        return False
    return all(_in_place(left, right) for left, right in zip(one.columns, other.columns, strict=True))


def _in_place(one: Column, other: Column) -> bool:
    return abs(one.box.left - other.box.left) < SAME_PLACE and abs(one.box.right - other.box.right) < SAME_PLACE
