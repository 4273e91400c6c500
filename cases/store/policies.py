"""Drafts of policies and the history of those that were published; published by a second person, always.

The texts are YAML and not looked into here; what may be published is the caller's to check.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from cases.codec import digest
from cases.errors import BadInput, IllegalMove, NotFound
from cases.store import chain
from cases.store.database import Database
from cases.store.schema_doors import POLICY_DRAFTS, PUBLISHED_POLICIES

MOST_CHARACTERS = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    number: int
    product: str
    text: str
    digest: str
    editors: tuple[str, ...]
    """Everybody who has written in it; none of them may publish it."""
    proposed_by: str | None
    """Who asks for it to be published; None while it is being written."""
    created: dt.datetime
    updated: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    number: int
    product: str
    version: str
    digest: str
    text: str
    proposed_by: str
    seconded_by: str
    at: dt.datetime


class Policies:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, product: str, text: str, account: str, at: dt.datetime) -> int:
        """A new draft; gives its number. Raises BadInput for a text that is too long."""
        chain.code(product, "product")
        _short_enough(text)
        with self._database.write() as connection:
            number = _next(connection, POLICY_DRAFTS.c.number)
            connection.execute(
                insert(POLICY_DRAFTS).values(
                    number=number,
                    product=product,
                    text=text,
                    digest=digest(text),
                    editors=json.dumps([account]),
                    created=at,
                    updated=at,
                )
            )
            return number

    def draft(self, number: int) -> Draft:
        """Raises NotFound, also for one that was published or dropped."""
        with self._database.read() as connection:
            return _draft(_open(connection, number))

    def drafts(self) -> tuple[Draft, ...]:
        """Those that are open, the last changed first."""
        chosen = select(POLICY_DRAFTS).where(POLICY_DRAFTS.c.closed.is_(None)).order_by(POLICY_DRAFTS.c.updated.desc())
        with self._database.read() as connection:
            return tuple(_draft(row) for row in connection.execute(chosen))

    def write(self, number: int, text: str, based_on: str, account: str, at: dt.datetime) -> None:
        """A new text, which takes a proposal back. `based_on` is the digest of the text that was changed.

        Raises IllegalMove when somebody else has changed it meanwhile.
        """
        _short_enough(text)
        with self._database.write() as connection:
            row = _open(connection, number)
            if row.digest != based_on:
                raise IllegalMove("Somebody has changed this draft meanwhile; your text was not saved over theirs.")
            editors = json.dumps(sorted({*json.loads(row.editors), account}))
            values = {"text": text, "digest": digest(text), "editors": editors, "proposed_by": None, "updated": at}
            connection.execute(update(POLICY_DRAFTS).where(POLICY_DRAFTS.c.number == number).values(**values))

    def propose(self, number: int, digest_: str, account: str, at: dt.datetime) -> None:
        """Asks for the draft, as it is, to be published. Raises IllegalMove when it is another text by now."""
        with self._database.write() as connection:
            _same(_open(connection, number), digest_)
            values = {"proposed_by": account, "updated": at}
            connection.execute(update(POLICY_DRAFTS).where(POLICY_DRAFTS.c.number == number).values(**values))

    def drop(self, number: int, at: dt.datetime) -> None:
        with self._database.write() as connection:
            _open(connection, number)
            connection.execute(update(POLICY_DRAFTS).where(POLICY_DRAFTS.c.number == number).values(closed=at))

    def publish(
        self,
        number: int,
        digest_: str,
        version: str,
        account: str,
        at: dt.datetime,
        put_in_force: Callable[[str], None],
    ) -> None:
        """Publishes a proposed draft; `put_in_force` is given the text and does it, or nothing is published.

        Raises IllegalMove for one of its writers, for one that nobody proposed and for another text than was seen.
        """
        with self._database.write() as connection:
            row = _open(connection, number)
            _same(row, digest_)
            if row.proposed_by is None:
                raise IllegalMove("Nobody has asked for this draft to be published.")
            if account == row.proposed_by or account in json.loads(row.editors):
                raise IllegalMove("The second signature must be another person's.")
            connection.execute(
                insert(PUBLISHED_POLICIES).values(
                    number=_next(connection, PUBLISHED_POLICIES.c.number),
                    product=row.product,
                    version=version,
                    digest=row.digest,
                    text=row.text,
                    proposed_by=row.proposed_by,
                    seconded_by=chain.code(account, "actor"),
                    at=at,
                )
            )
            connection.execute(update(POLICY_DRAFTS).where(POLICY_DRAFTS.c.number == number).values(closed=at))
            put_in_force(row.text)

    def published(self, product: str = "") -> tuple[Published, ...]:
        """What was put in force, the last first."""
        chosen = select(PUBLISHED_POLICIES).order_by(PUBLISHED_POLICIES.c.number.desc())
        if product:
            chosen = chosen.where(PUBLISHED_POLICIES.c.product == product)
        with self._database.read() as connection:
            return tuple(_published(row) for row in connection.execute(chosen))


def _short_enough(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise BadInput("A policy has at most 500,000 characters.")


def _next(connection: Connection, column: Any) -> int:
    return int(connection.execute(select(func.max(column))).scalar_one() or 0) + 1


def _open(connection: Connection, number: int) -> Row[Any]:
    chosen = select(POLICY_DRAFTS).where(POLICY_DRAFTS.c.number == number, POLICY_DRAFTS.c.closed.is_(None))
    row = connection.execute(chosen.with_for_update()).one_or_none()
    if row is None:
        raise NotFound("There is no such draft.")
    return row


def _same(row: Row[Any], seen: str) -> None:
    if row.digest != seen:
        raise IllegalMove("Somebody has changed this draft meanwhile; look at it again.")


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        number=row.number,
        product=row.product,
        text=row.text,
        digest=row.digest,
        editors=tuple(json.loads(row.editors)),
        proposed_by=row.proposed_by,
        created=row.created,
        updated=row.updated,
    )


def _published(row: Row[Any]) -> Published:
    return Published(
        number=row.number,
        product=row.product,
        version=row.version,
        digest=row.digest,
        text=row.text,
        proposed_by=row.proposed_by,
        seconded_by=row.seconded_by,
        at=row.at,
    )
