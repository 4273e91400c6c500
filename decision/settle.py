"""What an underwriter's answer makes of a case that the machine referred.

The machine's own decision stays on record beside it: findings, features, score and verdicts are carried over
unchanged, and only outcome, reasons, offer and what is needed are the underwriter's.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from decimal import localcontext

from cases.model import Answer, Application, Decision, FileReading, NeededItem, Offer, Outcome
from decision.book import Book
from decision.capacity import capacity
from decision.dossier import open_dossier
from decision.measure import EXACT
from decision.offer import REQUESTED, Basis, Candidate, make_offer
from decision.repayment import Terms

BY_UNDERWRITER = "underwriter"
"""What binds the terms that a person chose."""


def settle(
    application: Application,
    readings: Sequence[FileReading],
    machine: Decision,
    answer: Answer,
    book: Book,
    today: dt.date,
) -> Decision:
    """The settled decision, made on `today`. Terms that the answer leaves open are those of the request."""
    with localcontext(EXACT):
        lends = answer.outcome in {Outcome.APPROVE, Outcome.COUNTER_OFFER}
        return dataclasses.replace(
            machine,
            outcome=answer.outcome,
            as_of=today,
            reasons=answer.reasons,
            offer=_offer(application, readings, machine, answer, book, today) if lends else None,
            needed=_needed(answer) if answer.outcome is Outcome.REFER_INCOMPLETE else (),
        )


def basis_of(
    application: Application, readings: Sequence[FileReading], machine: Decision, book: Book, today: dt.date
) -> Basis:
    """What any terms for the case are worked out from, on the day that they are offered."""
    request = application.request
    policy = book.policy(request.product)
    limits = policy.limits(today, request.currency)
    return Basis(
        policy=policy,
        today=today,
        request=request,
        able=capacity(open_dossier(application, readings, today, limits, policy.requirements)),
        annual_rate=policy.rate(machine.score.probability_of_default),
    )


def _offer(
    application: Application,
    readings: Sequence[FileReading],
    machine: Decision,
    answer: Answer,
    book: Book,
    today: dt.date,
) -> Offer:
    request, basis = application.request, basis_of(application, readings, machine, book, today)
    principal = answer.principal or request.amount
    terms = Terms(
        principal=principal,
        term_months=answer.term_months or request.term_months,
        annual_rate=basis.annual_rate,
    )
    binding = REQUESTED if principal == request.amount else BY_UNDERWRITER
    offer = make_offer(basis, Candidate(terms=terms, binding=binding))
    return dataclasses.replace(offer, conditions=(*offer.conditions, *answer.conditions))


def _needed(answer: Answer) -> tuple[NeededItem, ...]:
    why = "Our underwriter needs it to decide."
    return tuple(NeededItem(kind="information", what=reason.text, why=why) for reason in answer.reasons)
