"""Help in plain words: questions about this application, answered from its own facts and from nothing else."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from cases.store.intakes import Intake
from portal.web.applicant.application import unfinished
from portal.web.applicant.help_topics import topic_of
from portal.web.applicant.paper import list_of, papers_of
from portal.web.applicant.standing import standing_of
from portal.web.applicant.typed_form import Typed
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

router = APIRouter(dependencies=[Depends(from_our_pages)])
LONGEST = 300
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]


@router.get("/apply/help")
def answers(request: Request, here: Here, mine: Mine) -> Response:
    return _page(request, here, mine)


@router.post("/apply/help")
def answer(request: Request, here: Here, mine: Mine, typed: Typed) -> Response:
    """Opens the answer that fits the question; nothing of the question is kept."""
    return _page(request, here, mine, typed.get("question", "")[:LONGEST])


def _page(request: Request, here: Site, mine: Intake, question: str = "") -> Response:
    language = language_of(request)
    papers = papers_of(here, mine, speaker(language), language)
    return page(
        request,
        "apply_help",
        question=question,
        topic=topic_of(question) if question else "",
        standing=standing_of(here, mine) if mine.case_id else None,
        unfinished=unfinished(mine.form),
        open_items=[item for item in list_of(here, mine) if not item.done],
        troubled=[one for one in papers if one.grave and not one.sent_anyway],
        papers=papers,
        began=mine.created,
    )
