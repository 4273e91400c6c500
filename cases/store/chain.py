"""The append-only events, each sealed by a hash over itself and the one before it.

event 1: hash(event 1, 000…)  ->  event 2: hash(event 2, hash 1)  ->  …  ->  chain_head: length, last hash

The head is locked by every append, so writers cannot fork the chain, and it tells when the tail was cut. An event
is appended in the transaction that does what it tells. Whoever can rewrite the whole database can also rewrite the
chain: against that, note the head (`ChainReport.head`) somewhere else from time to time.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from cases.codec import digest, to_json
from cases.errors import BadInput, BrokenInstallation
from cases.store.records import Event, Payload
from cases.store.schema import CHAIN_HEAD, EVENTS

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,127}")


def code(text: str, what: str) -> str:
    """The text, when it is a code or an id; raises BadInput for anything that could be a name or a sentence."""
    if not _CODE.fullmatch(text):
        raise BadInput(f"The {what} must be a code of letters, digits and _ . : + - without blanks.")
    return text


def append(connection: Connection, case_id: str, kind: str, payload: Payload, actor: str, at: dt.datetime) -> None:
    """Adds one event in the caller's transaction; the last thing to do in it, for it locks the chain."""
    _refuse_texts(payload)
    code(actor, "actor")
    head = connection.execute(select(CHAIN_HEAD).where(CHAIN_HEAD.c.id == 1).with_for_update()).one_or_none()
    if head is None:
        raise BrokenInstallation("The event chain has lost its head; restore the case store from a backup.")
    number, sealed = head.length + 1, to_json(payload)
    moment = at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    hash_ = seal(number, case_id, kind, sealed, actor, moment, head.hash)
    connection.execute(
        insert(EVENTS).values(
            number=number,
            case_id=case_id,
            kind=code(kind, "kind of event"),
            payload=sealed,
            actor=actor,
            at=at,
            previous=head.hash,
            hash=hash_,
        )
    )
    connection.execute(update(CHAIN_HEAD).where(CHAIN_HEAD.c.id == 1).values(length=number, hash=hash_))


def seal(number: int, case_id: str, kind: str, payload: str, actor: str, moment: str, previous: str) -> str:
    """The hash of one event; `moment` is its time as the table keeps it."""
    return digest(to_json([number, case_id, kind, payload, actor, moment, previous]))


def events(connection: Connection, case_id: str | None = None) -> tuple[Event, ...]:
    """The events of one case, or of all, in the order in which they happened."""
    chosen = select(EVENTS).order_by(EVENTS.c.number)
    if case_id is not None:
        chosen = chosen.where(EVENTS.c.case_id == case_id)
    return tuple(event_of(row) for row in connection.execute(chosen))


def length(connection: Connection) -> int:
    """How many events there are, as the head says; 0 without a head."""
    return int(connection.execute(select(CHAIN_HEAD.c.length)).scalar_one_or_none() or 0)


def event_of(row: Row[Any]) -> Event:
    """The event in a row of its table."""
    return Event(
        number=row.number,
        case_id=row.case_id,
        kind=row.kind,
        payload=json.loads(row.payload),
        actor=row.actor,
        at=row.at,
        previous=row.previous,
        hash=row.hash,
    )


def _refuse_texts(payload: Payload) -> None:
    """Whatever is no code could be somebody's data, and an event is never taken back."""
    for key, value in payload.items():
        code(key, "name of an event's part")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                code(one, f"event's {key}")
