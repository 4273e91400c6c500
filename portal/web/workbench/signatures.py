"""The second signature: another senior signs a proposed answer, or refuses it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import IllegalMove, NotFound
from cases.store.workbench import Proposal
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.refusals import Forbidden
from portal.web.roles import Role
from portal.web.workbench.answers import settled_letter
from portal.web.workbench.entry import Here, Reader, Senior, Settler
from portal.web.workbench.open_case import open_case

router = APIRouter(dependencies=[Depends(from_our_pages)])


@router.get("/desk/cases/{case_id}/proposal")
def look(request: Request, here: Here, who: Reader, case_id: str) -> Response:
    """The proposed answer with its letter, to sign or to refuse."""
    case = open_case(here, case_id)
    if case.proposal is None:
        raise NotFound(f"Case {case_id} has no answer that waits for a second signature.")
    return page(
        request,
        "work_proposal",
        case=case,
        proposal=case.proposal,
        may_sign=who.may(Role.SENIOR) and who.id != case.proposal.actor,
        may_refuse=who.may(Role.SENIOR) or who.id == case.proposal.actor,
        **settled_letter(here, case, case.proposal.answer),
    )


@router.post("/desk/cases/{case_id}/proposal/sign")
def sign(here: Here, who: Senior, case_id: str, number: Annotated[int, Form()]) -> Response:
    """Raises IllegalMove for the author, and when another answer has been proposed since."""
    _same(here.store.workbench.proposal(case_id), number)
    here.store.workbench.second(case_id, here.now, who.id, number)
    return RedirectResponse(f"/desk/cases/{case_id}", status_code=303)


@router.post("/desk/cases/{case_id}/proposal/refuse")
def refuse(
    here: Here,
    who: Settler,
    case_id: str,
    number: Annotated[int, Form()],
    why: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """A senior refuses it, or its author takes it back; the reason becomes a note."""
    proposal = here.store.workbench.proposal(case_id)
    _same(proposal, number)
    if proposal is not None and not who.may(Role.SENIOR) and who.id != proposal.actor:
        raise Forbidden("Only a senior or the author may take a proposed answer away.")
    here.store.workbench.refuse(case_id, here.now, who.id, number)
    if why.strip():
        here.store.workbench.note(case_id, why, here.now, who.id)
    return RedirectResponse(f"/desk/cases/{case_id}", status_code=303)


def _same(proposal: Proposal | None, number: int) -> None:
    if proposal is None or proposal.number != number:
        raise IllegalMove("The proposed answer has changed or is gone; look at the case again.")
