"""An underwriter at a real browser, by keyboard alone: sign in, next, correct, see the case assessed anew, approve.

The run counts keystrokes and page loads, and prints them. Every page that it comes by is looked over by axe-core.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from cases.lifecycle import Status
from tests.shell.portal.workbench.referred import (
    KEY,
    OTHER_HOLDER,
    PASSWORD,
    SOUND,
    Office,
    misread,
    office,
    served,
)

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000
"""Milliseconds; the machine may be busy with other tests."""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Debian's Chromium")]


@dataclass(slots=True)
class Hands:
    """Presses keys and counts them, and counts the pages that load."""

    page: Page
    keys: int = 0
    loads: int = 0

    def __post_init__(self) -> None:
        self.page.on("load", lambda _: self._loaded())

    def _loaded(self) -> None:
        self.loads += 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def turn(self, *keys: str) -> None:
        """Presses keys, the last of which loads a page."""
        self.press(*keys[:-1])
        with self.page.expect_navigation(wait_until="load"):
            self.press(keys[-1])

    def begin(self) -> None:
        self.keys = self.loads = 0


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Page]]:
    with office(tmp_path_factory.mktemp("browser") / "data") as opened:
        opened.refer("B-1", SOUND, change=misread("passport", "date_of_birth", "1984-08-17"))
        opened.refer("B-2", OTHER_HOLDER)
        with served(opened.workplace.settings) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=address, locale="en-GB")
            page.set_default_timeout(PATIENCE)
            yield opened, page
            browser.close()


def sound(page: Page) -> None:
    """No violation of accessibility, and nothing sticks out of the page."""
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"][:120]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def sign_in(page: Page, account: str) -> None:
    page.goto("/sign-in?next=/desk")
    page.fill("#account", account)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#code")
    page.fill("#code", pyotp.TOTP(KEY).at(time.time()))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector("[data-bench=queue]")


def test_a_case_is_settled_by_keyboard_from_sign_in_to_letter(at_work: tuple[Office, Page]) -> None:
    opened, page = at_work
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    sign_in(page, "ula")
    sound(page)
    hands = Hands(page)
    began = time.perf_counter()
    hands.turn("n")
    assert page.url.endswith("/desk/cases/B-1")
    sound(page)
    hands.press("j")
    assert (page.evaluate("document.activeElement.dataset.field") or "").endswith(".date_of_birth")
    assert page.locator(".boxes .lit").count() == 1
    hands.press("z", "e")
    assert page.locator("#correct-value").input_value() == "1984-08-17"
    hands.type("1984-03-17")
    hands.turn("Enter")
    assert page.locator(".outcome").inner_text().split() == [
        "Outcome:",
        "approve",
        "with",
        "your",
        "corrections",
        "before:",
        "refer",
        "review",
    ]
    sound(page)
    hands.press("p")
    hands.press("Tab", "Tab")
    hands.turn("Enter")
    assert "We have approved your loan" in page.locator(".letter").inner_text()
    sound(page)
    hands.turn("Enter")
    assert "Your answer is kept" in page.inner_text("main")
    seconds = time.perf_counter() - began
    print(f"\ncorrect and approve: {hands.keys} keystrokes, {hands.loads} page loads, {seconds:.1f} s for the script")
    assert hands.keys <= 25
    assert hands.loads == 4
    assert opened.settle("B-1") is Status.APPROVED
    page.reload()
    assert page.locator('#history a[href$=".pdf"]').count() == 2
    assert not [one for one in faults if "favicon" not in one]


def test_a_case_is_declined_with_keys_and_nothing_fires_while_typing(at_work: tuple[Office, Page]) -> None:
    opened, page = at_work
    page.goto("/desk")
    hands = Hands(page)
    hands.turn("n")
    assert page.url.endswith("/desk/cases/B-2")
    hands.press("m")
    hands.type("n 1 g q ? do not go away")
    assert page.locator("#note-text").input_value() == "n 1 g q ? do not go away"
    assert not page.locator("#sheet").evaluate("sheet => sheet.open")
    page.locator("#note-text").fill("")
    page.evaluate("document.activeElement.blur()")
    hands.press("?")
    assert page.locator("#sheet").evaluate("sheet => sheet.open")
    sound(page)
    page.keyboard.press("Escape")
    hands.press("h")
    assert page.locator("#sheets").evaluate("sheets => sheets.classList.contains('bare')")
    hands.press("h")
    hands.begin()
    hands.press("1")
    assert page.locator('[data-digit="1"]').is_checked()
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        hands.press("Tab")
    hands.turn("Enter")
    hands.turn("Enter")
    print(f"\ndecline with a picked reason: {hands.keys} keystrokes, {hands.loads} page loads")
    assert hands.keys <= 12
    assert opened.settle("B-2") is Status.DECLINED


def test_the_counter_offers_figures_are_live(at_work: tuple[Office, Page]) -> None:
    opened, page = at_work
    opened.refer("B-3", OTHER_HOLDER)
    page.goto("/desk/cases/B-3")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("o")
    page.locator("#counter-amount").fill("50000")
    expect(page.locator("[data-of=payment]")).to_contain_text("£1,6", timeout=PATIENCE)
    assert page.locator("[data-of=binding_constraint]").inner_text() == "debt service cover"
