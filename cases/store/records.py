"""What the store gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from cases.lifecycle import Status
from cases.model import Answer, Application


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A file as it was sent; its bytes are in the blobs under `sha256`."""

    name: str
    sha256: str
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    id: str
    status: Status
    application: Application
    files: tuple[CaseFile, ...]
    attempt: int
    """How often the case was claimed."""
    tries: int
    """How often since it last moved on."""
    claimed_by: str | None
    claim_until: dt.datetime | None
    created: dt.datetime
    updated: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A worker's right to conclude a case, until another one gets it. `attempt` is the fencing token."""

    case_id: str
    attempt: int
    worker: str
    until: dt.datetime
    status: Status
    """PROCESSING for the machine's decision, SETTLING for an underwriter's answer."""
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    case_id: str
    attempt: int
    decision: str
    """`codec.to_json` of the Decision."""
    decision_sha256: str
    inputs: str
    """What the decision was made from, as JSON, for replay."""
    inputs_sha256: str
    status: Status
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    case_id: str
    attempt: int
    """Of the decision that the letter tells."""
    name: str
    blobs: Mapping[str, str]
    """Format (`html`, `pdf`, `txt`) to the SHA-256 of its bytes."""
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecord:
    case_id: str
    number: int
    answer: Answer
    actor: str
    at: dt.datetime


Payload = Mapping[str, str | int | list[str]]
"""What an event tells: codes, hashes, ids and counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    number: int
    """Counted from 1 over all cases."""
    case_id: str
    kind: str
    payload: Payload
    actor: str
    at: dt.datetime
    previous: str
    hash: str
    """SHA-256 over all the others, so each event vouches for those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    ok: bool
    events: int
    """How many were looked at."""
    head: str
    """The last hash. Whoever notes it elsewhere can tell later whether history was rewritten as a whole."""
    broken_at: int | None = None
    """The number of the first event that does not fit; None when the trouble lies in no single event."""
    code: str = ""
    """`altered`, `removed`, `out_of_order`, `truncated`, `added`, `head_missing`, `illegal_move`,
    `status_differs`, or `…_differs` of an application, file, answer, decision, inputs or letter."""
    detail: str = ""
    """One sentence; empty when all is well."""
