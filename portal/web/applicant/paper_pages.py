"""Pictures of an applicant's own papers: a page, or the place on it that an advice is about."""

from __future__ import annotations

from typing import Annotated

from anyio import from_thread
from fastapi import APIRouter, Depends, Request, Response

from cases.errors import NotFound
from cases.model import Box
from cases.store.intakes import Intake
from portal.web.applicant.coach import advice_of
from portal.web.applicant.paper import file_of, reading_of
from portal.web.sessions import applicant
from portal.web.site import Site, site

router = APIRouter()
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
SMALL, WIDEST, LARGE = 160, 760, 1400


@router.get("/apply/papers/{number}/page/{page}")
def whole(here: Here, mine: Mine, number: int, page: int, thumb: int = 0) -> Response:
    return _picture(here, mine, number, page, None, SMALL if thumb else LARGE)


@router.get("/apply/papers/{number}/trouble/{which}")
def trouble(here: Here, mine: Mine, number: int, which: int) -> Response:
    """The place that the file's advice no. `which` is about."""
    told = advice_of(file_of(mine, number))
    if not 0 <= which < len(told):
        raise NotFound("There is no such picture.")
    return _picture(here, mine, number, told[which].page, told[which].box)


@router.get("/apply/papers/{number}/field/{document}/{name}")
def field(request: Request, here: Here, mine: Mine, number: int, document: int, name: str) -> Response:
    """Where a field of the file's document no. `document` was read."""
    reading = reading_of(here, file_of(mine, number))
    if reading is None or not 0 <= document < len(reading.documents):
        raise NotFound("There is no such picture.")
    found = reading.documents[document].fields.get(name)
    if found is None:
        raise NotFound("There is no such picture.")
    return _picture(here, mine, number, found.place.page, found.place.box)


def _picture(here: Site, mine: Intake, number: int, page: int, box: Box | None, widest: int = WIDEST) -> Response:
    path = here.blobs.path(file_of(mine, number).sha256)
    jpeg = from_thread.run(here.glances.show, path, page, box, widest)
    return Response(jpeg, media_type="image/jpeg")
