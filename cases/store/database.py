"""Opens the database of the case store: SQLite with one writer at a time, or PostgreSQL."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from cases.errors import BadInput, BrokenInstallation, Unavailable

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""
_MIGRATION_LOCK = 0x766F756368  # Any number that nobody else locks on the same PostgreSQL database: "vouch".
_WRITES = "vouch_writes"


class Database:
    """Transactions that either happen whole or not at all. Threads and processes may share the database."""

    def __init__(self, url: str) -> None:
        """Connects to nothing yet. Raises BadInput for an address of another kind."""
        self.url = _normal(url)
        self.engine = _engine(self.url)
        self._writer = self.engine.execution_options(**{_WRITES: True})

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes; on SQLite it is alone from its beginning. Raises Unavailable."""
        with _told(), self._writer.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database. Raises Unavailable."""
        engine = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        with _told(), engine.begin() as connection:
            yield connection

    def migrate(self) -> None:
        """Brings the tables up to this version of Vouch; a second process doing so waits, then finds it done."""
        from cases.migrations import upgrade

        if self.is_sqlite:
            folder = Path(self.url.database or "").absolute().parent
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise BadInput(f"The folder {folder} for the case store cannot be made: {error.strerror}.") from None
        with self.write() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            upgrade(connection)

    def close(self) -> None:
        self.engine.dispose()


def _normal(url: str) -> URL:
    """The address with the driver that comes with Vouch."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadInput("The database address must look like sqlite:///file or postgresql://host/name.") from None
    backend = parsed.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise BadInput(f"The case store runs on SQLite or PostgreSQL, not on {backend}.")
    if parsed.database in {None, "", ":memory:"}:
        raise BadInput("The case store needs a file, such as sqlite:///cases.db; memory would lose every case.")
    return parsed.set(drivername="sqlite+pysqlite")


def _engine(url: URL) -> Engine:
    # Parameters hold personal data, so errors never show them.
    if url.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late; `_begin_sqlite` begins them instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    _use_write_ahead_log(connection)


def _use_write_ahead_log(connection: Any) -> None:
    """Readers and the writer do not wait for each other then. The file remembers it, so this writes once."""
    for patience in range(100):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            # SQLite does not wait for its own lock here when two processes make the file at the same moment.
            if patience == 99:
                raise
            time.sleep(0.05)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turns what drivers raise into a sentence without addresses, statements and values."""
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        message = str(error.orig).lower()
        if "no such table" in message or "undefinedtable" in type(error.orig).__name__.lower():
            raise BrokenInstallation("The case store has no tables of this version; migrate it first.") from None
        if "unable to open database file" in message:
            raise BadInput(
                "The case store's file cannot be opened; submit a case first, or check VOUCH_DATABASE_URL."
            ) from None
        if isinstance(error, ProgrammingError):
            raise
        raise Unavailable("The case store's database cannot be reached or is busy; try again shortly.") from error
    except PoolTimeout as error:
        raise Unavailable("The case store has no free connection; try again shortly.") from error
    except DBAPIError as error:
        if "file is not a database" in str(error.orig):
            raise BadInput("The case store's file is no SQLite database; check VOUCH_DATABASE_URL.") from None
        if error.connection_invalidated:
            raise Unavailable("The connection to the case store broke off; try again shortly.") from error
        raise
