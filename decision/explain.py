"""Principal reasons, from the component that decided, and what would complete the file.

The method follows 12 CFR 1002.9(b)(2) and its official comments: only factors that were looked at, none of the
principal ones left out, at most four, and for a scorecard those furthest below the average of good applicants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cases.model import (
    Application,
    CheckResult,
    Contribution,
    Feature,
    Finding,
    NeededItem,
    Outcome,
    Reason,
    RuleResult,
    Score,
    Severity,
    Verdict,
)
from decision.catalogue import MEASURES, SCORE
from decision.feature_group import evidence as evidence_of
from decision.judge import NOT_EVALUATED
from decision.measure import spoken
from decision.policy import Policy, ReasonText
from decision.requirement import Gap
from decision.words import sentence, spoken_date

MOST_REASONS = 4
_MOST_EVIDENCE = 12
_WEIGHT = tuple(Severity)
_OF_SCORE = frozenset(measure.name for measure in SCORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All that reasons may be drawn from."""

    policy: Policy
    application: Application
    limits: Mapping[str, Decimal]
    features: Mapping[str, Feature]
    findings: tuple[Finding, ...]
    score: Score
    verdicts: tuple[Verdict, ...]


def principal_reasons(grounds: Grounds, deciding: Outcome) -> tuple[Reason, ...]:
    """The reasons for an outcome, from the rules that asked for it, in the order of the policy.

    None for an approval. A rule on the scorecard's risk gives the scorecard's own reasons. Rules that fired come
    before those that could not be evaluated; where something is to be sent, the latter only follow from it.
    """
    asking = [verdict for verdict in grounds.verdicts if verdict.outcome is deciding]
    fired = [verdict for verdict in asking if verdict.result is RuleResult.FIRED]
    blind = [verdict for verdict in asking if verdict.result is not RuleResult.FIRED]
    found: dict[str, Reason] = {}
    for verdict in fired if fired and deciding is Outcome.REFER_INCOMPLETE else (*fired, *blind):
        for reason in reasons_of(grounds, verdict):
            # Several rules may want for the same thing; it is said once.
            why_not = reason.text.partition(":")[2] if reason.id == NOT_EVALUATED else ""
            found.setdefault(reason.id + why_not, reason)
    return tuple(found.values())[:MOST_REASONS]


def reasons_of(grounds: Grounds, verdict: Verdict) -> Iterator[Reason]:
    """What one rule gives as reasons; a rule on the scorecard's risk gives those of the scorecard."""
    if verdict.result is not RuleResult.FIRED:
        yield _not_evaluated(grounds, verdict)
        return
    if _OF_SCORE & set(verdict.read):
        scored = tuple(_of_score(grounds))
        if scored:
            yield from scored
            return
    yield _of_rule(grounds, verdict)


def _of_rule(grounds: Grounds, verdict: Verdict) -> Reason:
    text = grounds.policy.reasons[verdict.reason]
    telling = _telling(grounds, text)
    shown = [one for name in verdict.read if name in grounds.features for one in grounds.features[name].evidence]
    shown = [one for finding in telling for one in evidence_of(finding)] or shown
    return Reason(
        id=text.id,
        text=text.text.format_map(_spoken(grounds, telling)),
        source=f"rule:{verdict.rule}",
        evidence=tuple(dict.fromkeys(shown))[:_MOST_EVIDENCE],
    )


def _telling(grounds: Grounds, text: ReasonText) -> tuple[Finding, ...]:
    """The findings that a reason shows, the gravest first."""
    found = [one for one in grounds.findings if one.check in text.checks and one.result is CheckResult.FOUND]
    return tuple(sorted(found, key=lambda one: -_WEIGHT.index(one.severity)))


def _spoken(grounds: Grounds, telling: tuple[Finding, ...] = ()) -> dict[str, str]:
    currency = grounds.application.request.currency
    words = {
        name: spoken(value, grounds.policy.parameters[name].unit, currency) for name, value in grounds.limits.items()
    }
    for name, feature in grounds.features.items():
        if feature.value is not None and name in MEASURES:
            words[name] = spoken(feature.value, MEASURES[name].unit, currency)
    words["business"] = grounds.application.business.legal_name
    words["currency"] = currency
    if telling:
        words["expected"], words["actual"] = spoken_date(telling[0].expected), spoken_date(telling[0].actual)
    return words


def _not_evaluated(grounds: Grounds, verdict: Verdict) -> Reason:
    text = grounds.policy.reasons[NOT_EVALUATED]
    return Reason(
        id=NOT_EVALUATED,
        text=sentence(text.text.format(what=verdict.name, why_not=_why_not(grounds, verdict)).removesuffix(".")),
        source=f"rule:{verdict.rule}",
    )


def _why_not(grounds: Grounds, verdict: Verdict) -> str:
    for name in verdict.missing:
        feature = grounds.features.get(name)
        if feature is not None and feature.why_not:
            return feature.why_not.removesuffix(".")
        if name.startswith("p."):
            return f"this product is not lent in {grounds.application.request.currency}"
    return "a figure that it needs is not there"


def _of_score(grounds: Grounds) -> Iterator[Reason]:
    """By shortfall against the reference, one for each group of features, only shortfalls."""
    ranked = sorted(grounds.score.contributions, key=lambda one: (-one.shortfall, one.feature))
    groups: dict[str, tuple[ReasonText, Contribution]] = {}
    for contribution in ranked:
        text = grounds.policy.score_reason(contribution.feature)
        if text is not None and contribution.shortfall > 0:
            groups.setdefault(text.id, (text, contribution))
    words = _spoken(grounds)
    for text, contribution in tuple(groups.values())[:MOST_REASONS]:
        feature, measure = grounds.features.get(contribution.feature), MEASURES.get(contribution.feature)
        words["title"] = measure.title if measure else contribution.feature.replace("_", " ")
        shown = feature is not None and feature.value is not None
        words["value"] = words.get(contribution.feature, "") if shown else "not shown in the accounts"
        yield Reason(
            id=text.id,
            text=text.text.format_map(words),
            source=f"feature:{contribution.feature}",
            evidence=(feature.evidence if feature else ())[:_MOST_EVIDENCE],
        )


def needed_items(gaps: Iterable[Gap], reasons: tuple[Reason, ...]) -> tuple[NeededItem, ...]:
    """What the applicant must send: every gap, or, when the file is complete, what the reasons speak of."""
    items = tuple(NeededItem(kind=gap.kind, what=gap.what, why=sentence(gap.why)) for gap in gaps)
    if items:
        return tuple(dict.fromkeys(items))
    return tuple(
        NeededItem(kind="information", what="Please write to us about this, with papers that show it.", why=reason.text)
        for reason in reasons
    )
