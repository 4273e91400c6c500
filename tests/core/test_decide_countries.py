"""The same decision for companies of other countries, with their own papers, currency and names."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from cases.model import Application, Business, Decision, Document, Jurisdiction, Outcome, Person, Request, Role, Stated
from decision import decide
from tests.core import paperwork
from tests.core.paperwork import TODAY, Month, readings, statement

NAME, CODE, WANG = "杭州清源茶业有限公司", "91330106MA2CFJ5R0T", "王小明"


def chinese(**changes: object) -> Application:
    business = Business(
        legal_name=NAME, country="CN", registration_number=CODE, established_on=dt.date(2018, 5, 3), **changes
    )
    return Application(
        business=business,
        people=(Person(full_name=WANG, role=Role.DIRECTOR, date_of_birth=dt.date(1979, 8, 15), share=Decimal("0.8")),),
        request=Request(product="sme_term_loan", amount=Decimal(600_000), currency="CNY", term_months=24),
        stated=Stated(
            annual_revenue=Decimal(4_800_000),
            net_profit=Decimal(630_000),
            existing_debt=Decimal(300_000),
            monthly_debt_service=Decimal(9_000),
        ),
        jurisdiction=Jurisdiction(profile="cn"),
    )


def chinese_papers(representative: str = WANG, name: str = NAME) -> tuple[Document, ...]:
    licence = paperwork.document(
        "business_licence",
        "营业执照.jpg",
        {
            "registration_number": CODE,
            "legal_name": name,
            "legal_representative": representative,
            "established_on": "2018-05-03",
            "valid_to": "long-term",
        },
    )
    card = paperwork.document(
        "id_card",
        "身份证.jpg",
        {
            "full_name": WANG,
            "date_of_birth": "1979-08-15",
            "document_number": "330106197908150012",
            "date_of_expiry": "long-term",
        },
    )
    months: list[Document] = []
    for number in (8, 9, 10):
        month = Month(
            number=number,
            opening=(months[-1].money("closing_balance") or Decimal(0)) if months else Decimal(300_000),
            sales=("99000.00", "101000.00", "97000.00", "103000.00"),
            costs=("-140000.00", "-110000.00", "-60000.00"),
            others=((5, "归还贷款本息", "-9000.00"),),
        )
        months.append(statement(month, account_holder=NAME, currency="CNY", account_number="6222021202041701"))
    sheet = paperwork.balance_sheet(
        entity=NAME, currency="CNY", short_term_debt="100000", long_term_debt="200000", total_liabilities="600000"
    )
    profit = {
        name: Decimal(value.value) * 10
        for name, value in paperwork.income_statement().fields.items()
        if name not in ("entity", "currency", "period_start", "period_end")
    }
    income = paperwork.income_statement(entity=NAME, currency="CNY", **profit)
    return tuple(replace(one, country="CN") for one in (licence, card, *months, sheet, income))


def decided(asked: Application, *documents: Document) -> Decision:
    return decide(asked, readings(*documents), paperwork.book(), TODAY, "e", "c")


def test_a_chinese_company_is_approved_on_its_own_papers() -> None:
    decision = decided(chinese(), *chinese_papers())
    assert [one for one in decision.verdicts if one.outcome] == []
    assert decision.outcome is Outcome.APPROVE
    assert decision.offer is not None
    assert decision.offer.currency == "CNY"
    lender = decision.feature("lender_debits")
    assert lender is not None
    assert lender.value == 1


def test_a_chinese_company_of_another_representative_goes_to_a_person() -> None:
    decision = decided(chinese(), *chinese_papers(representative="李芳"))
    assert decision.outcome is Outcome.REFER_REVIEW
    assert "李芳" in decision.reasons[0].text


def test_another_chinese_company_is_told_apart_by_its_name() -> None:
    decision = decided(chinese(), *chinese_papers(name="杭州清泉酒业有限公司"))
    assert decision.outcome is Outcome.REFER_REVIEW
    assert decision.reasons[0].id == "names_differ"


def test_an_american_company_has_no_number_that_proves_itself() -> None:
    asked = paperwork.application(
        country="US", currency="USD", legal_name="Harbour Street Bakery LLC", registration_number="L12-345"
    )
    papers = [
        replace(
            paperwork.document(
                one.kind,
                one.file,
                {name: field.value for name, field in one.fields.items()}
                | ({"currency": "USD"} if "currency" in one.fields else {})
                | ({"registration_number": "L12345"} if one.kind == "certificate_of_incorporation" else {}),
                [dict(row.cells) for row in one.rows],
            ),
            country="US",
        )
        for one in paperwork.papers()
    ]
    decision = decided(asked, *papers)
    assert [one for one in decision.verdicts if one.outcome] == []
    assert decision.offer is not None
    assert decision.offer.currency == "USD"
