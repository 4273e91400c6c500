"""A page as a picture for people to look at: as it was sent, or a part of it around a place."""

from __future__ import annotations

from typing import Any

import cv2
from numpy.typing import NDArray

from cases.errors import BadInput
from cases.model import Box
from ocr.frames import frame
from ocr.limits import Limits
from ocr.pages import Media, sniff

AROUND = 0.03
"""How much of the page is shown around a place, on each side."""
LEAST = (0.25, 0.08)
"""Part of the page, across and down, that is shown at least."""


def page_picture(
    data: bytes,
    number: int,
    box: Box | None = None,
    widest: int = 900,
    limits: Limits = Limits(),  # noqa: B008
) -> bytes:
    """A JPEG of page `number`, or of what is around a box on it, at most so many pixels wide or high.

    Made anew from its pixels: nothing else that was in the file is in it. Raises BadInput for a page that is not there.
    """
    image = _image(data, number, limits)
    if box is not None:
        image = _part(image, box)
    scale = min(1.0, widest / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
    done, coded = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 82])
    if not done:
        raise BadInput("This page cannot be shown.")
    return bytes(coded)


def _image(data: bytes, number: int, limits: Limits) -> NDArray[Any]:
    if sniff(data) is not Media.PDF:
        return frame(data, number)[0]
    from ocr.pdf import open_pdf, page_of, picture

    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise BadInput(f"The file has no page {number}.")
        return picture(page_of(document, number), limits)
    finally:
        document.close()


def _part(image: NDArray[Any], box: Box) -> NDArray[Any]:
    height, width = image.shape[:2]
    across, down = (
        max(least, side + 2 * AROUND) / 2 for least, side in zip(LEAST, (box.width, box.height), strict=True)
    )
    x, y = box.middle
    shown = Box.within(x - across, y - down, x + across, y + down)
    left, top = int(shown.left * width), int(shown.top * height)
    return image[top : max(top + 1, int(shown.bottom * height)), left : max(left + 1, int(shown.right * width))]
