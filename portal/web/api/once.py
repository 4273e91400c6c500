"""Asking again is safe: the same `Idempotency-Key` with the same request gives the first answer again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response

from cases.codec import to_json
from cases.errors import IllegalMove
from cases.store.clients import Client
from portal.web.api.keys import KnownClient
from portal.web.site import Site, site

Told = tuple[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Once:
    """Does a thing for a request, or tells what came of it when it was done before."""

    here: Site
    client: Client
    key: str
    path: str

    def do(self, work: Callable[[], Told], body: bytes = b"") -> Response:
        """Raises IllegalMove when the key came with another request, or while that one is being answered."""
        if not self.key:
            return _json(*_written(work()))
        store, asked = self.here.store.clients, hashlib.sha256(self.path.encode() + b"\n" + body).hexdigest()
        before = store.begin_answer(self.client.id, self.key, asked, self.here.now)
        if before is not None:
            return _again(before.request_sha256 == asked, before.status, before.answer)
        try:
            status, text = _written(work())
        except BaseException:
            store.forget_answer(self.client.id, self.key)
            raise
        store.keep_answer(self.client.id, self.key, status, text)
        return _json(status, text)


def once(
    request: Request,
    here: Annotated[Site, Depends(site)],
    who: KnownClient,
    idempotency_key: Annotated[
        str, Header(max_length=128, description="Any text of yours; within 24 hours it makes a repeated request safe.")
    ] = "",
) -> Once:
    return Once(here, who, idempotency_key, request.url.path)


DoOnce = Annotated[Once, Depends(once)]


def _again(same: bool, status: int | None, answer: str) -> Response:
    if not same:
        raise IllegalMove("This Idempotency-Key came with another request before; choose a new one.")
    if status is None:
        raise IllegalMove("The request with this Idempotency-Key is being answered; ask again in a moment.")
    return _json(status, answer)


def _written(told: Told) -> tuple[int, str]:
    return told[0], to_json(told[1])


def _json(status: int, text: str) -> Response:
    return Response(text, status_code=status, media_type="application/json")
