"""A statement's lines to its postings: one entry per amount, its date, its words, and the balance printed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ocr.extract import Grid, GridLine
from ocr.parse import Calendar
from ocr.statement_carried import carried
from ocr.statement_columns import Column, Heading, headings
from ocr.statement_dates import Dated, column_of, dates_in, parted
from ocr.statement_entries import Table, TableRow, gathered
from ocr.statement_figures import Figure, figures_of
from ocr.statement_roles import roles_of
from ocr.statement_words import Role
from ocr.text import Line, Word

TITLES = 2
"""So many lines above a heading may be the title of its table."""
SAME_PLACE = 0.015
"""Headings of one table on several pages stand within so much of the page's width."""


def read_table(grid: Grid, calendar: Calendar, decimal_mark: str, aspects: dict[int, float]) -> Table:
    """The postings of all pages, in printed order."""
    heads = _completed(headings(grid.lines))
    taken = {head.index: head for head in heads}
    first_on = {head.page: head.index for head in reversed(heads)}
    lines: list[tuple[GridLine, Heading | None, bool]] = []
    current: tuple[Heading, ...] = ()
    for index in range(max(0, heads[0].index - TITLES) if heads else 0, len(grid.lines)):
        line = grid.lines[index]
        if index in taken:
            current = taken[index].parts
        elif _is_title(line, index, taken):
            lines.append((line, None, True))
        elif index >= first_on.get(line.page, 0):
            lines += [(part, head, False) for part, head in _beside(line, current)]
    rows = _rows(lines, calendar, decimal_mark, aspects)
    main = next((head for head in heads if not head.daily), None)
    return gathered(rows, _roles(rows), main)


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
    lines: Sequence[tuple[GridLine, Heading | None, bool]], calendar: Calendar, mark: str, aspects: Mapping[int, float]
) -> list[tuple[TableRow, Heading | None]]:
    """Every line taken apart, once it is known where the dates of its table stand."""
    dated = [
        tuple(dates_in(line.line.words, calendar, frozenset(id(cell.words[0]) for cell in line.cells)))
        for line, _, _ in lines
    ]
    tables: dict[object, tuple[Heading | None, list[tuple[Sequence[Word], Sequence[Dated]]]]] = {}
    for (line, head, title), dates in zip(lines, dated, strict=True):
        if not title:
            tables.setdefault(_key(line, head), (head, []))[1].append((line.line.words, dates))
    columns = {key: column_of(head, some) for key, (head, some) in tables.items()}
    rows: list[tuple[TableRow, Heading | None]] = []
    for (line, head, title), dates in zip(lines, dated, strict=True):
        words = line.line.words
        if title:
            rows.append((TableRow(line, None, words, (), (), title=True), None))
            continue
        own, rest = parted(words, dates, columns[_key(line, head)], head)
        figures = figures_of(rest, aspects[line.page], mark, line.cells)
        used = {id(word) for figure in figures for word in figure.words}
        said = tuple(word for word in rest if id(word) not in used)
        printed = words[own.start : own.stop] if own else ()
        rows.append((TableRow(line, own.day if own else None, said, figures, tuple(printed)), head))
    return rows


def _key(line: GridLine, head: Heading | None) -> tuple[int, int, float]:
    """What tells one table from another: its page, its heading, and where it stands beside others."""
    return (line.page, -1, 0.0) if head is None else (line.page, head.index, head.left)


def _roles(rows: Sequence[tuple[TableRow, Heading | None]]) -> dict[int, Role]:
    """The role of every figure (by identity). Tables whose headings stand in the same places are taken as one."""
    tables: list[tuple[int, Heading | None, list[Figure]]] = []
    for row, heading in rows:
        if row.title:
            continue
        same = next((one for one in tables if _same_table(one[0], one[1], row.line.page, heading)), None)
        if same is None:
            same = (row.line.page, heading, [])
            tables.append(same)
        same[2].extend(row.figures)
    roles: dict[int, Role] = {}
    for _, heading, figures in tables:
        roles |= roles_of(figures, heading)
    return roles


def _same_table(page: int, one: Heading | None, other_page: int, other: Heading | None) -> bool:
    if one is None or other is None:
        return one is other and page == other_page
    if one is other:
        return True
    if [column.role for column in one.columns] != [column.role for column in other.columns]:
        return False
    return all(_in_place(first, second) for first, second in zip(one.columns, other.columns, strict=True))


def _in_place(one: Column, other: Column) -> bool:
    return abs(one.box.left - other.box.left) < SAME_PLACE and abs(one.box.right - other.box.right) < SAME_PLACE
