"""The office in a real browser: axe finds nothing, nothing is wider than a phone, the console stays silent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, sync_playwright

from portal.web.roles import Role
from portal.web.sessions import STAFF
from tests.shell.cases_at_hand import add, conclude, take
from tests.shell.portal.site_at_hand import SiteAtHand, served, site_at

CHROMIUM = shutil.which("chromium") or ""
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs Debian's chromium")]
PAGES = (
    *("/office/audit", "/office/health", "/office/staff", "/office/policies", "/office/policies/sme_term_loan"),
    *("/office/cards/statement", "/office/drafts/1", "/api/v1", "/sign-in", "/no/such/page"),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("seen")) as found:
        add(found.store)
        conclude(found.store, take(found.store))
        changed = found.site.current.text("sme_term_loan").replace("2026.1", "2026.2")
        found.store.policies.begin("sme_term_loan", changed, "somebody", found.clock.now)
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.mark.parametrize(("width", "language"), [(390, "zh"), (1440, "en")])
def test_every_page_is_accessible_and_fits(here: SiteAtHand, browser: Browser, width: int, language: str) -> None:
    wrong: list[str] = []
    with served(here.app) as address:
        context = browser.new_context(viewport={"width": width, "height": 900})
        session = here.session(STAFF, here.account(*Role))
        cookies = {**session, "vouch_language": language}
        context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
        page = context.new_page()

        def hear(said: ConsoleMessage) -> None:
            if said.type in {"error", "warning"} and "404" not in said.text:
                wrong.append(f"{page.url}: {said.text}")

        page.on("console", hear)
        for path in PAGES:
            page.goto(address + path)
            found = Axe().run(page).response["violations"]
            wrong += [f"{path}: {one['id']} at {one['nodes'][0]['target']}" for one in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path} is wider than {width} px")
        context.close()
    assert not wrong, "\n".join(wrong)
