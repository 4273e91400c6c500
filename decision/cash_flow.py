"""What went in and out of the bank accounts in each full month, what was left, and who paid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from decision.bank_months import REVENUE
from decision.bank_words import payer
from decision.calendar import Month
from decision.dossier import Dossier
from decision.measure import divide

MOST_PAYERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFlow:
    first: dt.date
    """Of the month."""
    paid_in: Decimal
    paid_out: Decimal
    """As a positive amount."""
    closing: Decimal | None
    """Of all accounts on the month's last covered day; None when no statement tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerShare:
    name: str
    """As the descriptions tell; empty for takings collected from many customers."""
    amount: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CashFlow:
    months: tuple[MonthFlow, ...]
    payers: tuple[PayerShare, ...]
    """The largest first."""
    others: PayerShare | None
    """All that are smaller, together."""
    why_not: str = ""


def cash_flow(dossier: Dossier) -> CashFlow:
    seen = dossier.months
    if not seen.months:
        return CashFlow(months=(), payers=(), others=None, why_not=seen.why_not)
    sums: dict[bool, tuple[Decimal, ...]] = {}
    for incoming in (True, False):
        sums[incoming] = seen.sums(*(flow for flow in seen.monthly if flow[1] is incoming))
    months = tuple(
        MonthFlow(
            first=month.first, paid_in=sums[True][index], paid_out=-sums[False][index], closing=_closing(dossier, month)
        )
        for index, month in enumerate(seen.months)
    )
    payers, others = _payers(dossier)
    return CashFlow(months=months, payers=payers, others=others)


def _closing(dossier: Dossier, month: Month) -> Decimal | None:
    """An account whose statement ends some days before the month does stands as it was then."""
    found: list[Decimal] = []
    for account in dossier.accounts:
        days = [day for day in account.balances if month.first <= day <= month.last]
        if days:
            found.append(account.balances[max(days)])
    return sum(found, Decimal(0)) if found else None


def _payers(dossier: Dossier) -> tuple[tuple[PayerShare, ...], PayerShare | None]:
    by_name: dict[str, Decimal] = {}
    for deposit in dossier.months.of(*REVENUE):
        name = payer(deposit.description)
        by_name[name] = by_name.get(name, Decimal(0)) + deposit.amount
    total = sum(by_name.values(), Decimal(0))
    if total <= 0:
        return (), None
    ranked = sorted(by_name.items(), key=lambda one: (-one[1], one[0]))
    shares = [PayerShare(name=name, amount=amount, share=divide(amount, total)) for name, amount in ranked]
    rest = sum((one.amount for one in shares[MOST_PAYERS:]), Decimal(0))
    others = PayerShare(name="", amount=rest, share=divide(rest, total)) if rest else None
    return tuple(shares[:MOST_PAYERS]), others
