"""Sessions: a random token in a cookie, its hash in the store. Who came in by which door.

Every sign-in makes a new token, so one that somebody planted before is worth nothing after.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request, Response

from cases.errors import NotFound
from cases.settings import Settings
from cases.store.intakes import Intake
from portal.web.refusals import Forbidden, NotSignedIn
from portal.web.roles import Role
from portal.web.site import site

STAFF, HALF, APPLICANT, VISIT = "staff", "staff_half", "applicant", "visit"
LASTS = {STAFF: dt.timedelta(hours=10), HALF: dt.timedelta(minutes=10), APPLICANT: dt.timedelta(days=30)}
COOKIES = {STAFF: "vouch_staff", HALF: "vouch_staff", APPLICANT: "vouch_applicant", VISIT: "vouch_visit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Somebody who works here, signed in with both factors."""

    id: str
    roles: frozenset[Role]

    def may(self, *roles: Role) -> bool:
        return bool(self.roles & set(roles))


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def cookie_name(settings: Settings, door: str) -> str:
    """Browsers keep a `__Host-` cookie from being set by anybody but this very host."""
    return ("__Host-" if settings.https else "") + COOKIES[door]


def token_of(request: Request, door: str) -> str:
    return request.cookies.get(cookie_name(site(request).settings, door), "")


def begin(request: Request, response: Response, door: str, subject: str) -> None:
    """Opens a session and puts its token into the answer's cookie; one that this browser had by the door ends."""
    here = site(request)
    end(request, response, door)
    token = secrets.token_urlsafe(32)
    here.store.accounts.begin(hashed(token), door, subject, here.now, here.now + LASTS[door])
    response.set_cookie(
        cookie_name(here.settings, door),
        token,
        max_age=int(LASTS[door].total_seconds()),
        path="/",
        httponly=True,
        secure=here.settings.https,
        samesite="lax",
    )


def end(request: Request, response: Response, door: str) -> None:
    token = token_of(request, door)
    if token:
        here = site(request)
        here.store.accounts.end(hashed(token))
        response.delete_cookie(cookie_name(here.settings, door), path="/", secure=here.settings.https, httponly=True)


def subject(request: Request, door: str) -> str | None:
    """Whom this browser's session by a door belongs to."""
    token, here = token_of(request, door), site(request)
    found = here.store.accounts.session(hashed(token), here.now) if token else None
    return found.subject if found and found.door == door else None


def staff_or_none(request: Request) -> Staff | None:
    """Who is signed in; asked once for each request."""
    if not hasattr(request.state, "staff"):
        request.state.staff = _staff(request)
    found: Staff | None = request.state.staff
    return found


def _staff(request: Request) -> Staff | None:
    account_id = subject(request, STAFF)
    if account_id is None:
        return None
    account = site(request).store.accounts.get(account_id)
    return None if account.disabled else Staff(id=account.id, roles=frozenset(Role(role) for role in account.roles))


def needs(*roles: Role) -> Callable[..., Staff]:
    """A dependency: somebody with one of these roles. Raises NotSignedIn, Forbidden."""

    def entry(request: Request) -> Staff:
        who = staff_or_none(request)
        if who is None:
            raise NotSignedIn
        if not who.may(*roles):
            raise Forbidden("Your role does not include this page.")
        return who

    entry.roles = frozenset(roles)  # type: ignore[attr-defined]
    return entry


def applicant(request: Request) -> Intake:
    """A dependency: the applicant's own intake. Raises NotSignedIn, which leads to the start."""
    intake_id = subject(request, APPLICANT)
    if intake_id is None:
        raise NotSignedIn("/apply")
    try:
        return site(request).store.intakes.get(intake_id)
    except NotFound:
        raise NotSignedIn("/apply") from None
