"""A site for a test: its own data folder, a day on which the samples' papers are fresh, and what an applicant types."""

from __future__ import annotations

import datetime as dt
import re
import threading
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.testclient import TestClient

from cases.settings import Settings
from flows.prefect_server import free_port
from portal.web import create_app

SAMPLES = Path(__file__).parents[4] / "samples"
TODAY = dt.datetime(2026, 3, 16, 9, 0, tzinfo=dt.UTC)
BEGUN = time.monotonic()


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

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, path: str, **parameters: str) -> str:
        answer = self.client.get(path, params=parameters)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        return answer.text

    def post(self, path: str, typed: Mapping[str, str] | None = None, *, status: int = 303, **more: object) -> object:
        """Sends a form with its token, as the page would."""
        token = re.search(r'name="form-token" content="([0-9a-f]+)"', self.client.get("/apply/help").text)
        data = {"form_token": token.group(1) if token else "", **(typed or {})}
        answer = self.client.post(path, data=data, follow_redirects=False, **more)  # type: ignore[arg-type]
        assert answer.status_code == status, (path, answer.status_code, answer.text[-1500:])
        return answer

    def begin(self, country: str = "GB") -> None:
        self.client.get("/apply")
        self.post("/apply", {"country": country, "product": "sme_term_loan", "language": "en"})

    def tell(self, sample: str) -> None:
        """Types a sample's application into all steps."""
        for step, typed in typed_steps(sample).items():
            self.post(f"/apply/{step}", typed)


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


@contextmanager
def visitor(settings: Settings) -> Iterator[Visitor]:
    with TestClient(create_app(settings, clock), base_url="http://127.0.0.1") as client:
        yield Visitor(client)
