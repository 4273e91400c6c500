"""Accounts, their months and their movements."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from decision.bank import open_accounts, same_account
from decision.bank_words import Use, payer, use_of
from decision.calendar import Month as CalendarMonth
from decision.calendar import Span, joined, months_after, whole_months
from tests.core.paperwork import Month, statement, statements

CREDIT, DEBIT = Decimal(100), Decimal(-100)


@pytest.mark.parametrize(
    ("description", "amount", "use"),
    [
        ("CARD SALES 12 OCT", CREDIT, Use.TRADE),
        ("FUNDING CIRCLE LOAN PROCEEDS", CREDIT, Use.LENDING),
        ("IWOCA LTD DD", DEBIT, Use.LENDING),
        ("MERCHANT CASH ADVANCE YOULEND", CREDIT, Use.LENDING),
        ("Director's loan J Whitfield", CREDIT, Use.OWN_TRANSFER),
        ("TRANSFER FROM SAVINGS", CREDIT, Use.OWN_TRANSFER),
        ("AMAZON REFUND 221", CREDIT, Use.REFUND),
        ("REFUND TO CUSTOMER", DEBIT, Use.TRADE),
        ("RETURNED DIRECT DEBIT", DEBIT, Use.RETURNED),
        ("NSF FEE", DEBIT, Use.RETURNED),
        ("货款 明远贸易", CREDIT, Use.TRADE),
        ("贷款发放", CREDIT, Use.LENDING),
        ("归还贷款本金", DEBIT, Use.LENDING),
        ("股东投资款", CREDIT, Use.OWN_TRANSFER),
        ("退货退款", CREDIT, Use.REFUND),
        ("余额不足 扣款失败", DEBIT, Use.RETURNED),
        ("Loanhead Cafe supplies", DEBIT, Use.TRADE),
    ],
)
def test_lines_are_told_apart(description: str, amount: Decimal, use: Use) -> None:
    assert use_of(description, amount) is use


def test_takings_are_nobodys() -> None:
    assert payer("STRIPE PAYOUT 2231") == ""
    assert payer("BACS CREDIT Harrow Council INV 221") == payer("FASTER PAYMENT HARROW COUNCIL REF 99")


def test_one_account_under_several_numbers() -> None:
    assert same_account("GB29 NWBK 6016 1331 9268 19", "31926819")
    assert same_account("****6819", "31926819")
    assert not same_account("31926818", "31926819")
    assert not same_account("", "31926819")


def test_statements_of_one_account_come_in_order() -> None:
    first, second, third = statements()
    (account,) = open_accounts((third, first, second), 5)
    assert account.statements == (first, second, third)
    assert [str(month) for month in account.months(0)] == ["August 2026", "September 2026", "October 2026"]


def test_a_missing_month_is_no_month() -> None:
    first, _, third = statements()
    (account,) = open_accounts((first, third), 5)
    assert [str(month) for month in account.months(5)] == ["August 2026", "October 2026"]


def test_quiet_days_between_statements_are_covered_only_when_the_balance_carries_over() -> None:
    first = statement(Month(number=8), period_end=dt.date(2026, 8, 29))
    carried = statement(Month(number=9, opening=first.money("closing_balance") or Decimal(0)))
    jumped = statement(Month(number=9, opening=Decimal(7)))
    assert len(open_accounts((first, carried), 5)[0].covered) == 1
    assert len(open_accounts((first, jumped), 5)[0].covered) == 2


def test_balances_are_carried_over_days_without_entries() -> None:
    month = Month(number=9, opening=Decimal(100), sales=("50.00",), costs=("-200.00",), others=())
    balances = open_accounts((statement(month),), 5)[0].balances
    assert len(balances) == 30
    assert balances[dt.date(2026, 9, 1)] == Decimal(100)
    assert balances[dt.date(2026, 9, 3)] == Decimal(150)
    assert balances[dt.date(2026, 9, 30)] == Decimal(-50)


def test_two_accounts_stay_apart() -> None:
    one, other = statement(), statement(account_number="55556666", period_end=dt.date(2026, 10, 20))
    assert [len(account.statements) for account in open_accounts((one, other), 5)] == [1, 1]


def test_months_and_spans() -> None:
    assert CalendarMonth(2026, 1).plus(-1) == CalendarMonth(2025, 12)
    assert months_after(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    assert whole_months(dt.date(2025, 11, 17), dt.date(2026, 11, 16)) == 11
    assert whole_months(dt.date(2025, 11, 16), dt.date(2026, 11, 16)) == 12
    assert whole_months(dt.date(2026, 11, 16), dt.date(2025, 11, 16)) == -12
    day = dt.date(2026, 1, 1)
    week = [Span(day + dt.timedelta(days=7 * n), day + dt.timedelta(days=7 * n + 4)) for n in range(3)]
    assert len(joined(week, 1)) == 3
    assert joined(week, 2) == (Span(day, day + dt.timedelta(days=18)),)
