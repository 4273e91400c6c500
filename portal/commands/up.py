"""`vouch up` and `vouch worker`: the processes that keep running."""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from cases.settings import Settings
from flows.child import child
from flows.prefect_server import environment, served
from portal.commands.answers import DONE


def run_up(port: int | None, *, with_worker: bool) -> int:
    """Server, portal and worker until Ctrl-C or SIGTERM; everything that was started here is ended here.

    Without a port it is that of the settings. Raises BadInput when it is taken.
    """
    settings = Settings.from_env()
    settings = dataclasses.replace(settings, prefect_port=port or settings.prefect_port)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    print("Starting Prefect's server; the first start takes up to half a minute …", file=sys.stderr)
    with ExitStack() as stack:
        stack.enter_context(_interrupted_by_sigterm())
        address = stack.enter_context(served(settings, settings.data_dir / "prefect-server.log"))
        _serve_reruns(stack, settings)
        _serve_portal(stack, settings)
        print(f"Prefect UI   {address}   (run rerun/by-hand there to send a failed or referred case back)")
        print(f"Portal       {settings.portal_address}   (applicants start there; staff sign in at /sign-in)")
        print(f"Case store   {settings.database_url}")
        print(f"Letters      {settings.blob_dir}")
        print("Submit a case with: vouch submit CASE_FOLDER.   Ctrl-C ends everything.", flush=True)
        if with_worker:
            return _work(settings, until_idle=False)
        try:
            signal.pause()
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
    return DONE


def _serve_reruns(stack: ExitStack, settings: Settings) -> None:
    """The deployment that operators start by hand, in a child process."""
    log = stack.enter_context((settings.data_dir / "reruns.log").open("ab"))
    told = {**os.environ, **environment(settings), "VOUCH_DATA": str(settings.data_dir)}
    stack.enter_context(child([sys.executable, "-m", "flows.rerun"], told, log))


def _serve_portal(stack: ExitStack, settings: Settings) -> None:
    """The web's doors, in a child process, so that a busy worker keeps nobody waiting."""
    log = stack.enter_context((settings.data_dir / "portal.log").open("ab"))
    told = {**os.environ, "VOUCH_DATA": str(settings.data_dir)}
    command = [sys.executable, "-m", "portal.cli", "portal", "--port", str(settings.portal_port)]
    stack.enter_context(child(command, told, log))


def run_worker_alone(*, until_idle: bool) -> int:
    """A worker that uses the Prefect server named by PREFECT_API_URL, or the one that `vouch up` runs here."""
    settings = Settings.from_env()
    for name, value in environment(settings).items():
        os.environ.setdefault(name, value)
    return _work(settings, until_idle=until_idle)


def _work(settings: Settings, *, until_idle: bool) -> int:
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s", stream=sys.stderr)
    for noisy in ("httpx", "httpcore", "prefect", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    from flows.serve import work

    worked = work(settings, until_idle=until_idle)
    print("Stopped." if worked is None else f"Stopped after {worked} cases.", file=sys.stderr)
    return DONE


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """SIGTERM ends this process as Ctrl-C does, so that what it started is ended too."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    # A shell that starts us in the background leaves Ctrl-C ignored; we want it to work there too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
