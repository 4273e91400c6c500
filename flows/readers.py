"""Warm reader processes: they parse and read what strangers sent, and can be killed without harm.

`pebble` keeps the pool: a page that takes too long loses its process, processes are replaced after some pages because
engines leak, and a process that dies takes nothing with it but its page.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from cases.errors import NotFound, Unavailable, VouchError
from cases.model import Box, EngineVersion, FileReading, Problem, Severity
from cases.settings import Settings
from flows import reader_process
from flows.reader_process import ReaderSetup
from ocr.classify import kinds
from ocr.engine_version import current_version
from ocr.pages import Inspection
from ocr.reading import PageReading, unreadable

Result = TypeVar("Result")

PAGES_PER_PROCESS = 150
"""After so many pages a process is replaced by a fresh one."""


class ReaderDied(Unavailable):
    """A page, or chance, killed its reader. Unlike a store that is away, it may be the page's own doing."""

    code = "reader_died"


class Readers:
    """A pool of reader processes. Use it as a context manager, or call `close`."""

    def __init__(self, settings: Settings) -> None:
        self._timeout = settings.page_timeout_seconds
        self._count = settings.readers
        setup = ReaderSetup(settings.data_dir / "engine", settings.ocr_models, parent=os.getpid())
        self._pool = ProcessPool(
            max_workers=settings.readers,
            max_tasks=PAGES_PER_PROCESS,
            initializer=reader_process.begin,
            initargs=(setup,),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        # Asking begins the processes here: on Linux a child dies with the thread that began it, and the thread that
        # first reads something may be a short-lived one.
        _ = self._pool.active
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every process, whatever it is doing."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    @property
    def version(self) -> EngineVersion:
        """The engine's version, which readings are kept by."""
        return current_version()

    @property
    def alive(self) -> int:
        """Child processes of this process that are there now; all of them read pages."""
        return sum(process.is_alive() for process in multiprocessing.active_children())

    async def start(self) -> None:
        """Waits until the processes are there and the document kinds known; models load with the first picture."""
        waiting = (self._run(reader_process.ready) for _ in range(self._count))
        await asyncio.gather(asyncio.to_thread(kinds), *waiting)

    async def warm(self) -> None:
        """Loads the models in every process that is free. Raises BrokenInstallation for wrong weights."""
        await asyncio.gather(*(self._run(reader_process.warm) for _ in range(self._count)))

    async def inspect(self, path: Path, name: str) -> Inspection:
        """What the file is. One that kills or stalls its parser is refused like any other hostile file."""
        try:
            return await self._run(reader_process.inspect_file, str(path), name)
        except FutureTimeoutError:
            return _refused(name, "timed_out", f"{name} takes too long to open; please send it in another format.")
        except Unavailable:
            return _refused(name, "damaged", f"{name} cannot be opened safely; please send it in another format.")

    async def read_page(self, path: Path, number: int) -> PageReading:
        """The reading of a page; one that times out or makes its parser fail is a reading with a problem.

        Raises Unavailable when the process died: trying again may help.
        """
        try:
            return await self._run(reader_process.read_file_page, str(path), number)
        except FutureTimeoutError:
            return unreadable(number, "timed_out", f"Page {number} took too long to read; please send it again.")
        except (VouchError, asyncio.CancelledError):
            raise
        except Exception:  # Whatever a hostile page makes a parser raise, the case goes on without that page.
            return unreadable(number, "page_failed", f"Page {number} could not be read; please send it again.")

    async def glance(self, path: Path, number: int) -> tuple[Problem, ...]:
        """What troubles a page at a quick look; nothing when it cannot be looked at, for a reading follows."""
        try:
            return await self._run(reader_process.glance_at_page, str(path), number)
        except asyncio.CancelledError:
            raise
        except Exception:  # Whatever a hostile page makes a parser raise, the reading tells.
            return ()

    async def assemble(self, name: str, inspection: Inspection, pages: Sequence[PageReading]) -> FileReading:
        """The documents of a file from its pages, worked out in a reader process. Raises Unavailable."""
        return await self._run(reader_process.assemble_file, name, inspection, pages)

    async def show(self, path: Path, number: int, box: Box | None = None, widest: int = 900) -> bytes:
        """A page, or what is around a box on it, as a JPEG made from its pixels. Raises NotFound, Unavailable."""
        try:
            return await self._run(reader_process.show_page, str(path), number, box, widest)
        except (Unavailable, asyncio.CancelledError):
            raise
        except Exception:  # As above; what cannot be drawn is not there to be shown.
            raise NotFound("This page cannot be shown.") from None

    async def _run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        future = self._pool.schedule(work, args=arguments, timeout=self._timeout)
        try:
            return await asyncio.wrap_future(future)
        except ProcessExpired:
            raise ReaderDied("A reader process died; its page is read again.") from None


def _refused(name: str, code: str, advice: str) -> Inspection:
    problem = Problem(code=code, advice=advice, severity=Severity.HIGH)
    return Inspection(name=name, sha256="", media=None, pages=0, problems=(problem,))
