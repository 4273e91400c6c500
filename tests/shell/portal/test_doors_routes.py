"""Every route × every role. A route that stands in no table fails: whoever adds one says here whom it is for."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from portal.web.form_token import HEADER
from portal.web.roles import EVERYONE, READS_CASES, READS_POLICIES, SETTLES_CASES, Role
from tests.shell.portal.route_table import RouteEntry, routes
from tests.shell.portal.site_at_hand import Browser, SiteAtHand, served, site_at

CLIENT = httpx.Client(timeout=30)
NOT_YOURS = "Your role does not include this page."
ANYBODY = {
    "GET /",
    "GET /sign-in",
    "POST /sign-in",
    "GET /sign-in/code",
    "POST /sign-in/code",
    "POST /sign-out",
    "GET /healthz",
    "HEAD /healthz",
    "GET /api/v1",
    "GET /api/v1/openapi.json",
    *(f"{method} /apply{path}" for method in ("GET", "POST") for path in ("", "/choose")),
    "POST /apply/leave",
    *("GET /r/{token}", "POST /r/{token}"),
    # These only lead back to where the case stands, which asks who it is.
    *(f"GET /apply/{path}" for path in ("accept", "withdraw", "more", "review")),
}
"""Who has come in by no door may use these, and everybody else too."""
WORKS_HERE: dict[str, frozenset[Role]] = {
    "GET /office/audit": frozenset({Role.AUDITOR}),
    "POST /office/audit/verify": frozenset({Role.AUDITOR}),
    "GET /office/audit.csv": frozenset({Role.AUDITOR}),
    "GET /office/health": frozenset({Role.OPERATOR, Role.AUDITOR}),
    "GET /office/policies": READS_POLICIES,
    "GET /office/policies/{product}": READS_POLICIES,
    "GET /office/cards/{name}": READS_POLICIES,
    "GET /office/drafts/{number}": READS_POLICIES,
    **{
        f"POST /office/{path}": frozenset({Role.CREDIT_OFFICER})
        for path in (
            *("policies/{product}/drafts", "drafts/{number}", "drafts/{number}/replay"),
            *("drafts/{number}/propose", "drafts/{number}/publish", "drafts/{number}/drop"),
        )
    },
    # A search is a form, so that no name stands in an address.
    "POST /desk": READS_CASES,
    "GET /office/staff": EVERYONE,
    "POST /office/staff/password": EVERYONE,
    "POST /office/staff/second-factor": EVERYONE,
}
"""Routes of those who work here. Where a folder's routes are all alike, the folder stands in FOLDERS instead."""
FOLDERS: dict[str, frozenset[Role]] = {
    "/desk": READS_CASES,
}
"""Everybody with other roles is kept out of all of a folder; what changes a case is for SETTLES_CASES or fewer."""
APPLICANTS = ("/apply",)
"""Folders whose routes need the applicant's own session, but for those in ANYBODY."""
CLIENTS = ("/api/v1",)
"""Folders whose routes need the key of a client, but for those in ANYBODY."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("routes")) as found:
        yield found


@pytest.fixture(scope="module")
def table(here: SiteAtHand) -> tuple[RouteEntry, ...]:
    return routes(here.app)


def within(path: str, folders: tuple[str, ...] | dict[str, frozenset[Role]]) -> str:
    return next((one for one in folders if path == one or path.startswith(one + "/")), "")


def misplaced(one: RouteEntry) -> str:
    """What is wrong with a route's place in the tables; empty when nothing is."""
    if one.name in ANYBODY:
        return "" if one.who == "anybody" else f"is for {one.who}, but stands in ANYBODY"
    if within(one.path, CLIENTS):
        return "" if one.client else "is under /api/v1 and asks for no key"
    if within(one.path, APPLICANTS):
        return "" if one.applicant else "does not need the applicant's session (sessions.applicant)"
    allowed = frozenset(Role).intersection(*one.roles) if one.roles else frozenset()
    if one.name in WORKS_HERE:
        return "" if allowed == WORKS_HERE[one.name] else f"lets in {one.who}"
    folder = within(one.path, FOLDERS)
    if not folder:
        return "stands in no table: add it to ANYBODY, WORKS_HERE or a folder"
    changes = one.method not in {"GET", "HEAD"}
    most = FOLDERS[folder] & SETTLES_CASES if changes and folder == "/desk" else FOLDERS[folder]
    return "" if one.roles and allowed and allowed <= most else f"lets in {one.who}, not just {', '.join(sorted(most))}"


def test_every_route_says_whom_it_is_for_and_the_tables_say_the_same(table: tuple[RouteEntry, ...]) -> None:
    wrong = {one.name: said for one in table if (said := misplaced(one))}
    assert not wrong, "\n".join(f"{name} {said}" for name, said in wrong.items())
    assert len(table) >= 6


def test_what_the_tables_name_exists(table: tuple[RouteEntry, ...]) -> None:
    named = {
        name for name in (*ANYBODY, *WORKS_HERE) if name.split("/")[1] in {one.path.split("/")[1] for one in table}
    }
    assert named <= {one.name for one in table}


def test_whatever_changes_something_takes_forms_from_our_pages_only(table: tuple[RouteEntry, ...]) -> None:
    open_ = [one.name for one in table if not one.guarded and not one.client]
    assert not open_, f"these need Depends(from_our_pages), or a client's key: {open_}"
    both = [one.name for one in table if one.client and (one.applicant or one.roles)]
    assert not both, "a browser's session and a client's key never open the same route"


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_a_role_is_let_in_where_it_belongs_and_nowhere_else(
    here: SiteAtHand, table: tuple[RouteEntry, ...], role: Role
) -> None:
    browser = here.signed_in(role)
    browser.get("/")
    with served(here.app) as address:
        for one in table:
            if one.roles:
                here.let_go_brakes()
                may = all(role in needed for needed in one.roles)
                refused = knock(address, browser, one) == NOT_YOURS
                assert refused is not may, f"{role}: {one.name}"


def test_nobody_comes_in_without_a_session(here: SiteAtHand, table: tuple[RouteEntry, ...]) -> None:
    browser = here.browser()
    browser.get("/")
    with served(here.app) as address:
        for one in table:
            if one.roles or one.applicant or one.client:
                assert knock(address, browser, one) == "401", one.name


def test_an_applicant_is_nobody_who_works_here_and_the_other_way_round(
    here: SiteAtHand, table: tuple[RouteEntry, ...]
) -> None:
    applicant, staff = here.applying(), here.signed_in(*Role)
    for browser in (applicant, staff):
        browser.get("/")
    with served(here.app) as address:
        for one in table:
            if one.roles or one.client:
                assert knock(address, applicant, one) == "401", one.name
            if one.applicant or one.client:
                assert knock(address, staff, one) == "401", one.name


def knock(address: str, browser: Browser, one: RouteEntry) -> str:
    """What a request comes to: `401`, the sentence of a role that does not include it, or another status."""
    headers = {"accept": "application/json", HEADER: browser.token, "host": "127.0.0.1"}
    headers["cookie"] = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.client.cookies.jar)
    with CLIENT.stream(one.method, address + one.example, headers=headers) as answer:
        if answer.status_code != 403:
            return str(answer.status_code)
        return str(httpx.Response(403, content=answer.read()).json()["message"])
