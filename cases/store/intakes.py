"""What an applicant has begun: the form as far as it is filled, the files sent so far, and links to come back with.

An intake becomes a case when it is submitted, in one transaction. It stays the applicant's way to that case; files
that are asked for later are kept with it first and then added to the case.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from cases.codec import digest, to_json
from cases.errors import BadInput, IllegalMove, NotFound
from cases.lifecycle import Status
from cases.model import Application
from cases.store import casebook, chain
from cases.store.database import Database
from cases.store.records import CaseFile
from cases.store.schema_doors import INTAKE_FILES, INTAKES, LINKS

Form = Mapping[str, Any]
"""Section to what was typed into it; plain JSON."""
MOST_FILES = 60
"""Files in one intake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeFile:
    """A file that was sent, and what the coach said of it."""

    number: int
    name: str
    sha256: str
    size: int
    advice: tuple[Mapping[str, Any], ...]
    """What troubles it, as plain JSON; empty when nothing does."""
    sent_anyway: bool
    """The applicant saw the advice and sends it as it is."""
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    id: str
    form: Form
    language: str
    case_id: str | None
    """None until it is submitted."""
    created: dt.datetime
    updated: dt.datetime
    files: tuple[IntakeFile, ...] = ()


class Intakes:
    """Intakes, their files and links; every method is one transaction. Methods raise NotFound for an unknown id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, intake_id: str, form: Form, language: str, at: dt.datetime) -> None:
        chain.code(intake_id, "intake")
        with self._database.write() as connection:
            connection.execute(
                insert(INTAKES).values(id=intake_id, form=to_json(form), language=language, created=at, updated=at)
            )

    def get(self, intake_id: str) -> Intake:
        with self._database.read() as connection:
            return _get(connection, intake_id)

    def of_case(self, case_id: str) -> Intake | None:
        """The intake that a case came from; None for a case that was submitted otherwise."""
        with self._database.read() as connection:
            found = connection.execute(select(INTAKES.c.id).where(INTAKES.c.case_id == case_id)).scalar_one_or_none()
            return None if found is None else _get(connection, found)

    def save(self, intake_id: str, section: str, typed: Any, at: dt.datetime) -> None:
        """Keeps one section of the form. Raises IllegalMove when the intake has been submitted."""
        with self._database.write() as connection:
            row = _open_row(connection, intake_id)
            form = {**json.loads(row.form), section: typed}
            connection.execute(update(INTAKES).where(INTAKES.c.id == intake_id).values(form=to_json(form), updated=at))

    def speak(self, intake_id: str, language: str) -> None:
        with self._database.write() as connection:
            connection.execute(update(INTAKES).where(INTAKES.c.id == intake_id).values(language=language))

    def add_file(self, intake_id: str, file: CaseFile, at: dt.datetime) -> IntakeFile:
        """Keeps a file whose bytes are in the blobs; the same bytes twice are one. Raises BadInput for too many."""
        with self._database.write() as connection:
            _refuse_when_submitted(connection, _row(connection, intake_id, lock=True))
            had = _files(connection, intake_id)
            for one in had:
                if one.sha256 == file.sha256:
                    return one
            if len(had) >= MOST_FILES:
                raise BadInput(f"An application takes {MOST_FILES} files; remove one before you send another.")
            chain.code(file.sha256, "SHA-256 of a file")
            last = connection.execute(
                select(func.max(INTAKE_FILES.c.number)).where(INTAKE_FILES.c.intake_id == intake_id)
            ).scalar_one()
            kept = IntakeFile(
                number=(last or 0) + 1,
                name=file.name,
                sha256=file.sha256,
                size=file.size,
                advice=(),
                sent_anyway=False,
                at=at,
            )
            _insert_file(connection, intake_id, kept)
            connection.execute(update(INTAKES).where(INTAKES.c.id == intake_id).values(updated=at))
            return kept

    def advise(self, intake_id: str, number: int, sha256: str, advice: Sequence[Mapping[str, Any]]) -> None:
        """Keeps what the coach said of a file. Raises NotFound when another file has its number since."""
        self._change_file(intake_id, number, sha256, advice=to_json(list(advice)))

    def send_anyway(self, intake_id: str, number: int) -> None:
        self._change_file(intake_id, number, sent_anyway=1)

    def remove_file(self, intake_id: str, number: int) -> None:
        """Takes a file out again. Raises IllegalMove when the case has it already."""
        with self._database.write() as connection:
            row = _row(connection, intake_id, lock=True)
            file = next((one for one in _files(connection, intake_id) if one.number == number), None)
            if file is None:
                raise NotFound("There is no such file.")
            if row.case_id and file.sha256 in {one.sha256 for one in casebook.get(connection, row.case_id).files}:
                raise IllegalMove("This file belongs to the submitted application and stays with it.")
            chosen = (INTAKE_FILES.c.intake_id == intake_id) & (INTAKE_FILES.c.number == number)
            connection.execute(INTAKE_FILES.delete().where(chosen))

    def submit(self, intake_id: str, case_id: str, application: Application, at: dt.datetime, actor: str) -> str:
        """Makes the intake a received case with its files; gives the case's id, which a second call gives again."""
        with self._database.write() as connection:
            row = _row(connection, intake_id, lock=True)
            if row.case_id:
                return str(row.case_id)
            files = _as_case_files(_files(connection, intake_id))
            if not files:
                raise BadInput("Send at least one paper before you submit the application.")
            casebook.add_case(connection, case_id, application, files, at, actor)
            connection.execute(update(INTAKES).where(INTAKES.c.id == intake_id).values(case_id=case_id, updated=at))
            return case_id

    def send_more(self, intake_id: str, at: dt.datetime, actor: str) -> tuple[CaseFile, ...]:
        """Adds the files that the incomplete case does not have yet. Raises IllegalMove, BadInput as `add_files`."""
        with self._database.write() as connection:
            row = _row(connection, intake_id, lock=True)
            if not row.case_id:
                raise IllegalMove("The application has not been submitted yet.")
            files = _as_case_files(_files(connection, intake_id))
            return casebook.add_files(connection, row.case_id, files, at, actor)

    def sign(self, intake_id: str, then: Status, typed: Mapping[str, str], at: dt.datetime, actor: str) -> None:
        """Accepts or withdraws the submitted case; what was typed for it is kept with the form, its hash in the event.

        Raises IllegalMove when the case cannot be moved so, or when nothing has been submitted.
        """
        with self._database.write() as connection:
            row = _row(connection, intake_id, lock=True)
            if not row.case_id:
                raise IllegalMove("The application has not been submitted yet.")
            form = {**json.loads(row.form), then.value: dict(typed)}
            casebook.move_case(connection, row.case_id, then, at, actor, digest(to_json(form[then.value])))
            connection.execute(update(INTAKES).where(INTAKES.c.id == intake_id).values(form=to_json(form), updated=at))

    def add_link(self, intake_id: str, token_sha256: str, expires: dt.datetime) -> None:
        with self._database.write() as connection:
            _row(connection, intake_id)
            connection.execute(insert(LINKS).values(token_sha256=token_sha256, intake_id=intake_id, expires=expires))

    def use_link(self, token_sha256: str, at: dt.datetime) -> str | None:
        """The intake that a link leads to, once and before it runs out; None otherwise."""
        with self._database.write() as connection:
            fresh = (LINKS.c.token_sha256 == token_sha256) & LINKS.c.used.is_(None) & (LINKS.c.expires > at)
            if connection.execute(update(LINKS).where(fresh).values(used=at)).rowcount != 1:
                return None
            named = LINKS.c.token_sha256 == token_sha256
            return str(connection.execute(select(LINKS.c.intake_id).where(named)).scalar_one())

    def _change_file(self, intake_id: str, number: int, sha256: str = "", **values: Any) -> None:
        chosen = (INTAKE_FILES.c.intake_id == intake_id) & (INTAKE_FILES.c.number == number)
        if sha256:
            chosen &= INTAKE_FILES.c.sha256 == sha256
        with self._database.write() as connection:
            if connection.execute(update(INTAKE_FILES).where(chosen).values(**values)).rowcount != 1:
                raise NotFound("There is no such file.")


def _row(connection: Connection, intake_id: str, *, lock: bool = False) -> Row[Any]:
    chosen = select(INTAKES).where(INTAKES.c.id == intake_id)
    row = connection.execute(chosen.with_for_update() if lock else chosen).one_or_none()
    if row is None:
        raise NotFound("There is no such application.")
    return row


def _refuse_when_submitted(connection: Connection, row: Row[Any]) -> None:
    """Papers come before the application is submitted or when more are asked for. Raises IllegalMove otherwise."""
    if row.case_id and casebook.get(connection, row.case_id).status is not Status.INCOMPLETE:
        raise IllegalMove("The application has been submitted; papers are taken when more are asked for.")


def _open_row(connection: Connection, intake_id: str) -> Row[Any]:
    row = _row(connection, intake_id, lock=True)
    if row.case_id:
        raise IllegalMove("The application has been submitted and can no longer be changed.")
    return row


def _get(connection: Connection, intake_id: str) -> Intake:
    row = _row(connection, intake_id)
    return Intake(
        id=row.id,
        form=json.loads(row.form),
        language=row.language,
        case_id=row.case_id,
        created=row.created,
        updated=row.updated,
        files=_files(connection, intake_id),
    )


def _files(connection: Connection, intake_id: str) -> tuple[IntakeFile, ...]:
    chosen = select(INTAKE_FILES).where(INTAKE_FILES.c.intake_id == intake_id).order_by(INTAKE_FILES.c.number)
    return tuple(
        IntakeFile(
            number=row.number,
            name=row.name,
            sha256=row.sha256,
            size=row.size,
            advice=tuple(json.loads(row.advice)),
            sent_anyway=bool(row.sent_anyway),
            at=row.at,
        )
        for row in connection.execute(chosen)
    )


def _insert_file(connection: Connection, intake_id: str, file: IntakeFile) -> None:
    connection.execute(
        insert(INTAKE_FILES).values(
            intake_id=intake_id,
            number=file.number,
            name=file.name,
            sha256=file.sha256,
            size=file.size,
            advice=to_json(list(file.advice)),
            sent_anyway=int(file.sent_anyway),
            at=file.at,
        )
    )


def _as_case_files(files: Sequence[IntakeFile]) -> list[CaseFile]:
    return [CaseFile(name=one.name, sha256=one.sha256, size=one.size) for one in files]
