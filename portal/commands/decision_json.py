"""The JSON of `vouch decide`: the outcome and everything that it rests on."""

from __future__ import annotations

from typing import Any

from cases.codec import plain
from cases.model import Decision
from portal.commands.read_json import finding_json


def decision_json(decision: Decision) -> dict[str, Any]:
    """Outcome, reasons with their evidence, offer, what is needed, score, verdicts, findings, features, versions."""
    told: dict[str, Any] = plain(decision)
    told["findings"] = [finding_json(finding) for finding in decision.findings]
    return {
        name: told[name]
        for name in (
            *("outcome", "as_of", "reasons", "offer", "needed"),
            *("score", "verdicts", "findings", "features", "versions"),
        )
    }
