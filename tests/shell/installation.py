"""An installation of Vouch for a test: its own data folder, and commands and workers as processes of their own."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cases.lifecycle import Status
from cases.settings import Settings
from cases.store import Store
from flows.prefect_server import api_url

VOUCH = Path(sys.executable).with_name("vouch")
PATIENCE = 120.0
"""Seconds within which what a test waits for must have happened, on a busy machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    folder: Path
    environment: Mapping[str, str]

    @property
    def settings(self) -> Settings:
        return Settings.from_env(self.environment)

    @property
    def log(self) -> Path:
        return self.folder / "worker.log"

    def vouch(self, *arguments: str | Path, patience: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        """One command, to its end."""
        return subprocess.run(
            [VOUCH, *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=patience,
        )

    def submit(self, folder: Path) -> str:
        """A case folder put into the store; the id of the case."""
        done = self.vouch("submit", folder, "--json")
        assert done.returncode == 0, done.stderr
        with self.store() as store:
            return store.cases(limit=1)[0].id

    def runs(self, case_id: str) -> list[str]:
        """The states of the case's runs, as Prefect's server knows them."""
        asked = urllib.request.Request(  # noqa: S310 - our own server's address.
            f"{api_url(self.settings)}/flow_runs/filter",
            data=json.dumps({"flow_runs": {"name": {"any_": [f"case-{case_id}"]}}}).encode(),
            headers={"content-type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
            return [run["state_type"] for run in json.load(answer)]

    @contextmanager
    def store(self) -> Iterator[Store]:
        with Store(self.settings.database_url) as store:
            store.migrate()
            yield store

    @contextmanager
    def worker(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """A worker process; it is killed when the context ends, if it is still there."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [VOUCH, "worker", *arguments],
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE)


def install(folder: Path, **variables: str) -> Installation:
    """An installation in an empty folder, with what else its environment sets."""
    folder.mkdir(parents=True, exist_ok=True)
    return Installation(folder=folder, environment={"VOUCH_DATA": str(folder / "data"), **variables})


def wait_until(happened: Callable[[], bool], what: str, seconds: float = PATIENCE, pause: float = 0.02) -> None:
    """Waits; fails the test when it takes too long."""
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, f"{what} did not happen within {seconds:.0f} seconds"
        time.sleep(pause)


def settled(store: Store, case_id: str) -> bool:
    """Whether nothing is left to do for a case by itself."""
    return store.get(case_id).status not in {Status.RECEIVED, Status.PROCESSING, Status.ANSWERED, Status.SETTLING}


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
