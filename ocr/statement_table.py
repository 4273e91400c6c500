"""A statement's lines to its postings: one entry per amount, its date, its words, and the balance printed beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ocr.extract import Grid, GridLine
from ocr.parse import Calendar, date
from ocr.statement_columns import Figure, Heading, clusters, figures_of, headings, role_under
from ocr.statement_words import CREDIT_SECTION, DEBIT_SECTION, FURNITURE, Role, carried
from ocr.text import Word, join

LINE_STEP = 2.6
"""Line heights from one line of a posting to the next, at the most."""


@dataclass(slots=True)
class Entry:
    """A posting in the making. `amount` is signed once `sign` is known; until then it is positive."""

    day: dt.date | None
    words: list[Word] = field(default_factory=list)
    figure: Figure | None = None
    amount: Decimal = Decimal(0)
    sign: int = 0
    """1 for money in, -1 for money out, 0 when the print does not tell."""
    balance: Figure | None = None
    dated: tuple[Word, ...] = ()
    """The words that print its date; empty when it stands under another posting's date."""
    note: str = ""

    @property
    def description(self) -> str:
        return " ".join(join((word,)) for word in self.words)

    @property
    def every(self) -> list[Word]:
        figures = [figure for figure in (self.figure, self.balance) if figure is not None]
        return [*self.dated, *self.words, *(word for figure in figures for word in figure.words)]


@dataclass(frozen=True, slots=True)
class Carried:
    """A balance that a line carries: its kind (`opening`, `closing`), after how many entries it stands."""

    kind: str
    figure: Figure
    after: int
    day: dt.date | None


@dataclass(frozen=True)
class Table:
    entries: tuple[Entry, ...]
    carried: tuple[Carried, ...]
    heading: Heading | None
    """None when the table has none and its columns were learnt from the figures."""


@dataclass(frozen=True)
class _Row:
    """A line taken apart: its date, its words, its figures by role."""

    line: GridLine
    day: dt.date | None
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    dated: tuple[Word, ...]


def read_table(grid: Grid, calendar: Calendar, decimal_mark: str, aspects: dict[int, float]) -> Table:
    """The postings of all pages, in printed order."""
    heads = headings(grid.lines)
    taken = {head.index: head for head in heads}
    start = heads[0].index + 1 if heads else 0
    first_on = {head.page: head.index for head in reversed(heads)}
    rows: list[tuple[_Row, Heading | None]] = []
    current: Heading | None = None
    for index in range(start - 1 if heads else 0, len(grid.lines)):
        if index in taken:
            current = taken[index]
            continue
        line = grid.lines[index]
        if index < first_on.get(line.page, 0):
            continue
        if index + 1 in taken and _only_headings(line):
            continue
        rows.append((_row(line, current, calendar, decimal_mark, aspects[line.page]), current))
    roles = _roles(rows)
    return _entries(rows, roles, heads[0] if heads else None)


def _only_headings(line: GridLine) -> bool:
    return not any(character.isdigit() for character in line.text)


def _row(line: GridLine, heading: Heading | None, calendar: Calendar, mark: str, aspect: float) -> _Row:
    words = line.line.words
    day, start, stop = _date_at(words, heading, calendar)
    dated = tuple(words[start:stop])
    rest = (*words[:start], *words[stop:])
    day_two, first, last = _date_at(rest[start:], heading, calendar, only_first=True) if dated else (None, 0, 0)
    if day_two is not None:
        rest = (*rest[: start + first], *rest[start + last :])
    figures = figures_of(rest, aspect, mark)
    used = {id(word) for figure in figures for word in figure.words}
    return _Row(line, day, tuple(word for word in rest if id(word) not in used), figures, dated)


def _date_at(
    words: Sequence[Word], heading: Heading | None, calendar: Calendar, *, only_first: bool = False
) -> tuple[dt.date | None, int, int]:
    """A date in a line: at its start, else under the heading that names dates; with the words that print it."""
    column = heading.first(Role.DATE) if heading is not None else None
    for start in range(min(len(words), 1 if only_first else 8)):
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


def _roles(rows: Sequence[tuple[_Row, Heading | None]]) -> dict[int, Role]:
    """The role of every figure (by identity): its column's heading, else its place among the columns."""
    roles: dict[int, Role] = {}
    by_page: dict[tuple[int, int], list[tuple[Figure, Heading | None]]] = {}
    for row, heading in rows:
        for figure in row.figures:
            key = (row.line.page, -1 if heading is None else heading.index)
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


def _entries(rows: Sequence[tuple[_Row, Heading | None]], roles: dict[int, Role], heading: Heading | None) -> Table:
    making = _Making()
    for row, head in rows:
        making.take(row, head, roles)
    complete = [entry for entry in making.entries if entry.figure is not None and entry.day is not None]
    kept = {id(entry): index for index, entry in enumerate(complete)}
    notes = tuple(
        Carried(kind, figure, sum(1 for entry in making.entries[:after] if id(entry) in kept), day)
        for kind, figure, after, day in making.carried
    )
    return Table(tuple(complete), notes, heading)


def _with_roles(row: _Row, roles: dict[int, Role]) -> _Row:
    """The row with only those figures that stand in a column; the others are words of the description."""
    figures = tuple(figure for figure in row.figures if id(figure) in roles)
    if len(figures) == len(row.figures):
        return row
    loose = [word for figure in row.figures if id(figure) not in roles for word in figure.words]
    words = tuple(sorted((*row.words, *loose), key=lambda word: word.box.left))
    return replace(row, words=words, figures=figures)


class _Making:
    """Goes through the lines from top to bottom and gathers entries."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.carried: list[tuple[str, Figure, int, dt.date | None]] = []
        self.day: dt.date | None = None
        self.section = 0
        self.last: tuple[int, float, float] | None = None
        """Page, bottom and height of the line that the open entry reaches to; None when no entry is open."""

    def take(self, row: _Row, heading: Heading | None, roles: dict[int, Role]) -> None:
        row = _with_roles(row, roles)
        figures = {roles[id(figure)]: figure for figure in row.figures}
        balance = figures.get(Role.BALANCE)
        amounts = [(role, one) for role, one in figures.items() if role is not Role.BALANCE and role is not Role.SIDE]
        said = join(row.words) if row.words else ""
        if row.figures and (kind := carried(said)):
            self._carry(kind, row, balance or (amounts[-1][1] if amounts else None) or row.figures[-1])
            return
        if row.day is not None:
            self.day = row.day
        amounts = [one for one in amounts if one[1].value != 0] or amounts[:1]
        if amounts and FURNITURE.search(row.line.text) is None:
            self._posting(row, heading, amounts, balance, said)
        elif row.day is not None and row.words and not row.figures:
            self._open(Entry(row.day, list(row.words), dated=row.dated), row)
        elif row.day is not None and balance is not None and not said:
            self.carried.append(("day", balance, len(self.entries), row.day))
        elif not row.figures:
            self._section(said)
            self._go_on(row, said)
        elif balance is not None and self.entries and self.entries[-1].balance is None and self._near(row):
            self.entries[-1].balance = balance
            self.entries[-1].words.extend(row.words)

    def _posting(
        self,
        row: _Row,
        heading: Heading | None,
        amounts: Sequence[tuple[Role, Figure]],
        balance: Figure | None,
        said: str,
    ) -> None:
        role, figure = amounts[0]
        opened = self.entries[-1] if self.entries and self.entries[-1].figure is None and self._near(row) else None
        if row.day is None and opened is None and (self.day is None or not (said or self._near(row))):
            return
        entry = opened if opened is not None and row.day is None else None
        if entry is None:
            entry = Entry(self.day, dated=row.dated)
            self.entries.append(entry)
        entry.words.extend(row.words)
        entry.figure, entry.balance = figure, balance
        entry.amount = abs(figure.value)
        entry.sign = self._sign(role, figure, heading, row)
        self._mark(row)

    def _sign(self, role: Role, figure: Figure, heading: Heading | None, row: _Row) -> int:
        if role in (Role.DEBIT, Role.CREDIT) and heading is not None:
            # A minus in a column of money out is how some banks print every debit there; it is no reversal.
            return -1 if role is Role.DEBIT else 1
        if figure.signed:
            return -1 if figure.value < 0 else 1
        side = _side(row, heading)
        return side or self.section

    def _carry(self, kind: str, row: _Row, figure: Figure) -> None:
        self.last = None
        if kind == "stated":
            kind = "closing" if any(entry.figure for entry in self.entries) else "opening"
        if kind != "total":
            self.carried.append((kind, figure, len(self.entries), row.day))

    def _open(self, entry: Entry, row: _Row) -> None:
        self.entries.append(entry)
        self._mark(row)

    def _mark(self, row: _Row) -> None:
        box = row.line.line.box
        self.last = (row.line.page, box.bottom, box.height)

    def _near(self, row: _Row) -> bool:
        if self.last is None or self.last[0] != row.line.page:
            return False
        return row.line.line.box.top - self.last[1] < (LINE_STEP - 1) * self.last[2] + 0.002

    def _section(self, said: str) -> None:
        if CREDIT_SECTION.match(said):
            self.section, self.last = 1, None
        elif DEBIT_SECTION.match(said):
            self.section, self.last = -1, None

    def _go_on(self, row: _Row, said: str) -> None:
        if not said or not self.entries or not self._near(row) or FURNITURE.search(said):
            self.last = None if FURNITURE.search(said) else self.last
            return
        self.entries[-1].words.extend(row.words)
        self._mark(row)


_IN = re.compile(r"^(?:CR|C|H|贷|收|收入|贷方|\+)$", re.IGNORECASE)
_OUT = re.compile(r"^(?:DR|D|S|借|支|支出|借方|-)$", re.IGNORECASE)


def _side(row: _Row, heading: Heading | None) -> int:
    """What the column of debit and credit marks says."""
    column = heading.first(Role.SIDE) if heading is not None else None
    for word in row.words:
        if column is not None and (word.box.right < column.box.left - 0.02 or word.box.left > column.box.right + 0.02):
            continue
        if column is None and len(word.text) > 2:
            continue
        if _IN.match(word.text):
            return 1
        if _OUT.match(word.text):
            return -1
    return 0
