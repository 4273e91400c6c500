"""Files that are two things at once: a picture or PDF to one program, something else to another."""

from __future__ import annotations

from ocr.pages import Media, sniff

HEAD = 1024
"""Bytes within which a PDF may begin."""
ZIP_END = b"PK\x05\x06"
TAIL = 66_000
"""Bytes within which a ZIP archive has its directory's end."""
OTHERS = (b"GIF8", b"\xff\xd8\xff", b"\x89PNG", b"PK\x03\x04", b"II*\x00", b"MM\x00*", b"RIFF", b"MZ", b"\x7fELF")
ACTIVE = (b"<script", b"<html", b"<svg", b"<!doctype", b"<?php", b"<iframe")


def two_in_one(data: bytes) -> bool:
    """Whether a file that opens as one of our sorts is made to be taken for another one as well."""
    media = sniff(data)
    if media is None:
        return False
    if ZIP_END in data[-TAIL:]:
        return True
    if media is Media.PDF:
        before = data[: data.find(b"%PDF-")]
        return before.startswith(OTHERS) or any(tag in before.lower() for tag in ACTIVE)
    low = data.lower()
    return b"%PDF-" in data or any(tag in low for tag in ACTIVE[:2] + ACTIVE[4:])
