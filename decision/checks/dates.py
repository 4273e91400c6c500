"""Whether papers are dated in the past, and licences not over."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Finding, Severity
from decision.check import Check
from decision.dossier import REGISTRATION, Dossier, places
from decision.identity import lapsed
from decision.words import field_title, kind_title

_PAST = ("period_end", "established_on", "incorporated_on", "issued_on", "date_of_issue", "valid_from")


def _ahead(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """A statement of days that have not been is a misreading, or was not issued by the bank."""
    dated = [
        (day, f"{field_title(name)} on the {kind_title(document.kind)} {document.file}", places(document, name))
        for document in dossier.documents
        for name in _PAST
        if (day := document.day(name)) is not None
    ]
    for document in dossier.documents:
        lines = [(day, row.place) for row in document.rows if (day := row.day("date")) is not None]
        if lines:
            day, place = max(lines, key=lambda line: line[0])
            dated.append((day, f"last line of {document.file}", (place,)))
    ahead = [one for one in dated if one[0] > dossier.today]
    for day, title, where in ahead:
        detail = f"The {title} is dated {day}, after the day of the decision, {dossier.today}."
        expected = f"not after {dossier.today}"
        yield check.found(detail, expected=expected, actual=str(day), places=where, seen=len(dated))
    if not dated:
        yield check.could_not_run("No document shows a date that could be read.")
    elif not ahead:
        yield check.clear(f"No document bears a date after {dossier.today}.", seen=len(dated))


def _licence(check: Check, dossier: Dossier) -> Iterator[Finding]:
    papers = [one for one in dossier.of(*REGISTRATION) if "valid_to" in one.fields]
    if not papers:
        yield check.could_not_run("No registration paper says until when it is valid.")
    for paper in papers:
        until, where = paper.text("valid_to") or "", places(paper, "valid_to")
        if lapsed(paper, dossier.today):
            detail = f"The {kind_title(paper.kind)} {paper.file} was valid until {until}."
            yield check.found(detail, expected=f"valid on {dossier.today}", actual=until, places=where)
        else:
            yield check.clear(f"{paper.file} is valid until {until}.", actual=until, places=where)


CHECKS = (
    Check(
        id="dates_ahead",
        severity=Severity.MEDIUM,
        innocent_causes=(
            "Day and month changed places.",
            "A reading error.",
            "The case is decided as of an earlier day.",
        ),
        action="Read the date on the page; ask the issuer when there is doubt.",
        run=_ahead,
    ),
    Check(
        id="licence_lapsed",
        severity=Severity.MEDIUM,
        innocent_causes=("The term was extended and the paper is the old one.",),
        action="Look the licence up in the register; ask for the present paper.",
        run=_licence,
    ),
)
