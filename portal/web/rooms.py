"""The rooms of the house that those who work here may enter, for the navigation at the top."""

from __future__ import annotations

from dataclasses import dataclass

from portal.web.roles import READS_CASES, READS_POLICIES, Role
from portal.web.sessions import Staff


@dataclass(frozen=True, slots=True)
class Room:
    path: str
    title: str
    roles: frozenset[Role]


ROOMS = (
    Room("/desk", "Cases", READS_CASES),
    Room("/office/policies", "Policies", READS_POLICIES),
    Room("/office/audit", "Audit", frozenset({Role.AUDITOR})),
    Room("/office/health", "Health", frozenset({Role.OPERATOR, Role.AUDITOR})),
)


def rooms_of(staff: Staff) -> tuple[Room, ...]:
    return tuple(room for room in ROOMS if staff.may(*room.roles))
