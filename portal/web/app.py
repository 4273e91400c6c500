"""Puts the site together: routes, headers, error pages, and what opens with it."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from cases.blobs import Blobs
from cases.errors import VouchError
from cases.settings import Settings
from cases.store import Store
from decision import load_book
from flows.readers import Readers
from portal.web import front, sign_in
from portal.web.applicant import routes as applicant
from portal.web.applicant.coach import Coach
from portal.web.brakes import Brakes
from portal.web.headers import Headers
from portal.web.pages import page
from portal.web.refusals import NotSignedIn
from portal.web.site import Site, utc_now
from portal.web.workbench import router as workbench

LOG = logging.getLogger("vouch.portal")
STATIC = Path(__file__).parent / "static"
ROOMS = (front.router, sign_in.router, *applicant.ROUTERS, workbench)
"""Every part of the site; each brings its own routes."""


def create_app(settings: Settings, clock: Callable[..., object] | None = None) -> FastAPI:
    """The site of an installation. It opens the case store, its own reader process and the book when it starts."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        one = dataclasses.replace(settings, readers=1)
        with Store(settings.database_url) as store, Readers(one) as readers, Readers(one) as glances:
            await asyncio.to_thread(store.migrate)
            blobs, book = Blobs(settings.blob_dir), load_book()
            now: Callable[[], dt.datetime] = clock or utc_now  # type: ignore[assignment]
            coach = Coach(store, blobs, book, readers, glances, now)
            app.state.site = Site(settings, store, blobs, book, readers, glances, coach, Brakes(), now)
            warming = asyncio.create_task(_warm(glances, readers))
            try:
                yield
            finally:
                warming.cancel()

    app = FastAPI(title="Vouch", lifespan=opened, docs_url=None, redoc_url=None, openapi_url=None)
    for room in ROOMS:
        app.include_router(room)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings))
    app.add_middleware(Headers, https=settings.https)
    app.add_exception_handler(VouchError, _refused)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _not_there)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(Exception, _broken)
    return app


async def _warm(*pools: Readers) -> None:
    """One after the other: the first is the one that somebody waits for."""
    for pool in pools:
        await pool.warm()


def _hosts(settings: Settings) -> list[str]:
    """Names that this site answers to; any other is somebody's attempt to reach it by a name of theirs."""
    return sorted({urlsplit(settings.portal_address).hostname or "localhost", "localhost", "127.0.0.1"})


def _refused(request: Request, fault: VouchError) -> Response:
    if isinstance(fault, NotSignedIn) and not _wants_json(request):
        back = quote(request.url.path) if request.method == "GET" else ""
        return RedirectResponse(f"{fault.door}?next={back}" if back else fault.door, status_code=303)
    return _told(request, fault.http_status, fault.code, str(fault))


def _not_there(request: Request, fault: HTTPException) -> Response:
    said = {404: "There is no such page.", 405: "This page does not take that."}
    return _told(request, fault.status_code, "not_found", said.get(fault.status_code, "That cannot be done."))


def _malformed(request: Request, _fault: Exception) -> Response:
    return _told(request, 422, "bad_input", "Something in the form is missing or has the wrong shape.")


def _broken(request: Request, fault: Exception) -> Response:
    """A fault of ours: the page gives a number that the log knows; neither holds anybody's data."""
    number = secrets.token_hex(4)
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    LOG.error("fault %s: %s at %s", number, type(fault).__name__, where)
    return _told(request, 500, "fault", f"Something went wrong on our side. Tell us this number: {number}.")


def _told(request: Request, status: int, code: str, sentence: str) -> Response:
    if _wants_json(request):
        return JSONResponse({"code": code, "message": sentence}, status_code=status)
    return page(request, "refused", status=status, sentence=sentence)


def _wants_json(request: Request) -> bool:
    return request.url.path.startswith("/api/") or request.headers.get("accept", "").startswith("application/json")
