"""What light, lens and screen did to a picture, measured on the picture alone: where it is burnt out, shaded or soft.

Regions are boxes in fractions of the picture given. Nothing here judges how much a flaw matters; `ocr/quality.py` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from cases.model import Box
from ocr.engine import Image

Mask = NDArray[Any]
Numbers = NDArray[np.float32]

SMALL = 600
"""The longer side, in pixels, of the copy in which light is looked at."""
BURNT = 251
"""Grey level from which a place is burnt out."""
PAPER = 222
"""Grey level of paper that is too bright for a burnt-out spot to stand out beside it."""
GLARE = (0.004, 0.3)
"""Part of the picture in burnt-out spots that stand out from their surroundings; of more, it is the paper itself."""
SHADE = 0.55
"""Part of the paper's brightness below which it lies in shadow."""
SHADED = 0.08
"""Part of the picture that a shadow covers before it is told."""
EDGE_LINE = 16.0
"""Pixels that a line of print is high in the copy in which edges are measured."""
TILE = 3
"""Line heights of a square in which edges are measured."""
INK = 0.15
"""Contrast of print, as part of the paper's brightness, that a square needs to have edges."""
SOFT = 0.24
"""Line heights over which the edges of print spread when it is out of focus."""
MOVED = 0.29
"""Line heights over which the edges across one direction spread when the camera moved that way."""
SCREEN_TILE = 256
"""Pixels of a square in which stripes of colour are looked for."""
STRIPED = (4.0, 0.5)
"""Grey levels by which a screen's stripes differ in colour, and the part of that which repeats evenly."""
PERIODS = (2, 50)
"""Pixels from one stripe to the next."""


def small_grey(image: Image) -> Mask:
    """A small grey copy of a picture, in which light is looked at."""
    # Light has no fine detail, so that every so manyth pixel tells as much, in a fraction of the time.
    step = max(1, max(image.shape[:2]) // SMALL)
    few = np.ascontiguousarray(image[::step, ::step, 1])
    scale = min(1.0, SMALL / max(few.shape))
    return cv2.resize(few, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def paper_level(grey: Mask) -> float:
    """The grey level of the paper: most of a page is paper."""
    return float(np.percentile(grey, 75))


def burnt_out(grey: Mask) -> Box | None:
    """Where light is mirrored so brightly that print is lost: a burnt-out spot that its surroundings are darker than.

    On paper that is as white all over, nothing stands out.
    """
    size = max(grey.shape)
    burnt = cv2.morphologyEx((grey >= BURNT).astype(np.uint8), cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    if not GLARE[0] < float(burnt.mean()) < GLARE[1]:
        return None
    wide, near = (cv2.dilate(burnt, np.ones((size // part,) * 2, np.uint8)) for part in (5, 15))
    beside = grey[wide > near]
    return around(burnt) if beside.size and float(np.percentile(beside, 75)) < PAPER else None


def shaded(grey: Mask) -> Box | None:
    """Where a shadow that comes in from the side lies on a sheet that fills the picture."""
    size = max(3, max(grey.shape) // 16 | 1)
    light = cv2.medianBlur(cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8)), 5)
    dark = (light < SHADE * float(np.percentile(light, 90))).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark)
    height, width = dark.shape
    for number in range(1, count):
        left, top, across, down, area = (int(value) for value in stats[number])
        outside = left == 0 or top == 0 or left + across == width or top + down == height
        # A dark picture or band on the page does not reach its edge over so much of the page.
        if outside and area > SHADED * dark.size:
            return around(labels == number)
    return None


def soft(image: Image, line: float, *, moved: bool) -> tuple[Mask, Mask]:
    """Which squares of the picture hold print, and in which of them it is blurred; `line` is the height of a line.

    `moved` asks for print that is blurred in one direction alone, too; rules and aslant print look like it.

    Both are small pictures of truths, of the same size.
    """
    scale = min(1.0, EDGE_LINE / line)
    grey = _copy(image, scale)
    high = line * scale
    size, side = int(1.2 * high) | 1, round(TILE * high)
    paper = cv2.blur(cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8)), (size, size))
    contrast = _most(cv2.subtract(paper, grey), side)
    across, down = (cv2.Sobel(grey, cv2.CV_16S, one, 1 - one) for one in (1, 0))
    slopes = (across, down, cv2.add(across, down), cv2.subtract(across, down))
    # A Sobel slope is eight times that from pixel to pixel; one aslant is the square root of two times as steep.
    steep = [_most(np.abs(one), side) / by for one, by in zip(slopes, (8, 8, 8 * 2**0.5, 8 * 2**0.5), strict=True)]
    widest, narrowest = (
        contrast / np.maximum(one(steep), 0.1) / high for one in (np.minimum.reduce, np.maximum.reduce)
    )
    printed = contrast > np.maximum(INK * _most(paper, side), 12)
    blurred = narrowest > SOFT
    if moved:
        blurred |= widest > MOVED
    return printed, _common(printed & blurred, printed)


def _common(flawed: Mask, printed: Mask) -> Mask:
    """The flawed squares of print about which most print is flawed: no lens blurs a single word."""
    near, all_near = (cv2.blur(np.asarray(one, np.float32), (5, 5)) for one in (flawed, printed))
    common: Mask = flawed & (near > 0.5 * all_near)
    return common


def on_screen(image: Image) -> bool:
    """Whether the picture shows a screen: everywhere the same stripes of colour, as no print has them."""
    stripes = []
    for tile in _tiles(image):
        colour = tile[:, :, 0].astype(np.float32) - tile[:, :, 2]
        colour -= cv2.blur(colour, (31, 31))
        if float(colour.std()) < STRIPED[0]:
            stripes.append(0.0)
        else:
            stripes.append(_evenness(colour))
        if len(stripes) == 4 and max(stripes) < STRIPED[1]:
            return False
    return bool(stripes) and float(np.percentile(stripes, 25)) > STRIPED[1]


def _tiles(image: Image) -> Iterator[Image]:
    """Squares from all over the picture, those far apart first."""
    height, width = image.shape[:2]
    if min(height, width) < SCREEN_TILE:
        return
    rows = np.linspace(0.1, 0.9, 4)
    for index in (0, 11, 3, 8, 5, 6, 1, 10, 2, 9, 4, 7):
        top = int((height - SCREEN_TILE) * rows[index // 3])
        left = int((width - SCREEN_TILE) * (0.2, 0.5, 0.8)[index % 3])
        yield image[top : top + SCREEN_TILE, left : left + SCREEN_TILE]


def _evenness(colour: Numbers) -> float:
    """The part of the changes in a square that one wave makes."""
    window = np.hanning(SCREEN_TILE).astype(np.float32)
    power = np.abs(np.fft.rfft2(colour * window[:, None] * window)) ** 2
    down, across = np.fft.fftfreq(SCREEN_TILE)[:, None], np.fft.rfftfreq(SCREEN_TILE)[None, :]
    length = np.hypot(down, across)
    # A JPEG's own squares of eight pixels make waves too.
    squares = (np.abs(down * 8 - np.round(down * 8)) < 0.05) & (np.abs(across * 8 - np.round(across * 8)) < 0.05)
    power[(length < 1 / PERIODS[1]) | (length > 1 / PERIODS[0]) | squares] = 0
    row, column = np.unravel_index(int(power.argmax()), power.shape)
    near = np.ix_([(row + by) % SCREEN_TILE for by in (-1, 0, 1)], np.clip([column - 1, column, column + 1], 0, 128))
    return float(power[near].sum() / max(float(power.sum()), 1e-6))


def _copy(image: Image, scale: float) -> Mask:
    green = cv2.extractChannel(image, 1)
    return cv2.resize(green, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else green


def _most(values: Mask, side: int) -> Numbers:
    """Nearly the greatest value in each square of that side; what is left over at the rims is left out."""
    rows, columns = values.shape[0] // side, values.shape[1] // side
    squares = values[: rows * side, : columns * side].reshape(rows, side, columns, side).swapaxes(1, 2)
    place = int(0.99 * side * side)
    found = np.partition(squares.reshape(rows, columns, side * side), place, axis=2)
    return np.asarray(found[:, :, place], np.float32)


def around(mask: Mask) -> Box:
    """The smallest box that holds every place of a mask where there is something."""
    rows, columns = np.nonzero(mask)
    height, width = mask.shape
    return Box.within(
        columns.min() / width, rows.min() / height, (columns.max() + 1) / width, (rows.max() + 1) / height
    )
