"""The bank accounts of a case: statements of one account in order, their movements and what they are about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cases.model import Document, Place
from decision.bank_words import Use, use_of
from decision.calendar import Month, Span, joined
from decision.names import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    day: dt.date
    description: str
    amount: Decimal
    """Signed: credits positive."""
    use: Use
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One bank account. `statements` are in order of time and overlap nowhere."""

    key: str
    """The account number as compared: of one bank, digits and letters only."""
    statements: tuple[Document, ...]
    overlapping: tuple[tuple[Document, Document], ...] = ()
    """Statements left out because they cover days of another one, each behind that one."""
    covered: tuple[Span, ...] = ()
    movements: tuple[Movement, ...] = ()
    balances: Mapping[dt.date, Decimal] = field(default_factory=dict)
    """At the end of every covered day whose statement shows its opening balance."""

    def months(self, quiet_days: int) -> tuple[Month, ...]:
        """The full calendar months that statements cover, in order.

        A month may lack `quiet_days` at its ends: many statements run from the first entry to the last.
        """
        full = []
        for span in self.covered:
            month = Month.of(span.first)
            while month.first <= span.last:
                early = (span.first - month.first).days <= quiet_days
                late = (month.last - span.last).days <= quiet_days
                if early and late:
                    full.append(month)
                month = month.plus(1)
        return tuple(sorted(set(full)))


LONGEST_STATEMENT_DAYS = 800
"""Two years and some. A longer period is a misread year."""


def period(statement: Document) -> Span | None:
    """The days that a statement covers; None when it does not say, or says what cannot be."""
    first, last = statement.day("period_start"), statement.day("period_end")
    if not first or not last or not first <= last or (last - first).days > LONGEST_STATEMENT_DAYS:
        return None
    return Span(first, last)


def open_accounts(statements: Iterable[Document], quiet_days: int) -> tuple[Account, ...]:
    """The accounts with dated statements, that with the most days first.

    Two statements that follow each other with at most `quiet_days` between them leave no gap when the balance
    carries over.
    """
    groups: dict[str, list[Document]] = {}
    for statement in statements:
        if period(statement) is not None:
            groups.setdefault(_group(statement, groups), []).append(statement)
    opened = [_account(key, found, quiet_days) for key, found in groups.items()]
    return tuple(sorted(opened, key=lambda one: (-sum(span.days for span in one.covered), one.key)))


def account_number(statement: Document) -> str:
    """The number that tells one account from another, digits and letters only; empty when none was read."""
    number = statement.text("account_number") or statement.text("iban") or ""
    return re.sub(r"[^0-9A-Za-z]", "", number).upper()


def same_account(one: str, other: str) -> bool:
    """Whether two numbers may be of one account: equal, or one is the masked or shorter end of the other.

    >>> same_account("GB29NWBK60161331926819", "31926819"), same_account("12345678", "12345679")
    (True, False)
    """
    left, right = (re.sub(r"^[X*]+", "", re.sub(r"[^0-9A-Z*]", "", number.upper())) for number in (one, other))
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return longer.endswith(shorter) and (len(shorter) >= 4 or shorter == longer)


def _group(statement: Document, groups: Iterable[str]) -> str:
    number = account_number(statement)
    if not number:
        return "of " + folded(statement.text("account_holder") or "") + folded(statement.text("bank_name") or "")
    return next((key for key in groups if same_account(key, number)), number)


def _account(key: str, statements: Sequence[Document], quiet: int) -> Account:
    dated = sorted((span, one.id, one) for one in statements if (span := period(one)) is not None)
    kept: list[tuple[Span, Document]] = []
    overlapping: list[tuple[Document, Document]] = []
    for span, _, statement in dated:
        if kept and span.first < kept[-1][0].last:
            overlapping.append((kept[-1][1], statement))
        else:
            kept.append((span, statement))
    lines = [(span, statement, movements(statement)) for span, statement in kept]
    balances: dict[dt.date, Decimal] = {}
    for span, statement, moved in lines:
        balances.update(_closing_balances(span, statement, moved))
    return Account(
        key=key,
        statements=tuple(statement for _, statement in kept),
        overlapping=tuple(overlapping),
        covered=_covered(kept, quiet),
        movements=tuple(movement for _, _, moved in lines for movement in moved),
        balances=balances,
    )


def _covered(kept: Sequence[tuple[Span, Document]], quiet: int) -> tuple[Span, ...]:
    """The spans, joined over a few quiet days where the closing balance is the next opening balance."""
    runs: list[list[Span]] = []
    before: Decimal | None = None
    for span, statement in kept:
        if before is not None and before == statement.money("opening_balance"):
            runs[-1].append(span)
        else:
            runs.append([span])
        before = statement.money("closing_balance")
    return joined((span for run in runs for span in joined(run, quiet)), 0)


def movements(statement: Document) -> tuple[Movement, ...]:
    """The lines of a statement that have an amount; a line without a date is of the day of the one before."""
    found = []
    day = statement.day("period_start")
    for row in statement.rows:
        day, amount = row.day("date") or day, row.money("amount")
        if day is None or amount is None:
            continue
        description = row.cells.get("description", "")
        use = use_of(description, amount)
        found.append(Movement(day=day, description=description, amount=amount, use=use, place=row.place))
    return tuple(found)


def _closing_balances(span: Span, statement: Document, lines: Sequence[Movement]) -> dict[dt.date, Decimal]:
    """The balance at the end of every day of a statement, carried over days without entries."""
    balance = statement.money("opening_balance")
    if balance is None:
        return {}
    changes: dict[dt.date, Decimal] = {}
    for line in lines:
        changes[line.day] = changes.get(line.day, Decimal(0)) + line.amount
    ends: dict[dt.date, Decimal] = {}
    for offset in range(span.days):
        day = span.first + dt.timedelta(days=offset)
        balance += changes.get(day, Decimal(0))
        ends[day] = balance
    return ends
