"""Intakes in the store: a form that grows, files, links that serve once, and the way to a case."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from cases.errors import BadInput, IllegalMove, NotFound
from cases.lifecycle import Status
from cases.model import Outcome
from cases.store import CaseFile, Store
from cases.store.intakes import MOST_FILES
from tests.shell.cases_at_hand import APPLICATION, START, after, conclude, take


def file(number: int) -> CaseFile:
    return CaseFile(name=f"paper{number}.pdf", sha256=f"{number:064x}", size=number)


@pytest.fixture
def intake(store: Store) -> str:
    store.intakes.begin("i1", {"request": {"amount": "5000"}}, "zh", START)
    return "i1"


def submit(store: Store, intake: str, case_id: str = "c1") -> str:
    return store.intakes.submit(intake, case_id, APPLICATION, after(10), "applicant")


def test_sections_are_saved_one_by_one(store: Store, intake: str) -> None:
    store.intakes.save(intake, "business", {"legal_name": "Ünder & <Co> 有限公司"}, after(1))
    store.intakes.save(intake, "request", {"amount": "7000"}, after(2))
    store.intakes.speak(intake, "en")
    kept = store.intakes.get(intake)
    assert kept.form == {"request": {"amount": "7000"}, "business": {"legal_name": "Ünder & <Co> 有限公司"}}
    assert (kept.language, kept.case_id, kept.created, kept.updated) == ("en", None, START, after(2))


def test_an_unknown_intake_is_not_found(store: Store) -> None:
    for ask in (
        lambda: store.intakes.get("none"),
        lambda: store.intakes.save("none", "a", {}, START),
        lambda: store.intakes.add_file("none", file(1), START),
        lambda: store.intakes.add_link("none", "t", START),
        lambda: submit(store, "none"),
    ):
        with pytest.raises(NotFound):
            ask()
    assert store.intakes.of_case("none") is None


def test_the_same_bytes_are_one_file(store: Store, intake: str) -> None:
    first = store.intakes.add_file(intake, file(1), START)
    again = store.intakes.add_file(intake, CaseFile(name="other name.pdf", sha256=file(1).sha256, size=1), after(1))
    assert (first.number, again.number, again.name) == (1, 1, "paper1.pdf")


def test_a_number_is_not_given_twice(store: Store, intake: str) -> None:
    for number in (1, 2):
        store.intakes.add_file(intake, file(number), START)
    store.intakes.remove_file(intake, 1)
    assert store.intakes.add_file(intake, file(3), START).number == 3
    with pytest.raises(NotFound):
        store.intakes.remove_file(intake, 1)


def test_an_intake_has_room_for_so_many(store: Store, intake: str) -> None:
    for number in range(MOST_FILES):
        store.intakes.add_file(intake, file(number), START)
    with pytest.raises(BadInput, match="60 files"):
        store.intakes.add_file(intake, file(MOST_FILES), START)


def test_files_that_come_at_once_are_all_there(store: Store, intake: str) -> None:
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda number: store.intakes.add_file(intake, file(number), START), range(20)))
    kept = store.intakes.get(intake).files
    assert [one.number for one in kept] == list(range(1, 21))
    assert {(one.name, one.size) for one in kept} == {(file(n).name, n) for n in range(20)}


def test_advice_and_sending_anyway_are_kept(store: Store, intake: str) -> None:
    store.intakes.add_file(intake, file(1), START)
    store.intakes.advise(intake, 1, file(1).sha256, [{"code": "blurred", "box": [0.1, 0.2, 0.3, 0.4]}])
    store.intakes.send_anyway(intake, 1)
    kept = store.intakes.get(intake).files[0]
    assert kept.sent_anyway
    assert kept.advice[0]["code"] == "blurred"
    with pytest.raises(NotFound):
        store.intakes.advise(intake, 2, file(2).sha256, [])


def test_submitting_twice_or_at_once_makes_one_case(store: Store, intake: str) -> None:
    store.intakes.add_file(intake, file(1), START)
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda number: submit(store, intake, f"c{number}"), range(6)))
    assert len(set(made)) == 1
    assert [one.id for one in store.cases()] == [made[0]]
    assert [one.sha256 for one in store.get(made[0]).files] == [file(1).sha256]
    found = store.intakes.of_case(made[0])
    assert found is not None
    assert found.id == intake
    assert store.verify_chain().ok


def test_what_was_submitted_stays(store: Store, intake: str) -> None:
    store.intakes.add_file(intake, file(1), START)
    submit(store, intake)
    with pytest.raises(IllegalMove):
        store.intakes.save(intake, "request", {}, after(11))
    with pytest.raises(IllegalMove):
        store.intakes.remove_file(intake, 1)


def test_more_is_sent_when_more_is_asked_for(store: Store, intake: str) -> None:
    store.intakes.add_file(intake, file(1), START)
    with pytest.raises(IllegalMove, match="not been submitted"):
        store.intakes.send_more(intake, after(9), "applicant")
    submit(store, intake)
    with pytest.raises(IllegalMove):
        store.intakes.send_more(intake, after(12), "applicant")
    conclude(store, take(store, seconds=13), Outcome.REFER_INCOMPLETE, Status.INCOMPLETE)
    store.intakes.add_file(intake, file(2), after(13))
    store.intakes.remove_file(intake, 2)
    store.intakes.add_file(intake, file(3), after(14))
    assert [one.name for one in store.intakes.send_more(intake, after(15), "applicant")] == ["paper3.pdf"]
    assert store.get("c1").status is Status.RECEIVED
    assert store.verify_chain().ok


def test_a_link_serves_once_and_not_for_ever(store: Store, intake: str) -> None:
    store.intakes.add_link(intake, "once", after(60))
    store.intakes.add_link(intake, "late", after(60))
    with ThreadPoolExecutor(8) as pool:
        used = list(pool.map(lambda _: store.intakes.use_link("once", after(1)), range(8)))
    assert sorted(used, key=str) == [None] * 7 + [intake]
    assert store.intakes.use_link("late", after(60)) is None
    assert store.intakes.use_link("unknown", after(1)) is None


def test_advice_on_a_removed_file_is_not_put_on_the_next_one(store: Store, intake: str) -> None:
    store.intakes.add_file(intake, file(1), START)
    store.intakes.remove_file(intake, 1)
    assert store.intakes.add_file(intake, file(2), START).number == 1
    with pytest.raises(NotFound):
        store.intakes.advise(intake, 1, file(1).sha256, [{"code": "blurred"}])
    assert store.intakes.get(intake).files[0].advice == ()


def test_papers_that_come_while_the_case_is_worked_on_are_refused_aloud(store: Store, intake: str) -> None:
    with pytest.raises(BadInput, match="at least one paper"):
        submit(store, intake)
    store.intakes.add_file(intake, file(1), START)
    submit(store, intake)
    with pytest.raises(IllegalMove):
        store.intakes.add_file(intake, file(2), after(11))
