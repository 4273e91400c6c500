"""Text with places, drawn from plain lines: what the reader would give for a clean page."""

from __future__ import annotations

from cases.model import Box, Origin, Tier
from ocr.text import PageText, Text, Word

HEIGHT = 1000.0


def word(text: str, left: float, top: float, *, width: float = 0.0, height: float = 0.02, sure: float = 0.99) -> Word:
    """A word at a place, as wide as its letters unless said otherwise."""
    box = Box.within(left, top, left + (width or 0.011 * len(text)), top + height)
    return Word(text, box, sure, Origin.OCR)


def page(*words: Word, width: float = HEIGHT) -> Text:
    """One page with these words."""
    return Text((PageText(1, width, HEIGHT, Tier.SCAN, words),))


def typed(*lines: str, step: float = 0.035, letter: float = 0.009) -> Text:
    """Lines as a typewriter sets them; words are parted at single spaces, columns by several."""
    words: list[Word] = []
    for row, line in enumerate(lines):
        left = 0
        for part in line.split(" "):
            if part:
                words.append(word(part, 0.05 + letter * left, 0.03 + step * row, width=letter * len(part)))
            left += len(part) + 1
    return page(*words)
