"""The front page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from portal.web.pages import page

router = APIRouter()


@router.get("/")
def front(request: Request) -> Response:
    return page(request, "front")
