"""Compares what the policy requires with what was sent: every gap, with what would close it."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import UNKNOWN, Document
from decision.bank import period
from decision.calendar import Month, whole_months
from decision.dossier import STATEMENT, Dossier, Unusable, places
from decision.identity import Proof, expired, lapsed, proofs
from decision.requirement import Gap, Lack, Per, Requirement
from decision.words import field_title, kind_title, listed, spoken_date

_STATED = {
    "annual_revenue": "your revenue of the last financial year",
    "net_profit": "your net profit of the last financial year",
    "existing_debt": "what the business owes to lenders today (0 if nothing)",
    "monthly_debt_service": "what the business pays to lenders each month (0 if nothing)",
}


def gaps(dossier: Dossier) -> tuple[Gap, ...]:
    """All that is still open, in the order of the policy; empty when the file is complete."""
    found: list[Gap] = []
    for requirement in dossier.requirements:
        match requirement.per:
            case Per.PERSON:
                found.extend(_of_people(dossier, requirement))
            case Per.MONTH:
                found.extend(_of_months(dossier, requirement))
            case Per.CASE:
                found.extend(of_case(dossier, requirement))
    return (*found, *_of_statement_of_facts(dossier))


def asked_months(dossier: Dossier) -> tuple[Month, ...]:
    """The latest full months before the decision, the earliest first.

    In the first days of a month the one just ended is not asked for yet: banks take some days to issue it.
    """
    number = int(dossier.limit("statement_months"))
    newest = Month.of(dossier.today).plus(-1)
    if dossier.today.day <= dossier.limit("statement_grace_days") and not _covered(dossier, newest):
        newest = newest.plus(-1)
    return tuple(newest.plus(-back) for back in reversed(range(number)))


def _covered(dossier: Dossier, month: Month) -> bool:
    quiet = int(dossier.limit("statement_gap_days"))
    return any(month in account.months(quiet) for account in dossier.accounts)


def _of_people(dossier: Dossier, requirement: Requirement) -> Iterator[Gap]:
    every = proofs(dossier, requirement.roles)
    if not every:
        yield Gap(
            requirement=requirement.id,
            kind="information",
            lack=Lack.NOT_STATED,
            what="The names, dates of birth and roles of the owners and directors of the business.",
            why="The application names nobody whose identity we could confirm.",
        )
    for proof in every:
        yield from of_person(dossier, requirement, proof)


def of_person(dossier: Dossier, requirement: Requirement, proof: Proof) -> Iterator[Gap]:
    """What is still open of one person's identity."""
    person, document = proof.person, proof.document
    whom = f"{requirement.title} of {person.full_name}"
    if document is None:
        yield _not_sent(dossier, requirement, f"{whom}.", "We have not received it yet.")
    elif unread := _unread(requirement, document):
        yield _not_readable(requirement, document, f"{whom}.", unread)
    elif expired(document, dossier.today):
        until = spoken_date(document.text("date_of_expiry") or "")
        yield Gap(
            requirement=requirement.id,
            kind=document.kind,
            lack=Lack.EXPIRED,
            what=f"{whom} that is still valid.",
            why=f"The {kind_title(document.kind)} that was sent expired on {until}.",
            places=places(document, "date_of_expiry"),
        )
    if person.date_of_birth is None:
        yield Gap(
            requirement=requirement.id,
            kind="information",
            lack=Lack.NOT_STATED,
            what=f"The date of birth of {person.full_name}.",
            why="The application does not state it, so we cannot compare it with the identity document.",
        )


def of_case(dossier: Dossier, requirement: Requirement) -> Iterator[Gap]:
    candidates = dossier.of(*requirement.kinds)
    if requirement.dated:
        candidates = dossier.latest(requirement.kinds, requirement.dated)
    whole = [one for one in candidates if not _unread(requirement, one)]
    if not candidates:
        yield _not_sent(dossier, requirement, f"{requirement.title}.", "We have not received it yet.")
    elif not whole or (requirement.dated and any(one.day(requirement.dated) is None for one in candidates)):
        nearest = min(
            (one for one in candidates if one not in whole),
            key=lambda one: (len(_unread(requirement, one)), one.id),
        )
        yield _not_readable(requirement, nearest, f"{requirement.title}.", _unread(requirement, nearest))
    elif all(lapsed(one, dossier.today) for one in whole):
        until = spoken_date(whole[-1].text("valid_to") or "")
        yield Gap(
            requirement=requirement.id,
            kind=whole[-1].kind,
            lack=Lack.EXPIRED,
            what=f"{requirement.title} that is still valid.",
            why=f"The {kind_title(whole[-1].kind)} that was sent was valid until {until}.",
            places=places(whole[-1], "valid_to"),
        )
    elif requirement.dated:
        latest = max(whole, key=lambda one: (one.day(requirement.dated) or dossier.today.min, one.id))
        date, oldest = latest.day(requirement.dated), int(dossier.limit(requirement.oldest))
        if date is None or whole_months(date, dossier.today) > oldest:
            yield Gap(
                requirement=requirement.id,
                kind=latest.kind,
                lack=Lack.OUTDATED,
                what=f"{requirement.title}, not older than {oldest} months.",
                why=f"The one that was sent is as of {spoken_date(latest.text(requirement.dated) or 'no day')}.",
                places=places(latest, requirement.dated),
            )


def _of_months(dossier: Dossier, requirement: Requirement) -> Iterator[Gap]:
    """The asked months that one account covers with statements that show all they must."""
    missing = missing_months(dossier, requirement)
    if not missing:
        return
    what = f"{requirement.title} for {listed([str(month) for month in missing])}, all pages."
    for statement, unread in _poor_statements(dossier, requirement):
        if period(statement) is None or any(_covers(statement, month) for month in missing):
            yield _not_readable(requirement, statement, what, unread)
            return
    sent = bool(dossier.of(STATEMENT))
    why = "The statements that we have do not cover this time." if sent else "We have not received any yet."
    yield _not_sent(dossier, requirement, what, why)


def missing_months(dossier: Dossier, requirement: Requirement) -> list[Month]:
    """The asked months that no account covers, or only with statements that do not show all they must."""
    quiet, asked = int(dossier.limit("statement_gap_days")), asked_months(dossier)
    months = max((set(one.months(quiet)) & set(asked) for one in dossier.accounts), key=len, default=set())
    poor = _poor_statements(dossier, requirement)
    return [month for month in asked if month not in months or any(_covers(one, month) for one, _ in poor)]


def _poor_statements(dossier: Dossier, requirement: Requirement) -> list[tuple[Document, tuple[str, ...]]]:
    """Statements that do not show all they must, with what could not be read."""
    return [(one, unread) for one in dossier.of(STATEMENT) if (unread := _unread(requirement, one))]


def _covers(statement: Document, month: Month) -> bool:
    """Whether any day of a month is in the statement's period."""
    days = period(statement)
    return days is not None and days.first <= month.last and month.first <= days.last


def _of_statement_of_facts(dossier: Dossier) -> Iterator[Gap]:
    stated = dossier.application.stated
    for name, title in _STATED.items():
        if getattr(stated, name) is None:
            yield Gap(
                requirement="stated",
                kind="information",
                lack=Lack.NOT_STATED,
                what=f"Please tell us {title}.",
                why="The application does not state it, and we compare it with your documents.",
            )
    if not dossier.application.business.registration_number:
        yield Gap(
            requirement="stated",
            kind="information",
            lack=Lack.NOT_STATED,
            what="The registration number of the business.",
            why="The application does not state it, and we compare it with the registration paper.",
        )


def _unread(requirement: Requirement, document: Document) -> tuple[str, ...]:
    """The fields that the document must show and that could not be read."""
    needed = requirement.fields.get(document.kind, ())
    return tuple(names for names in needed if not any(name in document.fields for name in names.split("|")))


def _not_sent(dossier: Dossier, requirement: Requirement, what: str, why: str) -> Gap:
    """Something that is not there, or not there in a form that can be read."""
    blamed = _instead(dossier, requirement)
    if not blamed:
        return Gap(requirement=requirement.id, kind=requirement.kinds[0], lack=Lack.MISSING, what=what, why=why)
    files = listed(list(dict.fromkeys(one.file for one in blamed)))
    return Gap(
        requirement=requirement.id,
        kind=requirement.kinds[0],
        lack=Lack.UNREADABLE,
        what=what,
        why=f"We could not use {files}: {blamed[0].advice}",
    )


def _instead(dossier: Dossier, requirement: Requirement) -> tuple[Unusable, ...]:
    """The unusable files that were probably meant: those of the kind, else those that nothing can be told of."""
    of_kind = [one for one in dossier.unusable if one.kind in requirement.kinds]
    unknown = [one for one in dossier.unusable if one.kind == UNKNOWN]
    likely = of_kind or unknown
    return tuple(one for one in likely if one.advice == likely[0].advice)


def _not_readable(requirement: Requirement, document: Document, what: str, unread: tuple[str, ...]) -> Gap:
    names = listed([field_title(name.split("|")[0]) for name in unread])
    return Gap(
        requirement=requirement.id,
        kind=document.kind,
        lack=Lack.UNREADABLE,
        what=what,
        why=f"In the file {document.file} ({kind_title(document.kind)}) we could not read the {names}.",
    )
