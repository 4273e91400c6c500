"""Slows down whoever tries too often: passwords, codes, links and new applications, by network address."""

from __future__ import annotations

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from portal.web.refusals import TooOften

SIGN_INS = parse("20/5 minutes")
LINKS = parse("30/5 minutes")
NEW_APPLICATIONS = parse("60/hour")
VERIFICATIONS = parse("10/minute")
REPLAYS = parse("6/minute")
WRONG_KEYS = parse("60/minute")
API_CALLS = parse("600/minute")


class Brakes:
    """Counts within this process; several processes each count their own."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def check(self, limit: RateLimitItem, *whose: str) -> None:
        """Counts one more try. Raises TooOften when there were too many."""
        if not self._limiter.hit(limit, str(limit), *whose):
            raise TooOften("There were too many tries from your network; please wait a few minutes.")
