"""Spaces that a recogniser leaves out, found again in the picture of the line.

Recognisers read `TEL 0755` as `TEL0755` when they are unsure of the space. The print itself shows it: a gap without ink
that is wider than the gaps between the line's other characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from ocr.ctc import Character
from ocr.text import is_cjk

HEIGHT = 48
"""Lines are compared at this height, in pixels."""
MIDDLE = slice(6, 42)
"""Rows that are searched for ink: above and below, neighbouring lines reach into the picture."""
INK = 0.3
"""Darker than the paper by this part of the line's contrast is ink."""
CONTRAST = 30.0
"""Grey levels between paper and ink below which gaps cannot be told from print."""
WIDER = 0.2
"""Line heights by which a gap between words is wider than those between the line's characters."""
WIDER_IN_DOUBT = 0.3
"""The same within a number, where to part does more harm than to leave together, and beside thin letters, which stand
in wide cells of typewriter print."""
FEWEST = 4
"""Characters of a line below which it does not show its usual gap."""
_NUMBER = frozenset("0123456789.,:/-+%")
_THIN = frozenset("ilj|!'")
_ZONE = frozenset("<«")


def spaced(picture: NDArray[np.uint8], line: Sequence[Character]) -> tuple[Character, ...]:
    """The line's characters with spaces where the picture (BGR, level) shows that words part.

    Machine-readable zones have no spaces and stay as they are, as does Chinese, whose words are parted elsewhere.
    """
    if len(line) < FEWEST or sum(one.text in _ZONE for one in line) > 1:
        return tuple(line)
    gaps = list(zip(_gaps(picture, line), pairwise(line), strict=True))
    between = [gap for gap, (left, right) in gaps if _print(left, right)]
    usual = float(np.median(between)) if between else 0.0
    found = [line[0]]
    for gap, (left, right) in gaps:
        if _print(left, right) and gap > usual + _wider(left, right):
            sure = min(left.confidence, right.confidence)
            found.append(Character(" ", sure, left.right, max(left.right, right.left)))
        found.append(right)
    return tuple(found)


def _wider(left: Character, right: Character) -> float:
    """By how much a gap must be wider than usual to part two words there."""
    number = left.text in _NUMBER and right.text in _NUMBER
    return WIDER_IN_DOUBT if number or left.text in _THIN or right.text in _THIN else WIDER


def _print(left: Character, right: Character) -> bool:
    """Whether neither is a space or Chinese."""
    return not any(one.text.isspace() or is_cjk(one.text) for one in (left, right))


def _gaps(picture: NDArray[np.uint8], line: Sequence[Character]) -> list[float]:
    """Between each two neighbours, the widest run of columns without ink, in line heights."""
    height, width = picture.shape[:2]
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    sized = cv2.resize(
        grey,
        (max(16, round(HEIGHT * width / height)), HEIGHT),
        interpolation=cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC,
    )
    darker = np.bincount(sized.ravel(), minlength=256).cumsum() / sized.size
    paper, ink = (float(np.searchsorted(darker, share)) for share in (0.9, 0.03))
    if paper - ink < CONTRAST:
        return [0.0] * (len(line) - 1)
    blank = (sized[MIDDLE] >= paper - INK * (paper - ink)).all(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], blank, [False])).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    # What touches the picture's edge is the line's margin.
    inner = (starts > 0) & (ends < sized.shape[1])
    starts, ends = starts[inner], ends[inner]
    middles, lengths = (starts + ends) / 2, ends - starts
    centres = np.array([(one.left + one.right) / 2 for one in line]) * sized.shape[1]
    return [
        float(lengths[(middles > left - 2) & (middles < right + 2)].max(initial=0)) / HEIGHT
        for left, right in pairwise(centres)
    ]
