"""Values of the model to canonical JSON and back.

Canonical means one text for one value: sorted keys, no blanks, money and dates as strings. Hashes of decisions
and of their inputs are taken over this text.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from cases.errors import VouchError

Value = TypeVar("Value")


def to_json(value: object) -> str:
    """The canonical JSON text of a model value, of tuples, lists and mappings of them, or of plain values.

    Raises TypeError for a type that the model does not use and ValueError for a float that is no number.
    """
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def plain(value: object) -> Any:
    """A value as what JSON knows: dictionaries, lists, strings, numbers, true, false and null."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {_key(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no JSON form here")


def from_json(type_: type[Value], text: str | bytes) -> Value:
    """The value of a type (a model class, `tuple[Page, ...]` and the like) that `to_json` made the text of.

    Raises VouchError when the text is not of that type; the message names the fields, never their values.
    """
    try:
        value: Value = _adapter(cast(Hashable, type_)).validate_json(text)
    except ValidationError as error:
        wrong = ", ".join(".".join(str(part) for part in one["loc"]) or one["type"] for one in error.errors()[:3])
        name = getattr(type_, "__name__", str(type_))
        raise VouchError(f"A stored record is no {name} of this version of Vouch (wrong: {wrong}).") from None
    return value


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a JSON key is a string, not {type(key).__name__}")
    return key.value if isinstance(key, Enum) else key


@functools.cache
def _adapter(type_: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, type_))
