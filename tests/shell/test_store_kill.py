"""Kill -9 at every statement of a conclusion: it has happened whole, or not at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context

import pytest
from sqlalchemy import Engine, event

from cases.errors import VouchError
from cases.lifecycle import Status
from cases.store import Claim, Store
from tests.shell.cases_at_hand import ANSWER, START, add, after, conclude, take

MOMENTS = 14
"""More than the statements of a conclusion, so that the last of them kill nobody."""


def die_at(moment: int) -> None:
    """Kills this process before its nth statement or commit."""
    count = iter(range(1, 1000))

    def strike(*_: object) -> None:
        if next(count) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", strike)
    event.listen(Engine, "commit", strike)


def conclude_and_die(url: str, claim: Claim, moment: int) -> None:
    with Store(url) as store:
        die_at(moment)
        conclude(store, claim)


def answer_and_die(url: str, case_id: str, moment: int) -> None:
    with Store(url) as store:
        die_at(moment)
        store.record_answer(case_id, ANSWER, after(6), "u1")


def run(target: Callable[..., None], *arguments: object) -> bool:
    """Whether the process was killed."""
    process = get_context("fork").Process(target=target, args=arguments)
    process.start()
    process.join(60)
    assert process.exitcode in {0, -signal.SIGKILL}
    return process.exitcode != 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_killed_conclusion_is_whole_or_nothing(store: Store, store_url: str) -> None:
    killed = []
    for moment in range(1, MOMENTS + 1):
        case_id = f"c{moment}"
        add(store, case_id)
        claim = take(store, "w1", moment)
        store.close()
        killed.append(run(conclude_and_die, store_url, claim, moment))
        settled = store.get(case_id).status is Status.REFERRED
        assert settled or store.get(case_id).status is Status.PROCESSING
        assert len(store.decisions(case_id)) == len(store.letters(case_id)) == settled
        assert [one.kind for one in store.events(case_id)].count("concluded") == settled
        assert store.verify_chain().ok
        # The next worker with the same claim finishes what was begun, or finds it finished.
        assert conclude(store, claim) is not settled
        assert len(store.decisions(case_id)) == len(store.letters(case_id)) == 1
    assert killed[0]
    assert not killed[-1]
    assert sum(killed) >= 8


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_killed_answer_is_whole_or_nothing(store: Store, store_url: str) -> None:
    for moment in range(1, MOMENTS + 1):
        case_id = f"c{moment}"
        add(store, case_id)
        conclude(store, take(store))
        store.close()
        run(answer_and_die, store_url, case_id, moment)
        kept = store.get(case_id).status is Status.ANSWERED
        assert len(store.answers(case_id)) == kept
        assert store.verify_chain().ok
        if kept:
            store.move(case_id, Status.WITHDRAWN, after(7), "applicant")


def test_a_case_left_by_a_killed_worker_is_done_by_another(store: Store, store_url: str) -> None:
    add(store)
    claim = take(store)
    store.close()
    assert run(conclude_and_die, store_url, claim, 5)
    assert store.claim("w2", after(30), after(60) - START) is None
    assert store.release_stale(after(61), 3) == (("c1", Status.RECEIVED),)
    again = take(store, "w2", 62)
    assert conclude(store, again)
    with pytest.raises(VouchError):
        conclude(store, claim)
    assert [one.attempt for one in store.decisions("c1")] == [2]
    assert store.verify_chain().ok
