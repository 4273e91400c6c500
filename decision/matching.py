"""Which product fits what somebody needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from decision.book import Book
from decision.policy import Policy


class Misfit(StrEnum):
    """Why a product is not for somebody."""

    NOT_YET = "not_yet"
    CURRENCY = "currency"
    AMOUNT_LOW = "amount_low"
    AMOUNT_HIGH = "amount_high"
    TERM_SHORT = "term_short"
    TERM_LONG = "term_long"
    YOUNG = "young"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    amount: Decimal
    currency: str
    term_months: int
    months_in_business: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    policy: Policy
    misfits: tuple[Misfit, ...]
    """Empty when the product's limits fit."""


def matches(book: Book, need: Need, today: dt.date) -> tuple[Match, ...]:
    """Every product with what speaks against it, the fitting ones first. It promises nothing: papers decide."""
    found = [Match(policy=one, misfits=_misfits(one, need, today)) for one in book.policies.values()]
    return tuple(sorted(found, key=lambda match: (len(match.misfits), match.policy.title)))


def _misfits(policy: Policy, need: Need, today: dt.date) -> tuple[Misfit, ...]:
    if today < policy.effective_from:
        return (Misfit.NOT_YET,)
    limits = policy.limits(today, need.currency)
    if "min_amount" not in limits and "max_amount" not in limits:
        return (Misfit.CURRENCY,)
    months = need.months_in_business
    told = {
        Misfit.AMOUNT_LOW: need.amount < limits.get("min_amount", need.amount),
        Misfit.AMOUNT_HIGH: need.amount > limits.get("max_amount", need.amount),
        Misfit.TERM_SHORT: need.term_months < limits.get("min_term", need.term_months),
        Misfit.TERM_LONG: need.term_months > limits.get("max_term", need.term_months),
        Misfit.YOUNG: months is not None and months < limits.get("min_time_in_business", months),
    }
    return tuple(misfit for misfit, so in told.items() if so)
