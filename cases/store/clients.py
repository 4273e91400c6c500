"""Clients of the API: their keys, the cases that are theirs, and what they were answered, so that asking again is safe.

Keys are kept as hashes only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from cases.codec import to_json
from cases.errors import BadInput, NotFound
from cases.store import chain
from cases.store.database import Database
from cases.store.schema_doors import API_ANSWERS, API_CLIENTS, CLIENT_CASES, INTAKES

KEPT = dt.timedelta(hours=24)
"""For how long an answer can be had again by its idempotency key."""
GIVEN_UP = dt.timedelta(minutes=2)
"""A request that has not been answered for so long never will be; its key serves again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    id: str
    disabled: bool
    created: dt.datetime

    @property
    def actor(self) -> str:
        """As events name it."""
        return f"api:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a client was told to an earlier request with the same key."""

    request_sha256: str
    status: int | None
    """None: that request is still being answered."""
    answer: str


class Clients:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, client: str, key_sha256: str, at: dt.datetime) -> None:
        """Raises BadInput when the name is taken or no code."""
        chain.code(client, "name of the client")
        if len(client) > 64:
            raise BadInput("The name of the client is longer than 64 characters.")
        try:
            with self._database.write() as connection:
                row = {"id": client, "key_sha256": key_sha256, "disabled": 0, "created": at}
                connection.execute(insert(API_CLIENTS).values(**row))
        except IntegrityError:
            raise BadInput(f"There is already a client {client}.") from None

    def by_key(self, key_sha256: str) -> Client | None:
        """Whose key it is; None for nobody's and for that of a disabled client."""
        with self._database.read() as connection:
            chosen = select(API_CLIENTS).where(API_CLIENTS.c.key_sha256 == key_sha256, API_CLIENTS.c.disabled == 0)
            row = connection.execute(chosen).one_or_none()
        return None if row is None else _client(row)

    def all(self) -> tuple[Client, ...]:
        with self._database.read() as connection:
            return tuple(_client(row) for row in connection.execute(select(API_CLIENTS).order_by(API_CLIENTS.c.id)))

    def disable(self, client: str) -> None:
        """Its key opens nothing any more. Raises NotFound."""
        with self._database.write() as connection:
            named = update(API_CLIENTS).where(API_CLIENTS.c.id == client)
            if connection.execute(named.values(disabled=1)).rowcount != 1:
                raise NotFound(f"There is no client {client}.")

    def begin_case(self, client: str, intake_id: str, form: Mapping[str, Any], language: str, at: dt.datetime) -> None:
        """A new intake that is this client's and nobody else's."""
        chain.code(intake_id, "intake")
        row = {"id": intake_id, "form": to_json(form), "language": language, "created": at, "updated": at}
        with self._database.write() as connection:
            connection.execute(insert(INTAKES).values(**row))
            connection.execute(insert(CLIENT_CASES).values(intake_id=intake_id, client=client))

    def has_case(self, client: str, intake_id: str) -> bool:
        chosen = select(CLIENT_CASES.c.client).where(CLIENT_CASES.c.intake_id == intake_id)
        with self._database.read() as connection:
            return connection.execute(chosen).scalar_one_or_none() == client

    def begin_answer(self, client: str, key: str, request_sha256: str, at: dt.datetime) -> Answered | None:
        """Takes the key for a new request, None; or what the request that had it was told. Old ones are swept."""
        mine = (API_ANSWERS.c.client == client) & (API_ANSWERS.c.key == key)
        with self._database.write() as connection:
            connection.execute(delete(API_ANSWERS).where(API_ANSWERS.c.at < at - KEPT))
            given_up = mine & API_ANSWERS.c.status.is_(None) & (API_ANSWERS.c.at < at - GIVEN_UP)
            connection.execute(delete(API_ANSWERS).where(given_up))
            row = connection.execute(select(API_ANSWERS).where(mine)).one_or_none()
            if row is not None:
                return Answered(request_sha256=row.request_sha256, status=row.status, answer=row.answer)
            new = {"client": client, "key": key, "request_sha256": request_sha256, "answer": "", "at": at}
            connection.execute(insert(API_ANSWERS).values(**new))
            return None

    def keep_answer(self, client: str, key: str, status: int, answer: str) -> None:
        mine = (API_ANSWERS.c.client == client) & (API_ANSWERS.c.key == key)
        with self._database.write() as connection:
            connection.execute(update(API_ANSWERS).where(mine).values(status=status, answer=answer))

    def forget_answer(self, client: str, key: str) -> None:
        """The request came to nothing, so its key serves again."""
        mine = (API_ANSWERS.c.client == client) & (API_ANSWERS.c.key == key)
        with self._database.write() as connection:
            connection.execute(delete(API_ANSWERS).where(mine))


def _client(row: Row[Any]) -> Client:
    return Client(id=row.id, disabled=bool(row.disabled), created=row.created)
