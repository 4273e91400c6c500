"""The statuses of a case and the table of its legal moves.

                 received <-------------------------------- incomplete
                    |  ^  lease ran out                        ^
                    v  |                                       |
                processing --> approved | counter_offered | incomplete | declined | referred | failed
                                                                             |
    settling <-> answered <--------------------------------------------------+
       |
       +--> approved | counter_offered | incomplete | declined | referred | failed

A failure leads back to the machine or to a person; there is no way from it to an approval that passes neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from cases.errors import IllegalMove
from cases.model import Outcome


class Status(StrEnum):
    RECEIVED = "received"
    PROCESSING = "processing"
    APPROVED = "approved"
    COUNTER_OFFERED = "counter_offered"
    INCOMPLETE = "incomplete"
    REFERRED = "referred"
    ANSWERED = "answered"
    SETTLING = "settling"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    FAILED = "failed"


S = Status
_CONCLUSIONS = frozenset({S.APPROVED, S.COUNTER_OFFERED, S.INCOMPLETE, S.REFERRED, S.DECLINED})

MOVES: Mapping[Status, frozenset[Status]] = MappingProxyType(
    {
        S.RECEIVED: frozenset({S.PROCESSING, S.WITHDRAWN}),
        S.PROCESSING: _CONCLUSIONS | {S.RECEIVED, S.FAILED},
        S.APPROVED: frozenset({S.ACCEPTED, S.WITHDRAWN, S.EXPIRED}),
        S.COUNTER_OFFERED: frozenset({S.ACCEPTED, S.WITHDRAWN, S.EXPIRED}),
        S.INCOMPLETE: frozenset({S.RECEIVED, S.WITHDRAWN, S.EXPIRED}),
        S.REFERRED: frozenset({S.ANSWERED, S.RECEIVED, S.WITHDRAWN}),
        S.ANSWERED: frozenset({S.SETTLING, S.WITHDRAWN}),
        S.SETTLING: _CONCLUSIONS | {S.ANSWERED, S.FAILED},
        S.DECLINED: frozenset(),
        S.ACCEPTED: frozenset(),
        S.WITHDRAWN: frozenset(),
        S.EXPIRED: frozenset(),
        S.FAILED: frozenset({S.RECEIVED, S.REFERRED, S.WITHDRAWN}),
    }
)

FIRST = S.RECEIVED
"""Where every case begins."""

CLOSED = frozenset(status for status, onward in MOVES.items() if not onward)
"""Nothing leads out of these; a new request is a new case."""

CLAIMS: Mapping[Status, Status] = MappingProxyType({S.RECEIVED: S.PROCESSING, S.ANSWERED: S.SETTLING})
"""What a worker may claim, and the status that the case then has until it concludes."""

UNCLAIMS: Mapping[Status, Status] = MappingProxyType({working: queued for queued, working in CLAIMS.items()})
"""Where a case goes back to when its worker is lost."""

_AFTER = {
    Outcome.APPROVE: S.APPROVED,
    Outcome.COUNTER_OFFER: S.COUNTER_OFFERED,
    Outcome.REFER_INCOMPLETE: S.INCOMPLETE,
    Outcome.REFER_REVIEW: S.REFERRED,
    Outcome.DECLINE: S.DECLINED,
}


def move(now: Status, then: Status) -> Status:
    """`then`, when the table allows it; raises IllegalMove otherwise."""
    if then not in MOVES[now]:
        allowed = ", ".join(sorted(MOVES[now])) or "nothing, for it is closed"
        raise IllegalMove(f"A case that is {now} cannot become {then}; it can become {allowed}.")
    return then


def status_after(outcome: Outcome) -> Status:
    """The status that a decision's outcome gives its case."""
    return _AFTER[outcome]
