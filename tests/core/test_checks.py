"""Stated against read, and document against document."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from cases.model import Application, CheckResult, Document, Finding, Jurisdiction, Person, Role, Severity
from decision.checks import CHECKS, examine
from decision.dossier import Dossier, open_dossier
from tests.core import paperwork
from tests.core.paperwork import TODAY, Month, application, papers, statement, statements, without

POLICY = paperwork.SHIPPED.policies["sme_term_loan"]


def dossier(*documents: Document, of: Application | None = None) -> Dossier:
    asked = of or application()
    limits = POLICY.limits(TODAY, asked.request.currency)
    return open_dossier(asked, paperwork.readings(*documents), TODAY, limits, POLICY.requirements)


def answers(check: str, *documents: Document, of: Application | None = None) -> list[Finding]:
    return [one for one in examine(dossier(*documents, of=of)) if one.check == check]


def answer(check: str, *documents: Document, of: Application | None = None) -> Finding:
    """The gravest answer of a check."""
    order = (CheckResult.NOT_FOUND, CheckResult.COULD_NOT_RUN, CheckResult.FOUND)
    return max(answers(check, *documents, of=of), key=lambda one: order.index(one.result))


def test_every_check_answers_in_every_case() -> None:
    everything = {one.check for one in examine(dossier())}
    nothing = {
        one.check
        for one in examine(open_dossier(application(), (), TODAY, POLICY.limits(TODAY, "GBP"), POLICY.requirements))
    }
    assert everything >= set(CHECKS)
    assert nothing == set(CHECKS)


def test_nothing_that_saw_nothing_says_that_all_is_well() -> None:
    empty = open_dossier(application(), (), TODAY, POLICY.limits(TODAY, "GBP"), POLICY.requirements)
    assert {one.result for one in examine(empty)} <= {CheckResult.COULD_NOT_RUN, CheckResult.FOUND}
    assert [one.check for one in examine(empty) if one.result is CheckResult.FOUND] == ["completeness"] * len(
        [one for one in examine(empty) if one.check == "completeness"]
    )


def test_sound_papers_give_no_trouble() -> None:
    assert [one.check for one in examine(dossier()) if one.result is CheckResult.FOUND] == []


TROUBLES = {
    "registered_name": (paperwork.certificate(legal_name="NORTHGATE LTD"), {}),
    "accounts_name": (paperwork.balance_sheet(entity="Northgate Ltd"), {}),
    "registration_number": (paperwork.certificate(registration_number="07654322"), {}),
    "person_birth": (paperwork.passport(date_of_birth=dt.date(1981, 12, 4)), {}),
    "identity_expired": (paperwork.passport(date_of_expiry=dt.date(2026, 11, 15)), {}),
    "stated_revenue": (paperwork.income_statement(revenue="400000.00"), {}),
    "stated_net_profit": (paperwork.income_statement(net_profit="43000.00"), {}),
    "stated_debt": (paperwork.balance_sheet(long_term_debt="45000.00"), {}),
    "stated_prior_revenue": (
        paperwork.income_statement(revenue_prior="300000.00"),
        {"prior_year_revenue": Decimal(450_000)},
    ),
    "established_on": (paperwork.certificate(incorporated_on=dt.date(2021, 1, 1)), {}),
    "dates_ahead": (paperwork.balance_sheet(period_end=dt.date(2026, 12, 31)), {}),
    "currency": (paperwork.balance_sheet(currency="EUR"), {}),
    "tax_id": (paperwork.passport(), {"tax_id": "123"}),
    "stated_account": (paperwork.passport(), {"bank_accounts": ("99887766",)}),
    "stated_inflow": (paperwork.passport(), {"average_monthly_inflow": Decimal(90_000)}),
    "stated_debt_service": (paperwork.passport(), {"monthly_debt_service": Decimal(500)}),
    "revenue_against_deposits": (paperwork.passport(), {"annual_revenue": Decimal(800_000)}),
}


@pytest.mark.parametrize("check", TROUBLES)
def test_trouble_is_found_and_shown(check: str) -> None:
    changed, stated = TROUBLES[check]
    sent = [changed if one.kind == changed.kind else one for one in papers()]
    found = answer(check, *sent, of=application(**stated))
    assert found.result is CheckResult.FOUND
    assert found.severity is not Severity.INFO
    assert found.detail.endswith((".", '".'))
    assert found.innocent_causes
    assert found.action
    assert found.actual
    assert found.places or check in ("tax_id", "registration_number")
    assert answer(check).result is not CheckResult.FOUND


def test_a_statement_line_left_out_breaks_the_sum() -> None:
    whole = statement()
    broken = replace(whole, rows=whole.rows[1:])
    assert answer("statement_rows", broken).result is CheckResult.FOUND
    assert answer("statement_rows", whole).items_seen == len(whole.rows) + 2
    assert answer("statement_rows", without(whole, "closing_balance")).result is CheckResult.COULD_NOT_RUN
    assert answer("statement_rows", replace(whole, rows=())).result is CheckResult.COULD_NOT_RUN


def test_statements_continue_each_other() -> None:
    july, august = statements(Month(number=7), Month(number=8))
    assert answer("statement_continuity", july, august).result is CheckResult.NOT_FOUND
    jumped = statement(Month(number=8, opening=Decimal("1.00")))
    assert answer("statement_continuity", july, jumped).severity is Severity.HIGH
    later = statement(Month(number=9, opening=Decimal("1.00")))
    assert answer("statement_continuity", july, later).severity is Severity.LOW
    assert answer("statement_continuity", july).result is CheckResult.COULD_NOT_RUN


def test_the_same_statement_twice_is_no_trouble_and_another_version_of_it_is() -> None:
    first = statement()
    again = paperwork.document(
        "bank_statement",
        "copy.pdf",
        {name: field.value for name, field in first.fields.items()},
        [dict(row.cells) for row in first.rows],
    )
    assert answer("statement_overlap", first, again).result is CheckResult.NOT_FOUND
    other = replace(again, rows=again.rows[:-1])
    assert answer("statement_overlap", first, other).result is CheckResult.FOUND


def test_an_iban_must_be_valid() -> None:
    assert answer("iban", statement(iban="GB29 NWBK 6016 1331 9268 19")).result is CheckResult.NOT_FOUND
    assert answer("iban", statement(iban="GB29 NWBK 6016 1331 9268 18")).result is CheckResult.FOUND


def test_cash_in_the_balance_sheet_is_on_the_account() -> None:
    march = statement(Month(number=3))
    held = march.money("closing_balance")
    sheet = paperwork.balance_sheet(cash=held)
    assert answer("cash_at_bank", march, sheet).result is CheckResult.NOT_FOUND
    boasting = paperwork.balance_sheet(cash="99000.00")
    assert answer("cash_at_bank", march, boasting).result is CheckResult.FOUND
    assert answer("cash_at_bank", boasting).result is CheckResult.COULD_NOT_RUN


def test_comparatives_repeat_the_year_before() -> None:
    before = paperwork.document("income_statement", "2025.pdf", {"period_end": "2025-03-31", "revenue": "450000.00"})
    same = paperwork.income_statement(revenue_prior="450000.00")
    other = paperwork.income_statement(revenue_prior="300000.00")
    assert answer("comparatives", before, same).result is CheckResult.NOT_FOUND
    assert answer("comparatives", before, other).result is CheckResult.FOUND


def test_rounded_figures_and_deposits_with_tax_are_no_trouble() -> None:
    stated = application(annual_revenue=Decimal(500_000), net_profit=Decimal(60_000))
    for check in ("stated_revenue", "stated_net_profit", "revenue_against_deposits"):
        assert answer(check, of=stated).result is CheckResult.NOT_FOUND


def test_debt_that_is_not_itemised_is_not_taken_for_none() -> None:
    bare = without(paperwork.balance_sheet(), "short_term_debt", "long_term_debt")
    kept = [one for one in papers() if one.kind != "balance_sheet"]
    assert answer("stated_debt", *kept, bare, of=application(existing_debt=Decimal(0))).result is (
        CheckResult.COULD_NOT_RUN
    )


def test_no_debt_is_believed_when_no_lender_is_paid() -> None:
    bare = without(paperwork.balance_sheet(), "short_term_debt", "long_term_debt")
    quiet = statements(*(Month(number=number, others=()) for number in (8, 9, 10)))
    free = paperwork.income_statement(interest="0.00", profit_before_tax="80000.00", tax="17000.00")
    asked = application(existing_debt=Decimal(0), monthly_debt_service=Decimal(0))
    assert answer("stated_debt", bare, free, *quiet, of=asked).result is CheckResult.NOT_FOUND


def test_a_document_that_bears_nobodys_name_is_shown_beside_the_person() -> None:
    stranger = paperwork.passport(full_name="PETER STONE", surname="STONE", given_names="PETER")
    found = answer("person_name", stranger)
    assert found.expected == paperwork.DIRECTOR
    assert found.actual == "PETER STONE"


def test_each_person_gets_their_own_document() -> None:
    other = Person(full_name="Tom Ashe", role=Role.OWNER, share=Decimal("0.5"), date_of_birth=dt.date(1990, 1, 1))
    card = paperwork.document(
        "id_card",
        "card.jpg",
        {"full_name": "ASHE TOM", "date_of_birth": "1990-01-01", "date_of_expiry": "long-term"},
    )
    both = application(people=(*application().people, other))
    for check in ("person_name", "person_birth", "identity_expired"):
        found = answers(check, card, paperwork.passport(), of=both)
        assert [one.result for one in found] == [CheckResult.NOT_FOUND] * 2


def test_the_valid_one_of_two_documents_counts() -> None:
    old = replace(paperwork.passport(date_of_expiry=dt.date(2020, 1, 1)), id="0" * 12 + "-1", file="old.pdf")
    assert answer("identity_expired", old, paperwork.passport()).result is CheckResult.NOT_FOUND


def test_the_legal_representative_is_one_of_the_applicants() -> None:
    licence = paperwork.document("business_licence", "licence.jpg", {"legal_representative": "王小明"})
    person = Person(full_name="王小明", role=Role.DIRECTOR)
    cn = replace(application(people=(person,)), jurisdiction=Jurisdiction(profile="cn"))
    assert answer("legal_representative", licence, of=cn).result is CheckResult.NOT_FOUND
    assert answer("legal_representative", licence).result is CheckResult.FOUND


def test_a_licence_lapses_unless_it_is_for_good() -> None:
    for until, expected in (("2026-11-15", CheckResult.FOUND), ("2026-11-16", CheckResult.NOT_FOUND)):
        licence = paperwork.document("business_licence", "licence.jpg", {"valid_to": until})
        assert answer("licence_lapsed", licence).result is expected
    for_good = paperwork.document("business_licence", "licence.jpg", {"valid_to": "long-term"})
    assert answer("licence_lapsed", for_good).result is CheckResult.NOT_FOUND


def test_a_line_of_tomorrow_is_found() -> None:
    november = statement(Month(number=11), period_end=TODAY)
    assert answer("dates_ahead", november).result is CheckResult.FOUND


def test_a_guarantors_document_is_not_taken_for_the_directors() -> None:
    guarantor = Person(full_name="Tom Ashe", role=Role.GUARANTOR)
    asked = application(people=(*application().people, guarantor))
    card = paperwork.document("id_card", "card.jpg", {"full_name": "ASHE TOM", "date_of_expiry": "2031-01-01"})
    assert answer("person_name", card, of=asked).result is CheckResult.COULD_NOT_RUN
