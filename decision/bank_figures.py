"""Figures that bank statements tell over months: what trade paid in, what it left, what lenders took."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model import Place
from decision.bank_months import REVENUE, RUNNING_COSTS, TO_LENDERS, Flow
from decision.dossier import Dossier
from decision.measure import cents, divide


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFigure:
    """A figure over full calendar months, or why there is none."""

    value: Decimal | None
    why_not: str = ""
    months: int = 0
    places: tuple[Place, ...] = ()


def annual_inflow(dossier: Dossier) -> BankFigure:
    """The deposits from trade in the full months, taken to twelve months."""
    return _average(dossier, 12, *REVENUE)


def monthly_surplus(dossier: Dossier) -> BankFigure:
    """The average of a month's deposits from trade less its running costs; may be negative."""
    return _average(dossier, 1, *REVENUE, *RUNNING_COSTS)


def lender_payments(dossier: Dossier) -> BankFigure:
    """The average monthly payments to lenders, as a positive amount."""
    return _average(dossier, -1, *TO_LENDERS)


def _average(dossier: Dossier, times: int, *flows: Flow) -> BankFigure:
    """The average month of some flows, so many times."""
    seen = dossier.months
    if not seen.months:
        return BankFigure(value=None, why_not=seen.why_not)
    total = sum(seen.sums(*flows), Decimal(0)) * times
    return BankFigure(
        value=cents(divide(total, Decimal(len(seen.months)))) + 0,
        months=len(seen.months),
        places=seen.largest(*flows),
    )
