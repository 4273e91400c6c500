"""A site to knock at: the real app on a store of its own, a clock to turn, and browsers that keep their cookies."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from cases.settings import Settings
from cases.store import Store
from flows.prefect_server import free_port
from portal.web import create_app
from portal.web.brakes import Brakes
from portal.web.passwords import hash_of
from portal.web.roles import Role
from portal.web.sessions import APPLICANT, STAFF, cookie_name, hashed
from portal.web.site import Site

HERE = "http://127.0.0.1"
PASSWORD = "correct horse battery"
HASH = hash_of(PASSWORD)
TOKEN = re.compile(r'<meta name="form-token" content="([^"]+)">')


@dataclass(slots=True)
class Clock:
    """Stands until it is turned."""

    now: dt.datetime = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


class Browser:
    """One person's browser: cookies, and the form token of the page that it loaded last."""

    def __init__(self, app: FastAPI, base: str = HERE) -> None:
        self.client = TestClient(app, base_url=base, follow_redirects=False)
        self.token = ""

    def get(self, path: str, **options: Any) -> httpx.Response:
        answer = self.client.get(path, **options)
        found = TOKEN.search(answer.text) if "text/html" in answer.headers.get("content-type", "") else None
        self.token = found[1] if found else self.token
        return answer

    def has(self, cookie: str) -> str:
        """What a cookie holds; empty without it."""
        return next((one.value or "" for one in self.client.cookies.jar if one.name == cookie), "")

    def put(self, **cookies: str) -> None:
        """Cookies as the site would have set them, in the place of those of the same name."""
        jar = self.client.cookies.jar
        for name, value in cookies.items():
            for old in [one for one in jar if one.name == name]:
                jar.clear(old.domain, old.path, old.name)
            self.client.cookies.set(name, value, domain=self.host, path="/")

    @property
    def host(self) -> str:
        """As the cookie jar writes it."""
        return urlsplit(str(self.client.base_url)).hostname or ""

    def post(self, path: str, **form: Any) -> httpx.Response:
        """Sends a form as the page that was loaded last would."""
        return self.client.post(path, data={"form_token": self.token, **form})


@dataclass(slots=True)
class SiteAtHand:
    app: FastAPI
    settings: Settings
    clock: Clock
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def site(self) -> Site:
        found: Site = self.app.state.site
        return found

    @property
    def store(self) -> Store:
        return self.site.store

    def browser(self) -> Browser:
        return Browser(self.app, self.settings.portal_address)

    def account(self, *roles: Role) -> str:
        """The name of a new account; its password is PASSWORD and it has no second factor yet."""
        name = f"person{next(self.counter)}"
        self.store.accounts.add(name, HASH, frozenset(role.value for role in roles), self.clock.now)
        return name

    def session(self, door: str, subject: str) -> dict[str, str]:
        """The cookie of a new session, as its door would set it."""
        token = secrets.token_urlsafe(32)
        self.store.accounts.begin(hashed(token), door, subject, self.clock.now, self.clock.now + dt.timedelta(hours=9))
        return {cookie_name(self.settings, door): token}

    def signed_in(self, *roles: Role) -> Browser:
        """A browser whose owner came in with these roles."""
        found = self.browser()
        found.put(**self.session(STAFF, self.account(*roles)))
        return found

    def applying(self, intake_id: str = "") -> Browser:
        """A browser of an applicant with an intake of their own."""
        chosen = intake_id or f"intake{next(self.counter)}"
        self.store.intakes.begin(chosen, {}, "en", self.clock.now)
        found = self.browser()
        found.put(**self.session(APPLICANT, chosen))
        return found

    def let_go_brakes(self) -> None:
        self.site.brakes = Brakes()


@contextmanager
def site_at(folder: Path, **variables: str) -> Iterator[SiteAtHand]:
    """A site that is open until the context ends."""
    settings = Settings.from_env({"VOUCH_DATA": str(folder), "VOUCH_LENDER_NAME": "Copperbeech Lending", **variables})
    clock = Clock()
    app = create_app(settings, clock)
    with TestClient(app, base_url=settings.portal_address):
        yield SiteAtHand(app, settings, clock)


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The app over real HTTP on a free port of loopback; gives its address. The app must be open already."""
    port = free_port()
    config = uvicorn.Config(app, port=port, log_level="warning", access_log=False, lifespan="off", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield f"{HERE}:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
