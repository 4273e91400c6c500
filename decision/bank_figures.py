"""Figures that bank statements tell over months: what trade paid in, what went out, what lenders took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.model import Place
from decision.bank import Account, Movement
from decision.bank_words import Use
from decision.calendar import Month
from decision.dossier import Dossier
from decision.measure import cents, divide

MOST_MONTHS = 12
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFigure:
    """A figure over full calendar months, or why there is none."""

    value: Decimal | None
    why_not: str = ""
    months: int = 0
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """The latest full months of the statements and the movements in them, of all accounts."""

    months: tuple[Month, ...]
    movements: tuple[Movement, ...]
    why_not: str = ""

    def sums(self, chosen: Callable[[Movement], bool]) -> tuple[Decimal, ...]:
        """For each month, the sum of the chosen movements."""
        totals = dict.fromkeys(self.months, Decimal(0))
        for movement in self.movements:
            if chosen(movement):
                totals[Month.of(movement.day)] += movement.amount
        return tuple(totals.values())


def full_months(dossier: Dossier) -> Months:
    """At most twelve months, those that the main account covers without a break up to the latest."""
    if not dossier.accounts:
        return Months(months=(), movements=(), why_not="No bank statement with a readable period was sent.")
    if foreign := [one for account in dossier.accounts for one in account.statements if not dossier.comparable(one)]:
        wanted = dossier.application.request.currency
        why_not = f"The statement {foreign[0].file} is in {dossier.currency(foreign[0])}, the request in {wanted}."
        return Months(months=(), movements=(), why_not=why_not)
    latest = _unbroken(dossier.accounts[0], int(dossier.limit("statement_gap_days")))
    if not latest:
        return Months(months=(), movements=(), why_not="The bank statements cover no full calendar month.")
    within = set(latest)
    every = (movement for account in dossier.accounts for movement in account.movements)
    return Months(months=latest, movements=tuple(one for one in every if Month.of(one.day) in within))


def _unbroken(account: Account, quiet_days: int) -> tuple[Month, ...]:
    months = account.months(quiet_days)
    run: list[Month] = []
    for month in reversed(months):
        if run and month.plus(1) != run[-1]:
            break
        run.append(month)
    return tuple(reversed(run[:MOST_MONTHS]))


def is_revenue(movement: Movement) -> bool:
    """Money that trade paid in: no own transfer, loan or refund."""
    return movement.amount > 0 and movement.use is Use.TRADE


def is_running_cost(movement: Movement) -> bool:
    """Money that trade took out: no own transfer, and nothing to lenders."""
    return movement.amount < 0 and movement.use in (Use.TRADE, Use.RETURNED)


def is_lender_payment(movement: Movement) -> bool:
    return movement.amount < 0 and movement.use is Use.LENDING


def annual_inflow(dossier: Dossier) -> BankFigure:
    """The deposits from trade in the full months, taken to twelve months."""
    seen = full_months(dossier)
    if not seen.months:
        return BankFigure(value=None, why_not=seen.why_not)
    total = sum(seen.sums(is_revenue), Decimal(0))
    return BankFigure(
        value=cents(divide(total * 12, Decimal(len(seen.months)))),
        months=len(seen.months),
        places=largest([one for one in seen.movements if is_revenue(one)]),
    )


def monthly_surplus(dossier: Dossier) -> BankFigure:
    """The average of a month's deposits from trade less its running costs; may be negative."""
    return _average(dossier, lambda one: is_revenue(one) or is_running_cost(one))


def lender_payments(dossier: Dossier) -> BankFigure:
    """The average monthly payments to lenders, as a positive amount."""
    paid = _average(dossier, is_lender_payment)
    if paid.value is None:
        return paid
    return BankFigure(value=abs(paid.value), months=paid.months, places=paid.places)


def _average(dossier: Dossier, chosen: Callable[[Movement], bool]) -> BankFigure:
    seen = full_months(dossier)
    if not seen.months:
        return BankFigure(value=None, why_not=seen.why_not)
    return BankFigure(
        value=cents(divide(sum(seen.sums(chosen), Decimal(0)), Decimal(len(seen.months)))),
        months=len(seen.months),
        places=largest([one for one in seen.movements if chosen(one)]),
    )


def largest(movements: Sequence[Movement]) -> tuple[Place, ...]:
    """Where the largest of the movements stand; the whole list would hide them."""
    ranked = sorted(movements, key=lambda one: (-abs(one.amount), one.day, one.description))
    return tuple(one.place for one in ranked[:_MOST_PLACES])
