"""How the store and its queue are doing: counts, times and sizes, and nobody's data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from cases.lifecycle import CLAIMS, UNCLAIMS, Status
from cases.store.casebook import counts
from cases.store.schema import CASES


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    counts: Mapping[Status, int]
    waiting_since: dt.datetime | None
    """Since when the case that waits longest for a worker has waited; None when none waits."""
    referred_since: dt.datetime | None
    """The same for an underwriter."""
    stale: int
    """Cases whose worker's claim has run out."""
    workers: tuple[str, ...]
    """Those that hold a case at this moment."""
    bytes: int
    """Of the database."""
    kind: str
    """`sqlite` or `postgresql`."""


def condition(connection: Connection, at: dt.datetime) -> Condition:
    held = select(CASES.c.claimed_by).where(CASES.c.status.in_(tuple(UNCLAIMS)), CASES.c.claimed_by.is_not(None))
    stale = select(func.count()).where(CASES.c.status.in_(tuple(UNCLAIMS)), CASES.c.claim_until < at)
    return Condition(
        counts=counts(connection),
        waiting_since=_oldest(connection, *CLAIMS),
        referred_since=_oldest(connection, Status.REFERRED),
        stale=connection.execute(stale).scalar_one(),
        workers=tuple(sorted(set(connection.execute(held).scalars()))),
        bytes=_size(connection),
        kind=connection.engine.dialect.name,
    )


def _oldest(connection: Connection, *statuses: Status) -> dt.datetime | None:
    found = connection.execute(select(func.min(CASES.c.updated)).where(CASES.c.status.in_(statuses))).scalar_one()
    return found if found is None or isinstance(found, dt.datetime) else dt.datetime.fromisoformat(found)


def _size(connection: Connection) -> int:
    if connection.engine.dialect.name == "postgresql":
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    file = Path(connection.engine.url.database or "")
    parts = (file.with_name(file.name + end) for end in ("", "-wal"))
    return sum(part.stat().st_size for part in parts if part.is_file())
