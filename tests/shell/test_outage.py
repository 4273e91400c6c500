"""Prefect's server goes away and comes back: cases wait for it, and none fails or is done twice."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from cases.lifecycle import Status
from flows.prefect_server import free_port, served
from tests.shell.installation import install, settled, wait_until


@pytest.mark.slow
def test_cases_wait_for_prefect(tmp_path: Path, drawn_case: Path) -> None:
    here = install(tmp_path / "vouch", VOUCH_PREFECT_PORT=str(free_port()), VOUCH_READERS="1")
    with here.store() as store, ExitStack() as stack:
        with served(here.settings):
            first = here.submit(drawn_case)
            process = stack.enter_context(here.worker())
            wait_until(lambda: settled(store, first), "the first decision")
        second = here.submit(drawn_case)
        wait_until(lambda: "released" in [one.kind for one in store.events(second)], "the case's way back")
        time.sleep(3)
        assert store.get(second).status is Status.RECEIVED
        assert store.get(second).attempt == 1, "it is not tried again while Prefect is away"
        with served(here.settings):
            wait_until(lambda: settled(store, second), "the second decision")
        assert process.poll() is None
        assert [one.kind for one in store.events(second)] == ["received", "claimed", "released", "claimed", "concluded"]
        assert len(store.decisions(second)) == 1
        assert store.verify_chain().ok
