"""How figures are written in a letter: money, dates, rates and months, by locale."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal


def money(amount: Decimal, currency: str, locale: str) -> str:
    """£1,234.50; whole amounts still show their cents, so that every figure can be compared.

    >>> money(Decimal("1234.5"), "GBP", "en_GB")
    '£1,234.50'
    """
    return format_currency(amount, currency, locale=locale)


def date(day: dt.date, locale: str) -> str:
    """1 March 2026, or March 1, 2026."""
    return format_date(day, format="long", locale=locale)


def rate(fraction: Decimal, locale: str) -> str:
    """A yearly rate: 0.095 is 9.5%.

    >>> rate(Decimal("0.0950"), "en_GB")
    '9.5%'
    """
    return format_decimal((fraction * 100).normalize(), format="#,##0.####", locale=locale) + "%"


def months(number: int) -> str:
    """1 month, 24 months."""
    return f"{number} month" if number == 1 else f"{number} months"
