"""What runs inside a reader process: it opens files and reads pages, and may be killed at any moment.

Files that strangers send are parsed here and nowhere else.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cases.model import Box, FileReading, Problem
    from ocr import Inspection, PageReading
    from ocr.engine import PaddleEngine

MOST_MEMORY = 8 * 2**30
"""Bytes of address space; far above what reading takes, far below what a bomb would."""
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class ReaderSetup:
    """What a reader process needs to know; handed to it once when it starts."""

    engine_folder: Path
    models: Path | None
    threads: int = 1
    parent: int = 0
    """The process that these readers must not outlive; 0 when there is none."""


@dataclass(slots=True)
class _Reader:
    setup: ReaderSetup | None = None
    engine: PaddleEngine | None = None


_this = _Reader()


def begin(setup: ReaderSetup) -> None:
    """Makes this process a reader: it ignores Ctrl-C, dies with its parent, and stays on its own core."""
    _this.setup = setup
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _die_with_parent(setup.parent)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    os.environ.setdefault("OMP_NUM_THREADS", str(setup.threads))
    # Libraries print progress and warnings that may quote what they read; none of it is kept.
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _import_what_pages_need()
    import cv2

    cv2.setNumThreads(setup.threads)


def _import_what_pages_need() -> None:
    """Part of starting, so that the first page does not wait for it; the models are loaded with the first picture."""
    import ocr.pdf
    import ocr.reading
    import ocr.text_layer  # noqa: F401


def ready() -> None:
    """Answers as soon as the process is there."""


def warm() -> None:
    """Loads the models if they are not loaded yet."""
    _engine().load()


def inspect_file(path: str, name: str) -> Inspection:
    from ocr.pages import inspect

    return inspect(Path(path).read_bytes(), name)


def read_file_page(path: str, number: int) -> PageReading:
    from ocr.reading import read_page

    reading = read_page(Path(path).read_bytes(), number, _engine())
    give_memory_back()
    return reading


def glance_at_page(path: str, number: int) -> tuple[Problem, ...]:
    """What troubles a page at a quick look."""
    from ocr.glance import glance

    found = glance(Path(path).read_bytes(), number, _engine())
    give_memory_back()
    return found


def assemble_file(name: str, inspection: Inspection, pages: Sequence[PageReading]) -> FileReading:
    """The documents of a file from its pages' readings."""
    from ocr.assemble import assemble

    return assemble(name, inspection.sha256, inspection, sorted(pages, key=lambda page: page.number))


def show_page(path: str, number: int, box: Box | None, widest: int) -> bytes:
    """A page, or a part of it, as a JPEG."""
    from ocr.page_picture import page_picture

    return page_picture(Path(path).read_bytes(), number, box, widest)


def give_memory_back() -> None:
    """Large pages leave the C library holding memory that nobody uses; on Linux it is asked to return it."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)


def _engine() -> PaddleEngine:
    if _this.engine is None:
        from ocr.engine import PaddleEngine

        if _this.setup is None:
            raise RuntimeError("begin() must run before anything is read")
        _this.engine = PaddleEngine(_this.setup.engine_folder, _this.setup.models, _this.setup.threads)
    return _this.engine


def _die_with_parent(parent: int) -> None:
    """On Linux the kernel kills this process when its parent dies, however that happens."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    # A parent that died before the call above cannot be told by its being process 1: in a container it may be that.
    if parent and os.getppid() != parent:
        os._exit(1)
