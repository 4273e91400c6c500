"""A business's bank account, day by day, from a seed: customers pay in; wages, rent, suppliers and lenders are paid."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

CENT = Decimal("0.01")
BANK_HOLIDAYS = {(1, 1), (12, 25), (12, 26)}
"""Month and day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What an account's months look like."""

    monthly_inflow: int
    surplus: float = 0.11
    """The part of the inflow that is left before lenders are paid."""
    customers: tuple[str, ...]
    suppliers: tuple[str, ...]
    landlord: str
    staff: tuple[str, ...]
    tax_office: str
    lender: str = ""
    """The line of a loan payment; empty when there is no loan."""
    loan_payment: Decimal = Decimal(0)
    opening: Decimal = Decimal("38412.77")
    receipts: int = 22
    """Payments in a month."""
    received_as: str = "FPI {name} INV {number}"
    paid_as: str = "BACS {name}"


@dataclass(frozen=True, slots=True)
class Line:
    date: dt.date
    description: str
    amount: Decimal


@dataclass(slots=True)
class Month:
    """One month's statement as the bank would print it."""

    start: dt.date
    end: dt.date
    opening: Decimal
    rows: list[dict[str, str]] = field(default_factory=list)
    closing: Decimal = Decimal(0)

    def truth(self) -> dict[str, object]:
        amounts = [Decimal(row["amount"]) for row in self.rows]
        return {
            "period_start": self.start.isoformat(),
            "period_end": self.end.isoformat(),
            "opening_balance": str(self.opening),
            "closing_balance": str(self.closing),
            "total_credits": str(sum((one for one in amounts if one > 0), Decimal("0.00"))),
            "total_debits": str(-sum((one for one in amounts if one < 0), Decimal("0.00"))),
            "rows": self.rows,
        }


def months(trade: Trade, first: dt.date, count: int, seed: int) -> list[Month]:
    """The statements of `count` months from the month of `first`, each going on from the one before."""
    random, balance, made = Random(seed), trade.opening, []
    year, month = first.year, first.month
    for _ in range(count):
        start = dt.date(year, month, 1)
        end = dt.date(year, month, calendar.monthrange(year, month)[1])
        made.append(_month(_lines(trade, start, end, random), start, end, balance))
        balance = made[-1].closing
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return made


def _month(lines: Sequence[Line], start: dt.date, end: dt.date, opening: Decimal) -> Month:
    month, balance = Month(start, end, opening), opening
    for line in sorted(lines, key=lambda one: (one.date, one.amount < 0)):
        balance += line.amount
        month.rows.append(
            {
                "date": line.date.isoformat(),
                "description": line.description,
                "amount": str(line.amount),
                "balance": str(balance),
            }
        )
    month.closing = balance
    return month


def _lines(trade: Trade, start: dt.date, end: dt.date, random: Random) -> list[Line]:
    inflow = Decimal(trade.monthly_inflow) * Decimal(str(round(random.uniform(0.96, 1.05), 4)))
    lines = []
    for part in _parts(inflow, trade.receipts, random):
        name = random.choice(trade.customers)
        words = trade.received_as.format(name=name, number=random.randint(1000, 9999))
        lines.append(Line(_working_day(start, end, random), words, part))
    costs = inflow * Decimal(str(1 - trade.surplus))
    wages, rent, tax = costs * Decimal("0.34"), costs * Decimal("0.08"), costs * Decimal("0.09")
    for name, part in zip(trade.staff, _parts(wages, len(trade.staff), random), strict=True):
        lines.append(Line(_on(start, 26), trade.paid_as.format(name=name), -part))
    lines.append(Line(_on(start, 2), trade.paid_as.format(name=trade.landlord), -rent.quantize(CENT)))
    lines.append(Line(_on(start, 19), trade.paid_as.format(name=trade.tax_office), -tax.quantize(CENT)))
    for part in _parts(costs - wages - rent - tax, 12, random):
        words = trade.paid_as.format(name=random.choice(trade.suppliers))
        lines.append(Line(_working_day(start, end, random), words, -part))
    if trade.lender:
        lines.append(Line(_on(start, 12), trade.lender, -trade.loan_payment))
    return lines


def _parts(whole: Decimal, count: int, random: Random) -> list[Decimal]:
    """Uneven parts that add up to the whole, to the cent."""
    weights = [random.uniform(0.5, 1.5) for _ in range(count)]
    parts = [(whole * Decimal(str(weight / sum(weights)))).quantize(CENT) for weight in weights]
    parts[-1] += whole.quantize(CENT) - sum(parts)
    return parts


def _on(start: dt.date, day: int) -> dt.date:
    """A day of the month, or the working day after it."""
    found = start.replace(day=day)
    while not _works(found):
        found += dt.timedelta(days=1)
    return found


def _working_day(start: dt.date, end: dt.date, random: Random) -> dt.date:
    while True:
        day = start + dt.timedelta(days=random.randrange((end - start).days + 1))
        if _works(day):
            return day


def _works(day: dt.date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in BANK_HOLIDAYS
