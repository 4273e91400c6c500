"""What underwriters add to a case beside their answer: who has it, corrections, notes, labels, and second signatures.

All of it is written with an event that seals it. The applicant sees none of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, delete, func, insert, or_, select, update

from cases.codec import digest, from_json, to_json
from cases.errors import BadInput, IllegalMove, NotFound
from cases.lifecycle import Status
from cases.model import Answer, Correction, Label
from cases.store import casebook, chain
from cases.store.database import Database
from cases.store.records import Payload
from cases.store.schema import CASES
from cases.store.schema_doors import ASSIGNMENTS, CORRECTIONS, LABELS, NOTES, PROPOSALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that a person wrote on a case, counted from 1 within its kind."""

    number: int
    what: Correction | Label | str
    actor: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An answer that waits for a second person's signature."""

    number: int
    answer: Answer
    why: str
    """The code of the rule that asks for two, such as `above_limit`."""
    actor: str
    at: dt.datetime


class Workbench:
    """Every method is one transaction; methods raise NotFound for an unknown case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, case_id: str, account: str, at: dt.datetime, until: dt.datetime) -> None:
        """Assigns the case until then. Raises IllegalMove while another one has it."""
        with self._database.write() as connection:
            casebook.locked(connection, case_id)
            holder = _holder(connection, case_id, at)
            if holder not in {None, account}:
                raise IllegalMove(f"{holder} is working on case {case_id}.")
            connection.execute(delete(ASSIGNMENTS).where(ASSIGNMENTS.c.case_id == case_id))
            connection.execute(insert(ASSIGNMENTS).values(case_id=case_id, account=account, until=until))

    def let_go(self, case_id: str, account: str) -> None:
        """Gives a case back; nothing happens when another one has it."""
        with self._database.write() as connection:
            held = (ASSIGNMENTS.c.case_id == case_id) & (ASSIGNMENTS.c.account == account)
            connection.execute(delete(ASSIGNMENTS).where(held))

    def holder(self, case_id: str, at: dt.datetime) -> str | None:
        """Who has the case now."""
        with self._database.read() as connection:
            return _holder(connection, case_id, at)

    def hand_over(self, case_id: str, account: str, to: str, at: dt.datetime, until: dt.datetime) -> None:
        """Assigns the case to somebody else. Raises IllegalMove while a third one has it."""
        with self._database.write() as connection:
            casebook.locked(connection, case_id)
            holder = _holder(connection, case_id, at)
            if holder not in {None, account}:
                raise IllegalMove(f"{holder} is working on case {case_id}.")
            connection.execute(delete(ASSIGNMENTS).where(ASSIGNMENTS.c.case_id == case_id))
            connection.execute(insert(ASSIGNMENTS).values(case_id=case_id, account=to, until=until))
            chain.append(connection, case_id, "handed_over", {"to_account": chain.code(to, "account")}, account, at)

    def next_for(self, account: str, at: dt.datetime, after: str = "", *, seconds: bool = False) -> str | None:
        """The referred case that waits longest and that nobody else has, not `after` itself; None when none waits.

        A case that waits for a second signature is only for somebody who `seconds`, and not for who proposed it.
        """
        free = or_(ASSIGNMENTS.c.case_id.is_(None), ASSIGNMENTS.c.account == account, ASSIGNMENTS.c.until <= at)
        proposed = and_(PROPOSALS.c.case_id == CASES.c.id, PROPOSALS.c.closed.is_(None))
        theirs = [PROPOSALS.c.actor != account] if seconds else []
        chosen = (
            select(CASES.c.id)
            .outerjoin(ASSIGNMENTS, ASSIGNMENTS.c.case_id == CASES.c.id)
            .outerjoin(PROPOSALS, proposed)
            .where(CASES.c.status == Status.REFERRED, CASES.c.id != after, free)
            .where(or_(PROPOSALS.c.case_id.is_(None), *theirs))
            .order_by(CASES.c.updated, CASES.c.id)
            .limit(1)
        )
        with self._database.read() as connection:
            found = connection.execute(chosen).scalar_one_or_none()
            return None if found is None else str(found)

    def correct(self, case_id: str, correction: Correction, at: dt.datetime, actor: str) -> None:
        """Keeps a correction of a referred case. Raises IllegalMove for a case of another status."""
        with self._database.write() as connection:
            _referred(connection, case_id)
            if _open_proposal(connection, case_id) is not None:
                raise IllegalMove(f"Case {case_id} waits for a second signature; refuse that answer first.")
            number, text = _next(connection, CORRECTIONS, case_id), to_json(correction)
            _write(connection, CORRECTIONS, case_id, number, actor, at, correction=text)
            told: Payload = {"correction": number, "correction_sha256": digest(text)}
            chain.append(connection, case_id, "corrected", told, actor, at)

    def corrections(self, case_id: str) -> tuple[Entry, ...]:
        """All of them, the first first; the last one of a field counts."""
        return self._entries(CORRECTIONS, "correction", Correction, case_id)

    def corrected(self, case_id: str) -> tuple[Correction, ...]:
        """The corrections alone, as decisions take them."""
        return tuple(one.what for one in self.corrections(case_id) if isinstance(one.what, Correction))

    def note(self, case_id: str, text: str, at: dt.datetime, actor: str) -> None:
        """Raises BadInput for an empty note or one of more than 4,000 characters."""
        if not text.strip() or len(text) > 4000:
            raise BadInput("A note has 1 to 4,000 characters.")
        with self._database.write() as connection:
            casebook.locked(connection, case_id)
            number = _next(connection, NOTES, case_id)
            _write(connection, NOTES, case_id, number, actor, at, text=text.strip())
            told: Payload = {"note": number, "note_sha256": digest(text.strip())}
            chain.append(connection, case_id, "noted", told, actor, at)

    def notes(self, case_id: str) -> tuple[Entry, ...]:
        with self._database.read() as connection:
            rows = connection.execute(_of(NOTES, case_id)).all()
        return tuple(Entry(number=row.number, what=row.text, actor=row.actor, at=row.at) for row in rows)

    def label(self, case_id: str, label: Label, at: dt.datetime, actor: str) -> None:
        """Keeps a person's judgement of a check."""
        with self._database.write() as connection:
            casebook.locked(connection, case_id)
            number, text = _next(connection, LABELS, case_id), to_json(label)
            _write(connection, LABELS, case_id, number, actor, at, label=text)
            told: Payload = {"label": number, "label_sha256": digest(text)}
            chain.append(connection, case_id, "labelled", told, actor, at)

    def labels(self, case_id: str) -> tuple[Entry, ...]:
        return self._entries(LABELS, "label", Label, case_id)

    def propose(self, case_id: str, answer: Answer, why: str, at: dt.datetime, actor: str) -> None:
        """Keeps an answer that a second person must sign. Raises IllegalMove when one waits already."""
        with self._database.write() as connection:
            _referred(connection, case_id)
            if _open_proposal(connection, case_id) is not None:
                raise IllegalMove(f"Case {case_id} waits for a second signature already.")
            number, text = _next(connection, PROPOSALS, case_id), to_json(answer)
            _write(connection, PROPOSALS, case_id, number, actor, at, answer=text, why=chain.code(why, "reason"))
            told: Payload = {"proposal": number, "proposal_sha256": digest(text), "why": why}
            chain.append(connection, case_id, "proposed", told, actor, at)

    def proposal(self, case_id: str) -> Proposal | None:
        """The answer that waits for a second signature."""
        with self._database.read() as connection:
            row = _open_proposal(connection, case_id)
        if row is None:
            return None
        answer = from_json(Answer, row.answer)
        return Proposal(number=row.number, answer=answer, why=row.why, actor=row.actor, at=row.at)

    def second(self, case_id: str, at: dt.datetime, actor: str, number: int | None = None) -> None:
        """Signs the waiting answer, which then is the case's. Raises IllegalMove for its own author, and when the
        waiting one is not that of the number."""
        with self._database.write() as connection:
            row = self._waiting(connection, case_id, number)
            if row.actor == actor:
                raise IllegalMove("The second signature must be another person's.")
            self._close(connection, case_id, row.number, at, seconded_by=actor)
            chain.append(connection, case_id, "seconded", {"proposal": row.number}, actor, at)
            casebook.record_answer(connection, case_id, from_json(Answer, row.answer), at, row.actor)

    def refuse(self, case_id: str, at: dt.datetime, actor: str, number: int | None = None) -> None:
        """Takes the waiting answer away; the case is open to another one. Raises IllegalMove as `second`."""
        with self._database.write() as connection:
            row = self._waiting(connection, case_id, number)
            self._close(connection, case_id, row.number, at)
            chain.append(connection, case_id, "refused", {"proposal": row.number}, actor, at)

    def _waiting(self, connection: Connection, case_id: str, number: int | None) -> Row[Any]:
        casebook.locked(connection, case_id)
        row = _open_proposal(connection, case_id)
        if row is None:
            raise NotFound(f"Case {case_id} has no answer that waits for a second signature.")
        if number is not None and row.number != number:
            raise IllegalMove("The proposed answer has changed or is gone; look at the case again.")
        return row

    def _close(self, connection: Connection, case_id: str, number: int, at: dt.datetime, **values: str) -> None:
        chosen = (PROPOSALS.c.case_id == case_id) & (PROPOSALS.c.number == number)
        connection.execute(update(PROPOSALS).where(chosen).values(closed=at, **values))

    def _entries(self, table: Table, column: str, of: type[Any], case_id: str) -> tuple[Entry, ...]:
        with self._database.read() as connection:
            rows = connection.execute(_of(table, case_id)).all()
        return tuple(
            Entry(number=row.number, what=from_json(of, getattr(row, column)), actor=row.actor, at=row.at)
            for row in rows
        )


def _of(table: Table, case_id: str) -> Any:
    return select(table).where(table.c.case_id == case_id).order_by(table.c.number)


def _next(connection: Connection, table: Table, case_id: str) -> int:
    last = connection.execute(select(func.max(table.c.number)).where(table.c.case_id == case_id)).scalar_one()
    return int(last or 0) + 1


def _write(
    connection: Connection, table: Table, case_id: str, number: int, actor: str, at: dt.datetime, **own: str
) -> None:
    row: Mapping[str, Any] = {"case_id": case_id, "number": number, "actor": chain.code(actor, "actor"), "at": at}
    connection.execute(insert(table).values(**row, **own))


def _referred(connection: Connection, case_id: str) -> None:
    now = Status(casebook.locked(connection, case_id).status)
    if now is not Status.REFERRED:
        raise IllegalMove(f"Case {case_id} is {now}; this is for a case that is {Status.REFERRED}.")


def _holder(connection: Connection, case_id: str, at: dt.datetime) -> str | None:
    named = (ASSIGNMENTS.c.case_id == case_id) & (ASSIGNMENTS.c.until > at)
    found = connection.execute(select(ASSIGNMENTS.c.account).where(named)).scalar_one_or_none()
    return None if found is None else str(found)


def _open_proposal(connection: Connection, case_id: str) -> Row[Any] | None:
    chosen = (PROPOSALS.c.case_id == case_id) & PROPOSALS.c.closed.is_(None)
    return connection.execute(select(PROPOSALS).where(chosen)).one_or_none()
