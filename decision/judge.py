"""Applies a policy: every rule gives one verdict, and the worst wins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from cases.model import Feature, Outcome, RuleResult, Verdict, worst
from decision.policy import OnMissing, Policy, Rule

OPEN_ITEMS = "open_items"
"""The feature that counts what the applicant can still send or tell."""
NOT_EVALUATED = "not_evaluated"
"""The reason that is given for a rule that could not be evaluated."""


def judge(policy: Policy, features: Mapping[str, Feature], today: dt.date, currency: str) -> tuple[Verdict, ...]:
    """A verdict of every rule, in the order of the policy."""
    limits = policy.limits(today, currency)
    waiting = features.get(OPEN_ITEMS)
    sends = waiting is not None and bool(waiting.value)
    return tuple(_verdict(rule, features, limits, sends) for rule in policy.rules)


def outcome_of(verdicts: tuple[Verdict, ...]) -> Outcome:
    """The worst that a verdict asks for; APPROVE when there are verdicts and none asks for anything."""
    if not verdicts:
        return Outcome.REFER_REVIEW
    return worst((Outcome.APPROVE, *(verdict.outcome for verdict in verdicts if verdict.outcome)))


def _verdict(rule: Rule, features: Mapping[str, Feature], limits: Mapping[str, Decimal], sends: bool) -> Verdict:
    values: dict[str, Decimal] = {}
    missing: list[str] = []
    for name in rule.when.features:
        feature = features.get(name)
        if feature is None or feature.value is None:
            missing.append(name)
        else:
            values[name] = feature.value
    for name in rule.when.parameters:
        if name in limits:
            values[f"p.{name}"] = limits[name]
        else:
            missing.append(f"p.{name}")
    read = {name: f"{value:f}" for name, value in values.items()}
    if missing:
        return Verdict(
            rule=rule.id,
            name=rule.name,
            result=RuleResult.NOT_EVALUATED,
            outcome=_when_missing(rule.on_missing, sends),
            reason=NOT_EVALUATED,
            read=read,
            missing=tuple(missing),
        )
    try:
        fires = rule.when.holds(values)
    except ArithmeticError:
        outcome = worst((Outcome.REFER_REVIEW, _when_missing(rule.on_missing, sends)))
        return Verdict(
            rule=rule.id, name=rule.name, result=RuleResult.ERROR, outcome=outcome, reason=NOT_EVALUATED, read=read
        )
    if not fires:
        return Verdict(rule=rule.id, name=rule.name, result=RuleResult.CLEAR, outcome=None, read=read)
    return Verdict(
        rule=rule.id, name=rule.name, result=RuleResult.FIRED, outcome=rule.action, reason=rule.reason, read=read
    )


def _when_missing(on_missing: OnMissing, sends: bool) -> Outcome:
    match on_missing:
        case OnMissing.DECLINE:
            return Outcome.DECLINE
        case OnMissing.REFER_REVIEW:
            return Outcome.REFER_REVIEW
        case OnMissing.REFER_INCOMPLETE:
            return Outcome.REFER_INCOMPLETE
        case OnMissing.REFER:
            return Outcome.REFER_INCOMPLETE if sends else Outcome.REFER_REVIEW
