"""The first tables of the case store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.String(32)


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("application", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("claimed_by", sa.String(128)),
        sa.Column("claim_until", _MOMENT),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_index("ix_cases_status_updated", "cases", ["status", "updated"])
    _create_papers()
    _create_conclusions()
    _create_chain()


def _of_case(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id"),
    )


def _create_papers() -> None:
    op.create_table(
        "case_files",
        *_of_case("case_files"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_case_files"),
        sa.UniqueConstraint("case_id", "sha256", name="uq_case_files_case_id"),
    )
    op.create_table(
        "page_readings",
        sa.Column("page_key", sa.String(128), nullable=False),
        sa.Column("engine", sa.String(512), nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("page_key", "engine", name="pk_page_readings"),
    )


def _create_conclusions() -> None:
    op.create_table(
        "answers",
        *_of_case("answers"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_answers"),
    )
    op.create_table(
        "decisions",
        *_of_case("decisions"),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("decision_sha256", sa.String(64), nullable=False),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("inputs_sha256", sa.String(64), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "attempt", name="pk_decisions"),
    )
    op.create_table(
        "letters",
        *_of_case("letters"),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("blobs", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "attempt", "name", name="pk_letters"),
    )


def _create_chain() -> None:
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, nullable=False),
        *_of_case("events"),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
    )
    op.create_index("ix_events_case_id", "events", ["case_id"])
    head = op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chain_head"),
        sa.CheckConstraint("id = 1", name="ck_chain_head_only_one"),
    )
    op.bulk_insert(head, [{"id": 1, "length": 0, "hash": "0" * 64}])
