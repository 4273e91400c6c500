"""Pages that an engine has read before, so that nothing is read twice. They hold personal data."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from cases.store.schema import PAGE_READINGS


def page_reading(connection: Connection, page_key: str, engine: str) -> str | None:
    chosen = select(PAGE_READINGS.c.reading).where(
        PAGE_READINGS.c.page_key == page_key, PAGE_READINGS.c.engine == engine
    )
    return connection.execute(chosen).scalar_one_or_none()


def keep_page_reading(connection: Connection, page_key: str, engine: str, reading: str, at: dt.datetime) -> None:
    """Keeps a reading; when there is one already, that one stays."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    values = {"page_key": page_key, "engine": engine, "reading": reading, "at": at}
    connection.execute(insert(PAGE_READINGS).values(**values).on_conflict_do_nothing())
