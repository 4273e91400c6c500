"""Forms are taken only from our own pages: each carries a token that no other site can know.

The token is bound to the browser's visit cookie and to its sessions, so it ends with them. Scripts of ours send it as
a header. The browser's own word on where a request comes from (`Sec-Fetch-Site`, `Origin`) is asked first.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import Request, Response

from portal.web.refusals import Forbidden
from portal.web.sessions import APPLICANT, STAFF, VISIT, cookie_name, token_of
from portal.web.site import site

FIELD, HEADER = "form_token", "x-form-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def form_token(request: Request) -> str:
    """The token for forms on the page that answers this request."""
    if not hasattr(request.state, "visit"):
        request.state.visit = token_of(request, VISIT) or secrets.token_urlsafe(32)
    return _token(request, request.state.visit)


def remember_visit(request: Request, response: Response) -> None:
    """Sets the visit cookie of a browser that has none."""
    visit = getattr(request.state, "visit", "")
    if visit and token_of(request, VISIT) != visit:
        settings = site(request).settings
        name = cookie_name(settings, VISIT)
        response.set_cookie(name, visit, path="/", httponly=True, secure=settings.https, samesite="lax")


async def from_our_pages(request: Request) -> None:
    """A dependency of every route that changes something. Raises Forbidden."""
    if request.method in SAFE:
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Forbidden("This form was sent from another site.")
    origin = request.headers.get("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.headers.get("host"):
        raise Forbidden("This form was sent from another site.")
    given = request.headers.get(HEADER) or await _field(request)
    visit = token_of(request, VISIT)
    if not visit or not hmac.compare_digest(given.encode(), _token(request, visit).encode()):
        raise Forbidden("This page has been open for too long or in another window; load it again and repeat.")


async def _field(request: Request) -> str:
    kind = request.headers.get("content-type", "")
    if not kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        return ""
    return str((await request.form()).get(FIELD, ""))


def _token(request: Request, visit: str) -> str:
    bound = "\n".join(("form", visit, token_of(request, STAFF), token_of(request, APPLICANT)))
    return hashlib.sha256(bound.encode()).hexdigest()
