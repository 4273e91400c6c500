"""What every answer carries and what none may hold: headers, cookies, hosts, faults, sizes, weight."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from cases.errors import Unavailable
from portal.web.headers import COMMON
from portal.web.roles import Role
from portal.web.sizes import MOST_TEXT
from tests.shell.portal.route_table import routes
from tests.shell.portal.site_at_hand import PASSWORD, SiteAtHand, served, site_at

MOST_WEIGHT = 150_000
SECRET = "Quillfeather 71203945"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("answers")) as found:
        yield found


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    folder = tmp_path_factory.mktemp("encrypted")
    with site_at(folder, VOUCH_PORTAL_ADDRESS="https://loans.example.com") as found:
        yield found


def unbroken(headers: Any) -> None:
    """Every header is there, and nothing may load from elsewhere or stand in the page."""
    assert {name: headers.get(name) for name in COMMON} == dict(COMMON)
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "*" not in policy
    assert "http" not in policy
    assert "server" not in headers


def test_every_route_and_every_error_has_all_headers(here: SiteAtHand) -> None:
    browser = here.signed_in(*Role)
    paths = [one.example for one in routes(here.app) if one.method == "GET" and not one.streams]
    assert len(paths) >= 4
    for path in (*paths, "/no/such/page", "/static/vouch.css", "/static/../app.py", "/static/%2e%2e/app.py"):
        for client in (browser, here.browser()):
            answer = client.get(path)
            unbroken(answer.headers)
            kept = answer.headers["cache-control"]
            assert kept == ("public, max-age=3600" if path == "/static/vouch.css" else "no-store"), path
            assert "from __future__" not in answer.text
    for method in ("PUT", "DELETE", "TRACE", "OPTIONS"):
        unbroken(browser.client.request(method, "/").headers)


def test_a_foreign_host_is_refused_with_all_headers(here: SiteAtHand) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80"):
        answer = here.browser().client.get("/", headers={"host": host})
        assert answer.status_code == 400
        assert "evil" not in answer.text
        unbroken(answer.headers)
    forwarded = here.browser().client.get("/office/audit", headers={"x-forwarded-host": "evil.example"})
    assert "evil" not in str(forwarded.headers)


def test_cookies_cannot_be_read_or_sent_from_elsewhere(here: SiteAtHand, encrypted: SiteAtHand) -> None:
    for site, prefix in ((here, ""), (encrypted, "__Host-")):
        browser = site.browser()
        browser.get("/sign-in?language=zh")
        given = browser.post("/sign-in", account=site.account(Role.AUDITOR), password=PASSWORD)
        set_cookies = [*given.headers.get_list("set-cookie"), *browser.get("/").headers.get_list("set-cookie")]
        fresh = site.browser().get("/?language=zh").headers.get_list("set-cookie")
        names = {one.split("=")[0] for one in (*set_cookies, *fresh)}
        assert {f"{prefix}vouch_staff", f"{prefix}vouch_visit", "vouch_language"} <= names
        for one in (*set_cookies, *fresh):
            assert "HttpOnly" in one
            assert re.search(r"SameSite=(lax|strict)", one)
            assert "Path=/" in one
            assert "Domain" not in one
            assert ("Secure" in one) is bool(prefix)


def test_only_the_encrypted_site_asks_to_stay_encrypted(here: SiteAtHand, encrypted: SiteAtHand) -> None:
    assert "strict-transport-security" not in here.browser().get("/").headers
    answer = encrypted.browser().get("/")
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
    unbroken(answer.headers)


def test_a_fault_tells_a_number_and_the_log_knows_no_data(
    here: SiteAtHand, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError(f"cannot read {SECRET}")

    monkeypatch.setattr(here.store.accounts, "get", breaks)
    browser = here.browser()
    browser.get("/sign-in")
    with caplog.at_level(logging.DEBUG):
        answer = browser.post("/sign-in", account="somebody", password=SECRET)
    assert answer.status_code == 500
    unbroken(answer.headers)
    number = re.search(r"number: ([0-9a-f]{8})", answer.text)
    assert number
    assert number[1] in caplog.text
    assert "ValueError at test_doors_answers.py" in caplog.text
    assert not any(word in text for text in (answer.text, caplog.text) for word in SECRET.split())


def test_a_fault_leaves_no_trace_on_the_servers_own_log(
    here: SiteAtHand, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(here.store.accounts, "session", lambda *_: 1 / len(SECRET[99:]))
    with served(here.app) as address:
        answer = httpx.get(address, cookies={"vouch_staff": SECRET.replace(" ", "")})
    assert answer.status_code == 500
    unbroken(answer.headers)
    printed = "".join(capfd.readouterr())
    assert "Traceback" not in printed


def test_the_error_page_needs_no_store(here: SiteAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise Unavailable("The case store's database cannot be reached or is busy; try again shortly.")

    browser = here.signed_in(Role.UNDERWRITER)
    monkeypatch.setattr(here.store.accounts, "session", away)
    for path in ("/", "/no/such/page"):
        answer = browser.get(path)
        assert answer.status_code in {503, 404}
        assert "<h1>" in answer.text
    assert "暂时不可用" in browser.get("/?language=zh").text


def test_a_reader_of_chinese_is_told_in_chinese(here: SiteAtHand) -> None:
    answer = here.browser().get("/no/such/page?language=zh")
    assert "没有这个页面" in answer.text
    assert '<html lang="zh-Hans">' in answer.text


def test_too_much_at_once_is_refused_before_it_is_read(here: SiteAtHand) -> None:
    browser = here.browser()
    browser.get("/sign-in")
    large = browser.post("/sign-in", account="a", password="x" * MOST_TEXT)
    assert large.status_code == 413
    unbroken(large.headers)
    kind = {"content-type": "application/x-www-form-urlencoded"}

    def endless() -> Iterator[bytes]:
        for _ in range(300):
            yield b"x" * 10_000

    assert browser.client.post("/sign-in", content=endless(), headers=kind).status_code in {400, 413}
    wrong = browser.client.post("/sign-in", content=b"", headers={**kind, "content-length": "-1"})
    assert wrong.status_code == 413


def test_malformed_forms_are_told_without_what_they_held(here: SiteAtHand) -> None:
    browser = here.browser()
    browser.get("/sign-in")
    answer = browser.post("/sign-in", account=SECRET * 9, password="x")
    assert answer.status_code == 422
    assert SECRET not in answer.text


def test_pages_are_light(here: SiteAtHand) -> None:
    """A page with the stylesheet, the script and the mark that it loads."""
    browser = here.signed_in(*Role)
    static = sum(path.stat().st_size for path in (Path(__file__).parents[3] / "portal/web/static").iterdir())
    pages = [one.example for one in routes(here.app) if one.method == "GET" and not one.streams]
    for path in pages:
        answer = browser.get(path)
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert len(answer.content) + static <= MOST_WEIGHT, path


def test_no_page_has_style_or_script_in_itself(here: SiteAtHand) -> None:
    browser = here.signed_in(*Role)
    for path in [one.example for one in routes(here.app) if one.method == "GET" and not one.streams]:
        text = browser.get(path).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:|<script(?! src=\"/static/)", text), path
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//(?!127\.0\.0\.1)", text), path
