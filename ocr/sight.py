"""A picture as it was read: its lines of print, what they say, and how their places become those of a level page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from ocr.clean import Matrix, sense, skew_of, upright_map
from ocr.ctc import Character
from ocr.dewarp import Bend, bend_of, levelled
from ocr.engine import Engine, Image, Strip

AS_WELL = 0.98
"""A page made level must read at least this part as well as the bent one to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What was read of one upright picture."""

    image: Image
    strips: Sequence[Strip]
    lines: Sequence[Sequence[Character]]
    straight: Matrix
    """From the picture's pixels to those of the cleaned page."""
    size: tuple[int, int]
    """Width and height of the cleaned page in pixels."""
    bend: Bend | None = None
    unbent: Matrix | None = None
    """Where there is a bend: from the pixels of the picture before it was made level to those of the bent page."""

    @property
    def to_page(self) -> Matrix:
        """From the pixels of the picture first read to the cleaned page's, or to the bent page's where it was bent."""
        return self.straight if self.unbent is None else self.unbent

    def page(self) -> Image:
        """The cleaned page."""
        level = np.allclose(self.straight, np.eye(3))
        return self.image if level else cv2.warpPerspective(self.image, self.straight, self.size)


def read_as_it_is(image: Image, engine: Engine) -> Sight:
    """The picture read; its lines' common slant is taken from the words' places, not from the picture."""
    strips = engine.strips(image)
    lines = engine.lines([strip.image for strip in strips])
    straight, size = upright_map((image.shape[1], image.shape[0]), 0, skew_of(strips))
    return Sight(image=image, strips=strips, lines=lines, straight=straight, size=size)


def unbent(sight: Sight, engine: Engine) -> Sight:
    """The page read again with its bend undone, where its lines are bent and then read as well; else as it is."""
    bend = bend_of(sight.image, sight.strips, sight.straight, sight.size)
    if bend is None:
        return sight
    image = levelled(sight.image, bend, sight.straight, sight.size)
    strips = engine.strips(image)
    # Print that was badly seen on the bent page tells more of the bend when most of it is undone.
    rest = bend_of(image, strips, np.eye(3), sight.size)
    if rest is not None:
        bend = bend.after(rest)
        image = levelled(sight.image, bend, sight.straight, sight.size)
        strips = engine.strips(image)
    lines = engine.lines([strip.image for strip in strips])
    if sense(lines) < AS_WELL * sense(sight.lines):
        return sight
    return replace(sight, image=image, strips=strips, lines=lines, straight=np.eye(3), bend=bend, unbent=sight.straight)
