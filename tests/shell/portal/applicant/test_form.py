"""The short steps: kept as typed, each answer with its own sentence, and in the end the application itself."""

from __future__ import annotations

import re

import pytest

from cases.application_file import load_application
from cases.store import Store
from portal.web.applicant.application import application_of
from tests.shell.portal.applicant.site_at_hand import SAMPLES, Visitor, clock


def test_an_application_begins_with_a_country_and_a_product(visitor: Visitor) -> None:
    assert "Help me choose" in visitor.get("/apply")
    wrong = visitor.post("/apply", {"country": "XX", "product": "yacht"}, status=422).text
    assert "Choose the country of your business." in wrong
    assert "Choose a loan." in wrong
    assert visitor.client.get("/apply/business").headers["location"].startswith("/apply")
    visitor.begin()
    assert "Step 1 of 7" in visitor.get("/apply/business")
    assert "You have begun an application" in visitor.get("/apply")


def test_a_product_is_found_by_what_is_needed(visitor: Visitor) -> None:
    fits = visitor.post(
        "/apply/choose", {"country": "GB", "amount": "70,000", "term_months": "36", "age": "48"}, status=200
    ).text
    assert "This loan fits" in fits
    none = visitor.post(
        "/apply/choose", {"country": "GB", "amount": "900000", "term_months": "90", "age": "3"}, status=200
    ).text
    assert "above the largest loan" in none
    assert "longer than this loan may be" in none
    assert "younger than this loan needs" in none
    wrong = visitor.post("/apply/choose", {"country": "GB", "amount": "much", "term_months": ""}, status=422).text
    assert 'value="much"' in wrong
    assert "Write the amount in digits" in wrong


def test_what_is_typed_is_kept_however_wrong_it_is(visitor: Visitor) -> None:
    visitor.begin()
    typed = {
        "legal_name": "",
        "registration_number": "not-a-number",
        "established_on": "2018-02-30",
        "employees": "few",
    }
    told = visitor.post("/apply/business", typed, status=422).text
    for sentence in ("as it is registered", "check its digits", "the day on which", "number of employees in digits"):
        assert sentence in told
    assert 'aria-invalid="true"' in told
    again = visitor.get("/apply/business")
    assert 'value="not-a-number"' in again
    assert 'value="2018-02-30"' in again


@pytest.mark.parametrize(
    ("step", "name", "typed"),
    [
        ("loan", "amount", "0"),
        ("loan", "amount", "-5"),
        ("loan", "amount", "1e99"),
        ("loan", "currency", "XYZ"),
        ("loan", "term_months", "2.5"),
        ("figures", "annual_revenue", "NaN"),
        ("figures", "existing_debt", "1,23,4"),
        ("contact", "email", "nobody"),
        ("contact", "phone", "call me"),
    ],
)
def test_each_answer_has_its_own_sentence(visitor: Visitor, step: str, name: str, typed: str) -> None:
    visitor.begin()
    told = visitor.post(f"/apply/{step}", {name: typed}, status=422).text
    assert re.search(rf'id="{name}-wrong">[^<]+<', told)


def test_people_are_added_and_taken_out_without_script(visitor: Visitor) -> None:
    visitor.begin()
    first = {"full_name-0": "Ada Bellamy", "role-0": "director", "date_of_birth-0": "1984-03-17", "share-0": "60%"}
    visitor.post("/apply/people", {**first, "do": "add"})
    assert "Person 2" in visitor.get("/apply/people")
    told = visitor.post("/apply/people", {**first, "full_name-1": "Bo", "share-1": "140"}, status=422).text
    assert "Choose the role" in told
    assert "from 0 to 100" in told
    visitor.post("/apply/people", {**first, "full_name-1": "Bo", "do": "remove-1"})
    assert "Person 2" not in visitor.get("/apply/people")
    visitor.post("/apply/people", first)
    assert "Name at least one director" in visitor.post("/apply/people", {}, status=422).text


@pytest.mark.parametrize("sample", ["01-hearth-clean-digital", "12-yunfan-chinese-company"])
def test_the_form_makes_the_application_that_the_file_states(visitor: Visitor, store: Store, sample: str) -> None:
    file = load_application(SAMPLES / sample / "application.toml")
    visitor.begin(file.business.country).tell(sample)
    intake = visitor.intake(store)
    made = application_of(intake.form, clock().date())
    assert (made.business, made.people, made.request, made.stated) == (
        (file.business, file.people, file.request, file.stated)
    )
    assert made.jurisdiction == file.jurisdiction


def test_a_script_keeps_answers_and_hears_what_is_wrong(visitor: Visitor) -> None:
    visitor.begin()
    answer = visitor.ask("POST", "/apply/loan", data={"amount": "lots"})
    assert answer.json()["wrong"]["amount"].startswith("Write the amount")
    assert 'value="lots"' in visitor.get("/apply/loan")


def test_pages_of_others_and_of_nobody_are_closed(visitor: Visitor) -> None:
    for path in ("business", "papers", "papers/live", "submit", "status", "help", "read", "resume", "letter/1"):
        answer = visitor.client.get(f"/apply/{path}")
        assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/apply"), path
    visitor.begin()
    visitor.get("/apply/nonsense", status=404)
    assert visitor.client.get("/apply/choose").headers["location"] == "/apply"
    assert visitor.client.get("/apply/accept").headers["location"] == "/apply/status"
    forged = visitor.client.post("/apply/loan", data={"amount": "5"})
    assert forged.status_code == 403
    foreign = visitor.client.post(
        "/apply/loan", data={"form_token": visitor.token}, headers={"sec-fetch-site": "cross-site"}
    )
    assert foreign.status_code == 403
