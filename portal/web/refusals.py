"""What the web's doors refuse, beside what everything refuses (`cases/errors.py`)."""

from __future__ import annotations

from cases.errors import VouchError


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
