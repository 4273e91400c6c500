"""Bent pages are made level from their lines of print; straight ones and lines without ink are left as they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from ocr.clean import Image
from ocr.dewarp import bend_of, levelled
from ocr.engine import Strip

WIDTH, HEIGHT, TALL = 1000, 1400, 26
TOPS = range(120, 1280, 92)
STRAIGHT = np.eye(3)


def page() -> Image:
    """A white page with lines of black print."""
    drawn = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for number, top in enumerate(TOPS):
        text = f"{number:02d} amount of the balance carried forward {number * 137}.00"
        cv2.putText(drawn, text, (80, top + TALL - 6), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (0, 0, 0), 2, cv2.LINE_AA)
    return drawn


def bent(drawn: Image, by: float) -> Image:
    """The page as a camera sees it when its middle stands `by` pixels higher than its sides."""
    across, down = np.meshgrid(np.arange(WIDTH, dtype=np.float32), np.arange(HEIGHT, dtype=np.float32))
    rows = down + (by * np.sin(np.pi * across / WIDTH)).astype(np.float32)
    return cv2.remap(drawn, across, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def strips(drawn: Image, by: float) -> list[Strip]:
    """The lines as a detector frames them, each in an upright box that holds the whole curve."""
    found = []
    for top in TOPS:
        first, last = max(0, int(top - by) - 3), min(HEIGHT, top + TALL + 3)
        corners = np.array([[60, first], [940, first], [940, last], [60, last]], np.float32)
        found.append(Strip(corners, drawn[first:last, 60:940], False))
    return found


def unevenness(drawn: Image) -> float:
    """By how many pixels the ink of a line wanders, on average over all lines."""
    ink: NDArray[np.float64] = 255.0 - drawn[:, :, 1].astype(np.float64)
    rows = np.arange(HEIGHT)[:, None]
    wandering = []
    for top in TOPS:
        near = ink[max(0, top - 20) : top + TALL + 20, 80:700]
        weights = np.add.reduceat(near, np.arange(0, near.shape[1], 60), axis=1)
        heights = (weights * rows[: len(near)]).sum(axis=0) / np.maximum(weights.sum(axis=0), 1e-6)
        wandering.append(float(heights.std()))
    return float(np.mean(wandering))


def test_a_bent_page_is_made_level() -> None:
    seen = bent(page(), 30.0)
    found = bend_of(seen, strips(seen, 30.0), STRAIGHT, (WIDTH, HEIGHT))
    assert found is not None
    level = levelled(seen, found, STRAIGHT, (WIDTH, HEIGHT))
    assert unevenness(level) < 0.4 * unevenness(seen)


def test_a_straight_page_stays_as_it_is() -> None:
    assert bend_of(page(), strips(page(), 0.0), STRAIGHT, (WIDTH, HEIGHT)) is None


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_lines_without_ink_tell_nothing(shade: int) -> None:
    blank = np.full((HEIGHT, WIDTH, 3), shade, np.uint8)
    assert bend_of(blank, strips(blank, 0.0), STRAIGHT, (WIDTH, HEIGHT)) is None
    assert bend_of(blank, [], STRAIGHT, (WIDTH, HEIGHT)) is None
