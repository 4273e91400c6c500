"""The queue: what it shows, how it is searched, and who gets the next case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cases.lifecycle import Status
from cases.model import Answer, Outcome
from cases.store import Store
from cases.store.queue import Filter
from tests.shell.cases_at_hand import add, after, conclude, take
from tests.shell.portal.workbench.referred import OTHER_HOLDER, SOUND, Office, Person, office, served


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    """An office with two referred cases and an approved one."""
    with office(Path(tmp_path_factory.mktemp("queue")) / "data") as opened:
        for name in ("Q-1", "Q-2"):
            opened.refer(name, OTHER_HOLDER)
        opened.refer("Q-3", SOUND)
        with served(opened.workplace.settings) as address:
            yield opened, address


@pytest.fixture(scope="module")
def person(two: tuple[Office, str]) -> Callable[[str], Person]:
    return lambda account: Person(two[0].store, two[1], account)


def shown(text: str) -> list[str]:
    return re.findall(r'href="/desk/cases/([^"]+)" data-row', text)


def test_the_queue_shows_referred_cases_and_filters(person: Callable[[str], Person]) -> None:
    ula = person("ula")
    page = ula.get("/desk")
    assert shown(page.text) == ["Q-1", "Q-2"]
    assert "referred <b>2</b>" in page.text
    assert "days over" in page.text
    assert shown(ula.get("/desk", status="all").text) == ["Q-1", "Q-2", "Q-3"]
    assert shown(ula.get("/desk", status="approved").text) == ["Q-3"]
    assert shown(ula.get("/desk", status="referred", mine="true").text) == []
    found = ula.post("/desk", {"status": "all", "text": "hearth & RYE"})
    assert shown(found.text) == ["Q-1", "Q-2", "Q-3"]
    assert "hearth" not in str(found.url).lower()
    assert shown(ula.post("/desk", {"status": "all", "text": "q-3"}).text) == ["Q-3"]
    assert shown(ula.post("/desk", {"status": "all", "text": "%"}).text) == []


def test_next_gives_each_the_longest_waiting_case_that_nobody_has(
    two: tuple[Office, str], person: Callable[[str], Person]
) -> None:
    ula, ulf = person("ula"), person("ulf")
    assert str(ula.post("/desk/next").url).endswith("/desk/cases/Q-1")
    assert str(ulf.post("/desk/next").url).endswith("/desk/cases/Q-2")
    assert shown(ula.get("/desk", mine="true").text) == ["Q-1"]
    assert "No referred case waits that nobody else has." in person("sam").post("/desk/next").text
    ulf.post("/desk/cases/Q-2/let-go")
    assert str(ula.post("/desk/next", {"after": "Q-1"}).url).endswith("/desk/cases/Q-2")
    assert two[0].store.workbench.holder("Q-1", two[0].workplace.clock()) is None
    assert person("ann").post("/desk/next").status_code == 403
    assert person("ann").get("/desk").status_code == 200
    assert person("otto").get("/desk").status_code == 403


def test_strangers_are_sent_to_the_door(two: tuple[Office, str]) -> None:
    stranger = Person(two[0].store, two[1], "ula")
    stranger.http.cookies.clear()
    answer = stranger.http.get("/desk/cases/Q-1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=/desk/cases/Q-1"


def test_next_skips_what_waits_for_a_second_signature_but_for_another_senior(two: tuple[Office, str]) -> None:
    store, at = two[0].store, two[0].workplace.clock()
    for name in ("Q-1", "Q-2"):
        for one in ("ula", "ulf"):
            store.workbench.let_go(name, one)
    store.workbench.propose("Q-1", Answer(outcome=Outcome.APPROVE, reviewer="sam"), "above_limit", at, "sam")
    assert store.workbench.next_for("ula", at) == "Q-2"
    assert store.workbench.next_for("sam", at, seconds=True) == "Q-2"
    assert store.workbench.next_for("sue", at, seconds=True) == "Q-1"
    assert [one.id for one in store.queue.page(Filter(proposed=True), at)] == ["Q-1"]


def test_pages_and_counts_of_many_cases(store: Store) -> None:
    for number in range(7):
        add(store, f"c{number}", seconds=number)
    conclude(store, take(store))
    every = Filter()
    assert store.queue.matching(every, after(9)) == 7
    assert [one.id for one in store.queue.page(every, after(9), limit=3, skip=3)] == ["c4", "c0", "c5"], (
        "c0 moved last but one"
    )
    assert store.queue.matching(Filter(status=Status.REFERRED), after(9)) == 1
    assert store.queue.matching(Filter(text="quillFEATHER"), after(9)) == 7
    assert store.queue.products() == ("sme_term_loan",)
    tied = store.queue.tied("c0")
    assert {one.head.id for one in tied} == {f"c{number}" for number in range(1, 7)}
    assert {tie for one in tied for tie in one.ties} == {"file"}
