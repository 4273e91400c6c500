"""A case to put into stores, and the times at which things happen to it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from cases.codec import to_json
from cases.lifecycle import Status
from cases.model import (
    Answer,
    Application,
    Business,
    Decision,
    Jurisdiction,
    Outcome,
    Reason,
    Request,
    Score,
    Versions,
)
from cases.store import CaseFile, Claim, Store

START = dt.datetime(2026, 3, 31, 9, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=60)

APPLICATION = Application(
    business=Business(legal_name="Quillfeather Bakery Ltd", country="GB"),
    request=Request(product="sme_term_loan", amount=Decimal("120000.10"), currency="GBP", term_months=36),
    jurisdiction=Jurisdiction(profile="uk"),
)
REASON = Reason(id="cover", text="Cash flow does not cover the payments.", source="underwriter")
ANSWER = Answer(outcome=Outcome.APPROVE, reviewer="u1")
FILES = (
    CaseFile(name="quillfeather.pdf", sha256="ab" * 32, size=10),
    CaseFile(name="passport.jpg", sha256="cd" * 32, size=20),
)
LETTER = {"html": "12" * 32, "pdf": "34" * 32}


def after(seconds: float) -> dt.datetime:
    return START + dt.timedelta(seconds=seconds)


def decision(outcome: Outcome = Outcome.REFER_REVIEW) -> str:
    return to_json(
        Decision(
            outcome=outcome,
            as_of=START.date(),
            reasons=(REASON,),
            score=Score(card="statement", version="1", points=None, probability_of_default=None, why_not="none"),
            verdicts=(),
            findings=(),
            features=(),
            versions=Versions(code="1", policy="1", scorecard="1", engine="none"),
        )
    )


def add(store: Store, case_id: str = "c1", seconds: float = 0) -> None:
    store.add_case(case_id, APPLICATION, FILES, after(seconds), "applicant")


def take(store: Store, worker: str = "w1", seconds: float = 0) -> Claim:
    claim = store.claim(worker, after(seconds), LEASE)
    assert claim is not None
    return claim


def conclude(
    store: Store, claim: Claim, outcome: Outcome = Outcome.REFER_REVIEW, status: Status = Status.REFERRED
) -> bool:
    return store.conclude(claim, decision(outcome), '{"readings":[]}', "a_letter", LETTER, status, after(5))
