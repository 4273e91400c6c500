"""A quick look at a page for whoever has just sent it: what troubles the picture, in a fraction of a reading's time.

The picture is shrunk, its lines are found, and some of them are read. What is told is a first word; the reading that
follows has the last.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from cases.model import Box, Problem
from ocr.clean import evened, flattened, is_photo, reads_well, turn_of
from ocr.ctc import Character
from ocr.engine import Engine, Image, Strip, cut
from ocr.frames import frame
from ocr.limits import Limits
from ocr.outline import sheets
from ocr.pages import Media, sniff
from ocr.quality import Seen, problems_of
from ocr.sight import Sight

LONG_SIDE = 1800
"""Pixels of the longer side of what is looked at: fine print is just legible."""
FOUND_AT = 1000
"""Pixels of the longer side of the copy in which lines are looked for."""
LINES = 8
"""So many lines are read, from all over the page."""
LONGEST_LINE = 14
"""Line heights of a line that are read of it."""
Lines = list[tuple[Character, ...]]


def glance(data: bytes, number: int, engine: Engine, limits: Limits = Limits()) -> tuple[Problem, ...]:  # noqa: B008
    """What troubles page `number` (from 1) of a file that `inspect` found no fault with, the worst first.

    A page with a text layer has no trouble. Raises BadInput for a page that the file does not have.
    """
    if sniff(data) is Media.PDF:
        drawn = _drawn(data, number, limits)
        return () if drawn is None else look_at(drawn, number, engine)
    image, camera = frame(data, number, LONG_SIDE)
    return look_at(image, number, engine, camera=camera)


def look_at(image: Image, number: int, engine: Engine, *, camera: bool = False) -> tuple[Problem, ...]:
    """What troubles a picture (blue-green-red) in any orientation."""
    small = _shrunk(image)
    photo = camera or is_photo(small)
    papers = sheets(small) if photo else []
    flat, to_flat = flattened(small, papers[0]) if len(papers) == 1 else (small, np.eye(3))
    lit = evened(flat) if photo else flat
    strips = _strips(lit, engine)
    lines = _some_read(strips, engine)
    sent = (small.shape[1], small.shape[0])
    sight = Sight(image=lit, strips=strips, lines=lines, straight=np.eye(3), size=(lit.shape[1], lit.shape[0]))

    def of_flat(box: Box) -> Box:
        return _moved_back(box, to_flat, (flat.shape[1], flat.shape[0]), sent)

    seen = Seen(
        sheet=flat,
        papers=len(papers),
        photo=photo,
        slant=_slant(strips),
        sight=sight,
        of_sheet=of_flat,
        of_image=of_flat,
        glanced=True,
    )
    return problems_of(seen, number)


def _strips(image: Image, engine: Engine) -> list[Strip]:
    """The lines of print, found in a small copy and cut from the picture."""
    scale = min(1.0, FOUND_AT / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
    return [cut(image, strip.corners / scale) for strip in engine.strips(small)]


def _some_read(strips: Sequence[Strip], engine: Engine) -> Lines:
    """The characters of a sample of the lines, the right way up; the others are empty."""
    wide = sorted(range(len(strips)), key=lambda index: -strips[index].image.shape[1])[: 3 * LINES]
    few = sorted(wide, key=lambda index: float(strips[index].corners[0][1]))
    chosen = [few[int(at)] for at in np.linspace(0, len(few) - 1, min(LINES, len(few)))]
    sample = [_shortened(strips[index]) for index in chosen]
    read = engine.lines([strip.image for strip in sample])
    if sample and not reads_well(sample, read) and turn_of(sample, engine.lines) >= 180:
        read = engine.lines([np.ascontiguousarray(strip.image[::-1, ::-1]) for strip in sample])
    lines: Lines = [()] * len(strips)
    for index, line in zip(chosen, read, strict=True):
        lines[index] = line
    return lines


def _shortened(strip: Strip) -> Strip:
    height, width = strip.image.shape[:2]
    return replace(strip, image=strip.image[:, : min(width, LONGEST_LINE * height)])


def _slant(strips: Sequence[Strip]) -> float:
    """By how many degrees the lines lie off the nearest upright; 0 for too few."""
    long = [strip.corners for strip in strips if strip.image.shape[1] > 3 * strip.image.shape[0]]
    if len(long) < 3:
        return 0.0
    angles = [math.degrees(math.atan2(*(one[1] - one[0])[::-1])) for one in long]
    return float(np.median([(angle + 45) % 90 - 45 for angle in angles]))


def _moved_back(box: Box, matrix: NDArray[np.float64], size: tuple[int, int], sent: tuple[int, int]) -> Box:
    """A box of the sheet, which `matrix` takes the picture to, on the picture as sent."""
    corners = np.array([(x * size[0], y * size[1]) for x in (box.left, box.right) for y in (box.top, box.bottom)])
    moved = cv2.perspectiveTransform(corners[None], np.linalg.inv(matrix))[0] / sent
    (left, top), (right, bottom) = moved.min(axis=0), moved.max(axis=0)
    return Box.within(float(left), float(top), float(right), float(bottom))


def _shrunk(image: Image) -> Image:
    scale = LONG_SIDE / max(image.shape[:2])
    return image if scale >= 1 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def _drawn(data: bytes, number: int, limits: Limits) -> Image | None:
    """A PDF's page as a picture; None for one with a text layer."""
    from ocr.pdf import open_pdf, page_of, picture
    from ocr.text_layer import text_layer

    document = open_pdf(data)
    try:
        page = page_of(document, number)
        return None if text_layer(page, number).words else picture(page, limits)
    finally:
        document.close()
