"""How well a picture can be read, and what to tell the person who sent it, with the place on the picture as sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from cases.model import Box, Problem, Severity
from ocr.ctc import Character
from ocr.engine import Image, Strip
from ocr.flaws import around, burnt_out, on_screen, paper_level, shaded, small_grey, soft
from ocr.sight import Sight

UNREADABLE = 0.75
"""Mean confidence of the characters below which a page cannot be used."""
DOUBTFUL = 0.88
FEWEST = 5
"""Characters that a page must have."""
DARK = (85, 45)
"""Grey levels of the paper on a page that is dark, and on one whose fine print is lost."""
LOW_LINE = 11.0
"""Median height, in pixels, of lines too small to be read with certainty."""
BLURRED = 0.12
"""Part of the print that must be blurred to be told."""
LOST = 0.25
"""Part of the print that is blurred and was not read, from which a page cannot be used."""
USUAL_LINES = 70
"""Lines on a page, where none could be measured."""
PRINTED, MOSTLY = 0.02, 0.5
"""Part of a page with print on it, and part of that which is blurred, for a page without a line to count as blurred."""
MARGIN = 0.004
"""A line that begins or ends this near to the picture's edge may go on beyond it."""
ASLANT = 5.0
"""Degrees by which a page lies off upright before it is told."""
CUT = (3, 0.05)
"""So many lines, and this part of all, must be cut through at a side."""
RIM = 0.05
"""Part of the page along a side that is shown where it is cut off."""
SIDES = ("left", "top", "right", "bottom")

Squares = NDArray[np.bool_]
"""Truths about squares of a picture, row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page's picture and what was read of it."""

    sheet: Image
    """The picture before its light was evened, cut to the sheet where one stands out."""
    papers: int
    """How many sheets of paper stand out in the picture; where there is one, it was cut out."""
    photo: bool
    slant: float
    """Degrees, clockwise positive, by which the page lies off upright in the picture."""
    sight: Sight
    of_sheet: Callable[[Box], Box]
    """From fractions of the sheet to the page as sent."""
    of_image: Callable[[Box], Box]
    """From fractions of the picture in which the lines were read to the page as sent."""
    glanced: bool = False
    """Whether only some lines were read; the others count as read when those were read well."""

    @property
    def doubt(self) -> Severity | None:
        """How little of the print could be made out; None when it was read well."""
        confidence = _sure(character for line in self.sight.lines for character in line)
        return Severity.HIGH if confidence < UNREADABLE else Severity.MEDIUM if confidence < DOUBTFUL else None

    @property
    def line(self) -> float:
        """The height of a line in pixels."""
        return float(median(strip.image.shape[0] for strip in self.sight.strips))


def problems_of(seen: Seen, page: int) -> tuple[Problem, ...]:
    """What troubles a page, the worst first."""
    if sum(not one.text.isspace() for line in seen.sight.lines for one in line) < FEWEST:
        lost = _nothing_sharp(seen, page) if seen.glanced else None
        return (lost or _said("no_text", page, Severity.HIGH), *_light(seen, page))
    found = [*_light(seen, page), *_cut_off(seen, page)]
    if on_screen(seen.sheet):
        found.append(_said("screen", page, seen.doubt or Severity.LOW))
    else:
        found += [*_print(seen, page, dark=any(problem.code == "dark" for problem in found)), *_lie(seen, page)]
    if seen.doubt and not any(problem.severity is not Severity.INFO for problem in found):
        found.append(_said("unclear", page, seen.doubt, _doubtful(seen)))
    return tuple(sorted(found, key=lambda problem: _WORST_FIRST.index(problem.severity)))


def _print(seen: Seen, page: int, *, dark: bool) -> Iterator[Problem]:
    """Print that is too small or blurred; what was read well in the dark is not blurred but grainy."""
    if seen.line < LOW_LINE:
        if seen.doubt:
            yield _said("low_resolution", page, seen.doubt)
        return
    if dark and seen.doubt is not Severity.HIGH:
        return
    printed, blurred = soft(seen.sight.image, seen.line, moved=seen.doubt is not None)
    most = max(1, int(printed.sum()))
    if blurred.sum() >= BLURRED * most:
        lost = float((blurred & ~_read(seen, blurred.shape)).sum()) / most
        worse = Severity.HIGH if lost >= LOST else Severity.MEDIUM if lost >= BLURRED else Severity.LOW
        severity = min((worse, seen.doubt or Severity.LOW), key=_WORST_FIRST.index)
        yield _said("blurred", page, severity, seen.of_image(around(blurred)))


def _nothing_sharp(seen: Seen, page: int) -> Problem | None:
    """That a page on which no line could be made out has print, and all of it blurred."""
    printed, blurred = soft(seen.sight.image, seen.sight.image.shape[0] / USUAL_LINES, moved=True)
    if printed.mean() < PRINTED or blurred.sum() < MOSTLY * printed.sum():
        return None
    return _said("blurred", page, Severity.HIGH, seen.of_image(around(blurred)))


def _read(seen: Seen, shape: tuple[int, ...]) -> Squares:
    """The squares of the picture, of which there are so many down and across, in which print was read for certain."""
    height, width = seen.sight.image.shape[:2]
    made = np.zeros(shape, bool)
    passed = seen.glanced and seen.doubt is None
    for strip, line in zip(seen.sight.strips, seen.sight.lines, strict=True):
        if _sure(line) >= DOUBTFUL or (passed and not line):
            scaled = strip.corners / (width, height) * (shape[1], shape[0])
            (left, top), (right, bottom) = np.floor(scaled.min(axis=0)), np.ceil(scaled.max(axis=0))
            made[max(0, int(top)) : int(bottom), max(0, int(left)) : int(right)] = True
    return made


def _doubtful(seen: Seen) -> Box:
    """Where the lines stand that were read with doubt."""
    pairs = zip(seen.sight.strips, seen.sight.lines, strict=True)
    return seen.of_image(Box.around(_box(strip, seen) for strip, line in pairs if line and _sure(line) < DOUBTFUL))


def _light(seen: Seen, page: int) -> Iterator[Problem]:
    if not seen.photo:
        return
    grey = small_grey(seen.sheet)
    level = paper_level(grey)
    if level < DARK[0]:
        yield _said("dark", page, seen.doubt or (Severity.MEDIUM if level < DARK[1] else Severity.LOW))
    glare = burnt_out(grey)
    if glare:
        yield _said("glare", page, Severity.LOW, seen.of_sheet(glare))
    shade = shaded(grey) if seen.doubt else None
    if shade and seen.doubt:
        yield _said("shadow", page, seen.doubt, seen.of_sheet(shade))


def _lie(seen: Seen, page: int) -> Iterator[Problem]:
    """How the paper lies: with others, bent, aslant."""
    if seen.papers > 1:
        yield _said("several_papers", page, Severity.MEDIUM)
    if seen.sight.bend is not None:
        yield _said("folded", page, seen.doubt or Severity.INFO)
    elif abs(seen.slant) >= ASLANT:
        yield _said("skewed", page, Severity.INFO)


def _cut_off(seen: Seen, page: int) -> Iterator[Problem]:
    """The sides of the picture at which lines have their ink cut through."""
    if seen.papers == 1:
        return
    boxes = [_box(strip, seen) for strip in seen.sight.strips]
    for side in SIDES:
        cut = [box for box in boxes if _beyond(box, side) and _ink_at_edge(seen.sight.image, box, side)]
        if len(cut) >= CUT[0] and len(cut) >= CUT[1] * len(boxes):
            yield _said("cut_off", page, Severity.LOW, seen.of_image(_rim(Box.around(cut), side)), side=side)


def _beyond(box: Box, side: str) -> bool:
    place = float(getattr(box, side))
    return min(place, 1 - place) < MARGIN


def _rim(box: Box, side: str) -> Box:
    """What of a box lies along a side of the page."""
    return Box.within(
        box.left if side != "right" else max(box.left, 1 - RIM),
        box.top if side != "bottom" else max(box.top, 1 - RIM),
        box.right if side != "left" else min(box.right, RIM),
        box.bottom if side != "top" else min(box.bottom, RIM),
    )


def _ink_at_edge(image: Image, box: Box, side: str) -> bool:
    """Whether print reaches the last pixels of the picture there."""
    height, width = image.shape[:2]
    rows, columns = (
        slice(int(box.top * height), int(box.bottom * height) + 1),
        slice(int(box.left * width), int(box.right * width) + 1),
    )
    grey = image[rows, columns, 1].astype(np.float32)
    last = {"left": grey[:, :2], "right": grey[:, -2:], "top": grey[:2], "bottom": grey[-2:]}[side]
    darkest, paper = np.percentile(grey, (2, 80))
    return bool(paper - last.min() > 0.5 * (paper - darkest) > 8)


def _box(strip: Strip, seen: Seen) -> Box:
    height, width = seen.sight.image.shape[:2]
    (left, top), (right, bottom) = (
        strip.corners.min(axis=0) / (width, height),
        strip.corners.max(axis=0) / (width, height),
    )
    return Box.within(float(left), float(top), float(right), float(bottom))


def _sure(characters: Iterable[Character]) -> float:
    """The mean confidence of characters; 0 of none."""
    told = [character.confidence for character in characters if not character.text.isspace()]
    return float(np.mean(told)) if told else 0.0


_WORST_FIRST = list(Severity)[::-1]
ADVICE = {
    "no_text": "No text can be seen on page {page}; please take the picture again, closer and in even light.",
    "low_resolution": "The picture of page {page} is too small to be read; please send it at its full size.",
    "blurred": "Page {page} is blurred; please take the picture again, hold still and wait until it is sharp.",
    "unclear": "The print on page {page} is hard to make out; please send the original or a sharper picture of it.",
    "dark": "Page {page} is too dark; please take the picture again in better light.",
    "glare": "Light is reflected on page {page}; please take the picture again from a slightly different angle.",
    "shadow": "A shadow lies on page {page}; please take the picture again with the light from the side.",
    "screen": "Page {page} shows a screen; please send the file itself, or a picture of the paper.",
    "cut_off": "Page {page} is cut off on the {side}; please take the picture again with the whole page in it.",
    "several_papers": "The picture of page {page} shows several papers; please send a picture of each by itself.",
    "folded": "Page {page} is folded or bent; please lay it flat if you take the picture again.",
    "skewed": "Page {page} lies aslant; please hold the camera straight above it if you take the picture again.",
}
"""For each code, what is wrong and what to do."""


def _said(code: str, page: int, severity: Severity, box: Box | None = None, *, side: str = "") -> Problem:
    advice = ADVICE[code].format(page=page, side=side)
    return Problem(code=code, advice=advice, page=page, severity=severity, box=box)
