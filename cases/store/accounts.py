"""The people who work here, and the sessions that doors open: rows only, without cryptography or rules."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from cases.errors import BadInput, NotFound
from cases.store import chain
from cases.store.database import Database
from cases.store.schema_doors import ACCOUNTS, SESSIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    id: str
    """The name to sign in with; it is the actor of events."""
    password: str
    """Its hash, as the door's hasher writes it."""
    roles: frozenset[str]
    second_factor: str | None
    """The key of the one-time codes; None until it is set up."""
    last_code: int
    """The time step of the last one-time code that was taken."""
    failures: int
    """Attempts to sign in that failed since the last one that did not."""
    locked_until: dt.datetime | None
    disabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    door: str
    """Which door it opened: `staff`, `staff_half` (the second factor is missing yet) or `applicant`."""
    subject: str
    """The account or the intake."""
    created: dt.datetime
    expires: dt.datetime


class Accounts:
    """Accounts and sessions; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account: str, password: str, roles: frozenset[str], at: dt.datetime) -> None:
        """Raises BadInput when the name is taken or no code."""
        chain.code(account, "name of the account")
        row = {"id": account, "password": password, "roles": _written(roles), "last_code": 0, "failures": 0}
        try:
            with self._database.write() as connection:
                connection.execute(insert(ACCOUNTS).values(**row, disabled=0, created=at))
        except IntegrityError:
            raise BadInput(f"There is already an account {account}.") from None

    def get(self, account: str) -> Account:
        """Raises NotFound, and BadInput for what can be no name."""
        chain.code(account, "name of the account")
        with self._database.read() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.id == account)).one_or_none()
        if row is None:
            raise NotFound(f"There is no account {account}.")
        return _account(row)

    def all(self) -> tuple[Account, ...]:
        with self._database.read() as connection:
            return tuple(_account(row) for row in connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.id)))

    def set_password(self, account: str, password: str) -> None:
        """A new password also ends the account's sessions and its lock."""
        self._change(account, password=password, failures=0, locked_until=None)
        self.end_all(account)

    def set_roles(self, account: str, roles: frozenset[str]) -> None:
        self._change(account, roles=_written(roles))

    def set_second_factor(self, account: str, key: str, step: int) -> None:
        """A new key of one-time codes; `step` is that of the code which proved it, so that it serves no second time."""
        self._change(account, second_factor=key, last_code=step)

    def forget_second_factor(self, account: str) -> None:
        """The next sign-in sets a new one up; sessions end."""
        self._change(account, second_factor=None, last_code=0)
        self.end_all(account)

    def disable(self, account: str) -> None:
        """Nobody signs in with it any more, and who is in is out."""
        self._change(account, disabled=1)
        self.end_all(account)

    def failed(self, account: str, most: int, at: dt.datetime, locked_until: dt.datetime) -> None:
        """Counts an attempt that failed; the `most`-th locks the account until then.

        While it is locked nothing is counted, or whoever tries on could keep its owner out for ever; afterwards the
        count begins anew.
        """
        with self._database.write() as connection:
            chosen = select(ACCOUNTS.c.failures, ACCOUNTS.c.locked_until).where(ACCOUNTS.c.id == account)
            row = connection.execute(chosen.with_for_update()).one_or_none()
            if row is None or (row.locked_until is not None and row.locked_until > at):
                return
            failures = 1 if row.locked_until is not None else row.failures + 1
            locked = locked_until if failures >= most else None
            changed = update(ACCOUNTS).where(ACCOUNTS.c.id == account)
            connection.execute(changed.values(failures=failures, locked_until=locked))

    def succeeded(self, account: str) -> None:
        self._change(account, failures=0, locked_until=None)

    def use_code(self, account: str, step: int) -> bool:
        """Takes the one-time code of a time step; False when that one or a later one was taken before."""
        with self._database.write() as connection:
            unused = (ACCOUNTS.c.id == account) & (ACCOUNTS.c.last_code < step)
            return connection.execute(update(ACCOUNTS).where(unused).values(last_code=step)).rowcount == 1

    def begin(self, token_sha256: str, door: str, subject: str, at: dt.datetime, expires: dt.datetime) -> None:
        """Opens a session; those that have run out are swept away with it."""
        with self._database.write() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.expires < at))
            connection.execute(
                insert(SESSIONS).values(
                    token_sha256=token_sha256, door=door, subject=subject, created=at, expires=expires
                )
            )

    def session(self, token_sha256: str, at: dt.datetime) -> Session | None:
        """The session of a token; None when there is none or it has run out."""
        with self._database.read() as connection:
            row = connection.execute(select(SESSIONS).where(SESSIONS.c.token_sha256 == token_sha256)).one_or_none()
        if row is None or row.expires <= at:
            return None
        return Session(door=row.door, subject=row.subject, created=row.created, expires=row.expires)

    def end(self, token_sha256: str) -> None:
        with self._database.write() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.token_sha256 == token_sha256))

    def end_all(self, subject: str) -> None:
        with self._database.write() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.subject == subject))

    def _change(self, account: str, **values: Any) -> None:
        with self._database.write() as connection:
            if connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account).values(**values)).rowcount != 1:
                raise NotFound(f"There is no account {account}.")


def _written(roles: frozenset[str]) -> str:
    return json.dumps(sorted(roles))


def _account(row: Row[Any]) -> Account:
    return Account(
        id=row.id,
        password=row.password,
        roles=frozenset(json.loads(row.roles)),
        second_factor=row.second_factor,
        last_code=row.last_code,
        failures=row.failures,
        locked_until=row.locked_until,
        disabled=bool(row.disabled),
    )
