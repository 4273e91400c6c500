"""The captions of a line: its cells cut at the phrases of a vocabulary, each with what follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cases.model import Box
from ocr.layout import Cell
from ocr.text import Word
from ocr.wording import Wording, words_of

_LEAD = re.compile(r"[\W_]{0,4}")
_COLON = re.compile(r"\s?[:：]")
_ASIDE = re.compile(r"\s*[（(\[][^）)\]\d:：]{0,24}[）)\]]")
"""What a caption says of itself in brackets, such as its unit."""
_SHORTENED = re.compile(r"(?<![^\W_])[A-Z][A-Za-z]{0,3}$")
"""A word whose point shortens it (Inc. · S.A.), and ends no sentence."""
_CHINESE_LEAD = re.compile(r"[\u4e00-\u9fff]{2,8}[\s/]*(?=[A-Za-z])")
_CHINESE_END = re.compile(r"[\s/]*[\u4e00-\u9fff]{2,8}(?=\s*[:：]|\s+[^\u4e00-\u9fff\s]*\d|\s*$)")
"""The same caption in Chinese, before or behind it."""
_PERSONS = ("holder", "provider", "address")
EDGES = " \t:：.-–—|;,_"
_AMOUNT_BEFORE = re.compile(r"(?<!\d[.,])\d[.,]\d{2}(?: ?[€元])?\*? +$")
"""An amount right before a caption: the end of the column to its left."""
_LISTED = re.compile(r"[,;|]\s*$")
_FIGURE_AFTER = re.compile(r"\s+[£$€¥]?\d")
"""A caption within a list of them, before a figure: `…, Zahltag 30.09.2025`."""


@dataclass(frozen=True)
class Piece:
    """Part of a line: a caption with what follows it in its cell, or print without a caption."""

    name: str
    """The caption's name in the vocabulary; empty for other print."""
    label: str
    label_words: tuple[Word, ...]
    value: str
    words: tuple[Word, ...]

    @property
    def bare(self) -> bool:
        """Whether it is a caption that nothing follows in its cell."""
        return bool(self.name) and not self.words

    @cached_property
    def box(self) -> Box:
        return Box.around(word.box for word in (*self.label_words, *self.words))

    @property
    def text(self) -> str:
        return self.value or self.label


def parted(cell: Cell, vocabulary: Mapping[str, Wording]) -> tuple[Piece, ...]:
    """A cell cut at its captions: one at its beginning, others that a colon or another caption follows."""
    text = cell.text
    cuts = _cuts(text, vocabulary)
    if not cuts:
        return (Piece("", "", (), text.strip(), cell.words),)
    pieces: list[Piece] = []
    lead = text[: cuts[0][0]]
    if re.search(r"\w", lead):
        pieces.append(Piece("", "", (), lead.strip(), words_of(cell, 0, len(lead.rstrip()))))
    for number, (start, end, name) in enumerate(cuts):
        stop = cuts[number + 1][0] if number + 1 < len(cuts) else len(text)
        rest = text[end:stop]
        value = rest.strip(EDGES) if re.search(r"\w", rest) else ""
        if _SHORTENED.search(value) and rest.rstrip(" ").endswith(f"{value}."):
            value += "."
        value = f"-{value}" if value and re.match(r"[\s:：]*[-−–](?=[\d£$€¥])", rest) else value
        first = end + len(rest) - len(rest.lstrip(EDGES))
        words = words_of(cell, first, first + len(value)) if value else ()
        pieces.append(Piece(name, text[start:end].strip(), words_of(cell, start, end), value, words))
    return tuple(pieces)


def _cuts(text: str, vocabulary: Mapping[str, Wording]) -> list[tuple[int, int, str]]:
    """Where captions begin and end in a cell's text, with their names."""
    lead = _LEAD.match(text)
    first = longest(text, lead.end() if lead else 0, vocabulary)
    other = _CHINESE_LEAD.match(text) if first is None else None
    first = longest(text, other.end(), vocabulary) if other else first
    cuts = [first] if first is not None else []
    done = first[1] if first is not None else 0
    while True:
        found = _next(text, done, vocabulary, adjacent=bool(cuts) and not _COLON.match(text, done))
        if found is None:
            return cuts
        if cuts and cuts[-1][2] == found[2] and not re.search(r"[\w:：]", text[done : found[0]]):
            cuts[-1] = (cuts[-1][0], found[1], found[2])  # One caption in two languages.
        else:
            cuts.append(found)
        done = found[1]


def longest(text: str, start: int, vocabulary: Mapping[str, Wording]) -> tuple[int, int, str] | None:
    """The longest caption that begins right here."""
    found = [
        (match.end(), name)
        for name, wording in vocabulary.items()
        if (match := wording.pattern.match(text, start)) is not None
    ]
    if not found:
        return None
    end = max(end for end, _ in found)
    name = next(name for stop, name in found if stop == end)
    other = _CHINESE_END.match(text, end) if re.match(r"[A-Za-z.]", text[end - 1]) else None
    if other is not None and (not any(name.startswith(one) for one in _PERSONS) or _COLON.match(text, other.end())):
        end = other.end()
    aside = _ASIDE.match(text, end)
    return start, aside.end() if aside else end, name


def _next(text: str, done: int, vocabulary: Mapping[str, Wording], *, adjacent: bool) -> tuple[int, int, str] | None:
    """The next caption: one that a colon or, in a list, a figure follows, or one right behind the caption before it."""
    starts = sorted({m.start() for wording in vocabulary.values() for m in wording.pattern.finditer(text, done)})
    for start in starts:
        found = longest(text, start, vocabulary)
        if found is None:
            continue
        between = text[done:start]
        beside = adjacent and not re.search(r"\w", between)
        listed = _LISTED.search(between) is not None and _FIGURE_AFTER.match(text, found[1]) is not None
        if beside or listed or _COLON.match(text, found[1]) or _AMOUNT_BEFORE.search(between):
            return found
    return None
