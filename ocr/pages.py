"""What a file is: its sort by its content, its pages, and whether we open it at all.

A file is judged by its bytes, never by its name. What we refuse is refused before it is decoded, and with a Problem
that says in one sentence what to do.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cases.model import Problem, Severity
from ocr.limits import Limits
from ocr.signal import Signal


class Media(StrEnum):
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    HEIC = "image/heic"


HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif"}
FORMATS = {Media.JPEG: ("JPEG", "MPO"), Media.PNG: ("PNG",), Media.TIFF: ("TIFF",), Media.HEIC: ("HEIF",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What can be said of a file without reading it."""

    name: str
    sha256: str
    media: Media | None
    """None for a file that is none of the sorts we open."""
    pages: int
    problems: tuple[Problem, ...] = ()
    """What keeps the file from being opened; empty when it can be."""
    signals: tuple[Signal, ...] = ()
    """What the file as a whole tells of how it was made."""


def inspect(data: bytes, name: str, limits: Limits = Limits()) -> Inspection:  # noqa: B008
    """Sniffs a file, counts its pages, and refuses what is empty, damaged, locked, hostile or too large."""
    media = sniff(data)
    pages, problem = _count(data, name, media, limits)
    return Inspection(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=media,
        pages=0 if problem else pages,
        problems=(problem,) if problem else (),
        signals=() if problem else _signals(data, media),
    )


def _signals(data: bytes, media: Media | None) -> tuple[Signal, ...]:
    if media is Media.PDF:
        from ocr.tamper_pdf import file_signals

        return file_signals(data)
    from ocr.tamper_picture import picture_signals

    return picture_signals(data)


def sniff(data: bytes) -> Media | None:
    """The sort of a file by its first bytes."""
    if b"%PDF-" in data[:1024]:
        return Media.PDF
    if data.startswith(b"\xff\xd8\xff"):
        return Media.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Media.PNG
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return Media.TIFF
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return Media.HEIC
    return None


def refusal(code: str, advice: str) -> Problem:
    return Problem(code=code, advice=advice, severity=Severity.HIGH)


def _count(data: bytes, name: str, media: Media | None, limits: Limits) -> tuple[int, Problem | None]:
    if not data:
        return 0, refusal("empty_file", f"{name} is empty; please send it again.")
    if len(data) > limits.bytes:
        size, most = len(data) // 1_000_000, limits.bytes // 1_000_000
        return 0, refusal("too_large", f"{name} has {size} MB and we take up to {most} MB; please send a smaller copy.")
    if media is None:
        return 0, refusal(
            "not_a_document",
            f"{name} is {_looks_like(data)} inside; please send a PDF or a JPEG, PNG, TIFF or HEIC picture.",
        )
    if media is Media.PDF:
        from ocr.pdf import count_pages

        return count_pages(data, name, limits)
    return _count_frames(data, name, media, limits)


def _looks_like(data: bytes) -> str:
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if head.startswith((b"<svg", b"<?xml")):
        return "an XML drawing or data file"
    if data.startswith(b"PK\x03\x04"):
        return "a ZIP archive or an office document"
    if b"\x00" not in data[:4096]:
        return "a text file"
    return "neither a PDF nor a picture"


def open_picture(data: bytes) -> Any:
    """The picture's header as a Pillow image; nothing is decoded yet."""
    from PIL import Image

    media = sniff(data)
    if media is Media.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    # Our own limit on pixels is checked on the header, with a sentence; Pillow's would only warn.
    Image.MAX_IMAGE_PIXELS = None
    # Only the parser of what the file is looks at it: every other one is a way in that nobody needs.
    return Image.open(io.BytesIO(data), formats=FORMATS.get(media, ()) if media else ())


def _count_frames(data: bytes, name: str, media: Media, limits: Limits) -> tuple[int, Problem | None]:
    try:
        picture = open_picture(data)
        frames = int(getattr(picture, "n_frames", 1)) if media is Media.TIFF else 1
        if frames > limits.pages:
            return 0, too_many_pages(name, frames, limits)
        width, height = _largest(picture, frames)
    except Exception:  # Pillow's parsers raise errors of every sort on hostile bytes.
        return 0, _damaged(name)
    if width * height > limits.pixels:
        return 0, refusal(
            "too_many_pixels",
            f"{name} has {width} x {height} pixels, more than we open; please send it at an ordinary resolution.",
        )
    return (frames, None) if _decodes(picture, media) else (0, _damaged(name))


def _largest(picture: Any, frames: int) -> tuple[int, int]:
    """Width and height of the largest frame, by the frames' headers; the picture is left at its first."""
    sizes = [picture.size]
    for number in range(1, frames):
        picture.seek(number)
        sizes.append(picture.size)
    if frames > 1:
        picture.seek(0)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return int(width), int(height)


def _decodes(picture: Any, media: Media) -> bool:
    """Whether the picture's bytes are all there. A JPEG is only decoded at an eighth of its size for that."""
    try:
        if media is Media.JPEG:
            picture.draft("L", (max(1, picture.size[0] // 8), max(1, picture.size[1] // 8)))
        picture.load()
    except Exception:  # As above.
        return False
    return True


def _damaged(name: str) -> Problem:
    return refusal("damaged", f"{name} is damaged or not complete and cannot be opened; please send it again.")


def too_many_pages(name: str, pages: int, limits: Limits) -> Problem:
    return refusal(
        "too_many_pages",
        f"{name} has {pages:,} pages and we read up to {limits.pages}; please send only the pages that are asked for.",
    )
