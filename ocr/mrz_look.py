"""A second look at the strip of a page that holds a machine-readable zone.

The whole-page reading sees the zone small and once. Here its strip is cut from the picture, put straight, enlarged
and cleared of its background in several ways, and read again each time. Check digits then choose between the
readings; where they have no say (names), the reading that came most often wins. Nothing is invented: every line
that comes out is one that the engine read, and the others stand beside it as alternatives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, Protocol, cast

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from cases.model import Box, Origin, Tier
from ocr.mrz import FILLER, misfits
from ocr.mrz_lines import Candidate, Zone, best_zone, candidate_of, candidates_in
from ocr.mrz_print import printed_tokens
from ocr.text import PageText, Text, Word

Image = NDArray[Any]
ROW_HEIGHT = 44
"""Pixels of a line of the zone when enlarged; the recogniser works on 48."""
ROW_TO_PITCH = 1.5
"""Height of a line of print to the pitch of its characters, which are 2.54 mm apart (9303-3, 4.7)."""
LARGEST_SCALE = 5.0
MOST_TURN = 6.0
"""Degrees that a strip is turned back at the most: pages come straight, a card on a page may not be."""
STRAIGHT = 1.0
"""Degrees of turn up to which the boxes of the first reading still tell the rows apart."""
MOST_ALTERNATIVES = 5
MOST_WORDS = 2
"""A zone's line has no spaces; print that is read as more words than this needs fillers to be taken for one."""
APART = 3.0
"""Line heights between two lines that do not belong to one zone."""
_PACKED = re.compile(r"[0-9A-Z<«]{26,48}")
_FILLER = re.compile(r"[<«‹〈《≪≤＜く∠⟨]")
_DAY = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_DATES = re.compile(rf"{_DAY}[\d<][A-Z0-9<]{_DAY}\d")
_DIGITS = str.maketrans("OIQDBSZG", "01008526")


class Reader(Protocol):
    """What reads a picture (BGR): an engine of `ocr/engine.py`."""

    def read(self, image: Any) -> tuple[Word, ...]: ...


@dataclass(frozen=True)
class Strip:
    """A part of a page's picture, enlarged and turned, that can tell where its print stands on the page."""

    image: Image
    page: tuple[int, int]
    """Height and width of the page's picture in pixels."""
    back: NDArray[np.float64]
    """The affine map (2 by 3) from the strip's pixels to the page's."""
    turn: float
    """Degrees by which it was turned."""

    def on_page(self, inner: Box) -> Box:
        """From fractions of the strip to fractions of the page."""
        height, width = self.image.shape[:2]
        middle = (inner.top + inner.bottom) / 2 * height
        ends = np.array([[inner.left * width, middle, 1.0], [inner.right * width, middle, 1.0]]) @ self.back.T
        half = inner.height * height * float(np.hypot(*self.back[:, 1])) / 2
        page_height, page_width = self.page
        return Box.within(
            ends[:, 0].min() / page_width,
            (ends[:, 1].min() - half) / page_height,
            ends[:, 0].max() / page_width,
            (ends[:, 1].max() + half) / page_height,
        )

    def from_page(self, outer: Box) -> Box:
        """From fractions of the page to fractions of the strip."""
        height, width = self.image.shape[:2]
        page_height, page_width = self.page
        corners = np.array([[outer.left, outer.top], [outer.right, outer.bottom]]) * (page_width, page_height)
        corners = np.linalg.solve(self.back[:, :2], (corners - self.back[:, 2]).T).T / (width, height)
        return Box.within(*corners[0], *corners[1])


def look(image: Image, words: Sequence[Word], engine: Reader) -> tuple[Word, ...]:
    """The page's words with those of a zone replaced by the best readings of it (origin `mrz`).

    `image` is the page, upright, BGR; the words' boxes are fractions of it. The words come back unchanged when no
    line looks like one of a zone, or when no reading of the strip makes up a zone.
    """
    seeds = seeds_of(words)
    if not seeds:
        return tuple(words)
    of_zone = {word for seed in seeds for word in seed.words}
    printed = printed_tokens(word for word in words if word not in of_zone)
    readings: list[tuple[Candidate, ...]] = []
    zone: Zone | None = None
    for strip in strips(image, seeds):
        if not readings and abs(strip.turn) < STRAIGHT:
            readings.append(candidates_of([replace(word, box=strip.from_page(word.box)) for word in words]))
        readings.append(candidates_of(engine.read(strip.image)))
        zone = best_zone(pool(readings), printed)
        if zone is not None and settled(zone, readings):
            break
    return tuple(words) if zone is None else replaced(words, zone, seeds, strip)


def seeds_of(words: Sequence[Word]) -> tuple[Candidate, ...]:
    """The words that show where a zone may be; none unless there are two neighbours or one with fillers."""
    found = [candidate_of((word,)) for word in words]
    sure = tuple(candidate for candidate in found if candidate is not None) or candidates_of(words)
    sure = tuple(candidate for candidate in sure if _shows_a_zone(candidate))
    if sure:
        return _together_on_the_page(sure)
    packed = [word for word in words if _PACKED.fullmatch(word.text)]
    packed.sort(key=lambda word: word.box.middle[1])
    return tuple(
        Candidate((word.text,), (word,))
        for word in packed
        if any(
            other is not word and abs(other.box.middle[1] - word.box.middle[1]) < 3 * word.box.height
            for other in packed
        )
    )


def _shows_a_zone(candidate: Candidate) -> bool:
    """Whether print is packed like a zone's: fillers, or two dates as a zone writes them in a line without spaces.

    Rows of statements and receipts are long runs of digits and letters too, and a look at them is dear.
    """
    if len(_FILLER.findall("".join(word.text for word in candidate.words))) > 1:
        return True
    dated = _DATES.search(candidate.readings[0].translate(_DIGITS))
    return len(candidate.words) <= MOST_WORDS and dated is not None


def _together_on_the_page(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The largest group of candidates that stand close below each other; a strip around more would be the page."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=lambda one: one.box.middle[1]):
        last = groups[-1][-1] if groups else None
        if last and candidate.box.top - last.box.bottom < APART * max(candidate.box.height, last.box.height):
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
    return tuple(max(groups, key=lambda group: sum(one.readings[0].count(FILLER) for one in group)))


def candidates_of(words: Sequence[Word]) -> tuple[Candidate, ...]:
    """The lines among words that look like a zone's, from top to bottom."""
    if not words:
        return ()
    page = PageText(words[0].page, 1.0, 1.0, Tier.PHOTO, tuple(words))
    return tuple(candidates_in(Text((page,))))


def strips(image: Image, candidates: Sequence[Candidate]) -> Iterator[Strip]:
    """The strip around the candidates: enlarged; then with its background cleared; then in black and white."""
    height, width = image.shape[:2]
    row = ROW_TO_PITCH * median(candidate.box.width * width / len(candidate.readings[0]) for candidate in candidates)
    box = Box.around(candidate.box for candidate in candidates)
    left, right = max(0, int(box.left * width - 2 * row)), min(width, int(box.right * width + 2 * row))
    top, bottom = max(0, int(box.top * height - 1.5 * row)), min(height, int(box.bottom * height + 1.5 * row))
    part = image[top:bottom, left:right]
    scale = min(LARGEST_SCALE, max(1.0, ROW_HEIGHT / max(row, 1.0)))
    grey = cv2.cvtColor(part, cv2.COLOR_BGR2GRAY)
    grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    angle = slope(grey)
    turn = cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), angle, 1.0)
    size = (grey.shape[1], grey.shape[0])
    straight = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    back = cv2.invertAffineTransform(turn) / scale
    back[:, 2] += (left, top)
    clear = cleared(straight)
    _, two = cv2.threshold(cv2.GaussianBlur(clear, (3, 3), 0), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    for picture in (straight, clear, two):
        yield Strip(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), (height, width), back, angle)


def cleared(grey: Image) -> Image:
    """The print on a white ground: guilloche, shadow and tint divided away, contrast stretched."""
    size = ROW_HEIGHT // 2 * 2 + 1
    ground = cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), size)
    flat = cv2.divide(grey, np.maximum(ground, 1), scale=255)
    dark, light = np.percentile(flat, (1, 80))
    stretched = (flat.astype(np.float32) - dark) * (255.0 / max(1.0, light - dark))
    return cast("Image", np.clip(stretched, 0, 255).astype(np.uint8))


def slope(grey: Image) -> float:
    """Degrees by which to turn a strip so that its rows of print lie level: where the rows stand out most."""
    small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ink = cv2.morphologyEx(small, cv2.MORPH_BLACKHAT, np.ones((9, 9), np.uint8)).astype(np.float32)
    height, width = ink.shape
    best, found = -1.0, 0.0
    for angle in np.arange(-MOST_TURN, MOST_TURN + 0.01, 0.5):
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(angle), 1.0)
        sharp = float(np.var(cv2.warpAffine(ink, turn, (width, height)).sum(axis=1)))
        if sharp > best * 1.0001:
            best, found = sharp, float(angle)
    return found


def pool(readings: Sequence[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    """The candidates of several looks, row by row: a row's readings with the commonest first."""
    every = sorted((candidate for look in readings for candidate in look), key=lambda one: one.box.middle[1])
    rows: list[list[Candidate]] = []
    for candidate in every:
        if rows and candidate.box.middle[1] - rows[-1][-1].box.middle[1] < candidate.box.height / 2:
            rows[-1].append(candidate)
        else:
            rows.append([candidate])
    return tuple(_together(row) for row in rows)


def _together(row: Sequence[Candidate]) -> Candidate:
    """One candidate with every reading of a row: those that came first in a look by their count, then the rest.

    Looks that agree make a reading surer: it is wrong only if each of them is.
    """
    votes = Counter(candidate.readings[0] for candidate in row)
    doubt: dict[str, float] = {}
    for candidate in row:
        sure = min(word.confidence for word in candidate.words)
        doubt[candidate.readings[0]] = doubt.get(candidate.readings[0], 1.0) * (1.0 - sure)
    order = sorted(votes, key=lambda reading: (-votes[reading], doubt[reading]))
    best = next(candidate for candidate in row if candidate.readings[0] == order[0])
    rest = (reading for candidate in row for reading in candidate.readings[1:])
    looks = {reading: 1.0 - doubt[reading] for reading in order}
    return Candidate(tuple(dict.fromkeys((*order, *rest))), best.words, looks)


def settled(zone: Zone, readings: Sequence[Sequence[Candidate]]) -> bool:
    """Whether every digit is right, the form perfect, and each line was read alike at least twice."""
    votes = Counter(candidate.readings[0] for look in readings for candidate in look)
    return (
        not zone.mrz.wrong
        and misfits(zone.mrz.format, zone.mrz.lines) == 0
        and all(votes[reading] >= 2 for reading in zone.readings)
    )


def replaced(words: Sequence[Word], zone: Zone, seeds: Sequence[Candidate], strip: Strip) -> tuple[Word, ...]:
    """The words with one word for each line of the zone in the place of what stood there."""
    lines = tuple(
        replace(word, box=strip.on_page(word.box), page=words[0].page)
        for word in map(_word, zone.readings, zone.candidates)
    )
    gone = [word for seed in seeds for word in seed.words]
    left = [word for word in words if word not in gone and not any(_covers(line.box, word.box) for line in lines)]
    return (*left, *lines)


def _word(reading: str, candidate: Candidate) -> Word:
    """A line of the zone. Its confidence falls with the distance between what the looks gave for it."""
    sure = candidate.looks.get(reading, min(word.confidence for word in candidate.words))
    alike = [fuzz.ratio(reading, other) / 100 for other in candidate.looks if other != reading]
    others = tuple(other for other in candidate.readings if other != reading)[:MOST_ALTERNATIVES]
    confidence = round(sure * (sum(alike) + 1.0) / (len(alike) + 1), 4)
    return Word(reading, candidate.box, confidence, Origin.MRZ, alternatives=others)


def _covers(line: Box, word: Box) -> bool:
    """Whether the middle of a word stands on a line."""
    x, y = word.middle
    return line.left <= x <= line.right and line.top <= y <= line.bottom
