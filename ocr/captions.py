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
from ocr.caption_pieces import EDGES, Piece, longest, parted
from ocr.extract import Grid
from ocr.layout import Cell, shared_width
from ocr.text import Word
from ocr.wording import Wording

_AMOUNT = re.compile(r"\d[.,]\d{2}(?!\d)")
REACH = 2.6
"""Heights of a caption (at least of its line) from one line to the next below it that still belongs to it."""
NEAR = 0.12
"""Part of the page's width between an amount's column and the one below it, of another table."""
WIDEST = 0.25
"""Part of the page's width that a box without a neighbour is taken to have."""
DEEPEST = 6
"""Lines below a caption that are looked at."""


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
        if re.search(r"\d", piece.text):
            continue
        for other in lower:
            gap = other.box.top - piece.box.bottom
            alike = not re.search(r"\d", other.text) and abs(piece.box.height / other.box.height - 1) < 0.2
            if not alike or gap > 0.8 * piece.box.height or shared_width(piece.box, other.box) < 0.6:
                continue
            if piece.name and other.name and (other.words or (_bare_of(piece) and piece.name != other.name)):
                continue
            if _rows(upper, piece, lower, other):
                continue
            whole = f"{piece.label} {piece.value} {other.label} {other.value}".strip(EDGES)
            found = longest(whole, 0, vocabulary)
            if found is not None and found[1] >= len(whole) and not other.words * bool(other.name):
                words = (*piece.label_words, *piece.words, *other.label_words, *other.words)
                upper[at] = Piece(found[2], whole, words, "", ())
                lower.remove(other)
                break


def _bare_of(piece: Piece) -> bool:
    """Whether a caption says a thing by itself; one that other print follows, or of no thing read, is unfinished."""
    return piece.bare and piece.name != "other"


def _rows(upper: Sequence[Piece], piece: Piece, lower: Sequence[Piece], other: Piece) -> bool:
    """Whether two pieces begin rows of a table: an amount beside the upper one, print under it."""
    beside = next((one for one in upper if one.box.left > piece.box.right), None)
    below = next((one for one in lower if one.box.left > other.box.right), None)
    if beside is None or below is None or not _AMOUNT.search(beside.text):
        return False
    heading = not re.search(r"\d", below.text) and abs(beside.box.right - below.box.right) < NEAR
    return heading or shared_width(beside.box, below.box) > 0.25


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
