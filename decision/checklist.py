"""The papers that an application needs, one by one, each ticked or not: the policy's requirements for this case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cases.model import Application, FileReading
from decision.book import Book
from decision.calendar import Month
from decision.dossier import Dossier, open_dossier
from decision.gaps import asked_months, missing_months, of_case, of_person
from decision.identity import proofs
from decision.requirement import Gap, Lack, Per, Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One paper that is asked for."""

    requirement: Requirement
    person: str = ""
    """Whose paper it is, where each person sends one."""
    month: dt.date | None = None
    """The first day of the month that it is for, where each month has one."""
    lack: Lack | None = None
    """Why it is still open; None when it is there."""

    @property
    def done(self) -> bool:
        return self.lack is None


def checklist(
    application: Application, readings: Sequence[FileReading], book: Book, today: dt.date
) -> tuple[Item, ...]:
    """What this application needs with what is there ticked, in the order of the policy.

    Raises BadInput for a product that the book does not have.
    """
    policy = book.policy(application.request.product)
    limits = policy.limits(today, application.request.currency)
    dossier = open_dossier(application, readings, today, limits, policy.requirements)
    return tuple(item for requirement in policy.requirements for item in _items(dossier, requirement))


def _items(dossier: Dossier, requirement: Requirement) -> Iterator[Item]:
    match requirement.per:
        case Per.PERSON:
            for proof in proofs(dossier, requirement.roles):
                item = Item(requirement=requirement, person=proof.person.full_name)
                yield _with(item, of_person(dossier, requirement, proof))
        case Per.MONTH:
            missing = missing_months(dossier, requirement)
            for month in asked_months(dossier):
                yield _of_month(requirement, month, month in missing)
        case Per.CASE:
            yield _with(Item(requirement=requirement), of_case(dossier, requirement))


def _with(item: Item, gaps: Iterator[Gap]) -> Item:
    """What is missing of the statement of facts is no lack of a paper."""
    lack = next((gap.lack for gap in gaps if gap.lack is not Lack.NOT_STATED), None)
    return replace(item, lack=lack)


def _of_month(requirement: Requirement, month: Month, missing: bool) -> Item:
    return Item(requirement=requirement, month=month.first, lack=Lack.MISSING if missing else None)
