"""The tables of the case store, the same on SQLite and PostgreSQL. A change here needs a migration beside it.

The tables behind the doors stand in `schema_doors`. Personal data is in `cases.application`, `case_files.name`,
`answers.answer`, `decisions` and `page_readings`, and nowhere else here: events hold codes, hashes and ids.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[dt.datetime]):
    """An aware time, kept as ISO 8601 text in UTC with microseconds, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone cannot be kept")
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Any) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _case_id(**options: Any) -> Column[str]:
    return Column("case_id", String(64), ForeignKey("cases.id"), nullable=False, **options)


CASES = Table(
    "cases",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("status", String(16), nullable=False),
    Column("application", Text, nullable=False),
    Column("attempt", Integer, nullable=False),  # Counts every claim and never goes back: it is the fence.
    Column("tries", Integer, nullable=False),  # Claims since the last progress; too many fail the case.
    Column("claimed_by", String(128)),
    Column("claim_until", Moment),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Index("ix_cases_status_updated", "status", "updated"),
    Index("ix_cases_updated_id", "updated", "id"),
)

CASE_FILES = Table(
    "case_files",
    METADATA,
    _case_id(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("case_id", "sha256"),
    Index("ix_case_files_sha256", "sha256"),
)

ANSWERS = Table(
    "answers",
    METADATA,
    _case_id(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("answer", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    _case_id(primary_key=True),
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("decision", Text, nullable=False),
    Column("decision_sha256", String(64), nullable=False),
    Column("inputs", Text, nullable=False),
    Column("inputs_sha256", String(64), nullable=False),
    Column("status", String(16), nullable=False),
    Column("at", Moment, nullable=False),
)

LETTERS = Table(
    "letters",
    METADATA,
    _case_id(primary_key=True),
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("name", String(64), primary_key=True),
    Column("blobs", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

PAGE_READINGS = Table(
    "page_readings",
    METADATA,
    Column("page_key", String(128), primary_key=True),
    Column("engine", String(512), primary_key=True),
    Column("reading", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

EVENTS = Table(
    "events",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _case_id(),
    Column("kind", String(32), nullable=False),
    Column("payload", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_events_case_id", "case_id"),
)

CHAIN_HEAD = Table(
    "chain_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("length", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

GENESIS = "0" * 64
"""What the first event follows."""
