"""The loan that the policy allows: as asked, or the terms nearest to what was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from cases.model import Offer, Outcome, Request, Verdict
from decision.capacity import Capacity
from decision.judge import outcome_of
from decision.measure import cents, divide
from decision.policy import Policy
from decision.repayment import Terms, measure_terms
from decision.schedule import MONTHS_A_YEAR, principal_for, schedule

REQUESTED = "requested"

Judged = Callable[[Terms], tuple[Verdict, ...]]
"""The verdicts of the whole policy on other terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What an offer is worked out from."""

    policy: Policy
    today: dt.date
    request: Request
    able: Capacity
    annual_rate: Decimal

    def limit(self, name: str) -> Decimal | None:
        """A parameter of the day in the request's currency; None when the policy does not lend in it."""
        return self.policy.parameters[name].at(self.today, self.request.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    terms: Terms
    binding: str
    """What keeps the principal from being higher."""


def as_asked(basis: Basis) -> Terms:
    request = basis.request
    return Terms(principal=request.amount, term_months=request.term_months, annual_rate=basis.annual_rate)


def nearest(basis: Basis, judged: Judged) -> Candidate | None:
    """The terms nearest to the request on which every rule is clear; None when there are none.

    Nearest is the highest part of the amount, then the closest term; no terms are offered unjudged.
    """
    ranked = sorted(
        _candidates(basis),
        key=lambda one: (
            -one.terms.principal,
            abs(one.terms.term_months - basis.request.term_months),
            one.terms.term_months,
        ),
    )
    return next((one for one in ranked if outcome_of(judged(one.terms)) is Outcome.APPROVE), None)


def _candidates(basis: Basis) -> Iterator[Candidate]:
    least, step = basis.limit("min_amount"), basis.limit("rounding_step")
    if least is None or step is None or step <= 0:
        return
    for months in sorted({*basis.policy.tenors, basis.request.term_months}):
        allowed = ceilings(basis, months)
        if allowed is None:
            continue
        binding = min(allowed, key=lambda name: (allowed[name], name != REQUESTED))
        principal = allowed[binding]
        if binding != REQUESTED:
            principal = divide(principal, step).to_integral_value(ROUND_FLOOR) * step
        if principal >= least:
            terms = Terms(principal=cents(principal), term_months=months, annual_rate=basis.annual_rate)
            yield Candidate(terms=terms, binding=binding)


def ceilings(basis: Basis, months: int) -> dict[str, Decimal] | None:
    """The most that each constraint allows over a term; None when one of them cannot be told."""
    able = basis.able
    cover, cash_cover = basis.limit("min_dscr"), basis.limit("min_cash_dscr")
    share, most = basis.limit("max_amount_to_revenue"), basis.limit("max_amount")
    known = (able.cash_flow.value, able.debt_service.value, able.surplus.value, able.revenue.value)
    flow, service, surplus, revenue = known
    if flow is None or service is None or surplus is None or revenue is None:
        return None
    if not cover or not cash_cover or share is None or most is None:
        return None
    monthly_service = divide(service, Decimal(MONTHS_A_YEAR))
    room = divide(divide(flow, cover), Decimal(MONTHS_A_YEAR)) - monthly_service
    cash_room = divide(surplus, cash_cover) - monthly_service
    return {
        REQUESTED: basis.request.amount,
        "debt_service_cover": principal_for(room, basis.annual_rate, months),
        "cash_debt_service_cover": principal_for(cash_room, basis.annual_rate, months),
        "amount_to_revenue": share * revenue,
        "product_maximum": most,
    }


def make_offer(basis: Basis, candidate: Candidate) -> Offer:
    """The offer with its schedule, as though it were paid out on the day of the decision."""
    terms = candidate.terms
    rows = schedule(terms.principal, terms.annual_rate, terms.term_months, basis.today)
    cover = measure_terms(terms, basis.able)["dscr"].value
    days = basis.limit("accept_days")
    return Offer(
        principal=terms.principal,
        currency=basis.request.currency,
        annual_rate=terms.annual_rate,
        term_months=terms.term_months,
        payment=terms.payment(),
        total_interest=sum((row.interest for row in rows), Decimal(0)),
        debt_service_cover=cover,
        binding_constraint=candidate.binding,
        schedule=rows,
        conditions=basis.policy.conditions,
        accept_by=basis.today + dt.timedelta(days=int(days)) if days is not None else None,
    )
