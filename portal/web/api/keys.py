"""Whose request it is: `Authorization: Bearer KEY`. A client sees its own cases and no others."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from cases.errors import NotFound
from cases.store.clients import Client
from cases.store.intakes import Intake
from portal.web import brakes
from portal.web.refusals import NotSignedIn
from portal.web.sessions import hashed
from portal.web.site import Site, site

BEARER = HTTPBearer(auto_error=False, description="The key that `vouch client add` printed.")


def new_key() -> str:
    return "vk_" + secrets.token_urlsafe(32)


def client(
    request: Request,
    here: Annotated[Site, Depends(site)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
) -> Client:
    """A dependency: the client whose key came with the request. Raises NotSignedIn, TooOften."""
    found = here.store.clients.by_key(hashed(given.credentials)) if given else None
    if found is None:
        here.brakes.check(brakes.WRONG_KEYS, request.client.host if request.client else "?")
        raise NotSignedIn
    here.brakes.check(brakes.API_CALLS, found.id)
    return found


client.asks_for_key = True  # type: ignore[attr-defined]
KnownClient = Annotated[Client, Depends(client)]


def own_case(case_id: str, who: KnownClient, here: Annotated[Site, Depends(site)]) -> Intake:
    """A dependency: the client's own case. Raises NotFound for another's as for one that is not there."""
    if not here.store.clients.has_case(who.id, case_id):
        raise NotFound("There is no such case of yours.")
    return here.store.intakes.get(case_id)


OwnCase = Annotated[Intake, Depends(own_case)]
