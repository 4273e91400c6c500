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

API_CLIENTS = Table(
    "api_clients",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("key_sha256", String(64), nullable=False, unique=True),
    Column("disabled", Integer, nullable=False),
    Column("created", Moment, nullable=False),
)

CLIENT_CASES = Table(
    "client_cases",
    METADATA,
    Column("intake_id", String(64), ForeignKey("intakes.id"), primary_key=True),
    Column("client", String(64), ForeignKey("api_clients.id"), nullable=False),
    Index("ix_client_cases_client", "client"),
)

API_ANSWERS = Table(
    "api_answers",
    METADATA,
    Column("client", String(64), ForeignKey("api_clients.id"), primary_key=True),
    Column("key", String(128), primary_key=True),
    Column("request_sha256", String(64), nullable=False),
    Column("status", Integer),  # None while the request is being answered.
    Column("answer", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

POLICY_DRAFTS = Table(
    "policy_drafts",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("product", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("editors", Text, nullable=False),
    Column("proposed_by", String(128)),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("closed", Moment),
)

PUBLISHED_POLICIES = Table(
    "published_policies",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("product", String(64), nullable=False),
    Column("version", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("proposed_by", String(128), nullable=False),
    Column("seconded_by", String(128), nullable=False),
    Column("at", Moment, nullable=False),
)

HOOKS = Table(
    "hooks",
    METADATA,
    Column("client", String(64), ForeignKey("api_clients.id"), primary_key=True),
    Column("url", String(500), nullable=False),
    Column("secret", String(128), nullable=False),  # Kept as it is, for messages are signed with it.
)

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("client", String(64), ForeignKey("api_clients.id"), primary_key=True),
    Column("event", Integer, primary_key=True, autoincrement=False),
    Column("case_id", String(64), ForeignKey("cases.id"), nullable=False),
    Column("status", String(16), nullable=False),
    Column("happened", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Moment),  # None once it has arrived or was given up.
    Column("arrived", Moment),
    Index("ix_deliveries_due", "due"),
)

HOOK_POSITION = Table(
    "hook_position",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("event", Integer, nullable=False),
)
