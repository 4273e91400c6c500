"""Reading: bytes in, documents with places out.

    inspect     what a file is, how many pages it has, and whether we open it at all
    read_page   one page's words, from its text layer or its picture
    page_key    what a page's reading is kept under
    assemble    the readings of a file's pages → its documents, fields and self-checks
    read_file   all of these in one go

Nothing heavy is imported before it is needed: OpenCV and the engine load with the first page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cases.model import FileReading
    from ocr.assemble import assemble
    from ocr.engine import Engine
    from ocr.limits import Limits
    from ocr.pages import Inspection, inspect
    from ocr.reading import PageReading, page_key, read_page, unreadable

__all__ = [
    "Inspection",
    "Limits",
    "PageReading",
    "assemble",
    "inspect",
    "page_key",
    "read_file",
    "read_page",
    "unreadable",
]

_HOMES = {
    "Inspection": "ocr.pages",
    "inspect": "ocr.pages",
    "Limits": "ocr.limits",
    "PageReading": "ocr.reading",
    "page_key": "ocr.reading",
    "read_page": "ocr.reading",
    "unreadable": "ocr.reading",
    "assemble": "ocr.assemble",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ocr' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def read_file(name: str, data: bytes, engine: Engine, limits: Limits | None = None) -> FileReading:
    """A whole file in this process: inspected, every page read, assembled into documents."""
    from ocr.assemble import assemble
    from ocr.limits import Limits
    from ocr.pages import inspect
    from ocr.reading import read_page

    bounds = limits or Limits()
    inspection = inspect(data, name, bounds)
    pages = [read_page(data, number, engine, bounds) for number in range(1, inspection.pages + 1)]
    reading: FileReading = assemble(name, inspection.sha256, inspection, pages)
    return reading
