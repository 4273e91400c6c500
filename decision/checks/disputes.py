"""What the applicant says that their papers state, where the papers were read otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Document, Finding, Severity
from decision.check import Check
from decision.dossier import Dossier, places
from decision.words import field_title, kind_title


def _disputed(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """A dispute is a statement, never a reading: it can make a person look, and nothing else."""
    known = {document.id: document for document in (*dossier.documents, *dossier.set_aside)}
    if not dossier.application.disputes:
        yield check.could_not_run("The applicant was not shown the readings, or agrees with them.")
    decisive = {kind for requirement in dossier.requirements for kind in requirement.kinds}
    for dispute in dossier.application.disputes:
        document = known.get(dispute.document)
        if document is None:
            yield check.could_not_run("A paper that the applicant says was read wrongly is not among the files.")
            continue
        read = document.text(dispute.field) or dispute.read
        if read == dispute.said.strip():
            yield check.clear(_told(document, dispute.field, dispute.said, read), expected=dispute.said, actual=read)
            continue
        yield check.found(
            _told(document, dispute.field, dispute.said, read),
            expected=dispute.said,
            actual=read or "nothing",
            places=places(document, dispute.field),
            severity=None if document.kind in decisive else Severity.LOW,
        )


def _told(document: Document, field: str, said: str, read: str) -> str:
    paper = f"the {kind_title(document.kind)} {document.file} was read as {read!r}" if read else "nothing was read"
    return f"The applicant says that the {field_title(field)} is {said!r}; {paper}."


CHECKS = (
    Check(
        id="disputed_reading",
        severity=Severity.MEDIUM,
        innocent_causes=("The machine misread the page.", "The applicant looked at another paper."),
        action="Open the page at the place and read it yourself; correct the field if the applicant is right.",
        run=_disputed,
    ),
)
