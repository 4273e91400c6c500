"""Signing in: password, then the one-time code; setting the second factor up; signing out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from urllib.parse import quote

import segno
from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import BadInput
from cases.store.accounts import Account
from portal.web import brakes, passwords, sessions
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.refusals import NotSignedIn
from portal.web.roles import Role
from portal.web.rooms import rooms_of
from portal.web.sessions import HALF, STAFF, Staff
from portal.web.site import Site, site

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
MOST_FAILURES = 5
LOCKED_FOR = dt.timedelta(minutes=15)
WRONG = "The name, the password or the code is wrong, or the account is locked for a while."


@router.get("/sign-in")
def ask_password(request: Request, next: str = "") -> Response:
    return page(request, "sign_in", onward=_within(next), wrong="")


@router.post("/sign-in")
def take_password(
    request: Request,
    here: Here,
    account: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=passwords.LONGEST)],
    onward: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    here.brakes.check(brakes.SIGN_INS, _address(request))
    known = _account(here, account.strip())
    if not passwords.matches(password, known.password if known else None) or known is None or not _open(known, here):
        if known is not None:
            here.store.accounts.failed(known.id, MOST_FAILURES, here.now, here.now + LOCKED_FOR)
        return page(request, "sign_in", status=401, onward=_within(onward), wrong=WRONG)
    answer = RedirectResponse(f"/sign-in/code?next={quote(_within(onward))}", status_code=303)
    sessions.begin(request, answer, HALF, known.id)
    return answer


@router.get("/sign-in/code")
def ask_code(request: Request, here: Here, next: str = "") -> Response:
    account = _half(request, here)
    return _code_page(request, account, _within(next), "")


@router.post("/sign-in/code")
def take_code(
    request: Request,
    here: Here,
    code: Annotated[str, Form(max_length=12)],
    onward: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """The second factor. Who has none yet sets it up by the first code of the key that the page showed."""
    here.brakes.check(brakes.SIGN_INS, _address(request))
    account = _half(request, here)
    key = account.second_factor or _offered(request)
    step = passwords.step_of(code, key, here.now)
    if step is None or not _open(account, here) or not here.store.accounts.use_code(account.id, step):
        here.store.accounts.failed(account.id, MOST_FAILURES, here.now, here.now + LOCKED_FOR)
        return _code_page(request, account, _within(onward), WRONG)
    if account.second_factor is None:
        here.store.accounts.set_second_factor(account.id, key, step)
    here.store.accounts.succeeded(account.id)
    answer = RedirectResponse(_within(onward) or _first_room(account), status_code=303)
    sessions.begin(request, answer, STAFF, account.id)
    return answer


@router.post("/sign-out")
def leave(request: Request) -> Response:
    answer = RedirectResponse("/sign-in", status_code=303)
    sessions.end(request, answer, STAFF)
    return answer


def _code_page(request: Request, account: Account, onward: str, wrong: str) -> Response:
    key = "" if account.second_factor else _offered(request)
    shown = picture(key, account.id) if key else ""
    status = 401 if wrong else 200
    return page(request, "sign_in_code", status=status, onward=onward, wrong=wrong, key=key, picture=shown)


def picture(key: str, account: str) -> str:
    """The QR code, as SVG, by which an authenticator takes a key."""
    return segno.make(passwords.key_address(key, account)).svg_inline(border=2, omitsize=True)


def _offered(request: Request) -> str:
    """The key that this half-open session may set up: the same each time it asks, and not of the browser's choice."""
    return passwords.key_from(sessions.token_of(request, HALF))


def _first_room(account: Account) -> str:
    """Where whoever works here begins."""
    who = Staff(id=account.id, roles=frozenset(Role(role) for role in account.roles))
    return next((room.path for room in rooms_of(who)), "/")


def _half(request: Request, here: Site) -> Account:
    """Whose password was right a moment ago. Raises NotSignedIn."""
    account_id = sessions.subject(request, HALF)
    account = _account(here, account_id) if account_id else None
    if account is None:
        raise NotSignedIn
    return account


def _account(here: Site, name: str) -> Account | None:
    try:
        return here.store.accounts.get(name)
    except BadInput:
        return None


def _open(account: Account, here: Site) -> bool:
    return not account.disabled and (account.locked_until is None or account.locked_until <= here.now)


def _within(path: str) -> str:
    """A path of this site to go on to; nothing that could lead elsewhere."""
    inside = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return path if inside and all(" " < one < "\x7f" for one in path) else ""


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"
