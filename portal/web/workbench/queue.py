"""The queue: filters, counts, clocks, and the next case to take up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import IllegalMove
from cases.lifecycle import Status
from cases.store.queue import Filter, Head
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.roles import Role
from portal.web.sessions import Staff
from portal.web.site import Site
from portal.web.workbench.entry import Here, Reader, Settler, Typing, hold
from templates.profile import profile

router = APIRouter(dependencies=[Depends(from_our_pages)])
PAGE = 50
ALL = "all"
TRIES = 5
"""How often the next case is looked for when others take it first."""
RUNNING = frozenset(
    {Status.RECEIVED, Status.PROCESSING, Status.REFERRED, Status.ANSWERED, Status.SETTLING, Status.FAILED}
)
"""The statuses in which the applicant waits for us."""
SHORT_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    head: Head
    waiting: dt.timedelta
    days_left: int | None
    """Until the law of the place wants a decision; None when the applicant does not wait for us."""

    @property
    def is_short(self) -> bool:
        return self.days_left is not None and self.days_left <= SHORT_DAYS


@router.get("/desk")
def look(
    request: Request,
    here: Here,
    who: Reader,
    status: str = Status.REFERRED.value,
    mine: bool = False,
    product: str = "",
    proposed: bool = False,
    number: int = 1,
) -> Response:
    return _queue(request, here, who, _filter(who, status, mine, product, proposed, ""), number)


@router.post("/desk")
def search(request: Request, here: Here, who: Reader, form: Typing) -> Response:
    """A form, because names that are searched for must not stand in an address."""
    told = {name: value for name, value in form.items() if isinstance(value, str)}
    wanted = _filter(
        who,
        told.get("status", ALL),
        "mine" in told,
        told.get("product", ""),
        "proposed" in told,
        told.get("text", "")[:100],
    )
    number = told.get("number", "1")
    return _queue(request, here, who, wanted, int(number) if number.isascii() and number.isdigit() else 1)


@router.post("/desk/next")
def take_next(here: Here, who: Settler, after: Annotated[str, Form(max_length=64)] = "") -> Response:
    """Takes the longest waiting case that nobody else has. The one left behind is given back."""
    bench = here.store.workbench
    for _ in range(TRIES):
        found = bench.next_for(who.id, here.now, after, seconds=who.may(Role.SENIOR))
        if found is None:
            return RedirectResponse("/desk?none=yes", status_code=303)
        try:
            hold(here, who, found)
        except IllegalMove:
            continue
        if after and after != found:
            bench.let_go(after, who.id)
        return RedirectResponse(f"/desk/cases/{found}", status_code=303)
    return RedirectResponse("/desk", status_code=303)


def _filter(who: Staff, status: str, mine: bool, product: str, proposed: bool, text: str) -> Filter:
    known = Status(status) if status in set(Status) else None
    return Filter(status=known, holder=who.id if mine else "", product=product, text=text, proposed=proposed)


def _queue(request: Request, here: Site, who: Staff, wanted: Filter, number: int) -> Response:
    at, queue = here.now, here.store.queue
    matching = queue.matching(wanted, at)
    last = max(1, -(-matching // PAGE))
    shown = min(max(number, 1), last)
    heads = queue.page(wanted, at, PAGE, (shown - 1) * PAGE)
    return page(
        request,
        "work_queue",
        rows=[_row(head, at) for head in heads],
        wanted=wanted,
        counts=here.store.counts(),
        matching=matching,
        number=shown,
        last=last,
        first_row=(shown - 1) * PAGE + 1,
        products=queue.products(),
        statuses=tuple(Status),
        none_waits=request.query_params.get("none") == "yes",
        settles=who.may(Role.UNDERWRITER, Role.SENIOR),
    )


def _row(head: Head, at: dt.datetime) -> QueueRow:
    left = None
    if head.status in RUNNING:
        due = head.received + dt.timedelta(days=profile(head.profile).decision_days)
        left = (due - at.date()).days
    return QueueRow(head=head, waiting=at - head.updated, days_left=left)
