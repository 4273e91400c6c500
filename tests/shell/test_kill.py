"""Kill -9 a worker at ten random moments of an intake: one decision, one letter and a valid chain are left."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from cases.lifecycle import Status
from cases.store import Store
from tests.shell.installation import Installation, now, settled, wait_until

KILLS = 10
SEED = 20261123


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_worker_killed_at_ten_moments_of_an_intake(installation: Installation, drawn_case: Path) -> None:
    """The kills fall between the claim and the conclusion; a case that concludes before is followed by another."""
    moments = random.Random(SEED)
    with installation.store() as store:
        cases = [installation.submit(drawn_case)]
        longest, kills = 1.0, 0
        while kills < KILLS:
            if settled(store, cases[-1]):
                cases.append(installation.submit(drawn_case))
            seconds, killed = _kill_after(installation, store, cases[-1], moments.uniform(0, 0.8 * longest))
            kills += killed
            if not killed:
                longest = max(0.3, min(longest, seconds))
        with installation.worker():
            wait_until(lambda: settled(store, cases[-1]), "the conclusion after the last kill")
        _kill_and_leave_it_to_the_janitor(installation, store, drawn_case)
        for case_id in cases:
            _expect_one_of_each(store, case_id)
        attempts = sum(store.get(case_id).attempt for case_id in cases)
        assert attempts > KILLS, "each kill cost an attempt"
        assert store.verify_chain().ok


def _kill_after(installation: Installation, store: Store, case_id: str, delay: float) -> tuple[float, bool]:
    """Starts a worker and kills it `delay` seconds after it has claimed the case.

    Gives the seconds from claim to kill, and whether the case was still in work then.
    """
    before = store.get(case_id).attempt
    with installation.worker() as worker:
        wait_until(lambda: store.get(case_id).attempt > before, "a claim", pause=0.005)
        began = time.monotonic()
        time.sleep(delay)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        seconds = time.monotonic() - began
    in_work = store.get(case_id).status is Status.PROCESSING
    assert store.verify_chain().ok
    # The janitor of the next worker would wait for the lease; the test looks at the clock for it.
    store.release_stale(now() + installation.settings.lease, installation.settings.max_attempts)
    return seconds, in_work


def _kill_and_leave_it_to_the_janitor(installation: Installation, store: Store, drawn_case: Path) -> None:
    """A case whose worker is gone is taken up when the lease has run out, and its lost run is shown as crashed."""
    case_id = installation.submit(drawn_case)
    with installation.worker() as worker:
        wait_until(lambda: installation.runs(case_id) != [], "a run in Prefect", pause=0.005)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    if settled(store, case_id):
        return
    with installation.worker():
        wait_until(lambda: settled(store, case_id), "the conclusion by another worker")
        wait_until(lambda: "RUNNING" not in installation.runs(case_id), "the end of all runs")
    assert sorted(installation.runs(case_id)) == ["COMPLETED", "CRASHED"]
    assert [one.kind for one in store.events(case_id)] == ["received", "claimed", "released", "claimed", "concluded"]
    _expect_one_of_each(store, case_id)


def _expect_one_of_each(store: Store, case_id: str) -> None:
    decisions, letters = store.decisions(case_id), store.letters(case_id)
    assert len(decisions) == 1
    assert len(letters) == 1
    assert decisions[0].attempt == letters[0].attempt == store.get(case_id).attempt
    assert [one.kind for one in store.events(case_id)].count("concluded") == 1
