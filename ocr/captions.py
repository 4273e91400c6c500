"""A form's captions and what stands with each of them, when the form may be laid out in any way.

Every caption of the vocabulary is known at once, so that no caption is taken for another's value and two captions that
stand close (`Employee name  Process date`, `Name: Ann  No: 7`) are parted. Candidates for a caption's value come in
this order: what follows it in its cell; then the print to its right up to the next caption and the print below it,
below first where captions stand side by side as the heading of a table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cases.model import Box
from ocr.extract import Grid
from ocr.layout import Cell, shared_width
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
_EDGES = " \t:：.-–—|;,_"
_AMOUNT_BEFORE = re.compile(r"(?<!\d[.,])\d[.,]\d{2}(?: ?[€元])?\*? +$")
"""An amount right before a caption: the end of the column to its left."""
_LISTED = re.compile(r"[,;|]\s*$")
_FIGURE_AFTER = re.compile(r"\s+[£$€¥]?\d")
"""A caption within a list of them, before a figure: `…, Zahltag 30.09.2025`."""
REACH = 2.6
"""Heights of a caption (at least of its line) from one line to the next below it that still belongs to it."""
WIDEST = 0.25
"""Part of the page's width that a box without a neighbour is taken to have."""
DEEPEST = 6
"""Lines below a caption that are looked at."""


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


@dataclass(frozen=True, slots=True)
class Answer:
    """Print that may be a caption's value, with the caption and where it was found."""

    text: str
    words: tuple[Word, ...]
    caption: Piece
    where: str
    """`inside`, `right` or `below`."""
    index: int
    """The caption's line."""

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


@dataclass(frozen=True)
class Captions:
    """A document's lines in pieces, and the answers to each caption."""

    grid: Grid
    vocabulary: Mapping[str, Wording]

    @cached_property
    def lines(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces of every line of the grid."""
        lines = [[piece for cell in line.cells for piece in parted(cell, self.vocabulary)] for line in self.grid.lines]
        for index, (upper, lower) in enumerate(itertools.pairwise(lines)):
            if self.grid.lines[index].page == self.grid.lines[index + 1].page:
                _join_wrapped(upper, lower, self.vocabulary)
        return tuple(tuple(pieces) for pieces in lines)

    def answers(self, *names: str) -> Iterator[Answer]:
        """Candidates for the captions of some names, caption by caption down the page."""
        for index, pieces in enumerate(self.lines):
            for at, piece in enumerate(pieces):
                if piece.name in names:
                    yield from self._of(index, at)

    def told(self, *names: str) -> Iterator[list[Answer]]:
        """The candidates of each caption of some names that has any, caption by caption down the page."""
        for index, pieces in enumerate(self.lines):
            for at, piece in enumerate(pieces):
                if piece.name in names and (found := list(self._of(index, at))):
                    yield found

    @property
    def plain(self) -> Iterator[Piece]:
        """The print that stands behind no caption on its line."""
        return (piece for pieces in self.lines for piece in pieces if not piece.name and piece.words)

    def firsts(self, name: str) -> Iterator[tuple[Word, ...]]:
        """The words of the first candidate of each bare caption of a name, where it stands right below."""
        told: set[int] = set()
        for answer in self.answers(name):
            if answer.where == "below" and id(answer.caption) not in told and answer.caption.bare:
                yield answer.words
            told.add(id(answer.caption))

    def _of(self, index: int, at: int) -> Iterator[Answer]:
        pieces = self.lines[index]
        piece = pieces[at]
        if piece.words:
            yield Answer(piece.value, piece.words, piece, "inside", index)
        right = [Answer(one.value, one.words, piece, "right", index) for one in self._right(pieces, at)]
        below = (Answer(one.value, one.words, piece, "below", index) for one in self._below(index, piece))
        if _in_heading(pieces, at):
            yield from below
        else:
            yield from right
            if not piece.words:
                yield from below

    def _right(self, pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
        for one in pieces[at + 1 :]:
            if one.name:
                return
            yield one

    def _below(self, index: int, piece: Piece) -> Iterator[Piece]:
        """The print under a caption, up to a wide gap or another caption in its column.

        Where nothing stands under the caption itself, print that stands within its box does.
        """
        page, bottom = self.grid.lines[index].page, piece.box.bottom
        height = piece.box.height
        edge = self.edge(index, piece)
        for step in range(index + 1, min(index + 1 + DEEPEST, len(self.lines))):
            if self.grid.lines[step].page != page:
                return
            low = [one for one in self.lines[step] if one.box.top > piece.box.top + 0.4 * height]
            under = [one for one in low if _stands_under(one.box, piece.box)]
            if not under and step <= index + 2:
                under = [one for one in low if piece.box.left - 0.01 < one.box.left and one.box.right < edge]
            for one in under:
                if one.name or one.box.top - bottom > REACH * max(height, one.box.height):
                    return
                bottom = one.box.bottom
                yield _within(one, self._starts(index), piece)

    def _starts(self, index: int) -> list[float]:
        """Where the bare captions of a line begin."""
        return [one.box.left for one in self.lines[index] if one.bare]

    def edge(self, index: int, piece: Piece, within: tuple[str, ...] = ()) -> float:
        """Where a caption's box ends at the right: at the next caption of its line, but for those named `within`."""
        following = (one.box.left for one in self.lines[index] if one.name and one.name not in within)
        last = max((one.box.left for one in self.lines[index] if one.name in within), default=piece.box.left)
        return min((left for left in following if left > piece.box.left), default=max(last, piece.box.left) + WIDEST)


def _join_wrapped(upper: list[Piece], lower: list[Piece], vocabulary: Mapping[str, Wording]) -> None:
    """Captions that narrow boxes set in two lines become one; what they took leaves the lower line."""
    for at, piece in enumerate(upper):
        if (piece.words and piece.name) or re.search(r"\d", piece.text):
            continue
        for other in lower:
            gap = other.box.top - piece.box.bottom
            alike = not re.search(r"\d", other.text) and abs(piece.box.height / other.box.height - 1) < 0.2
            if not alike or gap > 0.8 * piece.box.height or shared_width(piece.box, other.box) < 0.6:
                continue
            if (piece.name and other.name) and (piece.name != other.name or other.words):
                continue
            whole = f"{piece.text} {other.label} {other.value}".strip(_EDGES)
            found = _longest(whole, 0, vocabulary)
            if found is not None and found[1] >= len(whole) and not other.words * bool(other.name):
                words = (*piece.label_words, *piece.words, *other.label_words, *other.words)
                upper[at] = Piece(found[2], whole, words, "", ())
                lower.remove(other)
                break


def _within(piece: Piece, starts: Sequence[float], caption: Piece) -> Piece:
    """The part of a line's print that stands in a caption's own column, where a word begins right under the next."""
    cuts = [left for left in starts if any(abs(word.box.left - left) < 0.006 for word in piece.words[1:])]
    if not cuts:
        return piece
    edges = [0.0, *(left - 0.007 for left in cuts), 1.0]
    left = max(edge for edge in edges if edge <= caption.box.left)
    right = min(edge for edge in edges if edge > left)
    words = tuple(word for word in piece.words if left <= word.box.left < right)
    return Piece(piece.name, piece.label, piece.label_words, Cell(words).text, words) if words else piece


def _in_heading(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a bare caption stands beside another bare one, as in the heading of a table."""
    if not pieces[at].bare:
        return False
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is not None:
        return following.bare
    return at > 0 and pieces[at - 1].bare


def _stands_under(box: Box, head: Box) -> bool:
    aligned = min(abs(box.left - head.left), abs(box.right - head.right)) < 0.008
    return aligned or shared_width(box, head) > 0.25


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
        value = rest.strip(_EDGES) if re.search(r"\w", rest) else ""
        if _SHORTENED.search(value) and rest.rstrip(" ").endswith(f"{value}."):
            value += "."
        value = f"-{value}" if value and re.match(r"[\s:：]*[-−–](?=[\d£$€¥])", rest) else value
        first = end + len(rest) - len(rest.lstrip(_EDGES))
        words = words_of(cell, first, first + len(value)) if value else ()
        pieces.append(Piece(name, text[start:end].strip(), words_of(cell, start, end), value, words))
    return tuple(pieces)


def _cuts(text: str, vocabulary: Mapping[str, Wording]) -> list[tuple[int, int, str]]:
    """Where captions begin and end in a cell's text, with their names."""
    lead = _LEAD.match(text)
    first = _longest(text, lead.end() if lead else 0, vocabulary)
    other = _CHINESE_LEAD.match(text) if first is None else None
    first = _longest(text, other.end(), vocabulary) if other else first
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


def _longest(text: str, start: int, vocabulary: Mapping[str, Wording]) -> tuple[int, int, str] | None:
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
        found = _longest(text, start, vocabulary)
        if found is None:
            continue
        between = text[done:start]
        beside = adjacent and not re.search(r"\w", between)
        listed = _LISTED.search(between) is not None and _FIGURE_AFTER.match(text, found[1]) is not None
        if beside or listed or _COLON.match(text, found[1]) or _AMOUNT_BEFORE.search(between):
            return found
    return None
