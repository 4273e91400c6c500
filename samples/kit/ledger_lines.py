"""The lines of an account: what was paid in and out on which days, with balances that run.

What people and firms pay for stands in tables of habits (TOML, beside the kinds that use them); each habit is
`[weight, code, lowest, highest, "line | line"]`, in units of the currency, negative for money that goes out.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from samples.kit import invent

FOREIGN = ("USD", "EUR", "CHF", "SEK", "JPY")


class Habit(NamedTuple):
    """One sort of transaction."""

    weight: int
    code: str
    low: int
    high: int
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One transaction, with the balance after it."""

    date: dt.date
    code: str
    lines: tuple[str, ...]
    amount: Decimal
    balance: Decimal
    first_of_day: bool
    last_of_day: bool

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def size(self) -> Decimal:
        return abs(self.amount)

    def row(self, description: str = "", *, balance: bool) -> dict[str, str]:
        """The canonical cells, with the balance where the paper prints one."""
        cells = {"date": self.date.isoformat(), "description": description or self.text, "amount": str(self.amount)}
        return cells | ({"balance": str(self.balance)} if balance else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """An account over a period."""

    first: dt.date
    last: dt.date
    opening: Decimal
    entries: tuple[Entry, ...]

    @property
    def closing(self) -> Decimal:
        return self.entries[-1].balance if self.entries else self.opening

    @property
    def credits(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.amount > 0)

    @property
    def debits(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.amount < 0)

    @property
    def total_in(self) -> Decimal:
        return sum((entry.amount for entry in self.credits), Decimal("0.00"))

    @property
    def total_out(self) -> Decimal:
        return -sum((entry.amount for entry in self.debits), Decimal("0.00"))

    def figures(self) -> dict[str, str]:
        """The period, the balances and the totals as canonical fields."""
        return {
            "period_start": self.first.isoformat(),
            "period_end": self.last.isoformat(),
            "opening_balance": str(self.opening),
            "closing_balance": str(self.closing),
            "total_credits": str(self.total_in),
            "total_debits": str(self.total_out),
        }


class Leaf(NamedTuple):
    """One page of entries, with the balances carried to it and from it."""

    number: int
    entries: tuple[Entry, ...]
    carried_in: Decimal
    carried_out: Decimal


class Digits:
    """So many digits by count: in a wording, {n[6]} is six digits."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def __getitem__(self, count: int) -> str:
        return invent.digits(count, self._chance)


def habits(module_file: str, name: str) -> tuple[Habit, ...]:
    """A table of habits from the TOML beside a module."""
    path = Path(module_file).with_suffix(".habits.toml")
    return tuple(Habit(*line) for line in tomllib.loads(path.read_text(encoding="utf-8"))[name])


def ledger(
    some: Sequence[Habit],
    country: str,
    period: tuple[dt.date, dt.date],
    count: int,
    opening: Decimal,
    floor: Decimal,
    chance: Random,
) -> Ledger:
    """So many transactions in a period; below the floor, money comes in next."""
    days, balance, entries = _days(period, count, chance), opening, []
    coming_in = [habit for habit in some if habit.low > 0]
    card, cheque = invent.digits(4, chance), chance.randint(1100, 8800)
    for index, date in enumerate(days):
        habit = _drawn(some, chance)
        amount = _sum(habit, chance)
        if balance + amount < floor:
            habit = _drawn(coming_in, chance)
            amount = _sum(habit, chance)
        balance += amount
        entries.append(
            Entry(
                date=date,
                code=habit.code,
                lines=_lines(habit, words(country, date, amount, chance) | {"card": card, "cheque": cheque + index}),
                amount=amount,
                balance=balance,
                first_of_day=index == 0 or days[index - 1] != date,
                last_of_day=index + 1 == count or days[index + 1] != date,
            )
        )
    return Ledger(first=period[0], last=period[1], opening=opening, entries=tuple(entries))


def words(country: str, date: dt.date, amount: Decimal, chance: Random) -> dict[str, Any]:
    """What the wordings of habits name."""
    firm, person = invent.company(country, chance), invent.person(country, chance)
    rate = Decimal(chance.randint(10500, 13900)) / 10000
    return {
        "firm": firm,
        "FIRM": firm.upper(),
        "person": person.full,
        "PERSON": person.full.upper(),
        "surname": person.surname.upper(),
        "n": Digits(chance),
        "when": date,
        "earlier": date - dt.timedelta(days=chance.randint(1, 4)),
        "billed": date - dt.timedelta(days=chance.randint(9, 34)),
        "clock": f"{chance.randint(7, 21):02d}:{chance.randint(0, 59):02d}",
        "rate": rate,
        "abroad": chance.choice(FOREIGN),
        "foreign": f"{abs(amount) * rate:,.2f}",
    }


def leaves(book: Ledger, first: int, other: int, room: Mapping[str, int] | None = None) -> tuple[Leaf, ...]:
    """The pages of a statement, from the printed lines that go on the first and on the others."""
    made: list[Leaf] = []
    held: list[Entry] = []
    balance, used = book.opening, 0
    for entry in book.entries:
        needed = len(entry.lines) + (room or {}).get("entry", 0)
        if held and used + needed > (other if made else first):
            made.append(Leaf(len(made) + 1, tuple(held), balance, held[-1].balance))
            balance, held, used = held[-1].balance, [], 0
        held.append(entry)
        used += needed
    return (*made, Leaf(len(made) + 1, tuple(held), balance, book.closing))


def month_of(
    home: str,
    name: str,
    country: str,
    chance: Random,
    count: tuple[int, int],
    opening: tuple[int, int],
    floor: int,
    period: tuple[dt.date, dt.date] | None = None,
) -> Ledger:
    """An account over a month, from the habits of that name beside the module `home`; counts and sums lie between two
    bounds, and the balance stays above `floor`."""
    start = invent.amount(*opening, chance).quantize(invent.CENT)
    span = period or invent.month(chance)
    return ledger(habits(home, name), country, span, chance.randint(*count), start, Decimal(floor), chance)


def by_day(book: Ledger) -> tuple[Entry, ...]:
    """The last entry of each day, which has the day's balance."""
    return tuple(entry for entry in book.entries if entry.last_of_day)


def abreast(some: Sequence[Any], columns: int) -> Iterator[tuple[Any, ...]]:
    """Rows of a table whose columns are read downwards one after another; what is missing is None."""
    height = -(-len(some) // columns)
    return itertools.zip_longest(*(some[start : start + height] for start in range(0, len(some), max(1, height))))


def _days(period: tuple[dt.date, dt.date], count: int, chance: Random) -> list[dt.date]:
    """Working days in order, several transactions on most of them."""
    span = (period[1] - period[0]).days + 1
    working = [day for day in (period[0] + dt.timedelta(days=at) for at in range(span)) if day.weekday() < 5]
    used = chance.sample(working, min(len(working), chance.randint(13, 19)))
    return sorted(chance.choice(used) for _ in range(count))


def _drawn(some: Sequence[Habit], chance: Random) -> Habit:
    return chance.choices(some, [habit.weight for habit in some])[0]


def _sum(habit: Habit, chance: Random) -> Decimal:
    """Cash and standing sums are round, the others are not."""
    if habit.low == habit.high:
        return Decimal(habit.low) + Decimal("0.00")
    value = invent.amount(habit.low, habit.high, chance)
    return value.quantize(invent.CENT)


def _lines(habit: Habit, some: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(line.strip() for line in habit.wording.format_map(some).split("|"))
