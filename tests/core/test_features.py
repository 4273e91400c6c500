"""The numbers that rules read, worked out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from cases.model import Application, Document, Feature, Origin, Severity
from decision import decide
from decision.catalogue import MEASURES
from tests.core import paperwork
from tests.core.paperwork import TODAY, Month, application, papers, readings, statements, without


def features(*documents: Document, of: Application | None = None) -> dict[str, Feature]:
    decision = decide(of or application(), readings(*documents), paperwork.book(), TODAY, "e", "c")
    return {feature.name: feature for feature in decision.features}


def value(name: str, *documents: Document, of: Application | None = None) -> Decimal | None:
    return features(*documents, of=of)[name].value


def swapped(*changed: Document) -> tuple[Document, ...]:
    kinds = {one.kind for one in changed}
    return (*(one for one in papers() if one.kind not in kinds), *changed)


def test_every_declared_feature_is_there_with_a_value_or_a_reason() -> None:
    for sent in (papers(), papers()[:1], (paperwork.document("unknown", "x.pdf", {}),)):
        found = features(*sent)
        assert set(found) >= set(MEASURES)
        for feature in found.values():
            assert (feature.value is None) is bool(feature.why_not)
            assert feature.value is None or feature.value.is_finite()
            assert not feature.why_not or feature.why_not.endswith(".")


def test_debt_cover_by_hand() -> None:
    """(80 000 + 12 000 − 15 000) / (12 × 900 + 12 × 1 921.98)"""
    expected = Decimal(77_000) / (Decimal(10_800) + 12 * Decimal("1921.98"))
    assert value("dscr") == expected.quantize(Decimal("0.000001"))


def test_debt_cover_takes_the_most_of_what_is_stated_and_seen() -> None:
    silent = application(monthly_debt_service=Decimal(0))
    assert value("dscr", of=silent) == value("dscr")
    louder = application(monthly_debt_service=Decimal(2000))
    expected = Decimal(77_000) / (Decimal(24_000) + 12 * Decimal("1921.98"))
    assert value("dscr", of=louder) == expected.quantize(Decimal("0.000001"))


def test_stress_takes_a_tenth_of_the_margin_and_adds_two_points() -> None:
    plain, stressed = value("dscr"), value("stressed_dscr")
    assert plain is not None
    assert stressed is not None
    assert stressed < Decimal(48_000) / Decimal(33_864) < plain


def test_profit_may_be_told_in_another_way() -> None:
    by_tax = without(paperwork.income_statement(), "operating_profit")
    assert value("dscr", *swapped(by_tax)) == value("dscr")
    by_costs = paperwork.income_statement(operating_expenses="210000.00")
    assert value("dscr", *swapped(without(by_costs, "operating_profit", "profit_before_tax"))) is not None
    nothing = without(by_costs, "operating_profit", "profit_before_tax", "gross_profit")
    assert (
        features(*swapped(nothing))["dscr"].why_not
        == "profit_and_loss.pdf shows no operating profit that could be read."
    )


def test_a_half_year_is_taken_to_a_year() -> None:
    half = paperwork.income_statement(period_start=dt.date(2025, 10, 1), revenue="240000.00")
    assert value("annual_revenue", *swapped(half)) == Decimal(480_000)


def test_cash_cover_from_the_statements() -> None:
    """A month: 40 000 in, 31 000 out, 900 to a lender."""
    expected = Decimal(9_000) / (Decimal(900) + Decimal("1921.98"))
    assert value("cash_dscr") == expected.quantize(Decimal("0.000001"))


def test_inflow_is_trade_only() -> None:
    extra = (
        (6, "FUNDING CIRCLE LOAN", "50000.00"),
        (7, "TRANSFER FROM SAVINGS", "9000.00"),
        (8, "REFUND ACME", "70.00"),
    )
    months = [Month(number=number, others=extra) for number in (8, 9, 10)]
    assert value("annual_inflow", *swapped(*statements(*months))) == Decimal(480_000)
    assert value("revenue_gap", *swapped(*statements(*months))) == 0


def test_volatility_and_trend_by_hand() -> None:
    months = [Month(number=number, sales=(sales,)) for number, sales in ((8, "10000"), (9, "20000"), (10, "30000"))]
    found = features(*swapped(*statements(*months)))
    assert found["inflow_volatility"].value == Decimal("0.408248")
    assert found["inflow_trend"].value == Decimal("0.5")


def test_days_below_zero_are_those_of_the_worst_month() -> None:
    months = [
        Month(number=8, opening=Decimal(-100), sales=("40000.00",), costs=(), others=()),
        Month(number=9, sales=("20000.00",), costs=("-30000.00", "-40000.00"), others=()),
        Month(number=10, sales=("90000.00",), costs=(), others=()),
    ]
    found = features(*swapped(*statements(*months)))
    assert found["negative_days"].value == Decimal(30 - 11 + 1)
    assert found["min_balance"].value == Decimal(-10_100)


def test_an_item_its_fee_and_its_second_try_are_one_event() -> None:
    lines = (
        (3, "RETURNED DIRECT DEBIT HMRC", "-420.00"),
        (4, "UNPAID ITEM FEE", "-25.00"),
        (12, "RETURNED DIRECT DEBIT HMRC", "-420.00"),
        (20, "RETURNED DIRECT DEBIT RENT", "-900.00"),
    )
    months = [Month(number=8), Month(number=9), Month(number=10, others=lines)]
    found = features(*swapped(*statements(*months)))["returned_items_90d"]
    assert found.value == 2
    assert len(found.evidence) == 2


def test_lenders_that_are_paid() -> None:
    assert value("lender_debits") == 1


def test_the_largest_customer() -> None:
    others = ((6, "BACS CREDIT HARROW COUNCIL INV 1", "60000.00"), (9, "BACS CREDIT WEMBLEY SCHOOL", "20000.00"))
    months = [Month(number=number, sales=("20000.00",), others=others) for number in (8, 9, 10)]
    assert value("top_payer_share", *swapped(*statements(*months))) == Decimal("0.6")


def test_another_currency_is_not_compared() -> None:
    foreign = [paperwork.statement(Month(number=number), currency="EUR") for number in (8, 9, 10)]
    found = features(*swapped(*foreign))
    assert found["currency_mismatch"].value == 1
    assert found["annual_inflow"].why_not == "The statement statement-2026-08.pdf is in EUR, the request in GBP."


def test_time_in_business_counts_full_months_of_the_paper() -> None:
    assert value("time_in_business_months") == 116


@pytest.mark.parametrize("severity", [Severity.MEDIUM, Severity.HIGH])
def test_broken_self_checks_are_carried_over(severity: Severity) -> None:
    for paper, name in (
        (paperwork.passport(), "identity_document_broken"),
        (paperwork.certificate(), "registration_paper_broken"),
        (paperwork.balance_sheet(), "accounts_arithmetic_broken"),
    ):
        broken = replace(paper, findings=(*paper.findings, paperwork.trouble("a_check", severity)))
        assert value(name, *swapped(broken)) == 1


def test_a_check_that_always_can_run_must_have_run() -> None:
    for paper, name in (
        (paperwork.passport(), "identity_document_broken"),
        (paperwork.balance_sheet(), "accounts_arithmetic_broken"),
    ):
        assert value(name, *swapped(replace(paper, findings=()))) is None


def test_a_card_without_lines_for_machines_proves_nothing_by_itself() -> None:
    card = replace(paperwork.document("id_card", "card.jpg", {"full_name": paperwork.DIRECTOR}), findings=())
    kept = [one for one in papers() if one.kind != "passport"]
    assert value("identity_document_broken", *kept, card) is None


def test_a_statement_whose_balance_is_only_derived_proves_nothing_by_itself() -> None:
    derived = [
        replace(
            one,
            fields={
                **one.fields,
                "closing_balance": replace(one.fields["closing_balance"], origin=Origin.DERIVED),
            },
        )
        for one in statements()
    ]
    assert value("statement_arithmetic_broken", *swapped(*derived)) is None
    proven = [replace(one, findings=(paperwork.all_well("running_balance"),)) for one in derived]
    assert value("statement_arithmetic_broken", *swapped(*proven)) == 0
    broken = [replace(one, findings=(paperwork.trouble("running_balance"),)) for one in derived]
    assert value("statement_arithmetic_broken", *swapped(*broken)) == 1


def test_a_line_without_a_date_is_of_the_day_before() -> None:
    undated = [
        replace(
            one,
            rows=tuple(
                replace(row, cells={name: text for name, text in row.cells.items() if name != "date" or index % 2})
                for index, row in enumerate(one.rows)
            ),
        )
        for one in statements()
    ]
    assert value("annual_inflow", *swapped(*undated)) == Decimal(480_000)


def test_interest_is_covered_or_there_is_none() -> None:
    assert value("interest_cover") == Decimal(46)
    free = paperwork.income_statement(interest="0.00", profit_before_tax="80000.00", tax="17000.00")
    assert features(*swapped(free))["interest_cover"].why_not == "The business paid no interest."
