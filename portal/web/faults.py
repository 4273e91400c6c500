"""Faults of ours end here: the reader gets a number that the log knows, and neither holds anybody's data.

Within the headers, so that a page that failed has them too; without this the server would print the fault's own words.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from pathlib import Path

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("vouch.portal")
SENTENCE = "Something went wrong on our side. Tell us this number: {number}"
Told = Callable[[Request, str], Response]


class Faults:
    """Answers for what no handler knows. An answer that has begun is broken off."""

    def __init__(self, app: ASGIApp, *, told: Told) -> None:
        self._app = app
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as fault:
            number = secrets.token_hex(4)
            LOG.error("fault %s: %s at %s", number, type(fault).__name__, _where(fault))
            if begun or scope["type"] != "http":
                raise BrokenOff(number) from None
            await self._answer(Request(scope, receive), number)(scope, receive, send)

    def _answer(self, request: Request, number: str) -> Response:
        try:
            return self._told(request, number)
        except Exception:  # The page may be what is broken.
            return PlainTextResponse(SENTENCE.format(number=number), status_code=500)


class BrokenOff(Exception):
    """An answer that could not be ended; it says the number of the fault and nothing else."""


def _where(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
