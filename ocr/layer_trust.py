"""Whether a PDF page's text layer says what the page shows.

A layer can lie: text in the colour of the paper, under a picture or a white box, or in a font whose letters are mapped
to others. What cannot be seen is left out, and a layer that cannot be trusted is not used: the page is then read from
its picture, as a person would read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from ocr.text import Word

MOST_STRANGE = 0.1
"""More unmapped characters than this, and the layer cannot be trusted."""
FEWEST_LETTERS = 150
"""Latin letters from which their frequencies tell whether they are the right ones."""
LIKENESS = 0.65
"""The least cosine between a page's letter frequencies and those of English. Of 180 European pages none gave less
than 0.84; their letters shuffled gave 0.57 in the median. A false alarm costs time only, as the picture is read."""
LETTERS = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (12.7, 9.1, 8.2, 7.5, 7.0, 6.7, 6.3, 6.1, 6.0, 4.3, 4.0, 2.8, 2.8, 2.4, 2.4, 2.2, 2.0, 2.0, 1.9, 1.5, 1.0,
         0.8, 0.15, 0.15, 0.1, 0.07),
        strict=True,
    )
)  # fmt: skip
"""Letters of English text in per cent (Lewand, Cryptological Mathematics, 2000)."""
DRAWN_WIDTH = 900
"""Pixels of the drawing in which ink is looked for: print of 5 points is still four pixels high."""
INK = 24
"""Grey levels between the lightest and darkest spot of a word that can be seen."""
SAME_PLACE = 0.6
"""Two words that share more than this of the smaller one's box stand on each other."""
ALIKE_IN_HEIGHT = 1.6
"""Words that differ more in height than this are not print over print, but print over a stamp or a watermark."""


def garbled(characters: Sequence[str]) -> bool:
    """Whether characters are not those that their font draws: unmapped, or mapped to others."""
    strange = sum(_is_strange(character) for character in characters)
    if strange > MOST_STRANGE * len(characters):
        return True
    counts = Counter(character for character in "".join(characters).lower() if character in LETTERS)
    if counts.total() < FEWEST_LETTERS:
        return False
    dot = sum(counts[letter] * share for letter, share in LETTERS.items())
    lengths = sqrt(sum(count**2 for count in counts.values())) * sqrt(sum(share**2 for share in LETTERS.values()))
    return dot / lengths < LIKENESS


def covered(page: pdfium.PdfPage, share: float) -> bool:
    """Whether a picture over more than `share` of the page is drawn after text: a scan over what a program read."""
    whole = page.get_width() * page.get_height()
    text_before = False
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            text_before = True
            continue
        left, bottom, right, top = thing.get_bounds()
        opaque = not raw.FPDFPageObj_HasTransparency(thing.raw)
        if text_before and opaque and (right - left) * (top - bottom) > share * whole:
            return True
    return False


def seen_of(page: pdfium.PdfPage, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that leave ink on the page as it is drawn."""
    drawn = page.render(scale=DRAWN_WIDTH / max(page.get_width(), page.get_height()), grayscale=True).to_numpy()
    grey = drawn[:, :, 0] if drawn.ndim == 3 else drawn
    return tuple(word for word in words if _has_ink(grey, word))


def on_each_other(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Different words of one size that stand on the same spot, one of which hides the other: the one drawn first,
    then the one drawn over it. The words come in the order in which they are drawn."""
    drawn = {id(word): index for index, word in enumerate(words)}
    ordered = sorted(words, key=lambda word: word.box.top)
    for index, word in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.box.top > word.box.bottom:
                break
            if other.box.left < word.box.right and word.box.left < other.box.right and _share_a_spot(word, other):
                yield (word, other) if drawn[id(word)] < drawn[id(other)] else (other, word)


def _is_strange(text: str) -> bool:
    return text == "\ufffd" or "\ue000" <= text <= "\uf8ff" or (ord(text[0]) < 32 and not text.isspace())


def _has_ink(grey: np.ndarray, word: Word) -> bool:
    height, width = grey.shape
    # The outer parts of a word's box hold its neighbours' ink and the lines of tables.
    edge = word.box.height / 5
    top, bottom = int((word.box.top + edge) * height), int((word.box.bottom - edge) * height) + 1
    left, right = int(word.box.left * width), int(word.box.right * width) + 1
    spot = grey[top:bottom, left:right]
    return bool(spot.size) and int(spot.max()) - int(spot.min()) >= INK


def _share_a_spot(one: Word, other: Word) -> bool:
    if one.text == other.text:
        return False
    across = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
    down = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    smaller = min(one.box.width * one.box.height, other.box.width * other.box.height)
    heights = sorted((one.box.height, other.box.height))
    alike = heights[1] < ALIKE_IN_HEIGHT * heights[0]
    return alike and across > 0 and down > 0 and across * down > SAME_PLACE * smaller
