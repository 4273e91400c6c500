"""Who may do what: the roles of the people who work here."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    UNDERWRITER = "underwriter"
    """Settles referred cases within the limit."""
    SENIOR = "senior"
    """Settles all of them, and signs as the second person."""
    CREDIT_OFFICER = "credit_officer"
    """Owns policies and scorecards."""
    OPERATOR = "operator"
    """Watches the machine: health, queue, runs. Sees no papers."""
    AUDITOR = "auditor"
    """Reads everything and changes nothing."""


READS_CASES = frozenset({Role.UNDERWRITER, Role.SENIOR, Role.CREDIT_OFFICER, Role.AUDITOR})
SETTLES_CASES = frozenset({Role.UNDERWRITER, Role.SENIOR})
READS_POLICIES = frozenset({Role.CREDIT_OFFICER, Role.SENIOR, Role.AUDITOR})
EVERYONE = frozenset(Role)
