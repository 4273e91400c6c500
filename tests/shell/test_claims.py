"""Claims: one holder at a time, whoever dies."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from cases.errors import ClaimLost
from cases.lifecycle import Status
from cases.store import Claim, Store
from tests.shell.cases_at_hand import ANSWER, LEASE, START, add, after, conclude, take


def work_until_empty(url: str, worker: str) -> list[str]:
    """What one worker does: claims and concludes until nothing waits."""
    done = []
    with Store(url) as store:
        while (claim := store.claim(worker, START, LEASE)) is not None:
            assert conclude(store, claim)
            done.append(claim.case_id)
    return done


def test_two_processes_do_twenty_cases_once_each(store: Store, store_url: str) -> None:
    cases = [f"c{number:02}" for number in range(20)]
    for case_id in cases:
        add(store, case_id)
    with get_context("spawn").Pool(2) as pool:
        done = pool.starmap(work_until_empty, [(store_url, "w1"), (store_url, "w2")], chunksize=1)
    assert sorted(done[0] + done[1]) == cases
    assert all(len(store.decisions(case_id)) == len(store.letters(case_id)) == 1 for case_id in cases)
    assert {store.get(case_id).attempt for case_id in cases} == {1}
    assert store.verify_chain().ok


def test_eight_threads_never_get_the_same_case(store: Store) -> None:
    for number in range(20):
        add(store, f"c{number}")
    ready = threading.Barrier(8)

    def claim_all(worker: int) -> list[Claim]:
        ready.wait()
        held = []
        while (claim := store.claim(f"w{worker}", START, LEASE)) is not None:
            held.append(claim)
        return held

    with ThreadPoolExecutor(8) as pool:
        held = [claim for claims in pool.map(claim_all, range(8)) for claim in claims]
    assert len(held) == len({claim.case_id for claim in held}) == 20
    assert store.verify_chain().ok


def test_the_same_claim_concluding_twice_at_once_concludes_once(store: Store) -> None:
    for number in range(5):
        add(store, f"c{number}")
        claim = take(store)
        ready = threading.Barrier(4)

        def finish(_: int, claim: Claim = claim, ready: threading.Barrier = ready) -> bool:
            ready.wait()
            return conclude(store, claim)

        with ThreadPoolExecutor(4) as pool:
            assert sorted(pool.map(finish, range(4))) == [False, False, False, True]
        assert len(store.decisions(claim.case_id)) == 1


def test_the_case_that_waited_longest_comes_first(store: Store) -> None:
    add(store, "later", 2)
    add(store, "first", 1)
    assert take(store).case_id == "first"
    assert store.claim("w2", START, LEASE, case_id="first") is None
    named = store.claim("w2", START, LEASE, case_id="later")
    assert named is not None
    assert named.case_id == "later"
    assert store.claim("w3", START, LEASE) is None


def test_a_renewed_claim_is_not_stale(store: Store) -> None:
    add(store)
    claim = store.renew(take(store), after(50), LEASE)
    assert claim.until == after(110)
    assert store.get("c1").claim_until == after(110)
    assert store.release_stale(after(100), 3) == ()
    assert store.release_stale(after(111), 3) == (("c1", Status.RECEIVED),)


def test_a_lease_that_ran_out_unnoticed_still_concludes(store: Store) -> None:
    """Nobody else has taken the case, so dropping finished work would help no one."""
    add(store)
    claim = take(store)
    assert store.renew(claim, after(500), LEASE).until == after(560)
    assert conclude(store, claim)


def test_a_case_that_keeps_losing_its_worker_fails(store: Store) -> None:
    add(store)
    statuses = []
    for number in range(3):
        take(store, f"w{number}", number * 100)
        statuses += [status for _, status in store.release_stale(after(number * 100 + 61), 3)]
    assert statuses == [Status.RECEIVED, Status.RECEIVED, Status.FAILED]
    assert store.claim("w9", after(999), LEASE) is None
    assert store.events("c1")[-1].payload["code"] == "lease_ran_out"
    store.move("c1", Status.RECEIVED, after(1000), "operator")
    again = take(store, "w9", 1001)
    assert (again.attempt, again.tries) == (4, 1)


def test_a_worker_that_is_told_to_stop_has_not_tried(store: Store) -> None:
    add(store)
    for number in range(5):
        claim = take(store, f"w{number}", number * 10)
        assert claim.tries == 1
        store.release(claim, after(number * 10 + 1), "worker_stopped")
    store.release(take(store, "w9", 90), after(91), "unavailable")
    assert take(store, "w9", 92).tries == 2


def test_a_settling_case_goes_back_to_its_answer(store: Store) -> None:
    add(store)
    conclude(store, take(store))
    store.record_answer("c1", ANSWER, after(6), "u1")
    take(store, "w1", 7)
    assert store.release_stale(after(999), 3) == (("c1", Status.ANSWERED),)


def test_a_released_case_waits_behind_the_others(store: Store) -> None:
    add(store, "c1", 1)
    add(store, "c2", 2)
    claim = take(store)
    assert store.release(claim, after(3)) is Status.RECEIVED
    assert [take(store).case_id, take(store).case_id] == ["c2", "c1"]


@pytest.mark.parametrize("seconds", [60, 61])
def test_two_janitors_release_a_case_once(store: Store, seconds: int) -> None:
    add(store)
    take(store)
    with ThreadPoolExecutor(4) as pool:
        rounds = list(pool.map(lambda _: store.release_stale(after(seconds), 3), range(4)))
    assert sum(map(len, rounds)) == (seconds > 60)


def test_a_claim_on_a_case_that_is_gone_is_lost(store: Store) -> None:
    claim = Claim(case_id="nope", attempt=1, worker="w1", until=START, status=Status.PROCESSING, tries=1)
    with pytest.raises(ClaimLost):
        conclude(store, claim)
