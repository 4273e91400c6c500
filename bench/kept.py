"""Page readings kept between bench runs, so that a change of extraction is measured without reading pictures again.

A reading is kept under the page's key, the engine's version and a hash of the sources that make it: pictures and text
layers to words. What comes after (documents, kinds, fields) is made anew each time.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from cases.codec import from_json, to_json
from cases.model import FileReading
from ocr.assemble import assemble
from ocr.engine import PaddleEngine
from ocr.limits import Limits
from ocr.pages import inspect
from ocr.reading import PageReading, page_key, read_page

FOLDER = Path(".vouch/bench")
SOURCES = (
    "clean", "ctc", "dewarp", "engine", "engine_version", "flaws", "frames", "gaps", "layer_trust", "mrz_look",
    "outline", "pdf", "quality", "radicals", "reading", "sight", "signal", "tamper_layer", "tamper_picture",
    "text_layer", "weights",
)  # fmt: skip
"""The modules of `ocr/` that a page's words depend on."""


@functools.cache
def engine(threads: int = 2) -> PaddleEngine:
    """The engine, loaded once."""
    made = PaddleEngine(FOLDER / "engine", threads=threads)
    made.load()
    return made


@functools.cache
def sources() -> str:
    """A hash of what makes page readings."""
    home = Path(__file__).parent.parent / "ocr"
    found = [home / f"{name}.py" for name in SOURCES]
    return hashlib.sha256(b"".join(path.read_bytes() for path in found if path.is_file())).hexdigest()[:16]


def read(name: str, data: bytes) -> FileReading:
    """A whole file; pages that were read before are taken from the folder."""
    limits = Limits()
    inspection = inspect(data, name, limits)
    pages = [_page(data, inspection.sha256, number, limits) for number in range(1, inspection.pages + 1)]
    return assemble(name, inspection.sha256, inspection, pages)


def _page(data: bytes, sha256: str, number: int, limits: Limits) -> PageReading:
    path = FOLDER / sources() / f"{page_key(sha256, number)}.json"
    if path.is_file():
        return from_json(PageReading, path.read_text(encoding="utf-8"))
    reading = read_page(data, number, engine(), limits)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_json(reading), encoding="utf-8")
    return reading
