"""Pictures as they come, made ready for reading: the sheet found in a photo, its light evened, its lines upright.

All geometry is kept as one homography, so that a word found in the cleaned picture can be shown on the one sent.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ocr.ctc import Character
from ocr.engine import Image, Strip
from ocr.outline import Corners

Matrix = NDArray[np.float64]

SMALL = 800
"""The longer side, in pixels, of the copy in which light is looked for."""
UNEVEN = 40.0
"""Grey levels by which the paper's brightness varies across the page before it is evened out."""
SAMPLE = 10
"""Lines that are read both ways up to tell which is right."""
DOUBTFUL_SHARE = 0.25
"""Part of the print that must run across (or up and down) for the page to be tried that way."""
SURE = (20, 0.9)
"""So many characters of so high a mean confidence are upright; upside down, print reads as nonsense."""
SKEW = (0.4, 20.0)
"""Degrees: less is straight enough, more is not a skew."""


def flattened(image: Image, corners: Corners) -> tuple[Image, Matrix]:
    """A photographed sheet laid flat, with the homography from the picture's pixels to the result's."""
    width = max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[3] - corners[2]))
    height = max(np.linalg.norm(corners[0] - corners[3]), np.linalg.norm(corners[1] - corners[2]))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = np.asarray(cv2.getPerspectiveTransform(corners, flat), np.float64)
    size = (math.ceil(width), math.ceil(height))
    return cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_AREA), matrix


def evened(image: Image) -> Image:
    """The picture with shadows lifted, when its paper is lit unevenly; else as it is."""
    light = _paper_light(image)
    if float(np.percentile(light, 95) - np.percentile(light, 5)) < UNEVEN:
        return image
    whole = cv2.resize(light, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    lifted = image.astype(np.float32) * (float(np.percentile(light, 95)) / np.maximum(whole, 30))[:, :, None]
    return np.clip(lifted, 0, 255).astype(np.uint8)


def is_photo(image: Image) -> bool:
    """Whether a picture looks photographed: its light is uneven or its margin is not paper."""
    light = _paper_light(image)
    spread = float(np.percentile(light, 95) - np.percentile(light, 5))
    margin = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    return spread > UNEVEN or float(np.median(margin)) < 150 or float(margin.std()) > 25


def turn_of(strips: Sequence[Strip], read: Callable[[Sequence[Image]], list[tuple[Character, ...]]]) -> int:
    """By how many degrees clockwise (0, 90, 180, 270) the picture must be turned for its lines to stand upright.

    Whether lines run across or up and down is told by their boxes; which end is up, by reading a sample of the
    longest lines both ways.
    """
    if not strips:
        return 0
    senses: dict[int, float] = {}
    for sideways in (False, True):
        lines = sorted((one for one in strips if one.steep == sideways), key=lambda one: -one.image.shape[1])
        share = sum(one.image.shape[1] for one in lines) / sum(one.image.shape[1] for one in strips)
        if share < DOUBTFUL_SHARE:
            continue
        sample = lines[:SAMPLE]
        # A steep strip is cut so that it reads from the bottom up, which is upright after a quarter turn clockwise.
        quarter = 90 if sideways else 0
        senses[quarter] = share * sense(read([one.image for one in sample]))
        senses[quarter + 180] = share * sense(read([np.ascontiguousarray(one.image[::-1, ::-1]) for one in sample]))
    return max(senses, key=lambda turn: (senses[turn], -turn))


def reads_well(strips: Sequence[Strip], lines: Sequence[Sequence[Character]]) -> bool:
    """Whether a page's lines run across and are surely print, so that no other way up need be tried."""
    across = [line for strip, line in zip(strips, lines, strict=True) if not strip.steep]
    characters = [character.confidence for line in across for character in line]
    return len(across) > len(strips) / 2 and len(characters) >= SURE[0] and float(np.mean(characters)) >= SURE[1]


def sense(lines: Sequence[Sequence[Character]]) -> float:
    """How much lines read like print: what their characters are sure of beyond a guess."""
    return sum(max(0.0, character.confidence - 0.5) for line in lines for character in line)


def skew_of(strips: Sequence[Strip]) -> float:
    """The lines' common slant in degrees, clockwise positive; 0 when they are straight or disagree."""
    long = [strip for strip in strips if strip.image.shape[1] > 3 * strip.image.shape[0]]
    if len(long) < 3:
        return 0.0
    slants = []
    for strip in long:
        across, down = strip.corners[1] - strip.corners[0]
        slants.append((math.degrees(math.atan2(down, across)) + 45) % 90 - 45)
    slant = float(np.median(slants))
    return slant if SKEW[0] < abs(slant) < SKEW[1] else 0.0


def upright_map(size: tuple[int, int], turn: int, skew: float) -> tuple[Matrix, tuple[int, int]]:
    """The map (pixels to pixels) of a picture of `size` (width, height) that undoes turn and skew, and its new size."""
    width, height = size
    angle = math.radians(turn - skew)
    cosine, sine = math.cos(angle), math.sin(angle)
    rotated = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
    corners = rotated @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]])
    left, top = corners[0].min(), corners[1].min()
    new = (round(corners[0].max() - left), round(corners[1].max() - top))
    return np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]]) @ rotated, new


def _small(image: Image) -> tuple[Image, float]:
    scale = min(1.0, SMALL / max(image.shape[:2]))
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), scale


def _paper_light(image: Image) -> NDArray[Any]:
    """The brightness of the paper behind the print, small."""
    small, _ = _small(image)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    kernel = max(3, max(grey.shape) // 20 | 1)
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((kernel, kernel), np.uint8))
    # Two passes of a box are nearly a bell, in a tenth of the time.
    return cv2.blur(cv2.blur(paper, (kernel, kernel)), (kernel, kernel)).astype(np.float32)
