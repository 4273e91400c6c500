"""What the API offers, for programs (OpenAPI) and for people (a plain page)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.openapi.utils import get_openapi

from portal.web.pages import page

router = APIRouter(prefix="/api/v1", include_in_schema=False)


@router.get("/openapi.json")
def openapi() -> dict[str, Any]:
    return described()


@router.get("")
def for_people(request: Request) -> Response:
    found = described()
    calls = [
        (method.upper(), path, call) for path, methods in found["paths"].items() for method, call in methods.items()
    ]
    return page(request, "office_api", described=found, calls=calls)


@cache
def described() -> dict[str, Any]:
    """The OpenAPI description of the routes of this folder, and of no others."""
    from portal.web.api import cases, outcome

    said = (
        "Begin a case, add the papers, submit it, and read the decision and its letter. Send your key as "
        "'Authorization: Bearer KEY'. Errors come as {code, message}; the message is a sentence for people."
    )
    routes = [*cases.router.routes, *outcome.router.routes]
    return get_openapi(title="Vouch", version=f"1 (Vouch {version('vouch')})", description=said, routes=routes)
