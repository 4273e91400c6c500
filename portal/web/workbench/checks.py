"""The checks' answers, grouped as people read them: found, could not run, not found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cases.model import CheckResult, Finding, Severity

_WEIGHT = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """All answers of one check that came out alike."""

    check: str
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        return self.check.replace("_", " ").capitalize()

    @property
    def worst(self) -> Severity:
        return max((one.severity for one in self.findings), key=_WEIGHT.index)

    @property
    def action(self) -> str:
        return next((one.action for one in self.findings if one.action), "")

    @property
    def causes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cause for one in self.findings for cause in one.innocent_causes))

    @property
    def seen(self) -> int:
        return sum(one.items_seen for one in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    found: tuple[CheckGroup, ...]
    """The gravest first."""
    could_not_run: tuple[CheckGroup, ...]
    not_found: tuple[CheckGroup, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted({one.check for one in (*self.found, *self.could_not_run, *self.not_found)}))


def grouped(findings: Iterable[Finding]) -> Checks:
    by_result: dict[CheckResult, dict[str, list[Finding]]] = {result: {} for result in CheckResult}
    for finding in findings:
        by_result[finding.result].setdefault(finding.check, []).append(finding)
    groups = {
        result: tuple(CheckGroup(check=check, findings=tuple(ones)) for check, ones in found.items())
        for result, found in by_result.items()
    }
    return Checks(
        found=tuple(sorted(groups[CheckResult.FOUND], key=lambda one: -_WEIGHT.index(one.worst))),
        could_not_run=groups[CheckResult.COULD_NOT_RUN],
        not_found=groups[CheckResult.NOT_FOUND],
    )
