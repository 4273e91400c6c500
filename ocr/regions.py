"""Several papers in one picture: cards laid side by side, or above each other on one scan.

A page's print is parted at its widest empty bands (recursive X-Y cut: Nagy and Seth 1984); `ocr/packet.py` keeps the
parts apart only where each is a document by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ocr.text import PageText, Word

WIDE = 2.0
"""Heights of a line of print that an empty band between two papers has at the least."""
FEWEST_WORDS = 6
"""A part of fewer words is no paper by itself."""
DEEPEST = 2
"""Cuts within cuts: up to four papers in one picture."""


def divisions(page: PageText) -> Iterator[tuple[PageText, PageText]]:
    """The ways to part a page in two at an empty band across or down all of its print, the widest band first."""
    if len(page.words) < 2 * FEWEST_WORDS:
        return
    aspect = page.width / page.height
    line = median(word.box.height for word in page.words)
    bands = [
        *((width, cut, True) for width, cut in _bands([(one.box.top, one.box.bottom) for one in page.words])),
        *((width * aspect, cut, False) for width, cut in _bands([(one.box.left, one.box.right) for one in page.words])),
    ]
    for width, cut, across in sorted(bands, reverse=True):
        if width < WIDE * line:
            return
        first = [one for one in page.words if _before(one, cut, across=across)]
        second = [one for one in page.words if not _before(one, cut, across=across)]
        if min(len(first), len(second)) >= FEWEST_WORDS:
            yield _with(page, first), _with(page, second)


def _bands(spans: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The empty bands between spans: how wide, and where their middle is."""
    ordered = sorted(spans)
    reach = ordered[0][1]
    for start, end in ordered[1:]:
        if start > reach:
            yield start - reach, (start + reach) / 2
        reach = max(reach, end)


def _before(word: Word, cut: float, *, across: bool) -> bool:
    x, y = word.box.middle
    return (y if across else x) < cut


def _with(page: PageText, words: Sequence[Word]) -> PageText:
    return replace(page, words=tuple(words))
