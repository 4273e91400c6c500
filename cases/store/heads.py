"""What is kept of a case to find it by: the head that queues show, and the marks that tie it to others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection, insert, select

from cases.marks import Mark, marks_of
from cases.model import Application
from cases.store.schema_doors import CASE_HEADS, CASE_MARKS


def add(connection: Connection, case_id: str, application: Application, at: dt.datetime) -> None:
    """The head of a new case, and the marks of what was stated."""
    business, request = application.business, application.request
    connection.execute(
        insert(CASE_HEADS).values(
            case_id=case_id,
            business=business.legal_name,
            searched=f"{case_id} {business.legal_name} {business.trading_name}".casefold(),
            product=request.product,
            amount=str(request.amount),
            currency=request.currency,
            profile=application.jurisdiction.profile,
            received=(application.applicant.received_on or at.date()).isoformat(),
        )
    )
    mark(connection, case_id, marks_of(application))


def mark(connection: Connection, case_id: str, marks: Collection[Mark]) -> None:
    """Adds the marks that the case does not have yet."""
    rows = connection.execute(
        select(CASE_MARKS.c.tie, CASE_MARKS.c.digest).where(CASE_MARKS.c.case_id == case_id)
    ).all()
    had = {(row.tie, row.digest) for row in rows}
    new = [{"case_id": case_id, "tie": one.tie.value, "digest": one.digest} for one in marks]
    fresh = [row for row in new if (row["tie"], row["digest"]) not in had]
    if fresh:
        connection.execute(insert(CASE_MARKS), fresh)
