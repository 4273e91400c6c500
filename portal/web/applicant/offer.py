"""What an applicant can do about a decision: accept, withdraw, send what is missing, ask for a person."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import IllegalMove
from cases.lifecycle import Status
from cases.store.intakes import Intake
from portal.web.applicant.standing import standing_of
from portal.web.applicant.status import status_page
from portal.web.applicant.submit import LONGEST_NAME, NAME_NEEDED, SHORTEST_NAME
from portal.web.applicant.typed_form import Typed
from portal.web.form_token import from_our_pages
from portal.web.sessions import applicant
from portal.web.site import Site, site

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
ACTOR = "applicant"
AGREE_NEEDED = "Please tick that you agree with the terms in the letter."
SURE_NEEDED = "Please tick that you want to withdraw."
TOO_LATE = "The day until which this offer could be accepted has passed; please write to us."
NOTHING_NEW = "You have not sent anything new yet; add the papers first."
LONGEST_WHY = 1500


@router.get("/apply/accept")
@router.get("/apply/withdraw")
@router.get("/apply/more")
@router.get("/apply/review")
def back_to_status() -> Response:
    """Where a page leads that says what is wrong, when it is loaded again in another language."""
    return _back()


@router.post("/apply/accept")
def accept(request: Request, here: Here, mine: Mine, typed: Typed) -> Response:
    """Accepts the offer with a typed name. A case that has no offer raises IllegalMove."""
    standing, wrong = standing_of(here, mine), {}
    if not standing.can_accept:
        raise IllegalMove("There is no offer that waits for you.")
    name = typed.get("name", "")
    if standing.too_late(here.now.date()):
        wrong["accept"] = TOO_LATE
    if typed.get("agree") != "yes":
        wrong["agree"] = AGREE_NEEDED
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        wrong["name"] = NAME_NEEDED
    if wrong:
        return status_page(request, here, mine, wrong, name)
    signed = {"name": name, "at": here.now.isoformat(), "attempt": str(standing.letters[0][0].attempt)}
    here.store.intakes.sign(mine.id, Status.ACCEPTED, signed, here.now, ACTOR)
    return _back()


@router.post("/apply/withdraw")
def withdraw(request: Request, here: Here, mine: Mine, typed: Typed) -> Response:
    if typed.get("sure") != "yes":
        return status_page(request, here, mine, {"sure": SURE_NEEDED})
    here.store.intakes.sign(mine.id, Status.WITHDRAWN, {"at": here.now.isoformat()}, here.now, ACTOR)
    return _back()


@router.post("/apply/more")
def send_more(request: Request, here: Here, mine: Mine) -> Response:
    """Adds the papers that were sent since to the case, which is then decided anew."""
    case = here.store.get(mine.case_id or "")
    if case.status is Status.INCOMPLETE and {one.sha256 for one in mine.files} <= {one.sha256 for one in case.files}:
        return status_page(request, here, mine, {"more": NOTHING_NEW})
    here.store.intakes.send_more(mine.id, here.now, ACTOR)
    return _back()


@router.post("/apply/review")
def ask_for_a_person(here: Here, mine: Mine, typed: Typed) -> Response:
    """Kept as a note on the case with its event: a declined case is closed, and nothing moves it."""
    if here.store.get(mine.case_id or "").status is not Status.DECLINED:
        raise IllegalMove("A review can be asked for after we have declined.")
    why = typed.get("why", "")[:LONGEST_WHY]
    text = f"The applicant asks for a person's review. {why}".strip()
    if not standing_of(here, mine).asked_review:
        here.store.workbench.note(mine.case_id or "", text, here.now, ACTOR)
    return _back()


def _back() -> Response:
    return RedirectResponse("/apply/status", status_code=303)
