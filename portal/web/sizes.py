"""How much a request may bring. What is too large is refused before anything is read or kept of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_TEXT = 2_000_000
"""Bytes of a form or of JSON."""
MOST_FILES = 210_000_000
"""Bytes of a request that brings files; a single one may have 50 million (`ocr/limits.py`)."""
MOST_PART = 20_000_000
"""Bytes of one part of a file that is sent in parts."""
FILES = re.compile(r"/apply/papers|/api/v1/cases/[^/]+/files")
PARTS = re.compile(r"/apply/uploads/[^/]+")
"""The only paths that take files, and parts of them; everything else takes a form's text."""


class Sizes:
    """Counts what comes in, whatever the request says of its own length."""

    def __init__(self, app: ASGIApp, *, told: Callable[[Request], Response]) -> None:
        self._app = app
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        most = _most(str(scope["path"]))
        said = headers.get("content-length", "0")
        if not said.isdecimal() or int(said) > most:
            await self._told(Request(scope, receive))(scope, receive, send)
            return
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            # Whoever sends more than it said, or says nothing, is cut off as if it had hung up.
            return message if come <= most else {"type": "http.disconnect"}

        await self._app(scope, counted, send)


def _most(path: str) -> int:
    if FILES.fullmatch(path):
        return MOST_FILES
    return MOST_PART if PARTS.fullmatch(path) else MOST_TEXT
