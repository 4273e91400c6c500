"""Coming back: a link that works once and runs out, as text and as a picture for a phone's camera."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from cases.store.intakes import Intake
from portal.web import brakes, sessions
from portal.web.applicant.application import unfinished
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import APPLICANT, applicant, hashed
from portal.web.site import Site, site

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
LASTS = dt.timedelta(hours=48)


@router.get("/apply/resume")
def offer(request: Request, mine: Mine) -> Response:
    return page(request, "apply_resume", link="", picture="", expires=None, mine=mine)


@router.post("/apply/resume")
def make(request: Request, here: Here, mine: Mine) -> Response:
    """The link is shown once: what is kept of it is a hash."""
    here.brakes.check(brakes.LINKS, mine.id)
    token, expires = secrets.token_urlsafe(24), here.now + LASTS
    here.store.intakes.add_link(mine.id, hashed(token), expires)
    link = f"{here.settings.portal_address}/r/{token}"
    picture = segno.make(link, error="m").svg_inline(border=3, omitsize=True)
    return page(request, "apply_resume", link=link, picture=picture, expires=expires, mine=mine)


@router.get("/r/{token}")
def arrive(request: Request, token: str) -> Response:
    """Shows a button and nothing else, so that a program that looks at links does not use this one up."""
    return page(request, "apply_arrive", token=token, used=False)


@router.post("/r/{token}")
def come_back(request: Request, here: Here, token: str) -> Response:
    here.brakes.check(brakes.LINKS, request.client.host if request.client else "?")
    intake_id = here.store.intakes.use_link(hashed(token), here.now)
    if intake_id is None:
        return page(request, "apply_arrive", status=410, token="", used=True)
    answer = RedirectResponse(_onward(here.store.intakes.get(intake_id)), status_code=303)
    sessions.begin(request, answer, APPLICANT, intake_id)
    return answer


def _onward(intake: Intake) -> str:
    if intake.case_id:
        return "/apply/status"
    waiting = unfinished(intake.form)
    return f"/apply/{waiting[0].path}" if waiting else "/apply/papers"
