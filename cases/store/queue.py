"""The queue as people look at it: the cases that a filter chooses, and the cases that are tied to one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, exists, func, literal, select, union_all

from cases.lifecycle import Status
from cases.marks import Tie
from cases.store.database import Database
from cases.store.schema import CASE_FILES, CASES
from cases.store.schema_doors import ASSIGNMENTS, CASE_HEADS, CASE_MARKS, PROPOSALS

MOST_TIED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a reader wants to see; what is empty or None does not limit."""

    status: Status | None = None
    holder: str = ""
    """The account that has the case now."""
    product: str = ""
    text: str = ""
    """Part of the case's id or of the business's name, in any letters."""
    proposed: bool = False
    """Only those that wait for a second signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A case as a queue shows it."""

    id: str
    status: Status
    business: str
    product: str
    amount: Decimal
    currency: str
    profile: str
    received: dt.date
    updated: dt.datetime
    holder: str | None = None
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedCase:
    head: Head
    ties: tuple[Tie, ...]
    """In what the two cases are the same."""


class Queue:
    """Reads alone; no application, reading or decision is opened for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: Filter, at: dt.datetime, limit: int = 50, skip: int = 0) -> tuple[Head, ...]:
        """The chosen cases, the longest waiting first."""
        # The page is chosen first and its heads looked up then, so that a late page costs no more than an early one.
        ids = _chosen(wanted, at, CASES.c.id).order_by(CASES.c.updated, CASES.c.id).limit(limit).offset(skip).subquery()
        held = and_(ASSIGNMENTS.c.case_id == CASES.c.id, ASSIGNMENTS.c.until > at)
        shown = (
            select(*_SHOWN, ASSIGNMENTS.c.account, _PROPOSED.label("proposed"))
            .join_from(ids, CASES, CASES.c.id == ids.c.id)
            .join(CASE_HEADS, CASE_HEADS.c.case_id == CASES.c.id)
            .outerjoin(ASSIGNMENTS, held)
            .order_by(CASES.c.updated, CASES.c.id)
        )
        with self._database.read() as connection:
            return tuple(_head(row, row.account, bool(row.proposed)) for row in connection.execute(shown))

    def matching(self, wanted: Filter, at: dt.datetime) -> int:
        """How many cases there are to page through."""
        with self._database.read() as connection:
            return int(connection.execute(_chosen(wanted, at, func.count())).scalar_one())

    def products(self) -> tuple[str, ...]:
        """Those that any case is for."""
        with self._database.read() as connection:
            found = connection.execute(select(CASE_HEADS.c.product).distinct().order_by(CASE_HEADS.c.product))
            return tuple(found.scalars())

    def tied(self, case_id: str) -> tuple[TiedCase, ...]:
        """Other cases with a number or a file of this one, the latest first; at most fifty."""
        own, others = CASE_MARKS.alias("own"), CASE_MARKS.alias("others")
        file, same = CASE_FILES.alias("file"), CASE_FILES.alias("same")
        by_mark = select(others.c.case_id, others.c.tie).join_from(
            own, others, and_(others.c.digest == own.c.digest, others.c.tie == own.c.tie)
        )
        by_file = select(same.c.case_id, literal(Tie.FILE.value).label("tie")).join_from(
            file, same, same.c.sha256 == file.c.sha256
        )
        ties = union_all(
            by_mark.where(own.c.case_id == case_id, others.c.case_id != case_id),
            by_file.where(file.c.case_id == case_id, same.c.case_id != case_id),
        ).subquery()
        tied = (
            select(*_SHOWN, ties.c.tie)
            .join_from(ties, CASES, CASES.c.id == ties.c.case_id)
            .join(CASE_HEADS, CASE_HEADS.c.case_id == CASES.c.id)
            .order_by(CASES.c.created.desc(), CASES.c.id)
            .limit(MOST_TIED * len(Tie))
        )
        found: dict[str, tuple[Head, set[Tie]]] = {}
        with self._database.read() as connection:
            for row in connection.execute(tied):
                found.setdefault(row.id, (_head(row), set()))[1].add(Tie(row.tie))
        every = [TiedCase(head=head, ties=tuple(sorted(ties))) for head, ties in found.values()]
        return tuple(every[:MOST_TIED])


_SHOWN = (
    CASES.c.id,
    CASES.c.status,
    CASES.c.updated,
    CASE_HEADS.c.business,
    CASE_HEADS.c.product,
    CASE_HEADS.c.amount,
    CASE_HEADS.c.currency,
    CASE_HEADS.c.profile,
    CASE_HEADS.c.received,
)
_PROPOSED = exists().where(PROPOSALS.c.case_id == CASES.c.id, PROPOSALS.c.closed.is_(None))


def _chosen(wanted: Filter, at: dt.datetime, *columns: Any) -> Select[Any]:
    """What the filter chooses; tables that it does not ask about are left out."""
    chosen: Select[Any] = select(*columns).select_from(CASES)
    text = wanted.text.strip().casefold()
    if wanted.product or text:
        heads = select(CASE_HEADS.c.case_id)
        if wanted.product:
            heads = heads.where(CASE_HEADS.c.product == wanted.product)
        if text:
            heads = heads.where(CASE_HEADS.c.searched.contains(text, autoescape=True))
        chosen = chosen.where(CASES.c.id.in_(heads))
    if wanted.holder:
        held = and_(ASSIGNMENTS.c.case_id == CASES.c.id, ASSIGNMENTS.c.until > at)
        chosen = chosen.join(ASSIGNMENTS, held).where(ASSIGNMENTS.c.account == wanted.holder)
    if wanted.status is not None:
        chosen = chosen.where(CASES.c.status == wanted.status)
    if wanted.proposed:
        chosen = chosen.where(_PROPOSED)
    return chosen


def _head(row: Any, holder: str | None = None, proposed: bool = False) -> Head:
    return Head(
        id=row.id,
        status=Status(row.status),
        business=row.business,
        product=row.product,
        amount=Decimal(row.amount),
        currency=row.currency,
        profile=row.profile,
        received=dt.date.fromisoformat(row.received),
        updated=row.updated,
        holder=holder,
        proposed=proposed,
    )
