"""The short steps of the form: each is kept as it was typed, whatever is wrong with it, and then checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from cases.countries import COUNTRIES
from cases.store.intakes import Intake
from portal.web.applicant.application import NOBODY, blocks_of, wrong_answers
from portal.web.applicant.form_steps import MOST_PEOPLE, ORDER, Step, step_of
from portal.web.applicant.product import product_of
from portal.web.applicant.typed_form import Typed
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]


@router.get("/apply/{path}")
def ask(request: Request, here: Here, mine: Mine, path: str, check: str = "") -> Response:
    step = _step(path)
    if mine.case_id:
        return RedirectResponse("/apply/status", status_code=303)
    return _page(request, here, mine, step, checked=bool(check))


@router.post("/apply/{path}")
def keep(request: Request, here: Here, mine: Mine, path: str, typed: Typed) -> Response:
    """Keeps what was typed; goes on to the next step when nothing is wrong with it."""
    step = _step(path)
    here.store.intakes.save(mine.id, step.path, _kept(step, typed), here.now)
    kept = here.store.intakes.get(mine.id)
    wrong = wrong_answers(kept.form, step)
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"wrong": _named(request, step, wrong)})
    if step.many and typed.get("do"):
        return RedirectResponse(f"/apply/{step.path}#more", status_code=303)
    if any(wrong) or not wrong:
        return _page(request, here, kept, step, checked=True)
    return RedirectResponse(f"/apply/{ORDER[ORDER.index(step.path) + 1]}", status_code=303)


def _page(request: Request, here: Site, mine: Intake, step: Step, *, checked: bool) -> Response:
    blocks = blocks_of(mine.form, step) or [{}]
    wrong = wrong_answers(mine.form, step) if checked else []
    begin = mine.form["begin"]
    currency = COUNTRIES[begin["country"]].currency
    return page(
        request,
        "apply_step",
        status=422 if checked and (any(wrong) or not wrong) else 200,
        step=step,
        number=ORDER.index(step.path) + 1,
        steps=len(ORDER),
        back=f"/apply/{ORDER[ORDER.index(step.path) - 1]}" if ORDER.index(step.path) else "",
        blocks=blocks,
        wrong=wrong or [{} for _ in blocks],
        nobody=NOBODY if checked and step.many and not blocks_of(mine.form, step) else "",
        most=MOST_PEOPLE,
        usual={"currency": currency},
        product=product_of(here.book, begin["product"], currency, here.now.date()),
    )


def _kept(step: Step, typed: Mapping[str, str]) -> dict[str, Any]:
    """What is kept of a step: its own fields and nothing else that was sent."""
    names = [question.name for question in step.questions]
    if not step.many:
        return {name: typed.get(name, "") for name in names}
    numbers = sorted({int(number) for key in typed if (number := _number(key)) and int(number) < MOST_PEOPLE})
    people = [{name: typed.get(f"{name}-{number}", "") for name in names} for number in numbers]
    do, _, which = typed.get("do", "").partition("-")
    if do == "remove" and which.isdigit() and int(which) < len(people):
        people.pop(int(which))
    people = [one for one in people if any(one[name] for name in names if name != "role")]
    if do == "add" and len(people) < MOST_PEOPLE:
        people.append(dict.fromkeys(names, ""))
    return {"people": people}


def _number(key: str) -> str:
    found = re.fullmatch(r"[a-z_]+-(\d{1,2})", key)
    return found.group(1) if found else ""


def _named(request: Request, step: Step, wrong: list[dict[str, str]]) -> dict[str, str]:
    """The sentences in the reader's language by the names of the inputs."""
    say = speaker(language_of(request))
    if not step.many:
        return {name: say(sentence) for name, sentence in wrong[0].items()}
    return {f"{name}-{at}": say(sentence) for at, one in enumerate(wrong) for name, sentence in one.items()}


def _step(path: str) -> Step:
    step = step_of(path)
    if step is None:
        raise HTTPException(404)
    return step
