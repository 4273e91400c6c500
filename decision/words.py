"""How sentences of a decision name things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def kind_title(kind: str) -> str:
    """A document kind as a sentence says it.

    >>> kind_title("bank_statement"), kind_title("id_card")
    ('bank statement', 'identity card')
    """
    return {"id_card": "identity card", "cn_id_card": "identity card"}.get(kind, kind.replace("_", " "))


def spoken_date(text: str) -> str:
    """An ISO date as a sentence says it; any other text as it is.

    >>> spoken_date("2026-03-01"), spoken_date("long-term")
    ('1 March 2026', 'long-term')
    """
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def field_title(name: str) -> str:
    """A field as a sentence says it: `date of birth`."""
    return {"mrz": "machine-readable lines", "iban": "IBAN", "entity": "name of the business"}.get(
        name, name.replace("_", " ")
    )


def listed(things: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def sentence(text: str) -> str:
    """With a capital at the beginning and a full stop at the end."""
    bare = text.strip()
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((".", "?", "!")) else ".")
