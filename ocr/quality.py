"""How well a picture can be read, and what to tell the person who sent it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np

from cases.model import Box, Problem, Severity
from ocr.ctc import Character
from ocr.engine import Image, Strip

UNREADABLE = 0.75
"""Mean confidence of the characters below which a page cannot be used."""
DOUBTFUL = 0.88
DARK = 70
"""Median grey level of a page that is too dark."""
GLARE = 0.006
"""Part of the picture in burnt-out spots that stand out from their surroundings."""
LOW_LINE = 11.0
"""Median height, in pixels, of lines too small to be read with certainty."""
MARGIN = 0.004
"""A line that begins or ends this near to the picture's edge may go on beyond it."""


def problems_of(
    image: Image, strips: Sequence[Strip], lines: Sequence[Sequence[Character]], page: int
) -> tuple[Problem, ...]:
    """What troubles a page, the worst first. `image` is the picture as sent, `lines` what was read of `strips`."""
    characters = [character for line in lines for character in line if not character.text.isspace()]
    if len(characters) < 5:
        return (
            _said(
                "no_text",
                page,
                Severity.HIGH,
                "No text can be seen on page {page}; please take the picture again, closer and in even light.",
            ),
        )
    found = [
        _sharpness(characters, strips, page),
        _light(image, page),
        _glare(image, page),
        _edges(image, strips, page),
    ]
    told = [problem for problem in found if problem]
    return tuple(sorted(told, key=lambda problem: list(Severity).index(problem.severity), reverse=True))


def _sharpness(characters: Sequence[Character], strips: Sequence[Strip], page: int) -> Problem | None:
    confidence = float(np.mean([character.confidence for character in characters]))
    height = median(strip.image.shape[0] for strip in strips)
    if confidence >= DOUBTFUL:
        return None
    severity = Severity.HIGH if confidence < UNREADABLE else Severity.MEDIUM
    if height < LOW_LINE:
        advice = "The picture of page {page} is too small to be read; please send it at its full size."
        return _said("low_resolution", page, severity, advice)
    advice = "Page {page} is blurred; please take the picture again, hold still and wait until it is sharp."
    return _said("blurred", page, severity, advice)


def _light(image: Image, page: int) -> Problem | None:
    if float(np.median(image[::8, ::8])) >= DARK:
        return None
    advice = "Page {page} is too dark; please take the picture again in better light."
    return _said("dark", page, Severity.LOW, advice)


def _glare(image: Image, page: int) -> Problem | None:
    scale = min(1.0, 600 / max(image.shape[:2]))
    grey = cv2.cvtColor(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    # White paper is bright everywhere; glare is a burnt-out spot well above the paper around it.
    if float(np.percentile(grey, 75)) > 215:
        return None
    burnt = cv2.morphologyEx((grey >= 252).astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    if float(burnt.mean()) < GLARE:
        return None
    ys, xs = np.nonzero(burnt)
    height, width = grey.shape
    box = Box.within(xs.min() / width, ys.min() / height, xs.max() / width, ys.max() / height)
    advice = "Light is reflected on page {page}; please take the picture again from a slightly different angle."
    return _said("glare", page, Severity.LOW, advice, box)


def _edges(image: Image, strips: Sequence[Strip], page: int) -> Problem | None:
    height, width = image.shape[:2]
    touching = 0
    for strip in strips:
        xs, ys = strip.corners[:, 0] / width, strip.corners[:, 1] / height
        touching += bool(min(xs.min(), ys.min()) < MARGIN or max(xs.max(), ys.max()) > 1 - MARGIN)
    if touching < 3 or touching < 0.1 * len(strips):
        return None
    advice = "Page {page} seems to be cut off at its edge; please take the picture again with the whole page in it."
    return _said("cut_off", page, Severity.LOW, advice)


def _said(code: str, page: int, severity: Severity, advice: str, box: Box | None = None) -> Problem:
    return Problem(code=code, advice=advice.format(page=page), page=page, severity=severity, box=box)
