"""Labelled cells of Chinese forms: a label of a few characters, its value to the right, going on below.

Labels are spread over the label column (名　　称), values follow without a colon, two columns share a line, and the
recogniser takes label and value for one word or parts them anywhere. So a cell begins where a word begins that
starts a label, ends at the next label or a wide gap, and goes on in the lines below that begin at its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cases.model import Box
from ocr.text import Line, PageText, Text, Word

WIDE = 3.5
"""A gap of so many line heights ends a value."""
LINE_STEP = 2.2
"""Line heights from one line of a value to the next, at the most."""
SEPARATORS = ":： \u3000"
_LATIN_BEFORE = re.compile(r"[A-Za-z][,.]?$")
_BRACKETED = re.compile(r"[（(][^（()）]{1,8}[）)]")
"""What a label says of itself: 住所（经营场所）."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of print and its left edge on the page."""

    text: str
    word: Word
    left: float
    starts: bool
    """Whether its word starts with it."""


@dataclass(frozen=True)
class Cell:
    """A label's value: its characters and words, and its label's own characters."""

    field: str
    page: int
    label: tuple[Glyph, ...]
    glyphs: tuple[Glyph, ...]
    parts: tuple[tuple[Glyph, ...], ...] = ()
    """The lines below that belong to it."""
    above: int = 0
    """Lines from its label down to its first line."""

    @property
    def label_left(self) -> float:
        return self.label[0].left

    @property
    def text(self) -> str:
        every = (*self.glyphs, *(glyph for part in self.parts for glyph in part))
        written = ""
        for glyph in every:
            # Latin names keep the blanks between their words; Chinese has none.
            apart = glyph.starts and _LATIN_BEFORE.search(written) and glyph.text.isascii() and glyph.text.isalpha()
            written += f" {glyph.text}" if apart else glyph.text
        return written.strip(SEPARATORS)

    @property
    def words(self) -> tuple[Word, ...]:
        every = (*self.glyphs, *(glyph for part in self.parts for glyph in part))
        return tuple(dict.fromkeys(glyph.word for glyph in every))

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


def cells(text: Text, labels: Mapping[str, Sequence[str]], going_on: Sequence[str]) -> dict[str, Cell]:
    """The first cell of each field that has a value; those named in `going_on` may take several lines."""
    found: dict[str, Cell] = {}
    ends = tuple(sorted({label for some in labels.values() for label in some}, key=len, reverse=True))
    fields = {label: field for field, some in labels.items() for label in some}
    for page in text.pages:
        lines = [tuple(glyphs(line)) for line in page.lines]
        labelled = [
            (cell, lines[number + 1 :])
            for number, line in enumerate(lines)
            for cell in _cells_of(line, ends, fields, page)
        ]
        for cell, below in labelled:
            under = _under(cell, below, ends, page)
            first = under if not cell.glyphs or _is_heading(cell, under, [one for one, _ in labelled], page) else cell
            more = cell.field in going_on or _LATIN_BEFORE.search(first.text) is not None
            whole = _with_more(first, below, ends, page) if more else first
            if whole.text:
                found.setdefault(cell.field, whole)
    return found


def _is_heading(cell: Cell, under: Cell, labelled: Sequence[Cell], page: PageText) -> bool:
    """Whether a label has its value below, and what stands far beside it is another column's: a label begins where
    that begins, or no label right above or below this one has anything beside it."""
    if under is cell or _gap(cell.label[-1], cell.glyphs[0], page) <= WIDE:
        return False
    margin = cell.label[0].word.box.height * page.height / page.width
    others = [one for one in labelled if one is not cell]
    column = [one for one in others if abs(one.label_left - cell.label_left) < margin]
    taken = any(abs(one.label_left - cell.glyphs[0].left) < margin for one in others)
    return taken or (bool(column) and not any(one.glyphs for one in column))


def glyphs(line: Line) -> Iterator[Glyph]:
    """A line's characters without white space, each with the place that its share of its word gives it."""
    for word in line.words:
        step = word.box.width / max(1, len(word.text))
        first = True
        for index, character in enumerate(word.text):
            if not character.isspace():
                yield Glyph(character, word, word.box.left + step * index, first)
                first = False


def _label_at(line: Sequence[Glyph], start: int, labels: Sequence[str]) -> str | None:
    """The longest label that begins at a character which begins a word; one of a single character is a word itself."""
    if not line[start].starts:
        return None
    rest = "".join(glyph.text for glyph in line[start : start + 12])
    alone = line[start].word.text.strip(SEPARATORS)
    return next((label for label in labels if rest.startswith(label) and (len(label) > 1 or alone == label)), None)


def _cells_of(
    line: Sequence[Glyph], labels: Sequence[str], fields: Mapping[str, str], page: PageText
) -> Iterator[Cell]:
    current: Cell | None = None
    index = 0
    while index < len(line):
        label = _label_at(line, index, labels)
        if label is not None:
            if current is not None:
                yield current
            bracket = _BRACKETED.match("".join(one.text for one in line[index + len(label) : index + len(label) + 12]))
            end = index + len(label) + (bracket.end() if bracket else 0)
            current = Cell(fields[label], page.page, tuple(line[index:end]), ())
            index = end
            continue
        glyph = line[index]
        if current is not None and (current.glyphs or glyph.text not in SEPARATORS):
            if current.glyphs and _gap(current.glyphs[-1], glyph, page) > WIDE:
                yield current
                current = None
            else:
                current = replace(current, glyphs=(*current.glyphs, glyph))
        index += 1
    if current is not None:
        yield current


def _gap(left: Glyph, right: Glyph, page: PageText) -> float:
    """Between two neighbouring characters, in line heights; nothing within a word."""
    if left.word is right.word:
        return 0.0
    height = max(left.word.box.height, right.word.box.height) * page.height
    return (right.word.box.left - left.word.box.right) * page.width / max(height, 1e-6)


def _under(cell: Cell, below: Sequence[Sequence[Glyph]], labels: Sequence[str], page: PageText) -> Cell:
    """A label's cell with what begins right under the label, where nothing stands beside it."""
    label = cell.label[0].word
    margin = label.box.height * page.height / page.width
    for number, other in enumerate(below[:2]):
        run = _run_from(other, cell.label_left - margin, labels, page)
        if not run or run[0].left - cell.label_left > margin:
            continue
        height = max(label.box.height, run[0].word.box.height)
        if run[0].word.box.middle[1] - label.box.middle[1] < LINE_STEP * height:
            return replace(cell, glyphs=run, above=number + 1)
    return cell


def _with_more(cell: Cell, below: Sequence[Sequence[Glyph]], labels: Sequence[str], page: PageText) -> Cell:
    """The cell with the lines that go on below it: they begin near its value and hold no label in its column."""
    if not cell.glyphs:
        return cell
    first = cell.glyphs[0]
    below = below[cell.above :]
    height = first.word.box.height
    margin = 2.0 * height * page.height / page.width
    last = cell.glyphs[-1]
    parts: list[tuple[Glyph, ...]] = []
    for line in below:
        run = _run_from(line, first.left - margin, labels, page) or _hanging(cell, line, last, labels, page)
        if not run:
            far = bool(line) and line[0].word.box.middle[1] - last.word.box.middle[1] > LINE_STEP * height
            if far or any(
                abs(one.left - first.left) < margin and _label_at(line, at, labels) for at, one in enumerate(line)
            ):
                break
            continue
        far = run[0].word.box.middle[1] - last.word.box.middle[1] > LINE_STEP * height
        aside = abs(run[0].left - first.left) > margin and abs(run[0].left - cell.label_left) > margin / 2
        if far or aside or _labelled(line, cell.label_left - margin, labels, run):
            break
        parts.append(run)
        last = run[-1]
    return replace(cell, parts=tuple(parts))


def _hanging(
    cell: Cell, line: Sequence[Glyph], last: Glyph, labels: Sequence[str], page: PageText
) -> tuple[Glyph, ...]:
    """A line that goes on under the label itself, as one paragraph: the print before it ran as far as this does."""
    margin = cell.glyphs[0].word.box.height * page.height / page.width
    if cell.above or not line or abs(line[0].left - cell.label_left) > margin:
        return ()
    run = _run_from(line, cell.label_left - margin, labels, page)
    return run if run and run[-1].word.box.right < last.word.box.right + 2 * margin else ()


def _labelled(line: Sequence[Glyph], left: float, labels: Sequence[str], run: Sequence[Glyph]) -> bool:
    """Whether a label stands in the cell's own column of a line, before or at the run that might go on."""
    return any(
        glyph.left >= left and glyph.left <= run[0].left and _label_at(line, index, labels)
        for index, glyph in enumerate(line)
    )


def _run_from(line: Sequence[Glyph], left: float, labels: Sequence[str], page: PageText) -> tuple[Glyph, ...]:
    """A line's characters from a left edge on, up to a label or a wide gap."""
    run: list[Glyph] = []
    for index, glyph in enumerate(line):
        # What goes on begins a word: the middle of one that begins further left is another column's.
        if glyph.left < left or (not run and not glyph.starts):
            continue
        if _label_at(line, index, labels) or (run and _gap(run[-1], glyph, page) > WIDE):
            break
        run.append(glyph)
    return tuple(run)
