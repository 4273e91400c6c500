"""What the web's doors refuse, beside what everything refuses (`cases/errors.py`)."""

from __future__ import annotations

from collections.abc import Mapping

from cases.errors import VouchError

GENERAL: Mapping[str, str] = {
    "not_found": "What you look for is not there.",
    "illegal_move": "As things stand, this cannot be done.",
    "unavailable": "This is not available at the moment; please try again shortly.",
    "forbidden": "You may not do this.",
    "bad_input": "Something in what was sent cannot be used.",
}
"""What a reader of another language is told first, by the code of a refusal whose own sentence has no translation."""


class NotSignedIn(VouchError):
    """Nobody has come in by this door; pages lead to it, the API says 401."""

    code = "not_signed_in"
    http_status = 401

    def __init__(self, door: str = "/sign-in") -> None:
        super().__init__("Please sign in first.")
        self.door = door


class Forbidden(VouchError):
    """Whoever came in may not do this."""

    code = "forbidden"
    http_status = 403


class TooOften(VouchError):
    """The same address tries too often."""

    code = "too_often"
    http_status = 429


class TooLarge(VouchError):
    """More than is taken at once."""

    code = "too_large"
    http_status = 413
