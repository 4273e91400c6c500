"""The staff's door: passwords, one-time codes, locks, and who is kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import httpx
import pyotp
import pytest
from argon2 import PasswordHasher

from cases.errors import BadInput
from portal.web import passwords
from portal.web.passwords import hash_of
from portal.web.roles import Role
from tests.shell.portal.site_at_hand import PASSWORD, Browser, SiteAtHand, site_at

WRONG = "The name, the password or the code is wrong"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("sign_in")) as found:
        yield found


@pytest.fixture
def here(opened: SiteAtHand) -> SiteAtHand:
    opened.let_go_brakes()
    return opened


def give_password(browser: Browser, account: str, password: str = PASSWORD, **more: str) -> httpx.Response:
    browser.get("/sign-in")
    return browser.post("/sign-in", account=account, password=password, **more)


def give_code(browser: Browser, code: str, **more: str) -> httpx.Response:
    browser.get("/sign-in/code")
    return browser.post("/sign-in/code", code=code, **more)


def code(here: SiteAtHand, key: str) -> str:
    return pyotp.TOTP(key).at(here.clock.now)


def offered_key(page: httpx.Response) -> str:
    found = re.search(r'<code class="key">([A-Z2-7]+)</code>', page.text)
    assert found
    return found[1]


def set_up(here: SiteAtHand, account: str) -> tuple[Browser, str]:
    """A browser that signed in for the first time, and the key that its owner scanned."""
    browser = here.browser()
    give_password(browser, account)
    key = offered_key(browser.get("/sign-in/code"))
    assert browser.post("/sign-in/code", code=code(here, key)).status_code == 303
    here.clock.forward(minutes=2)
    return browser, key


def may_come_in(browser: Browser) -> bool:
    return "Sign out" in browser.get("/").text


def test_password_and_code_let_in_and_each_alone_does_not(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    _, key = set_up(here, account)
    browser = here.browser()
    assert browser.get("/sign-in/code").headers["location"].startswith("/sign-in")
    given = give_password(browser, account)
    half = browser.has("vouch_staff")
    assert given.headers["location"].startswith("/sign-in/code")
    assert not may_come_in(browser)
    assert give_code(browser, code(here, key)).headers["location"] == "/desk"
    assert may_come_in(browser)
    browser.put(vouch_staff=half)
    assert browser.get("/sign-in/code").status_code == 303, "the half-open door is closed behind"


def test_a_wrong_password_and_an_unknown_name_are_told_alike(here: SiteAtHand) -> None:
    wrong = give_password(here.browser(), here.account(Role.AUDITOR), "not the password")
    unknown = give_password(here.browser(), "nobody.at.all", "not the password")
    strange = give_password(here.browser(), "no\x00body; drop", "not the password")
    assert {one.status_code for one in (wrong, unknown, strange)} == {401}
    assert all(WRONG in one.text for one in (wrong, unknown, strange))
    assert not any("nobody.at.all" in one.text or "not the password" in one.text for one in (wrong, unknown))


def test_an_unknown_name_is_weighed_like_a_known_one(here: SiteAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes time is the password's hash; it is worked out whether or not the name is known."""
    weighed: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            weighed.append(str(password))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    for name in (here.account(Role.AUDITOR), "nobody"):
        browser = here.browser()
        browser.get("/sign-in")
        assert browser.post("/sign-in", account=name, password=f"wrong for {name}").status_code == 401
        assert weighed.pop() == f"wrong for {name}"


def test_five_failures_lock_and_the_lock_ends(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    _, key = set_up(here, account)
    for _ in range(5):
        assert give_password(here.browser(), account, "not the password").status_code == 401
    assert give_password(here.browser(), account).status_code == 401, "locked, though the password is right"
    here.clock.forward(minutes=14)
    assert give_password(here.browser(), account, "still trying").status_code == 401
    here.clock.forward(minutes=2)
    for _ in range(4):
        assert give_password(here.browser(), account, "not the password").status_code == 401
    browser = here.browser()
    assert give_password(browser, account).status_code == 303, "trying on neither prolongs the lock nor is remembered"
    assert give_code(browser, code(here, key)).status_code == 303
    assert here.store.accounts.get(account).failures == 0


def test_wrong_codes_lock_too(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    _, key = set_up(here, account)
    browser = here.browser()
    give_password(browser, account)
    right = code(here, key)
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert give_code(browser, wrong).status_code == 401
    assert give_code(browser, right).status_code == 401
    assert not may_come_in(browser)


@pytest.mark.parametrize("typed", ["", "abc", "12345", "１２３４５６", "12 34 56 78", "é" * 6])
def test_what_is_no_code_is_a_wrong_code(here: SiteAtHand, typed: str) -> None:
    account = here.account(Role.UNDERWRITER)
    browser = here.browser()
    give_password(browser, account)
    assert give_code(browser, typed).status_code in {401, 422}
    assert not may_come_in(browser)


def test_a_code_serves_once_also_the_first_one(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    first = here.browser()
    give_password(first, account)
    key = offered_key(first.get("/sign-in/code"))
    used = code(here, key)
    assert first.post("/sign-in/code", code=used).status_code == 303
    again = here.browser()
    give_password(again, account)
    assert give_code(again, used).status_code == 401
    here.clock.forward(minutes=1)
    assert give_code(again, code(here, key)).status_code == 303
    third = here.browser()
    give_password(third, account)
    assert give_code(third, pyotp.TOTP(key).at(here.clock.now.timestamp() - 30)).status_code == 401, "an older one"


def test_the_offered_key_stays_until_its_code_is_right_and_is_not_of_the_browsers_choice(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    browser = here.browser()
    give_password(browser, account)
    key = offered_key(browser.get("/sign-in/code"))
    mistyped = browser.post("/sign-in/code", code="000000" if code(here, key) != "000000" else "111111")
    assert offered_key(mistyped) == key, "what was scanned stays good"
    own = pyotp.random_base32()
    assert browser.post("/sign-in/code", code=code(here, own), key=own).status_code == 401
    assert browser.post("/sign-in/code", code=code(here, key)).status_code == 303
    assert here.store.accounts.get(account).second_factor == key
    other = here.browser()
    give_password(other, account)
    assert '<code class="key">' not in other.get("/sign-in/code").text, "it is shown to nobody again"


def test_a_disabled_account_is_out_and_stays_out(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    browser, key = set_up(here, account)
    half = here.browser()
    give_password(half, account)
    here.store.accounts.disable(account)
    assert not may_come_in(browser)
    assert give_password(here.browser(), account).status_code == 401
    assert half.client.post("/sign-in/code", data={"code": code(here, key)}).status_code in {303, 403}
    assert not may_come_in(half)


def test_a_new_password_ends_what_was_open(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    browser, _ = set_up(here, account)
    here.store.accounts.set_password(account, here.store.accounts.get(account).password)
    assert not may_come_in(browser)


def test_guessing_is_slowed_down_by_address(here: SiteAtHand) -> None:
    browser = here.browser()
    browser.get("/sign-in")
    tried = [browser.post("/sign-in", account="", password="x").status_code for _ in range(3)]
    assert set(tried) == {422}, "an empty name costs nothing"
    tried = [browser.post("/sign-in", account=f"guess{number}", password="guess").status_code for number in range(25)]
    assert tried[:20] == [401] * 20
    assert set(tried[20:]) == {429}


def test_the_page_leads_on_to_where_one_wanted_to_go_but_never_elsewhere(here: SiteAtHand) -> None:
    account = here.account(Role.UNDERWRITER)
    _, key = set_up(here, account)
    for wanted, after in (
        ("/desk/cases/VCH-1?page=2&box=3", "/desk/cases/VCH-1?page=2&box=3"),
        ("//evil.example", "/desk"),
        ("https://evil.example", "/desk"),
        ("/\\evil.example", "/desk"),
        ("/\tevil.example", "/desk"),
        ("/desk\r\nset-cookie: a=b", "/desk"),
        ("javascript:alert(1)", "/desk"),
        ("\\\\evil.example", "/desk"),
    ):
        here.let_go_brakes()
        here.clock.forward(minutes=1)
        browser = here.browser()
        page = browser.get("/sign-in", params={"next": wanted})
        assert "evil" not in page.text or wanted == after
        given = browser.post("/sign-in", account=account, password=PASSWORD, onward=wanted)
        assert given.headers["location"].startswith("/sign-in/code")
        browser.get(given.headers["location"])
        came = browser.post("/sign-in/code", code=code(here, key), onward=wanted)
        assert came.headers["location"] == after, wanted


def test_whoever_is_not_signed_in_is_led_to_the_door_and_back(here: SiteAtHand) -> None:
    browser = here.browser()
    assert browser.get("/office/audit").headers["location"] == "/sign-in?next=/office/audit"
    odd = browser.get("/office/audit/..%2f..%2f%2fevil.example")
    assert "//evil" not in odd.headers.get("location", "")


def test_passwords_have_a_length_and_are_kept_as_argon2() -> None:
    for bad in ("short", "x" * 201):
        with pytest.raises(BadInput):
            hash_of(bad)
    assert hash_of(PASSWORD).startswith("$argon2id$")
    assert hash_of(PASSWORD) != hash_of(PASSWORD)
