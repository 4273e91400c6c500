"""What an underwriter answers when the machine has referred a case."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model.decision import Outcome, Reason

MOST_PRINCIPAL = Decimal(10) ** 12


def _payable(principal: Decimal) -> bool:
    if not principal.is_finite() or not 0 < principal < MOST_PRINCIPAL:
        return False
    return principal == principal.quantize(Decimal("0.01"))


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
    conditions: tuple[str, ...] = ()
    """What an approval or a counter-offer depends on besides the policy's own conditions; the letter says them."""

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ValueError("an answer names its reviewer")
        if self.outcome is Outcome.REFER_REVIEW:
            raise ValueError("an answer settles the referral; it cannot refer the case again")
        if self.outcome in {Outcome.DECLINE, Outcome.REFER_INCOMPLETE} and not self.reasons:
            raise ValueError(f"an answer of {self.outcome} gives at least one reason")
        if self.outcome is Outcome.COUNTER_OFFER and self.principal is None and self.term_months is None:
            raise ValueError("a counter-offer names another principal or another term")
        if self.principal is not None and not _payable(self.principal):
            raise ValueError("the principal is more than 0, below a million million, and of whole cents")
        if self.term_months is not None and self.term_months < 1:
            raise ValueError("the term is at least one month")
