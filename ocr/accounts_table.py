"""The lines of accounts, each with its amounts for this year and the year before, from pages of any layout.

    label ..................... note   2025     2024        a column per year, told by its heading
    资产   行次  期末  年初   负债  行次  期末  年初          two sides on one line: label and amounts, twice

An amount belongs to the label on its left, and to the year whose heading it stands under. Without headings the first
amount is this year's and the second the year before's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ocr.account_labels import AFTER_A_YEAR, WITHIN_A_YEAR, folded, line_item
from ocr.accounts_totals import OpenSection
from ocr.extract import Grid, GridLine
from ocr.layout import Cell
from ocr.parse import money
from ocr.text import Word

_YEAR = re.compile(r"(?:19|20)\d\d")
_THIS = re.compile(r"期末|本期|本年|本月|currentyear|thisyear")
_PRIOR = re.compile(r"年初|上期|上年|期初|prioryear|previousyear|lastyear")
_NOTE = re.compile(r"notes?|行次|附注")
_SMALL = re.compile(r"\d{1,2}[a-z]?")
_DASH = re.compile(r"[-–—]+")
_MARK = re.compile(r"[£$€¥]|rmb|usd|gbp|cny|元|\s")
NOTE_WIDTH = 3
"""Characters of a note's number, such as 12a."""
FAR = 0.09
"""An amount further than this part of the page's width from every year's heading stands under none of them."""


@dataclass(frozen=True, slots=True)
class Amount:
    value: Decimal
    word: Word
    words: tuple[Word, ...]
    prior: bool


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line item with its amounts, and the section (within or after a year) it stands in."""

    statement: str
    name: str
    label: Cell
    amounts: tuple[Amount, ...]
    section: str
    page: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: where it stands and whether it is the year before."""

    right: float
    middle: float
    prior: bool


def read_lines(grid: Grid) -> Iterator[AccountLine]:
    """Every line item of the grid that has an amount, in reading order."""
    headings: tuple[Heading, ...] = ()
    notes: tuple[float, ...] = ()
    section, page, above = "", 0, ""
    opened = OpenSection()
    for line in grid.lines:
        if line.page != page:
            page, section, headings, notes, above, opened = line.page, "", (), (), "", OpenSection()
        told = _headings(line)
        noted = tuple(cell.box.middle[0] for cell in line.cells if _is(_NOTE, cell.text))
        # Currency signs in the columns' heads are often read as letters.
        heads = all(_is(_NOTE, cell.text) or _is_blank(cell.text) or len(cell.text) == 1 for cell in line.cells)
        if told or (noted and heads):
            headings, notes = told or headings, noted or notes
            continue
        bare = _bare(line, headings)
        total = opened.total(bare) if bare else None
        if total is not None:
            yield AccountLine("balance", total[0], total[1], bare, section, page)
        runs = _runs(line, headings, notes)
        for label, amounts in runs:
            opened.take(label, amounts)
            section = _section(label.text, section)
            # A long label may begin on the line above.
            item = line_item(label.text) or (line_item(f"{above} {label.text}") if above else None)
            if item and amounts:
                yield AccountLine(item[0], item[1], label, amounts, section, page)
        alone = len(runs) == 1 and not runs[0][1] and not line_item(runs[0][0].text)
        above = runs[0][0].text if alone else ""


def _runs(line: GridLine, headings: Sequence[Heading], notes: Sequence[float]) -> list[tuple[Cell, tuple[Amount, ...]]]:
    """The line's labels, each with the amounts up to the next one."""
    runs: list[tuple[Cell, list[Amount]]] = []
    noted = -1
    for cell, words in _parts(line):
        value = _amount(cell, words)
        if value is not None:
            # A line has one note; what stands behind it is an amount, however small.
            if runs and noted != len(runs) and _is_note(cell, runs[-1][1], notes, headings):
                noted = len(runs)
            elif runs:
                runs[-1][1].append(_placed(value, words, headings, runs[-1][1]))
        elif not _is_blank(cell.text) and not (runs and _under(cell, notes)):
            runs.append((cell, []))
    return [(label, tuple(amounts)) for label, amounts in runs]


def _bare(line: GridLine, headings: Sequence[Heading]) -> tuple[Amount, ...]:
    """The amounts of a line that has nothing else; empty for any other line."""
    amounts: list[Amount] = []
    for cell, words in _parts(line):
        value = _amount(cell, words)
        if value is None and not _is_blank(cell.text):
            return ()
        if value is not None:
            amounts.append(_placed(value, words, headings, amounts))
    return tuple(amounts)


def _parts(line: GridLine) -> Iterator[tuple[Cell, tuple[Word, ...]]]:
    """The line's cells; an amount that was read together with its label is parted from it."""
    for cell in line.cells:
        words = cell.words
        split = len(words)
        while split > 0 and _is_number(words[split - 1].text) and split > 1:
            split -= 1
        if 0 < split < len(words) and not _is_number(words[0].text):
            yield Cell(words[:split]), words[:split]
            for word in words[split:]:
                yield Cell((word,)), (word,)
        elif split <= 1 and len(words) > 1 and all(_is_number(word.text) for word in words):
            for word in words:
                yield Cell((word,)), (word,)
        else:
            yield cell, words


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[(（\-–—]?[£$€¥]?\d[\d,.' ]*[)）\-]?", text)) or bool(_DASH.fullmatch(text))


def _amount(cell: Cell, words: Sequence[Word]) -> Decimal | None:
    text = cell.text.strip()
    if _DASH.fullmatch(text):
        return Decimal(0)
    if not any(character.isdigit() for character in text) or len(text) > 24:
        return None
    found = money(text)
    return None if found is None else Decimal(found)


def _headings(line: GridLine) -> tuple[Heading, ...]:
    """The line's columns when it is a line of years or of 期末/年初; empty for any other line."""
    years, sides = [], []
    for cell in line.cells:
        plain = folded(cell.text)
        if _THIS.search(plain) or _PRIOR.search(plain):
            sides.append((cell.box, not _THIS.search(plain)))
            continue
        tokens = [word for word in cell.words if _YEAR.fullmatch(_YEAR_EDGES.sub("", word.text))]
        rest = "".join(word.text for word in cell.words if word not in tokens)
        if tokens and len(re.sub(r"\W|\d", "", rest)) <= 24 and not line_item(cell.text):
            years += [(word.box, int(_YEAR_EDGES.sub("", word.text))) for word in tokens]
    if len(sides) >= 2:
        return tuple(Heading(box.right, box.middle[0], prior) for box, prior in sides)
    if len(years) >= 2 and len({year for _, year in years}) >= 2:
        latest = max(year for _, year in years)
        return tuple(Heading(box.right, box.middle[0], year < latest) for box, year in years)
    return ()


_YEAR_EDGES = re.compile(r"^\D+|\D+$")


def _placed(value: Decimal, words: tuple[Word, ...], headings: Sequence[Heading], before: Sequence[Amount]) -> Amount:
    word = words[-1]
    if headings:
        near = min(headings, key=lambda one: min(abs(one.right - word.box.right), abs(one.middle - word.box.middle[0])))
        distance = min(abs(near.right - word.box.right), abs(near.middle - word.box.middle[0]))
        if distance <= FAR:
            return Amount(value, word, words, near.prior)
    return Amount(value, word, words, bool(before))


def _is_note(cell: Cell, before: Sequence[Amount], notes: Sequence[float], headings: Sequence[Heading]) -> bool:
    """Whether a small number is the number of a note and no amount."""
    if before or not _SMALL.fullmatch(cell.text.strip()):
        return False
    if _under(cell, notes):
        return True
    middle = cell.box.middle[0]
    return bool(headings) and all(
        min(abs(one.right - cell.box.right), abs(one.middle - middle)) > 0.05 for one in headings
    )


def _under(cell: Cell, notes: Sequence[float]) -> bool:
    """Whether something short stands under the notes' heading: a lone digit is often read as a letter."""
    return len(cell.text.strip()) <= NOTE_WIDTH and any(abs(cell.box.middle[0] - note) < 0.04 for note in notes)


def _section(label: str, section: str) -> str:
    plain = folded(label)
    if AFTER_A_YEAR.match(plain):
        return "after"
    if WITHIN_A_YEAR.match(plain):
        return "within"
    if re.match(r"capitalandreserves|.*equity$|netassets|所有者权益|股东权益|totalassets|资产总", plain):
        return ""
    return section


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.fullmatch(folded(text)))


def _is_blank(text: str) -> bool:
    return not _MARK.sub("", text.lower())
