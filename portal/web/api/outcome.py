"""What came of a case, by the API: the decision as its letter tells it, the letter, and what the applicant does then.

Signals, scores and findings are for the lender's own people; a client is told what the applicant is told.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from cases.codec import from_json, plain
from cases.errors import IllegalMove, NotFound
from cases.lifecycle import Status
from cases.model import Decision, Outcome
from cases.store import DecisionRecord
from cases.store.intakes import Intake
from portal.web.api.keys import KnownClient, OwnCase
from portal.web.api.once import DoOnce, Told
from portal.web.site import Site, site

router = APIRouter(prefix="/api/v1", tags=["outcome"])
Here = Annotated[Site, Depends(site)]
UNSPOKEN = frozenset({Outcome.REFER_REVIEW, Outcome.APPROVE})
"""Outcomes whose reasons no letter gives."""
OFFERED = frozenset({Status.APPROVED, Status.COUNTER_OFFERED})


class Form(StrEnum):
    HTML = "html"
    PDF = "pdf"
    TXT = "txt"


TYPES = {Form.HTML: "text/html; charset=utf-8", Form.PDF: "application/pdf", Form.TXT: "text/plain; charset=utf-8"}


@router.get("/cases/{case_id}/decision")
def decision(here: Here, case: OwnCase) -> dict[str, Any]:
    """The decision that holds: outcome, the principal reasons, what is missing, and the offer with its schedule."""
    record = _last(here, case)
    made = from_json(Decision, record.decision)
    spoken = made.outcome not in UNSPOKEN
    return {
        "case": case.id,
        "outcome": made.outcome.value,
        "status": here.store.get(case.id).status.value,
        "as_of": made.as_of.isoformat(),
        "decided": record.at.isoformat(),
        "reasons": [{"id": one.id, "text": one.text} for one in made.reasons] if spoken else [],
        "needed": plain(made.needed) if made.outcome is Outcome.REFER_INCOMPLETE else [],
        "offer": plain(made.offer) if made.outcome in {Outcome.APPROVE, Outcome.COUNTER_OFFER} else None,
        "decision_sha256": record.decision_sha256,
    }


@router.get("/cases/{case_id}/letter.{form}")
def letter(here: Here, case: OwnCase, form: Form) -> Response:
    """The last letter, as HTML, PDF or plain text."""
    letters = here.store.letters(case.id)
    if not letters or form.value not in letters[-1].blobs:
        raise NotFound("There is no letter yet.")
    content = here.blobs.get(letters[-1].blobs[form.value])
    headers = {"content-disposition": f'attachment; filename="{case.id}.{form.value}"'}
    return Response(content, media_type=TYPES[form], headers=headers)


@router.post("/cases/{case_id}/withdraw")
def withdraw(here: Here, who: KnownClient, case: OwnCase, once: DoOnce) -> Response:
    """The applicant no longer wants the loan."""
    return once.do(lambda: _moved(here, case, Status.WITHDRAWN, who.actor))


@router.post("/cases/{case_id}/accept")
def accept(here: Here, who: KnownClient, case: OwnCase, once: DoOnce) -> Response:
    """The applicant takes the offer, within the days that the letter gives."""

    def work() -> Told:
        made = from_json(Decision, _last(here, case).decision)
        until = made.offer.accept_by if made.offer else None
        if until and here.store.get(case.id).status in OFFERED and here.now.date() > until:
            raise IllegalMove(f"The offer could be accepted until {until}; begin a new case.")
        return _moved(here, case, Status.ACCEPTED, who.actor)

    return once.do(work)


def _moved(here: Site, case: Intake, then: Status, actor: str) -> Told:
    if case.case_id is None:
        raise IllegalMove("The case has not been submitted yet.")
    here.store.move(case.id, then, here.now, actor)
    return 200, {"case": case.id, "status": then.value}


def _last(here: Site, case: Intake) -> DecisionRecord:
    stored = here.store.decisions(case.id)
    if not stored:
        raise NotFound("The case has not been decided yet.")
    return stored[-1]
