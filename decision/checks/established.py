"""Whether the business is as old as it says."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Finding, Severity
from decision.business_age import registered_on
from decision.check import Check
from decision.dossier import REGISTRATION, Dossier


def _established(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated = dossier.application.business.established_on
    registered = registered_on(dossier)
    if stated is None:
        yield check.could_not_run("The application does not state when the business was established.")
    elif registered is None:
        sent = bool(dossier.of(*REGISTRATION))
        yield check.could_not_run(
            "The paper shows no date." if sent else "No registration paper was sent or could be read."
        )
    else:
        day, where = registered
        expected, actual = str(stated), str(day)
        # A company may be registered later than the trade began, but a claim to be older is what matters.
        if (day - stated).days > dossier.limit("established_tolerance_days"):
            detail = f"The business states to exist since {stated}, but was registered on {day}."
            yield check.found(detail, expected=expected, actual=actual, places=where)
        else:
            detail = f"The business was registered on {day}, and states {stated}."
            yield check.clear(detail, expected=expected, actual=actual, places=where)


CHECKS = (
    Check(
        id="established_on",
        severity=Severity.MEDIUM,
        innocent_causes=("The trade was carried on in another form before.", "The company moved registers."),
        action="Ask for papers of the predecessor.",
        run=_established,
    ),
)
