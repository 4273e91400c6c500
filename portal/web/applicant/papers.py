"""The papers: the list of what is asked for, sending them, and what the coach says of each."""

from __future__ import annotations

from typing import Annotated

from anyio import from_thread
from fastapi import APIRouter, Depends, File, Request, Response, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse

from cases.errors import IllegalMove
from cases.lifecycle import Status
from cases.store.intakes import Intake
from decision.words import kind_title
from portal.web.applicant.form_steps import ORDER, PAPERS
from portal.web.applicant.incoming import REFUSALS, Refusal, take_in
from portal.web.applicant.paper import file_of, list_of, papers_of
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.refusals import TooLarge
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

MOST_AT_ONCE = 250_000_000
"""Bytes of one form without script; with it each file comes by itself."""


def not_too_large(request: Request) -> None:
    """A dependency, asked before anything of the form is taken. Raises TooLarge."""
    told = request.headers.get("content-length", "")
    if request.method == "POST" and (not told.isdigit() or int(told) > MOST_AT_ONCE):
        raise TooLarge("That is too much at once; please send the papers in several goes.")


router = APIRouter(dependencies=[Depends(not_too_large), Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]


@router.get("/apply/papers")
def ask(request: Request, here: Here, mine: Mine) -> Response:
    return _page(request, here, mine)


@router.get("/apply/papers/live")
def live(request: Request, here: Here, mine: Mine) -> Response:
    """The part of the page that changes while papers are read."""
    return _page(request, here, mine, name="apply_papers_live")


@router.post("/apply/papers")
def send(request: Request, here: Here, mine: Mine, papers: Annotated[list[UploadFile], File()]) -> Response:
    """Takes the files one after the other; one that is refused does not keep the others out."""
    check_open(here, mine)
    found = [take_in(here, mine, one.filename or "", one.file.read()) for one in papers if one.filename]
    refused = [one for one in found if isinstance(one, Refusal)]
    if request.headers.get("accept", "").startswith("application/json"):
        say = speaker(language_of(request))
        return JSONResponse({"refused": [say(REFUSALS[one.code], name=one.name) for one in refused]})
    if refused or not found:
        return _page(request, here, here.store.intakes.get(mine.id), refused=refused, nothing=not found)
    return RedirectResponse("/apply/papers", status_code=303)


@router.post("/apply/papers/{number}/remove")
def remove(here: Here, mine: Mine, number: int) -> Response:
    here.store.intakes.remove_file(mine.id, number)
    return RedirectResponse("/apply/papers", status_code=303)


@router.post("/apply/papers/{number}/anyway")
def send_anyway(here: Here, mine: Mine, number: int) -> Response:
    """Notes that the applicant has seen the advice and sends the paper as it is."""
    here.store.intakes.send_anyway(mine.id, file_of(mine, number).number)
    return RedirectResponse("/apply/papers", status_code=303)


def check_open(here: Site, mine: Intake) -> None:
    """Raises IllegalMove when papers cannot be added now."""
    if mine.case_id and here.store.get(mine.case_id).status is not Status.INCOMPLETE:
        raise IllegalMove("Papers can be added before you submit, and again when we ask for more.")


def _page(
    request: Request,
    here: Site,
    mine: Intake,
    refused: list[Refusal] | None = None,
    nothing: bool = False,
    name: str = "apply_papers",
) -> Response:
    status = here.store.get(mine.case_id).status if mine.case_id else None
    if status is not None and status is not Status.INCOMPLETE:
        return RedirectResponse("/apply/status", status_code=303)
    for file in mine.files:
        from_thread.run_sync(here.coach.follow, mine.id, file)
    language = language_of(request)
    say = speaker(language)
    papers = papers_of(here, mine, say, language)
    return page(
        request,
        name,
        status=422 if refused or nothing else 200,
        number=ORDER.index(PAPERS) + 1,
        steps=len(ORDER),
        papers=papers,
        items=list_of(here, mine),
        reading=any(one.reading for one in papers),
        refused=[say(REFUSALS[one.code], name=one.name) for one in refused or ()],
        nothing=nothing,
        asked_again=status is Status.INCOMPLETE,
        titles=kind_title,
        more=any(not one.fixed for one in papers),
    )
