"""Looks events up, the newest first; the chain itself is walked in `audit`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from cases.store.chain import event_of
from cases.store.records import Event
from cases.store.schema import EVENTS

KINDS = (
    *("received", "claimed", "released", "concluded", "failed", "moved", "files_added", "answered"),
    *("corrected", "noted", "labelled", "proposed", "seconded", "refused"),
)
"""Every kind of event that the store writes."""
_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events are looked for; what is empty does not matter."""

    case_id: str = ""
    kind: str = ""
    actor: str = ""
    day: dt.date | None = None
    """In UTC."""
    before: int | None = None
    """Only those with a smaller number: the next page of an answer."""


def search(connection: Connection, wanted: EventFilter, limit: int) -> Iterator[Event]:
    """At most `limit` events, the newest first, read while they are asked for."""
    chosen = _chosen(wanted).order_by(EVENTS.c.number.desc()).limit(limit)
    for row in connection.execute(chosen.execution_options(yield_per=_BATCH)):
        yield event_of(row)


def _chosen(wanted: EventFilter) -> Select[tuple[object, ...]]:
    chosen = select(EVENTS)
    for column, value in (
        (EVENTS.c.case_id, wanted.case_id),
        (EVENTS.c.kind, wanted.kind),
        (EVENTS.c.actor, wanted.actor),
    ):
        if value:
            chosen = chosen.where(column == value)
    if wanted.day is not None:
        begins = dt.datetime.combine(wanted.day, dt.time(), dt.UTC)
        chosen = chosen.where(EVENTS.c.at >= begins, EVENTS.c.at < begins + dt.timedelta(days=1))
    if wanted.before is not None:
        chosen = chosen.where(EVENTS.c.number < wanted.before)
    return chosen
