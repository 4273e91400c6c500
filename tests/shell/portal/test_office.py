"""The office: events looked up and taken away, the chain verified, the machine's health, one's own account."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Iterator

import pyotp
import pytest

from cases.lifecycle import Status
from cases.model import Outcome
from cases.store.history import KINDS
from portal.web.office.account import DONE
from portal.web.office.audit import KIND_WORDS, harmless
from portal.web.office.status_words import OUTCOME_WORDS, STATUS_WORDS
from portal.web.passwords import matches
from portal.web.roles import Role
from portal.web.rooms import ROOMS
from portal.web.words import speaks
from tests.shell.cases_at_hand import APPLICATION, FILES, add, conclude, take
from tests.shell.portal.site_at_hand import PASSWORD, Browser, SiteAtHand, site_at

NEW = "another horse, another battery"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("office")) as found:
        add(found.store)
        conclude(found.store, take(found.store))
        add(found.store, "c2", 60)
        found.store.add_case("c3", APPLICATION, FILES, found.clock.now, "api:acme")
        yield found


@pytest.fixture
def here(opened: SiteAtHand) -> SiteAtHand:
    opened.let_go_brakes()
    return opened


def numbers(browser: Browser, query: str) -> list[int]:
    text = browser.get(f"/office/audit?{query}").text
    return [int(one) for one in re.findall(r'<td class="figure" data-label="No.">(\d+)</td>', text)]


def test_events_are_found_by_case_kind_actor_and_day(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.AUDITOR)
    assert numbers(browser, "") == [5, 4, 3, 2, 1]
    assert numbers(browser, "case=c1") == [3, 2, 1]
    assert numbers(browser, "kind=concluded") == [3]
    assert numbers(browser, "actor=w1&case=c1") == [3, 2]
    assert numbers(browser, "day=2026-11-25") == [5]
    assert numbers(browser, "day=2026-03-31&case=c2") == [4]
    assert numbers(browser, "before=3") == [2, 1]
    assert numbers(browser, "case=c1%27%20OR%201=1--") == []
    assert numbers(browser, "case=%00") == [5, 4, 3, 2, 1]


def test_a_day_that_is_none_is_said_at_its_field(here: SiteAtHand) -> None:
    answer = here.signed_in(Role.AUDITOR).get("/office/audit?day=31/03/2026&case=c1")
    assert answer.status_code == 422
    assert 'aria-describedby="day-wrong"' in answer.text
    assert 'value="c1"' in answer.text


def test_the_table_taken_away_runs_no_formula(here: SiteAtHand) -> None:
    answer = here.signed_in(Role.AUDITOR).get("/office/audit.csv?case=c1")
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert [row["number"] for row in rows] == ["3", "2", "1"]
    assert {len(row["hash"]) for row in rows} == {64}
    assert "Quillfeather" not in answer.text
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        assert harmless(cell) == f"'{cell}"
    assert harmless("worker-1") == "worker-1"


def test_the_chain_is_verified_and_a_break_is_told(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.AUDITOR)
    browser.get("/office/audit")
    assert "The chain is whole." in browser.post("/office/audit/verify").text
    file = here.settings.data_dir / "cases.db"

    def write(actor: str) -> None:
        with sqlite3.connect(file, timeout=20) as connection:
            connection.execute("UPDATE events SET actor = ? WHERE number = 2", (actor,))
        connection.close()

    write("somebody")
    broken = browser.post("/office/audit/verify").text
    assert "The chain is broken." in broken
    assert "Event 2 was altered" in broken
    write("w1")
    assert "The chain is whole." in browser.post("/office/audit/verify").text


def test_health_shows_the_queue_and_nobodys_data(here: SiteAtHand) -> None:
    text = here.signed_in(Role.OPERATOR).get("/office/health").text
    assert '<div class="tile bad"><p class="big">2</p><p>wait for a worker</p>' in text
    assert '<p class="big">1</p><p>wait for a person</p>' in text
    assert "http://127.0.0.1:4200" in text
    assert not any(word in text for word in ("Quillfeather", "passport", "120000"))


def test_monitors_are_told_in_two_letters(here: SiteAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = here.browser()
    assert browser.get("/healthz").text == "ok"
    assert browser.client.head("/healthz").status_code == 200
    assert not browser.get("/healthz").headers.get("set-cookie")
    monkeypatch.setattr(here.store._database, "read", _away)
    assert browser.client.get("/healthz", headers={"accept": "application/json"}).status_code == 503


def _away() -> None:
    from cases.errors import Unavailable

    raise Unavailable("The case store's database cannot be reached or is busy; try again shortly.")


def test_a_password_is_changed_by_who_knows_it(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.OPERATOR)
    elsewhere = here.browser()
    account = name_of(browser)
    elsewhere.put(**here.session("staff", account))
    browser.get("/office/staff")
    for given, told in (
        ({"present": "wrong one here", "new": NEW, "again": NEW}, "The present password is not right."),
        ({"present": PASSWORD, "new": NEW, "again": NEW + "x"}, "The two new passwords differ"),
        ({"present": PASSWORD, "new": "short", "again": "short"}, "A password has 12 to 200 characters"),
    ):
        answer = browser.post("/office/staff/password", **given)
        assert answer.status_code == 422
        assert told in answer.text
    assert browser.post("/office/staff/password", present=PASSWORD, new=NEW, again=NEW).status_code == 303
    assert matches(NEW, here.store.accounts.get(account).password)
    assert "Your password is changed" in browser.get("/office/staff?done=password").text
    assert elsewhere.get("/office/staff").status_code == 303, "other browsers are out"


def test_guessing_the_password_from_within_ends_the_session(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.OPERATOR)
    browser.get("/office/staff")
    for _ in range(5):
        browser.post("/office/staff/password", present="a guess at it", new=NEW, again=NEW)
    assert browser.get("/office/staff").status_code == 303


def test_an_authenticator_is_changed_by_who_has_both(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.OPERATOR)
    account, old = name_of(browser), pyotp.random_base32()
    here.store.accounts.set_second_factor(account, old, 0)
    page = browser.get("/office/staff").text
    new = page.split('<code class="key">')[1].split("<")[0]

    def code(key: str) -> str:
        return pyotp.TOTP(key).at(here.clock.now)

    for given in ((code(new), code(new)), (code(old), code(old)), ("", "")):
        assert browser.post("/office/staff/second-factor", old=given[0], new=given[1]).status_code == 422
        assert here.store.accounts.get(account).second_factor == old
    assert browser.post("/office/staff/second-factor", old=code(old), new=code(new)).status_code == 303
    kept = here.store.accounts.get(account)
    assert kept.second_factor == new
    assert not here.store.accounts.use_code(account, kept.last_code), "the code that proved it is used up"
    assert new not in browser.get("/office/staff").text, "the next renewal offers another key"


def test_words_that_templates_choose_are_there_in_chinese() -> None:
    rooms = [room.title for room in ROOMS]
    for sentence in (*KIND_WORDS.values(), *STATUS_WORDS.values(), *OUTCOME_WORDS.values(), *DONE.values(), *rooms):
        assert speaks(sentence, "zh"), sentence
    assert set(KIND_WORDS) == set(KINDS)
    assert set(STATUS_WORDS) == set(Status)
    assert set(OUTCOME_WORDS) == set(Outcome)


def name_of(browser: Browser) -> str:
    found = re.search(r"Signed in as (person\d+)\.", browser.get("/office/staff").text)
    assert found
    return found[1]
