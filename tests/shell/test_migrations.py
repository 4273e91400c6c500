"""The store's tables are made by its migrations, from anywhere and by several processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from cases.errors import BrokenInstallation
from cases.store import Store
from cases.store.database import Database
from cases.store.schema_doors import ACCOUNTS
from tests.shell.cases_at_hand import add

METADATA = ACCOUNTS.metadata


def migrate(url: str) -> bool:
    with Store(url) as store:
        store.migrate()
        return store.verify_chain().ok


def test_the_migrations_make_the_tables_that_the_code_uses(store: Store, store_url: str) -> None:
    database = Database(store_url)
    with database.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
        assert set(inspect(connection).get_table_names()) == {*METADATA.tables, "alembic_version"}
        keys = {name: inspect(connection).get_pk_constraint(name)["constrained_columns"] for name in METADATA.tables}
    database.close()
    assert differences == []
    assert keys == {name: [column.name for column in table.primary_key] for name, table in METADATA.tables.items()}


def test_migrating_again_keeps_what_is_there(store: Store) -> None:
    add(store)
    store.migrate()
    assert store.get("c1").id == "c1"


def test_many_may_migrate_at_once(store_url: str) -> None:
    with get_context("spawn").Pool(3) as pool:
        assert pool.map(migrate, [store_url] * 3, chunksize=1) == [True] * 3


def test_many_threads_may_migrate_at_once(store_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(migrate, [store_url] * 6)) == [True] * 6


def test_a_store_of_a_newer_version_is_left_alone(store: Store, store_url: str) -> None:
    database = Database(store_url)
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(BrokenInstallation, match="another version of Vouch"):
        store.migrate()


def test_migrations_run_from_any_folder_even_one_with_a_percent_sign(tmp_path: Path) -> None:
    folder = tmp_path / "100 % odd"
    folder.mkdir()
    code = "from cases.store import Store; Store('sqlite:///here.db').migrate()"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert (folder / "here.db").stat().st_size > 0


def test_sqlite_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'cases.db'}")
    database.migrate()
    with database.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    database.close()
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 30000}
