"""Files that come in parts, so that a lost connection loses nothing: begin, send parts, ask how far it got."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import re
import secrets
import shutil
import time
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from cases.errors import BadInput, NotFound
from cases.store.intakes import MOST_FILES, Intake
from portal.web.applicant.incoming import LIMITS, REFUSALS, Refusal, folder, label_of, take_in
from portal.web.applicant.papers import check_open
from portal.web.applicant.typed_form import Typed
from portal.web.form_token import from_our_pages
from portal.web.refusals import TooLarge
from portal.web.sessions import applicant
from portal.web.site import Site, site
from portal.web.words import language_of, speaker

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
LARGEST_PART = 4_000_000
KEPT_SECONDS = 24 * 3600
"""An upload that nobody went on with for so long is thrown away."""
OFFSET = "upload-offset"


async def part(request: Request) -> bytes:
    """A dependency: the bytes that were sent. Raises TooLarge."""
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > LARGEST_PART:
            raise TooLarge("That is too much at once; please send the papers in several goes.")
    return bytes(taken)


@router.post("/apply/uploads")
def begin(request: Request, here: Here, mine: Mine, typed: Typed) -> Response:
    """Makes room for a file of a name and size; gives the id to send its parts to."""
    check_open(here, mine)
    name, size = label_of(typed.get("name", "")), typed.get("size", "")
    if not re.fullmatch(r"[0-9]{1,12}", size):
        raise BadInput("The size of a file is a number of bytes.")
    if not 0 < int(size) <= LIMITS.bytes:
        return _refused(request, Refusal(name=name, code="too_large" if int(size) else "empty_file"))
    place = _folder(here, mine)
    _sweep(here, time.time())
    if len(list(place.glob("*.part"))) >= MOST_FILES:
        return _refused(request, Refusal(name=name, code="too_many_files"))
    upload = secrets.token_hex(16)
    (place / f"{upload}.json").write_text(json.dumps({"name": name, "size": int(size)}), encoding="utf-8")
    (place / f"{upload}.part").touch()
    return JSONResponse({"id": upload}, status_code=201)


@router.head("/apply/uploads/{upload}")
def how_far(here: Here, mine: Mine, upload: str) -> Response:
    path, _, size = _upload(here, mine, upload)
    return Response(headers={OFFSET: str(path.stat().st_size), "upload-length": str(size)})


@router.patch("/apply/uploads/{upload}")
def take_part(request: Request, here: Here, mine: Mine, upload: str, data: Annotated[bytes, Depends(part)]) -> Response:
    """Adds a part where the last one ended; the last part makes the file one of the papers, or is told why not."""
    path, name, size = _upload(here, mine, upload)
    with path.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        had = file.seek(0, 2)
        if request.headers.get(OFFSET) != str(had) or had + len(data) > size:
            return JSONResponse({"offset": had}, status_code=409, headers={OFFSET: str(had)})
        file.write(data)
        file.flush()
        if had + len(data) < size:
            return JSONResponse({"offset": had + len(data)}, headers={OFFSET: str(had + len(data))})
        check_open(here, mine)
        whole = path.read_bytes()
        _forget(path)
    found = take_in(here, mine, name, whole)
    return _refused(request, found) if isinstance(found, Refusal) else JSONResponse({"refused": []})


def _refused(request: Request, refusal: Refusal) -> Response:
    say = speaker(language_of(request))
    return JSONResponse({"refused": [say(REFUSALS[refusal.code], name=refusal.name)]})


def _folder(site: Site, intake: Intake) -> Path:
    """Of an intake's own uploads: what lies elsewhere is not found by it."""
    made = folder(site) / hashlib.sha256(intake.id.encode()).hexdigest()
    made.mkdir(exist_ok=True)
    return made


def _upload(site: Site, intake: Intake, upload: str) -> tuple[Path, str, int]:
    """Where the parts lie, the file's name and its size. Raises NotFound."""
    place = _folder(site, intake)
    try:
        if not re.fullmatch(r"[0-9a-f]{32}", upload):
            raise FileNotFoundError
        told = json.loads((place / f"{upload}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound("There is no such upload; please begin it again.") from None
    return place / f"{upload}.part", told["name"], told["size"]


def _forget(path: Path) -> None:
    for one in (path, path.with_suffix(".json")):
        with contextlib.suppress(FileNotFoundError):
            one.unlink()


def _sweep(site: Site, now: float) -> None:
    """Throws away what nobody went on with."""
    for place in folder(site).iterdir():
        with contextlib.suppress(OSError):
            if place.is_file() and now - place.stat().st_mtime > KEPT_SECONDS:
                place.unlink()
            elif place.is_dir():
                parts = list(place.glob("*.part"))
                for one in parts:
                    if now - one.stat().st_mtime > KEPT_SECONDS:
                        _forget(one)
                if not parts and now - place.stat().st_mtime > KEPT_SECONDS:
                    shutil.rmtree(place, ignore_errors=True)
