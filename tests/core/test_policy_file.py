"""A policy file is checked whole, and every fault comes with advice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from cases.model import Outcome
from decision import PolicyError, load_book
from decision.book import FOLDER
from decision.catalogue import MEASURES
from decision.policy_file import parse_policy, placeholders
from tests.core.paperwork import TODAY

SOUND = (FOLDER / "policies" / "sme_term_loan.yaml").read_text(encoding="utf-8")


def replaced(old: str, new: str) -> Callable[[], str]:
    def change() -> str:
        assert old in SOUND, old
        return SOUND.replace(old, new, 1)

    return change


BROKEN = {
    "unknown field": (replaced("when: dscr < p.hard_dscr", "when: dsrc < p.hard_dscr"), 'did you mean "dscr"?'),
    "unknown parameter": (
        replaced("when: dscr < p.hard_dscr", "when: dscr < p.hard_dcsr"),
        'unknown parameter "hard_dcsr", did you mean "hard_dscr"?',
    ),
    "unreadable condition": (replaced("when: dscr < p.hard_dscr", "when: dscr < < 1"), "cannot read"),
    "a call": (replaced("when: dscr < p.hard_dscr", "when: abs(dscr) < 1"), '"abs(dscr)" is not allowed'),
    "an attribute": (replaced("when: dscr < p.hard_dscr", "when: dscr.real < 1"), '"dscr.real" is not allowed'),
    "a text": (replaced("when: dscr < p.hard_dscr", "when: dscr < '1'"), "is not allowed"),
    "unlike units": (replaced("when: dscr < p.hard_dscr", "when: dscr < p.min_term"), "compares ratio with months"),
    "yes compared": (replaced("when: currency_mismatch", "when: id_expired > 0"), "write it alone"),
    "number as condition": (replaced("when: currency_mismatch", "when: dscr"), "is no yes/no feature"),
    "no feature": (replaced("when: currency_mismatch", "when: p.min_dscr > 1"), "reads no feature"),
    "unknown action": (replaced("action: decline", "action: declin"), "did you mean 'decline'?"),
    "an approving rule": (replaced("action: decline", "action: approve"), "a rule cannot approve"),
    "a passing on_missing": (replaced("on_missing: refer\n", "on_missing: approve\n"), "rule C01, on_missing"),
    "id twice": (replaced("- id: C02", "- id: C01"), "rule C01: the id is used 2 times"),
    "example that does not hold": (
        replaced("fires: [{dscr: 0.99}]", "fires: [{dscr: 1.99}]"),
        "the example dscr = 1.99 should fire",
    ),
    "no example on a side": (replaced("clear: [{dscr: 1.00}, {dscr: 2.4}]", "clear: []"), "rule C01, examples, clear"),
    "example of another field": (replaced("fires: [{dscr: 0.99}]", "fires: [{cash_dscr: 0.9}]"), "must give dscr"),
    "reason without text": (
        replaced("reason: debt_service\n", "reason: debt_servise\n"),
        'has no text under reasons, did you mean "debt_service"?',
    ),
    "unused reason": (
        replaced("reasons:\n", "reasons:\n  idle: {text: Nothing.}\n"),
        'the reason "idle" is used by no',
    ),
    "figure that the rule does not read": (
        replaced("covers {dscr} times", "covers {negative_days} times"),
        'gives nothing for "{negative_days}"',
    ),
    "reason for an unknown ratio": (
        replaced("features: [gross_margin]", "features: [gross_magrin]"),
        'reason low_margin: unknown feature "gross_magrin", did you mean "gross_margin"?',
    ),
    "score reason with a figure of its own": (
        replaced("cost ({title}: {value})", "cost ({gross_margin})"),
        "it may name only title, value, business, currency",
    ),
    "open brace": (replaced("covers {dscr} times", "covers {dscr times"), "reason debt_service"),
    "unknown check": (replaced("checks: [person_birth]", "checks: [person_brith]"), 'did you mean "person_birth"?'),
    "unknown key": (replaced("scorecard: statement", "scorecrad: statement"), "did you mean 'scorecard'?"),
    "unknown key of a rule": (replaced("    when: currency_mismatch", "    whem: id_expired"), "did you mean 'when'?"),
    "number in quotation marks": (replaced("{2020-01-01: 1.25}", '{2020-01-01: "1.25"}'), "must be a plain number"),
    "no number": (replaced("{2020-01-01: 1.25}", "{2020-01-01: .nan}"), "is not a plain number"),
    "wrong unit": (
        replaced("min_dscr: {unit: ratio", "min_dscr: {unit: months"),
        "must have the unit ratio, not months",
    ),
    "unknown unit": (replaced("min_dscr: {unit: ratio", "min_dscr: {unit: raito"), "did you mean 'ratio'?"),
    "money without currency": (
        replaced("{GBP: 500, USD: 500, CNY: 5000}", "500"),
        'the parameter "rounding_step" (money) must have one value for each currency',
    ),
    "parameter that checks need": (replaced("  name_same:", "  name_sane:"), '"name_same" (share) is missing'),
    "parameter from later on": (
        replaced("{2020-01-01: 1.25}", "{2030-01-01: 1.25}"),
        'the parameter "min_dscr" has no value on 2020-01-01',
    ),
    "no owner": (replaced("owner: Head of lending, ", ""), "parameters, min_amount, owner is missing"),
    "key twice": (replaced("version:", "title: Again\nversion:"), '"title" stands twice'),
    "not YAML": (lambda: "a: [1", "it is not valid YAML in line"),
    "no table": (lambda: "- 1", "it must be a table"),
    "price that falls": (replaced("rate: 0.11}", "rate: 0.01}"), "a higher risk cannot have a lower rate"),
    "tenors out of order": (replaced("tenors: [12, 18", "tenors: [18, 12"), "tenors must be months in rising order"),
    "age without a date": (replaced("    dated: period_end\n", ""), "dated and oldest belong together"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_policy_says_what_to_do(fault: str) -> None:
    broken, advice = BROKEN[fault]
    with pytest.raises(PolicyError) as caught:
        parse_policy(broken(), "sme_term_loan.yaml")
    assert advice in str(caught.value)
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)


def test_all_faults_are_told_at_once() -> None:
    text = SOUND.replace("when: dscr < p.hard_dscr", "when: dsrc < p.hard_dscr").replace("- id: C04", "- id: C03")
    with pytest.raises(PolicyError) as caught:
        parse_policy(text, "draft.yaml")
    assert len(caught.value.advice) >= 2
    assert str(caught.value).startswith("The policy draft.yaml cannot be used: ")


def test_parameters_are_those_of_the_day() -> None:
    text = SOUND.replace("{2020-01-01: 1.25}", "{2020-01-01: 1.25, 2026-07-01: 1.30}")
    policy = parse_policy(text.replace("clear: [{dscr: 1.25}", "clear: [{dscr: 1.30}"), "draft.yaml")
    assert policy.limits(dt.date(2026, 6, 30), "GBP")["min_dscr"] == Decimal("1.25")
    assert policy.limits(dt.date(2026, 7, 1), "GBP")["min_dscr"] == Decimal("1.30")
    assert "min_dscr" not in policy.limits(dt.date(2019, 1, 1), "GBP")


def test_limits_of_money_are_those_of_the_currency() -> None:
    policy = parse_policy(SOUND, "sme_term_loan.yaml")
    assert policy.limits(TODAY, "CNY")["max_amount"] == Decimal(5_000_000)
    assert "max_amount" not in policy.limits(TODAY, "CHF")


def test_a_higher_risk_never_costs_less() -> None:
    policy = parse_policy(SOUND, "sme_term_loan.yaml")
    risks = [Decimal(step) / 200 for step in range(201)]
    rates = [policy.rate(risk) for risk in risks]
    assert rates == sorted(rates)
    assert policy.rate(None) == rates[-1]


def test_the_version_changes_with_every_letter_of_the_file() -> None:
    one, other = parse_policy(SOUND, "a"), parse_policy(SOUND + "\n", "a")
    assert one.label.startswith("sme_term_loan@2026.1+")
    assert one.label != other.label


def test_a_policy_is_named_after_its_product(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(SOUND, encoding="utf-8")
    with pytest.raises(PolicyError, match='it is the policy of "sme_term_loan"'):
        load_book(tmp_path, tmp_path)


def test_every_shipped_policy_is_sound_and_says_neutral_words() -> None:
    book = load_book()
    assert "sme_term_loan" in book.policies
    for policy in book.policies.values():
        for rule in policy.rules:
            assert rule.action is not Outcome.APPROVE
        for reason in policy.reasons.values():
            words = reason.text.casefold()
            assert not any(word in words for word in ("fraud", "score", "policy", "suspect", "forged", "internal"))
            assert words.endswith(".")


def test_placeholders_are_features_or_words() -> None:
    assert placeholders("{dscr} of {min_dscr}") == ("dscr", "min_dscr")
    assert {"dscr", "annual_revenue"} <= set(MEASURES)
