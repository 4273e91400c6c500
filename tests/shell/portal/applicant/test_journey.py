"""An applicant's whole way on a phone, in a real browser, with the real engine and the real worker."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect, sync_playwright

from cases.lifecycle import Status
from cases.store import Store
from tests.shell.installation import Installation
from tests.shell.portal.applicant.site_at_hand import SAMPLES, served, typed_steps
from tests.shell.portal.applicant.worked import shelve

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
BLURRED = SAMPLES / "11-fernley-blurred-photo" / "documents"
SHARP = SAMPLES / "02-fernley-clean-photos" / "documents" / "statement-2026-02.jpg"
PATIENCE = 90_000
"""Milliseconds on a busy machine."""


@pytest.fixture
def phone() -> Iterator[Page]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True, locale="en-GB")
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        try:
            yield page
        finally:
            browser.close()


@pytest.mark.slow
def test_from_the_first_question_to_an_accepted_offer(installation: Installation, phone: Page) -> None:
    settings = installation.settings
    shelve(settings, "11-fernley-blurred-photo", but=("statement-2026-02.jpg",))
    shelve(settings, "02-fernley-clean-photos")
    faults: list[str] = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    with served(settings) as address, Store(settings.database_url) as store:
        _fill_in(phone, address)
        _send_papers(phone)
        _sign(phone)
        _well_made(phone)
        case_id = phone.locator("strong").first.inner_text()
        with _worker(installation):
            expect(phone.get_by_role("heading", name="Your loan is approved")).to_be_visible()
        _well_made(phone)
        _read_letter(phone)
        phone.get_by_label("I have read the letter").check()
        phone.get_by_label("Your full name").fill("Tobias Osborne-Kay")
        phone.get_by_role("button", name="Accept the offer").click()
        expect(phone.get_by_role("heading", name="You have accepted the offer")).to_be_visible()
        assert store.get(case_id).status is Status.ACCEPTED
        assert store.verify_chain().ok
    assert faults == []


@contextmanager
def _worker(installation: Installation) -> Iterator[None]:
    """The worker of this very code, as a process of its own."""
    environment = {**os.environ, **installation.environment, "PYTHONPATH": str(SAMPLES.parent)}
    with installation.log.open("ab") as log:
        command = [sys.executable, "-m", "portal.cli", "worker", "--until-idle"]
        process = subprocess.Popen(command, env=environment, cwd=SAMPLES.parent, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _fill_in(phone: Page, address: str) -> None:
    phone.goto(f"{address}/apply")
    _well_made(phone)
    phone.get_by_role("button", name="Begin").click()
    for step, typed in typed_steps("11-fernley-blurred-photo").items():
        phone.wait_for_url(f"**/apply/{step}*")
        for name, value in typed.items():
            field = phone.locator(f"[name='{name}']")
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        _well_made(phone)
        phone.get_by_role("button", name="Continue").click()
    phone.wait_for_url("**/apply/papers")


def _send_papers(phone: Page) -> None:
    """All at once, one of them blurred; the coach says so and shows where, and a sharp one takes its place."""
    lost: list[str] = []

    def lose_one(route: Route) -> None:
        if route.request.method == "PATCH" and not lost:
            lost.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    phone.route("**/apply/uploads/*", lose_one)
    phone.locator("#papers").set_input_files(sorted(BLURRED.iterdir()))
    blurred = phone.locator(".paper", has_text="statement-2026-02.jpg")
    expect(blurred.get_by_text("Page 1 is blurred")).to_be_visible()
    _shown(phone, blurred.locator("img.trouble"))
    expect(phone.locator("[data-sending] li")).to_have_count(0)
    expect(phone.locator("[data-reading=no]")).to_be_visible()
    expect(phone.locator(".paper")).to_have_count(len(list(BLURRED.iterdir())))
    assert lost, "no part of an upload was lost on the way"
    _well_made(phone)
    blurred.get_by_role("button", name="Remove").click()
    expect(phone.locator(".paper", has_text="statement-2026-02.jpg")).to_have_count(0)
    phone.locator("#camera").set_input_files(SHARP)
    expect(phone.locator(".paper", has_text="statement-2026-02.jpg").get_by_text("looks good")).to_be_visible()
    expect(phone.locator(".list .open")).to_have_count(0)
    phone.get_by_role("link", name="Continue").click()


def _sign(phone: Page) -> None:
    phone.wait_for_url("**/apply/submit")
    _well_made(phone)
    for box in phone.get_by_role("checkbox").all():
        box.check()
    phone.get_by_label("Your full name").fill("Tobias Osborne-Kay")
    phone.get_by_role("button", name="Send the application").click()
    expect(phone.get_by_role("heading", name="We have your application")).to_be_visible()


def _read_letter(phone: Page) -> None:
    with phone.expect_popup() as opened:
        phone.get_by_role("link", name="Read the letter").click()
    letter = opened.value
    expect(letter.get_by_text("Fernley Cycle Works Limited").first).to_be_visible()
    colour = letter.locator("header .lender").evaluate("part => getComputedStyle(part).color")
    assert colour == "rgb(31, 78, 121)", "the letter's own style was not taken"
    letter.close()


def _shown(phone: Page, picture: object) -> None:
    phone.wait_for_function("picture => picture.complete && picture.naturalWidth > 40", arg=picture.element_handle())  # type: ignore[attr-defined]


def _well_made(phone: Page) -> None:
    """No violation that axe-core finds, nothing wider than the phone."""
    found = Axe().run(phone).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), re.sub(r"\?.*", "", phone.url)


def test_the_pages_ask_for_little() -> None:
    """The style and the script that every page loads leave room for the page itself."""
    static = SAMPLES.parent / "portal" / "web" / "static"
    assert sum(path.stat().st_size for path in static.iterdir()) < 100_000
