"""Every way to tamper with the history is noticed, and the event that it broke is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from cases.errors import BrokenInstallation
from cases.store import Store
from cases.store.chain import seal
from cases.store.database import Database
from tests.shell.cases_at_hand import ANSWER, add, after, conclude, take

Tamper = Callable[..., None]
SET = {
    column: f"UPDATE events SET {column} = :value WHERE number = :number"  # noqa: S608
    for column in ("case_id", "payload", "kind", "actor", "at", "previous", "hash")
}


@pytest.fixture
def tamper(store: Store, store_url: str) -> Iterator[Tamper]:
    """Runs SQL behind the store's back, on a store with seven events (the last three of case c1)."""
    add(store, "c0")
    add(store, "c1", 1)
    conclude(store, take(store, "w1", 2))
    conclude(store, take(store, "w2", 3))
    store.record_answer("c1", ANSWER, after(4), "u1")
    assert store.verify_chain().ok
    assert store.verify_chain().events == 7
    database = Database(store_url)

    def run(*statements: str, **values: object) -> None:
        with database.write() as connection:
            _without_foreign_keys(connection)
            for statement in statements:
                assert connection.execute(text(statement), values).rowcount > 0

    yield run
    database.close()


def _without_foreign_keys(connection: Connection) -> None:
    """The tamperer is not stopped by keys either."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def test_an_untouched_chain_holds(store: Store) -> None:
    assert store.verify_chain().ok
    assert store.verify_chain().events == 0
    add(store)
    report = store.verify_chain()
    assert (report.ok, report.events, report.code, report.detail) == (True, 1, "", "")
    assert report.head == store.events()[-1].hash


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("payload", '{"to":"approved"}'),
        ("payload", "no JSON"),
        ("kind", "noted"),
        ("actor", "somebody"),
        ("at", "2020-01-01T00:00:00.000000+00:00"),
        ("case_id", "c1"),
        ("hash", "0" * 64),
    ],
)
def test_an_altered_event_is_named(store: Store, tamper: Tamper, column: str, value: str) -> None:
    tamper(SET[column], number=3, value=value)
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "altered", 3)
    assert report.detail == "Event 3 was altered after it was sealed."


def test_an_event_that_was_altered_and_sealed_again_breaks_the_next(store: Store, tamper: Tamper) -> None:
    event = store.events()[3]
    forged = json.dumps({"forged": 1})
    moment = event.at.isoformat(timespec="microseconds")
    hash_ = seal(event.number, event.case_id, event.kind, forged, event.actor, moment, event.previous)
    tamper("UPDATE events SET payload = :payload, hash = :hash WHERE number = 4", payload=forged, hash=hash_)
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "out_of_order", 5)


def test_the_last_event_altered_and_sealed_again_differs_from_the_head(store: Store, tamper: Tamper) -> None:
    event = store.events()[-1]
    moment = event.at.isoformat(timespec="microseconds")
    hash_ = seal(event.number, event.case_id, event.kind, event_payload(event.payload), "u9", moment, event.previous)
    tamper("UPDATE events SET actor = 'u9', hash = :hash WHERE number = 7", hash=hash_)
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "altered", 7)


def event_payload(payload: object) -> str:
    return json.dumps(payload, sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize("number", [1, 4, 6])
def test_a_removed_event_is_named(store: Store, tamper: Tamper, number: int) -> None:
    tamper("DELETE FROM events WHERE number = :number", number=number)
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "removed", number)


def test_a_removed_event_whose_gap_was_closed_is_named(store: Store, tamper: Tamper) -> None:
    tamper(
        "DELETE FROM events WHERE number = 4",
        "UPDATE events SET number = number - 1 WHERE number = 5",
        "UPDATE events SET number = number - 1 WHERE number = 6",
        "UPDATE events SET number = number - 1 WHERE number = 7",
        "UPDATE chain_head SET length = 6",
    )
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "out_of_order", 4)


def test_swapped_events_are_named(store: Store, tamper: Tamper) -> None:
    tamper(
        "UPDATE events SET number = 99 WHERE number = 3",
        "UPDATE events SET number = 3 WHERE number = 4",
        "UPDATE events SET number = 4 WHERE number = 99",
    )
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "out_of_order", 3)


@pytest.mark.parametrize("keep", [0, 3, 6])
def test_a_cut_tail_is_noticed(store: Store, tamper: Tamper, keep: int) -> None:
    tamper("DELETE FROM events WHERE number > :keep", keep=keep)
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at, report.events) == (False, "truncated", keep + 1, keep)


def test_a_tail_cut_with_its_head_leaves_cases_that_no_event_explains(store: Store, tamper: Tamper) -> None:
    sixth = store.events()[5]
    tamper("DELETE FROM events WHERE number = 7", "UPDATE chain_head SET length = 6, hash = :hash", hash=sixth.hash)
    report = store.verify_chain()
    assert (report.ok, report.code) == (False, "status_differs")
    assert "Case c1 is answered, but its events leave it referred" in report.detail


def test_an_event_added_behind_the_head_is_named(store: Store, tamper: Tamper) -> None:
    last = store.events()[-1]
    moment = last.at.isoformat(timespec="microseconds")
    hash_ = seal(8, "c1", "noted", "{}", "u1", moment, last.hash)
    tamper(
        "INSERT INTO events (number, case_id, kind, payload, actor, at, previous, hash)"
        " VALUES (8, 'c1', 'noted', '{}', 'u1', :at, :previous, :hash)",
        at=moment,
        previous=last.hash,
        hash=hash_,
    )
    report = store.verify_chain()
    assert (report.ok, report.code, report.broken_at) == (False, "added", 8)


def test_a_lost_head_is_noticed_and_stops_every_writer(store: Store, tamper: Tamper) -> None:
    tamper("DELETE FROM chain_head")
    assert store.verify_chain().code == "head_missing"
    with pytest.raises(BrokenInstallation, match="lost its head"):
        add(store, "c9")
    assert len(store.cases()) == 2


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE cases SET status = 'approved' WHERE id = 'c1'", "status_differs"),
        ("UPDATE cases SET application = '{}' WHERE id = 'c1'", "application_differs"),
        ("UPDATE decisions SET decision = replace(decision, 'refer_review', 'approve')", "decision_differs"),
        ("UPDATE decisions SET inputs = '{}'", "inputs_differs"),
        ("DELETE FROM decisions WHERE case_id = 'c1'", "decision_differs"),
        ("UPDATE letters SET blobs = '{}' WHERE case_id = 'c1'", "letter_differs"),
        ("UPDATE answers SET answer = '{}' WHERE case_id = 'c1'", "answer_differs"),
        ("DELETE FROM case_files WHERE case_id = 'c1' AND number = 1", "file_differs"),
        ("UPDATE case_files SET sha256 = '00' WHERE number = 2", "file_differs"),
    ],
)
def test_a_record_that_its_event_does_not_tell_is_noticed(
    store: Store, tamper: Tamper, statement: str, code: str
) -> None:
    tamper(statement)
    report = store.verify_chain()
    assert (report.ok, report.code) == (False, code)
    assert report.detail.endswith(".")


def test_what_no_event_tells_may_change(store: Store, tamper: Tamper) -> None:
    """And tampering as such, the way these tests do it, breaks nothing."""
    tamper("UPDATE cases SET tries = 7")
    assert store.verify_chain().ok


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    number=st.integers(1, 7),
    column=st.sampled_from(["payload", "kind", "actor", "at", "previous", "hash"]),
    position=st.integers(0, 200),
)
def test_any_changed_character_is_noticed(
    store: Store, tamper: Tamper, number: int, column: str, position: int
) -> None:
    event = store.events()[number - 1]
    whole = event_payload(event.payload) if column == "payload" else str(getattr(event, column))
    if column == "at":
        whole = event.at.isoformat(timespec="microseconds")
    place = position % len(whole)
    changed = whole[:place] + ("x" if whole[place] != "x" else "y") + whole[place + 1 :]
    if column == "at":
        changed = whole[:20] + f"{(int(whole[20:26]) + 1 + position) % 1_000_000:06}" + whole[26:]
    tamper(SET[column], number=number, value=changed)
    report = store.verify_chain()
    tamper(SET[column], number=number, value=whole)
    assert not report.ok
    assert report.broken_at == number
    assert store.verify_chain().ok
