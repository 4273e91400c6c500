"""A picture file's frames as pixels: the right way round by their EXIF, eight bits deep, on white paper."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from cases.errors import BadInput
from ocr.pages import Media, open_picture, sniff

EXIF_DETAILS = 0x8769
EXPOSURE_TIME = 0x829A
MAKE = 0x010F
"""EXIF 2.32, tags. Some programs that shrink photos keep only the camera's make."""
DEEP = {"I;16": 256.0, "I;16B": 256.0, "I;16L": 256.0, "I": 256.0}
"""Pillow's modes with sixteen bits a pixel, and what to divide by."""


def frame(data: bytes, number: int, enough: int = 0) -> tuple[NDArray[Any], bool]:
    """Frame `number` (from 1) in blue-green-red, and whether a camera took it. Raises BadInput when there is none.

    With `enough` a JPEG is only decoded as large as it must be for its longer side to have so many pixels.
    """
    from PIL import ImageOps

    opened = open_picture(data)
    if not 1 <= number <= int(getattr(opened, "n_frames", 1)):
        raise BadInput(f"The file has no page {number}.")
    if number > 1:
        opened.seek(number - 1)
    if enough:
        part = enough / max(1, *opened.size)
        opened.draft(None, tuple(int(side * part) for side in opened.size))
    exif = opened.getexif()
    camera = bool(exif.get(MAKE)) or EXPOSURE_TIME in exif.get_ifd(EXIF_DETAILS) or sniff(data) is Media.HEIC
    upright = ImageOps.exif_transpose(opened)
    return cv2.cvtColor(_on_paper(upright), cv2.COLOR_RGB2BGR), camera


def _on_paper(picture: Any) -> NDArray[Any]:
    """Red-green-blue pixels; what is transparent shows white paper, as it does where people look at it."""
    from PIL import Image

    if picture.mode in DEEP or picture.mode == "F":
        values = np.asarray(picture, np.float32)
        most = float(values.max(initial=0.0))
        divisor = DEEP.get(picture.mode, most / 255 or 1.0) if most > 255 else 1.0
        grey = np.clip(values / divisor, 0, 255).astype(np.uint8)
        return cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
    if "A" in picture.getbands() or "transparency" in picture.info:
        inked = picture.convert("RGBA")
        paper = Image.new("RGBA", inked.size, "white")
        return np.asarray(Image.alpha_composite(paper, inked).convert("RGB"))
    return np.asarray(picture.convert("RGB"))
