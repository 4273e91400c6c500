"""One's own account: a new password, a new second factor. Accounts of others are made by `vouch staff` only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import BadInput
from cases.store.accounts import Account
from portal.web import brakes, passwords, sessions, sign_in
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.roles import EVERYONE
from portal.web.sessions import STAFF, Staff, needs
from portal.web.site import Site, site

router = APIRouter(prefix="/office", dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Anyone = Annotated[Staff, Depends(needs(*EVERYONE))]
Secret = Annotated[str, Form(max_length=passwords.LONGEST)]
Code = Annotated[str, Form(max_length=12)]
DONE = {
    "password": "Your password is changed; wherever else you were signed in, you are out.",
    "second-factor": "Your new authenticator is set up; the old one no longer serves.",
}
WRONG_PASSWORD = "The present password is not right."  # noqa: S105 - what is said, and no password.
NOT_THE_SAME = "The two new passwords differ; nothing was changed."
NO_PASSWORD = "A password has 12 to 200 characters; several words make a good one."  # noqa: S105
WRONG_OLD_CODE = "The code of the present authenticator is not right, or it was used already; wait for the next one."
WRONG_NEW_CODE = "The code of the new authenticator is not right; nothing was changed."


@router.get("/staff")
def show(request: Request, who: Anyone, done: str = "") -> Response:
    return _page(request, who.id, done=DONE.get(done, ""))


@router.post("/staff/password")
def change_password(
    request: Request,
    here: Here,
    who: Anyone,
    present: Secret = "",
    new: Secret = "",
    again: Secret = "",
) -> Response:
    """Every session of the account ends with its old password; this browser's goes on as a new one."""
    here.brakes.check(brakes.SIGN_INS, who.id)
    account = here.store.accounts.get(who.id)
    if not passwords.matches(present, account.password):
        return _failed(request, here, account, wrong={"present": WRONG_PASSWORD})
    if new != again:
        return _page(request, who.id, wrong={"again": NOT_THE_SAME})
    try:
        kept = passwords.hash_of(new)
    except BadInput:
        return _page(request, who.id, wrong={"new": NO_PASSWORD})
    here.store.accounts.set_password(who.id, kept)
    return _renewed(request, who.id, "password")


@router.post("/staff/second-factor")
def renew_second_factor(request: Request, here: Here, who: Anyone, old: Code = "", new: Code = "") -> Response:
    """The present authenticator proves that it is you, the new one that it was scanned."""
    here.brakes.check(brakes.SIGN_INS, who.id)
    account, key = here.store.accounts.get(who.id), _new_key(request)
    given = passwords.step_of(new, key, here.now)
    if given is None:
        return _page(request, who.id, wrong={"new_code": WRONG_NEW_CODE})
    step = passwords.step_of(old, account.second_factor or "", here.now)
    if step is None or not here.store.accounts.use_code(who.id, step):
        return _failed(request, here, account, wrong={"old_code": WRONG_OLD_CODE})
    here.store.accounts.set_second_factor(who.id, key, given)
    here.store.accounts.end_all(who.id)
    return _renewed(request, who.id, "second-factor")


def _failed(request: Request, here: Site, account: Account, wrong: dict[str, str]) -> Response:
    """A wrong secret counts as one at the door does; from the last one on every session is over too."""
    until = here.now + sign_in.LOCKED_FOR
    here.store.accounts.failed(account.id, sign_in.MOST_FAILURES, here.now, until)
    if here.store.accounts.get(account.id).locked_until is not None:
        here.store.accounts.end_all(account.id)
    return _page(request, account.id, wrong=wrong)


def _renewed(request: Request, account_id: str, done: str) -> Response:
    answer = RedirectResponse(f"/office/staff?done={done}", status_code=303)
    sessions.begin(request, answer, STAFF, account_id)
    return answer


def _page(request: Request, account_id: str, *, wrong: dict[str, str] | None = None, done: str = "") -> Response:
    key = _new_key(request)
    return page(
        request,
        "office_staff",
        status=422 if wrong else 200,
        account_id=account_id,
        wrong=wrong or {},
        done=done,
        key=key,
        picture=sign_in.picture(key, account_id),
    )


def _new_key(request: Request) -> str:
    """The key that this session may set up; the same each time it asks."""
    return passwords.key_from("renewal of " + sessions.token_of(request, STAFF))
