"""What lies behind a case page: pictures of pages and the letters that were sent."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import anyio.from_thread
from fastapi import APIRouter, Response

from cases.errors import NotFound
from portal.web.site import Site
from portal.web.workbench.entry import Here, Reader

router = APIRouter()
LETTER_FORMS = {"pdf": "application/pdf", "txt": "text/plain; charset=utf-8"}
LONGEST_SIDE = 2000
"""Pixels of a drawn page; small print can be read at it."""
FOLDER = "pages"
"""In the data folder: pages drawn before. It may be deleted at any time."""


@router.get("/desk/cases/{case_id}/files/{sha256}/{number}.jpg")
def picture(here: Here, _who: Reader, case_id: str, sha256: str, number: int) -> Response:
    """A page of one of the case's files, drawn in the reader process the first time."""
    if sha256 not in {one.sha256 for one in here.store.get(case_id).files} or not 1 <= number <= 1000:
        raise NotFound("The case has no such page.")
    kept = here.settings.data_dir / FOLDER / sha256[:2] / f"{sha256}-{number}.jpg"
    if not kept.is_file():
        _keep(kept, anyio.from_thread.run(here.glances.show, here.blobs.path(sha256), number, None, LONGEST_SIDE))
    return Response(kept.read_bytes(), media_type="image/jpeg")


@router.get("/desk/cases/{case_id}/letters/{attempt}.{form}")
def letter(here: Here, _who: Reader, case_id: str, attempt: int, form: str) -> Response:
    content = _letter(here, case_id, attempt, form)
    headers = {"content-disposition": f'inline; filename="{case_id}-{attempt}.{form}"'}
    return Response(content, media_type=LETTER_FORMS[form], headers=headers)


def _letter(here: Site, case_id: str, attempt: int, form: str) -> bytes:
    for one in here.store.letters(case_id):
        if one.attempt == attempt and form in LETTER_FORMS and form in one.blobs:
            return here.blobs.get(one.blobs[form])
    raise NotFound("The case has no such letter.")


def _keep(path: Path, content: bytes) -> None:
    """Whole or not at all; two who draw the same page at once write the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(temporary, path)
