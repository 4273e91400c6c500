"""What an underwriter answers when the machine has referred a case."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model.decision import Outcome, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Raises ValueError when the outcome lacks what it needs: a decline its reasons, a counter-offer its terms."""

    outcome: Outcome
    reviewer: str
    """The underwriter's id."""
    reasons: tuple[Reason, ...] = ()
    """The principal reasons that the letter gives; their source is `underwriter`."""
    note: str = ""
    """For the file; the applicant does not see it."""
    principal: Decimal | None = None
    """In the request's currency; None leaves it to the policy."""
    term_months: int | None = None

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ValueError("an answer names its reviewer")
        if self.outcome is Outcome.REFER_REVIEW:
            raise ValueError("an answer settles the referral; it cannot refer the case again")
        if self.outcome in {Outcome.DECLINE, Outcome.REFER_INCOMPLETE} and not self.reasons:
            raise ValueError(f"an answer of {self.outcome} gives at least one reason")
        if self.outcome is Outcome.COUNTER_OFFER and self.principal is None and self.term_months is None:
            raise ValueError("a counter-offer names another principal or another term")
        if self.principal is not None and not (self.principal.is_finite() and self.principal > 0):
            raise ValueError("the principal is more than 0")
        if self.term_months is not None and self.term_months < 1:
            raise ValueError("the term is at least one month")
