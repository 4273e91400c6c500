"""The case page: what was stated beside what the documents show, and all that was made of it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from cases.model import Decision, Place
from decision.cash_flow import cash_flow
from decision.gaps import gaps
from decision.pickable import pickable_reasons
from decision.stated_grid import GridRow, stated_grid
from portal.web.pages import page
from portal.web.roles import Role
from portal.web.sessions import Staff
from portal.web.site import Site
from portal.web.workbench.answer_form import BLANK, Typed, items_to_ask
from portal.web.workbench.chart import flow_chart
from portal.web.workbench.checks import grouped
from portal.web.workbench.entry import Here, Reader
from portal.web.workbench.figures import ratio_rows, rule_rows, title_of
from portal.web.workbench.history import history
from portal.web.workbench.open_case import Assessment, OpenCase, open_case
from portal.web.workbench.papers import lay_out, places_in
from templates.profile import profile

router = APIRouter()


@router.get("/desk/cases/{case_id}")
def show(request: Request, here: Here, who: Reader, case_id: str, correct: str = "") -> Response:
    return case_page(request, here, who, open_case(here, case_id), chosen_field=correct)


def case_page(
    request: Request,
    here: Site,
    who: Staff,
    case: OpenCase,
    *,
    typed: Typed = BLANK,
    wrong: dict[str, str] | None = None,
    chosen_field: str = "",
    status: int = 200,
) -> Response:
    """The page of a case; `typed` is what a form held that could not be taken, and `wrong` what was wrong with it."""
    settles = who.may(Role.UNDERWRITER, Role.SENIOR)
    facts: dict[str, Any] = {
        "case": case,
        "may_act": settles and case.may_act(who),
        "settles": settles,
        "typed": typed,
        "wrong": wrong or {},
        "chosen_field": chosen_field,
        "title_of": title_of,
        "days_left": _days_left(here, case),
        **_written(here, case),
        **(_assessed(case.assessment) if case.assessment else {}),
    }
    if facts["may_act"]:
        facts["seniors"] = _seniors(here, who)
    return page(request, "work_case", status=status, **facts)


def _days_left(here: Site, case: OpenCase) -> int:
    application = case.record.application
    received = application.applicant.received_on or case.record.created.date()
    return profile(application.jurisdiction.profile).decision_days - (here.now.date() - received).days


def _written(here: Site, case: OpenCase) -> dict[str, Any]:
    """What people and the machine wrote on the case."""
    store, id_ = here.store, case.record.id
    return {
        "happenings": history(store.events(id_)),
        "notes": store.workbench.notes(id_),
        "labels": store.workbench.labels(id_),
        "letters": store.letters(id_),
        "answers": store.answers(id_),
        "tied": store.queue.tied(id_),
        "intake": store.intakes.of_case(id_),
    }


def _assessed(one: Assessment) -> dict[str, Any]:
    grid = stated_grid(one.dossier, one.decision, one.policy)
    flow = cash_flow(one.dossier)
    return {
        "now": one,
        "grid": grid,
        "papers": lay_out(one.readings, one.decision.findings, _places(one.decision, grid)),
        "checks": grouped(one.decision.findings),
        "flow": flow,
        "chart": flow_chart(flow),
        "ratios": ratio_rows(one.decision, one.dossier),
        "rules": rule_rows(one.decision, one.policy),
        "reasons_to_pick": pickable_reasons(one.inputs.application, one.decision, one.policy),
        "items_to_ask": items_to_ask(gaps(one.dossier), one.decision, one.policy),
    }


def _places(decision: Decision, grid: tuple[GridRow, ...]) -> list[Place]:
    """Places that the page speaks of besides those of findings and fields."""
    of_grid = [place for row in grid for shown in row.shown for place in shown.places]
    of_reasons = [place for reason in decision.reasons for place in places_in(reason.evidence)]
    return [*of_grid, *of_reasons]


def _seniors(here: Site, who: Staff) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in here.store.accounts.all()
        if Role.SENIOR in one.roles and not one.disabled and one.id != who.id
    )
