"""Where words stand to each other: lines, cells and neighbours, from boxes alone.

Boxes are fractions of the page, so a distance to the right is compared with one downwards only after `aspect` (page
width by height) has made them alike. Lines are found by the slope of the page's own print: a page that lies a degree
or two askew still gives straight lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from cases.model import Box
from ocr.letter_spaced import put_together
from ocr.text import Line, Word, is_cjk, join

OVERLAP = 0.45
"""Of the smaller height, that two words must share to stand on one line."""
MOST_SLOPE = 0.05
"""Steepest print that still counts as a line, in units of height by width; pages are straightened before."""
CELL_GAP = 1.1
"""A gap of so many line heights parts two cells of a line; words of a phrase stand closer."""

SPACED = 3.5
"""A gap of so many line heights may still stand between the characters of a Chinese label."""
PARTINGS = frozenset("•|·●∙│┃▪")
"""Marks that part two cells by standing between them."""


def lines_of(words: Sequence[Word], aspect: float) -> tuple[Line, ...]:
    """Words to lines, from top to bottom and left to right; `aspect` is the page's width by its height."""
    solid = [word for word in words if word.text.strip()]
    if not solid:
        return ()
    slope = _slope(solid, aspect)
    level = sorted(((_level(word, slope), index) for index, word in enumerate(solid)))
    heights = [word.box.height for word in solid]
    runs: list[_Run] = []
    for middle, index in level:
        word = solid[index]
        best = None
        for run in reversed(runs[-6:]):
            if run.takes(middle, heights[index]) and (best is None or run.distance(middle) < best.distance(middle)):
                best = run
        if best is None:
            best = _Run()
            runs.append(best)
        best.add(middle, heights[index], word)
    parts = [part for run in runs for part in _parted(run, slope)]
    ordered = sorted(parts, key=lambda words: sum(_level(word, slope) for word in words) / len(words))
    return tuple(Line(put_together(sorted(words, key=lambda word: word.box.left), aspect)) for words in ordered)


def _parted(run: _Run, slope: float) -> list[list[Word]]:
    """A line's words; lines that a tall word beside them drew together are parted again.

    Two words of one line never stand above each other. Every other word goes with the line whose middle is nearest.
    """
    levels = {id(word): _level(word, slope) for word in run.words}
    above: dict[int, Word] = {}
    for at, one in enumerate(run.words):
        for other in run.words[at + 1 :]:
            apart = 0.3 * (one.box.height + other.box.height)
            if abs(levels[id(one)] - levels[id(other)]) > apart and shared_width(one.box, other.box) > 0.3:
                above |= {id(one): one, id(other): other}
    if not above:
        return [run.words]
    parts: list[list[Word]] = []
    for word in sorted(above.values(), key=lambda word: levels[id(word)]):
        last = parts[-1][-1] if parts else None
        small = 0.5 * min(word.box.height, last.box.height) if last else 0.0
        if last is None or levels[id(word)] - levels[id(last)] > small:
            parts.append([])
        parts[-1].append(word)
    middles = [sum(levels[id(word)] for word in part) / len(part) for part in parts]
    for word in run.words:
        if id(word) not in above:
            nearest = min(range(len(parts)), key=lambda at: abs(middles[at] - levels[id(word)]))
            parts[nearest].append(word)
    return parts


class _Run:
    """A line in the making: the words so far, and the band that they take up."""

    __slots__ = ("height", "middle", "words")

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.middle = 0.0
        self.height = 0.0

    def distance(self, middle: float) -> float:
        return abs(self.middle - middle)

    def takes(self, middle: float, height: float) -> bool:
        """Whether a word's band and the run's share enough of the smaller of both."""
        shared = (self.height + height) / 2 - abs(self.middle - middle)
        return shared >= OVERLAP * min(self.height, height)

    def add(self, middle: float, height: float, word: Word) -> None:
        count = len(self.words)
        self.middle = (self.middle * count + middle) / (count + 1)
        self.height = (self.height * count + height) / (count + 1)
        self.words.append(word)


def _level(word: Word, slope: float) -> float:
    """The height of a word's middle, with the slope of the page taken out."""
    return (word.box.top + word.box.bottom) / 2 - slope * (word.box.left + word.box.right) / 2


def _slope(words: Sequence[Word], aspect: float) -> float:
    """By how much lines fall from the left to the right edge, in page heights: the median over neighbours.

    Digital pages have neighbours at the very same height, which makes the median nought.
    """
    most = MOST_SLOPE * aspect
    ordered = sorted(words, key=lambda word: word.box.left)
    by_band: dict[int, list[Word]] = {}
    typical = max(1e-4, median(word.box.height for word in words))
    slopes: list[float] = []
    for word in ordered:
        band = int((word.box.top + word.box.bottom) / 2 / typical)
        for near in (band - 1, band, band + 1):
            for left in by_band.get(near, ())[-1:]:
                slope = _between(left, word)
                if slope is not None and abs(slope) <= most:
                    slopes.append(slope)
        by_band.setdefault(band, []).append(word)
    return median(slopes) if len(slopes) >= 4 else 0.0


def _between(left: Word, right: Word) -> float | None:
    """The slope from one word to its neighbour; None when they are too near, unlike, or on other lines."""
    run = (right.box.left + right.box.right - left.box.left - left.box.right) / 2
    rise = (right.box.top + right.box.bottom - left.box.top - left.box.bottom) / 2
    unlike = abs(left.box.height - right.box.height) > 0.2 * max(left.box.height, right.box.height)
    if run < 0.02 or unlike or abs(rise) > 0.6 * left.box.height:
        return None
    return rise / run


@dataclass(frozen=True)
class Cell:
    """Words of one line that stand close together: a phrase, a label or a table cell."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return join(self.words)

    @cached_property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def confidence(self) -> float:
        """That of the weakest word."""
        return min(word.confidence for word in self.words)


def cells_of(line: Line, aspect: float, gap: float = CELL_GAP) -> tuple[Cell, ...]:
    """A line cut at gaps wider than `gap` times its height, and at bullets and bars, which belong to no cell."""
    height = median(word.box.height for word in line.words)
    wide = gap * height / aspect
    cells: list[list[Word]] = []
    reach = 0.0
    parted = True
    for word in line.words:
        if word.text in PARTINGS:
            parted = True
            continue
        spaced = bool(cells) and _is_spaced(cells[-1], word) and word.box.left - reach < SPACED * height / aspect
        if parted or (word.box.left - reach > wide and not spaced):
            cells.append([])
            parted = False
        cells[-1].append(word)
        reach = max(reach, word.box.right)
    return tuple(Cell(tuple(words)) for words in cells)


def _is_spaced(cell: Sequence[Word], word: Word) -> bool:
    """Whether a word goes on a Chinese label whose characters are set wide apart (资　产　总　计)."""
    return all(len(one.text) == 1 and is_cjk(one.text) for one in cell) and is_cjk(word.text[0])


def shared_width(one: Box, other: Box) -> float:
    """How much of the narrower box's width both boxes stand above each other, 0 to 1."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return max(0.0, shared) / max(1e-6, min(one.width, other.width))


def right_of(cell: Cell, line: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of a line that stand right of one of them, the nearest first."""
    return tuple(other for other in line if other is not cell and other.box.left >= cell.box.right - 0.002)


def below(cell: Cell, lines: Iterable[Sequence[Cell]], *, reach: float = 3.2) -> tuple[Cell, ...]:
    """The cells of following lines that stand under a cell, within `reach` of its heights, the nearest first.

    Cells that share some width come, or that begin at the same left edge.
    """
    height = max(cell.box.height, 1e-4)
    found: list[Cell] = []
    for line in lines:
        if not line:
            continue
        top = min(other.box.top for other in line)
        if top - cell.box.bottom > reach * height:
            break
        for other in line:
            under = other.box.top > cell.box.top + 0.4 * height
            if under and (
                shared_width(cell.box, other.box) > 0.3 or abs(other.box.left - cell.box.left) < 0.6 * height
            ):
                found.append(other)
    return tuple(found)
