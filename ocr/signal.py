"""What a file tells of how it was made, seen while it is opened and read; `ocr/tamper.py` makes findings of it."""

from __future__ import annotations

from dataclasses import dataclass

from cases.model import Box, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One sign of editing, of one of the checks in `ocr/tamper.py`. A sign is no verdict."""

    check: str
    severity: Severity
    detail: str
    """One sentence for the underwriter."""
    page: int | None = None
    """Counted from 1; None for the whole file."""
    box: Box | None = None
    """On the page as it was sent."""
    expected: str = ""
    """What stood there before, or what its neighbours have."""
    actual: str = ""
