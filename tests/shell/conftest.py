"""Stores to test on (SQLite, and PostgreSQL when VOUCH_TEST_POSTGRES_URL names a server), Prefect's server, a case."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from cases.settings import Settings
from cases.store import Store
from flows.prefect_server import free_port, served
from tests.shell.drawn_case import draw
from tests.shell.installation import Installation, install


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


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """One Prefect server for all tests that need one, with the settings that it was started by."""
    folder = tmp_path_factory.mktemp("prefect")
    settings = Settings.from_env({"VOUCH_DATA": str(folder), "VOUCH_PREFECT_PORT": str(free_port())})
    with served(settings, folder / "server.log"):
        yield settings


@pytest.fixture
def installation(prefect_server: Settings, tmp_path: Path) -> Installation:
    """An installation with an empty store and one reader, beside the server of all tests."""
    return install(
        tmp_path / "vouch",
        VOUCH_PREFECT_PORT=str(prefect_server.prefect_port),
        VOUCH_PREFECT_HOME=str(prefect_server.prefect_home),
        VOUCH_READERS="1",
        VOUCH_LEASE_SECONDS="5",
        VOUCH_MAX_ATTEMPTS="100",
    )


@pytest.fixture(scope="session")
def drawn_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small digital case folder."""
    return draw(tmp_path_factory.mktemp("drawn") / "case")
