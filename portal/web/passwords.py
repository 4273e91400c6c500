"""Passwords and one-time codes (RFC 6238). What is kept of a password is its Argon2id hash."""

from __future__ import annotations

import base64
import datetime as dt
import hmac
from functools import cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from cases.errors import BadInput

SHORTEST, LONGEST = 12, 200
"""Characters of a password; length is what makes it hard to guess (NIST SP 800-63B)."""
ISSUER = "Vouch"
CODE_SECONDS = 30
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""What OWASP asks for at the least; more memory for each try would help whoever wants to exhaust the machine."""


def hash_of(password: str) -> str:
    """Raises BadInput for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(f"A password has {SHORTEST} to {LONGEST} characters; several words make a good one.")
    return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether it is the password; without a kept hash it takes as long to say no, so names cannot be found out."""
    try:
        return _HASHER.verify(kept or _nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return _HASHER.hash(pyotp.random_base32(32))


def key_from(secret: str) -> str:
    """A key for one-time codes, to be scanned by an authenticator; the same secret always gives the same one."""
    drawn = hmac.digest(secret.encode(), b"key of one-time codes", "sha256")
    return base64.b32encode(drawn[:20]).decode()


def key_address(key: str, account: str) -> str:
    """What the QR code says that an authenticator scans."""
    return pyotp.TOTP(key).provisioning_uri(name=account, issuer_name=ISSUER)


def step_of(code: str, key: str, at: dt.datetime) -> int | None:
    """The time step that a code belongs to, now or one step beside it; None for a wrong code."""
    now = int(at.timestamp()) // CODE_SECONDS
    given = code.replace(" ", "")
    for step in (now, now - 1, now + 1):
        if hmac.compare_digest(pyotp.TOTP(key).at(step * CODE_SECONDS).encode(), given.encode()):
            return step
    return None
