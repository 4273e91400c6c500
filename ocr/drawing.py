"""A page as people look at it: as it was sent, upright by its EXIF, small enough for a browser."""

from __future__ import annotations

from typing import Any

import cv2
from numpy.typing import NDArray

from cases.errors import BadInput
from ocr.frames import frame
from ocr.limits import Limits
from ocr.pages import Media, sniff

LONGEST_SIDE = 2000
QUALITY = 82


def draw_page(data: bytes, number: int, limits: Limits = Limits()) -> bytes:  # noqa: B008
    """Page `number` (from 1) as a JPEG. Boxes of fields are fractions of it. Raises BadInput when there is none."""
    image = _pdf_page(data, number, limits) if sniff(data) is Media.PDF else frame(data, number)[0]
    height, width = image.shape[:2]
    shrink = LONGEST_SIDE / max(height, width)
    if shrink < 1:
        size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    done, coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        raise BadInput(f"Page {number} cannot be drawn.")
    return bytes(coded.tobytes())


def _pdf_page(data: bytes, number: int, limits: Limits) -> NDArray[Any]:
    from ocr.pdf import open_pdf, page_of, picture

    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise BadInput(f"The file has no page {number}; it has {len(document)}.")
        return picture(page_of(document, number), limits)
    finally:
        document.close()
