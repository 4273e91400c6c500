"""The papers of an application one by one, what is told of a single file, disputes of readings, and products."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cases.model import CheckResult, Dispute, Document, Finding, Outcome
from decision.book import Book, load_book
from decision.checklist import Item, checklist
from decision.coaching import remarks
from decision.decide import decide
from decision.matching import Misfit, Need, matches
from decision.requirement import Lack
from tests.core import paperwork
from tests.core.paperwork import TODAY, application, document, papers, readings


def listed(*documents: Document) -> tuple[Item, ...]:
    return checklist(application(), readings(*documents), load_book(), TODAY)


def told(one: Document) -> list[str]:
    (reading,) = readings(one)
    return [remark.code for remark in remarks(application(), reading, load_book(), TODAY)]


def test_every_paper_is_asked_for_one_by_one() -> None:
    items = checklist(application(), (), load_book(), TODAY)
    assert {item.lack for item in items} == {Lack.MISSING}
    assert [item.person for item in items if item.requirement.id == "identity"] == [
        person.full_name for person in application().people
    ]
    assert len([item for item in items if item.month]) == 3


def test_a_complete_file_is_ticked_off() -> None:
    assert all(item.done for item in listed(*papers()))


def test_one_statement_ticks_its_own_month_only() -> None:
    statements = [one for one in papers() if one.kind == "bank_statement"]
    months = [item for item in listed(statements[-1]) if item.month]
    assert [item.done for item in months].count(True) == 1


def test_a_good_paper_gives_nothing_to_say() -> None:
    assert [told(one) for one in papers()] == [[] for _ in papers()]


@pytest.mark.parametrize(
    ("kind", "fields", "codes"),
    [
        ("invoice", {"total": "12.00"}, ["wrong_kind"]),
        ("unknown", {}, ["unknown_kind"]),
        ("id_card", {"date_of_expiry": "2030-01-01", "document_number": "X1"}, ["wrong_side"]),
        (
            "id_card",
            {
                "full_name": paperwork.DIRECTOR,
                "date_of_birth": "1981-04-12",
                "document_number": "X1",
                "date_of_expiry": "2020-01-01",
            },
            ["expired"],
        ),
        (
            "id_card",
            {
                "full_name": "Somebody Else Entirely",
                "date_of_birth": "1981-04-12",
                "document_number": "X1",
                "date_of_expiry": "2030-01-01",
            },
            ["other_person"],
        ),
        (
            "balance_sheet",
            {"period_end": "2019-12-31", "entity": paperwork.COMPANY, "total_assets": "5"},
            ["too_old"],
        ),
        ("balance_sheet", {"period_end": "2026-03-31", "entity": paperwork.COMPANY}, ["unread"]),
    ],
)
def test_what_is_wrong_with_a_file_is_told(kind: str, fields: dict[str, str], codes: list[str]) -> None:
    assert told(document(kind, "sent.pdf", fields)) == codes


def disputed(said: str, name: str = "total_assets") -> tuple[Outcome, list[Finding]]:
    paper = next(one for one in papers() if name in one.fields)
    read = paper.fields[name].value
    asks = replace(application(), disputes=(Dispute(document=paper.id, field=name, said=said, read=read),))
    decision = decide(asks, readings(*papers()), paperwork.book("0.02"), TODAY, "recorded/1", "test")
    return decision.outcome, [one for one in decision.findings if one.check == "disputed_reading"]


def test_a_dispute_makes_a_person_look_and_never_helps() -> None:
    outcome, (finding,) = disputed("999999999")
    assert outcome is Outcome.REFER_REVIEW
    assert finding.result is CheckResult.FOUND
    assert finding.expected == "999999999"
    assert finding.places


def test_a_dispute_that_says_the_same_changes_nothing() -> None:
    paper = next(one for one in papers() if "total_assets" in one.fields)
    outcome, (finding,) = disputed(paper.fields["total_assets"].value)
    assert (outcome, finding.result) == (Outcome.APPROVE, CheckResult.NOT_FOUND)


def test_a_dispute_of_a_paper_that_is_not_there_could_not_be_looked_at() -> None:
    asks = replace(application(), disputes=(Dispute(document="gone-1", field="revenue", said="1"),))
    decision = decide(asks, readings(*papers()), paperwork.book("0.02"), TODAY, "recorded/1", "test")
    (finding,) = [one for one in decision.findings if one.check == "disputed_reading"]
    assert finding.result is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize(
    ("need", "misfits"),
    [
        (Need(amount=Decimal(70000), currency="GBP", term_months=36, months_in_business=48), ()),
        (Need(amount=Decimal(70000), currency="JPY", term_months=36), (Misfit.CURRENCY,)),
        (
            Need(amount=Decimal(1), currency="GBP", term_months=1, months_in_business=2),
            (Misfit.AMOUNT_LOW, Misfit.TERM_SHORT, Misfit.YOUNG),
        ),
        (
            Need(amount=Decimal(10**7), currency="GBP", term_months=99),
            (Misfit.AMOUNT_HIGH, Misfit.TERM_LONG),
        ),
    ],
)
def test_a_product_fits_or_says_why_not(need: Need, misfits: tuple[Misfit, ...]) -> None:
    book: Book = load_book()
    (match,) = (one for one in matches(book, need, TODAY) if one.policy.product == "sme_term_loan")
    assert match.misfits == misfits
