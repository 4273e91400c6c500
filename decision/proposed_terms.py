"""Other terms for a case, as an underwriter tries them: payment, cover, and what the policy says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from cases.errors import BadInput
from cases.model import Application, Decision, FileReading, Outcome, Verdict
from decision import repayment
from decision.book import Book
from decision.judge import judge, outcome_of
from decision.measure import EXACT, cents
from decision.offer import REQUESTED, ceilings
from decision.repayment import Terms, measure_terms
from decision.settle import basis_of

LONGEST_MONTHS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What some terms come to."""

    principal: Decimal
    term_months: int
    annual_rate: Decimal
    payment: Decimal
    debt_service_cover: Decimal | None
    cash_cover: Decimal | None
    most: Decimal | None
    """What the business can carry over this term; None when it cannot be told."""
    binding: str
    """What keeps the amount from being higher; empty when it cannot be told."""
    outcome: Outcome
    """Of the whole policy on these terms."""
    against: tuple[Verdict, ...]
    """The rules on amount, term and cover that ask for something."""


def try_terms(
    application: Application,
    readings: Sequence[FileReading],
    machine: Decision,
    terms: tuple[Decimal, int],
    book: Book,
    today: dt.date,
) -> Trial:
    """The trial of an amount over some months. Raises BadInput for terms that nobody could lend on."""
    principal, months = terms
    if not principal.is_finite() or not 0 < principal < Decimal(10) ** 12 or principal != cents(principal):
        raise BadInput("The amount is more than 0, below a million million, and of whole cents.")
    if not 1 <= months <= LONGEST_MONTHS:
        raise BadInput(f"The term is 1 to {LONGEST_MONTHS} months.")
    with localcontext(EXACT):
        basis = basis_of(application, readings, machine, book, today)
        chosen = Terms(principal=principal, term_months=months, annual_rate=basis.annual_rate)
        measured = measure_terms(chosen, basis.able)
        features = {**{one.name: one for one in machine.features}, **measured}
        verdicts = judge(basis.policy, features, today, basis.request.currency)
        allowed = {name: most for name, most in (ceilings(basis, months) or {}).items() if name != REQUESTED}
        binding = min(allowed, key=lambda name: allowed[name]) if allowed else ""
        cash = measured.get("cash_dscr")
        return Trial(
            principal=principal,
            term_months=months,
            annual_rate=basis.annual_rate,
            payment=chosen.payment(),
            debt_service_cover=measured["dscr"].value,
            cash_cover=cash.value if cash else None,
            most=cents(max(allowed[binding], Decimal(0))) if binding else None,
            binding=binding,
            outcome=outcome_of(verdicts),
            against=tuple(one for one in verdicts if one.outcome and repayment.MEASURES.keys() & set(one.read)),
        )
