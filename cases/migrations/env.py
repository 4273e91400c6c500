"""Alembic runs this to apply the steps on the connection that it was given."""

from __future__ import annotations

from alembic import context

from cases.store.schema_doors import ACCOUNTS

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=ACCOUNTS.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
