"""Signs in a picture file: programs that edit pictures, the sizes of screens, and a print to know it again by."""

from __future__ import annotations

import re
from typing import Any

import cv2
from numpy.typing import NDArray

from cases.model import Severity
from ocr.pages import open_picture
from ocr.signal import Signal

SOFTWARE, SCREENSHOT = "file_software", "file_screenshot"
SOFTWARE_TAG, MAKE_TAG = 0x0131, 0x010F
"""EXIF 2.32."""
EDITORS = re.compile(
    r"(?i)photoshop|lightroom|gimp|snapseed|picsart|facetune|pixelmator|affinity|paint\.net|canva|meitu|美图|"
    r"polarr|pixlr|fotor|photopea|corel"
)
SCREEN_WIDTHS = {640, 720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1242, 1284, 1290, 1320, 1440}
"""Pixels across of the screens of phones."""
SCREENS = {
    (1280, 720), (1280, 800), (1366, 768), (1440, 900), (1536, 864), (1600, 900), (1680, 1050), (1920, 1080),
    (1920, 1200), (2560, 1440), (2560, 1600), (2880, 1800), (3840, 2160), (2048, 1536), (2160, 1620), (2388, 1668),
}  # fmt: skip
"""Of computers and tablets."""
PHONE_SHAPE = (1.7, 2.3)
"""Height to width of phones' screens."""


def picture_signals(data: bytes) -> tuple[Signal, ...]:
    """What a picture's header tells; nothing for one that does not open."""
    try:
        picture = open_picture(data)
        exif = picture.getexif()
    except Exception:  # Pillow's parsers raise errors of every sort on hostile bytes.
        return ()
    found: list[Signal] = []
    software = str(exif.get(SOFTWARE_TAG, "") or picture.info.get("Software", ""))[:60]
    if EDITORS.search(software):
        detail = f"The picture was saved by {software}, a program for editing pictures."
        found.append(Signal(check=SOFTWARE, severity=Severity.MEDIUM, detail=detail, actual=software))
    if not exif.get(MAKE_TAG) and _like_a_screen(*picture.size):
        size = f"{picture.size[0]} x {picture.size[1]}"
        detail = f"The picture has the size of a screen ({size}), so it is probably a screenshot and not the paper."
        found.append(Signal(check=SCREENSHOT, severity=Severity.LOW, detail=detail, actual=size))
    return tuple(found)


def _like_a_screen(width: int, height: int) -> bool:
    short, long = sorted((width, height))
    return (long, short) in SCREENS or (
        height > width and width in SCREEN_WIDTHS and PHONE_SHAPE[0] <= long / short <= PHONE_SHAPE[1]
    )


def fingerprint(image: NDArray[Any]) -> str:
    """576 bits as hex that stay nearly the same when a picture is shrunk, saved again or cropped by a hair.

    The hash of Marr and Hildreth's edges, as OpenCV has it. On our photos and scans the same picture saved again
    differed by at most 19 bits, two papers of one layout by at least 61.
    """
    return bytes(cv2.img_hash.marrHildrethHash(image)[0]).hex()
