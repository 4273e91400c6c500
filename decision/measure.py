"""Units, and the declaration of a feature: what it is called, what it counts, and how it reads in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from cases.model import Evidence, Feature

EXACT = Context(prec=34, rounding=ROUND_HALF_UP)
"""The arithmetic of every decision, whatever the thread's own context is."""

CENT = Decimal("0.01")
_SIX_PLACES = Decimal("0.000001")
_SYMBOLS: Mapping[str, str] = {"GBP": "£", "USD": "$", "EUR": "€", "CNY": "¥"}


class Unit(StrEnum):
    """What a number counts. Rules may only compare like with like."""

    MONEY = "money"
    """In the currency of the request."""
    RATIO = "ratio"
    """So many times, such as a debt cover of 1.25."""
    SHARE = "share"
    """A fraction that is spoken of in percent: 0.3 is 30 %."""
    COUNT = "count"
    DAYS = "days"
    MONTHS = "months"
    POINTS = "points"
    YES_NO = "yes_no"
    """1 or 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A feature as rules may use it."""

    name: str
    unit: Unit
    title: str
    """What it is, as the middle of a sentence: "the debt service cover"."""


def cents(amount: Decimal) -> Decimal:
    """Rounded to the cent, halves away from zero."""
    return amount.quantize(CENT, context=EXACT)


def divide(dividend: Decimal, divisor: Decimal) -> Decimal:
    """The quotient to six places; raises ZeroDivisionError (a decimal one) for a divisor of zero."""
    return EXACT.divide(dividend, divisor).quantize(_SIX_PLACES, context=EXACT)


def measured(name: str, value: Decimal | int | bool, evidence: Iterable[Evidence] = ()) -> Feature:
    """A feature with a value. Raises ValueError for infinity and for what is not a number."""
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"feature {name} must be a finite number")
    return Feature(name=name, value=number, evidence=tuple(evidence))


def absent(name: str, why_not: str) -> Feature:
    """A feature without a value; `why_not` is a sentence that the applicant may read."""
    return Feature(name=name, value=None, why_not=why_not)


def spoken(value: Decimal, unit: Unit, currency: str) -> str:
    """A value as a sentence says it, the same on every machine.

    >>> spoken(Decimal("12345.5"), Unit.MONEY, "GBP")
    '£12,345.50'
    >>> spoken(Decimal("0.345"), Unit.SHARE, "GBP")
    '34.5%'
    """
    match unit:
        case Unit.MONEY:
            symbol = _SYMBOLS.get(currency, f"{currency} ")
            return f"{'-' if value < 0 else ''}{symbol}{abs(cents(value)):,.2f}"
        case Unit.RATIO:
            return f"{value.quantize(CENT, context=EXACT):,.2f}"
        case Unit.SHARE:
            return f"{_trimmed((value * 100).quantize(Decimal('0.1'), context=EXACT))}%"
        case Unit.MONTHS | Unit.DAYS:
            word = unit.value if value != 1 else unit.value[:-1]
            return f"{_trimmed(value.quantize(Decimal('0.1'), context=EXACT))} {word}"
        case Unit.YES_NO:
            return "yes" if value else "no"
    return _trimmed(value.quantize(Decimal("0.1"), context=EXACT))


def _trimmed(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
