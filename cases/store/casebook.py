"""Cases themselves: taking them in, finding them, their files, their answers and their plain moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from cases.codec import digest, from_json, to_json
from cases.errors import BadInput, IllegalMove, NotFound
from cases.lifecycle import FIRST, UNCLAIMS, Status, move
from cases.model import Answer, Application
from cases.store import chain, heads
from cases.store.records import AnswerRecord, CaseFile, CaseRecord, Payload
from cases.store.schema import ANSWERS, CASE_FILES, CASES
from cases.store.schema_doors import PROPOSALS

PLAIN_MOVES = frozenset({Status.ACCEPTED, Status.WITHDRAWN, Status.EXPIRED, Status.RECEIVED, Status.REFERRED})
"""What `move_case` may do: the moves that come with no record of their own."""
_HELD = frozenset(UNCLAIMS)


def add_case(
    connection: Connection,
    case_id: str,
    application: Application,
    files: Sequence[CaseFile],
    at: dt.datetime,
    actor: str,
) -> None:
    """A new case, ready to be claimed. Raises BadInput when the id is taken."""
    chain.code(case_id, "case id")
    if len(case_id) > 64:
        raise BadInput("The case id is longer than 64 characters.")
    text = to_json(application)
    row = {
        "id": case_id,
        "status": FIRST,
        "application": text,
        "attempt": 0,
        "tries": 0,
        "created": at,
        "updated": at,
    }
    try:
        connection.execute(insert(CASES).values(**row))
    except IntegrityError:
        raise BadInput(f"There is already a case {case_id}.") from None
    heads.add(connection, case_id, application, at)
    added = _insert_files(connection, case_id, files, at)
    payload: Payload = {
        "to": FIRST.value,
        "application_sha256": digest(text),
        "files": [one.sha256 for one in added],
    }
    chain.append(connection, case_id, "received", payload, actor, at)


def get(connection: Connection, case_id: str) -> CaseRecord:
    """Raises NotFound."""
    row = connection.execute(select(CASES).where(CASES.c.id == case_id)).one_or_none()
    if row is None:
        raise NotFound(f"There is no case {case_id}.")
    return _record(row, _files(connection, [case_id]).get(case_id, ()))


def cases(connection: Connection, status: Status | None, limit: int) -> tuple[CaseRecord, ...]:
    """The cases that moved last, at most `limit` of them."""
    chosen = select(CASES).order_by(CASES.c.updated.desc(), CASES.c.id).limit(limit)
    if status is not None:
        chosen = chosen.where(CASES.c.status == status)
    rows = connection.execute(chosen).all()
    files = _files(connection, [row.id for row in rows])
    return tuple(_record(row, files.get(row.id, ())) for row in rows)


def some(connection: Connection, case_ids: Sequence[str]) -> dict[str, CaseRecord]:
    """The named cases by id."""
    rows = connection.execute(select(CASES).where(CASES.c.id.in_(case_ids))).all()
    files = _files(connection, [row.id for row in rows])
    return {row.id: _record(row, files.get(row.id, ())) for row in rows}


def counts(connection: Connection) -> dict[Status, int]:
    """How many cases have each status; 0 for those that none has."""
    found = connection.execute(select(CASES.c.status, func.count()).group_by(CASES.c.status))
    return dict.fromkeys(Status, 0) | {Status(status): number for status, number in found}


def locked(connection: Connection, case_id: str) -> Row[Any]:
    """The case's row, held until the transaction ends; raises NotFound."""
    row = connection.execute(select(CASES).where(CASES.c.id == case_id).with_for_update()).one_or_none()
    if row is None:
        raise NotFound(f"There is no case {case_id}.")
    return row


def set_status(connection: Connection, case_id: str, now: Status, then: Status, at: dt.datetime) -> None:
    """Moves a locked case on and ends its claim. Raises IllegalMove.

    With the referral lapses an answer that waited for its second signature: it was made on these papers.
    """
    if now is Status.REFERRED:
        lapsed = (PROPOSALS.c.case_id == case_id) & PROPOSALS.c.closed.is_(None)
        connection.execute(update(PROPOSALS).where(lapsed).values(closed=at))
    values: dict[str, object] = {"status": move(now, then), "updated": at, "claimed_by": None, "claim_until": None}
    connection.execute(update(CASES).where(CASES.c.id == case_id).values(**values))


def forgive_tries(connection: Connection, case_id: str) -> None:
    """Something changed, so what was tried before no longer counts against the case."""
    connection.execute(update(CASES).where(CASES.c.id == case_id).values(tries=0))


def add_files(
    connection: Connection, case_id: str, files: Sequence[CaseFile], at: dt.datetime, actor: str
) -> tuple[CaseFile, ...]:
    """What the applicant sent after an incomplete case; gives the files that were not there before.

    Raises IllegalMove when the case does not wait for documents, BadInput when nothing new was sent.
    """
    now = Status(locked(connection, case_id).status)
    if now is not Status.INCOMPLETE:
        raise IllegalMove(f"Case {case_id} is {now}; documents can be added while it is {Status.INCOMPLETE}.")
    added = _insert_files(connection, case_id, files, at)
    if not added:
        raise BadInput(f"Case {case_id} has all of these files already; send the ones that were asked for.")
    set_status(connection, case_id, now, Status.RECEIVED, at)
    forgive_tries(connection, case_id)
    payload: Payload = {"from": now.value, "to": Status.RECEIVED.value, "files": [one.sha256 for one in added]}
    chain.append(connection, case_id, "files_added", payload, actor, at)
    return added


def record_answer(connection: Connection, case_id: str, answer: Answer, at: dt.datetime, actor: str) -> None:
    """Keeps an underwriter's answer and queues the case to be settled; IllegalMove unless it is referred."""
    now = Status(locked(connection, case_id).status)
    if now is not Status.REFERRED:
        raise IllegalMove(f"Case {case_id} is {now}; an answer is for a case that is {Status.REFERRED}.")
    waiting = (PROPOSALS.c.case_id == case_id) & PROPOSALS.c.closed.is_(None)
    if connection.execute(select(PROPOSALS.c.number).where(waiting)).first() is not None:
        raise IllegalMove(f"Case {case_id} has an answer that waits for a second signature; settle that one first.")
    text, number = to_json(answer), len(answers(connection, case_id)) + 1
    connection.execute(
        insert(ANSWERS).values(case_id=case_id, number=number, answer=text, actor=chain.code(actor, "actor"), at=at)
    )
    set_status(connection, case_id, now, Status.ANSWERED, at)
    forgive_tries(connection, case_id)
    payload: Payload = {
        "from": now.value,
        "to": Status.ANSWERED.value,
        "answer": number,
        "answer_sha256": digest(text),
        "outcome": answer.outcome.value,
    }
    chain.append(connection, case_id, "answered", payload, actor, at)


def answers(connection: Connection, case_id: str) -> tuple[AnswerRecord, ...]:
    """The first before the last."""
    rows = connection.execute(select(ANSWERS).where(ANSWERS.c.case_id == case_id).order_by(ANSWERS.c.number))
    return tuple(
        AnswerRecord(
            case_id=row.case_id,
            number=row.number,
            answer=from_json(Answer, row.answer),
            actor=row.actor,
            at=row.at,
        )
        for row in rows
    )


def move_case(
    connection: Connection, case_id: str, then: Status, at: dt.datetime, actor: str, signed_sha256: str = ""
) -> None:
    """Accept, withdraw, let expire, send back to the machine or (after a failure) to a person.

    `signed_sha256` is of what somebody signed with it, which is kept elsewhere. Raises IllegalMove for moves that are
    not in the table, and for those that a claim, files or an answer make.
    """
    now = Status(locked(connection, case_id).status)
    if then not in PLAIN_MOVES or now in _HELD or (now, then) == (Status.INCOMPLETE, Status.RECEIVED):
        raise IllegalMove(f"Case {case_id} is {now} and cannot be made {then} by hand.")
    set_status(connection, case_id, now, then, at)
    forgive_tries(connection, case_id)
    payload: Payload = {"from": now.value, "to": then.value}
    if signed_sha256:
        payload = {**payload, "signed_sha256": signed_sha256}
    chain.append(connection, case_id, "moved", payload, actor, at)


def _insert_files(
    connection: Connection, case_id: str, files: Iterable[CaseFile], at: dt.datetime
) -> tuple[CaseFile, ...]:
    """Those that are new by content; one that brings a taken name gets a number behind it."""
    had = _files(connection, [case_id]).get(case_id, ())
    seen, names = {one.sha256 for one in had}, {one.name for one in had}
    added: list[CaseFile] = []
    for file in files:
        if file.sha256 in seen:
            continue
        chain.code(file.sha256, "SHA-256 of a file")
        kept = CaseFile(name=_free_name(file.name, names), sha256=file.sha256, size=file.size)
        number = len(had) + len(added) + 1
        connection.execute(
            insert(CASE_FILES).values(
                case_id=case_id, number=number, name=kept.name, sha256=kept.sha256, size=kept.size, at=at
            )
        )
        seen.add(kept.sha256)
        names.add(kept.name)
        added.append(kept)
    return tuple(added)


def _free_name(name: str, taken: set[str]) -> str:
    path, number, free = PurePath(name), 2, name
    while free in taken:
        free, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return free


def _files(connection: Connection, case_ids: Sequence[str]) -> dict[str, tuple[CaseFile, ...]]:
    chosen = select(CASE_FILES).where(CASE_FILES.c.case_id.in_(case_ids)).order_by(CASE_FILES.c.number)
    found: dict[str, tuple[CaseFile, ...]] = {}
    for row in connection.execute(chosen):
        file = CaseFile(name=row.name, sha256=row.sha256, size=row.size)
        found[row.case_id] = (*found.get(row.case_id, ()), file)
    return found


def _record(row: Row[Any], files: tuple[CaseFile, ...]) -> CaseRecord:
    return CaseRecord(
        id=row.id,
        status=Status(row.status),
        application=from_json(Application, row.application),
        files=files,
        attempt=row.attempt,
        tries=row.tries,
        claimed_by=row.claimed_by,
        claim_until=row.claim_until,
        created=row.created,
        updated=row.updated,
    )
