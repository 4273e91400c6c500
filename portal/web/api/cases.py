"""Cases by the API: begun with what the applicant states, papers added, submitted, looked at."""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import unicodedata
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Request, Response, UploadFile

from cases.application_file import MOST_BYTES, parse_json_application
from cases.codec import from_json, to_json
from cases.errors import BadInput, IllegalMove
from cases.model import Application
from cases.store import CaseFile
from cases.store.intakes import Intake
from flows.reading import SentFile, refuse_unopenable
from flows.submission import new_case_id
from ocr.limits import Limits
from portal.web.api.keys import KnownClient, OwnCase
from portal.web.api.once import DoOnce, Told
from portal.web.site import Site, site

router = APIRouter(prefix="/api/v1", tags=["cases"])
Here = Annotated[Site, Depends(site)]
COLLECTING = "collecting"
"""The status of a case that has not been submitted yet."""
SECTIONS = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["business", "request"],
                    "properties": {
                        "business": {"type": "object"},
                        "people": {"type": "array", "items": {"type": "object"}},
                        "request": {"type": "object"},
                        "stated": {"type": "object"},
                        "applicant": {"type": "object"},
                        "jurisdiction": {"type": "object"},
                    },
                }
            }
        },
    }
}
"""The shape of `application.toml`; its reader says which field is wrong."""


async def whole_body(request: Request) -> bytes:
    return await request.body()


@router.post("/cases", status_code=201, openapi_extra=SECTIONS)
def begin(here: Here, who: KnownClient, once: DoOnce, body: Annotated[bytes, Depends(whole_body)]) -> Response:
    """Begin a case with what the applicant states: the sections and fields of application.toml, as JSON.

    Nothing is decided before the case is submitted. The day of receipt is the day of submission, whatever is sent.
    """

    def work() -> Told:
        if len(body) > MOST_BYTES:
            raise BadInput(f"An application has at most {MOST_BYTES // 1000} kB.")
        application = parse_json_application(body)
        here.book.policy(application.request.product)
        case_id, language = new_case_id(), application.applicant.language or "en"
        form = {"application": to_json(application)}
        here.store.clients.begin_case(who.id, case_id, form, language[:8], here.now)
        return 201, _told(here, here.store.intakes.get(case_id))

    return once.do(work, body)


@router.get("/cases/{case_id}")
def show(here: Here, case: OwnCase) -> dict[str, Any]:
    """Where a case stands, with its files."""
    return _told(here, case)


@router.post("/cases/{case_id}/files", status_code=201)
async def add_files(here: Here, case: OwnCase, once: DoOnce, files: Annotated[list[UploadFile], File()]) -> Response:
    """Add papers: PDF, JPEG, PNG, TIFF or HEIC, at most 50 MB each. The same bytes twice are one file.

    A file that cannot be opened is refused with the reason, and none of the request's files is kept.
    """
    kept: list[CaseFile] = []
    for file in files:
        kept.append(await _kept(here, file))
    sent = [SentFile(path=here.blobs.path(one.sha256), name=one.name) for one in kept]
    await refuse_unopenable(here.readers, sent)

    def work() -> Told:
        for one in kept:
            here.store.intakes.add_file(case.id, one, here.now)
        return 201, _told(here, here.store.intakes.get(case.id))

    body = "\n".join(one.sha256 for one in kept).encode()
    return await asyncio.to_thread(once.do, work, body)


@router.post("/cases/{case_id}/submit", status_code=202)
def submit(here: Here, who: KnownClient, case: OwnCase, once: DoOnce) -> Response:
    """Hand the case in to be read and decided; after papers were asked for, hand in those that were added."""

    def work() -> Told:
        if not case.files:
            raise IllegalMove("The case has no files yet; add the applicant's papers first.")
        if case.case_id is None:
            here.store.intakes.submit(case.id, case.id, _application(here, case), here.now, who.actor)
        else:
            here.store.intakes.send_more(case.id, here.now, who.actor)
        return 202, _told(here, here.store.intakes.get(case.id))

    return once.do(work)


def _application(here: Site, case: Intake) -> Application:
    """As it was stated; the day of receipt is ours to say, for a case is judged by it."""
    stated = from_json(Application, case.form["application"])
    applicant = dataclasses.replace(stated.applicant, received_on=here.now.date(), channel="api")
    return dataclasses.replace(stated, applicant=applicant)


async def _kept(here: Site, file: UploadFile) -> CaseFile:
    name, most = _plain_name(file.filename or ""), Limits().bytes
    content = await file.read(most + 1)
    if len(content) > most:
        raise BadInput(f"{name} is larger than {most // 1_000_000} MB.")
    if not content:
        raise BadInput(f"{name} is empty.")
    return CaseFile(name=name, sha256=await asyncio.to_thread(here.blobs.put, content), size=len(content))


def _plain_name(name: str) -> str:
    """The last part of the name, of characters that can be shown."""
    last = PurePath(name.replace("\\", "/")).name
    shown = "".join(one for one in last if unicodedata.category(one)[0] != "C").strip(". ")
    return shown[-200:] or "file-" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]


def _told(here: Site, case: Intake) -> dict[str, Any]:
    record = here.store.get(case.case_id) if case.case_id else None
    return {
        "case": case.id,
        "status": record.status.value if record else COLLECTING,
        "created": case.created.isoformat(),
        "updated": (record.updated if record else case.updated).isoformat(),
        "files": [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in case.files],
    }
