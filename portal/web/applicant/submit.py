"""Everything on one page to look over once more, the consents, and the signature that sends the application off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from cases.store.intakes import Intake
from flows.submission import new_case_id
from portal.web.applicant.application import application_of, blocks_of, unfinished
from portal.web.applicant.form_steps import ORDER, REVIEW, STEPS
from portal.web.applicant.paper import list_of, papers_of
from portal.web.applicant.product import product_of
from portal.web.applicant.typed_form import Typed, blank_else
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
CONSENTS: Mapping[str, str] = {
    "credit_check": "You may read the papers that I sent and compare them with each other and with what I stated.",
    "automated_decision_notice": "I know that a machine reads and decides first, and that a person looks again when I ask.",  # noqa: E501
    "true_statement": "What I stated is true and complete as far as I know.",
}
CONSENT_NEEDED = "Please tick this so that we may go on."
NAME_NEEDED = "Type your full name; it stands for your signature."
STEPS_OPEN = "Some answers are missing or cannot be used; please look at the steps that are marked."
NO_PAPERS = "Send at least one paper first."
SHORTEST_NAME, LONGEST_NAME = 2, 200


@router.get("/apply/submit")
def ask(request: Request, here: Here, mine: Mine) -> Response:
    if mine.case_id:
        return RedirectResponse("/apply/status", status_code=303)
    return _page(request, here, mine, {}, {})


@router.post("/apply/submit")
def send(request: Request, here: Here, mine: Mine, typed: Typed) -> Response:
    if mine.case_id:
        return RedirectResponse("/apply/status", status_code=303)
    wrong = {name: CONSENT_NEEDED for name in CONSENTS if typed.get(name) != "yes"}
    if not SHORTEST_NAME <= len(typed.get("name", "")) <= LONGEST_NAME:
        wrong["name"] = NAME_NEEDED
    if unfinished(mine.form):
        wrong["steps"] = STEPS_OPEN
    if not mine.files:
        wrong["papers"] = NO_PAPERS
    if wrong:
        return _page(request, here, mine, typed, wrong)
    intakes, now, language = here.store.intakes, here.now, language_of(request)
    intakes.save(mine.id, "begin", {**mine.form["begin"], "language": language}, now)
    intakes.speak(mine.id, language)
    intakes.save(mine.id, "consents", list(CONSENTS), now)
    intakes.save(mine.id, "signature", {"name": typed["name"], "at": now.isoformat()}, now)
    application = application_of(intakes.get(mine.id).form, now.date())
    intakes.submit(mine.id, new_case_id(), application, now, "applicant")
    return RedirectResponse("/apply/status", status_code=303)


def _page(request: Request, here: Site, mine: Intake, typed: Mapping[str, str], wrong: Mapping[str, str]) -> Response:
    language = language_of(request)
    draft = application_of(mine.form, here.now.date(), draft=True)
    return page(
        request,
        "apply_submit",
        status=422 if wrong else 200,
        number=ORDER.index(REVIEW) + 1,
        steps=len(ORDER),
        answers=[(step, blocks_of(mine.form, step)) for step in STEPS],
        unfinished={step.path for step in unfinished(mine.form)},
        product=product_of(here.book, draft.request.product, draft.request.currency, here.now.date()),
        papers=papers_of(here, mine, speaker(language), language),
        items=list_of(here, mine),
        consents=CONSENTS,
        typed=typed,
        faulty=bool(wrong),
        wrong=blank_else(wrong),
    )
