"""How a case's work ends: decision, letter, status and event in one transaction, or a failure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from cases.codec import digest, to_json
from cases.errors import BadInput, IllegalMove
from cases.lifecycle import Status, status_after
from cases.marks import Mark
from cases.model import Outcome
from cases.store import chain, heads
from cases.store.casebook import forgive_tries, set_status
from cases.store.claims import case_row, held_row
from cases.store.records import Claim, DecisionRecord, LetterRecord
from cases.store.schema import DECISIONS, LETTERS


def conclude(
    connection: Connection,
    claim: Claim,
    decision: str,
    inputs: str,
    letter: tuple[str, Mapping[str, str]] | None,
    status: Status,
    at: dt.datetime,
    marks: Collection[Mark] = (),
) -> bool:
    """Writes all of a conclusion, or nothing. False: this attempt has concluded before, and nothing was written.

    Raises ClaimLost when another attempt has the case, IllegalMove when the status does not follow from the
    decision's outcome.
    """
    # Locked before it is asked whether it was decided: the same claim may be concluding at this moment.
    case_row(connection, claim)
    if _decided(connection, claim):
        return False
    held_row(connection, claim)
    outcome = _outcome(decision)
    if status_after(outcome) is not status:
        raise IllegalMove(f"A decision to {outcome} makes a case {status_after(outcome)}, not {status}.")
    sealed = {"decision_sha256": digest(decision), "inputs_sha256": digest(inputs)}
    connection.execute(
        insert(DECISIONS).values(
            case_id=claim.case_id,
            attempt=claim.attempt,
            decision=decision,
            inputs=inputs,
            status=status,
            at=at,
            **sealed,
        )
    )
    heads.mark(connection, claim.case_id, marks)
    told = _keep_letter(connection, claim, letter, at) if letter else {}
    set_status(connection, claim.case_id, claim.status, status, at)
    forgive_tries(connection, claim.case_id)
    moved = {"from": claim.status.value, "to": status.value, "attempt": claim.attempt}
    chain.append(connection, claim.case_id, "concluded", {**moved, **sealed, **told}, claim.worker, at)
    return True


def fail(connection: Connection, claim: Claim, code: str, at: dt.datetime) -> None:
    """Ends the work without a decision; a person or a re-run must take it up. Raises ClaimLost."""
    held_row(connection, claim)
    set_status(connection, claim.case_id, claim.status, Status.FAILED, at)
    payload = {
        "from": claim.status.value,
        "to": Status.FAILED.value,
        "attempt": claim.attempt,
        "code": chain.code(code, "code of the failure"),
    }
    chain.append(connection, claim.case_id, "failed", payload, claim.worker, at)


def decided_cases(connection: Connection, limit: int) -> tuple[str, ...]:
    """The ids of the cases that were decided last, the newest first."""
    last = func.max(DECISIONS.c.at)
    chosen = select(DECISIONS.c.case_id).group_by(DECISIONS.c.case_id).order_by(last.desc(), DECISIONS.c.case_id)
    return tuple(connection.execute(chosen.limit(limit)).scalars())


def decisions(connection: Connection, case_id: str) -> tuple[DecisionRecord, ...]:
    """The first before the last, which is the one that holds."""
    chosen = select(DECISIONS).where(DECISIONS.c.case_id == case_id).order_by(DECISIONS.c.attempt)
    return tuple(
        DecisionRecord(
            case_id=row.case_id,
            attempt=row.attempt,
            decision=row.decision,
            decision_sha256=row.decision_sha256,
            inputs=row.inputs,
            inputs_sha256=row.inputs_sha256,
            status=Status(row.status),
            at=row.at,
        )
        for row in connection.execute(chosen)
    )


def letters(connection: Connection, case_id: str) -> tuple[LetterRecord, ...]:
    """The first before the last."""
    chosen = select(LETTERS).where(LETTERS.c.case_id == case_id).order_by(LETTERS.c.attempt, LETTERS.c.name)
    return tuple(
        LetterRecord(case_id=row.case_id, attempt=row.attempt, name=row.name, blobs=json.loads(row.blobs), at=row.at)
        for row in connection.execute(chosen)
    )


def _decided(connection: Connection, claim: Claim) -> Row[Any] | None:
    chosen = select(DECISIONS.c.attempt).where(
        DECISIONS.c.case_id == claim.case_id, DECISIONS.c.attempt == claim.attempt
    )
    return connection.execute(chosen).first()


def _outcome(decision: str) -> Outcome:
    try:
        return Outcome(json.loads(decision)["outcome"])
    except (ValueError, KeyError, TypeError):
        raise BadInput("A decision is kept as the JSON of a Decision, with its outcome.") from None


def _keep_letter(
    connection: Connection, claim: Claim, letter: tuple[str, Mapping[str, str]], at: dt.datetime
) -> dict[str, str]:
    name, blobs = chain.code(letter[0], "name of the letter"), to_json(letter[1])
    connection.execute(
        insert(LETTERS).values(case_id=claim.case_id, attempt=claim.attempt, name=name, blobs=blobs, at=at)
    )
    return {"letter": name, "letter_sha256": digest(blobs)}
