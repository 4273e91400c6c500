"""Reasons come from what decided, and say the case's own figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cases.model import Application, Contribution, Decision, Outcome, Score
from decision import decide
from decision.book import Book, ShelvedCard
from decision.policy import ReasonText
from tests.core import paperwork
from tests.core.paperwork import TODAY, application, papers, readings

GROUPS = {"low_profit": ("profit_margin", "return_on_assets"), "high_debt": ("leverage",), "low_cash": ("cash_share",)}
POINTS = {"profit_margin": (10, 30), "return_on_assets": (12, 30), "leverage": (20, 28), "cash_share": (40, 30)}


class TellingCard:
    """A card that sees a high risk and says which ratios make it so."""

    def score(self, features: object) -> Score:
        return Score(
            card="statement",
            version="1",
            points=Decimal(520),
            probability_of_default=Decimal("0.2"),
            grade="F",
            contributions=tuple(
                Contribution(feature=name, value=Decimal(1), points=Decimal(points), reference=Decimal(reference))
                for name, (points, reference) in POINTS.items()
            ),
        )


def book_that_tells() -> Book:
    policy = paperwork.SHIPPED.policies["sme_term_loan"]
    texts = {name: ReasonText(id=name, text=f"It is {name}.", features=of) for name, of in GROUPS.items()}
    told = replace(policy, reasons={**policy.reasons, **texts})
    return Book(
        policies={told.product: told},
        scorecards={"statement": ShelvedCard(label="statement@1+00000000", card=TellingCard())},
    )


def decided(book: Book | None = None, of: Application | None = None) -> Decision:
    return decide(of or application(), readings(), book or paperwork.book(), TODAY, "e", "c")


def test_a_card_that_decides_gives_its_own_reasons_by_shortfall_one_for_each_group() -> None:
    decision = decided(book_that_tells())
    assert decision.outcome is Outcome.DECLINE
    assert [(one.id, one.source) for one in decision.reasons] == [
        ("low_profit", "feature:profit_margin"),
        ("high_debt", "feature:leverage"),
    ]


def test_a_rule_that_decides_lets_the_card_be_silent() -> None:
    decision = decided(of=application(amount=Decimal(4000)))
    assert decision.outcome is Outcome.DECLINE
    assert [one.source for one in decision.reasons] == ["rule:C05"]
    assert decision.reasons[0].text == (
        "The requested amount of £4,000.00 is below the smallest loan of this product, £5,000.00."
    )


def test_a_card_without_contributions_leaves_the_rule_to_speak() -> None:
    decision = decided(paperwork.book("0.2"))
    assert [one.id for one in decision.reasons] == ["figures_of_accounts"]


def test_only_rules_that_asked_for_the_outcome_are_named() -> None:
    decision = decided(paperwork.book("0.07"), of=application(amount=Decimal(160_000), term_months=60))
    assert decision.outcome is Outcome.REFER_REVIEW
    fired = {f"rule:{one.rule}" for one in decision.verdicts if one.outcome is decision.outcome}
    assert {one.source for one in decision.reasons} <= fired


def test_the_figures_of_a_reason_are_those_of_the_features() -> None:
    decision = decided(of=application(amount=Decimal(160_000), term_months=60))
    share = decision.feature("amount_to_revenue")
    assert share is not None
    assert share.value == Decimal("0.333333")
    assert any("33.3%" in one.text for one in decision.reasons)


def test_a_counter_offer_that_finds_no_terms_goes_to_a_person() -> None:
    thin = paperwork.income_statement(revenue="15000.00", net_profit="63000.00")
    asked = application(annual_revenue=Decimal(15_000), amount=Decimal(20_000))
    kept = [one for one in papers() if one.kind != "income_statement"]
    cheap = replace(
        paperwork.book(),
        policies={
            "sme_term_loan": replace(
                paperwork.SHIPPED.policies["sme_term_loan"],
                rules=tuple(one for one in paperwork.SHIPPED.policies["sme_term_loan"].rules if one.id == "T02"),
            )
        },
    )
    decision = decide(asked, readings(*kept, thin), cheap, TODAY, "e", "c")
    assert decision.outcome is Outcome.REFER_REVIEW
    assert decision.offer is None
    assert [one.id for one in decision.reasons] == ["amount_for_revenue"]
