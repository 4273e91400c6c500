"""Sessions and forms: planted tokens, expiry, signing out, and forms that come from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pyotp
import pytest

from portal.web.form_token import HEADER
from portal.web.roles import Role
from portal.web.sessions import APPLICANT, HALF, STAFF, hashed
from tests.shell.portal.site_at_hand import PASSWORD, Browser, SiteAtHand, site_at

LEAVE = "/sign-out"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("sessions")) as found:
        yield found


@pytest.fixture
def here(opened: SiteAtHand) -> SiteAtHand:
    opened.let_go_brakes()
    return opened


def is_in(browser: Browser) -> bool:
    return "Sign out" in browser.get("/").text


def come_in(here: SiteAtHand, browser: Browser, account: str) -> None:
    browser.get("/sign-in")
    browser.post("/sign-in", account=account, password=PASSWORD)
    page = browser.get("/sign-in/code").text
    key = page.split('<code class="key">')[1].split("<")[0]
    assert browser.post("/sign-in/code", code=pyotp.TOTP(key).at(here.clock.now)).status_code == 303


def test_a_token_that_was_planted_before_is_worthless_after(here: SiteAtHand) -> None:
    victim, attacker = here.browser(), here.browser()
    for token in ("planted", "x" * 43):
        victim.put(vouch_staff=token)
        attacker.put(vouch_staff=token)
        come_in(here, victim, here.account(Role.UNDERWRITER))
        assert is_in(victim)
        assert victim.has("vouch_staff") != token
        assert not is_in(attacker)
        victim.client.cookies.clear()


def test_signing_in_over_somebody_elses_session_ends_that_session(here: SiteAtHand) -> None:
    attacker = here.signed_in(Role.AUDITOR)
    planted = attacker.has("vouch_staff")
    victim = here.browser()
    victim.put(vouch_staff=planted)
    come_in(here, victim, here.account(Role.UNDERWRITER))
    assert is_in(victim)
    assert victim.has("vouch_staff") != planted
    assert not is_in(attacker)


def test_each_door_has_its_own_tokens(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    half = here.session(HALF, account).popitem()[1]
    applicant = here.session(APPLICANT, account).popitem()[1]
    for token in (half, applicant, hashed(half), ""):
        browser = here.browser()
        browser.put(vouch_staff=token)
        assert not is_in(browser)


def test_signing_out_ends_the_session_itself(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.UNDERWRITER)
    copied = browser.has("vouch_staff")
    assert is_in(browser)
    assert browser.post(LEAVE).headers["location"] == "/sign-in"
    assert not is_in(browser)
    thief = here.browser()
    thief.put(vouch_staff=copied)
    assert not is_in(thief)


def test_sessions_run_out(here: SiteAtHand) -> None:
    browser = here.browser()
    come_in(here, browser, here.account(Role.UNDERWRITER))
    here.clock.forward(hours=9, minutes=59)
    assert is_in(browser)
    here.clock.forward(minutes=1)
    assert not is_in(browser)


def test_the_half_open_door_closes_after_ten_minutes(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    browser = here.browser()
    browser.get("/sign-in")
    browser.post("/sign-in", account=account, password=PASSWORD)
    here.clock.forward(minutes=10)
    assert browser.get("/sign-in/code").status_code == 303


def test_the_store_keeps_no_token(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.UNDERWRITER)
    token = browser.has("vouch_staff")
    kept = b"".join(path.read_bytes() for path in here.settings.data_dir.glob("cases.db*"))
    assert hashed(token).encode() in kept
    assert token.encode() not in kept


def test_a_form_without_its_token_changes_nothing(here: SiteAtHand) -> None:
    for given in ("", "0" * 64, "é", "０" * 64):
        browser = here.signed_in(Role.UNDERWRITER)
        browser.get("/")
        assert browser.client.post(LEAVE, data={"form_token": given}).status_code == 403
        assert browser.client.post(LEAVE, headers={HEADER: given.encode()}).status_code == 403
        assert is_in(browser)


def test_a_form_needs_the_browsers_own_visit(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.UNDERWRITER)
    browser.get("/")
    browser.put(vouch_visit="")
    assert browser.post(LEAVE).status_code == 403
    never = here.browser()
    assert never.client.post(LEAVE, data={"form_token": browser.token}).status_code == 403


def test_another_sessions_form_is_refused(here: SiteAtHand) -> None:
    mine, theirs = here.signed_in(Role.UNDERWRITER), here.signed_in(Role.UNDERWRITER)
    mine.get("/")
    theirs.get("/")
    mine.token = theirs.token
    assert mine.post(LEAVE).status_code == 403
    assert is_in(mine)


def test_a_form_of_before_signing_in_is_refused_after(here: SiteAtHand) -> None:
    browser = here.browser()
    browser.get("/")
    before = browser.token
    browser.put(**here.session(STAFF, here.account(Role.UNDERWRITER)))
    assert browser.client.post(LEAVE, data={"form_token": before}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "http://127.0.0.1.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_site_is_refused_even_with_its_token(here: SiteAtHand, headers: dict[str, str]) -> None:
    browser = here.signed_in(Role.UNDERWRITER)
    browser.get("/")
    sent = browser.client.post(LEAVE, data={"form_token": browser.token}, headers=headers)
    assert sent.status_code == 403
    assert is_in(browser)


def test_our_own_forms_and_scripts_are_taken(here: SiteAtHand) -> None:
    own = here.settings.portal_address
    for headers in ({"origin": own, "sec-fetch-site": "same-origin"}, {"origin": "null"}, {"sec-fetch-site": "none"}):
        browser = here.signed_in(Role.UNDERWRITER)
        browser.get("/")
        assert browser.client.post(LEAVE, data={"form_token": browser.token}, headers=headers).status_code == 303
    script = here.signed_in(Role.UNDERWRITER)
    script.get("/")
    assert script.client.post(LEAVE, headers={HEADER: script.token}).status_code == 303
