"""A file on its way in: looked at before it is kept, by processes that may be killed, and under no name of its own."""

from __future__ import annotations

import contextlib
import secrets
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from anyio import from_thread

from cases.errors import BadInput
from cases.store.intakes import Intake, IntakeFile
from cases.store.records import CaseFile
from ocr.limits import Limits
from ocr.polyglot import two_in_one
from portal.web.site import Site

LIMITS = Limits()
LONGEST_NAME = 120
PARTS_KEPT_HOURS = 24
NAMELESS = "paper"
REFUSALS: Mapping[str, str] = {
    "empty_file": "{name} is empty; please send it again.",
    "too_large": "{name} is larger than 50 MB; please send a smaller copy.",
    "not_a_document": "{name} is no paper that we can open; please send a PDF or a JPEG, PNG, TIFF or HEIC picture.",
    "two_in_one": "{name} is two kinds of file in one; please send it as a plain PDF or picture.",
    "too_many_pixels": "{name} is a larger picture than we open; please send it at an ordinary resolution.",
    "too_many_pages": "{name} has more than 200 pages; please send only the pages that are asked for.",
    "no_pages": "{name} has no pages; please send it again.",
    "password": "{name} is protected by a password; please send a copy without one.",
    "damaged": "{name} is damaged or not complete and cannot be opened; please send it again.",
    "timed_out": "{name} takes too long to open; please send it in another format.",
    "too_many_files": "An application takes 60 files; remove one before you send {name}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that was not kept, and why: a code of `REFUSALS`."""

    name: str
    code: str


def label_of(name: str) -> str:
    """What a file is called on pages and in letters; never a path, never longer than is good for either."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(one for one in last if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    plain = " ".join(plain.split()).strip(". ")
    if len(plain) > LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        ending = dot + ending if stem and len(ending) <= 5 else ""
        plain = plain[: LONGEST_NAME - len(ending)].rstrip() + ending
    return plain or NAMELESS


def folder(site: Site) -> Path:
    made = site.settings.data_dir / "incoming"
    made.mkdir(parents=True, exist_ok=True)
    return made


@contextmanager
def laid_down(site: Site, data: bytes) -> Iterator[Path]:
    """The bytes as a file under a random name, for as long as they are looked at."""
    path = folder(site) / secrets.token_hex(16)
    path.write_bytes(data)
    try:
        yield path
    finally:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()


def take_in(site: Site, intake: Intake, name: str, data: bytes) -> IntakeFile | Refusal:
    """Keeps a file of an intake, or says why not. The coach has looked at it when this returns, and reads on."""
    label = label_of(name)
    if len(data) > LIMITS.bytes:
        return Refusal(name=label, code="too_large")
    with laid_down(site, data) as path:
        inspection = from_thread.run(site.glances.inspect, path, label)
    if inspection.problems:
        code = inspection.problems[0].code
        return Refusal(name=label, code=code if code in REFUSALS else "damaged")
    if two_in_one(data):
        return Refusal(name=label, code="two_in_one")
    sent = CaseFile(name=label, sha256=site.blobs.put(data), size=len(data))
    try:
        kept = site.store.intakes.add_file(intake.id, sent, site.now)
    except BadInput:
        return Refusal(name=label, code="too_many_files")
    if not kept.advice:
        from_thread.run(site.coach.look, intake.id, kept, inspection.pages)
        from_thread.run_sync(site.coach.follow, intake.id, kept)
    return kept
