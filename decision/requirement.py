"""What an applicant must send, as the policy lists it, and what of it is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.model import Place


class Per(StrEnum):
    """What a required document is asked for once for each."""

    CASE = "case"
    PERSON = "person"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    id: str
    title: str
    """What to send, as a letter says it."""
    per: Per
    fields: Mapping[str, tuple[str, ...]]
    """The kinds that serve, each with the fields it must show; `a|b` means one of them is enough."""
    roles: tuple[str, ...] = ()
    """Of the people that a document per person is asked from."""
    dated: str = ""
    """The field with the date that tells how old the document is; empty when age does not matter."""
    oldest: str = ""
    """The parameter with the greatest age in months."""

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self.fields)


class Lack(StrEnum):
    """Why something that is required is still open."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EXPIRED = "expired"
    OUTDATED = "outdated"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is still open, in words for the applicant."""

    requirement: str
    kind: str
    """The document kind that would close it, or `information`."""
    lack: Lack
    what: str
    why: str
    places: tuple[Place, ...] = ()
