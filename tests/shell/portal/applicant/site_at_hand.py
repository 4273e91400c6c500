"""A site for a test: its own data folder, a day on which the samples' papers are fresh, and what an applicant types."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import threading
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import httpx
import uvicorn

from cases.settings import Settings
from cases.store import Store
from cases.store.intakes import Intake
from flows.prefect_server import free_port
from portal.web import create_app

SAMPLES = Path(__file__).parents[4] / "samples"
TODAY = dt.datetime(2026, 3, 16, 9, 0, tzinfo=dt.UTC)
BEGUN = time.monotonic()
Files = Sequence[tuple[str, bytes]]


def clock() -> dt.datetime:
    """Runs on from the day on which the samples were sent."""
    return TODAY + dt.timedelta(seconds=time.monotonic() - BEGUN)


def settings_in(folder: Path, **variables: str) -> Settings:
    return Settings.from_env({"VOUCH_DATA": str(folder), "VOUCH_LENDER_NAME": "Test Lender", **variables})


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The site over real HTTP; its address."""
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(create_app(settings, clock), host="127.0.0.1", port=port, log_level="error", access_log=False)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the site did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(30)


class Visitor:
    """Somebody with a browser of their own that runs no script."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=60, headers={"accept-language": "en"})

    def get(self, path: str, *, status: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:300])
        return answer.text

    @property
    def token(self) -> str:
        found = re.search(r'name="form-token" content="([0-9a-f]+)"', self.client.get("/apply").text)
        assert found
        return found.group(1)

    def post(
        self, path: str, typed: Mapping[str, str] | None = None, *, status: int = 303, files: Files = ()
    ) -> httpx.Response:
        """Sends a form with its token, as the page would."""
        data = {"form_token": self.token, **(typed or {})}
        papers = [("papers", file) for file in files] or None
        answer = self.client.post(path, data=data, files=papers)
        assert answer.status_code == status, (path, answer.status_code, answer.text[-1500:])
        return answer

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """As the script does."""
        headers = {"x-form-token": self.token, "accept": "application/json", **more.pop("headers", {})}
        return self.client.request(method, path, headers=headers, **more)

    def intake(self, store: Store) -> Intake:
        """What the store keeps of their application."""
        token = self.client.cookies["vouch_applicant"]
        session = store.accounts.session(hashlib.sha256(token.encode()).hexdigest(), clock())
        assert session is not None
        return store.intakes.get(session.subject)

    def begin(self, country: str = "GB") -> Self:
        self.post("/apply", {"country": country, "product": "sme_term_loan", "language": "en"})
        return self

    def tell(self, sample: str) -> Self:
        """Types a sample's application into all steps."""
        for step, typed in typed_steps(sample).items():
            self.post(f"/apply/{step}", typed)
        return self

    def send(self, sample: str, *names: str) -> Self:
        """Sends papers of a sample, all of them when none is named."""
        paths = sorted((SAMPLES / sample / "documents").iterdir())
        chosen = [path for path in paths if not names or path.name in names]
        self.post("/apply/papers", files=[(path.name, path.read_bytes()) for path in chosen])
        return self

    def wait_until_read(self) -> str:
        until = time.monotonic() + 90
        while 'data-reading="no"' not in (text := self.get("/apply/papers/live")):
            assert time.monotonic() < until, "the papers were not read"
            time.sleep(0.1)
        return text

    def sign(self, path: str = "/apply/submit") -> Self:
        consents = ("credit_check", "automated_decision_notice", "true_statement", "agree")
        self.post(path, {**dict.fromkeys(consents, "yes"), "name": "Ada Bellamy"})
        return self


def typed_steps(sample: str) -> dict[str, dict[str, str]]:
    """What the applicant of a sample types into each step."""
    stated = tomllib.loads((SAMPLES / sample / "application.toml").read_text(encoding="utf-8"))
    people = {
        f"{name}-{at}": str(round(value * 100) if name == "share" else value)
        for at, person in enumerate(stated["people"])
        for name, value in person.items()
    }
    figures = {name: str(value) for name, value in stated["stated"].items() if name != "bank_accounts"}
    figures["bank_accounts"] = "\n".join(stated["stated"]["bank_accounts"])
    contact = {name: stated["applicant"][name] for name in ("contact_name", "email", "phone")}
    business = {name: str(value) for name, value in stated["business"].items() if name != "country"}
    loan = {name: str(value) for name, value in stated["request"].items() if name != "product"}
    return {"business": business, "people": people, "loan": loan, "figures": figures, "contact": contact}
