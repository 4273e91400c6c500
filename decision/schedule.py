"""Repayment by equal monthly instalments, to the cent."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from cases.model import Instalment
from decision.calendar import months_after
from decision.measure import CENT, EXACT, cents

MONTHS_A_YEAR = 12


def instalment(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The equal monthly payment of an annuity: P·r / (1 − (1+r)^−n) with r a twelfth of the annual rate.

    >>> instalment(Decimal(150000), Decimal("0.11"), 48)
    Decimal('3876.83')
    """
    return cents(EXACT.divide(principal, present_value_of_one(annual_rate, months)))


def principal_for(payment: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The largest principal that a monthly payment can carry, rounded down to the cent; 0 for no payment."""
    if payment <= 0:
        return Decimal(0)
    return (payment * present_value_of_one(annual_rate, months)).quantize(CENT, rounding="ROUND_FLOOR")


def present_value_of_one(annual_rate: Decimal, months: int) -> Decimal:
    """What payments of 1 at the end of each month are worth today. Raises ValueError for no months."""
    if months < 1 or annual_rate < 0:
        raise ValueError("an annuity has at least one month and no negative rate")
    if annual_rate == 0:
        return Decimal(months)
    monthly = EXACT.divide(annual_rate, Decimal(MONTHS_A_YEAR))
    discount = EXACT.power(1 + monthly, Decimal(-months))
    return EXACT.divide(1 - discount, monthly)


def schedule(principal: Decimal, annual_rate: Decimal, months: int, paid_out: dt.date) -> tuple[Instalment, ...]:
    """All instalments, the first a month after the pay-out. Interest is rounded each month; the last settles.

    The principal parts add up to the principal exactly, and the balance ends at 0.
    """
    payment = instalment(principal, annual_rate, months)
    balance, rows = principal, []
    for number in range(1, months + 1):
        interest = cents(EXACT.divide(balance * annual_rate, Decimal(MONTHS_A_YEAR)))
        last = number == months
        paid = balance + interest if last else min(payment, balance + interest)
        balance = balance + interest - paid
        rows.append(
            Instalment(
                number=number,
                due=months_after(paid_out, number),
                payment=paid,
                interest=interest,
                principal=paid - interest,
                balance=balance,
            )
        )
    return tuple(rows)
