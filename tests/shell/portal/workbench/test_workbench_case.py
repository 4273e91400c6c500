"""The case page and what underwriters do on it, over real HTTP with cases decided from recorded readings."""

from __future__ import annotations

import dataclasses
import html
import itertools
import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from cases.lifecycle import Status
from cases.model import Correction, Judgement, Label, Outcome
from tests.shell.cases_at_hand import add
from tests.shell.portal.workbench.referred import (
    LOW_DEPOSITS,
    OTHER_HOLDER,
    SOUND,
    Office,
    Person,
    misread,
    told,
)

People = Callable[[str], Person]
NUMBERS = itertools.count(1)
MISREAD_BIRTH = misread("passport", "date_of_birth", "1984-08-17")


@pytest.fixture
def other_holder(bench_office: Office) -> str:
    return bench_office.refer(f"OH-{next(NUMBERS)}", OTHER_HOLDER)


@pytest.fixture
def misread_birth(bench_office: Office) -> str:
    """A sound case but for one digit that was misread."""
    return bench_office.refer(f"MB-{next(NUMBERS)}", SOUND, change=MISREAD_BIRTH)


def passport_of(text: str) -> str:
    """The id of the passport, from the page."""
    found = re.search(r'data-field="([0-9a-f]{12}-\d)\.mrz"', text)
    assert found
    return found.group(1)


def test_the_page_shows_what_was_stated_beside_each_documents_figure_with_its_box(
    person: People, other_holder: str
) -> None:
    answer = person("ula").get(f"/desk/cases/{other_holder}")
    assert answer.status_code == 200
    text = html.unescape(answer.text)
    for part in (
        "Stated against evidence",
        "£846,200.00",
        "Marlowe Street Catering Ltd",
        "Ask the applicant, or the bank",
    ):
        assert part in text
    boxes, links = set(re.findall(r'<rect id="([^"]+)"', text)), set(re.findall(r'data-box="([^"]+)"', text))
    assert links
    assert links <= boxes, "every value leads to a box on a page"
    assert 'class="found"' in text
    assert "style=" not in answer.text
    assert "onclick" not in answer.text
    assert len(answer.content) <= 150_000


def test_a_page_is_drawn_for_the_people_of_the_case_only(
    person: People, bench_office: Office, other_holder: str
) -> None:
    file = bench_office.store.get(other_holder).files[0]
    path = f"/desk/cases/{other_holder}/files/{file.sha256}/1.jpg"
    drawn = person("ann").get(path)
    assert drawn.status_code == 200
    assert drawn.content.startswith(b"\xff\xd8\xff")
    assert person("ula").get(path).content == drawn.content
    assert person("ula").get(path.replace("/1.jpg", "/99.jpg")).status_code == 404
    assert person("ula").get(f"/desk/cases/{other_holder}/files/{'0' * 64}/1.jpg").status_code == 404
    assert person("otto").get(path).status_code == 403


def test_a_correction_is_kept_beside_the_reading_and_the_case_assessed_anew(
    person: People, bench_office: Office, misread_birth: str
) -> None:
    ula, path = person("ula"), f"/desk/cases/{misread_birth}"
    before = ula.get(path).text
    assert "refer review" in before
    passport = passport_of(before)
    after = ula.post(f"{path}/corrections", {"field": f"{passport}.date_of_birth", "value": "17 March 1984"})
    assert after.status_code == 200
    for part in ("with your corrections", "before: refer review", "read: 1984-08-17", "1984-03-17", "ula, "):
        assert part in after.text
    assert re.search(r'Outcome: <span class="badge good">approve', after.text)
    (entry,) = bench_office.store.workbench.corrections(misread_birth)
    assert entry.what == Correction(document=passport, field="date_of_birth", value="1984-03-17", read="1984-08-17")
    sent = ula.post(f"{path}/answer", {"kind": "approve"})
    assert "We have approved your loan" in sent.text
    rests_on = re.search(r'name="rests_on" value="([^"]+)"', sent.text)
    assert rests_on
    ula.post(f"{path}/answer", {"kind": "approve", "step": "send", "rests_on": rests_on.group(1)})
    assert bench_office.settle(misread_birth) is Status.APPROVED
    assert [one.name for one in bench_office.store.letters(misread_birth)] == ["under_review", "approval"]
    letter = ula.get(f"{path}/letters/2.txt")
    assert "A person at our office made this decision" in letter.text
    assert ula.get(f"{path}/letters/2.pdf").content.startswith(b"%PDF")
    assert ula.get(f"{path}/letters/2.html").status_code == 404


def test_a_wrong_correction_says_so_and_loses_nothing(person: People, misread_birth: str) -> None:
    ula, path = person("ula"), f"/desk/cases/{misread_birth}"
    passport = passport_of(ula.get(path).text)
    answer = ula.post(f"{path}/corrections", {"field": f"{passport}.date_of_birth", "value": "17/03/84"})
    assert answer.status_code == 422
    assert "A date is typed as 2026-03-31 or 31 March 2026." in answer.text
    assert 'value="17/03/84"' in answer.text
    assert ula.post(f"{path}/corrections", {"field": "x.y", "value": "1"}).status_code == 422


def test_an_answer_is_shown_before_it_is_sent_and_sent_as_it_was_shown(
    person: People, bench_office: Office, other_holder: str
) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    form = {"kind": "approve", "conditions": "The bank confirms who holds the account.", "note": "Spoke to the bank."}
    shown = ula.post(f"{path}/answer", form)
    assert "The bank confirms who holds the account." in shown.text
    assert bench_office.store.get(other_holder).status is Status.REFERRED
    stale = ula.post(f"{path}/answer", {**form, "step": "send", "rests_on": "0.0"})
    assert "The case has changed since you saw the letter." in stale.text
    assert bench_office.store.get(other_holder).status is Status.REFERRED
    ula.post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    (answer,) = bench_office.store.answers(other_holder)
    assert answer.answer.conditions == ("The bank confirms who holds the account.",)
    assert (answer.actor, answer.answer.note) == ("ula", "Spoke to the bank.")
    assert bench_office.settle(other_holder) is Status.APPROVED


def test_a_decline_gives_reasons_of_the_trace_or_own_words(
    person: People, bench_office: Office, other_holder: str
) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    reason = re.search(r'name="pick" value="([^"]+)" data-digit="1"', ula.get(path).text)
    assert reason
    none = ula.post(f"{path}/answer", {"kind": "decline"})
    assert none.status_code == 422
    assert "Pick at least one reason" in none.text
    form = {"kind": "decline", "pick": html.unescape(reason.group(1)), "own": "The account is another company's."}
    shown = ula.post(f"{path}/answer", form)
    assert "The account is another company&#39;s." in shown.text
    ula.post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    (answer,) = bench_office.store.answers(other_holder)
    assert [one.source for one in answer.answer.reasons] == ["underwriter", "underwriter"]
    assert bench_office.settle(other_holder) is Status.DECLINED


def test_documents_are_asked_for_with_the_policys_own_list(
    person: People, bench_office: Office, other_holder: str
) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    form = {
        "kind": "request",
        "pick": "Bank statements of the business account.",
        "own": "A letter of the bank that names the account holder.",
    }
    assert "A letter of the bank that names the account holder." in ula.post(f"{path}/answer", form).text
    ula.post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    assert bench_office.settle(other_holder) is Status.INCOMPLETE
    assert ula.get(path).status_code == 200


def test_the_solvers_figures_are_those_of_the_counter_offer(
    person: People, bench_office: Office, other_holder: str
) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    trial = told(ula.offer(other_holder, "80,000", "24"))
    assert trial["binding_constraint"]
    assert Decimal(trial["most"]) > 0
    assert ula.offer(other_holder, "much", "24").status_code == 422
    wrong = ula.post(f"{path}/answer", {"kind": "counter", "amount": "much", "term": "0"})
    assert wrong.status_code == 422
    assert 'value="much"' in wrong.text
    form = {"kind": "counter", "amount": "80000", "term": "24"}
    ula.post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    assert bench_office.settle(other_holder) is Status.COUNTER_OFFERED
    assert trial["payment"] in bench_office.store.decisions(other_holder)[-1].decision


def test_a_case_that_somebody_has_can_be_read_but_not_changed(
    person: People, bench_office: Office, other_holder: str
) -> None:
    path = f"/desk/cases/{other_holder}"
    assert person("ulf").post(f"{path}/take").status_code == 200
    page = person("ula").get(path)
    assert "ulf is working on this case" in page.text
    assert 'id="answer"' not in page.text
    for action, form in (
        ("answer", {"kind": "approve", "step": "send", "rests_on": "1.0"}),
        ("corrections", {"field": f"{passport_of(page.text)}.surname", "value": "X"}),
        ("notes", {"text": "Mine."}),
        ("labels", {"check": "account_holder", "judgement": "false_alarm"}),
    ):
        assert person("ula").post(f"{path}/{action}", form).status_code == 409, action
    assert bench_office.store.workbench.notes(other_holder) == ()
    person("ulf").post(f"{path}/let-go")
    assert person("ula").post(f"{path}/notes", {"text": "Mine."}).status_code == 200


def test_large_loans_need_a_second_signature_of_somebody_else(person: People, bench_office: Office) -> None:
    known = bench_office._folder(OTHER_HOLDER)[0]
    large = dataclasses.replace(known, request=dataclasses.replace(known.request, amount=Decimal("160000.00")))
    case_id = bench_office.refer(f"XL-{next(NUMBERS)}", OTHER_HOLDER, application=large)
    path, form = f"/desk/cases/{case_id}", {"kind": "approve"}
    assert "another senior must sign" in person("sam").post(f"{path}/answer", form).text
    person("sam").post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    assert bench_office.store.get(case_id).status is Status.REFERRED
    assert "waits for a second signature" in person("ula").get(path).text
    assert person("ula").post(f"{path}/answer", form).status_code == 409
    assert person("sam").post(f"{path}/proposal/sign", {"number": "1"}).status_code == 409
    assert person("ula").post(f"{path}/proposal/sign", {"number": "1"}).status_code == 403
    assert person("ula").post(f"{path}/proposal/refuse", {"number": "1"}).status_code == 403
    assert "We have approved your loan" in person("sue").get(f"{path}/proposal").text
    assert person("sue").post(f"{path}/proposal/sign", {"number": "2"}).status_code == 409
    person("sue").post(f"{path}/proposal/refuse", {"number": "1", "why": "The account first."})
    assert bench_office.store.workbench.notes(case_id)[0].what == "The account first."
    again = person("sam").post(f"{path}/answer", {**form, "step": "send", "rests_on": "1.0"})
    assert again.status_code == 200, again.text[-1500:]
    signed = person("sue").post(f"{path}/proposal/sign", {"number": "2"})
    assert signed.status_code == 200, signed.text[-1500:]
    assert bench_office.settle(case_id) is Status.APPROVED


def test_a_kinder_answer_than_the_machines_needs_a_second_signature(person: People, bench_office: Office) -> None:
    """A correction makes the machine decline; an approval against that is an override."""
    case_id = bench_office.refer(f"OV-{next(NUMBERS)}", OTHER_HOLDER)
    path, ula = f"/desk/cases/{case_id}", person("ula")
    accounts = re.search(r'data-field="([0-9a-f]{12}-\d)\.revenue"', ula.get(path).text)
    assert accounts
    page = ula.post(f"{path}/corrections", {"field": f"{accounts.group(1)}.operating_profit", "value": "-90000"})
    assert re.search(r'Outcome: <span class="badge bad">decline', page.text)
    assert "kinder than the machine" in ula.post(f"{path}/answer", {"kind": "approve"}).text
    ula.post(f"{path}/answer", {"kind": "approve", "step": "send", "rests_on": "1.1"})
    proposal = bench_office.store.workbench.proposal(case_id)
    assert proposal is not None
    assert (proposal.why, proposal.answer.outcome) == ("override", Outcome.APPROVE)


def test_referring_up_hands_the_case_to_a_senior(person: People, bench_office: Office, other_holder: str) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    assert ula.post(f"{path}/refer-up", {"to": "ulf", "text": "Look."}).status_code == 422
    assert ula.post(f"{path}/refer-up", {"to": "sam", "text": "Who holds the account?"}).status_code == 200
    assert bench_office.store.workbench.holder(other_holder, bench_office.workplace.clock()) == "sam"
    assert "Who holds the account?" in person("sam").get(path).text
    assert ula.post(f"{path}/answer", {"kind": "approve"}).status_code == 409


def test_people_judge_checks_and_the_place_is_kept(person: People, bench_office: Office, other_holder: str) -> None:
    ula, path = person("ula"), f"/desk/cases/{other_holder}"
    alarm = {"check": "account_holder", "judgement": "false_alarm", "number": "1"}
    assert ula.post(f"{path}/labels", alarm).status_code == 200
    passport = passport_of(ula.get(path).text)
    assert ula.post(f"{path}/labels", {"check": "person_name", "judgement": "missed"}).status_code == 422
    missed = {"check": "person_name", "judgement": "missed", "field": f"{passport}.surname", "text": "Another person."}
    assert "Another person." in ula.post(f"{path}/labels", missed).text
    first, second = (one.what for one in bench_office.store.workbench.labels(other_holder))
    assert isinstance(first, Label)
    assert isinstance(second, Label)
    assert (first.judgement, second.judgement) == (Judgement.FALSE_ALARM, Judgement.MISSED)
    assert first.place is not None
    assert second.place is not None
    assert second.place.document == passport


def test_cases_of_one_number_are_linked(person: People, bench_office: Office, other_holder: str) -> None:
    low = bench_office.refer(f"LD-{next(NUMBERS)}", LOW_DEPOSITS)
    text = person("ula").get(f"/desk/cases/{other_holder}").text
    found = re.search(rf'<a href="/desk/cases/{low}">.*?</li>', text, re.DOTALL)
    assert found
    for tie in ("same registration", "same person", "same account", "same file"):
        assert tie in found.group(0)


def test_a_case_without_a_decision_has_a_page_too(person: People, bench_office: Office) -> None:
    name = f"ND-{next(NUMBERS)}"
    add(bench_office.store, name)
    page = person("ula").get(f"/desk/cases/{name}")
    assert page.status_code == 200
    assert "has not been decided yet" in page.text
    assert person("ula").post(f"/desk/cases/{name}/answer", {"kind": "approve"}).status_code == 409
    assert person("ula").offer(name, "1000", "12").status_code == 409


def test_who_may_look_and_who_may_act(person: People, other_holder: str) -> None:
    path = f"/desk/cases/{other_holder}"
    for name in ("ann", "cora"):
        page = person(name).get(path)
        assert page.status_code == 200
        assert 'id="answer"' not in page.text
        assert person(name).post(f"{path}/answer", {"kind": "approve"}).status_code == 403
        assert person(name).post(f"{path}/notes", {"text": "x"}).status_code == 403
    assert person("otto").get(path).status_code == 403
    assert person("ula").get("/desk/cases/no-such-case").status_code == 404
    assert person("ula").post(f"{path}/notes", {"text": "x"}, token="forged").status_code == 403


def test_the_chain_of_events_holds_after_all_of_this(bench_office: Office) -> None:
    report = bench_office.store.verify_chain()
    assert report.ok, report
