"""One question of the form: what it asks, and how what was typed becomes a value of the application."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from cases.errors import BadInput
from cases.typed_amount import typed_amount
from cases.typed_value import Refused, read_value

LONGEST = 2000
"""Characters of one answer that are kept."""
_GROUPED = re.compile(r"-?\d{1,3}([,\s]\d{3})+(\.\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s().\-]{5,30}")


class Kind(StrEnum):
    TEXT = "text"
    LINES = "lines"
    MONEY = "money"
    WHOLE = "whole"
    PERCENT = "percent"
    DAY = "day"
    CHOICE = "choice"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    name: str
    """The field of the application that it fills."""
    label: str
    wrong: str
    """What is said when the answer is missing or cannot be used: one sentence on how to write it."""
    kind: Kind = Kind.TEXT
    needed: bool = False
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    autocomplete: str = "off"
    """What a browser may fill in by itself (HTML's own names)."""

    def read(self, typed: str, of: type, section: str) -> Any:
        """The value for a field of the dataclass `of`; None for an answer that may be left out and was.

        Raises Refused; the form then says `wrong`.
        """
        text = typed.strip()
        if not text:
            if self.needed:
                raise Refused(self.wrong)
            return None
        return read_value(typing.get_type_hints(of)[self.name], self._as_written(text), f"[{section}]", self.name)

    def _as_written(self, text: str) -> Any:
        """What was typed in the form that the application file has it in."""
        match self.kind:
            case Kind.MONEY:
                return _money(text, self.wrong)
            case Kind.WHOLE:
                return _digits(text)
            case Kind.PERCENT:
                return _share(text)
            case Kind.LINES:
                return [line.strip() for line in text.splitlines() if line.strip()]
            case Kind.EMAIL if not _EMAIL.fullmatch(text):
                raise Refused(self.wrong)
            case Kind.PHONE if not _PHONE.fullmatch(text):
                raise Refused(self.wrong)
            case Kind.CHOICE if text not in self.choices:
                raise Refused(self.wrong)
        return text


def _money(text: str, wrong: str) -> str:
    try:
        return format(typed_amount(text), "f")
    except BadInput:
        raise Refused(wrong) from None


def _digits(text: str) -> str:
    """Commas and blanks are dropped where they part thousands, and nowhere else."""
    bare = text.strip("£$¥€ ")
    return re.sub(r"[,\s]", "", bare) if _GROUPED.fullmatch(bare) else bare


def _share(text: str) -> str:
    bare = text.rstrip("% ")
    if not re.fullmatch(r"\d{1,3}(\.\d{1,4})?", bare):
        raise Refused("a share is written in percent")
    return str(Decimal(bare) / 100)
