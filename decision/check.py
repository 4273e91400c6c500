"""A check, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cases.model import CheckResult, Finding, Place, Severity
from decision.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question that is put to a dossier: its id, how much trouble weighs, and what to do about it."""

    id: str
    severity: Severity
    """When the trouble is there."""
    innocent_causes: tuple[str, ...]
    action: str
    """How to look."""
    run: Callable[[Check, Dossier], Iterable[Finding]]

    def found(
        self,
        detail: str,
        *,
        expected: str = "",
        actual: str = "",
        places: Iterable[Place] = (),
        seen: int = 1,
        severity: Severity | None = None,
    ) -> Finding:
        return Finding(
            check=self.id,
            result=CheckResult.FOUND,
            severity=severity or self.severity,
            detail=detail,
            expected=expected,
            actual=actual,
            places=tuple(places),
            items_seen=seen,
            innocent_causes=self.innocent_causes,
            action=self.action,
        )

    def clear(
        self, detail: str, *, expected: str = "", actual: str = "", places: Iterable[Place] = (), seen: int = 1
    ) -> Finding:
        return Finding(
            check=self.id,
            result=CheckResult.NOT_FOUND,
            detail=detail,
            expected=expected,
            actual=actual,
            places=tuple(places),
            items_seen=seen,
        )

    def could_not_run(self, reason: str, places: Iterable[Place] = ()) -> Finding:
        return Finding(
            check=self.id,
            result=CheckResult.COULD_NOT_RUN,
            detail=reason,
            reason=reason,
            places=tuple(places),
            action=self.action,
        )
