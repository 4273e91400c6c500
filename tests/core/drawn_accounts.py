"""Accounts drawn from plain lines, and what is read from them, to compare with what they print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from ocr.classify import Known, classify
from tests.core.drawn import drawn


def as_expected(told: str) -> dict[str, str | Decimal]:
    """`name=value; name=value` as values; amounts are compared as amounts."""
    pairs = (one.split("=", 1) for one in told.split("; "))
    return {name: _plain(value) for name, value in pairs}


def read_of_kind(kind: str, sheet: str, names: Iterable[str]) -> Mapping[str, str | Decimal]:
    """Some fields of a sheet that is known as a kind; empty for those that are not read."""
    text = drawn(sheet)
    known = classify(text)
    assert isinstance(known, Known)
    assert known.kind.name == kind
    fields = known.kind.extract(text, "d").fields
    return {name: _plain(fields[name].value if name in fields else "") for name in names}


def _plain(value: str) -> str | Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value
