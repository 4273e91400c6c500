"""Barcodes in a page's picture: QR codes of licences and invoices, PDF417 on the backs of American licences."""

from __future__ import annotations

import re
from typing import Any

import cv2
from numpy.typing import NDArray

from cases.model import Box
from ocr.text import Barcode

LONGEST = 2200
"""Pixels of the longer side at which codes are looked for; a finer picture only costs time."""
FORMATS = "QRCode,PDF417,DataMatrix,Aztec"
"""Codes that documents state things in; the linear ones of shops and posts state nothing that we read."""
MOST_CHARACTERS = 4000
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f]")
"""Control characters but those that the records of licences are parted by: line feed, return, record separator."""


def barcodes_in(image: NDArray[Any]) -> tuple[Barcode, ...]:
    """The codes in a picture (blue-green-red or grey), in the order of their places from top to bottom."""
    import zxingcpp

    height, width = image.shape[:2]
    scale = min(1.0, LONGEST / max(height, width))
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = grey if scale == 1 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    wanted = zxingcpp.barcode_formats_from_str(FORMATS)
    found = zxingcpp.read_barcodes(small, formats=wanted, text_mode=zxingcpp.TextMode.Plain)
    codes = [_barcode(one, small.shape[1], small.shape[0]) for one in found if one.valid and one.text]
    return tuple(sorted(codes, key=lambda code: (code.box.top, code.box.left)))


def _barcode(one: Any, width: int, height: int) -> Barcode:
    corners = [getattr(one.position, name) for name in ("top_left", "top_right", "bottom_right", "bottom_left")]
    xs, ys = [point.x / width for point in corners], [point.y / height for point in corners]
    text = _UNPRINTABLE.sub("", one.text)[:MOST_CHARACTERS]
    return Barcode(text, str(one.format).rpartition(".")[2], Box.within(min(xs), min(ys), max(xs), max(ys)))
