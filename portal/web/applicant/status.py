"""Where the application stands, live, with the letters and what can be done now."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from cases.store.intakes import Intake
from portal.web.applicant.paper import papers_of
from portal.web.applicant.standing import PHASES, standing_of
from portal.web.applicant.typed_form import blank_else
from portal.web.pages import page
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

router = APIRouter()
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
LOOK_SECONDS = 1.0
LONGEST_STREAM = 600
"""Looks before a stream ends; the browser opens the next one by itself."""


@router.get("/apply/status")
def show(request: Request, here: Here, mine: Mine) -> Response:
    if not mine.case_id:
        return RedirectResponse("/apply/submit", status_code=303)
    return status_page(request, here, mine)


@router.get("/apply/status/stream", response_class=EventSourceResponse)
async def stream(here: Here, mine: Mine) -> AsyncIterable[ServerSentEvent]:
    """The case's status each time that it changes: a code and nothing else."""
    told = ""
    for _ in range(LONGEST_STREAM):
        case = await asyncio.to_thread(here.store.get, mine.case_id or "")
        if case.status != told:
            told = case.status
            yield ServerSentEvent(event="status", raw_data=told)
        await asyncio.sleep(LOOK_SECONDS)


def status_page(
    request: Request, here: Site, mine: Intake, wrong: dict[str, str] | None = None, typed_name: str = ""
) -> Response:
    language = language_of(request)
    standing = standing_of(here, mine)
    return page(
        request,
        "apply_status",
        status=422 if wrong else 200,
        standing=standing,
        phases=PHASES,
        too_late=standing.too_late(here.now.date()),
        waiting=[one for one in papers_of(here, mine, speaker(language), language) if not one.fixed],
        wrong=blank_else(wrong or {}),
        typed_name=typed_name,
    )
