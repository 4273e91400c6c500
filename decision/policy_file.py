"""Reads a policy file, strictly and whole: whatever is wrong with it is said at load, with advice."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from cases.model import Outcome
from decision.catalogue import MEASURES
from decision.checks import CHECKS
from decision.expression import Expression, Unreadable, compile_expression
from decision.judge import NOT_EVALUATED
from decision.measure import Unit
from decision.policy import DatedValue, Example, Parameter, Policy, PolicyError, PriceBand, ReasonText, Rule
from decision.policy_shape import PolicyShape, RuleShape, shape_of
from decision.requirement import Per, Requirement
from decision.strict_yaml import load_yaml

NEEDED: Mapping[str, Unit] = {
    "name_same": Unit.SHARE,
    "name_different": Unit.SHARE,
    "figure_tolerance": Unit.SHARE,
    "debt_tolerance": Unit.MONEY,
    "debt_service_tolerance": Unit.MONEY,
    "max_revenue_gap": Unit.SHARE,
    "max_deposit_excess": Unit.SHARE,
    "established_tolerance_days": Unit.DAYS,
    "statement_months": Unit.MONTHS,
    "statement_gap_days": Unit.DAYS,
    "statement_grace_days": Unit.DAYS,
    "min_owner_share": Unit.SHARE,
    "min_dscr": Unit.RATIO,
    "min_cash_dscr": Unit.RATIO,
    "max_amount_to_revenue": Unit.SHARE,
    "min_amount": Unit.MONEY,
    "max_amount": Unit.MONEY,
    "rounding_step": Unit.MONEY,
    "accept_days": Unit.DAYS,
}
"""The parameters that checks and offers use, whatever the rules say."""

ACTIONS = (Outcome.COUNTER_OFFER, Outcome.REFER_INCOMPLETE, Outcome.REFER_REVIEW, Outcome.DECLINE)
SCORE_SPOKEN = ("title", "value", "business", "currency")
"""What the text of a reason of the scorecard may name: the ratio and its value, among others."""
SPOKEN = ("business", "currency", "expected", "actual")
"""What a reason's text may name besides features and parameters; the last two need `checks`."""
MISSING_SPOKEN = ("what", "why_not")
"""What the text of the reason for rules that could not be evaluated may name."""


def parse_policy(text: str, name: str) -> Policy:
    """The policy that a YAML text writes; `name` is what messages call it. Raises PolicyError."""
    try:
        content = load_yaml(text)
    except ValueError as error:
        raise PolicyError(name, (str(error),)) from None
    shape, advice = shape_of(content)
    if shape is None:
        raise PolicyError(name, advice)
    faults = list(_faults(shape))
    rules, rule_faults = _rules(shape)
    faults += rule_faults
    policy = _policy(shape, rules, hashlib.sha256(text.encode()).hexdigest())
    if not faults:
        faults += _broken_examples(policy)
    if faults:
        raise PolicyError(name, tuple(dict.fromkeys(faults)))
    return policy


def _policy(shape: PolicyShape, rules: tuple[Rule, ...], digest: str) -> Policy:
    return Policy(
        product=shape.policy,
        version=shape.version,
        digest=digest,
        title=shape.title,
        effective_from=shape.effective_from,
        scorecard=shape.scorecard,
        parameters=MappingProxyType(_parameters(shape)),
        rules=rules,
        reasons=MappingProxyType(
            {
                id_: ReasonText(id=id_, text=one.text, checks=tuple(one.checks), features=tuple(one.features))
                for id_, one in shape.reasons.items()
            }
        ),
        requirements=tuple(
            Requirement(
                id=one.id,
                title=one.title,
                per=one.per,
                fields=MappingProxyType({kind: tuple(fields) for kind, fields in one.kinds.items()}),
                roles=tuple(one.roles),
                dated=one.dated,
                oldest=one.oldest,
            )
            for one in shape.requires
        ),
        tenors=tuple(shape.tenors),
        prices=tuple(PriceBand(up_to=band.pd_up_to, annual_rate=band.rate) for band in shape.prices),
        conditions=tuple(shape.conditions),
    )


def _parameters(shape: PolicyShape) -> dict[str, Parameter]:
    found = {}
    for name, one in shape.parameters.items():
        values = tuple(
            DatedValue(since=since, by_currency=MappingProxyType(value if isinstance(value, dict) else {"": value}))
            for since, value in sorted(one.from_.items())
        )
        found[name] = Parameter(name=name, unit=one.unit, owner=one.owner, reference=one.reference, values=values)
    return found


def _rules(shape: PolicyShape) -> tuple[tuple[Rule, ...], list[str]]:
    features = {name: measure.unit for name, measure in MEASURES.items()}
    parameters = {name: parameter.unit for name, parameter in shape.parameters.items()}
    rules, faults = [], []
    for one in shape.rules:
        try:
            when = compile_expression(one.when, features, parameters)
        except Unreadable as error:
            faults += [f"rule {one.id}: {sentence}" for sentence in error.args]
            continue
        faults += _rule_faults(one, when, shape)
        examples = [
            Example(fires=fires, values=MappingProxyType(values))
            for fires, given in ((True, one.examples.fires), (False, one.examples.clear))
            for values in given
        ]
        rules.append(
            Rule(
                id=one.id,
                name=one.name,
                when=when,
                action=one.action,
                reason=one.reason,
                on_missing=one.on_missing,
                examples=tuple(examples),
            )
        )
    return tuple(rules), faults


def _rule_faults(rule: RuleShape, when: Expression, shape: PolicyShape) -> Iterator[str]:
    if rule.action not in ACTIONS:
        yield f"rule {rule.id}: a rule cannot {rule.action}; it may {', '.join(ACTIONS)}"
    reason = shape.reasons.get(rule.reason)
    if reason is None:
        near = get_close_matches(rule.reason, shape.reasons, 1)
        hint = f', did you mean "{near[0]}"?' if near else ""
        yield f'rule {rule.id}: the reason "{rule.reason}" has no text under reasons{hint}'
    else:
        allowed = {*when.features, *shape.parameters, *SPOKEN[:2], *(SPOKEN[2:] if reason.checks else ())}
        for name in sorted(set(placeholders(reason.text)) - allowed):
            seen = ", ".join(when.features)
            yield f'reason {rule.reason}: rule {rule.id} gives nothing for "{{{name}}}"; it reads {seen}'
    for values in (*rule.examples.fires, *rule.examples.clear):
        if set(values) != set(when.features):
            yield f"rule {rule.id}: an example must give {', '.join(when.features)} and nothing else"


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces. A text with a brace too many or too few has a name that nothing has."""
    try:
        return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return ("a brace without its other half",)


def _faults(shape: PolicyShape) -> Iterator[str]:
    for id_, count in Counter(rule.id for rule in shape.rules).items():
        if count > 1:
            yield f"rule {id_}: the id is used {count} times"
    for name, unit in NEEDED.items():
        given = shape.parameters.get(name)
        if given is None:
            yield f'the parameter "{name}" ({unit}) is missing'
        elif given.unit is not unit:
            yield f'the parameter "{name}" must have the unit {unit}, not {given.unit}'
    yield from _parameter_faults(shape)
    yield from _reason_faults(shape)
    yield from _requirement_faults(shape)
    yield from _price_faults(shape)


def _parameter_faults(shape: PolicyShape) -> Iterator[str]:
    for name, parameter in shape.parameters.items():
        if min(parameter.from_) > shape.effective_from:
            yield f'the parameter "{name}" has no value on {shape.effective_from}, when the policy begins'
        for value in parameter.from_.values():
            if isinstance(value, dict) is not (parameter.unit is Unit.MONEY):
                form = "one value for each currency" if parameter.unit is Unit.MONEY else "one value"
                yield f'the parameter "{name}" ({parameter.unit}) must have {form}'


def _reason_faults(shape: PolicyShape) -> Iterator[str]:
    used = {rule.reason for rule in shape.rules} | {NOT_EVALUATED}
    if NOT_EVALUATED not in shape.reasons:
        yield f'the reason "{NOT_EVALUATED}" is missing; it speaks for rules that could not be evaluated'
    for id_, reason in shape.reasons.items():
        if id_ not in used and not reason.features:
            yield f'the reason "{id_}" is used by no rule and speaks for no feature of the scorecard'
        for check in reason.checks:
            if check not in CHECKS:
                near = get_close_matches(check, CHECKS, 1)
                yield f'reason {id_}: unknown check "{check}"' + (f', did you mean "{near[0]}"?' if near else "")
        for name in reason.features:
            if name not in MEASURES:
                near = get_close_matches(name, MEASURES, 1)
                yield f'reason {id_}: unknown feature "{name}"' + (f', did you mean "{near[0]}"?' if near else "")
        if id_ == NOT_EVALUATED:
            for name in sorted(set(placeholders(reason.text)) - set(MISSING_SPOKEN)):
                yield f'reason {id_}: it may name only {", ".join(MISSING_SPOKEN)}, not "{name}"'
        elif reason.features:
            for name in sorted(set(placeholders(reason.text)) - set(SCORE_SPOKEN)):
                yield f'reason {id_}: it may name only {", ".join(SCORE_SPOKEN)}, not "{name}"'


def _requirement_faults(shape: PolicyShape) -> Iterator[str]:
    for one in shape.requires:
        if bool(one.roles) is not (one.per is Per.PERSON):
            yield f"requirement {one.id}: roles belong to what is required per person, and only there"
        if bool(one.dated) is not bool(one.oldest):
            yield f"requirement {one.id}: dated and oldest belong together"
        if one.oldest and (one.oldest not in shape.parameters or shape.parameters[one.oldest].unit is not Unit.MONTHS):
            yield f'requirement {one.id}: "{one.oldest}" is no parameter in months'


def _price_faults(shape: PolicyShape) -> Iterator[str]:
    bands = [(band.pd_up_to, band.rate) for band in shape.prices]
    if bands != sorted(set(bands)) or len({limit for limit, _ in bands}) != len(bands):
        yield "prices must rise with pd_up_to, one for each"
    if any(rate < lower for (_, lower), (_, rate) in itertools.pairwise(bands)):
        yield "prices: a higher risk cannot have a lower rate"
    if not all(0 < limit <= 1 and 0 <= rate < 1 for limit, rate in bands):
        yield "prices: pd_up_to and rate are fractions between 0 and 1"
    if sorted(set(shape.tenors)) != shape.tenors or shape.tenors[0] < 1:
        yield "tenors must be months in rising order"


def _broken_examples(policy: Policy) -> Iterator[str]:
    """The examples hold with the latest parameters, in the first currency that the file names."""
    day = max(value.since for parameter in policy.parameters.values() for value in parameter.values)
    currencies = [
        name for one in policy.parameters.values() for value in one.values for name in value.by_currency if name
    ]
    limits = _prefixed(policy, day, currencies[0] if currencies else "")
    for rule in policy.rules:
        for example in rule.examples:
            try:
                fires = rule.when.holds({**limits, **example.values})
            except (ArithmeticError, KeyError):
                yield f"rule {rule.id}: the example {_shown(example)} cannot be evaluated"
                continue
            if fires is not example.fires:
                yield f"rule {rule.id}: the example {_shown(example)} should {'fire' if example.fires else 'be clear'}"


def _prefixed(policy: Policy, day: dt.date, currency: str) -> dict[str, Decimal]:
    return {f"p.{name}": value for name, value in policy.limits(day, currency).items()}


def _shown(example: Example) -> str:
    return ", ".join(f"{name} = {value}" for name, value in example.values.items())
