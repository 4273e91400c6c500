"""The coach: a quick look at what was just sent, then a reading in the background that the worker finds done.

What it found is kept with the file, so that a page can be loaded again at any time and a restart loses nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from cases.blobs import Blobs
from cases.codec import to_json
from cases.errors import NotFound
from cases.model import FileReading, Problem
from cases.store import Store
from cases.store.intakes import IntakeFile
from decision.coaching import remarks
from flows.current_book import CurrentBook
from flows.readers import Readers
from flows.reading import PageStore, SentFile, engine_label, read_page_surely
from ocr.pages import Inspection
from portal.web.applicant.advice import GLANCE, READING, Advice, from_kept, of_problems, of_remarks
from portal.web.applicant.application import application_of

LOG = logging.getLogger("vouch.portal")
LOOKED_AT = 3
"""Pages that are looked at quickly."""
SECONDS = 1.2
"""After so long no further page is looked at; the reading tells the rest."""
STATE = "state"
READ, FAILED = "read", "failed"


class Coach:
    """Lives in the site's event loop; its work ends with the site and is taken up again when somebody looks."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        book: CurrentBook,
        readers: Readers,
        glances: Readers,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._store, self._blobs, self._book, self._clock = store, blobs, book, clock
        self._readers, self._glances = readers, glances
        self._busy: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def look(self, intake_id: str, file: IntakeFile, pages: int) -> None:
        """The first advice on a file that was just kept."""
        path, until = self._blobs.path(file.sha256), time.monotonic() + SECONDS
        found: list[Problem] = []
        for number in range(1, min(pages, LOOKED_AT) + 1):
            found += await self._glances.glance(path, number)
            if time.monotonic() > until:
                break
        told = of_problems(found, GLANCE)
        if told:
            await self._advise(intake_id, file, [one.kept for one in told])

    def follow(self, intake_id: str, file: IntakeFile) -> None:
        """Begins to read a file, unless that is done or under way. Called in the event loop."""
        key = (intake_id, file.sha256)
        if key in self._busy or state_of(file):
            return
        task = asyncio.get_running_loop().create_task(self._read(intake_id, file))
        self._busy[key] = task
        task.add_done_callback(lambda _: self._busy.pop(key, None))

    async def _read(self, intake_id: str, file: IntakeFile) -> None:
        try:
            reading = await self._reading(file)
            told = await asyncio.to_thread(self._judged, intake_id, file.number, reading)
            kept = await asyncio.to_thread(self._blobs.put, to_json(reading).encode())
            state = {"stage": STATE, "code": READ, "reading": kept, "kinds": [one.kind for one in reading.documents]}
            await self._advise(intake_id, file, [*(one.kept for one in told), state])
        except NotFound:
            return  # Removed while it was being read.
        except Exception as fault:
            LOG.warning("a file could not be read ahead: %s", type(fault).__name__)
            failed = {"stage": STATE, "code": FAILED}
            with contextlib.suppress(NotFound):
                await self._advise(intake_id, file, [*(one.kept for one in advice_of(file)), failed])

    async def _reading(self, file: IntakeFile) -> FileReading:
        sent = SentFile(path=self._blobs.path(file.sha256), name=file.name)
        inspection: Inspection = await self._readers.inspect(sent.path, sent.name)
        inspection = dataclasses.replace(inspection, sha256=file.sha256)
        pages = [
            await read_page_surely(self._readers, self.shelf, sent, file.sha256, number)
            for number in range(1, inspection.pages + 1)
        ]
        return await self._readers.assemble(file.name, inspection, pages)

    def _judged(self, intake_id: str, number: int, reading: FileReading) -> list[Advice]:
        intake, today = self._store.intakes.get(intake_id), self._clock().date()
        application = application_of(intake.form, today, draft=True)
        looked = [advice for file in intake.files if file.number == number for advice in advice_of(file)]
        told = of_problems((*reading.problems, *reading.quality.problems), READING)
        told = [_better(one, looked) for one in told]
        return told + of_remarks(remarks(application, reading, self._book.now(), today))

    async def _advise(self, intake_id: str, file: IntakeFile, advice: Sequence[dict[str, Any]]) -> None:
        await asyncio.to_thread(self._store.intakes.advise, intake_id, file.number, file.sha256, advice)

    @property
    def shelf(self) -> PageStore:
        """Where the worker looks for pages first."""

        def keep(key: str, engine: str, reading: str) -> None:
            self._store.keep_page_reading(key, engine, reading, self._clock())

        return PageStore(self._store.page_reading, keep, engine_label(self._readers.version))


def state_of(file: IntakeFile) -> str:
    """`read`, `failed`, or nothing while it is being read."""
    return next((str(one["code"]) for one in file.advice if one["stage"] == STATE), "")


def advice_of(file: IntakeFile) -> list[Advice]:
    return [from_kept(one) for one in file.advice if one["stage"] != STATE]


def _better(read: Advice, looked: Sequence[Advice]) -> Advice:
    """What the quick look said of the same page, where the reading can show no place for its trouble."""
    if read.box is not None or not read.grave:
        return read
    shown = (one for one in looked if one.page == read.page and one.box and one.grave and one.stage == GLANCE)
    return next(shown, read)
