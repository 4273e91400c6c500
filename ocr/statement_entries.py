"""A statement's rows gathered into entries: one per amount, with all the lines that belong to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from ocr.statement_carried import DAILY, FURNITURE, GENERIC, SUMMARY, carried, owed
from ocr.statement_columns import Heading
from ocr.statement_figures import Figure
from ocr.statement_rows import Carried, Entry, Table, TableRow
from ocr.statement_sections import names_a_sum, side_of
from ocr.statement_words import Role
from ocr.text import join

LINE_STEP = 2.6
"""Line heights from one line of a posting to the next, at the most."""


def gathered(rows: Sequence[tuple[TableRow, Heading | None]], roles: dict[int, Role], heading: Heading | None) -> Table:
    making = _Making()
    for row, head in rows:
        making.take(row, head, roles)
    dated = [entry for entry in making.entries if entry.figure is not None and entry.day is not None]
    complete = [entry for entry in dated if entry.amount or entry.balance is not None]
    kept = {id(entry) for entry in complete}
    notes = tuple(
        replace(one, after=sum(1 for entry in making.entries[: one.after] if id(entry) in kept))
        for one in making.carried
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
        self.carried: list[Carried] = []
        self.day: dt.date | None = None
        self.day_alone = False
        self.section = 0
        self.parts = 0
        self.daily = False
        """Whether the days of a table without a heading follow."""
        self.summary = False
        """Whether the line before is the heading of a summary, whose figures are no posting."""
        self.heading: Heading | None = None
        self.last: tuple[int, float, float] | None = None
        """Page, bottom and height of the line that the open entry reaches to; None when no entry is open."""

    def take(self, whole: TableRow, heading: Heading | None, roles: dict[int, Role]) -> None:
        if whole.title or SUMMARY.search(whole.line.text):
            self._titled(join(whole.words))
            self.summary = bool(SUMMARY.search(whole.line.text))
            return
        if heading is not None and heading is not self.heading:
            self.heading, self.summary, self.daily = heading, False, heading.daily
        if self.summary and whole.figures:
            self.summary = False
            return
        if self.daily and whole.figures:
            if whole.day is not None and len(whole.figures) == 1:
                self._note("daily", whole.figures[0], whole)
            return
        row = _with_roles(whole, roles)
        figures = {roles[id(figure)]: figure for figure in row.figures}
        said = join(whole.words) if whole.words else ""
        kind = carried(said) if figures or any(figure.strict for figure in whole.figures) else ""
        if kind and not self._is_posting(row, said, figures):
            self._carry(kind, said, whole, figures, heading)
            return
        if row.day is not None:
            # A date alone on a line stands above the postings of its day; one before words is of a single posting.
            self.day, self.day_alone = row.day, not said
        self._line(row, heading, figures)

    def _line(self, row: TableRow, heading: Heading | None, figures: dict[Role, Figure]) -> None:
        """A line of postings: the first of one, its figures, or more of its words."""
        said = join(row.words) if row.words else ""
        balance = figures.get(Role.BALANCE)
        amounts = [(role, one) for role, one in figures.items() if role in AMOUNTS]
        amounts = [one for one in amounts if one[1].value != 0] or amounts[:1]
        if amounts and (row.day is not None or FURNITURE.search(row.line.text) is None):
            self._posting(row, heading, amounts[0], balance, said)
        elif row.day is not None and row.words and not row.figures and self._waits(row):
            self.entries[-1].day = row.day
            self._go_on(row, said)
        elif row.day is not None and row.words and not row.figures:
            self._open(Entry(row.day, list(row.words), dated=row.dated, table=_index(heading), part=self.parts), row)
        elif row.day is not None and balance is not None and not said:
            self._note("day", balance, row)
        elif not row.figures:
            if self._at_the_edge(row, heading):
                self._titled(said)
            self._go_on(row, said)
        elif balance is not None and self.entries and self.entries[-1].balance is None and self._near(row):
            self.entries[-1].balance = balance
            self.entries[-1].words.extend(row.words)

    def _is_posting(self, row: TableRow, said: str, figures: dict[Role, Figure]) -> bool:
        """Whether a line that begins like a sum is a posting: TotalEnergies, an order called `Übertrag`."""
        amounts = [role for role, one in figures.items() if role in AMOUNTS and one.value != 0]
        if len(amounts) != 1 or self.heading is None or not GENERIC.match(said) or _OF_A_PAGE.search(said):
            return False
        balanced = Role.BALANCE in figures or Role.BALANCE not in self.heading.roles
        return not names_a_sum(said) or (row.day is not None and balanced and len(said.split()) > 1)

    def _posting(
        self,
        row: TableRow,
        heading: Heading | None,
        amount: tuple[Role, Figure],
        balance: Figure | None,
        said: str,
    ) -> None:
        role, figure = amount
        opened = self.entries[-1] if self.entries and self.entries[-1].figure is None and self._near(row) else None
        spoken = any(map(str.isalpha, said)) or self._near(row)
        below = row.day is None and opened is None and self._dated_below(heading)
        if row.day is None and opened is None and not below and (self.day is None or not spoken):
            return
        entry = opened if opened is not None and row.day is None else None
        if entry is None:
            day = None if below else self.day
            entry = Entry(day, dated=row.dated, table=_index(heading), part=self.parts)
            self.entries.append(entry)
        entry.words.extend(row.words)
        entry.figure, entry.balance = figure, balance
        entry.amount = abs(figure.value)
        entry.sign = self._sign(role, figure, heading, row)
        self._mark(row)

    def _dated_below(self, heading: Heading | None) -> bool:
        """Whether dates stand below their postings: in a table without a column of dates, nor days above."""
        return heading is not None and Role.DATE not in heading.roles and not self.day_alone

    def _waits(self, row: TableRow) -> bool:
        """Whether the last posting has no date yet."""
        return bool(self.entries) and self.entries[-1].day is None and self._near(row)

    def _sign(self, role: Role, figure: Figure, heading: Heading | None, row: TableRow) -> int:
        if role is Role.DEBIT and heading is not None:
            # A minus in a column of money out is how some banks print every debit there; it is no reversal.
            return -1
        if role is Role.CREDIT and heading is not None:
            return -1 if figure.value < 0 else 1
        if figure.signed:
            return -1 if figure.value < 0 else 1
        side = _side(row, heading)
        return side or self.section

    def _carry(self, kind: str, said: str, row: TableRow, figures: dict[Role, Figure], heading: Heading | None) -> None:
        self.last = None
        if kind == "total":
            for role, name in ((Role.CREDIT, "total_credits"), (Role.DEBIT, "total_debits")):
                if role in figures:
                    self._note(name, figures[role], row)
            return
        if kind == "stated":
            kind = "closing" if any(entry.figure for entry in self.entries) else "opening"
        amounts = [(role, one) for role, one in figures.items() if role in AMOUNTS and one.value != 0]
        role, figure = (
            (Role.BALANCE, figures[Role.BALANCE])
            if Role.BALANCE in figures
            else (
                amounts[-1]
                if amounts
                else (Role.AMOUNT, next((one for one in row.figures[::-1] if one.strict), row.figures[-1]))
            )
        )
        columned = heading is not None and Role.BALANCE in heading.roles
        side = _side(row, heading) if role is Role.AMOUNT and not figure.signed else 0
        below = (role is Role.DEBIT and not columned) or owed(said) or side < 0
        if below and figure.value > 0:
            figure = replace(figure, value=-figure.value)
        self._note(kind, figure, row)

    def _note(self, kind: str, figure: Figure, row: TableRow) -> None:
        self.carried.append(Carried(kind, figure, len(self.entries), row.day, _index(self.heading)))

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

    def _at_the_edge(self, row: TableRow, heading: Heading | None) -> bool:
        """Whether a line begins where the table does; words of a posting stand further in."""
        return heading is None or row.line.line.box.left < heading.columns[0].box.left + 0.02

    def _titled(self, said: str) -> None:
        if DAILY.search(said):
            self.daily, self.last = True, None
        side = side_of(said)
        if side:
            self.section, self.daily, self.last = side, False, None
            self.parts += 1

    def _go_on(self, row: TableRow, said: str) -> None:
        if not said or not self.entries or not self._near(row) or FURNITURE.search(said):
            self.last = None if FURNITURE.search(said) else self.last
            return
        self.entries[-1].words.extend(row.words)
        self._mark(row)


def _index(heading: Heading | None) -> int:
    return -1 if heading is None else heading.index


AMOUNTS = (Role.DEBIT, Role.CREDIT, Role.AMOUNT)
_OF_A_PAGE = re.compile(r"\b(?:blatt|seite|page|folio|feuille)\b", re.IGNORECASE)
_IN = re.compile(r"^(?:CR|C|H|贷|收|收入|贷方|\+)$", re.IGNORECASE)
_OUT = re.compile(r"^(?:DR|D|S|借|支|支出|借方|-)$", re.IGNORECASE)


_PAID_IN = frozenset(("credit", "deposit", "money in", "paid in", "gutschrift", "eingang", "crédit", "收入", "贷方"))
_PAID_OUT = frozenset(
    ("debit", "withdrawal", "money out", "paid out", "lastschrift", "belastung", "débit", "支出", "借方")
)


def _side(row: TableRow, heading: Heading | None) -> int:
    """What the column of debit and credit marks says, or a cell that says nothing else (`Debit`)."""
    said = [cell.text.strip().lower() for cell in row.line.cells]
    if any(one in _PAID_IN for one in said) != any(one in _PAID_OUT for one in said):
        return 1 if any(one in _PAID_IN for one in said) else -1
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
