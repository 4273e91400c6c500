"""Who works on a case. Two workers never hold the same one, and a worker that lost its case can write nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Row, select, update

from cases.errors import ClaimLost, NotFound
from cases.lifecycle import CLAIMS, UNCLAIMS, Status, move
from cases.store import chain
from cases.store.casebook import locked, set_status
from cases.store.records import Claim
from cases.store.schema import CASES

JANITOR = "janitor"
WORKER_STOPPED = "worker_stopped"
"""Why a case is given back by a worker that ends."""
_WORKING = tuple(UNCLAIMS)


def waits(connection: Connection) -> bool:
    """Whether any case is there to be claimed; asked without locking anything."""
    return connection.execute(select(CASES.c.id).where(CASES.c.status.in_(CLAIMS)).limit(1)).first() is not None


def claim(
    connection: Connection, worker: str, at: dt.datetime, lease: dt.timedelta, case_id: str | None = None
) -> Claim | None:
    """The case that has waited longest (or the one named), if nobody else has it; None when there is none."""
    chain.code(worker, "worker's name")
    waiting = select(CASES).where(CASES.c.status.in_(CLAIMS)).order_by(CASES.c.updated, CASES.c.id).limit(1)
    if case_id is not None:
        waiting = waiting.where(CASES.c.id == case_id)
    row = connection.execute(waiting.with_for_update(skip_locked=True)).one_or_none()
    if row is None:
        return None
    now = Status(row.status)
    then = move(now, CLAIMS[now])
    held = Claim(
        case_id=row.id,
        attempt=row.attempt + 1,
        worker=worker,
        until=at + lease,
        status=then,
        tries=row.tries + 1,
    )
    connection.execute(
        update(CASES)
        .where(CASES.c.id == row.id)
        .values(
            status=then,
            attempt=held.attempt,
            tries=held.tries,
            claimed_by=worker,
            claim_until=held.until,
            updated=at,
        )
    )
    payload = {"from": now.value, "to": then.value, "attempt": held.attempt}
    chain.append(connection, row.id, "claimed", payload, worker, at)
    return held


def case_row(connection: Connection, claim: Claim) -> Row[Any]:
    """The locked case of a claim, which may stand or not; raises ClaimLost when there is no such case."""
    try:
        return locked(connection, claim.case_id)
    except NotFound:
        raise ClaimLost(f"Case {claim.case_id} is no longer there.") from None


def held_row(connection: Connection, claim: Claim) -> Row[Any]:
    """The locked case, when the claim still stands; raises ClaimLost when it does not."""
    row = case_row(connection, claim)
    if (row.attempt, row.claimed_by, row.status) != (claim.attempt, claim.worker, claim.status):
        raise ClaimLost(f"Attempt {claim.attempt} at case {claim.case_id} no longer holds it; its work is dropped.")
    return row


def renew(connection: Connection, claim: Claim, at: dt.datetime, lease: dt.timedelta) -> Claim:
    """The claim with a later end. A lease that ran out unnoticed can be renewed; raises ClaimLost otherwise."""
    held_row(connection, claim)
    connection.execute(update(CASES).where(CASES.c.id == claim.case_id).values(claim_until=at + lease))
    return Claim(
        case_id=claim.case_id,
        attempt=claim.attempt,
        worker=claim.worker,
        until=at + lease,
        status=claim.status,
        tries=claim.tries,
    )


def release(connection: Connection, claim: Claim, at: dt.datetime, why: str) -> Status:
    """Gives a case back unfinished, behind the others that wait. Raises ClaimLost.

    A worker that was told to stop tried nothing: that is not counted against the case.
    """
    held_row(connection, claim)
    if why == WORKER_STOPPED:
        connection.execute(update(CASES).where(CASES.c.id == claim.case_id).values(tries=claim.tries - 1))
    return _put_back(
        connection, claim.case_id, claim.status, claim.attempt, UNCLAIMS[claim.status], why, claim.worker, at
    )


def stale(connection: Connection, at: dt.datetime) -> tuple[str, ...]:
    """The cases whose lease has run out."""
    chosen = select(CASES.c.id).where(CASES.c.status.in_(_WORKING), CASES.c.claim_until < at)
    return tuple(connection.execute(chosen.order_by(CASES.c.id)).scalars())


def release_one(connection: Connection, case_id: str, at: dt.datetime, max_attempts: int) -> Status | None:
    """Takes a stale case from its worker: back to the queue, or FAILED after too many tries; None if it is not."""
    row = locked(connection, case_id)
    now = Status(row.status)
    if now not in UNCLAIMS or row.claim_until >= at:
        return None
    then = Status.FAILED if row.tries >= max_attempts else UNCLAIMS[now]
    return _put_back(connection, case_id, now, row.attempt, then, "lease_ran_out", JANITOR, at)


def _put_back(
    connection: Connection,
    case_id: str,
    now: Status,
    attempt: int,
    then: Status,
    why: str,
    actor: str,
    at: dt.datetime,
) -> Status:
    set_status(connection, case_id, now, then, at)
    payload = {"from": now.value, "to": then.value, "attempt": attempt, "code": why}
    chain.append(connection, case_id, "released" if then in CLAIMS else "failed", payload, actor, at)
    return then
