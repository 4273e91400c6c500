"""Stores to test on: SQLite always, PostgreSQL when VOUCH_TEST_POSTGRES_URL names a server."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from cases.store import Store


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A schema of its own on the test server, dropped afterwards."""
    url = os.environ.get("VOUCH_TEST_POSTGRES_URL")
    if not url:
        pytest.skip("set VOUCH_TEST_POSTGRES_URL to run this on PostgreSQL")
    schema = f"vouch_{uuid.uuid4().hex}"
    server = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    own = make_url(url).update_query_dict({"options": f"-csearch_path={schema}"})
    yield own.render_as_string(hide_password=False)
    with server.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    server.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'store' / 'cases.db'}"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with Store(store_url) as opened:
        opened.migrate()
        yield opened
