"""Walks the event chain, and holds the tables against what the events say of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, String, select, type_coerce

from cases.codec import digest
from cases.errors import IllegalMove
from cases.lifecycle import FIRST, Status, move
from cases.store import chain
from cases.store.records import ChainReport
from cases.store.schema import ANSWERS, CASE_FILES, CASES, CHAIN_HEAD, DECISIONS, EVENTS, GENESIS, LETTERS
from cases.store.schema_doors import CORRECTIONS, LABELS, NOTES, PROPOSALS

Trouble = tuple[int | None, str, str]
"""The event's number, the code and the sentence."""
Seals = dict[tuple[str, str, str], str]
"""What a thing is (`decision`), its case and its own key, to its hash."""
_BATCH = 500


def verify_chain(connection: Connection) -> ChainReport:
    """Whether every event is there, unaltered and in its order, and the cases are as the events left them."""
    seen, last = 0, GENESIS
    statuses: dict[str, Status] = {}
    sealed: Seals = {}
    trouble: Trouble | None = None
    moment = type_coerce(EVENTS.c.at, String).label("moment")
    rows = connection.execute(select(EVENTS, moment).order_by(EVENTS.c.number).execution_options(yield_per=_BATCH))
    for row in rows:
        trouble = _link(row, seen + 1, last)
        if trouble is None:
            payload = json.loads(row.payload)
            trouble = _replay(row, payload, statuses)
            sealed |= _seals(row.case_id, payload)
        if trouble:
            rows.close()
            break
        seen, last = row.number, row.hash
    trouble = trouble or _tail(connection, seen, last)
    trouble = trouble or _statuses(connection, statuses) or _contents(connection, sealed)
    if trouble is None:
        return ChainReport(ok=True, events=seen, head=last)
    return ChainReport(ok=False, events=seen, head=last, broken_at=trouble[0], code=trouble[1], detail=trouble[2])


def _link(row: Row[Any], expected: int, last: str) -> Trouble | None:
    """Whether an event is the next one of the chain and as it was sealed."""
    if row.number != expected:
        return expected, "removed", f"Event {expected} was removed: event {row.number} stands in its place."
    if row.previous != last:
        return (
            row.number,
            "out_of_order",
            f"Event {row.number} does not follow the one before it: one was altered.",
        )
    hash_ = chain.seal(row.number, row.case_id, row.kind, row.payload, row.actor, row.moment, row.previous)
    if hash_ != row.hash:
        return row.number, "altered", f"Event {row.number} was altered after it was sealed."
    return None


def _replay(row: Row[Any], payload: Mapping[str, Any], statuses: dict[str, Status]) -> Trouble | None:
    """Follows the case's moves; each must be in the table and begin where the last one ended."""
    if "to" not in payload:
        return None
    now, then = statuses.get(row.case_id), payload["to"]
    legal = payload.get("from") == now
    try:
        statuses[row.case_id] = move(now, Status(then)) if now else Status(then)
    except (IllegalMove, ValueError):
        legal = False
    if not legal or (now is None and then != FIRST):
        return (
            row.number,
            "illegal_move",
            f"Event {row.number} makes a move that case {row.case_id} could not make.",
        )
    return None


def _seals(case_id: str, payload: Mapping[str, Any]) -> Seals:
    """The hashes that an event gives of what was written with it."""
    seals: Seals = {("file", case_id, sha256): sha256 for sha256 in payload.get("files", ())}
    for what, key in (
        ("application", ""),
        ("decision", payload.get("attempt", "")),
        ("inputs", payload.get("attempt", "")),
        ("letter", payload.get("attempt", "")),
        ("answer", payload.get("answer", "")),
        ("correction", payload.get("correction", "")),
        ("note", payload.get("note", "")),
        ("label", payload.get("label", "")),
        ("proposal", payload.get("proposal", "")),
    ):
        if f"{what}_sha256" in payload:
            seals[(what, case_id, str(key))] = payload[f"{what}_sha256"]
    return seals


def _tail(connection: Connection, seen: int, last: str) -> Trouble | None:
    """Whether the chain ends where its head says."""
    head = connection.execute(select(CHAIN_HEAD)).one_or_none()
    if head is None:
        return None, "head_missing", "The head of the event chain is missing, so its end cannot be trusted."
    if head.length > seen:
        return seen + 1, "truncated", f"The last {head.length - seen} events, from {seen + 1} on, were removed."
    if head.length < seen:
        return head.length + 1, "added", f"Event {head.length + 1} was added behind the head of the chain."
    if head.hash != last:
        return seen, "altered", f"Event {seen} is not the one that the head of the chain seals."
    return None


def _statuses(connection: Connection, statuses: Mapping[str, Status]) -> Trouble | None:
    found: dict[str, str] = {row.id: row.status for row in connection.execute(select(CASES.c.id, CASES.c.status))}
    for case_id in sorted(found.keys() | statuses.keys()):
        now, told = found.get(case_id, "missing"), statuses.get(case_id, "unknown")
        if now != told:
            return None, "status_differs", f"Case {case_id} is {now}, but its events leave it {told}."
    return None


def _contents(connection: Connection, sealed: Seals) -> Trouble | None:
    """Whether applications, files, decisions, letters and what underwriters wrote are those that events sealed."""
    found = _found(connection)
    for key in sorted(found.keys() | sealed.keys()):
        if found.get(key) != sealed.get(key):
            what, case_id, _ = key
            lost = "is missing" if key not in found else "is not the one that its event sealed"
            return None, f"{what}_differs", f"The {what} of case {case_id} {lost}."
    return None


def _found(connection: Connection) -> Seals:
    seals: Seals = {}
    for what, case, key, content in (
        ("application", CASES.c.id, None, CASES.c.application),
        ("decision", DECISIONS.c.case_id, DECISIONS.c.attempt, DECISIONS.c.decision),
        ("inputs", DECISIONS.c.case_id, DECISIONS.c.attempt, DECISIONS.c.inputs),
        ("letter", LETTERS.c.case_id, LETTERS.c.attempt, LETTERS.c.blobs),
        ("answer", ANSWERS.c.case_id, ANSWERS.c.number, ANSWERS.c.answer),
        ("correction", CORRECTIONS.c.case_id, CORRECTIONS.c.number, CORRECTIONS.c.correction),
        ("note", NOTES.c.case_id, NOTES.c.number, NOTES.c.text),
        ("label", LABELS.c.case_id, LABELS.c.number, LABELS.c.label),
        ("proposal", PROPOSALS.c.case_id, PROPOSALS.c.number, PROPOSALS.c.answer),
    ):
        columns = [case, content] if key is None else [case, content, key]
        for row in connection.execute(select(*columns).execution_options(yield_per=_BATCH)):
            seals[(what, row[0], "" if key is None else str(row[2]))] = digest(row[1])
    for row in connection.execute(select(CASE_FILES.c.case_id, CASE_FILES.c.sha256)):
        seals[("file", row[0], row[1])] = row[1]
    return seals
