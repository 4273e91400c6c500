"""A statement's rows gathered into entries: one per amount, with all the lines that belong to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ocr.extract import GridLine
from ocr.statement_columns import Heading
from ocr.statement_figures import Figure
from ocr.statement_words import CREDIT_SECTION, DEBIT_SECTION, FURNITURE, SUMMARY, Role, carried
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
class TableRow:
    """A line taken apart: its date, its words, its figures by role."""

    line: GridLine
    day: dt.date | None
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    dated: tuple[Word, ...]
    title: bool = False
    """Whether it can only be the title of a table."""


def gathered(rows: Sequence[tuple[TableRow, Heading | None]], roles: dict[int, Role], heading: Heading | None) -> Table:
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


def _with_roles(row: TableRow, roles: dict[int, Role]) -> TableRow:
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
        self.summary = False
        """Whether the line before is the heading of a summary, whose figures are no posting."""
        self.last: tuple[int, float, float] | None = None
        """Page, bottom and height of the line that the open entry reaches to; None when no entry is open."""

    def take(self, row: TableRow, heading: Heading | None, roles: dict[int, Role]) -> None:
        if row.title or SUMMARY.search(row.line.text):
            self._section(join(row.words))
            self.summary = bool(SUMMARY.search(row.line.text))
            return
        if self.summary and row.figures:
            self.summary = False
            return
        row = _with_roles(row, roles)
        figures = {roles[id(figure)]: figure for figure in row.figures}
        balance = figures.get(Role.BALANCE)
        amounts = [(role, one) for role, one in figures.items() if role is not Role.BALANCE and role is not Role.SIDE]
        said = join(row.words) if row.words else ""
        if heading is not None and heading.daily:
            if row.day is not None and row.figures:
                self.carried.append(("daily", row.figures[-1], len(self.entries), row.day))
            return
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
        row: TableRow,
        heading: Heading | None,
        amounts: Sequence[tuple[Role, Figure]],
        balance: Figure | None,
        said: str,
    ) -> None:
        role, figure = amounts[0]
        opened = self.entries[-1] if self.entries and self.entries[-1].figure is None and self._near(row) else None
        spoken = any(map(str.isalpha, said)) or self._near(row)
        if row.day is None and opened is None and (self.day is None or not spoken):
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

    def _sign(self, role: Role, figure: Figure, heading: Heading | None, row: TableRow) -> int:
        if role in (Role.DEBIT, Role.CREDIT) and heading is not None:
            # A minus in a column of money out is how some banks print every debit there; it is no reversal.
            return -1 if role is Role.DEBIT else 1
        if figure.signed:
            return -1 if figure.value < 0 else 1
        side = _side(row, heading)
        return side or self.section

    def _carry(self, kind: str, row: TableRow, figure: Figure) -> None:
        self.last = None
        if kind == "stated":
            kind = "closing" if any(entry.figure for entry in self.entries) else "opening"
        if kind != "total":
            self.carried.append((kind, figure, len(self.entries), row.day))

    def _open(self, entry: Entry, row: TableRow) -> None:
        self.entries.append(entry)
        self._mark(row)

    def _mark(self, row: TableRow) -> None:
        box = row.line.line.box
        self.last = (row.line.page, box.bottom, box.height)

    def _near(self, row: TableRow) -> bool:
        if self.last is None or self.last[0] != row.line.page:
            return False
        return row.line.line.box.top - self.last[1] < (LINE_STEP - 1) * self.last[2] + 0.002

    def _section(self, said: str) -> None:
        if CREDIT_SECTION.match(said):
            self.section, self.last = 1, None
        elif DEBIT_SECTION.match(said):
            self.section, self.last = -1, None

    def _go_on(self, row: TableRow, said: str) -> None:
        if not said or not self.entries or not self._near(row) or FURNITURE.search(said):
            self.last = None if FURNITURE.search(said) else self.last
            return
        self.entries[-1].words.extend(row.words)
        self._mark(row)


_IN = re.compile(r"^(?:CR|C|H|贷|收|收入|贷方|\+)$", re.IGNORECASE)
_OUT = re.compile(r"^(?:DR|D|S|借|支|支出|借方|-)$", re.IGNORECASE)


def _side(row: TableRow, heading: Heading | None) -> int:
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
