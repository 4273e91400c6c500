"""Webhooks: where clients want to be told of their cases, and every message that is owed to them until it arrives.

Messages are made from the event chain: the position up to which it was gone through is kept with them in the same
transaction, so none is lost and none is made twice, whichever process is killed when.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, func, insert, select, update

from cases.errors import BadInput, NotFound
from cases.store import chain
from cases.store.database import Database
from cases.store.schema import EVENTS
from cases.store.schema_doors import API_CLIENTS, CLIENT_CASES, DELIVERIES, HOOK_POSITION, HOOKS

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_BATCH = 1000
MOST_AT_ONCE = 20
HELD = dt.timedelta(seconds=60)
"""For how long a message that is being sent is nobody else's to send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    client: str
    event: int
    """The number of the event that it tells; with the client it is the message's own name."""
    case_id: str
    status: str
    happened: dt.datetime
    tries: int
    """How often it was sent before."""
    url: str
    secret: str


class Hooks:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, client: str, url: str, secret: str) -> None:
        """Where a client is told. Raises BadInput for an address that is neither https nor of this machine."""
        if not usable(url):
            raise BadInput("A webhook's address begins with https://, or with http:// on this machine itself.")
        with self._database.write() as connection:
            if connection.execute(select(API_CLIENTS.c.id).where(API_CLIENTS.c.id == client)).one_or_none() is None:
                raise NotFound(f"There is no client {client}.")
            connection.execute(delete(HOOKS).where(HOOKS.c.client == client))
            connection.execute(insert(HOOKS).values(client=client, url=url, secret=secret))
            if connection.execute(select(HOOK_POSITION.c.event)).first() is None:
                # What happened before anybody wanted to be told is not told.
                connection.execute(insert(HOOK_POSITION).values(id=1, event=chain.length(connection)))

    def any(self) -> bool:
        with self._database.read() as connection:
            return connection.execute(select(HOOKS.c.client).limit(1)).first() is not None

    def collect(self) -> int:
        """Makes a message of every change of status since the last time, for the client whose case it is; how many."""
        with self._database.read() as connection:
            if chain.length(connection) <= _position(connection):
                return 0
        with self._database.write() as connection:
            position = _position(connection, lock=True)
            chosen = select(EVENTS.c.number, EVENTS.c.case_id, EVENTS.c.payload, EVENTS.c.at)
            later = chosen.where(EVENTS.c.number > position).order_by(EVENTS.c.number).limit(_BATCH)
            rows = connection.execute(later).all()
            if not rows:
                return 0
            clients = _clients(connection, {row.case_id for row in rows})
            made = 0
            for row in rows:
                status, client = json.loads(row.payload).get("to"), clients.get(row.case_id)
                if status and client:
                    told = {"case_id": row.case_id, "status": status, "happened": row.at, "tries": 0, "due": row.at}
                    connection.execute(insert(DELIVERIES).values(client=client, event=row.number, **told))
                    made += 1
            connection.execute(update(HOOK_POSITION).values(event=rows[-1].number))
            return made

    def take(self, at: dt.datetime) -> tuple[Delivery, ...]:
        """Messages that are due, the oldest first; they are the caller's to send for a while."""
        with self._database.read() as connection:
            if connection.execute(select(DELIVERIES.c.event).where(DELIVERIES.c.due <= at).limit(1)).first() is None:
                return ()
        with self._database.write() as connection:
            chosen = (
                select(DELIVERIES, HOOKS.c.url, HOOKS.c.secret)
                .join(HOOKS, HOOKS.c.client == DELIVERIES.c.client)
                .where(DELIVERIES.c.due <= at)
                .order_by(DELIVERIES.c.due, DELIVERIES.c.event)
                .limit(MOST_AT_ONCE)
                .with_for_update(skip_locked=True, of=DELIVERIES)
            )
            rows = connection.execute(chosen).all()
            for row in rows:
                mine = (DELIVERIES.c.client == row.client) & (DELIVERIES.c.event == row.event)
                connection.execute(update(DELIVERIES).where(mine).values(due=at + HELD))
        return tuple(
            Delivery(
                client=row.client,
                event=row.event,
                case_id=row.case_id,
                status=row.status,
                happened=row.happened,
                tries=row.tries,
                url=row.url,
                secret=row.secret,
            )
            for row in rows
        )

    def arrived(self, delivery: Delivery, at: dt.datetime) -> None:
        self._change(delivery, tries=delivery.tries + 1, due=None, arrived=at)

    def again(self, delivery: Delivery, due: dt.datetime | None) -> None:
        """It did not arrive; it is sent again when due, or given up (and kept) without."""
        self._change(delivery, tries=delivery.tries + 1, due=due)

    def owed(self) -> int:
        """How many messages have not arrived and are not given up."""
        with self._database.read() as connection:
            waiting = select(func.count()).select_from(DELIVERIES).where(DELIVERIES.c.due.is_not(None))
            return int(connection.execute(waiting).scalar_one())

    def _change(self, delivery: Delivery, **values: object) -> None:
        mine = (DELIVERIES.c.client == delivery.client) & (DELIVERIES.c.event == delivery.event)
        with self._database.write() as connection:
            connection.execute(update(DELIVERIES).where(mine).values(**values))


def usable(url: str) -> bool:
    """Whether messages may go to an address: nobody on the way reads or changes them."""
    parts = urlsplit(url)
    clean = len(url) <= 500 and re.fullmatch(r"[!-~]+", url) is not None and parts.username is None
    return bool(clean and parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def _position(connection: Connection, *, lock: bool = False) -> int:
    """The event up to which messages have been made."""
    chosen = select(HOOK_POSITION.c.event)
    return int(connection.execute(chosen.with_for_update() if lock else chosen).scalar_one_or_none() or 0)


def _clients(connection: Connection, case_ids: set[str]) -> dict[str, str]:
    """Case to its client, for clients that want to be told."""
    chosen = select(CLIENT_CASES.c.intake_id, CLIENT_CASES.c.client).join(
        HOOKS, HOOKS.c.client == CLIENT_CASES.c.client
    )
    found = connection.execute(chosen.where(CLIENT_CASES.c.intake_id.in_(case_ids)))
    return {row.intake_id: row.client for row in found}
