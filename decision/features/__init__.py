"""The numbers that rules and scorecards use. One module is one subject and defines `GROUP`.

Every feature has a value with its evidence, or says why it has none; it is never infinite, and a zero is a
zero that was seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cases.drop_in import gather
from cases.model import Feature, Finding
from decision.dossier import Dossier
from decision.feature_group import FeatureGroup
from decision.measure import Measure


def _groups() -> tuple[FeatureGroup, ...]:
    return tuple(gather(sys.modules[__name__], "GROUP", FeatureGroup).values())


GROUPS = _groups()


def _measures() -> dict[str, Measure]:
    """Raises TypeError when two groups measure the same."""
    every = [measure for group in GROUPS for measure in group.measures]
    named = {measure.name: measure for measure in every}
    if len(named) != len(every):
        raise TypeError("two feature groups declare a measure of the same name")
    return named


MEASURES: Mapping[str, Measure] = MappingProxyType(_measures())


def measure(dossier: Dossier, findings: Iterable[Finding]) -> dict[str, Feature]:
    """Every declared feature of a dossier, by name. Raises ValueError when a group forgets one of its own."""
    by_check: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        by_check[finding.check] = (*by_check.get(finding.check, ()), finding)
    features: dict[str, Feature] = {}
    for group in GROUPS:
        given = {feature.name: feature for feature in group.measure(dossier, by_check)}
        declared = {measure.name for measure in group.measures}
        if given.keys() != declared:
            raise ValueError(f"a feature group gave {sorted(given)} instead of {sorted(declared)}")
        features.update(given)
    return features
