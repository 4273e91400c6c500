"""Which identity document belongs to which person of the application."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cases.model import LONG_TERM, Document, Person, Role
from decision.dossier import IDENTITY, Dossier, person_name
from decision.names import Likeness, same_person


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A person and the document that is to prove who they are; none when nothing was sent for them."""

    person: Person
    document: Document | None
    likeness: Likeness = Likeness.DIFFERENT
    """Of the two names."""


def must_prove(dossier: Dossier, roles: tuple[str, ...]) -> tuple[Person, ...]:
    """The people whose identity must be proven: those of the roles; owners only from the share in the policy on.

    An owner who does not state a share counts as one of a large share.
    """
    least = dossier.limit("min_owner_share")
    return tuple(
        person
        for person in dossier.application.people
        if person.role in roles
        and not (person.role is Role.OWNER and person.share is not None and person.share < least)
    )


def proofs(dossier: Dossier, roles: tuple[str, ...]) -> tuple[Proof, ...]:
    """Every person who must prove their identity, with their document.

    Documents go to the person whose name they bear, be it one who need not send any. One that bears nobody's
    name goes to somebody for whom nothing else was sent, so that the difference is shown as a difference and
    not as a missing document.
    """
    people = must_prove(dossier, roles)
    others = [person for person in dossier.application.people if person not in people]
    free = [
        one
        for one in dossier.of(*IDENTITY)
        if not any(_alike(dossier, person, one) is Likeness.SAME for person in others)
    ]
    found: dict[int, Proof] = {}
    for likeness in (Likeness.SAME, Likeness.NEAR, Likeness.DIFFERENT):
        for index, person in enumerate(people):
            if index in found:
                continue
            fitting = [
                one for one in free if likeness is Likeness.DIFFERENT or _alike(dossier, person, one) is likeness
            ]
            if fitting:
                best = max(fitting, key=lambda one: (_still_valid(one, dossier.today), _known_by(person, one), one.id))
                free = [one for one in free if one is not best and _alike(dossier, person, one) is not Likeness.SAME]
                found[index] = Proof(person=person, document=best, likeness=_alike(dossier, person, best))
    return tuple(found.get(index, Proof(person=person, document=None)) for index, person in enumerate(people))


def expired(document: Document, today: dt.date) -> bool | None:
    """Whether a document's validity is over on a day; None when it does not say until when it is valid."""
    field = document.fields.get("date_of_expiry")
    if field is None:
        return None
    return field.value != LONG_TERM and dt.date.fromisoformat(field.value) < today


def lapsed(paper: Document, today: dt.date) -> bool:
    """Whether a licence says that it is no longer valid; most papers of registration never lapse."""
    until = paper.day("valid_to")
    return until is not None and until < today


def _alike(dossier: Dossier, person: Person, document: Document) -> Likeness:
    same, different = dossier.limit("name_same"), dossier.limit("name_different")
    return same_person(person.full_name, person_name(document), same, different)


def _still_valid(document: Document, today: dt.date) -> bool:
    return expired(document, today) is False


def _known_by(person: Person, document: Document) -> bool:
    born = document.day("date_of_birth")
    return born is not None and born == person.date_of_birth
