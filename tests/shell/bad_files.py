"""Files that nobody can use, one of each sort, made on the spot."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PIL import Image


def empty() -> bytes:
    return b""


def no_pages() -> bytes:
    return _saved(pikepdf.new())


def locked() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return _saved(pdf, encryption=pikepdf.Encryption(owner="owner", user="user"))


def ten_thousand_pages() -> bytes:
    """They share one leaf of the page tree's content, so the file is small for what it claims."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for _ in range(9_999):
        pdf.pages.append(pdf.pages[0])
    return _saved(pdf)


def huge_picture() -> bytes:
    return _encoded(Image.new("1", (30_000, 30_000)), "PNG")


def text_named_pdf() -> bytes:
    return b"Dear lender, please find my statement attached.\n"


def half_a_photo() -> bytes:
    whole = _encoded(Image.effect_noise((600, 800), 60), "JPEG")
    return whole[: len(whole) // 2]


BAD: dict[str, Callable[[], bytes]] = {
    "empty.pdf": empty,
    "no-pages.pdf": no_pages,
    "locked.pdf": locked,
    "ten-thousand-pages.pdf": ten_thousand_pages,
    "huge.png": huge_picture,
    "letter.pdf": text_named_pdf,
    "half.jpg": half_a_photo,
}


def write_all(folder: Path) -> dict[str, Path]:
    """Every bad file by its name."""
    made = {}
    for name, content in BAD.items():
        made[name] = folder / name
        made[name].write_bytes(content())
    return made


def _saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    held = io.BytesIO()
    if encryption is None:
        pdf.save(held)
    else:
        pdf.save(held, encryption=encryption)
    return held.getvalue()


def _encoded(picture: Image.Image, form: str) -> bytes:
    held = io.BytesIO()
    picture.save(held, form)
    return held.getvalue()
