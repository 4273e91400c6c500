"""Text that knows its words, so that whatever is found in it comes with its place and confidence.

words  ->  lines (reading order)  ->  one string per page
a regular expression matches in the string; its characters lead back to the words, and those to boxes
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from cases.model import Box, Origin, Tier


@dataclass(frozen=True, slots=True)
class Word:
    """A run of print without a gap: its text, box on the page, confidence 0 to 1 and origin."""

    text: str
    box: Box
    confidence: float
    origin: Origin
    page: int = 1
    alternatives: tuple[str, ...] = ()
    """Other readings that the engine offered, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, left to right."""

    words: tuple[Word, ...]

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def text(self) -> str:
        return join(self.words)

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


@dataclass(frozen=True, slots=True)
class Barcode:
    """What a code on a page says, its sort (`QRCode`, `PDF417`…) and its box."""

    text: str
    format: str
    box: Box


@dataclass(frozen=True)
class PageText:
    """The words of one page, with the size of the page picture in pixels (or of the PDF page in points)."""

    page: int
    width: float
    height: float
    tier: Tier
    words: tuple[Word, ...]
    barcodes: tuple[Barcode, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The page's lines from top to bottom."""
        from ocr.layout import lines_of

        return lines_of(self.words, aspect=self.width / self.height)


@dataclass(frozen=True)
class Match:
    """Something found in a text: its string and the words that it touches."""

    text: str
    groups: tuple[str | None, ...]
    words: tuple[Word, ...]
    named: dict[str, str | None] = field(default_factory=dict)

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)

    @property
    def confidence(self) -> float:
        """That of the weakest word."""
        return min(word.confidence for word in self.words)

    @property
    def origin(self) -> Origin:
        return self.words[0].origin


@dataclass(frozen=True)
class Text:
    """The text of one or more pages that belong together."""

    pages: tuple[PageText, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for page in self.pages for line in page.lines)

    @property
    def barcodes(self) -> tuple[tuple[int, Barcode], ...]:
        """Every code with the page that it stands on."""
        return tuple((page.page, code) for page in self.pages for code in page.barcodes)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)

    @cached_property
    def _mapped(self) -> tuple[str, list[Word | None]]:
        """The whole string, and for each of its characters the word it comes from."""
        parts: list[str] = []
        owners: list[Word | None] = []
        for line in self.lines:
            previous: Word | None = None
            for word in line.words:
                gap = "" if previous is None else gap_between(previous, word)
                parts.extend((gap, word.text))
                owners.extend([None] * len(gap) + [word] * len(word.text))
                previous = word
            parts.append("\n")
            owners.append(None)
        return "".join(parts), owners

    @property
    def string(self) -> str:
        """All lines, joined by newlines."""
        return self._mapped[0]

    def search(self, pattern: str | re.Pattern[str]) -> Match | None:
        """The first match with its words; None when there is none."""
        return next(self.finditer(pattern), None)

    def finditer(self, pattern: str | re.Pattern[str]) -> Iterator[Match]:
        """Every match that touches at least one word; matches of white space alone are passed over."""
        string, owners = self._mapped
        for found in re.finditer(pattern, string):
            words: list[Word] = []
            for owner in owners[found.start() : found.end()]:
                if owner is not None and (not words or words[-1] is not owner):
                    words.append(owner)
            if words:
                yield Match(found.group(), found.groups(), tuple(words), found.groupdict())


def is_cjk(character: str) -> bool:
    """Whether a character belongs to Chinese writing, which puts no spaces between words."""
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"


def gap_between(left: Word, right: Word) -> str:
    """What stands between two neighbouring words in a line's string: a space, or nothing between Chinese."""
    if left.text and right.text and is_cjk(left.text[-1]) and is_cjk(right.text[0]):
        wide = right.box.left - left.box.right > 1.2 * max(left.box.height, right.box.height)
        return " " if wide else ""
    return " "


def join(words: tuple[Word, ...]) -> str:
    """The string of neighbouring words."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index:
            parts.append(gap_between(words[index - 1], word))
        parts.append(word.text)
    return "".join(parts)


def bare(print_: str) -> str:
    """Letters and digits alone, without case: how two prints of one name or number are told to be the same."""
    return "".join(letter for letter in print_.casefold() if letter.isalnum())
