"""What a statement's table is made of: postings, lines taken apart, balances and sums that lines carry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from ocr.extract import GridLine
from ocr.statement_columns import Heading
from ocr.statement_figures import Figure
from ocr.text import Word, join


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
    table: int = -1
    """Which heading it stands under: the heading's line in the grid; -1 for none."""
    part: int = 0
    """Which section it stands in: counted from the top."""

    @property
    def description(self) -> str:
        return " ".join(join((word,)) for word in self.words)

    @property
    def every(self) -> list[Word]:
        figures = [figure for figure in (self.figure, self.balance) if figure is not None]
        return [*self.dated, *self.words, *(word for figure in figures for word in figure.words)]


@dataclass(frozen=True, slots=True)
class Carried:
    """A balance or sum that a line states: its kind, after how many entries it stands, under which heading.

    Kinds are `opening`, `closing`, `day` and `daily` for balances, `total_credits` and `total_debits` for sums.
    """

    kind: str
    figure: Figure
    after: int
    day: dt.date | None
    table: int = -1


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
