"""What one module of `decision/features/` declares, and how findings become yes/no features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cases.model import CheckResult, Evidence, Feature, Finding, Severity
from decision.dossier import Dossier
from decision.measure import Measure, absent, measured

Findings = Mapping[str, tuple[Finding, ...]]
"""By check id."""

GRAVE = (Severity.MEDIUM, Severity.HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureGroup:
    measures: tuple[Measure, ...]
    measure: Callable[[Dossier, Findings], Iterable[Feature]]
    """Gives each of the measures once."""


def grave(finding: Finding) -> bool:
    """Whether a finding tells of trouble that a person must settle."""
    return finding.result is CheckResult.FOUND and finding.severity in GRAVE


def evidence(finding: Finding) -> tuple[Evidence, ...]:
    """What a finding rests on: the read value at each of its places, or the stated one alone."""
    shown = finding.actual or finding.detail
    if not finding.places:
        return (Evidence(label=f"check.{finding.check}", value=shown),)
    return tuple(Evidence(label=f"check.{finding.check}", value=shown, place=place) for place in finding.places)


def trouble(name: str, findings: Iterable[Finding]) -> Feature:
    """1 when any of the findings tells of grave trouble, 0 when all looked and saw none.

    One that could not run leaves the question open, and so does having none.
    """
    every = tuple(findings)
    bad = [finding for finding in every if grave(finding)]
    if bad:
        return measured(name, 1, (one for finding in bad for one in evidence(finding)))
    blind = next((finding for finding in every if finding.result is CheckResult.COULD_NOT_RUN), None)
    if blind is not None:
        return absent(name, blind.reason)
    if not every:
        return absent(name, "There was nothing to compare.")
    return measured(name, 0, (one for finding in every for one in evidence(finding)))
