"""The operator's room: the queue, the machine, the versions. It shows counts and codes, and nobody's data."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import PlainTextResponse

from cases.lifecycle import CLAIMS, Status
from flows.reading import engine_label
from portal.web.office.status_words import STATUS_WORDS
from portal.web.pages import page
from portal.web.roles import Role
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

router = APIRouter()
Here = Annotated[Site, Depends(site)]
Operator = Annotated[Staff, Depends(needs(Role.OPERATOR, Role.AUDITOR))]
LONG_WAIT_MINUTES = 15
"""From then on a case that waits for a worker is shown as trouble."""
LITTLE_SPACE = 0.10
"""Of the disk; below it is shown as trouble."""


@router.get("/office/health")
def health(request: Request, here: Here, _: Operator) -> Response:
    now, settings = here.now, here.settings
    found = here.store.condition(now)
    disk = shutil.disk_usage(settings.data_dir)
    waited = int((now - found.waiting_since).total_seconds() // 60) if found.waiting_since else None
    return page(
        request,
        "office_health",
        condition=found,
        statuses=[(status, found.counts[status]) for status in Status],
        status_words=STATUS_WORDS,
        waits=sum(found.counts[status] for status in CLAIMS),
        waited=waited,
        waits_long=waited is not None and waited >= LONG_WAIT_MINUTES,
        readers=here.readers.alive,
        owed=here.store.hooks.owed(),
        disk=disk,
        disk_is_short=disk.free < disk.total * LITTLE_SPACE,
        prefect=settings.prefect_ui_url or f"http://127.0.0.1:{settings.prefect_port}",
        versions=_versions(here),
        seen_at=now,
    )


def _versions(here: Site) -> list[tuple[str, str]]:
    book = here.book
    return [
        ("Vouch", version("vouch")),
        ("Python", platform.python_version()),
        ("Prefect", version("prefect")),
        ("OCR", engine_label(here.readers.version)),
        *((f"policy {one.product}", f"{one.version}+{one.digest[:8]}") for one in book.policies.values()),
        *((f"scorecard {name}", card.label) for name, card in book.scorecards.items()),
    ]


@router.api_route("/healthz", methods=["GET", "HEAD"])
def healthz(here: Here) -> Response:
    """For monitors: whether the portal answers and reaches its store. Raises Unavailable."""
    here.store.ping()
    return PlainTextResponse("ok")
