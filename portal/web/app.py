"""Puts the site together: routes, headers, error pages, and what opens with it."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
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
from flows.current_book import CurrentBook
from flows.readers import Readers
from portal.web import api, faults, front, office, sign_in
from portal.web.api.webhooks import keep_sending
from portal.web.applicant import routes as applicant
from portal.web.applicant.coach import Coach
from portal.web.brakes import Brakes
from portal.web.faults import Faults
from portal.web.headers import Headers
from portal.web.pages import page
from portal.web.refusals import GENERAL, NotSignedIn
from portal.web.sessions import staff_or_none
from portal.web.site import Site, utc_now
from portal.web.sizes import Sizes
from portal.web.workbench import router as workbench

STATIC = Path(__file__).parent / "static"
ROOMS = (front.router, sign_in.router, *applicant.ROUTERS, workbench, *office.ROUTERS, *api.ROUTERS)
"""Every part of the site; each brings its own routes."""
NOT_DONE = {
    404: ("not_found", "There is no such page."),
    405: ("not_allowed", "This page does not take that."),
}


def create_app(settings: Settings, clock: Callable[..., object] | None = None) -> FastAPI:
    """The site of an installation. It opens the case store, its own reader process and the book when it starts."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        one = dataclasses.replace(settings, readers=1)
        with Store(settings.database_url) as store, Readers(one) as readers, Readers(one) as glances:
            await asyncio.to_thread(store.migrate)
            blobs = Blobs(settings.blob_dir)
            book = await asyncio.to_thread(CurrentBook, settings.policies_dir)
            now: Callable[[], dt.datetime] = clock or utc_now  # type: ignore[assignment]
            coach = Coach(store, blobs, book, readers, glances, now)
            app.state.site = Site(settings, store, blobs, book, readers, glances, coach, Brakes(), now)
            warming = asyncio.create_task(_warm(glances, readers))
            telling = asyncio.create_task(keep_sending(store, now))
            try:
                yield
            finally:
                warming.cancel()
                telling.cancel()

    app = FastAPI(title="Vouch", lifespan=opened, docs_url=None, redoc_url=None, openapi_url=None)
    for room in ROOMS:
        app.include_router(room)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Sizes, told=_too_large)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings), www_redirect=False)
    app.add_middleware(Faults, told=_broken)
    app.add_middleware(Headers, https=settings.https)
    app.add_exception_handler(VouchError, _refused)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _not_there)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _malformed)
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
    code, said = NOT_DONE.get(fault.status_code, ("bad_input", "That cannot be done."))
    return _told(request, fault.status_code, code, said)


def _malformed(request: Request, _fault: Exception) -> Response:
    return _told(request, 422, "bad_input", "Something in the form is missing or has the wrong shape.")


def _broken(request: Request, number: str) -> Response:
    request.state.staff = None  # Whatever broke may break again when it is asked.
    return _told(request, 500, "fault", faults.SENTENCE, number=number)


def _too_large(request: Request) -> Response:
    return _told(request, 413, "too_large", "That is too much at once; send fewer or smaller files.")


def _told(request: Request, status: int, code: str, sentence: str, **parts: str) -> Response:
    if _wants_json(request):
        said = sentence.format(**parts) if parts else sentence
        asks = {"www-authenticate": "Bearer"} if status == 401 else None
        return JSONResponse({"code": code, "message": said}, status_code=status, headers=asks)
    try:
        staff_or_none(request)
    except VouchError:
        # The store may be what is away; whoever is told of it need not be known.
        request.state.staff = None
    general = GENERAL.get(code, GENERAL["bad_input"])
    return page(request, "refused", status=status, sentence=sentence, general=general, parts=parts)


def _wants_json(request: Request) -> bool:
    return request.url.path.startswith("/api/") or request.headers.get("accept", "").startswith("application/json")
