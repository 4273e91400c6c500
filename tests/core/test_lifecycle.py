"""The table of moves: what can follow what, and what never can."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.errors import IllegalMove
from cases.lifecycle import CLAIMS, CLOSED, FIRST, MOVES, UNCLAIMS, Status, move, status_after
from cases.model import Outcome

GOOD = {Status.APPROVED, Status.COUNTER_OFFERED, Status.ACCEPTED}


def reachable(start: Status, without: frozenset[Status] = frozenset()) -> set[Status]:
    seen, ahead = {start}, [start]
    while ahead:
        for then in MOVES[ahead.pop()] - seen - without:
            seen.add(then)
            ahead.append(then)
    return seen


def walks() -> st.SearchStrategy[list[Status]]:
    """Sequences of legal moves from the first status on."""

    @st.composite
    def walk(draw: st.DrawFn) -> list[Status]:
        path = [FIRST]
        for _ in range(draw(st.integers(0, 30))):
            onward = sorted(MOVES[path[-1]])
            if not onward:
                break
            path.append(draw(st.sampled_from(onward)))
        return path

    return walk()


def test_every_status_has_its_row_and_can_be_reached() -> None:
    assert set(MOVES) == set(Status)
    assert reachable(FIRST) == set(Status)


def test_closed_statuses_have_no_way_out_and_all_others_can_be_closed() -> None:
    assert {Status.DECLINED, Status.ACCEPTED, Status.WITHDRAWN, Status.EXPIRED} == CLOSED
    for status in set(Status) - CLOSED:
        assert reachable(status) & CLOSED


def test_no_way_from_a_failure_to_an_approval_passes_neither_machine_nor_person() -> None:
    at_work = frozenset({Status.PROCESSING, Status.SETTLING})
    assert not reachable(Status.FAILED, without=at_work) & GOOD
    assert reachable(Status.FAILED) & GOOD


def test_only_a_worker_that_holds_the_case_can_approve() -> None:
    for status in (Status.APPROVED, Status.COUNTER_OFFERED, Status.DECLINED):
        assert {now for now, onward in MOVES.items() if status in onward} == set(UNCLAIMS)


def test_settling_is_entered_only_from_an_answer() -> None:
    assert {now for now, onward in MOVES.items() if Status.SETTLING in onward} == {Status.ANSWERED}
    assert {now for now, onward in MOVES.items() if Status.ANSWERED in onward} == {
        Status.REFERRED,
        Status.SETTLING,
    }


@pytest.mark.parametrize("nothing", ["", None, 0, False, "0", "none"])
def test_no_zero_value_is_a_status(nothing: object) -> None:
    with pytest.raises(ValueError, match="is not a valid Status"):
        Status(nothing)


def test_neither_the_first_status_nor_the_default_outcome_approves() -> None:
    assert next(iter(Status)) is FIRST
    assert FIRST not in GOOD
    assert status_after(Outcome.REFER_REVIEW) is Status.REFERRED


def test_each_outcome_has_its_own_status() -> None:
    after = {outcome: status_after(outcome) for outcome in Outcome}
    assert len(set(after.values())) == len(Outcome)
    assert [outcome for outcome, status in after.items() if status in GOOD] == [
        Outcome.APPROVE,
        Outcome.COUNTER_OFFER,
    ]
    for working in UNCLAIMS:
        assert set(after.values()) <= MOVES[working]


def test_a_claim_can_always_be_given_back() -> None:
    for queued, working in CLAIMS.items():
        assert move(queued, working) is working
        assert move(working, UNCLAIMS[working]) is queued


@given(walks())
def test_any_sequence_of_legal_moves_is_replayable(path: list[Status]) -> None:
    now = FIRST
    for then in path[1:]:
        now = move(now, then)
    assert now is path[-1]


@given(walks())
def test_an_approval_is_preceded_by_work_on_the_case(path: list[Status]) -> None:
    for before, then in pairwise(path):
        if then in {Status.APPROVED, Status.COUNTER_OFFERED}:
            assert before in UNCLAIMS
        if then is Status.ACCEPTED:
            assert before in {Status.APPROVED, Status.COUNTER_OFFERED}


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_a_move_outside_the_table_says_what_is_allowed(now: Status, then: Status) -> None:
    if then in MOVES[now]:
        assert move(now, then) is then
        return
    with pytest.raises(IllegalMove, match=rf"^A case that is {now} cannot become {then}; it can become .+\.$"):
        move(now, then)
