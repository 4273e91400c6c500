"""The tables behind the doors: accounts and sessions, intakes, and what underwriters add to a case."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.String(32)
_HEAD = ("case_id", "business", "searched", "product", "amount", "currency", "profile", "received")


def upgrade() -> None:
    _create_people()
    _create_intakes()
    _create_clients()
    _create_policies()
    _create_hooks()
    op.create_table(
        "assignments",
        *_of_case("assignments"),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_assignments"),
    )
    op.create_index("ix_assignments_account", "assignments", ["account"])
    _create_numbered("corrections", sa.Column("correction", sa.Text, nullable=False))
    _create_numbered("notes", sa.Column("text", sa.Text, nullable=False))
    _create_numbered("labels", sa.Column("label", sa.Text, nullable=False))
    _create_numbered(
        "proposals",
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("why", sa.String(64), nullable=False),
        sa.Column("seconded_by", sa.String(128)),
        sa.Column("closed", _MOMENT),
    )

    _create_heads()
    _create_marks()


def _create_heads() -> None:
    """Cases that are there already get theirs from their applications."""
    op.create_table(
        "case_heads",
        *_of_case("case_heads"),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("searched", sa.Text, nullable=False),
        sa.Column("product", sa.String(64), nullable=False),
        sa.Column("amount", sa.String(40), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("profile", sa.String(16), nullable=False),
        sa.Column("received", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_heads"),
    )
    op.create_index("ix_cases_updated_id", "cases", ["updated", "id"])
    op.create_index("ix_case_heads_product", "case_heads", ["product"])
    connection, heads = op.get_bind(), sa.table("case_heads", *map(sa.column, _HEAD))
    for id_, application, created in connection.execute(sa.text("SELECT id, application, created FROM cases")).all():
        told = json.loads(application)
        business, request = told["business"]["legal_name"], told["request"]
        values = (
            *(id_, business, f"{id_} {business}".casefold(), request["product"], request["amount"]),
            *(request["currency"], told["jurisdiction"]["profile"]),
            told["applicant"]["received_on"] or created[:10],
        )
        connection.execute(heads.insert().values(**dict(zip(_HEAD, values, strict=True))))


def _create_marks() -> None:
    op.create_table(
        "case_marks",
        *_of_case("case_marks"),
        sa.Column("tie", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "tie", "digest", name="pk_case_marks"),
    )
    op.create_index("ix_case_marks_digest", "case_marks", ["digest"])
    op.create_index("ix_case_files_sha256", "case_files", ["sha256"])


def _create_people() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("second_factor", sa.String(64)),
        sa.Column("last_code", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", _MOMENT),
        sa.Column("disabled", sa.Integer, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
    )
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("door", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sessions"),
    )
    op.create_index("ix_sessions_subject", "sessions", ["subject"])


def _create_intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("case_id", sa.String(64)),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intakes"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_intakes_case_id"),
    )
    op.create_index("ix_intakes_case_id", "intakes", ["case_id"])
    op.create_table(
        "intake_files",
        sa.Column("intake_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
        sa.Column("sent_anyway", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("intake_id", "number", name="pk_intake_files"),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_intake_files_intake_id"),
    )
    op.create_table(
        "links",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("intake_id", sa.String(64), nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.Column("used", _MOMENT),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_links"),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_links_intake_id"),
    )


def _create_clients() -> None:
    op.create_table(
        "api_clients",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("key_sha256", sa.String(64), nullable=False),
        sa.Column("disabled", sa.Integer, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_api_clients"),
        sa.UniqueConstraint("key_sha256", name="uq_api_clients_key_sha256"),
    )
    op.create_table(
        "client_cases",
        sa.Column("intake_id", sa.String(64), nullable=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("intake_id", name="pk_client_cases"),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name="fk_client_cases_intake_id"),
        sa.ForeignKeyConstraint(["client"], ["api_clients.id"], name="fk_client_cases_client"),
    )
    op.create_index("ix_client_cases_client", "client_cases", ["client"])
    op.create_table(
        "api_answers",
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("key", sa.String(128), nullable=False),
        sa.Column("request_sha256", sa.String(64), nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("client", "key", name="pk_api_answers"),
        sa.ForeignKeyConstraint(["client"], ["api_clients.id"], name="fk_api_answers_client"),
    )


def _create_policies() -> None:
    op.create_table(
        "policy_drafts",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("product", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("editors", sa.Text, nullable=False),
        sa.Column("proposed_by", sa.String(128)),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("updated", _MOMENT, nullable=False),
        sa.Column("closed", _MOMENT),
        sa.PrimaryKeyConstraint("number", name="pk_policy_drafts"),
    )
    op.create_table(
        "published_policies",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("product", sa.String(64), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("proposed_by", sa.String(128), nullable=False),
        sa.Column("seconded_by", sa.String(128), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_published_policies"),
    )


def _create_hooks() -> None:
    op.create_table(
        "hooks",
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("secret", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("client", name="pk_hooks"),
        sa.ForeignKeyConstraint(["client"], ["api_clients.id"], name="fk_hooks_client"),
    )
    op.create_table(
        "deliveries",
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("event", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("happened", _MOMENT, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due", _MOMENT),
        sa.Column("arrived", _MOMENT),
        sa.PrimaryKeyConstraint("client", "event", name="pk_deliveries"),
        sa.ForeignKeyConstraint(["client"], ["api_clients.id"], name="fk_deliveries_client"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_deliveries_case_id"),
    )
    op.create_index("ix_deliveries_due", "deliveries", ["due"])
    op.create_table(
        "hook_position",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("event", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_hook_position"),
    )


def _create_numbered(table: str, *own: sa.Column[object]) -> None:
    """A table whose rows are counted from 1 within their case and name who wrote them."""
    op.create_table(
        table,
        *_of_case(table),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        *own,
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number", name=f"pk_{table}"),
    )


def _of_case(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=f"fk_{table}_case_id"),
    )
