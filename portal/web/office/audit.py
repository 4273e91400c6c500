"""The auditor's room: events looked up, the chain verified, both to take away as a table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from cases.store import ChainReport, Event
from cases.store.history import KINDS, EventFilter
from portal.web import brakes
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.roles import Role
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

router = APIRouter(prefix="/office", dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Auditor = Annotated[Staff, Depends(needs(Role.AUDITOR))]
AT_ONCE = 100
"""Events on one page."""
MOST_EXPORTED = 100_000
KIND_WORDS: Mapping[str, str] = {
    "received": "Received",
    "claimed": "Taken by a worker",
    "released": "Given back",
    "concluded": "Decided",
    "failed": "Failed",
    "moved": "Moved by hand",
    "files_added": "Files added",
    "answered": "Answered by a person",
    "corrected": "Field corrected",
    "noted": "Note written",
    "labelled": "Check judged",
    "proposed": "Answer proposed",
    "seconded": "Signed by a second person",
    "refused": "Proposal refused",
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A table program takes a cell that begins so for a formula and runs it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form holds, as it was typed."""

    case: str
    kind: str
    actor: str
    day: str

    def filter(self, before: int | None = None) -> EventFilter | None:
        """None for a day that is none."""
        try:
            day = dt.date.fromisoformat(self.day) if self.day else None
        except ValueError:
            return None
        return EventFilter(case_id=self.case, kind=self.kind, actor=self.actor, day=day, before=before)

    def query(self, **more: int) -> str:
        return urlencode({"case": self.case, "kind": self.kind, "actor": self.actor, "day": self.day, **more})


def asked(
    case: Annotated[str, Query(max_length=128)] = "",
    kind: Annotated[str, Query(max_length=32)] = "",
    actor: Annotated[str, Query(max_length=128)] = "",
    day: Annotated[str, Query(max_length=32)] = "",
) -> Asked:
    return Asked(*(" ".join(one.replace("\x00", " ").split()) for one in (case, kind, actor, day)))


Wanted = Annotated[Asked, Depends(asked)]


@router.get("/audit")
def search(request: Request, here: Here, _: Auditor, wanted: Wanted, before: int | None = None) -> Response:
    return _page(request, here, wanted, before)


@router.post("/audit/verify")
def verify(request: Request, here: Here, who: Auditor) -> Response:
    """Walks the whole chain; the answer is the page with the result."""
    here.brakes.check(brakes.VERIFICATIONS, who.id)
    return _page(request, here, Asked("", "", "", ""), None, here.store.verify_chain())


@router.get("/audit.csv")
def export(here: Here, _: Auditor, wanted: Wanted) -> Response:
    """The same events as a table for other programs, the newest first."""
    chosen = wanted.filter()
    found = here.store.search_events(chosen, MOST_EXPORTED) if chosen else ()
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(("number", "at", "case", "kind", "actor", "payload", "hash"))
    for one in found:
        row = (str(one.number), one.at.isoformat(), one.case_id, one.kind, one.actor, told(one), one.hash)
        table.writerow([harmless(cell) for cell in row])
    headers = {"content-disposition": 'attachment; filename="events.csv"'}
    return Response("\ufeff" + written.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _page(
    request: Request, here: Site, wanted: Asked, before: int | None, report: ChainReport | None = None
) -> Response:
    chosen = wanted.filter(before)
    found = here.store.search_events(chosen, AT_ONCE + 1) if chosen else ()
    shown = found[:AT_ONCE]
    return page(
        request,
        "office_audit",
        status=200 if chosen else 422,
        wanted=wanted,
        wrong_day=chosen is None,
        events=[(one, told(one)) for one in shown],
        kinds=[(kind, KIND_WORDS[kind]) for kind in KINDS],
        kind_words=KIND_WORDS,
        older=wanted.query(before=shown[-1].number) if len(found) > AT_ONCE else "",
        export=wanted.query(),
        most=MOST_EXPORTED,
        report=report,
        verified_at=here.now,
    )


def told(event: Event) -> str:
    """An event's codes and counts in a line; hashes are left out."""
    payload = dict(event.payload)
    files = payload.pop("files", None)
    moved = " → ".join(str(payload.pop(end)) for end in ("from", "to") if end in payload)
    parts = [moved] if moved else []
    parts += [f"files {len(files)}"] if isinstance(files, list) else []
    parts += [f"{name} {value}" for name, value in payload.items() if not name.endswith("_sha256")]
    return ", ".join(parts)


def harmless(cell: str) -> str:
    """The cell, or a text that no table program takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
