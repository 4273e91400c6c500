"""What holds for every decision, whatever the case: less paper never helps, better figures never hurt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.model import Application, Document, Feature, Outcome, Person, Role, RuleResult, Verdict
from decision import decide
from decision.catalogue import MEASURES
from decision.judge import judge, outcome_of
from decision.measure import Unit, absent, measured
from tests.core import paperwork
from tests.core.paperwork import TODAY, Month, statements, without

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Value = TypeVar("Value")
TROUBLES = (
    *("profit", "interest", "instalment", "amount", "term", "stated_profit", "stated_debt", "stated_service"),
    *("stated_revenue", "expired", "young", "name", "risk", "returned", "overdrawn", "deposits"),
)
SHIPPED_CARD = "as the shipped scorecard sees it"
POLICY = paperwork.SHIPPED.policies["sme_term_loan"]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Application, tuple[Document, ...], str]:
    """A company with everything sent, and the risk that the scorecard sees in it; sound but for a trouble or two."""
    troubles = draw(st.lists(st.sampled_from(TROUBLES), max_size=2, unique=True))

    def odd(name: str, sound: Value, unsound: Value) -> Value:
        return unsound if name in troubles else sound

    profit = draw(st.integers(60_000, 140_000)) if "profit" not in troubles else draw(st.integers(5_000, 60_000))
    interest, tax = draw(st.integers(500, odd("interest", 5_000, 20_000))), draw(st.integers(0, 10_000))
    net = profit - interest - tax
    debt = (draw(st.integers(1_500, 40_000)), draw(st.integers(1_500, 80_000)))
    instalment = draw(st.integers(300, odd("instalment", 900, 3_000)))
    asked = paperwork.application(
        amount=Decimal(draw(st.sampled_from(odd("amount", [20_000, 60_000, 144_000], [4_000, 160_000, 700_000])))),
        term_months=draw(st.sampled_from(odd("term", [12, 36, 60], [2, 84]))),
        net_profit=Decimal(net + odd("stated_profit", 0, 90_000)),
        existing_debt=Decimal(sum(debt)) / odd("stated_debt", 1, 2),
        monthly_debt_service=Decimal(instalment) / odd("stated_service", 1, 2),
        annual_revenue=Decimal(odd("stated_revenue", 480_000, 900_000)),
    )
    papers = (
        paperwork.passport(date_of_expiry=odd("expired", dt.date(2030, 1, 1), dt.date(2026, 1, 1))),
        paperwork.certificate(
            incorporated_on=odd("young", dt.date(2012, 1, 9), draw(st.dates(dt.date(2025, 1, 1), dt.date(2026, 6, 1)))),
            legal_name=odd(
                "name", paperwork.COMPANY.upper(), draw(st.sampled_from(["NORTH LTD", "HARBOR BAKERS LTD"]))
            ),
        ),
        *statements(*(draw(months(number, instalment, troubles)) for number in (8, 9, 10))),
        paperwork.balance_sheet(
            short_term_debt=debt[0], long_term_debt=debt[1], total_liabilities=30_000 + sum(debt) + 10_000
        ),
        paperwork.income_statement(
            operating_profit=profit,
            interest=interest,
            profit_before_tax=profit - interest,
            tax=tax,
            net_profit=net,
            revenue_prior=draw(st.sampled_from([350_000, 450_000, 470_000])),
        ),
    )
    return asked, papers, draw(st.sampled_from(odd("risk", ["0.01", "0.035", SHIPPED_CARD], ["0.05", "0.07", "0.2"])))


@st.composite
def months(draw: st.DrawFn, number: int, instalment: int, troubles: list[str]) -> Month:
    returned = draw(st.integers(0, 2 if "returned" in troubles else 0))
    return Month(
        number=number,
        opening=Decimal(-20_000 if "overdrawn" in troubles else 30_000),
        sales=("4000.00",) * 4 if "deposits" in troubles else ("9900.00",) * 4,
        others=(
            (5, "Loan repayment Northern Bank", f"-{instalment}.00"),
            *((20 + line, f"Returned direct debit no {line}", f"-{10 + line}.00") for line in range(returned)),
        ),
    )


def outcome(asked: Application, papers: tuple[Document, ...], risk: str) -> Outcome:
    decision = decide(
        asked,
        paperwork.readings(*papers) if papers else (),
        paperwork.SHIPPED if risk == SHIPPED_CARD else paperwork.book(risk),
        TODAY,
        "e",
        "c",
    )
    assert len(decision.verdicts) == len(POLICY.rules)
    if decision.outcome in (Outcome.APPROVE, Outcome.COUNTER_OFFER):
        assert decision.offer is not None
        assert all(verdict.result in (RuleResult.CLEAR, RuleResult.FIRED) for verdict in decision.verdicts)
    else:
        assert decision.offer is None
        assert decision.reasons
    if decision.outcome is Outcome.REFER_INCOMPLETE:
        assert decision.needed
    assert len(decision.reasons) <= 4
    return decision.outcome


def granted(end: Outcome) -> int:
    """How much an outcome gives: an approval 1, a counter-offer 2, everything else 3. Lower is better.

    A case that cannot be decided yet is no better off than a declined one: neither has a loan.
    """
    return min(end.rank, 3)


@QUICK
@given(cases(), st.data())
def test_a_missing_document_never_improves_the_decision(case: tuple, data: st.DataObject) -> None:
    asked, papers, risk = case
    left_out = data.draw(st.sets(st.sampled_from(range(len(papers))), min_size=1))
    fewer = tuple(paper for index, paper in enumerate(papers) if index not in left_out)
    assert granted(outcome(asked, fewer, risk)) >= granted(outcome(asked, papers, risk))


@QUICK
@given(cases(), st.data())
def test_a_missing_field_never_improves_the_decision(case: tuple, data: st.DataObject) -> None:
    asked, papers, risk = case
    index = data.draw(st.sampled_from(range(len(papers))))
    field = data.draw(st.sampled_from(sorted(papers[index].fields)))
    poorer = tuple(without(paper, field) if paper is papers[index] else paper for paper in papers)
    assert granted(outcome(asked, poorer, risk)) >= granted(outcome(asked, papers, risk))


@QUICK
@given(cases(), st.data())
def test_a_missing_line_of_a_statement_never_improves_the_decision(case: tuple, data: st.DataObject) -> None:
    asked, papers, risk = case
    index = data.draw(st.sampled_from([2, 3, 4]))
    row = data.draw(st.integers(0, len(papers[index].rows) - 1))
    rows = papers[index].rows
    poorer = tuple(
        replace(paper, rows=(*rows[:row], *rows[row + 1 :])) if paper is papers[index] else paper for paper in papers
    )
    assert granted(outcome(asked, poorer, risk)) >= granted(outcome(asked, papers, risk))


@QUICK
@given(cases(), st.sampled_from(["annual_revenue", "net_profit", "existing_debt", "monthly_debt_service"]))
def test_saying_less_never_improves_the_decision(case: tuple, name: str) -> None:
    asked, papers, risk = case
    silent = replace(asked, stated=replace(asked.stated, **{name: None}))
    assert granted(outcome(silent, papers, risk)) >= granted(outcome(asked, papers, risk))


@QUICK
@given(cases(), st.integers(1, 200_000))
def test_more_profit_never_worsens_the_decision(case: tuple, more: int) -> None:
    asked, papers, risk = case
    income = papers[-1]
    richer = paperwork.income_statement(
        **{name: field.value for name, field in income.fields.items()}
        | {name: income.money(name) + more for name in ("operating_profit", "profit_before_tax", "net_profit")}
    )
    told = replace(asked, stated=replace(asked.stated, net_profit=asked.stated.net_profit + more))
    if outcome(asked, papers, risk) in (Outcome.APPROVE, Outcome.COUNTER_OFFER):
        assert outcome(told, (*papers[:-1], richer), risk).rank <= outcome(asked, papers, risk).rank


BETTER_IS_HIGHER = {
    "dscr": True,
    "cash_dscr": True,
    "time_in_business_months": True,
    "annual_revenue": True,
    "weakest_confidence": True,
    "identity_verified": True,
    "registration_verified": True,
    "probability_of_default": False,
    "amount_to_revenue": False,
    "negative_days": False,
    "returned_items_90d": False,
    "revenue_gap": False,
    "missing_items": False,
    "unreadable_items": False,
    "name_mismatch": False,
    "registration_mismatch": False,
    "birth_mismatch": False,
    "representative_mismatch": False,
    "stated_figures_mismatch": False,
    "currency_mismatch": False,
    "id_expired": False,
    "expired_items": False,
    "dates_ahead": False,
    "statements_overlap": False,
    "statements_do_not_continue": False,
    "statement_arithmetic_broken": False,
    "accounts_arithmetic_broken": False,
    "identity_document_broken": False,
    "registration_paper_broken": False,
}


def any_value(name: str) -> st.SearchStrategy[Decimal]:
    match MEASURES[name].unit:
        case Unit.YES_NO:
            return st.sampled_from([Decimal(0), Decimal(1)])
        case Unit.MONEY:
            return st.integers(0, 1_000_000).map(Decimal)
        case Unit.COUNT | Unit.DAYS | Unit.MONTHS:
            return st.integers(0, 100).map(Decimal)
    return st.integers(0, 3000).map(lambda thousandths: Decimal(thousandths) / 1000)


@st.composite
def feature_sets(draw: st.DrawFn, missing: bool = True) -> dict[str, Feature]:
    return {
        name: absent(name, "It is not there.")
        if missing and draw(st.integers(0, 9)) == 0
        else measured(name, draw(any_value(name)))
        for name in MEASURES
    }


@settings(max_examples=150, deadline=None)
@given(feature_sets(), st.sampled_from(sorted(BETTER_IS_HIGHER)), st.data())
def test_a_better_feature_never_worsens_the_verdicts(
    features: dict[str, Feature], name: str, data: st.DataObject
) -> None:
    values = sorted((data.draw(any_value(name)), data.draw(any_value(name))), reverse=not BETTER_IS_HIGHER[name])
    worse, better = (outcome_of(judge(POLICY, {**features, name: measured(name, one)}, TODAY, "GBP")) for one in values)
    assert better.rank <= worse.rank


@settings(max_examples=100, deadline=None)
@given(feature_sets(missing=False), st.sampled_from(sorted(MEASURES)))
def test_nothing_passes_without_what_a_rule_reads(features: dict[str, Feature], name: str) -> None:
    verdicts = judge(POLICY, {**features, name: absent(name, "It is not there.")}, TODAY, "GBP")
    read = any(name in rule.when.features for rule in POLICY.rules)
    blind = [verdict for verdict in verdicts if verdict.result is RuleResult.NOT_EVALUATED]
    assert bool(blind) is read
    assert all(verdict.missing == (name,) and verdict.outcome for verdict in blind)
    if read:
        assert outcome_of(verdicts).rank >= Outcome.REFER_INCOMPLETE.rank


@settings(max_examples=100, deadline=None)
@given(feature_sets(), st.sampled_from([one for one in Outcome if one is not Outcome.APPROVE]))
def test_one_more_failing_verdict_never_improves_the_outcome(features: dict[str, Feature], fails: Outcome) -> None:
    verdicts = judge(POLICY, features, TODAY, "GBP")
    assert {verdict.rule for verdict in verdicts} == {rule.id for rule in POLICY.rules}
    more = Verdict(rule="X", name="another", result=RuleResult.FIRED, outcome=fails, reason="x")
    assert outcome_of((*verdicts, more)).rank >= max(outcome_of(verdicts).rank, fails.rank)


def test_no_zero_approves() -> None:
    nothing = {name: measured(name, 0) for name in MEASURES}
    assert outcome_of(judge(POLICY, nothing, TODAY, "GBP")) is Outcome.DECLINE
    assert outcome_of(judge(POLICY, {}, TODAY, "GBP")) is Outcome.REFER_REVIEW
    assert outcome_of(()) is Outcome.REFER_REVIEW


def test_every_person_more_who_must_prove_themselves_never_helps() -> None:
    asked = paperwork.application()
    second = Person(full_name="Tom Ashe", role=Role.DIRECTOR, date_of_birth=dt.date(1990, 1, 1))
    assert outcome(replace(asked, people=(*asked.people, second)), paperwork.papers(), "0.01") is (
        Outcome.REFER_INCOMPLETE
    )
