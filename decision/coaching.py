"""What can be told of a single file at once: whether it is on the list of papers, valid, recent enough and legible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cases.model import UNKNOWN, Application, Document, FileReading, Place
from decision.bank import period
from decision.book import Book
from decision.calendar import whole_months
from decision.dossier import IDENTITY, STATEMENT, Dossier, open_dossier, person_name, places
from decision.gaps import asked_months
from decision.identity import expired, lapsed
from decision.names import Likeness, likest, same_person
from decision.requirement import Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that its sender should know of a file."""

    code: str
    """`wrong_kind`, `unknown_kind`, `wrong_side`, `unread`, `expired`, `too_old`, `other_months`, `other_person` or
    `several`."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What belongs into the sentence: kinds, field names, ISO dates, names, counts."""
    place: Place | None = None
    page: int = 1


def remarks(application: Application, reading: FileReading, book: Book, today: dt.date) -> tuple[Remark, ...]:
    """What there is to say of a file that was read. Raises BadInput for a product that the book does not have."""
    policy = book.policy(application.request.product)
    limits = policy.limits(today, application.request.currency)
    dossier = open_dossier(application, (reading,), today, limits, policy.requirements)
    told = [remark for document in reading.documents for remark in _of(dossier, document)]
    if len(reading.documents) > 1:
        told.append(Remark(code="several", facts={"number": str(len(reading.documents))}))
    return tuple(told)


def _of(dossier: Dossier, document: Document) -> Iterator[Remark]:
    page = document.pages[0]
    if document.kind == UNKNOWN:
        yield Remark(code="unknown_kind", page=page)
        return
    asking = [one for one in dossier.requirements if document.kind in one.kinds]
    if not asking:
        yield Remark(code="wrong_kind", facts={"kind": document.kind}, page=page)
        return
    unread = _unread(asking, document)
    if unread:
        code = "wrong_side" if _back(document) else "unread"
        yield Remark(code=code, facts={"kind": document.kind, "fields": ",".join(unread)}, page=page)
    for name, over in (("date_of_expiry", expired), ("valid_to", lapsed)):
        if over(document, dossier.today) and name in document.fields:
            yield _at(document, "expired", name, until=document.text(name) or "")
    for requirement in asking:
        yield from _age(dossier, requirement, document)
    yield from _months(dossier, document)
    yield from _person(dossier, document)


def _unread(asking: list[Requirement], document: Document) -> list[str]:
    """The fields that it must show for the requirement that it serves best."""
    return min(
        (
            [one.split("|")[0] for one in needed if not any(name in document.fields for name in one.split("|"))]
            for requirement in asking
            for needed in (requirement.fields[document.kind],)
        ),
        key=len,
    )


def _back(document: Document) -> bool:
    """Whether a card shows its back: no name and no birth on it."""
    return document.kind in IDENTITY and not person_name(document) and "date_of_birth" not in document.fields


def _age(dossier: Dossier, requirement: Requirement, document: Document) -> Iterator[Remark]:
    date = document.day(requirement.dated) if requirement.dated else None
    if date is None:
        return
    oldest = int(dossier.limit(requirement.oldest))
    if whole_months(date, dossier.today) > oldest:
        yield _at(document, "too_old", requirement.dated, date=str(date), months=str(oldest))


def _months(dossier: Dossier, document: Document) -> Iterator[Remark]:
    days = period(document) if document.kind == STATEMENT else None
    if days is None:
        return
    asked = asked_months(dossier)
    if not any(days.first <= month.last and month.first <= days.last for month in asked):
        first, last = str(asked[0].first), str(asked[-1].last)
        yield _at(document, "other_months", "period_end", first=first, last=last)


def _person(dossier: Dossier, document: Document) -> Iterator[Remark]:
    name, people = person_name(document) if document.kind in IDENTITY else "", dossier.application.people
    if not name or not people:
        return
    same, different = Decimal(dossier.limit("name_same")), Decimal(dossier.limit("name_different"))
    if likest(same_person(one.full_name, name, same, different) for one in people) is Likeness.DIFFERENT:
        yield _at(document, "other_person", "full_name", name=name)


def _at(document: Document, code: str, field_name: str, **facts: str) -> Remark:
    place = next(iter(places(document, field_name)), None)
    page = place.page if place else document.pages[0]
    return Remark(code=code, facts={"kind": document.kind, **facts}, place=place, page=page)
