"""Repayment to the cent."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.schedule import instalment, present_value_of_one, principal_for, schedule

loans = st.tuples(
    st.integers(100_000, 100_000_000).map(lambda cents: Decimal(cents) / 100),
    st.integers(0, 400).map(lambda steps: Decimal(steps) / 1000),
    st.integers(1, 84),
    st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)),
)


@given(loans)
def test_the_principal_is_repaid_exactly(loan: tuple[Decimal, Decimal, int, dt.date]) -> None:
    principal, rate, months, day = loan
    rows = schedule(principal, rate, months, day)
    assert len(rows) == months
    assert sum(row.principal for row in rows) == principal
    assert rows[-1].balance == 0
    balance = principal
    for row in rows:
        assert row.payment == row.interest + row.principal
        balance -= row.principal
        assert row.balance == balance
        for figure in (row.payment, row.interest, row.principal, row.balance):
            assert figure == figure.quantize(Decimal("0.01"))
            assert figure >= 0


@given(loans)
def test_all_payments_are_equal_but_the_last_which_settles(loan: tuple[Decimal, Decimal, int, dt.date]) -> None:
    principal, rate, months, day = loan
    rows = schedule(principal, rate, months, day)
    payment = instalment(principal, rate, months)
    assert {row.payment for row in rows[:-1]} <= {payment}
    # Every payment is at most half a cent off, and interest a cent a month; compounding multiplies that little.
    assert abs(rows[-1].payment - payment) <= Decimal("0.02") * months * (1 + rate / 12) ** months


@given(loans)
def test_instalments_fall_due_monthly(loan: tuple[Decimal, Decimal, int, dt.date]) -> None:
    principal, rate, months, day = loan
    dues = [row.due for row in schedule(principal, rate, months, day)]
    assert dues == sorted(dues)
    for number, due in enumerate(dues, 1):
        assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == number
        assert due.day == day.day or (due + dt.timedelta(days=1)).day == 1


@given(loans)
def test_a_payment_carries_the_principal_that_it_was_worked_out_for(
    loan: tuple[Decimal, Decimal, int, dt.date],
) -> None:
    principal, rate, months, _ = loan
    payment = instalment(principal, rate, months)
    carried = principal_for(payment, rate, months)
    assert abs(carried - principal) <= present_value_of_one(rate, months) * Decimal("0.005") + Decimal("0.01")


def test_the_worked_example() -> None:
    assert instalment(Decimal(150_000), Decimal("0.11"), 48) == Decimal("3876.83")
    rows = schedule(Decimal(150_000), Decimal("0.11"), 48, dt.date(2026, 1, 31))
    assert rows[0].interest == Decimal("1375.00")
    assert [row.due for row in rows[:3]] == [dt.date(2026, 2, 28), dt.date(2026, 3, 31), dt.date(2026, 4, 30)]


def test_no_payment_carries_nothing() -> None:
    assert principal_for(Decimal(-5), Decimal("0.1"), 12) == 0


def test_an_annuity_needs_a_month() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        present_value_of_one(Decimal("0.1"), 0)
