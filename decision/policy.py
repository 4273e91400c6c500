"""A product's policy: its dated parameters, its rules with their reasons, what must be sent, and its prices.

`decision/policies/*.yaml` writes it and `policy_file.py` reads it; here is what it means.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cases.errors import BadInput
from cases.model import Outcome
from decision.expression import Expression
from decision.measure import Unit
from decision.requirement import Requirement


class PolicyError(BadInput):
    """A policy file cannot be used; `advice` has every fault, each as a sentence."""

    code = "bad_policy"

    def __init__(self, name: str, advice: tuple[str, ...]) -> None:
        self.advice = advice
        text = "; ".join(advice)
        super().__init__(f"The policy {name} cannot be used: {text}{'' if text.endswith('?') else '.'}")


class OnMissing(StrEnum):
    """What a rule asks for when it cannot be evaluated. There is no way to pass."""

    REFER = "refer"
    """The applicant, while something is open that they can send or tell; a person when nothing is."""
    REFER_INCOMPLETE = "refer_incomplete"
    REFER_REVIEW = "refer_review"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    since: dt.date
    by_currency: Mapping[str, Decimal]
    """The empty currency holds for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    unit: Unit
    owner: str
    """Who may change it."""
    reference: str
    """Where it comes from."""
    values: tuple[DatedValue, ...]
    """In order of time."""

    def at(self, day: dt.date, currency: str) -> Decimal | None:
        """The value of a day; None before the first, and for a currency that has none."""
        valid = [value for value in self.values if value.since <= day]
        if not valid:
            return None
        return valid[-1].by_currency.get(currency, valid[-1].by_currency.get(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Feature values for which a rule must fire, or must not."""

    fires: bool
    values: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    name: str
    """What it looks at, as the middle of a sentence."""
    when: Expression
    action: Outcome
    reason: str
    on_missing: OnMissing
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonText:
    """What an applicant is told, with placeholders in braces for the figures of the case."""

    id: str
    text: str
    checks: tuple[str, ...] = ()
    """The checks whose findings it shows: they give {expected} and {actual}."""
    features: tuple[str, ...] = ()
    """For a reason of the scorecard: the group of features that it speaks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBand:
    up_to: Decimal
    """The highest probability of default that has this price."""
    annual_rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    product: str
    version: str
    digest: str
    """SHA-256 of the file."""
    title: str
    effective_from: dt.date
    scorecard: str
    parameters: Mapping[str, Parameter]
    rules: tuple[Rule, ...]
    reasons: Mapping[str, ReasonText]
    requirements: tuple[Requirement, ...]
    tenors: tuple[int, ...]
    """The terms in months that a counter-offer may have."""
    prices: tuple[PriceBand, ...]
    """From the lowest probability of default to the highest."""
    conditions: tuple[str, ...] = ()
    """What an offer depends on."""

    @property
    def label(self) -> str:
        """Product, version and the beginning of the digest: `sme_term_loan@2026.1+0a1b2c3d`."""
        return f"{self.product}@{self.version}+{self.digest[:8]}"

    def limits(self, day: dt.date, currency: str) -> dict[str, Decimal]:
        """The parameters that have a value on a day in a currency."""
        found = {name: parameter.at(day, currency) for name, parameter in self.parameters.items()}
        return {name: value for name, value in found.items() if value is not None}

    def rate(self, probability_of_default: Decimal | None) -> Decimal:
        """The price for a risk; that of the highest for an unknown one."""
        if probability_of_default is not None:
            for band in self.prices:
                if probability_of_default <= band.up_to:
                    return band.annual_rate
        return self.prices[-1].annual_rate

    def score_reason(self, feature: str) -> ReasonText | None:
        """The reason that speaks for a feature of the scorecard."""
        return next((reason for reason in self.reasons.values() if feature in reason.features), None)
