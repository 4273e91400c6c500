"""What was decided, and everything that it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cases.model.document import Finding
from cases.model.place import Place


class Outcome(StrEnum):
    """The five ends of a decision, the better before the worse; none of them is a default but REFER_REVIEW."""

    APPROVE = "approve"
    COUNTER_OFFER = "counter_offer"
    REFER_INCOMPLETE = "refer_incomplete"
    REFER_REVIEW = "refer_review"
    DECLINE = "decline"

    @property
    def rank(self) -> int:
        """1 for APPROVE to 5 for DECLINE."""
        return list(Outcome).index(self) + 1


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of several outcomes; REFER_REVIEW when there is none to judge by."""
    return max(outcomes, key=lambda outcome: outcome.rank, default=Outcome.REFER_REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One value that something rests on, and where it can be seen; no place for what was stated or fixed."""

    label: str
    """What it is, such as `bank_statement.closing_balance` or `stated.annual_revenue`."""
    value: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named number (or yes/no, as 1 and 0) that rules and scorecards use, or the reason why there is none."""

    name: str
    value: Decimal | None
    why_not: str = ""
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if self.value is None and not self.why_not:
            raise ValueError(f"feature {self.name} has neither a value nor a reason why not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one feature adds to a score."""

    feature: str
    value: Decimal | None
    points: Decimal
    reference: Decimal
    """The average points of good applicants, which shortfalls are measured against."""

    @property
    def shortfall(self) -> Decimal:
        """Points below the reference; negative when above it."""
        return self.reference - self.points


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    card: str
    version: str
    points: Decimal | None
    """Higher is better; None when too many features are missing to score."""
    probability_of_default: Decimal | None
    """0 to 1, over the card's horizon."""
    grade: str = ""
    contributions: tuple[Contribution, ...] = ()
    why_not: str = ""


class RuleResult(StrEnum):
    FIRED = "fired"
    CLEAR = "clear"
    NOT_EVALUATED = "not_evaluated"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one policy rule said. Every rule says something in every decision."""

    rule: str
    name: str
    result: RuleResult
    outcome: Outcome | None
    """What it asks for; None when the rule is clear."""
    reason: str = ""
    """The id of the reason it gives when it asks for something."""
    read: Mapping[str, str] = field(default_factory=dict)
    """The features and parameters that the rule looked at, with their values."""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the outcome is what it is, from the component that decided."""

    id: str
    text: str
    """One sentence for the applicant; every figure in it is the case's."""
    source: str
    """`rule:<id>`, `feature:<name>` of the card, or `check:<id>`."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededItem:
    """One thing the applicant must send before the case can be decided."""

    kind: str
    """The document kind, or `information`."""
    what: str
    """What to send, exactly: type, period, page."""
    why: str
    """Why it is needed, or why the one that was sent did not serve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    number: int
    due: dt.date
    payment: Decimal
    interest: Decimal
    principal: Decimal
    balance: Decimal
    """Outstanding after the payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Terms that the policy allows; all money in `currency`, to the cent."""

    principal: Decimal
    currency: str
    annual_rate: Decimal
    """A fraction: 0.095 is 9.5 % a year."""
    term_months: int
    payment: Decimal
    total_interest: Decimal
    debt_service_cover: Decimal | None
    binding_constraint: str
    """What keeps the principal from being higher; `requested` when nothing does."""
    schedule: tuple[Instalment, ...]
    conditions: tuple[str, ...] = ()
    accept_by: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What made the decision, so that it can be made again."""

    code: str
    policy: str
    scorecard: str
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An outcome with all that it rests on; never changed once it is made."""

    outcome: Outcome
    as_of: dt.date
    reasons: tuple[Reason, ...]
    score: Score
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    features: tuple[Feature, ...]
    versions: Versions
    offer: Offer | None = None
    needed: tuple[NeededItem, ...] = ()

    def feature(self, name: str) -> Feature | None:
        return next((one for one in self.features if one.name == name), None)
