"""Cases decided from recorded readings, put into a store as the worker does it, and a site that serves them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import uvicorn

from cases.blobs import Blobs
from cases.case_folder import open_case_folder
from cases.lifecycle import Status
from cases.model import Application, FileReading
from cases.settings import Lender, Settings
from cases.store import Store
from cases.store.records import CaseFile
from decision import load_book
from flows import steps
from flows.prefect_server import free_port
from flows.readers import Readers
from flows.recorded import RecordedPages
from flows.workplace import Workplace
from ocr.pages import inspect
from ocr.reading import page_key, read_page
from portal.web import create_app
from portal.web.passwords import hash_of
from portal.web.sessions import STAFF, hashed

SAMPLES = Path(__file__).parents[4] / "samples"
SOUND, OTHER_HOLDER, LOW_DEPOSITS = (
    "01-hearth-clean-digital",
    "07-hearth-other-account-holder",
    "08-hearth-deposits-too-low",
)
PASSWORD, KEY = "correct horse battery staple", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PEOPLE = {
    "ula": ("underwriter",),
    "ulf": ("underwriter",),
    "sam": ("senior",),
    "sue": ("senior",),
    "ann": ("auditor",),
    "otto": ("operator",),
    "cora": ("credit_officer",),
}
LENDER = Lender(name="Example Lender", address="1 Example Street, Example Town")
Change = Callable[[tuple[FileReading, ...]], tuple[FileReading, ...]]


def as_read(readings: tuple[FileReading, ...]) -> tuple[FileReading, ...]:
    return readings


def misread(kind: str, name: str, value: str) -> Change:
    """The readings with one field read wrongly."""

    def changed(readings: tuple[FileReading, ...]) -> tuple[FileReading, ...]:
        return tuple(
            dataclasses.replace(
                reading,
                documents=tuple(
                    dataclasses.replace(
                        one,
                        fields={
                            **one.fields,
                            name: dataclasses.replace(one.fields[name], value=value, raw=value, confidence=0.62),
                        },
                    )
                    if one.kind == kind
                    else one
                    for one in reading.documents
                ),
            )
            for reading in readings
        )

    return changed


@dataclass(slots=True)
class Office:
    """An installation with a store that is open, and the worker's steps without Prefect."""

    workplace: Workplace
    folders: dict[str, tuple[Application, tuple[CaseFile, ...], dict, dict]] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        return self.workplace.store

    def refer(
        self, case_id: str, sample: str, *, change: Change = as_read, application: Application | None = None
    ) -> str:
        """Decides a sample from its recording; the case is what its decision makes it."""
        known, files, inspections, pages = self._folder(sample)
        self.store.add_case(case_id, application or known, files, now(), "applicant")
        claim = self.store.claim("w1", now(), dt.timedelta(minutes=5), case_id)
        assert claim is not None
        desk = steps.Desk(claim=claim, record=self.store.get(case_id), inspections=inspections, pages=pages)
        steps.assemble_files(desk)
        desk.readings = change(desk.readings)
        steps.decide_case(self.workplace, desk)
        steps.write_case_letter(self.workplace, desk)
        steps.conclude_case(self.workplace, desk)
        return case_id

    def settle(self, case_id: str) -> Status:
        """What the worker does with an answer: the steps of the review flow."""
        claim = self.store.claim("w1", now(), dt.timedelta(minutes=5), case_id)
        assert claim is not None
        desk = steps.Desk(claim=claim, record=self.store.get(case_id))
        steps.settle_case(self.workplace, desk)
        steps.write_case_letter(self.workplace, desk)
        return steps.conclude_case(self.workplace, desk)

    def _folder(self, sample: str) -> tuple[Application, tuple[CaseFile, ...], dict, dict]:
        if sample not in self.folders:
            folder = open_case_folder(SAMPLES / sample)
            shelf = RecordedPages.load(SAMPLES / sample / "pages.json.gz", self.workplace.engine)
            files, inspections, pages = [], {}, {}
            for path in folder.files:
                data = path.read_bytes()
                sha = self.workplace.blobs.put(data)
                files.append(CaseFile(name=path.name, sha256=sha, size=len(data)))
                inspections[sha] = inspect(data, path.name)
                for number in range(1, inspections[sha].pages + 1):
                    kept = shelf.find(page_key(sha, number))
                    pages[sha, number] = kept or read_page(data, number, None)  # type: ignore[arg-type]
            self.folders[sample] = (folder.application, tuple(files), inspections, pages)
        return self.folders[sample]


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@contextmanager
def office(data: Path) -> Iterator[Office]:
    settings = dataclasses.replace(Settings.from_env({"VOUCH_DATA": str(data), "VOUCH_READERS": "1"}), lender=LENDER)
    data.mkdir(parents=True, exist_ok=True)
    with Store(settings.database_url) as store, Readers(settings) as readers:
        store.migrate()
        password = hash_of(PASSWORD)
        for name, roles in PEOPLE.items():
            store.accounts.add(name, password, frozenset(roles), now())
            store.accounts.set_second_factor(name, KEY, 0)
        yield Office(Workplace(settings, store, Blobs(settings.blob_dir), readers, load_book()))


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The site over real HTTP; its address."""
    port = free_port()
    config = uvicorn.Config(create_app(settings), host="127.0.0.1", port=port, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started:
        assert time.monotonic() < until, "the site did not start"
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(30)


class Person:
    """Somebody at a browser without script, signed in already."""

    def __init__(self, store: Store, address: str, account: str) -> None:
        token = secrets.token_urlsafe(32)
        store.accounts.begin(hashed(token), STAFF, account, now(), now() + dt.timedelta(hours=1))
        self.http = httpx.Client(base_url=address, cookies={"vouch_staff": token}, timeout=60)

    def get(self, path: str, **more: str) -> httpx.Response:
        return self.http.get(path, params=more or None)

    def post(self, path: str, data: dict | None = None, *, token: str | None = None) -> httpx.Response:
        """Sends a form of ours, and goes where it leads."""
        sent = {"form_token": self.token() if token is None else token, **(data or {})}
        return self.http.post(path, data=sent, follow_redirects=True)

    def token(self) -> str:
        found = re.search(r'name="form-token" content="([^"]+)"', self.http.get("/").text)
        assert found
        return found.group(1)

    def offer(self, case_id: str, amount: str, term: str) -> httpx.Response:
        asked = {"amount": amount, "term": term}
        return self.http.get(f"/desk/cases/{case_id}/offer", params=asked, headers={"accept": "application/json"})


def told(answer: httpx.Response) -> dict:
    return dict(json.loads(answer.text))
