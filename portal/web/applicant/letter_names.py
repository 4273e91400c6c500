"""What letters are called on pages."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "approval": "Letter of approval",
    "counter_offer": "Letter with another offer",
    "more_documents": "Letter that asks for more papers",
    "under_review": "Letter on the review by a person",
    "decline": "Letter on why we cannot lend",
}


def letter_title(name: str) -> str:
    return TITLES.get(name, "Letter")
