"""What an underwriter sees otherwise than the machine read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cases.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A field's value as an underwriter reads it on the page. The reading stays beside it.

    Raises ValueError when it names no field or has no value.
    """

    document: str
    """`Document.id`."""
    field: str
    value: str
    """Canonical, as `Field.value` is."""
    read: str = ""
    """What the machine had read; empty when it had found nothing."""

    def __post_init__(self) -> None:
        if not self.document or not self.field or not self.value.strip():
            raise ValueError("a correction names a document, a field and its value")


class Judgement(StrEnum):
    """What a person says of a check's answer."""

    RIGHT = "right"
    FALSE_ALARM = "false_alarm"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A person's judgement of a check on a case, kept to learn from."""

    check: str
    judgement: Judgement
    place: Place | None = None
    note: str = ""
