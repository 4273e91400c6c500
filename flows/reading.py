"""Files to readings: each file inspected, each page read once and kept, the pages assembled into documents."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cases.codec import from_json, to_json
from cases.errors import BadInput, Unavailable
from cases.model import EngineVersion, FileReading
from flows.readers import Readers
from ocr.assemble import assemble
from ocr.pages import Inspection
from ocr.reading import PageReading, page_key, unreadable

FAILURES = {"timed_out", "page_failed"}
"""Problems that say how reading went, not what the page is like."""
TRIES = 3
"""How often a page is given to a reader before it counts as one that kills readers."""


class PageShelf(Protocol):
    """Where pages that were read before are kept."""

    def find(self, key: str) -> PageReading | None: ...

    def keep(self, key: str, reading: PageReading) -> None: ...


class NoShelf:
    """Keeps nothing: for reading files that belong to no case."""

    def find(self, key: str) -> PageReading | None:
        return None

    def keep(self, key: str, reading: PageReading) -> None:
        return None


@dataclass(frozen=True, slots=True)
class PageStore:
    """Keeps pages in the case store under the page's and the engine's hashes."""

    page_reading: Callable[[str, str], str | None]
    keep_page_reading: Callable[[str, str, str], None]
    engine: str

    def find(self, key: str) -> PageReading | None:
        text = self.page_reading(key, self.engine)
        return from_json(PageReading, text) if text else None

    def keep(self, key: str, reading: PageReading) -> None:
        self.keep_page_reading(key, self.engine, to_json(reading))


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file on disk and the name under which it was sent."""

    path: Path
    name: str


def engine_label(version: EngineVersion) -> str:
    """One string for an engine and its models: what readings are kept by and decisions record."""
    models = ",".join(f"{part}:{digest[:12]}" for part, digest in sorted(version.models.items()))
    return f"{version.name} {version.version} {models}"


async def read_page_once(readers: Readers, shelf: PageShelf, file: SentFile, sha256: str, number: int) -> PageReading:
    """A page's reading from the shelf, or read now and put there. Raises Unavailable, which may pass."""
    key = page_key(sha256, number)
    kept = await asyncio.to_thread(shelf.find, key)
    if kept is not None:
        return kept
    reading = await readers.read_page(file.path, number)
    # A failure may be this machine's and not the page's, so it is never kept.
    if not any(problem.code in FAILURES for problem in reading.problems):
        await asyncio.to_thread(shelf.keep, key, reading)
    return reading


async def read_page_surely(readers: Readers, shelf: PageShelf, file: SentFile, sha256: str, number: int) -> PageReading:
    """As `read_page_once`, but a page that kills its readers becomes a reading with a problem."""
    for _ in range(TRIES):
        try:
            return await read_page_once(readers, shelf, file, sha256, number)
        except Unavailable:
            continue
    return given_up(number)


def given_up(number: int) -> PageReading:
    """The reading of a page that no reader survives."""
    return unreadable(number, "reader_died", f"Page {number} cannot be read safely; please send it in another format.")


async def read_pages(
    readers: Readers, file: SentFile, shelf: PageShelf | None = None
) -> tuple[FileReading, list[PageReading], float]:
    """One file's documents, its pages, and the seconds that it took. A refused file has its reason as a problem."""
    began = time.perf_counter()
    inspection = await readers.inspect(file.path, file.name)
    pages = await asyncio.gather(
        *(
            read_page_surely(readers, shelf or NoShelf(), file, inspection.sha256, number)
            for number in range(1, inspection.pages + 1)
        )
    )
    return assembled(file.name, inspection, pages), list(pages), time.perf_counter() - began


def assembled(name: str, inspection: Inspection, pages: Sequence[PageReading]) -> FileReading:
    """The documents of a file from its pages' readings, in the order of the pages."""
    made: FileReading = assemble(name, inspection.sha256, inspection, sorted(pages, key=lambda page: page.number))
    return made


async def refuse_unopenable(readers: Readers, files: Sequence[SentFile]) -> tuple[Inspection, ...]:
    """Inspects files; raises BadInput with the first one's sentence when any of them cannot be opened."""
    inspections = await asyncio.gather(*(readers.inspect(file.path, file.name) for file in files))
    for inspection in inspections:
        if inspection.problems:
            raise BadInput(inspection.problems[0].advice)
    return tuple(inspections)
