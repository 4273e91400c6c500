"""Where a photographed sheet of paper lies in the picture: four corners that its edges vouch for.

Thumbs, shadows and things beside the paper spoil any one way of telling paper from table, so several are tried;
what counts is how much of the four sides has light paper on its inner and something darker on its outer side.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[Any]
"""One byte for each pixel."""
Corners = NDArray[np.float32]
"""Four points, clockwise from the top left, in pixels."""

SMALL = 800
"""The longer side, in pixels, of the copy in which outlines are looked for."""
SHARE = (0.2, 0.97)
"""A sheet covers this part of the picture; more is the picture itself, less is something on the sheet."""
OVERLAP = 0.1
"""Part of the smaller of two sheets that may lie on the other."""
STEP = 6
"""Grey levels by which paper is lighter than what lies around it, at the least."""
REACH = 4
"""Pixels of the small copy on either side of an edge at which paper and table are compared."""
VOUCHED = 0.8
"""Part of the four sides that must have an edge; a thumb hides less than the rest."""
WEAKEST = 0.5
"""Part of the weakest side that must have one."""
ALIKE = 4
"""Pixels within which two corners are one."""
POINTS = 60
"""Places on each side at which it is looked for."""
MOST_SIDES = 6
"""Of a shape's sides, only the longest are taken for the sheet's."""
SEARCH = 8
"""Pixels of the small copy by which a shape's side may miss the sheet's edge."""
_ALONG = np.linspace(0.03, 0.97, POINTS, dtype=np.float32)


def sheets(image: NDArray[Any]) -> list[Corners]:
    """The corners of every sheet in a picture (blue-green-red), the likeliest first; they do not overlap.

    Empty when no four sides are vouched for.
    """
    scale = min(1.0, SMALL / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (0, 0), 1.2)
    vouched: list[tuple[float, Corners]] = []
    seen = set()
    for mask in _masks(small, grey):
        for corners in _quads(mask):
            rough = (corners // ALIKE).tobytes()
            if rough in seen:
                continue
            seen.add(rough)
            sides = _vouched(grey, corners)
            if min(sides) < WEAKEST or float(np.mean(sides)) < VOUCHED:
                continue
            # A white box printed on the sheet has sharp edges too, so the larger figure is the likelier sheet.
            vouched.append((float(np.mean(sides)) + float(cv2.contourArea(corners)) / grey.size, corners))
    chosen: list[Corners] = []
    for _, corners in sorted(vouched, key=lambda one: -one[0]):
        if all(_apart(corners, other) for other in chosen):
            chosen.append(corners)
    return [(_drawn_exactly(grey, corners) / scale).astype(np.float32) for corners in chosen]


def _apart(one: Corners, other: Corners) -> bool:
    shared = float(cv2.intersectConvexConvex(one, other)[0])
    return shared < OVERLAP * min(float(cv2.contourArea(one)), float(cv2.contourArea(other)))


def _masks(small: NDArray[Any], grey: Grey) -> Iterator[Grey]:
    """Ways to tell paper from the rest: by brightness, by brightness beside the neighbourhood, by colour, by edges."""
    size = max(grey.shape)
    close = np.ones((size // 40 | 1,) * 2, np.uint8)
    tiny = cv2.GaussianBlur(
        cv2.resize(grey, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA), (0, 0), size / 80
    )
    even = cv2.divide(grey, cv2.resize(tiny, grey.shape[::-1], interpolation=cv2.INTER_LINEAR), scale=128)
    pale = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2HSV)[:, :, 1], (0, 0), 2)
    pale = cv2.bitwise_not(pale)
    for layer in (grey, even, pale):
        _, mask = cv2.threshold(layer, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        yield cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, close), cv2.MORPH_OPEN, close)
    for low in (20, 50):
        yield cv2.dilate(cv2.Canny(grey, low, low * 3), np.ones((5, 5), np.uint8))


def _quads(mask: Grey) -> Iterator[Corners]:
    """Four-sided figures about the largest shapes: four of the long sides of each, drawn out until they meet."""
    area = mask.shape[0] * mask.shape[1]
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:2]:
        hull = cv2.convexHull(contour)
        if cv2.contourArea(hull) < SHARE[0] * area:
            continue
        # A thumb that reaches in from the picture's rim hides a whole side in the hull, but not in the shape itself.
        for shape, precision in ((hull, 0.008), (hull, 0.02), (contour, 0.008)):
            polygon = cv2.approxPolyDP(shape, precision * cv2.arcLength(shape, True), True)[:, 0].astype(np.float64)
            for corners in _four_sided(polygon):
                if SHARE[0] * area < cv2.contourArea(corners) < SHARE[1] * area and _within(corners, mask.shape):
                    yield corners


def _four_sided(polygon: NDArray[np.float64]) -> Iterator[Corners]:
    sides = list(zip(polygon, np.roll(polygon, -1, axis=0), strict=True))
    longest = sorted(range(len(sides)), key=lambda index: -float(np.linalg.norm(np.subtract(*sides[index]))))
    for chosen in itertools.combinations(sorted(longest[:MOST_SIDES]), 4):
        four = [sides[index] for index in chosen]
        met = [_meeting(four[index - 1], four[index]) for index in range(4)]
        if all(point is not None for point in met):
            corners = np.array(met, np.float32)
            if cv2.isContourConvex(corners.reshape(-1, 1, 2)):
                yield clockwise(corners)


def _meeting(one: tuple[Any, Any], other: tuple[Any, Any]) -> NDArray[np.float64] | None:
    """Where two sides meet when drawn out; None when they run alike."""
    along, across = one[1] - one[0], other[1] - other[0]
    turn = float(along[0] * across[1] - along[1] * across[0])
    if abs(turn) < 0.5 * float(np.linalg.norm(along) * np.linalg.norm(across)):
        return None
    start = other[0] - one[0]
    met: NDArray[np.float64] = one[0] + along * float(start[0] * across[1] - start[1] * across[0]) / turn
    return met


def _within(corners: Corners, shape: tuple[int, ...]) -> bool:
    """Whether the corners are in the picture, give or take a little that the hull's rounding adds."""
    slack = 0.02 * max(shape)
    return bool(np.all(corners > -slack) and np.all(corners < np.array([shape[1], shape[0]]) + slack))


def _vouched(grey: Grey, corners: Corners) -> list[float]:
    """For each side, the part of it along which paper ends: lighter inside than outside."""
    along = np.roll(corners, -1, axis=0) - corners
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    # The corners run clockwise in a picture whose y points down, so inside is to the right of each side.
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1)[:, None, :]
    places = corners[:, None] + (np.roll(corners, -1, axis=0) - corners)[:, None] * _ALONG[None, :, None]
    step = _at(grey, places + inward * REACH) - _at(grey, places - inward * REACH)
    return [float(part) for part in np.mean(step > STEP, axis=1)]


def _drawn_exactly(grey: Grey, corners: Corners) -> Corners:
    """The corners where lines through the sharpest edge near each side meet; those given where that tells less."""
    offsets = np.arange(-SEARCH, SEARCH + 1, dtype=np.float32)
    sides = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
        inward = np.array([-along[1], along[0]], np.float32)
        places = start + (end - start) * _ALONG[:, None]
        lines = places[:, None] + offsets[None, :, None] * inward
        step = _at(grey, lines + inward * 2) - _at(grey, lines - inward * 2)
        edge = lines[np.arange(POINTS), step.argmax(axis=1)][step.max(axis=1) > STEP]
        if len(edge) < POINTS * WEAKEST:
            return corners
        dx, dy, x, y = cv2.fitLine(edge, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        sides.append((np.array([x, y], np.float64), np.array([x + dx, y + dy], np.float64)))
    met = [_meeting(sides[index - 1], sides[index]) for index in range(4)]
    exact = np.array([point for point in met if point is not None], np.float32)
    if len(exact) < 4 or float(np.abs(exact - corners).max()) > 2 * SEARCH:
        return corners
    return exact if float(np.mean(_vouched(grey, exact))) >= float(np.mean(_vouched(grey, corners))) else corners


def _at(grey: Grey, places: NDArray[Any]) -> NDArray[Any]:
    """The brightness at points; outside the picture, that of its rim, so that no edge is seen there."""
    across = np.clip(places[..., 0].round().astype(int), 0, grey.shape[1] - 1)
    down = np.clip(places[..., 1].round().astype(int), 0, grey.shape[0] - 1)
    found: NDArray[Any] = grey[down, across].astype(np.float32)
    return found


def clockwise(points: NDArray[np.float32]) -> Corners:
    """The points in the order top left, top right, bottom right, bottom left."""
    sums, differences = points.sum(axis=1), np.diff(points, axis=1)[:, 0]
    chosen = [sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax()]
    return points[chosen].astype(np.float32)
