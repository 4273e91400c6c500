"""The tables behind the doors: who may come in, what an applicant has begun, what underwriters add to a case.

Personal data is in `intakes.form`, `intake_files.name`, `case_heads.business`, `corrections.correction` and
`notes.text`. Secrets are kept as hashes, but for the key of the second factor, which must be known to be checked.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from cases.store.schema import METADATA, Moment

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("password", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("second_factor", String(64)),
    Column("last_code", Integer, nullable=False),  # The time step of the last code that was taken: none serves twice.
    Column("failures", Integer, nullable=False),
    Column("locked_until", Moment),
    Column("disabled", Integer, nullable=False),
    Column("created", Moment, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token_sha256", String(64), primary_key=True),
    Column("door", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Index("ix_sessions_subject", "subject"),
)

INTAKES = Table(
    "intakes",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("form", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("case_id", String(64), ForeignKey("cases.id")),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Index("ix_intakes_case_id", "case_id"),
)

INTAKE_FILES = Table(
    "intake_files",
    METADATA,
    Column("intake_id", String(64), ForeignKey("intakes.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("advice", Text, nullable=False),
    Column("sent_anyway", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

LINKS = Table(
    "links",
    METADATA,
    Column("token_sha256", String(64), primary_key=True),
    Column("intake_id", String(64), ForeignKey("intakes.id"), nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used", Moment),
)

ASSIGNMENTS = Table(
    "assignments",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("account", String(64), nullable=False),
    Column("until", Moment, nullable=False),
    Index("ix_assignments_account", "account"),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("correction", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
)

LABELS = Table(
    "labels",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("label", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
)

PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("answer", Text, nullable=False),
    Column("why", String(64), nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", Moment, nullable=False),
    Column("seconded_by", String(128)),
    Column("closed", Moment),
)

CASE_HEADS = Table(
    "case_heads",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("business", Text, nullable=False),
    Column("searched", Text, nullable=False),  # The case's id and the business's name in small letters.
    Column("product", String(64), nullable=False),
    Column("amount", String(40), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("profile", String(16), nullable=False),
    Column("received", String(10), nullable=False),
    Index("ix_case_heads_product", "product"),
)
"""What a queue shows of a case, so that no application need be opened for it."""

CASE_MARKS = Table(
    "case_marks",
    METADATA,
    Column("case_id", String(64), ForeignKey("cases.id"), primary_key=True),
    Column("tie", String(16), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Index("ix_case_marks_digest", "digest"),
)
"""What ties a case to others (`cases/marks.py`)."""
