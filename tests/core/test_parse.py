"""Figures and dates from print: one contract, a value or None."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.parse import Calendar, date, money, percent

JANUARY = Calendar(first=dt.date(2025, 12, 20), last=dt.date(2026, 1, 19))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("(1,234)", "-1234"),
        ("1,234-", "-1234"),
        ("-1,234", "-1234"),
        ("−1.234,56", "-1234.56"),
        ("£1,234.56", "1234.56"),
        ("-£5.00", "-5.00"),
        ("£-5.00", "-5.00"),
        ("1.234,56 €", "1234.56"),
        ("RMB 1,234.56", "1234.56"),
        ("￥1,234.56", "1234.56"),
        ("1,234.56CR", "1234.56"),
        ("1,234.56 DR", "-1234.56"),
        ("123,45 S", "-123.45"),
        ("123,45 H", "123.45"),
        ("1 234,56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1,234,567", "1234567"),
        ("0.50", "0.50"),
        ("12.5", "12.5"),
        ("1,O00.00", "1000.00"),
        ("壹佰万元整", "1000000"),
        ("壹仟贰佰叁拾肆元伍角陆分", "1234.56"),
    ],
)
def test_money(text: str, value: str) -> None:
    assert money(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "-", "abc", "1,23,4", "12 34", "2026-03-01", "Ref 123", "1.2.3", "12:30", "1,234.567", "O", "-5-"]
)
def test_what_is_no_money_gives_none(text: str) -> None:
    assert money(text) is None


def test_a_named_decimal_mark_settles_what_three_digits_mean() -> None:
    assert money("1,234", decimal_mark=".") == 1234
    assert money("1,234", decimal_mark=",") == Decimal("1.234")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-01", "2026-03-01"),
        ("03/04/2026", "2026-04-03"),
        ("3 April 2026", "2026-04-03"),
        ("Apr 3, 2026", "2026-04-03"),
        ("03 APR 26", "2026-04-03"),
        ("2026年3月1日", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("3. März 2026", "2026-03-03"),
        ("01.03.26", "2026-03-01"),
        ("1st April 2026", "2026-04-01"),
        ("12/31/2026", "2026-12-31"),
        ("5 gennaio 2026", "2026-01-05"),
        ("12 mei 2026", "2026-05-12"),
        ("3 mayo 2026", "2026-05-03"),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert date(text) == dt.date.fromisoformat(value)


def test_month_first_by_habit() -> None:
    assert date("03/04/2026", Calendar(day_first=False)) == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "value"),
    [("28 Dec", "2025-12-28"), ("Jan 3", "2026-01-03"), ("03.01.", "2026-01-03"), ("1月5日", "2026-01-05")],
)
def test_a_date_without_a_year_takes_it_from_the_period(text: str, value: str) -> None:
    assert date(text, JANUARY) == dt.date.fromisoformat(value)
    assert date(text) is None


@pytest.mark.parametrize("text", ["", "31/02/2026", "12 Marketing", "1,234.56", "99999999", "Ref 12", "10 Street"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert date(text, JANUARY) is None


def test_percentages_are_fractions() -> None:
    assert percent("12.5 %") == Decimal("0.125")
    assert percent("-3%") == Decimal("-0.03")
    assert percent("12") is None


@given(st.text(max_size=40) | st.text(alphabet="0123456789.,'-()£€ CRDSH年月日/%OIl万元整壹佰", max_size=20))
def test_nothing_raises_for_any_string(text: str) -> None:
    assert money(text) is None or isinstance(money(text), Decimal)
    assert date(text, JANUARY) is None or isinstance(date(text, JANUARY), dt.date)
    assert percent(text) is None or isinstance(percent(text), Decimal)


AMOUNTS = st.decimals(min_value=Decimal("-999999999"), max_value=Decimal("999999999"), places=2)


@given(AMOUNTS)
def test_what_was_printed_comes_back(value: Decimal) -> None:
    english = f"{value:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    swiss = english.replace(",", "'")
    assert [money(text) for text in (english, german, swiss)] == [value] * 3


@given(st.dates(min_value=dt.date(1980, 1, 1), max_value=dt.date(2079, 12, 31)))
def test_dates_come_back(day: dt.date) -> None:
    assert date(day.isoformat()) == day
    assert date(day.strftime("%d.%m.%Y")) == day
    assert date(day.strftime("%d %b %Y")) == day
    assert date(f"{day.year}年{day.month}月{day.day}日") == day
    assert date(day.strftime("%m/%d/%y"), Calendar(day_first=False)) == day
