"""Prefect's server as a child process on loopback, with its UI; and the settings that keep it to itself.

What must be set and why was measured on Prefect 3.8: its UI looks for port 4200 unless told "/api", its second UI
calls an analytics host from the browser, and the start of a fresh database takes longer than its own time-out.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cases.errors import BadInput, Unavailable
from cases.settings import Settings
from flows.child import child

HOST = "127.0.0.1"
START_SECONDS = 180


def environment(settings: Settings) -> dict[str, str]:
    """What Prefect's server, and a process that talks to it, must have in their environment."""
    told = {
        "DO_NOT_TRACK": "1",
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_API_URL": api_url(settings),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_API_URL": "/api",
        "PREFECT_SERVER_UI_V2_ENABLED": "false",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
        "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "INFO",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    }
    if settings.prefect_database_url:
        told["PREFECT_API_DATABASE_CONNECTION_URL"] = asynchronous(settings.prefect_database_url)
    return told


def asynchronous(url: str) -> str:
    """A database URL with the driver that Prefect's server wants."""
    for plain, driver in (
        ("postgresql+psycopg://", "postgresql+asyncpg://"),
        ("postgresql://", "postgresql+asyncpg://"),
    ):
        if url.startswith(plain):
            return driver + url.removeprefix(plain)
    return url.replace("sqlite://", "sqlite+aiosqlite://", 1) if url.startswith("sqlite://") else url


def ui_url(settings: Settings) -> str:
    return f"http://{HOST}:{settings.prefect_port}"


def api_url(settings: Settings) -> str:
    return f"{ui_url(settings)}/api"


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(settings: Settings, log: Path | None = None) -> Iterator[str]:
    """Prefect's server for as long as the context lasts; gives the address of its UI.

    This process is told to use it, so import flows inside. Raises BadInput when the port is taken and Unavailable
    when the server does not come up.
    """
    refuse_taken_port(settings.prefect_port)
    told = environment(settings)
    settings.prefect_home.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        output = stack.enter_context(log.open("ab")) if log else subprocess.DEVNULL
        process = stack.enter_context(child(_server(settings.prefect_port), {**os.environ, **told}, output))
        _wait_until_healthy(process, settings)
        with _environment(told):
            yield ui_url(settings)


def _server(port: int) -> list[str]:
    """Prefect's application run by uvicorn itself: `prefect server start` does so in yet another process, and takes
    half as long again (8 s instead of 13 s with an empty database, 3 s instead of 7 s later).
    """
    application = ("--factory", "prefect.server.api.server:create_app", "--timeout-keep-alive", "5")
    return [
        sys.executable,
        "-m",
        "uvicorn",
        *application,
        "--log-level",
        "warning",
        "--host",
        HOST,
        "--port",
        str(port),
    ]


@contextmanager
def _environment(told: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((HOST, port)) == 0:
            raise BadInput(
                f"Port {port} is in use; end what runs there or choose another one (--port, VOUCH_PREFECT_PORT)."
            )


def _wait_until_healthy(process: subprocess.Popen[bytes], settings: Settings) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise Unavailable(f"Prefect's server ended with code {process.returncode} before it was ready.")
        if answers(api_url(settings)):
            return
        time.sleep(0.25)
    raise Unavailable(f"Prefect's server was not ready after {START_SECONDS} seconds.")


def answers(api: str | None) -> bool:
    """Whether a Prefect server is there and well; `api` is the address of its API."""
    if not api:
        return False
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=2) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
