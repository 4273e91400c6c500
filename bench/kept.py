"""Page readings kept between bench runs, so that a change of extraction is measured without reading pictures again.

A reading is kept under the page's key, the engine's version and a hash of the sources that make it: pictures and text
layers to words. What comes after (documents, kinds, fields) is made anew each time.
"""

from __future__ import annotations

import functools
import hashlib
import re
from pathlib import Path

from cases.codec import from_json, to_json
from cases.model import FileReading
from ocr.assemble import assemble
from ocr.engine import PaddleEngine
from ocr.limits import Limits
from ocr.pages import inspect
from ocr.reading import PageReading, page_key, read_page

FOLDER = Path(".vouch/bench")


@functools.cache
def engine(threads: int = 2) -> PaddleEngine:
    """The engine, loaded once."""
    made = PaddleEngine(FOLDER / "engine", threads=threads)
    made.load()
    return made


@functools.cache
def sources() -> str:
    """A hash of what makes page readings: `ocr/reading.py` and all of `ocr/` that it rests on."""
    home = Path(__file__).parent.parent / "ocr"
    found: dict[str, bytes] = {}
    names = ["reading"]
    while names:
        path = home / f"{names.pop()}.py"
        if path.stem not in found:
            found[path.stem] = path.read_bytes()
            names += re.findall(r"^\s*from ocr\.(\w+) import", found[path.stem].decode(), re.MULTILINE)
    return hashlib.sha256(b"".join(found[name] for name in sorted(found))).hexdigest()[:16]


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
