"""A statement's lines to its postings: one entry per amount, its date, its words, and the balance printed beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from ocr.extract import Grid, GridLine
from ocr.parse import Calendar, date
from ocr.statement_columns import Heading, headings, role_under
from ocr.statement_entries import Table, TableRow, gathered
from ocr.statement_figures import Figure, clusters, figures_of
from ocr.statement_words import Role
from ocr.text import Line, Word

TITLES = 2
"""So many lines above a heading may be the title of its table."""


def read_table(grid: Grid, calendar: Calendar, decimal_mark: str, aspects: dict[int, float]) -> Table:
    """The postings of all pages, in printed order."""
    heads = headings(grid.lines)
    taken = {head.index: head for head in heads}
    first_on = {head.page: head.index for head in reversed(heads)}
    rows: list[tuple[TableRow, Heading | None]] = []
    current: tuple[Heading, ...] = ()
    for index in range(max(0, heads[0].index - TITLES) if heads else 0, len(grid.lines)):
        line = grid.lines[index]
        if index in taken:
            current = taken[index].parts
        elif _is_title(line, index, taken):
            rows.append((TableRow(line, None, line.line.words, (), (), title=True), None))
        elif index >= first_on.get(line.page, 0):
            for part, head in _beside(line, current):
                rows.append((_row(part, head, calendar, decimal_mark, aspects[line.page]), head))
    main = next((head for head in heads if not head.daily), None)
    return gathered(rows, _roles(rows), main)


def _is_title(line: GridLine, index: int, taken: Mapping[int, Heading]) -> bool:
    """Whether a line stands right above a heading: the title of its table, or the first half of the heading."""
    below = next((taken[one] for one in range(index + 1, index + 1 + TITLES) if one in taken), None)
    return below is not None and below.page == line.page and not any(map(str.isdigit, line.text))


def _beside(line: GridLine, heads: Sequence[Heading]) -> Iterator[tuple[GridLine, Heading | None]]:
    """The line with its heading; under headings that stand side by side, each one's part of it."""
    if len(heads) < 2:
        yield line, heads[0] if heads else None
        return
    lefts = [head.left - 0.012 for head in heads] + [2.0]
    for head, left, right in zip(heads, lefts, lefts[1:], strict=False):
        cells = tuple(cell for cell in line.cells if left <= cell.box.left < right)
        words = tuple(word for word in line.line.words if left <= word.box.left < right)
        if words:
            yield GridLine(line.page, Line(words), cells), head


def _row(line: GridLine, heading: Heading | None, calendar: Calendar, mark: str, aspect: float) -> TableRow:
    words = line.line.words
    day, start, stop = _date_at(words, heading, calendar)
    dated = tuple(words[start:stop])
    rest = (*words[:start], *words[stop:])
    day_two, first, last = _date_at(rest[start:], heading, calendar, only_first=True) if dated else (None, 0, 0)
    if day_two is not None:
        rest = (*rest[: start + first], *rest[start + last :])
    figures = figures_of(rest, aspect, mark)
    used = {id(word) for figure in figures for word in figure.words}
    return TableRow(line, day, tuple(word for word in rest if id(word) not in used), figures, dated)


def _date_at(
    words: Sequence[Word], heading: Heading | None, calendar: Calendar, *, only_first: bool = False
) -> tuple[dt.date | None, int, int]:
    """A date in a line: at its start, else under the heading that names dates; with the words that print it."""
    column = heading.first(Role.DATE) if heading is not None else None
    for start in range(min(len(words), 1 if only_first else 8 if column is None else 24)):
        box = words[start].box
        under = column is not None and box.left < column.box.right + 0.02 and box.right > column.box.left - 0.02
        if start and not under and not words[start - 1].text.strip(".").isdigit():
            continue
        for stop in range(min(len(words), start + 4), start, -1):
            text = " ".join(word.text for word in words[start:stop])
            if len(text) > 24 or not any(character.isdigit() for character in text):
                continue
            day = date(_TIME.sub("", text), calendar)
            if day is not None:
                return day, start, stop
    return None, 0, 0


_TIME = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2})?$")


def _roles(rows: Sequence[tuple[TableRow, Heading | None]]) -> dict[int, Role]:
    """The role of every figure (by identity): its column's heading, else its place among the columns."""
    roles: dict[int, Role] = {}
    by_page: dict[tuple[int, int, float], list[tuple[Figure, Heading | None]]] = {}
    for row, heading in rows:
        for figure in row.figures:
            key = (row.line.page, *((-1, 0.0) if heading is None else (heading.index, heading.left)))
            by_page.setdefault(key, []).append((figure, heading))
    for group in by_page.values():
        heading = group[0][1]
        columns = clusters([figure for figure, _ in group if figure.strict])
        named = _learnt(columns) if heading is None else [role_under(cluster, heading) for cluster in columns]
        for cluster, role in zip(columns, named, strict=True):
            for figure in cluster:
                if role is not None:
                    roles[id(figure)] = role
        if heading is not None and not any(figure.strict for figure, _ in group):
            for figure, _ in group:
                role = role_under([figure], heading)
                if role is not None:
                    roles[id(figure)] = role
        elif heading is not None:
            _loose(group, columns, named, roles)
    return roles


def _loose(
    group: Sequence[tuple[Figure, Heading | None]],
    columns: Sequence[Sequence[Figure]],
    named: Sequence[Role | None],
    roles: dict[int, Role],
) -> None:
    """Figures without decimals count when they end where a column of full figures ends."""
    edges = [(cluster[-1].box.right, role) for cluster, role in zip(columns, named, strict=True) if role is not None]
    for figure, _ in group:
        if not figure.strict:
            near = min(edges, key=lambda edge: abs(edge[0] - figure.box.right), default=None)
            if near is not None and abs(near[0] - figure.box.right) < 0.012:
                roles[id(figure)] = near[1]


def _learnt(columns: Sequence[Sequence[Figure]]) -> list[Role | None]:
    """Columns without a heading: those with more than a few figures; the last is the balance, if there are two."""
    most = max((len(cluster) for cluster in columns), default=0)
    full = [index for index, cluster in enumerate(columns) if len(cluster) >= max(1, 0.15 * most)]
    roles: list[Role | None] = [None] * len(columns)
    wanted = {1: (Role.AMOUNT,), 2: (Role.AMOUNT, Role.BALANCE)}.get(len(full), (Role.DEBIT, Role.CREDIT, Role.BALANCE))
    for index, role in zip(full[-len(wanted) :], wanted, strict=False):
        roles[index] = role
    return roles
