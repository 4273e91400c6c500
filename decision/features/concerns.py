"""What else stands in the way of deciding without a person: files that nothing was taken from, signs that a file was
edited, and grave findings that no other feature reads."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Evidence, Feature
from decision.dossier import BALANCE, IDENTITY, INCOME, REGISTRATION, STATEMENT, Dossier, is_file_signal
from decision.feature_group import FeatureGroup, Findings, evidence, grave
from decision.gaps import gaps
from decision.measure import Measure, Unit, absent, measured

COMPARED = (
    "person_document_number",
    "stated_account",
    "cash_at_bank",
    "comparatives",
    "iban",
    "tax_id",
    "established_on",
    "same_picture",
    "disputed_reading",
)
"""The comparisons that only count here. Most of them need what many files do not have, so one that could not run
leaves nothing open."""
_WEIGHED_ELSEWHERE = {STATEMENT, *BALANCE, *INCOME, *IDENTITY, *REGISTRATION}
"""Kinds whose self-checks have features of their own."""


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    yield _unused(dossier)
    yield _edited(dossier)
    yield _other(dossier, findings)


def _unused(dossier: Dossier) -> Feature:
    """Files that were sent and could not be used: what they say is not known, so nothing is approved over them.

    While something is still open they are probably what was meant to close it, and the applicant is asked first.
    """
    name = "unused_files"
    if dossier.unusable and gaps(dossier):
        return absent(name, "Some files could not be used while documents are still missing.")
    shown = (Evidence(label=f"file.{one.kind}", value=one.file) for one in dossier.unusable)
    return measured(name, len(dossier.unusable), shown)


def _edited(dossier: Dossier) -> Feature:
    """Documents with signs in the file that it was edited. Signs are no proof, and nobody is declined for them."""
    told = [
        finding
        for document in (*dossier.documents, *dossier.set_aside)
        for finding in document.findings
        if is_file_signal(finding) and grave(finding)
    ]
    return measured("file_signals", len(told), (one for finding in told for one in evidence(finding)))


def _other(dossier: Dossier, findings: Findings) -> Feature:
    own = [
        finding
        for document in dossier.documents
        if document.kind not in _WEIGHED_ELSEWHERE
        for finding in document.findings
        if not is_file_signal(finding)
    ]
    compared = [finding for check in COMPARED for finding in findings.get(check, ())]
    told = list({id(one): one for one in (*compared, *own) if grave(one)}.values())
    return measured("other_findings", len(told), (one for finding in told for one in evidence(finding)))


GROUP = FeatureGroup(
    measures=(
        Measure(name="unused_files", unit=Unit.COUNT, title="files that could not be used"),
        Measure(name="file_signals", unit=Unit.COUNT, title="signs that a file was edited"),
        Measure(name="other_findings", unit=Unit.COUNT, title="other differences between papers and application"),
    ),
    measure=_measure,
)
