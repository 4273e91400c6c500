"""Where an application begins: the country, the product, the language."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from cases.countries import COUNTRIES
from cases.store.intakes import Intake
from portal.web import brakes, sessions, words
from portal.web.applicant.product import AGAINST, AGE, AMOUNT, TERM, fitting, products
from portal.web.applicant.typed_form import Typed, blank_else
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.refusals import NotSignedIn
from portal.web.sessions import APPLICANT
from portal.web.site import Site, site

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
FIRST_COUNTRY = "GB"
CHOOSE_COUNTRY = "Choose the country of your business."
CHOOSE_PRODUCT = "Choose a loan."


@router.get("/apply")
def ask(request: Request, here: Here) -> Response:
    return _page(request, here, {})


@router.get("/apply/choose")
def back_to_start() -> Response:
    """Where a page leads that shows what was chosen, when it is loaded again in another language."""
    return RedirectResponse("/apply", status_code=303)


@router.post("/apply/choose")
def choose(request: Request, here: Here, typed: Typed) -> Response:
    """Names the product whose limits fit what is needed, with the reason."""
    country = typed.get("country", "")
    if country not in COUNTRIES:
        return _page(request, here, typed, {"country": CHOOSE_COUNTRY})
    found, wrong = fitting(here.book, dict(typed), country, here.now.date())
    chosen = next((match.policy.product for match in found if not match.misfits), "")
    return _page(request, here, {**typed, "product": chosen}, wrong, found=found)


@router.post("/apply")
def begin(request: Request, here: Here, typed: Typed) -> Response:
    wrong = {}
    if typed.get("country") not in COUNTRIES:
        wrong["country"] = CHOOSE_COUNTRY
    if typed.get("product") not in here.book.policies:
        wrong["product"] = CHOOSE_PRODUCT
    if wrong:
        return _page(request, here, typed, wrong)
    here.brakes.check(brakes.NEW_APPLICATIONS, request.client.host if request.client else "?")
    spoken = typed.get("language", "")
    language = spoken if spoken in words.LANGUAGES else words.language_of(request)
    intake_id = "IN-" + secrets.token_hex(16)
    form = {"begin": {"country": typed["country"], "product": typed["product"], "language": language}}
    here.store.intakes.begin(intake_id, form, language, here.now)
    answer = RedirectResponse(f"/apply/business?language={language}", status_code=303)
    sessions.begin(request, answer, APPLICANT, intake_id)
    return answer


@router.post("/apply/leave")
def leave(request: Request) -> Response:
    """Ends the session on this device; the application stays."""
    answer = RedirectResponse("/apply", status_code=303)
    sessions.end(request, answer, APPLICANT)
    return answer


def _page(
    request: Request, here: Site, typed: Typed, wrong: dict[str, str] | None = None, found: object = None
) -> Response:
    told = wrong or {}
    country = typed.get("country", "")
    country = country if country in COUNTRIES else _country_of(words.language_of(request))
    return page(
        request,
        "apply_begin",
        status=422 if told else 200,
        mine=_mine(request),
        typed=blank_else({**typed, "country": country}),
        wrong=blank_else(told),
        countries={code: one.name for code, one in sorted(COUNTRIES.items())},
        products=products(here.book, country, here.now.date()),
        found=found,
        against=AGAINST,
        needs={"amount": AMOUNT, "term_months": TERM, "age": AGE},
    )


def _country_of(language: str) -> str:
    return "CN" if language == "zh" else FIRST_COUNTRY


def _mine(request: Request) -> Intake | None:
    """The application that this browser has begun already."""
    try:
        return sessions.applicant(request)
    except NotSignedIn:
        return None
