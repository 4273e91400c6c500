"""Whether the people of the application are those on the identity documents and on the registration paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.model import Document, Finding, Role, Severity
from decision.check import Check
from decision.dossier import REGISTRATION, Dossier, person_name, places
from decision.identity import Proof, expired, proofs
from decision.names import Likeness, likest, same_person
from decision.words import kind_title

WHO = (Role.DIRECTOR, Role.OWNER)


def _each(check: Check, dossier: Dossier) -> Iterator[Finding | tuple[Proof, Document]]:
    """The people with their documents, and for those without one the answer that the check could not run."""
    every = proofs(dossier, WHO)
    if not every:
        yield check.could_not_run("The application names no owner or director.")
    for proof in every:
        if proof.document is None:
            yield check.could_not_run(f"No identity document of {proof.person.full_name} was sent or could be read.")
        else:
            yield proof, proof.document


def _names(check: Check, dossier: Dossier) -> Iterator[Finding]:
    for one in _each(check, dossier):
        if isinstance(one, Finding):
            yield one
            continue
        proof, document = one
        stated, read = proof.person.full_name, person_name(document)
        where = places(document, "full_name", "surname", "given_names")
        title = f"The {kind_title(document.kind)} {document.file}"
        if not read:
            yield check.could_not_run(f"{title} shows no name that could be read.")
        elif proof.likeness is Likeness.SAME:
            yield check.clear(f"{title} bears the name of {stated}.", expected=stated, actual=read, places=where)
        else:
            near = proof.likeness is Likeness.NEAR
            detail = f'{title} bears the name "{read}", {"close to" if near else "not"} "{stated}".'
            severity = Severity.MEDIUM if near else None
            yield check.found(detail, expected=stated, actual=read, places=where, severity=severity)


def _births(check: Check, dossier: Dossier) -> Iterator[Finding]:
    for one in _each(check, dossier):
        if isinstance(one, Finding):
            yield one
            continue
        proof, document = one
        stated, read = proof.person.date_of_birth, document.day("date_of_birth")
        where = places(document, "date_of_birth")
        if stated is None:
            yield check.could_not_run(f"The application does not state when {proof.person.full_name} was born.")
        elif read is None:
            yield check.could_not_run(f"The date of birth in {document.file} could not be read.")
        elif stated == read:
            detail = f"{document.file} shows the stated date of birth of {proof.person.full_name}."
            yield check.clear(detail, expected=str(stated), actual=str(read), places=where)
        else:
            detail = f"{proof.person.full_name} states to be born on {stated}, but {document.file} shows {read}."
            yield check.found(detail, expected=str(stated), actual=str(read), places=where)


def _numbers(check: Check, dossier: Dossier) -> Iterator[Finding]:
    for one in _each(check, dossier):
        if isinstance(one, Finding):
            yield one
            continue
        proof, document = one
        stated, read = (
            re.sub(r"\W", "", number).upper()
            for number in (
                proof.person.document_number,
                document.text("document_number") or "",
            )
        )
        numbers = {read, re.sub(r"\W", "", document.text("personal_number") or "").upper()} - {""}
        where = places(document, "document_number")
        if not stated or not numbers:
            side = "is not stated" if not stated else f"in {document.file} could not be read"
            yield check.could_not_run(f"The document number of {proof.person.full_name} {side}.")
        elif stated in numbers:
            yield check.clear(f"{document.file} shows the stated number.", expected=stated, actual=read, places=where)
        else:
            detail = f"The application states the document number {stated}, but {document.file} shows {read}."
            yield check.found(detail, expected=stated, actual=read, places=where)


def _expiry(check: Check, dossier: Dossier) -> Iterator[Finding]:
    for one in _each(check, dossier):
        if isinstance(one, Finding):
            yield one
            continue
        proof, document = one
        until, where = document.text("date_of_expiry") or "", places(document, "date_of_expiry")
        over = expired(document, dossier.today)
        if over is None:
            yield check.could_not_run(f"{document.file} shows no date of expiry that could be read.")
        elif over:
            detail = f"The {kind_title(document.kind)} of {proof.person.full_name} expired on {until}."
            yield check.found(detail, expected=f"valid on {dossier.today}", actual=until, places=where)
        else:
            yield check.clear(f"{document.file} is valid until {until}.", actual=until, places=where)


def _representative(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """The legal representative (法定代表人) binds the company and must be one of the people who apply."""
    papers = [one for one in dossier.of(*REGISTRATION) if one.text("legal_representative")]
    same, different = dossier.limit("name_same"), dossier.limit("name_different")
    people = dossier.application.people
    if not papers or not people:
        yield check.could_not_run(
            "No paper names a legal representative." if people else "The application names nobody."
        )
        return
    for paper in papers:
        read = paper.text("legal_representative") or ""
        likeness = likest(same_person(person.full_name, read, same, different) for person in people)
        stated, where = ", ".join(person.full_name for person in people), places(paper, "legal_representative")
        if likeness is Likeness.SAME:
            detail = "The legal representative is a person of the application."
            yield check.clear(detail, expected=stated, actual=read, places=where)
        else:
            detail = f'{paper.file} names "{read}" as legal representative, who is not in the application.'
            yield check.found(detail, expected=stated, actual=read, places=where)


CHECKS = (
    Check(
        id="person_name",
        severity=Severity.HIGH,
        innocent_causes=(
            "A married name.",
            "Another spelling or order of names.",
            "Another person's document was sent.",
        ),
        action="Compare the name, the picture and the machine-readable lines on the page.",
        run=_names,
    ),
    Check(
        id="person_birth",
        severity=Severity.HIGH,
        innocent_causes=("Day and month changed places.", "A typing error."),
        action="Compare the date on the page and in the machine-readable lines.",
        run=_births,
    ),
    Check(
        id="person_document_number",
        severity=Severity.MEDIUM,
        innocent_causes=("The document was renewed.", "Another document's number was stated."),
        action="Ask which document the stated number belongs to.",
        run=_numbers,
    ),
    Check(
        id="identity_expired",
        severity=Severity.MEDIUM,
        innocent_causes=("A renewal is under way.",),
        action="Ask for a document that is valid today.",
        run=_expiry,
    ),
    Check(
        id="legal_representative",
        severity=Severity.HIGH,
        innocent_causes=("The representative changed since the paper was issued.",),
        action="Look the company up in the register; ask for the representative's consent and identity document.",
        run=_representative,
    ),
)
