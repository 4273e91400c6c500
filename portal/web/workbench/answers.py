"""Answers to a referred case: first the letter is shown, then it is sent, or proposed for a second signature."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from cases.errors import BadInput, IllegalMove
from cases.model import Answer
from cases.typed_amount import typed_amount
from decision.gaps import gaps
from decision.pickable import pickable_reasons
from decision.proposed_terms import Trial, try_terms
from decision.second_signature import needs_second
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import Staff
from portal.web.site import Site
from portal.web.words import language_of, money, speaker
from portal.web.workbench.answer_form import Wrong, answer_of, items_to_ask, typed_from
from portal.web.workbench.case_page import case_page
from portal.web.workbench.entry import Here, Reader, Settler, Typing, hold
from portal.web.workbench.open_case import Assessment, OpenCase, open_case, settled_with
from templates import LetterFacts, write

router = APIRouter(dependencies=[Depends(from_our_pages)])
SEND = "send"


@router.post("/desk/cases/{case_id}/answer")
def answer(
    request: Request,
    here: Here,
    who: Settler,
    case_id: str,
    form: Typing,
) -> Response:
    """Shows the letter of an answer; with `step=send`, sends it."""
    case, typed = open_case(here, case_id), typed_from(form)
    one = _open(case)
    hold(here, who, case_id)
    offered = pickable_reasons(one.inputs.application, one.decision, one.policy)
    try:
        given = answer_of(typed, who.id, offered, items_to_ask(gaps(one.dossier), one.decision, one.policy))
    except Wrong as fault:
        return case_page(request, here, who, case, typed=typed, wrong=fault.faults, status=422)
    why = needs_second(given, one.inputs.application, one.decision, one.policy, here.now.date())
    if typed.text("step") == SEND and typed.text("rests_on") == resting_on(case):
        _give(here, who, case_id, given, why)
        return RedirectResponse(f"/desk/cases/{case_id}", status_code=303)
    return page(
        request,
        "work_answer",
        case=case,
        typed=typed,
        given=given,
        why=why,
        rests_on=resting_on(case),
        changed=typed.text("step") == SEND,
        **settled_letter(here, case, given),
    )


def resting_on(case: OpenCase) -> str:
    """What an answer was previewed on: the last decision and how many corrections there are."""
    return f"{case.record.attempt}.{len(case.corrections)}"


def settled_letter(here: Site, case: OpenCase, given: Answer) -> dict[str, Any]:
    """The decision that an answer makes and the letter that will tell it."""
    settled = settled_with(_assessment(case), given, here, here.now.date())
    letter = write(
        LetterFacts(
            case_id=case.record.id,
            application=case.record.application,
            decision=settled,
            lender=here.settings.lender,
            written_on=settled.as_of,
            by_person=True,
        )
    )
    return {"settled": settled, "letter": letter}


def _give(here: Site, who: Staff, case_id: str, given: Answer, why: str) -> None:
    """To the worker, or to a second person."""
    if why:
        here.store.workbench.propose(case_id, given, why, here.now, who.id)
    else:
        here.store.record_answer(case_id, given, here.now, who.id)
    here.store.workbench.let_go(case_id, who.id)


@router.get("/desk/cases/{case_id}/offer")
def offer(request: Request, here: Here, _who: Reader, case_id: str, amount: str, term: str) -> Response:
    """The solver's figures for some terms, for the counter-offer's form. Raises BadInput."""
    one = _assessment(open_case(here, case_id))
    try:
        terms = (typed_amount(amount), int(term))
    except (BadInput, ValueError):
        raise BadInput("The amount is a number such as 45000.00, the term a whole number of months.") from None
    trial = try_terms(one.inputs.application, one.readings, one.decision, terms, here.book, here.now.date())
    return JSONResponse(_trial(trial, one.inputs.application.request.currency, language_of(request)))


def _trial(trial: Trial, currency: str, language: str) -> dict[str, Any]:
    """Exact figures for programs, and under `shown` the same as the page says them."""
    say = speaker(language)
    return {
        "principal": str(trial.principal),
        "term_months": trial.term_months,
        "currency": currency,
        "annual_rate": str(trial.annual_rate),
        "payment": str(trial.payment),
        "debt_service_cover": _figure(trial.debt_service_cover),
        "cash_cover": _figure(trial.cash_cover),
        "most": None if trial.most is None else str(trial.most),
        "binding_constraint": trial.binding,
        "outcome": trial.outcome.value,
        "against": [one.name for one in trial.against],
        "shown": {
            "payment": money(trial.payment, currency, language),
            "debt_service_cover": _figure(trial.debt_service_cover) or "–",
            "cash_cover": _figure(trial.cash_cover) or "–",
            "most": money(trial.most, currency, language),
            "binding_constraint": say(trial.binding.replace("_", " ")) if trial.binding else "–",
            "outcome": say(trial.outcome.value.replace("_", " ")),
            "against": "; ".join(say(one.name) for one in trial.against) or "–",
        },
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _open(case: OpenCase) -> Assessment:
    """Raises IllegalMove for a case that takes no answer now."""
    if not case.is_referred or case.proposal is not None:
        raise IllegalMove(f"Case {case.record.id} takes no answer now: it is settled or waits for a second signature.")
    return _assessment(case)


def _assessment(case: OpenCase) -> Assessment:
    if case.assessment is None:
        raise IllegalMove(f"Case {case.record.id} has not been decided yet, so it cannot be answered.")
    return case.assessment
