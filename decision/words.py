"""How sentences of a decision name things."""

from __future__ import annotations

from collections.abc import Sequence


def kind_title(kind: str) -> str:
    """A document kind as a sentence says it.

    >>> kind_title("bank_statement"), kind_title("id_card")
    ('bank statement', 'identity card')
    """
    return {"id_card": "identity card", "cn_id_card": "identity card"}.get(kind, kind.replace("_", " "))


def listed(things: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def sentence(text: str) -> str:
    """With a capital at the beginning and a full stop at the end."""
    bare = text.strip()
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((".", "?", "!")) else ".")
