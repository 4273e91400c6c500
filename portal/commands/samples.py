"""Sample cases: folders with what is expected of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases.errors import BadInput, NotFound
from cases.model import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    folder: Path
    expected: dict[str, Any]

    @property
    def name(self) -> str:
        return self.folder.name

    def differs(self, decision: Decision) -> str:
        """In what a decision is not as expected; empty when it is."""
        if decision.outcome.value != self.expected["outcome"]:
            return f"expected {self.expected['outcome']}"
        wanted = self.expected.get("reasons")
        given = [reason.id for reason in decision.reasons]
        if wanted is not None and set(wanted) != set(given):
            return f"expected reasons {', '.join(wanted) or 'none'}"
        return ""


def samples_in(folder: Path, names: Sequence[str]) -> list[Sample]:
    """The sample cases of a folder, by name. Raises NotFound and BadInput."""
    found = sorted(path.parent for path in folder.glob("*/expected.json"))
    unknown = set(names) - {path.name for path in found}
    if unknown:
        raise NotFound(f"There is no sample {', '.join(sorted(unknown))} in {folder}.")
    if not found:
        raise NotFound(f"There are no sample cases in {folder}; run this in the project's folder or give --samples.")
    return [_sample(path) for path in found if not names or path.name in names]


def _sample(folder: Path) -> Sample:
    try:
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    except ValueError as fault:
        raise BadInput(f"{folder.name}/expected.json is not JSON: {fault}.") from None
    return Sample(folder=folder, expected=expected)
