"""The case store: what goes in comes out, and what must not happen does not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cases.errors import BadInput, BrokenInstallation, ClaimLost, IllegalMove, NotFound, Unavailable
from cases.lifecycle import Status
from cases.model import Answer, Outcome
from cases.store import CaseFile, Store
from tests.shell.cases_at_hand import (
    ANSWER,
    APPLICATION,
    FILES,
    LEASE,
    LETTER,
    START,
    add,
    after,
    conclude,
    decision,
    take,
)


def test_a_case_comes_back_as_it_was_put_in(store: Store) -> None:
    add(store)
    record = store.get("c1")
    assert record.application == APPLICATION
    assert record.files == FILES
    assert (record.status, record.attempt, record.claimed_by) == (Status.RECEIVED, 0, None)
    assert record.created == record.updated == START
    assert store.cases() == (record,)
    assert store.cases(Status.APPROVED) == ()
    assert store.counts()[Status.RECEIVED] == 1


def test_an_id_is_given_once(store: Store) -> None:
    add(store)
    with pytest.raises(BadInput, match=r"^There is already a case c1\.$"):
        add(store)
    assert len(store.events()) == 1


def test_a_case_that_is_not_there_is_said_so(store: Store) -> None:
    for ask in (lambda: store.get("nope"), lambda: store.record_answer("nope", ANSWER, START, "u1")):
        with pytest.raises(NotFound, match=r"^There is no case nope\.$"):
            ask()
    assert store.decisions("nope") == ()


@pytest.mark.parametrize("name", ["Jane Doe", "jane@example.com", "", "x" * 200])
def test_ids_and_actors_that_could_be_people_are_refused(store: Store, name: str) -> None:
    with pytest.raises(BadInput, match="must be a code"):
        store.add_case("c1", APPLICATION, FILES, START, name)
    with pytest.raises(BadInput):
        store.add_case(name, APPLICATION, FILES, START, "applicant")
    assert store.cases() == ()


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="without a time zone"):
        store.add_case("c1", APPLICATION, FILES, dt.datetime(2026, 1, 1), "applicant")  # noqa: DTZ001
    assert store.cases() == ()


def test_times_of_other_zones_are_the_same_moment(store: Store) -> None:
    shanghai = dt.timezone(dt.timedelta(hours=8))
    store.add_case("c1", APPLICATION, (), START.astimezone(shanghai), "applicant")
    assert store.get("c1").created == START


def test_a_conclusion_writes_decision_letter_status_and_event(store: Store) -> None:
    add(store)
    claim = take(store)
    assert conclude(store, claim)
    (kept,) = store.decisions("c1")
    assert (kept.decision, kept.inputs, kept.attempt) == (decision(), '{"readings":[]}', 1)
    (letter,) = store.letters("c1")
    assert (letter.name, letter.attempt, dict(letter.blobs)) == ("a_letter", 1, LETTER)
    record = store.get("c1")
    assert (record.status, record.claimed_by, record.claim_until) == (Status.REFERRED, None, None)
    last = store.events("c1")[-1]
    assert (last.kind, last.actor, last.payload["decision_sha256"]) == ("concluded", "w1", kept.decision_sha256)


def test_concluding_twice_changes_nothing(store: Store) -> None:
    add(store)
    claim = take(store)
    assert conclude(store, claim)
    before = store.get("c1"), store.decisions("c1"), store.letters("c1"), store.events()
    assert not conclude(store, claim, Outcome.APPROVE, Status.APPROVED)
    assert (store.get("c1"), store.decisions("c1"), store.letters("c1"), store.events()) == before


def test_a_conclusion_without_a_letter_is_one(store: Store) -> None:
    add(store)
    assert store.conclude(take(store), decision(), "{}", "", {}, Status.REFERRED, START)
    assert store.letters("c1") == ()
    assert store.verify_chain().ok


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (decision(Outcome.DECLINE), Status.APPROVED),
        (decision(Outcome.REFER_REVIEW), Status.COUNTER_OFFERED),
        (decision(Outcome.APPROVE), Status.ACCEPTED),
        ("{}", Status.APPROVED),
        ("", Status.APPROVED),
        ('{"outcome": ""}', Status.APPROVED),
        ('{"outcome": null}', Status.APPROVED),
    ],
)
def test_nothing_is_approved_but_by_a_decision_that_approves(store: Store, text: str, status: Status) -> None:
    add(store)
    claim = take(store)
    with pytest.raises((IllegalMove, BadInput)):
        store.conclude(claim, text, "{}", "approval", LETTER, status, START)
    assert store.get("c1").status is Status.PROCESSING
    assert store.decisions("c1") == store.letters("c1") == ()


def test_an_answer_queues_a_referred_case_to_be_settled(store: Store) -> None:
    add(store)
    with pytest.raises(IllegalMove, match="is received; an answer is for a case that is referred"):
        store.record_answer("c1", ANSWER, START, "u1")
    conclude(store, take(store))
    store.record_answer("c1", ANSWER, after(6), "u1")
    assert store.get("c1").status is Status.ANSWERED
    (kept,) = store.answers("c1")
    assert (kept.answer, kept.actor, kept.number) == (ANSWER, "u1", 1)
    claim = take(store, "w2", 7)
    assert (claim.status, claim.attempt) == (Status.SETTLING, 2)
    assert conclude(store, claim, Outcome.APPROVE, Status.APPROVED)
    assert [one.attempt for one in store.decisions("c1")] == [1, 2]
    store.move("c1", Status.ACCEPTED, after(9), "applicant")
    assert store.get("c1").status is Status.ACCEPTED
    assert store.verify_chain().ok


def test_only_one_of_two_answers_counts(store: Store) -> None:
    add(store)
    conclude(store, take(store))
    store.record_answer("c1", ANSWER, START, "u1")
    with pytest.raises(IllegalMove):
        store.record_answer("c1", Answer(outcome=Outcome.APPROVE, reviewer="u2"), START, "u2")
    assert [one.actor for one in store.answers("c1")] == ["u1"]


def test_more_documents_bring_an_incomplete_case_back(store: Store) -> None:
    add(store)
    more = CaseFile(name="passport.jpg", sha256="ef" * 32, size=30)
    with pytest.raises(IllegalMove, match="documents can be added while it is incomplete"):
        store.add_files("c1", [more], START, "applicant")
    conclude(store, take(store), Outcome.REFER_INCOMPLETE, Status.INCOMPLETE)
    with pytest.raises(BadInput, match="has all of these files already"):
        store.add_files("c1", FILES, START, "applicant")
    assert store.get("c1").status is Status.INCOMPLETE
    added = store.add_files("c1", [FILES[0], more], after(9), "applicant")
    assert added == (CaseFile(name="passport (2).jpg", sha256="ef" * 32, size=30),)
    record = store.get("c1")
    assert (record.status, record.tries, record.attempt) == (Status.RECEIVED, 0, 1)
    assert record.files == (*FILES, *added)


def test_a_failed_case_goes_to_the_machine_or_to_a_person(store: Store) -> None:
    for case_id, then in (("c1", Status.RECEIVED), ("c2", Status.REFERRED)):
        add(store, case_id)
        store.fail(take(store), "reader_died", START)
        assert store.get(case_id).status is Status.FAILED
        with pytest.raises(IllegalMove):
            store.move(case_id, Status.APPROVED, START, "operator")
        store.move(case_id, then, START, "operator")
        assert store.get(case_id).status is then
        if then is Status.RECEIVED:
            store.move(case_id, Status.WITHDRAWN, START, "applicant")


@pytest.mark.parametrize("then", list(Status))
def test_a_case_at_work_is_moved_by_its_worker_alone(store: Store, then: Status) -> None:
    add(store)
    take(store)
    with pytest.raises(IllegalMove, match="cannot be made"):
        store.move("c1", then, START, "operator")


def test_a_page_is_kept_once(store: Store) -> None:
    assert store.page_reading("p:1", "engine 1") is None
    store.keep_page_reading("p:1", "engine 1", '{"words":1}', START)
    store.keep_page_reading("p:1", "engine 1", '{"words":2}', START)
    store.keep_page_reading("p:1", "engine 2", '{"words":3}', START)
    assert store.page_reading("p:1", "engine 1") == '{"words":1}'
    assert store.page_reading("p:1", "engine 2") == '{"words":3}'


def test_events_hold_nothing_that_was_typed(store: Store) -> None:
    add(store)
    conclude(store, take(store))
    store.record_answer("c1", Answer(outcome=Outcome.APPROVE, reviewer="u1", note="Called Quillfeather"), START, "u1")
    told = repr(store.events()).lower()
    for typed in ("quillfeather", "120000", "passport", "cash flow", "called"):
        assert typed not in told


def test_a_database_without_tables_or_server_is_said_so(store_url: str) -> None:
    with pytest.raises((BrokenInstallation, BadInput), match=r"migrate it first\.$|submit a case first") as caught:
        Store(store_url).get("c1")
    assert "\n" not in str(caught.value)
    with pytest.raises(Unavailable, match=r"^The case store's database cannot be reached"):
        Store("postgresql://secret@127.0.0.1:1/none").get("c1")


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("these are notes and no database at all " * 9)
    for url in (f"sqlite:///{other}", f"sqlite:///{other}/cases.db"):
        with pytest.raises(BadInput, match=r"is no SQLite database|cannot be made"):
            Store(url).migrate()
    assert other.read_text().startswith("these are notes")


@pytest.mark.parametrize("url", ["mysql://h/x", "sqlite://", "sqlite:///:memory:", "nonsense", ""])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(BadInput):
        Store(url)


def test_a_lost_claim_can_do_nothing(store: Store) -> None:
    add(store)
    lost = take(store)
    assert store.release_stale(after(61), 3) == (("c1", Status.RECEIVED),)
    held = take(store, "w2", 62)
    assert held.attempt == 2
    before = store.events()
    for attempt in (
        lambda: conclude(store, lost),
        lambda: store.renew(lost, after(63), LEASE),
        lambda: store.release(lost, after(63)),
        lambda: store.fail(lost, "late", after(63)),
    ):
        with pytest.raises(ClaimLost):
            attempt()
    assert store.events() == before
    assert conclude(store, held)
