"""What is compared: stated with read, and document with document. One module is one subject.

Every module defines `CHECKS`, and being there is enough for it to run. A check answers found, not found or
could not run; these checks do not indicate conclusively that fraud is present.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from cases.drop_in import gather
from cases.model import Finding
from decision.check import Check
from decision.dossier import Dossier


def _by_id() -> dict[str, Check]:
    """Raises TypeError when two checks have one id."""
    found: dict[str, Check] = {}
    for module, checks in gather(sys.modules[__name__], "CHECKS", tuple).items():
        for check in checks:
            if not isinstance(check, Check) or check.id in found:
                raise TypeError(f"decision.checks.{module} must define CHECKS, a tuple of checks with ids of their own")
            found[check.id] = check
    return found


CHECKS: Mapping[str, Check] = MappingProxyType(_by_id())


def examine(dossier: Dossier) -> tuple[Finding, ...]:
    """The answers of all checks, and the self-checks of all documents."""
    own = (finding for document in (*dossier.documents, *dossier.set_aside) for finding in document.findings)
    compared = (finding for check in CHECKS.values() for finding in check.run(check, dossier))
    return (*own, *compared)
