"""Where a worker works: its store, blobs, readers and clock, and a desk for each case in hand.

Flows take a case id and an attempt, because Prefect keeps what flows are given. Everything else they find here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from cases.blobs import Blobs
from cases.errors import ClaimLost
from cases.model import Decision, FileReading
from cases.settings import Settings
from cases.store import Store
from cases.store.records import CaseRecord, Claim
from decision import Book
from flows.current_book import CurrentBook
from flows.deciding import Inputs, WrittenLetter
from flows.readers import Readers
from flows.reading import PageStore, SentFile, engine_label
from ocr.pages import Inspection
from ocr.reading import PageReading


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(slots=True)
class Desk:
    """One case in hand: what has been gathered and made so far."""

    claim: Claim
    record: CaseRecord
    inspections: dict[str, Inspection] = field(default_factory=dict)
    """By the file's SHA-256."""
    pages: dict[tuple[str, int], PageReading] = field(default_factory=dict)
    readings: tuple[FileReading, ...] = ()
    inputs: Inputs | None = None
    decision: Decision | None = None
    letter: WrittenLetter | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage."""


@dataclass(slots=True)
class Workplace:
    settings: Settings
    store: Store
    blobs: Blobs
    readers: Readers
    book: Book
    """The one in force when the last case was taken in hand."""
    current: CurrentBook | None = None
    """Where the book comes from anew; None keeps the one that is given."""
    clock: Callable[[], dt.datetime] = utc_now
    desks: dict[tuple[str, int], Desk] = field(default_factory=dict)
    """By case and attempt: a flow that lost its claim finds its own desk and never the one of the next attempt."""

    def desk(self, case_id: str, attempt: int) -> Desk:
        """The desk of one attempt at a case. Raises ClaimLost when the attempt is over."""
        try:
            return self.desks[case_id, attempt]
        except KeyError:
            raise ClaimLost(f"Attempt {attempt} at case {case_id} is over; its work is dropped.") from None

    @property
    def engine(self) -> str:
        return engine_label(self.readers.version)

    @property
    def shelf(self) -> PageStore:
        def keep(key: str, engine: str, reading: str) -> None:
            self.store.keep_page_reading(key, engine, reading, self.clock())

        return PageStore(self.store.page_reading, keep, self.engine)

    def sent(self, desk: Desk) -> dict[str, SentFile]:
        """The case's files by SHA-256, as they lie in the blobs."""
        return {file.sha256: SentFile(path=self.blobs.path(file.sha256), name=file.name) for file in desk.record.files}


_here: ContextVar[Workplace] = ContextVar("workplace")


@contextmanager
def at_work(workplace: Workplace) -> Iterator[Workplace]:
    """Flows that run inside find this workplace."""
    token = _here.set(workplace)
    try:
        yield workplace
    finally:
        _here.reset(token)


def here() -> Workplace:
    """The workplace that this flow runs in. Raises LookupError outside of any."""
    return _here.get()
