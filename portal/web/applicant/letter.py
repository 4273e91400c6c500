"""The letters on screen and as PDF. A letter's page carries its own style and may do nothing but be read."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from cases.errors import NotFound
from cases.store.intakes import Intake
from cases.store.records import LetterRecord
from portal.web.sessions import applicant
from portal.web.site import Site, site

router = APIRouter()
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]


@router.get("/apply/letter/{attempt}")
def sheet(here: Here, mine: Mine, attempt: int) -> Response:
    html = here.blobs.get(_letter(here, mine, attempt).blobs["html"]).decode()
    return Response(html, media_type="text/html", headers={"content-security-policy": policy_of(html)})


@router.get("/apply/letter/{attempt}/pdf")
def pdf(here: Here, mine: Mine, attempt: int) -> Response:
    content = here.blobs.get(_letter(here, mine, attempt).blobs["pdf"])
    named = f'inline; filename="letter-{mine.case_id}-{attempt}.pdf"'
    return Response(content, media_type="application/pdf", headers={"content-disposition": named})


def policy_of(html: str) -> str:
    """What the page of a letter may do: show itself in the very styles that it was written with."""
    styles = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles)
    hashes = " ".join(f"'sha256-{one}'" for one in digests) or "'none'"
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; frame-ancestors 'none'; sandbox"


def _letter(here: Site, mine: Intake, attempt: int) -> LetterRecord:
    """Of this applicant's own case. Raises NotFound."""
    letters = here.store.letters(mine.case_id) if mine.case_id else ()
    found = next((one for one in letters if one.attempt == attempt), None)
    if found is None:
        raise NotFound("There is no such letter.")
    return found
