"""Bent pages made level: how far lines of print stray from straight, and the picture in which they no longer do.

The bend is kept as a small grid of heights over the page, so that a word found on the level page can be shown on the
bent one. Only up and down is undone: print that is squeezed sideways where a page turns away is read all the same.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ocr.engine import Image, Strip

Matrix = NDArray[np.float64]
Numbers = NDArray[np.float64]

ROWS, COLUMNS = 7, 17
"""Crossings of the grid, down and across the page."""
LONG = 3.0
"""Line heights that a line must be long to tell how it lies."""
TRACED = 8.0
"""Line heights from which a line is followed along its ink; the corners tell the lie of shorter ones."""
PIECE = 3.0
"""Line heights of each piece in which the middle of a line's ink is found."""
SEEN = 12.0
"""Pixels that print is high in the copy in which ink is followed."""
ENOUGH = 60
"""Places on the lines that the detector sees that tell a flat page; of fewer, other ink is asked too."""
FEWEST = (3, 16)
"""So many lines and so many places on them must tell of a bend."""
BENT = 0.2
"""Line heights by which print strays from where it belongs on a page that is made level."""
MOST = 0.25
"""Part of the page's height beyond which a measured bend is not believed."""
NOISE = 0.15
"""Line heights by which the middle of a piece's ink is off, give or take."""
STIFF = (0.15, 1.0, 50.0)
"""Line heights by which the bend is expected to change: its slope from column to column; from row to row; at all."""
ROUNDS = 4
"""How often lines that disagree with the rest are given less say."""


@dataclass(frozen=True, slots=True)
class Bend:
    """How far below their places on the level page things stand on the bent one, in page heights, row by row."""

    down: tuple[float, ...]

    @property
    def grid(self) -> Numbers:
        """As rows and columns."""
        return np.array(self.down).reshape(ROWS, COLUMNS)

    def at(self, across: Numbers, down: Numbers) -> Numbers:
        """The bend at places given as fractions of the level page."""
        found: Numbers = ((_hats(down, ROWS) @ self.grid) * _hats(across, COLUMNS)).sum(axis=1)
        return found

    def bent(self, points: Numbers) -> Numbers:
        """Points of the level page (fractions, one a row) where they stand on the bent page."""
        return np.stack([points[:, 0], points[:, 1] + self.at(points[:, 0], points[:, 1])], axis=1)

    def after(self, rest: Bend) -> Bend:
        """This bend and the rest of it, as measured on the page that this bend was taken from."""
        across, down = (one.ravel() for one in np.meshgrid(np.linspace(0, 1, COLUMNS), np.linspace(0, 1, ROWS)))
        first = np.array(rest.down)
        return Bend(tuple(round(float(value), 6) for value in first + self.at(across, down + first)))


def bend_of(image: Image, strips: Sequence[Strip], straight: Matrix, size: tuple[int, int]) -> Bend | None:
    """How a page of `size` (width, height) is bent; None when its lines are straight, few, or of no common mind.

    `straight` takes the picture's pixels, in which the strips were seen, to that page's.
    """
    told = [strip for strip in strips if not strip.steep and strip.image.shape[1] > LONG * strip.image.shape[0]]
    traces = _placed((_trace(strip) for strip in told), straight, size)
    if not traces:
        return None
    tall = median(strip.image.shape[0] for strip in told)
    bend, strays = _fitted(traces, tall / size[1])
    if sum(map(len, traces)) >= ENOUGH and strays < BENT:
        return None
    traces += _placed(_ink_lines(image, tall), straight, size)
    if len(traces) < FEWEST[0] or sum(map(len, traces)) < FEWEST[1]:
        return None
    bend, strays = _fitted(traces, tall / size[1])
    grid = bend.grid
    folded = np.diff(grid + np.linspace(0, 1, ROWS)[:, None], axis=0).min() < 0.3 / ROWS
    return None if strays < BENT or folded or float(np.abs(grid).max()) > MOST else bend


def levelled(image: Image, bend: Bend, straight: Matrix, size: tuple[int, int]) -> Image:
    """The level page of `size` (width, height), made from a picture that `straight` takes to the bent page's pixels."""
    width, height = size
    across, down = (np.arange(side, dtype=np.float64) for side in size)
    lower = _hats((down + 0.5) / height, ROWS) @ bend.grid @ _hats((across + 0.5) / width, COLUMNS).T * height
    back = np.linalg.inv(straight)
    rows = lower + down[:, None]
    x = (back[0, 0] * across[None, :] + back[0, 1] * rows + back[0, 2]).astype(np.float32)
    y = (back[1, 0] * across[None, :] + back[1, 1] * rows + back[1, 2]).astype(np.float32)
    return cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def _trace(strip: Strip) -> Numbers:
    """Points along the middle of a line of print, in pixels of the picture, from its beginning to its end."""
    height, width = strip.image.shape[:2]
    pieces = max(2, int(width / height / PIECE))
    shares = (np.arange(pieces) + 0.5) / pieces
    middles = np.full(pieces, 0.5)
    if width > TRACED * height:
        grey = strip.image[:, :, 1].astype(np.float32)
        ink = np.abs(grey - grey.mean())
        ink[ink < 0.35 * float(ink.max())] = 0
        rows = (np.arange(height) + 0.5) / height
        parts = np.array_split(ink, pieces, axis=1)
        middles = np.array([float(rows @ part.sum(axis=1)) / max(float(part.sum()), 1e-6) for part in parts])
        shares, middles = shares[middles > 0], middles[middles > 0]
    first, second, third, fourth = strip.corners.astype(np.float64)
    upper, lower = first + (second - first) * shares[:, None], fourth + (third - fourth) * shares[:, None]
    points: Numbers = upper + (lower - upper) * middles[:, None]
    return points


def _ink_lines(image: Image, tall: float) -> Iterator[Numbers]:
    """Points along lines of ink, of print `tall` pixels high or of rules: what the detector misses when it is bent."""
    scale = min(1.0, SEEN / tall)
    grey = cv2.resize(image[:, :, 1], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    line = round(tall * scale)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 4 * line | 1, 12)
    ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, line), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    for number in range(1, count):
        left, top, width, height, area = (int(value) for value in stats[number])
        if width < TRACED * line or height > 0.4 * width or area > 1.3 * line * width:
            continue
        rows, columns = np.nonzero(labels[top : top + height, left : left + width] == number)
        piece = (columns // (PIECE * line)).astype(int)
        shares = np.bincount(piece)
        full = shares > 0.5 * float(np.median(shares))
        middle = [
            np.bincount(piece, values)[full] / shares[full] for values in (columns + left + 0.5, rows + top + 0.5)
        ]
        yield np.stack(middle, axis=1) / scale


def _placed(lines: Iterable[Numbers], straight: Matrix, size: tuple[int, int]) -> list[Numbers]:
    """Points of lines as fractions of the page; a line without ink has none and is left out."""
    return [cv2.perspectiveTransform(points[None], straight)[0] / size for points in lines if len(points)]


def _fitted(traces: Sequence[Numbers], height: float) -> tuple[Bend, float]:
    """The bend that lays every line most nearly level, and by how many line heights it moves nine tenths of the print.

    `height` is that of a line, in page heights. One round tells a flat page, and is all that it costs.
    """
    points = np.concatenate(traces)
    sizes = [len(trace) for trace in traces]
    starts = np.cumsum([0, *sizes[:-1]])
    across = _hats(points[:, 0], COLUMNS)

    def less_mean(values: Numbers) -> Numbers:
        means = np.add.reduceat(values, starts, axis=0) / np.reshape(sizes, (-1, *[1] * (values.ndim - 1)))
        rest: Numbers = values - np.repeat(means, sizes, axis=0)
        return rest

    right = less_mean(points[:, 1]) / height / NOISE
    bend, strays, trust = Bend((0.0,) * (ROWS * COLUMNS)), 0.0, np.ones(len(points))
    for _ in range(ROUNDS):
        # All of a line belongs on one height: where it would be without the bend as known so far.
        level = points[:, 1] - bend.at(points[:, 0], points[:, 1])
        down = _hats(level - less_mean(level), ROWS)
        left = less_mean((down[:, :, None] * across[:, None, :]).reshape(len(points), -1)) / NOISE
        weighted = left * trust[:, None]
        solved = np.linalg.solve(weighted.T @ weighted + _stiffness(), weighted.T @ (right * trust))
        trust = 1 / np.sqrt(1 + ((left @ solved - right) / 2) ** 2)
        bend = Bend(tuple(round(float(value), 6) for value in solved * height))
        strays = float(np.percentile(np.abs(bend.at(points[:, 0], points[:, 1])), 90)) / height
        if strays < BENT:
            break
    return bend, strays


@functools.cache
def _stiffness() -> Numbers:
    """What keeps the grid smooth where no line tells how it bends, as a quadratic form."""
    number = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    one = np.eye(ROWS * COLUMNS)
    curving = one[number[:, 2:]] - 2 * one[number[:, 1:-1]] + one[number[:, :-2]]
    changing = one[number[1:]] - one[number[:-1]]
    parts = [(curving, STIFF[0]), (changing, STIFF[1]), (one, STIFF[2]), (one[number[:, COLUMNS // 2]], 1e-3)]
    rows = np.concatenate([part.reshape(-1, len(one)) / by for part, by in parts])
    made: Numbers = rows.T @ rows
    return made


def _hats(places: NDArray[Any], number: int) -> Numbers:
    """For each place (0 to 1), its share in each of so many evenly spaced crossings: linear in between."""
    scaled = np.clip(np.asarray(places, np.float64), 0, 1) * (number - 1)
    made: Numbers = np.maximum(0, 1 - np.abs(scaled[:, None] - np.arange(number)[None, :]))
    return made
