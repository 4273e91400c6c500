"""The numbered items of a driving licence: 1 surname, 2 other names, 3 birth, 4a issue, 4b expiry, 4c authority, …

Source: directive 2006/126/EC, annex I; ISO/IEC 18013-1; the AAMVA card standard numbers the same items and puts the
licence's number under 4d. A number stands before its value with or without a point, often in the same run of print
(`4b.31.12.2015`); a value may go on below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box
from ocr.text import Line, Text, Word, join

_MARK = re.compile(
    r"^\(?(4\s?[abcdABCD]|9\s?[abAB]|1[0-9]|[1-9])(?:[.,:)·]+|(?=$)|(?<=[a-dA-D])(?=[\dA-Z]))[.,:)]*(.*)$"
)
_MISREAD = re.compile(r"^4(?:8|6)[.,]?(?=\d\d[./ -]\d\d)")
"""4b read as 48 or 46 before a date."""
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
DEEPEST = 1.9
"""Line heights within which a value goes on below."""
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item: its number in lower case, and the words of its value, the number itself cut off."""

    mark: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return join(self.words).strip(" .,:")

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


def items(text: Text) -> dict[str, Item]:
    """The items of a card by their numbers; of a number that is met twice, the first with a value."""
    found: dict[str, Item] = {}
    for page in text.pages:
        lines = page.lines
        for at, line in enumerate(lines):
            for item in _items_of(line):
                whole = _continued(item, lines[at + 1 : at + 1 + MOST_LINES])
                if whole.words and whole.mark not in found:
                    found[whole.mark] = whole
    return found


def _items_of(line: Line) -> Iterator[Item]:
    mark, value = "", list[Word]()
    for word in line.words:
        cut = _cut(word)
        if cut is None:
            if mark:
                value.append(word)
            continue
        if mark:
            yield Item(mark, tuple(value))
        mark, rest = cut
        value = [rest] if rest is not None else []
    if mark:
        yield Item(mark, tuple(value))


def _cut(word: Word) -> tuple[str, Word | None] | None:
    """A word's number and the rest of the word; None when the word begins with none."""
    print_ = word.text
    if _MISREAD.match(print_):
        print_ = "4b" + print_[2:]
    match = _MARK.match(print_)
    if match is None:
        return None
    mark, rest = re.sub(r"\s", "", match.group(1)).lower(), match.group(2)
    if not rest:
        return mark, None
    # A date begins with a number and a point as well; it is an item's number when a whole date follows it.
    if mark.isdigit() and _DATE.match(print_) and not _DATE.match(rest):
        return None
    share = word.box.width * (len(word.text) - len(rest)) / len(word.text)
    box = Box.within(word.box.left + share, word.box.top, word.box.right, word.box.bottom)
    return mark, Word(rest, box, word.confidence, word.origin, word.page, ())


def _continued(item: Item, below: Sequence[Line]) -> Item:
    """The item with the lines below that begin where its value began and have no number of their own."""
    words, last = list(item.words), item.box if item.words else None
    for line in below:
        if last is None or any(_cut(word) is not None for word in line.words[:1]):
            break
        own = [word for word in line.words if word.box.left > last.left - 1.5 * last.height]
        if not own or own[0].box.left - last.left > 1.5 * last.height:
            continue
        if own[0].box.top - last.bottom > (DEEPEST - 1) * last.height:
            break
        taken: list[Word] = []
        for word in own:
            if _cut(word) is not None:
                break
            taken.append(word)
        if not taken:
            break
        words += taken
        last = Box.around(word.box for word in taken)
    return Item(item.mark, tuple(words))
