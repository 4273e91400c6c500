"""The API: keys, one's own cases only, from what is stated to the letter, and asking again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from cases.lifecycle import Status
from portal.web.api.cases import _plain_name
from portal.web.api.keys import new_key
from portal.web.sessions import hashed
from tests.core.paperwork import papers
from tests.shell.portal.decided_case import as_json, decide_case
from tests.shell.portal.site_at_hand import SiteAtHand, site_at

PAPER = next(Path("samples").glob("01*/documents/*.pdf"))
PAPERS = sorted(Path("samples").glob("01*/documents/*.pdf"))
API = "/api/v1"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAtHand]:
    with site_at(tmp_path_factory.mktemp("api")) as found:
        yield found


@pytest.fixture
def here(opened: SiteAtHand) -> SiteAtHand:
    opened.let_go_brakes()
    return opened


def client(here: SiteAtHand) -> TestClient:
    """A client with a key of its own."""
    key, name = new_key(), f"client{next(here.counter)}"
    here.store.clients.add(name, hashed(key), here.clock.now)
    return TestClient(here.app, base_url=here.settings.portal_address, headers={"authorization": f"Bearer {key}"})


def begun(caller: TestClient, **application: str) -> str:
    answer = caller.post(f"{API}/cases", json=as_json(**application))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["case"])


def send(caller: TestClient, case: str, *files: Path, **headers: str) -> Any:
    parts = [("files", (one.name, one.read_bytes())) for one in files]
    return caller.post(f"{API}/cases/{case}/files", files=parts, headers=headers)


def submitted(caller: TestClient) -> str:
    case = begun(caller)
    assert send(caller, case, PAPER).status_code == 201
    assert caller.post(f"{API}/cases/{case}/submit").status_code == 202
    return case


def test_without_a_right_key_nothing_opens(here: SiteAtHand) -> None:
    anybody = TestClient(here.app, base_url=here.settings.portal_address)
    for headers in ({}, {"authorization": "Bearer"}, {"authorization": "Basic abc"}, {"authorization": "Bearer é"}):
        coded = {name: value.encode() for name, value in headers.items()}
        answer = anybody.get(f"{API}/cases/VCH-1", headers=coded)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["code"] == "not_signed_in"
    staff = here.signed_in()
    assert staff.client.get(f"{API}/cases/VCH-1").status_code == 401, "a session is no key"


def test_a_disabled_clients_key_opens_nothing(here: SiteAtHand) -> None:
    caller = client(here)
    case = begun(caller)
    (mine,) = [one.id for one in here.store.clients.all() if here.store.clients.has_case(one.id, case)]
    here.store.clients.disable(mine)
    assert caller.get(f"{API}/cases/{case}").status_code == 401


def test_from_what_is_stated_to_the_accepted_offer(here: SiteAtHand) -> None:
    caller = client(here)
    case = begun(caller)
    assert caller.get(f"{API}/cases/{case}").json()["status"] == "collecting"
    assert caller.post(f"{API}/cases/{case}/submit").status_code == 409, "no papers yet"
    sent = send(caller, case, *PAPERS[:2])
    assert [one["name"] for one in sent.json()["files"]] == [one.name for one in PAPERS[:2]]
    answer = caller.post(f"{API}/cases/{case}/submit")
    assert (answer.status_code, answer.json()["status"]) == (202, "received")
    application = here.store.get(case).application
    assert application.applicant.received_on == here.clock.now.date(), "no client says by which day it is judged"
    assert caller.get(f"{API}/cases/{case}/decision").status_code == 404
    assert caller.get(f"{API}/cases/{case}/letter.pdf").status_code == 404
    assert decide_case(here, case) is Status.APPROVED
    told = caller.get(f"{API}/cases/{case}/decision").json()
    assert (told["outcome"], told["reasons"], told["offer"]["principal"]) == ("approve", [], "60000.00")
    assert len(told["offer"]["schedule"]) == 36
    assert caller.get(f"{API}/cases/{case}/letter.pdf").content.startswith(b"%PDF-")
    assert "Copperbeech Lending" in caller.get(f"{API}/cases/{case}/letter.txt").text
    page = caller.get(f"{API}/cases/{case}/letter.html")
    assert page.headers["content-disposition"].startswith("attachment")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert caller.get(f"{API}/cases/{case}/letter.exe").status_code == 422
    assert caller.post(f"{API}/cases/{case}/accept").json()["status"] == "accepted"
    assert caller.post(f"{API}/cases/{case}/withdraw").status_code == 409
    first, *_, last = here.store.events(case)
    assert first.actor == last.actor
    assert first.actor.startswith("api:client")


def test_more_papers_are_sent_when_they_are_asked_for(here: SiteAtHand) -> None:
    caller = client(here)
    case = submitted(caller)
    fewer = [one for one in papers() if one.kind != "passport"]
    assert decide_case(here, case, fewer) is Status.INCOMPLETE
    told = caller.get(f"{API}/cases/{case}/decision").json()
    assert told["outcome"] == "refer_incomplete"
    assert told["reasons"]
    assert told["needed"]
    assert caller.post(f"{API}/cases/{case}/submit").status_code == 422, "nothing new was sent"
    send(caller, case, PAPERS[-1])
    assert caller.post(f"{API}/cases/{case}/submit").json()["status"] == "received"
    assert here.store.verify_chain().ok


def test_a_client_is_told_what_the_applicant_is_told_and_no_signals(here: SiteAtHand) -> None:
    caller = client(here)
    case = submitted(caller)
    other = [one for one in papers() if one.kind != "certificate_of_incorporation"]
    decide_case(here, case, other)
    told = caller.get(f"{API}/cases/{case}/decision").text
    assert not any(word in told for word in ('"findings"', '"score"', '"verdicts"', '"features"', '"evidence"'))


def test_an_offer_cannot_be_accepted_for_ever(here: SiteAtHand) -> None:
    caller = client(here)
    case = submitted(caller)
    assert decide_case(here, case) is Status.APPROVED
    now = here.clock.now
    here.clock.forward(days=60)
    late = caller.post(f"{API}/cases/{case}/accept")
    here.clock.now = now
    assert late.status_code == 409
    assert "could be accepted until" in late.json()["message"]


def test_another_clients_case_is_not_there(here: SiteAtHand) -> None:
    mine, theirs = client(here), client(here)
    case = submitted(mine)
    decide_case(here, case)
    for method, path in (
        ("GET", ""),
        ("GET", "/decision"),
        ("GET", "/letter.pdf"),
        ("POST", "/submit"),
        ("POST", "/withdraw"),
        ("POST", "/accept"),
    ):
        answers = [theirs.request(method, f"{API}/cases/{one}{path}") for one in (case, "VCH-NOTTHERE")]
        assert [one.status_code for one in answers] == [404, 404]
        assert answers[0].json() == answers[1].json()
    assert send(theirs, case, PAPER).status_code == 404
    portal_case = "applied-in-portal"
    here.store.intakes.begin(portal_case, {}, "en", here.clock.now)
    assert mine.get(f"{API}/cases/{portal_case}").status_code == 404


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"business": None}, "business"),
        ({"request": {"product": "sme_term_loan", "amont": 1}}, "did you mean 'amount'"),
        ({"extra": {}}, "no section [extra]"),
        ({"request": {"product": "sme_loan", "amount": 1, "currency": "GBP", "term_months": 3}}, "did you mean"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(here: SiteAtHand, change: dict[str, Any], told: str) -> None:
    answer = client(here).post(f"{API}/cases", json={**as_json(), **change})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert told in answer.json()["message"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff\xfe", b'{"a":' * 3000, b'"text"', b"NaN", b'{"request": NaN}']
)
def test_what_is_no_application_is_refused(here: SiteAtHand, body: bytes) -> None:
    answer = client(here).post(f"{API}/cases", content=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["message"].endswith((".", "?"))


def test_money_keeps_its_digits(here: SiteAtHand) -> None:
    caller = client(here)
    text = json.dumps(as_json()).replace('"60000.00"', "60000.10")
    case = caller.post(f"{API}/cases", content=text).json()["case"]
    send(caller, case, PAPER)
    caller.post(f"{API}/cases/{case}/submit")
    assert str(here.store.get(case).application.request.amount) == "60000.10"


def test_files_that_cannot_be_opened_are_refused_and_none_is_kept(here: SiteAtHand, tmp_path: Path) -> None:
    caller = client(here)
    case = begun(caller)
    page = tmp_path / "page.html"
    page.write_text("<script>alert(1)</script>")
    answer = send(caller, case, PAPER, page)
    assert answer.status_code == 422
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert send(caller, case, empty).status_code == 422
    assert caller.get(f"{API}/cases/{case}").json()["files"] == []


def test_names_of_files_lead_nowhere() -> None:
    assert _plain_name("../../etc/passwd") == "passwd"
    assert _plain_name("C:\\papers\\pass\x00port.jpg") == "passport.jpg"
    assert _plain_name("护照.jpg") == "护照.jpg"
    assert len(_plain_name("x" * 999 + ".pdf")) == 200
    assert _plain_name("../..").startswith("file-")
    assert _plain_name("").startswith("file-")


def test_asking_again_gives_the_first_answer(here: SiteAtHand) -> None:
    caller, key = client(here), {"idempotency-key": "order 1"}
    first = caller.post(f"{API}/cases", json=as_json(), headers=key)
    again = caller.post(f"{API}/cases", json=as_json(), headers=key)
    assert (again.status_code, again.content) == (first.status_code, first.content) == (201, first.content)
    other = caller.post(f"{API}/cases", json=as_json(amount="70000.00"), headers=key)
    assert other.status_code == 409
    assert client(here).post(f"{API}/cases", json=as_json(), headers=key).json() != first.json(), "keys are a client's"
    case = first.json()["case"]
    files = {"idempotency-key": "files 1"}
    assert send(caller, case, PAPER, **files).content == send(caller, case, PAPER, **files).content
    assert send(caller, case, PAPERS[1], **files).status_code == 409
    now = {"idempotency-key": "submit 1"}
    answers = [caller.post(f"{API}/cases/{case}/submit", headers=now) for _ in range(2)]
    assert [one.status_code for one in answers] == [202, 202]
    here.clock.forward(hours=25)
    fresh = caller.post(f"{API}/cases", json=as_json(), headers=key)
    assert fresh.json()["case"] != case, "kept for 24 hours"


def test_what_failed_may_be_tried_again_with_its_key(here: SiteAtHand) -> None:
    caller, key = client(here), {"idempotency-key": "retry"}
    assert caller.post(f"{API}/cases", json={}, headers=key).status_code == 422
    assert caller.post(f"{API}/cases", json=as_json(), headers=key).status_code == 201


def test_the_same_request_many_times_at_once_is_one_case(here: SiteAtHand) -> None:
    caller, key = client(here), {"idempotency-key": "at once"}

    def ask(_: int) -> tuple[int, str]:
        answer = caller.post(f"{API}/cases", json=as_json(), headers=key)
        return answer.status_code, answer.json().get("case", "")

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(ask, range(12)))
    assert {status for status, _ in answers} <= {201, 409}
    assert len({case for status, case in answers if status == 201}) == 1


def test_a_client_that_asks_too_often_is_slowed_down(here: SiteAtHand) -> None:
    caller, other = client(here), client(here)
    case = begun(caller)
    answers = {caller.get(f"{API}/cases/{case}").status_code for _ in range(602)}
    assert answers == {200, 429}
    assert other.post(f"{API}/cases", json=as_json()).status_code == 201


def test_the_api_describes_itself_and_nothing_else(here: SiteAtHand) -> None:
    anybody = here.browser()
    described = anybody.get(f"{API}/openapi.json").json()
    assert set(described["paths"]) == {
        *(f"{API}/cases", f"{API}/cases/{{case_id}}", f"{API}/cases/{{case_id}}/files"),
        *(f"{API}/cases/{{case_id}}/submit", f"{API}/cases/{{case_id}}/decision"),
        *(f"{API}/cases/{{case_id}}/letter.{{form}}", f"{API}/cases/{{case_id}}/withdraw"),
        f"{API}/cases/{{case_id}}/accept",
    }
    assert described["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    page = anybody.get(API)
    assert page.status_code == 200
    assert all(path in page.text for path in described["paths"])
