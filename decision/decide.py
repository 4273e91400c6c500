"""The decision: findings, features, score, verdicts, offer, outcome, reasons, in this order.

Pure and repeatable: the same application, readings, book and day give the same decision to the byte.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from cases.errors import BadInput
from cases.model import Application, Decision, Feature, FileReading, Offer, Outcome, Score, Verdict, Versions
from decision.book import Book
from decision.capacity import capacity
from decision.checks import examine
from decision.dossier import Dossier, breaks, open_dossier
from decision.explain import Grounds, needed_items, principal_reasons
from decision.features import measure
from decision.gaps import gaps
from decision.judge import judge, outcome_of
from decision.measure import EXACT, absent, measured
from decision.offer import REQUESTED, Basis, Candidate, as_asked, make_offer, nearest
from decision.policy import Policy
from decision.ratios import statement_features
from decision.repayment import Terms, measure_terms
from decision.words import sentence

NO_CARD = "none"


def decide(
    application: Application,
    readings: Sequence[FileReading],
    book: Book,
    today: dt.date,
    engine: str,
    code: str,
) -> Decision:
    """The decision on an application as of a day.

    `engine` and `code` are the versions of the reader and of this program, for the record. Raises BadInput for
    a product that the book does not have and for a request that is none.
    """
    policy = book.policy(application.request.product)
    if application.request.amount <= 0 or application.request.term_months < 1:
        raise BadInput("The request must be for an amount above 0 and a term of at least 1 month.")
    if today < policy.effective_from:
        raise BadInput(f"The policy {policy.label} begins on {policy.effective_from}; {today} is before that.")
    with localcontext(EXACT):
        return _decided(application, readings, book, policy, _Stamp(today=today, engine=engine, code=code))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    today: dt.date
    engine: str
    code: str


def _decided(
    application: Application, readings: Sequence[FileReading], book: Book, policy: Policy, stamp: _Stamp
) -> Decision:
    limits = policy.limits(stamp.today, application.request.currency)
    dossier = open_dossier(application, readings, stamp.today, limits, policy.requirements)
    findings = examine(dossier)
    features = {**_ratios(dossier), **measure(dossier, findings)}
    score, card_label = _score(book, policy, features)
    features.update(_of_score(score))
    basis = Basis(
        policy=policy,
        today=stamp.today,
        request=application.request,
        able=capacity(dossier),
        annual_rate=policy.rate(score.probability_of_default),
    )
    features.update(measure_terms(as_asked(basis), basis.able))
    verdicts = judge(policy, features, stamp.today, application.request.currency)
    asked = outcome_of(verdicts)
    outcome, offer = _offered(basis, features, asked)
    grounds = Grounds(
        policy=policy,
        application=application,
        limits=limits,
        features=features,
        findings=findings,
        score=score,
        verdicts=verdicts,
    )
    reasons = principal_reasons(grounds, asked)
    return Decision(
        outcome=outcome,
        as_of=stamp.today,
        reasons=reasons,
        score=score,
        verdicts=verdicts,
        findings=findings,
        features=tuple(features[name] for name in sorted(features)),
        versions=Versions(code=stamp.code, policy=policy.label, scorecard=card_label, engine=stamp.engine),
        offer=offer,
        needed=needed_items(gaps(dossier), reasons) if outcome is Outcome.REFER_INCOMPLETE else (),
    )


def _ratios(dossier: Dossier) -> dict[str, Feature]:
    """The ratios of accounts that agree with themselves."""
    found = statement_features([document for document in dossier.documents if not breaks(document)])
    return {one.name: replace(one, why_not=sentence(one.why_not)) if one.why_not else one for one in found}


def _score(book: Book, policy: Policy, features: Mapping[str, Feature]) -> tuple[Score, str]:
    shelved = book.scorecards.get(policy.scorecard)
    if shelved is None:
        why_not = "The accounts could not be rated, because the scorecard is not installed."
        score = Score(card=policy.scorecard, version=NO_CARD, points=None, probability_of_default=None, why_not=why_not)
        return score, f"{policy.scorecard}@{NO_CARD}"
    return shelved.card.score(features), shelved.label


def _of_score(score: Score) -> dict[str, Feature]:
    why_not = score.why_not or "The scorecard gives no score."
    gaps = None if score.points is None else Decimal(sum(one.value is None for one in score.contributions))
    values = {
        "probability_of_default": score.probability_of_default,
        "score_points": score.points,
        "score_gaps": gaps,
    }
    return {name: absent(name, why_not) if value is None else measured(name, value) for name, value in values.items()}


def _offered(basis: Basis, features: Mapping[str, Feature], asked: Outcome) -> tuple[Outcome, Offer | None]:
    """The outcome with its offer. Where a counter-offer was called for and no terms pass, a person must look."""

    def judged(terms: Terms) -> tuple[Verdict, ...]:
        changed = {**features, **measure_terms(terms, basis.able)}
        return judge(basis.policy, changed, basis.today, basis.request.currency)

    if asked is Outcome.APPROVE:
        return asked, make_offer(basis, Candidate(terms=as_asked(basis), binding=REQUESTED))
    if asked is Outcome.COUNTER_OFFER:
        found = nearest(basis, judged)
        return (asked, make_offer(basis, found)) if found else (Outcome.REFER_REVIEW, None)
    return asked, None
