"""Ratios beside those of the year before, the score's points, and the rules with what they read."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal, localcontext

from cases.model import Decision, Document, Feature, Field, RuleResult, Verdict
from decision.catalogue import MEASURES
from decision.dossier import BALANCE, INCOME, Dossier, breaks
from decision.measure import EXACT, Unit
from decision.policy import Policy
from decision.ratios import MEASURES as RATIOS
from decision.ratios import statement_features

PRIOR = "_prior"
MORE = ("dscr", "stressed_dscr", "cash_dscr", "altman_z_double_prime")
"""Figures that stand with the ratios, though no accounts alone give them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRow:
    title: str
    feature: Feature
    unit: Unit
    prior: Decimal | None
    """Of the year before; None when the accounts do not tell."""

    @property
    def trend(self) -> str:
        """`up`, `down` or empty."""
        if self.feature.value is None or self.prior is None or self.feature.value == self.prior:
            return ""
        return "up" if self.feature.value > self.prior else "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadValue:
    name: str
    title: str
    value: str
    unit: Unit | None
    is_limit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    verdict: Verdict
    read: tuple[ReadValue, ...]


def ratio_rows(decision: Decision, dossier: Dossier) -> tuple[RatioRow, ...]:
    with localcontext(EXACT):
        before = {one.name: one.value for one in statement_features(tuple(_year_before(dossier)))}
    wanted = {*RATIOS, *MORE}
    return tuple(
        RatioRow(
            title=title_of(one.name),
            feature=one,
            unit=MEASURES[one.name].unit if one.name in MEASURES else Unit.RATIO,
            prior=before.get(one.name),
        )
        for one in sorted(decision.features, key=lambda one: (one.name not in MORE, one.name))
        if one.name in wanted
    )


def rule_rows(decision: Decision, policy: Policy) -> tuple[RuleRow, ...]:
    """Every rule: those that asked for something first, else in the order of the policy."""
    order = (RuleResult.FIRED, RuleResult.ERROR, RuleResult.NOT_EVALUATED, RuleResult.CLEAR)
    ranked = sorted(decision.verdicts, key=lambda one: order.index(one.result))
    return tuple(
        RuleRow(verdict=one, read=tuple(_read(name, value, policy) for name, value in one.read.items()))
        for one in ranked
    )


def title_of(name: str) -> str:
    """A measure as the beginning of a line."""
    known = MEASURES.get(name)
    words = known.title if known else name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _read(name: str, value: str, policy: Policy) -> ReadValue:
    if name.startswith("p."):
        parameter = policy.parameters.get(name.removeprefix("p."))
        title = name.removeprefix("p.").replace("_", " ")
        unit = parameter.unit if parameter else None
        return ReadValue(name=name, title=title, value=value, unit=unit, is_limit=True)
    known = MEASURES.get(name)
    # A yes or no answers what the feature is called (`birth_mismatch`), not what its title asks.
    title = name.replace("_", " ") if known is None or known.unit is Unit.YES_NO else title_of(name)
    return ReadValue(name=name, title=title, value=value, unit=known.unit if known else None, is_limit=False)


def _year_before(dossier: Dossier) -> list[Document]:
    """The accounts as though the comparative figures in them were the year's own."""
    return [
        dataclasses.replace(document, fields=_of_year_before(document))
        for document in dossier.of(*dict.fromkeys((*BALANCE, *INCOME)))
        if not breaks(document)
    ]


def _of_year_before(document: Document) -> dict[str, Field]:
    kept = {name: one for name, one in document.fields.items() if name in {"period_start", "period_end", "currency"}}
    prior = {
        name.removesuffix(PRIOR): dataclasses.replace(one, name=name.removesuffix(PRIOR))
        for name, one in document.fields.items()
        if name.endswith(PRIOR)
    }
    return {**kept, **prior}
