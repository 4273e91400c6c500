"""What underwriters add to a case, in the store: each with its event, and only where it belongs."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from sqlalchemy import create_engine, make_url, text

from cases.errors import BadInput, IllegalMove, NotFound
from cases.lifecycle import Status
from cases.model import Answer, Box, Correction, Judgement, Label, Outcome, Place
from cases.store import Store
from cases.store.queue import Filter
from tests.shell.cases_at_hand import START, add, after, conclude, take

CORRECTION = Correction(document="ab" * 6 + "-1", field="revenue", value="12.00", read="72.00")
LABEL = Label(check="edited_after", judgement=Judgement.FALSE_ALARM, place=Place("d", 1, Box(0, 0, 0.5, 0.5)))
APPROVE = Answer(outcome=Outcome.APPROVE, reviewer="jo", principal=Decimal("90000.00"))
HOUR = dt.timedelta(hours=1)
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}


@pytest.fixture
def case(store: Store) -> str:
    """A referred case."""
    return referred(store, "c1")


def referred(store: Store, case_id: str, seconds: float = 0) -> str:
    add(store, case_id, seconds)
    claim = store.claim("w1", after(seconds), HOUR, case_id)
    assert claim is not None
    conclude(store, claim)
    return case_id


def kinds(store: Store) -> list[str]:
    return [one.kind for one in store.events("c1")][3:]


def test_a_case_is_one_persons_until_then(store: Store, case: str) -> None:
    bench = store.workbench
    bench.take(case, "jo", START, after(60))
    bench.take(case, "jo", after(10), after(70))
    with pytest.raises(IllegalMove, match="jo is working"):
        bench.take(case, "kim", after(20), after(80))
    assert bench.holder(case, after(69)) == "jo"
    assert bench.holder(case, after(70)) is None
    bench.take(case, "kim", after(70), after(90))
    bench.let_go(case, "jo")
    assert bench.holder(case, after(71)) == "kim"
    bench.let_go(case, "kim")
    assert bench.holder(case, after(71)) is None
    with pytest.raises(NotFound):
        bench.take("none", "jo", START, after(1))


def test_many_who_take_at_once_are_one(store: Store, case: str) -> None:
    def attempt(number: int) -> bool:
        try:
            store.workbench.take(case, f"p{number}", START, after(60))
        except IllegalMove:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(attempt, range(8))).count(True) == 1


def test_next_is_the_longest_waiting_that_is_free(store: Store) -> None:
    for number in (1, 2, 3):
        referred(store, f"c{number}", number)
    add(store, "c9", 9)
    bench = store.workbench
    bench.take("c1", "kim", START, after(60))
    assert bench.next_for("jo", after(20)) == "c2"
    assert bench.next_for("jo", after(20), after="c2") == "c3"
    assert bench.next_for("kim", after(20)) == "c1", "one's own"
    assert bench.next_for("jo", after(60)) == "c1", "not held any more"


def test_the_queue_shows_who_has_what(store: Store) -> None:
    for number in (1, 2, 3):
        referred(store, f"c{number}", number)
    store.workbench.take("c2", "jo", START, after(60))

    def seen(seconds: float, *window: int, **of: object) -> list[tuple[str, str | None]]:
        wanted = Filter(**{"status": Status.REFERRED, **of})  # type: ignore[arg-type]
        return [(head.id, head.holder) for head in store.queue.page(wanted, after(seconds), *window)]

    assert seen(20) == [("c1", None), ("c2", "jo"), ("c3", None)]
    assert seen(20, holder="jo") == [("c2", "jo")]
    assert seen(61, holder="jo") == []
    assert seen(20, 1, 1) == [("c2", "jo")]
    assert seen(20, status=Status.APPROVED) == []


def test_corrections_notes_and_labels_are_sealed(store: Store, case: str) -> None:
    bench = store.workbench
    bench.correct(case, CORRECTION, after(20), "jo")
    bench.note(case, "  saw the original 原件  ", after(21), "jo")
    bench.label(case, LABEL, after(22), "kim")
    assert bench.corrected(case) == (CORRECTION,)
    assert [(one.number, one.what, one.actor) for one in bench.notes(case)] == [(1, "saw the original 原件", "jo")]
    assert [one.what for one in bench.labels(case)] == [LABEL]
    assert kinds(store) == ["corrected", "noted", "labelled"]
    assert "revenue" not in str([one.payload for one in store.events(case)]), "events hold codes only"
    assert store.verify_chain().ok


def test_only_a_referred_case_is_corrected_or_proposed_for(store: Store) -> None:
    add(store)
    with pytest.raises(IllegalMove):
        store.workbench.correct("c1", CORRECTION, after(1), "jo")
    with pytest.raises(IllegalMove):
        store.workbench.propose("c1", APPROVE, "above_limit", after(1), "jo")
    store.workbench.note("c1", "a note is for every case", after(1), "jo")
    for unusable in ("", "   ", "x" * 4001):
        with pytest.raises(BadInput):
            store.workbench.note("c1", unusable, after(1), "jo")
    with pytest.raises(BadInput):
        store.workbench.note("c1", "no actor", after(1), "jo smith")
    assert len(store.workbench.notes("c1")) == 1, "what fails leaves nothing behind"


def test_two_people_sign(store: Store, case: str) -> None:
    bench = store.workbench
    bench.propose(case, APPROVE, "above_limit", after(20), "jo")
    with pytest.raises(IllegalMove, match="waits"):
        bench.propose(case, APPROVE, "above_limit", after(21), "kim")
    with pytest.raises(IllegalMove, match="another person"):
        bench.second(case, after(22), "jo")
    assert store.get(case).status is Status.REFERRED
    waiting = bench.proposal(case)
    assert waiting is not None
    assert (waiting.answer, waiting.why, waiting.actor) == (APPROVE, "above_limit", "jo")
    bench.second(case, after(23), "kim")
    assert store.get(case).status is Status.ANSWERED
    assert [(one.answer, one.actor) for one in store.answers(case)] == [(APPROVE, "jo")]
    assert bench.proposal(case) is None
    assert kinds(store) == ["proposed", "seconded", "answered"]
    with pytest.raises(NotFound):
        bench.second(case, after(24), "kim")
    assert store.verify_chain().ok


def test_a_refused_proposal_leaves_the_case_open(store: Store, case: str) -> None:
    bench = store.workbench
    bench.propose(case, APPROVE, "override", after(20), "jo")
    bench.refuse(case, after(21), "kim")
    assert bench.proposal(case) is None
    assert store.get(case).status is Status.REFERRED
    bench.propose(case, APPROVE, "override", after(22), "kim")
    bench.second(case, after(23), "jo")
    assert store.answers(case)[0].actor == "kim"
    assert store.verify_chain().ok


def test_a_proposal_does_not_outlive_the_referral(store: Store, case: str) -> None:
    """Withdrawn meanwhile: the second signature comes too late and changes nothing."""
    store.workbench.propose(case, APPROVE, "above_limit", after(20), "jo")
    store.move(case, Status.WITHDRAWN, after(21), "applicant")
    with pytest.raises(NotFound):
        store.workbench.second(case, after(22), "kim")
    assert store.answers(case) == ()
    assert store.verify_chain().ok


def test_a_proposal_lapses_when_the_case_is_decided_anew(store: Store, case: str) -> None:
    """It was made on other papers; nobody can sign it on the new ones."""
    store.workbench.propose(case, APPROVE, "above_limit", after(20), "jo")
    store.move(case, Status.RECEIVED, after(21), "operator")
    assert store.workbench.proposal(case) is None
    conclude(store, take(store, "w2", 22))
    assert store.get(case).status is Status.REFERRED
    assert store.workbench.proposal(case) is None
    with pytest.raises(NotFound):
        store.workbench.second(case, after(30), "kim")
    assert store.verify_chain().ok


def test_many_second_signatures_are_one_answer(store: Store, case: str) -> None:
    store.workbench.propose(case, APPROVE, "above_limit", after(20), "jo")

    def sign(number: int) -> bool:
        try:
            store.workbench.second(case, after(21), f"p{number}")
        except (IllegalMove, NotFound):
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(sign, range(6))).count(True) == 1
    assert len(store.answers(case)) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE corrections SET correction = '{}'", "correction_differs"),
        ("UPDATE notes SET text = 'never said'", "note_differs"),
        ("DELETE FROM labels", "label_differs"),
        ("UPDATE proposals SET answer = '{}'", "proposal_differs"),
        (
            "INSERT INTO notes (case_id, number, text, actor, at) VALUES ('c1', 9, 'slipped in', 'jo', '2026')",
            "note_differs",
        ),
    ],
)
def test_whoever_alters_them_behind_the_store_is_found_out(
    store: Store, store_url: str, case: str, change: str, code: str
) -> None:
    bench = store.workbench
    bench.correct(case, CORRECTION, after(20), "jo")
    bench.note(case, "a note", after(21), "jo")
    bench.label(case, LABEL, after(22), "jo")
    bench.propose(case, APPROVE, "above_limit", after(23), "jo")
    assert store.verify_chain().ok
    url = make_url(store_url)
    engine = create_engine(url.set(drivername=DRIVERS[url.get_backend_name()]))
    with engine.begin() as connection:
        connection.execute(text(change))
    engine.dispose()
    report = store.verify_chain()
    assert (report.ok, report.code) == (False, code)


def test_a_corrected_case_can_still_be_answered_directly(store: Store, case: str) -> None:
    store.workbench.correct(case, CORRECTION, after(20), "jo")
    store.record_answer(case, APPROVE, after(21), "jo")
    with pytest.raises(IllegalMove):
        store.workbench.correct(case, CORRECTION, after(22), "jo")
    assert take(store, seconds=30).status is Status.SETTLING


def test_what_waits_for_a_second_signature_stays_as_it_was(store: Store, case: str) -> None:
    bench = store.workbench
    bench.propose(case, APPROVE, "above_limit", after(20), "jo")
    with pytest.raises(IllegalMove):
        bench.correct(case, CORRECTION, after(21), "jo")
    with pytest.raises(IllegalMove):
        store.record_answer(case, APPROVE, after(21), "jo")
    with pytest.raises(IllegalMove):
        bench.second(case, after(22), "kim", 7)
    bench.second(case, after(22), "kim", 1)
    assert store.get(case).status is Status.ANSWERED
