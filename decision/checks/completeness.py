"""Whether everything that the policy requires was sent, can be read, and is recent and valid."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Finding, Severity
from decision.check import Check
from decision.dossier import Dossier
from decision.gaps import gaps


def _complete(check: Check, dossier: Dossier) -> Iterator[Finding]:
    open_ = gaps(dossier)
    for gap in open_:
        yield check.found(f"{gap.what} {gap.why}", expected=gap.what, actual=gap.lack, places=gap.places)
    if not open_:
        required = len(dossier.requirements)
        yield check.clear("Everything that the policy requires is there.", seen=max(required, 1))


CHECKS = (
    Check(
        id="completeness",
        severity=Severity.MEDIUM,
        innocent_causes=("It is still on its way.", "The reader did not recognise a document that was sent."),
        action="Look through the files that were sent; ask the applicant for what is missing.",
        run=_complete,
    ),
)
