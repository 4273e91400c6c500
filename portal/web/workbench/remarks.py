"""What is written on a case besides an answer: notes, labels of checks, who has it and who should."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import BadInput
from cases.model import Judgement, Label, Place
from portal.web.form_token import from_our_pages
from portal.web.roles import Role
from portal.web.site import Site
from portal.web.workbench.answer_form import Typed
from portal.web.workbench.case_page import case_page
from portal.web.workbench.entry import LONG_LEASE, Here, Settler, hold
from portal.web.workbench.open_case import OpenCase, open_case

router = APIRouter(dependencies=[Depends(from_our_pages)])
Note = Annotated[str, Form(max_length=20_000)]


@router.post("/desk/cases/{case_id}/take")
def take(here: Here, who: Settler, case_id: str) -> Response:
    hold(here, who, case_id)
    return _back(case_id)


@router.post("/desk/cases/{case_id}/let-go")
def let_go(here: Here, who: Settler, case_id: str) -> Response:
    here.store.workbench.let_go(case_id, who.id)
    return RedirectResponse("/desk", status_code=303)


@router.post("/desk/cases/{case_id}/notes")
def note(request: Request, here: Here, who: Settler, case_id: str, text: Note) -> Response:
    hold(here, who, case_id)
    try:
        here.store.workbench.note(case_id, text, here.now, who.id)
    except BadInput as fault:
        typed = Typed(kind="note", texts={"text": text})
        wrong = {"note_text": str(fault)}
        return case_page(request, here, who, open_case(here, case_id), typed=typed, wrong=wrong, status=422)
    return _back(case_id, "notes")


@router.post("/desk/cases/{case_id}/refer-up")
def refer_up(
    request: Request, here: Here, who: Settler, case_id: str, to: Annotated[str, Form(max_length=64)], text: Note
) -> Response:
    """Hands the case to a senior, with a note that says why."""
    hold(here, who, case_id)
    wrong = {}
    if to == who.id or not _is_senior(here, to):
        wrong["to"] = "Choose a senior."
    if not text.strip() or len(text) > 4000:
        wrong["up_text"] = "Say in 1 to 4,000 characters what the senior should look at."
    if wrong:
        typed = Typed(kind="up", texts={"to": to, "text": text})
        return case_page(request, here, who, open_case(here, case_id), typed=typed, wrong=wrong, status=422)
    here.store.workbench.note(case_id, text, here.now, who.id)
    here.store.workbench.hand_over(case_id, who.id, to, here.now, here.now + LONG_LEASE)
    return _back(case_id, "notes")


@router.post("/desk/cases/{case_id}/labels")
def label(
    here: Here,
    who: Settler,
    case_id: str,
    check: Annotated[str, Form(max_length=100)],
    judgement: Annotated[Judgement, Form()],
    number: Annotated[int, Form()] = 0,
    field: Annotated[str, Form(max_length=100)] = "",
    text: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """A false alarm or a missed signal. `number` is which of the check's findings, `field` where a missed one is."""
    hold(here, who, case_id)
    case = open_case(here, case_id)
    missed = judgement is Judgement.MISSED
    place = _field_place(case, field) if missed else _finding_place(case, check, number)
    if missed and place is None:
        raise BadInput("Say on which field of which document the signal was missed.")
    kept = Label(check=check, judgement=judgement, place=place, note=text.strip())
    here.store.workbench.label(case_id, kept, here.now, who.id)
    return _back(case_id, "checks")


def _finding_place(case: OpenCase, check: str, number: int) -> Place | None:
    if case.assessment is None:
        return None
    findings = [one for one in case.assessment.decision.findings if one.check == check]
    chosen = findings[number : number + 1] if number >= 0 else []
    return next((place for one in chosen for place in one.places), None)


def _field_place(case: OpenCase, field: str) -> Place | None:
    id_, _, name = field.partition(".")
    readings = case.assessment.readings if case.assessment else ()
    documents = (document for reading in readings for document in reading.documents)
    return next((one.fields[name].place for one in documents if one.id == id_ and name in one.fields), None)


def _is_senior(here: Site, account: str) -> bool:
    return any(one.id == account and Role.SENIOR in one.roles and not one.disabled for one in here.store.accounts.all())


def _back(case_id: str, section: str = "") -> Response:
    return RedirectResponse(f"/desk/cases/{case_id}" + (f"#{section}" if section else ""), status_code=303)
