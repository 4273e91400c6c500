"""Ratios of the accounts: the definitions of the data they are fitted on, and nothing earned by leaving figures out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import Document, Feature
from decision.company_data import ATTRIBUTES, parse_companies
from decision.ratios import RATIOS, statement_features
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS
from tests.core.paperwork import balance_sheet, document, income_statement, without

CARD = Scorecard.load(Path("decision/scorecards/statement.json"))

COMPANY = {
    "revenue": 480_000,
    "revenue_prior": 400_000,
    "cost_of_sales": 190_000,
    "gross_profit": 290_000,
    "operating_expenses": 207_000,
    "depreciation": 12_000,
    "operating_profit": 80_000,
    "interest": 2_000,
    "profit_before_tax": 78_000,
    "tax": 15_000,
    "net_profit": 63_000,
    "cash": 45_000,
    "receivables": 30_000,
    "inventory": 15_000,
    "current_assets": 90_000,
    "total_assets": 200_000,
    "current_liabilities": 40_000,
    "long_term_debt": 20_000,
    "total_liabilities": 60_000,
    "equity": 140_000,
    "retained_earnings": 120_000,
}
"""Other operating costs of 3,000 stand between trading profit and operating profit."""

ATTRIBUTE_OF: Mapping[int, Callable[[Mapping[str, int]], float]] = {
    1: lambda of: of["net_profit"] / of["total_assets"],
    2: lambda of: of["total_liabilities"] / of["total_assets"],
    4: lambda of: of["current_assets"] / of["current_liabilities"],
    6: lambda of: of["retained_earnings"] / of["total_assets"],
    8: lambda of: of["equity"] / of["total_liabilities"],
    9: lambda of: of["revenue"] / of["total_assets"],
    13: lambda of: (of["profit_before_tax"] + of["depreciation"]) / of["revenue"],
    19: lambda of: of["profit_before_tax"] / of["revenue"],
    21: lambda of: of["revenue"] / of["revenue_prior"],
    23: lambda of: of["net_profit"] / of["revenue"],
    26: lambda of: (of["net_profit"] + of["depreciation"]) / of["total_liabilities"],
    39: lambda of: (of["gross_profit"] - of["operating_expenses"]) / of["revenue"],
    42: lambda of: of["operating_profit"] / of["revenue"],
    46: lambda of: (of["current_assets"] - of["inventory"]) / of["current_liabilities"],
    51: lambda of: of["current_liabilities"] / of["total_assets"],
    56: lambda of: (of["revenue"] - of["cost_of_sales"]) / of["revenue"],
}
"""As the data's own page defines them (UCI 365). Its "gross profit" is the profit before tax (zysk brutto)."""


def accounts(figures: Mapping[str, object] = COMPANY) -> Document:
    heads = {"period_start": dt.date(2025, 4, 1), "period_end": dt.date(2026, 3, 31), "currency": "GBP"}
    return document("annual_accounts", "accounts.pdf", {**heads, **figures})


def ratios(*documents: Document) -> dict[str, Feature]:
    return {one.name: one for one in statement_features(documents)}


def test_a_company_has_the_same_ratios_in_training_and_in_a_decision() -> None:
    row = ["0"] * ATTRIBUTES
    for number, of in ATTRIBUTE_OF.items():
        row[number - 1] = repr(of(COMPANY))
    trained = parse_companies(("@data\n" + ",".join([*row, "0"]) + "\n").encode())
    decided = ratios(accounts())
    assert len(RATIOS) == len(trained.names)
    for name, value in zip(trained.names, trained.features[0], strict=True):
        shown = decided[name].value
        assert shown is not None, name
        assert float(shown) == pytest.approx(value, abs=6e-6), name


def test_every_ratio_shows_the_figures_that_it_is_made_of() -> None:
    for ratio in RATIOS:
        labels = {one.label for one in ratios(accounts())[ratio.name].evidence}
        assert labels, ratio.name
        assert all(label.startswith("annual_accounts.") for label in labels)
    quick = ratios(accounts())["quick_ratio"]
    assert [one.value for one in quick.evidence] == ["90000", "15000", "40000"]
    assert all(one.place is not None for one in quick.evidence)


def test_a_balance_sheet_and_an_income_statement_of_one_date_make_one_set_of_accounts() -> None:
    found = ratios(balance_sheet(), income_statement(revenue_prior="400000"))
    assert found["revenue_to_prior_year"].value == Decimal("1.2")
    assert found["altman_z_double_prime"].value == Decimal("8.7340")


@pytest.mark.parametrize(
    ("balance", "income", "why_not"),
    [
        ({"currency": "EUR"}, {}, "different currencies"),
        ({"period_end": dt.date(2025, 3, 31)}, {}, "different years"),
        ({}, {"period_start": dt.date(2025, 10, 1)}, "covers 182 days"),
    ],
)
def test_accounts_that_do_not_compare_give_no_ratio(
    balance: dict[str, object], income: dict[str, object], why_not: str
) -> None:
    for one in statement_features([balance_sheet(**balance), income_statement(**income)]):
        assert one.value is None
        assert why_not in one.why_not


def test_the_latest_accounts_count() -> None:
    older = balance_sheet(period_end=dt.date(2025, 3, 31), total_assets="1")
    assert ratios(older, balance_sheet(), income_statement())["liabilities_to_assets"].value == Decimal("0.3")


@pytest.mark.parametrize("divisor", ["0", "-5"])
def test_nothing_is_divided_by_nothing(divisor: str) -> None:
    found = ratios(accounts({**COMPANY, "total_assets": divisor}))
    assert found["return_on_assets"].value is None
    assert "no total assets" in found["return_on_assets"].why_not


def test_who_owes_nothing_gets_neutral_points_and_who_hides_it_the_worst() -> None:
    nothing_owed = {**COMPANY, "current_liabilities": 0, "total_liabilities": 0, "long_term_debt": 0}
    card = next(one for one in CARD.characteristics if one.name == "quick_ratio")
    owed = ratios(accounts(nothing_owed))["quick_ratio"]
    assert owed.value is None
    assert card.worth_of(owed) == 0
    hidden = ratios(without(accounts(nothing_owed), "current_liabilities"))["quick_ratio"]
    assert card.worth_of(hidden) == min(card.points) < 0


def test_figures_that_follow_from_others_need_not_be_printed() -> None:
    bare = without(accounts(), "gross_profit", "operating_profit", "total_liabilities", "net_profit")
    whole, found = ratios(accounts()), ratios(bare)
    for name in ("core_margin", "operating_margin", "liabilities_to_assets", "net_margin"):
        assert found[name].value == whole[name].value


def test_costs_that_are_not_split_still_show_the_trading_profit() -> None:
    by_nature = {**COMPANY, "operating_expenses": 400_000, "operating_profit": 80_000}
    document_ = without(accounts(by_nature), "gross_profit", "cost_of_sales")
    assert ratios(document_)["core_margin"].value == Decimal("0.166667")


@st.composite
def companies(draw: st.DrawFn) -> dict[str, int]:
    """Accounts whose figures follow from each other."""

    def some(most: int) -> int:
        return draw(st.integers(0, most))

    cash, receivables, inventory, other, fixed = (some(90_000) for _ in range(5))
    current_liabilities, long_term = some(200_000), some(200_000)
    revenue, cost, operating, further = draw(st.integers(1, 500_000)), some(300_000), some(300_000), some(20_000)
    interest, tax = some(20_000), some(20_000)
    assets = cash + receivables + inventory + other + fixed
    made = {
        "cash": cash,
        "receivables": receivables,
        "inventory": inventory,
        "current_assets": assets - fixed,
        "total_assets": assets,
        "current_liabilities": current_liabilities,
        "total_liabilities": current_liabilities + long_term,
        "equity": assets - current_liabilities - long_term,
        "retained_earnings": draw(st.integers(-200_000, 200_000)),
        "revenue": revenue,
        "revenue_prior": some(500_000),
        "cost_of_sales": cost,
        "gross_profit": revenue - cost,
        "operating_expenses": operating,
        "operating_profit": revenue - cost - operating - further,
        "interest": interest,
        "tax": tax,
        "depreciation": some(30_000),
    }
    made["profit_before_tax"] = made["operating_profit"] - interest
    made["net_profit"] = made["profit_before_tax"] - tax
    return made


@settings(max_examples=300, deadline=None)
@given(companies(), st.lists(st.sampled_from(sorted(COMPANY)), max_size=4, unique=True))
def test_figures_left_out_never_make_a_ratio_or_the_score_better(company: dict[str, int], left_out: list[str]) -> None:
    whole, less = ratios(accounts(company)), ratios(without(accounts(company), *left_out))
    for name, direction in DIRECTIONS.items():
        before, after = whole[name].value, less[name].value
        if before is not None and after is not None:
            assert direction * after <= direction * before, name
    before_points, after_points = CARD.score(whole).points, CARD.score(less).points
    if before_points is not None and after_points is not None:
        assert after_points <= before_points


@settings(max_examples=200, deadline=None)
@given(companies(), st.integers(0, 100_000))
def test_more_debt_never_raises_the_score(company: dict[str, int], debt: int) -> None:
    company["current_liabilities"] += 1
    company["total_liabilities"] += 1
    company["equity"] -= 1
    worse = {
        **company,
        "current_liabilities": company["current_liabilities"] + debt,
        "total_liabilities": company["total_liabilities"] + debt,
        "equity": company["equity"] - debt,
    }
    before, after = CARD.score(ratios(accounts(company))).points, CARD.score(ratios(accounts(worse))).points
    if before is not None and after is not None:
        assert after <= before
