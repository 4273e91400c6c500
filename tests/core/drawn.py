"""Text with places, drawn from lines in which columns stand at the same letters: what a page in typewriter face gives.

drawn('''
Date         Details          Out        In     Balance
01/02/2026   RENT          500.00                500.00
''')
"""

from __future__ import annotations

import re
import unicodedata

from cases.model import Box, Origin, Tier
from ocr.text import PageText, Text, Word


def drawn_page(sheet: str, *, page: int = 1, ocr: bool = False, slope: float = 0.0, columns: int = 110) -> PageText:
    """One page; a Chinese character is two letters wide. `slope` drops the right edge by so much of the height."""
    words: list[Word] = []
    for row, line in enumerate(sheet.strip("\n").split("\n")):
        top = 0.02 + 0.017 * row
        for match in re.finditer(r"\S+", line):
            left = 0.03 + 0.94 * _width(line[: match.start()]) / columns
            right = 0.03 + 0.94 * _width(line[: match.end()]) / columns
            drop = slope * (left + right) / 2
            box = Box.within(left, top + drop, right, top + 0.011 + drop)
            words.append(Word(match.group(), box, 0.98 if ocr else 1.0, Origin.OCR if ocr else Origin.TEXT_LAYER, page))
    return PageText(page, 1000.0, 1414.0, Tier.SCAN if ocr else Tier.DIGITAL, tuple(words))


def drawn(*sheets: str, ocr: bool = False, slope: float = 0.0) -> Text:
    """A text of one page for each sheet."""
    return Text(tuple(drawn_page(sheet, page=n, ocr=ocr, slope=slope) for n, sheet in enumerate(sheets, start=1)))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
