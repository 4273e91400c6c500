"""The name of a party behind its label: after it in its cell, in the lines below, or in the cell to its right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ocr.extract import Grid, GridLine
from ocr.invoice_blocks import FORM, POSTCODE, SPLIT, STREET, after, alone, is_name, wrapped
from ocr.invoice_party import ADDRESSED, ROUTE, UNADDRESSED, WEAKLY, Party
from ocr.invoice_words import BUYER, OTHER_PARTY, PARTY_NAME, SELLER
from ocr.invoice_words import WEAKLY as WEAK_LABELS
from ocr.layout import Cell
from ocr.wording import Wording, words_of

FARTHEST = 6
"""Heights of print between two lines of one party."""
APART = 2.4
"""Heights of print between a party's last line and what is no longer his."""
_MONEY = re.compile(r"\d[.,]\d{2}(?![\d.,])")
_PLACE_OF_LABEL = re.compile(r"\s*[^\W\d_:(/]")


def labelled(grid: Grid, label: Wording, *, bare: bool = False) -> Party | None:
    """The name that labels lead to, the surest first; `bare` takes only a label that stands alone in its cell."""
    found = [
        party
        for index, line in enumerate(grid.lines)
        for cell in line.cells
        if (party := _behind(grid, index, line, cell, label, bare=bare)) is not None
    ]
    return max(found, key=lambda party: party.sure, default=None)


def _behind(grid: Grid, index: int, line: GridLine, cell: Cell, label: Wording, *, bare: bool) -> Party | None:
    rest = after(label, cell.text)
    if rest is None:
        return None
    said = cell.text[: len(cell.text) - len(rest)].strip(" :/")
    if _PLACE_OF_LABEL.match(rest) and ":" not in rest[:3] and not rest.startswith("  ") and not _leads(said, rest):
        return None
    weak = WEAK_LABELS.pattern.fullmatch(said.strip(" .")) is not None
    name = _before_street(rest.strip(" :：/-#*").lstrip("."))
    if name:
        if bare or not is_name(name) or alone(label, name):
            return None
        start = cell.text.find(name, len(cell.text) - len(rest))
        under = tuple(_under(grid, index, cell))[:4]
        inside = Party(name, words_of(cell, start, start + len(name)), (cell,))
        placed = (not weak and name != rest.strip(" :：/-#*").lstrip(".")) or _placed(under)
        return _weighed(inside, weak=weak, placed=placed)
    return _beside(grid, index, line, cell, label, weak=weak)


def _leads(said: str, rest: str) -> bool:
    """Whether a label of several words leads to what follows it without a mark (Prepared for Ann Lee)."""
    return len(said.split()) > 1 and re.match(r"\s[A-ZÀ-Þ]", rest) is not None


def _weighed(party: Party, *, weak: bool, placed: bool) -> Party:
    """How sure a name behind a label is: by its legal form or address, and by what else its label may say."""
    if placed or FORM.search(party.name):
        return replace(party, sure=ADDRESSED * (WEAKLY if weak else 1.0))
    return replace(party, sure=ROUTE if weak else UNADDRESSED)


def _placed(cells: Sequence[Cell]) -> bool:
    """Whether an address stands in some lines."""
    return any(
        POSTCODE.search(cell.text) or (STREET.search(cell.text) and re.search(r"\d", cell.text)) for cell in cells
    )


def _beside(grid: Grid, index: int, line: GridLine, cell: Cell, label: Wording, *, weak: bool) -> Party | None:
    """The name below a label or right of it: the one that an address follows, else the one below."""
    under = tuple(_under(grid, index, cell))
    found: list[tuple[float, Party]] = []
    below = _named(under, grid)
    if below is not None:
        party = _weighed(below, weak=weak, placed=_placed(under))
        found.append((party.sure + 0.01, party))
    right = next((one for one in line.cells if one.box.left > cell.box.right), None)
    if right is not None and is_name(right.text) and not alone(label, right.text):
        further = tuple(_under(grid, index, right))
        whole = wrapped(right, further[:3])
        name = _before_street(whole.text)
        beside = Party(name, words_of(whole, 0, len(name)), (right, *further))
        party = _weighed(beside, weak=weak, placed=name != whole.text or _placed(further))
        found.append((party.sure, party))
    return max(found, key=lambda one: one[0])[1] if found else None


def _before_street(text: str) -> str:
    """A name without the street and town that follow it on its line, after commas or dots."""
    parts = [part for part in SPLIT.split(text) if part]
    if len(parts) > 1 and any(POSTCODE.search(part) or STREET.search(part) for part in parts[1:]):
        return parts[0].strip(" ,")
    return text


def _under(grid: Grid, index: int, cell: Cell) -> Iterator[Cell]:
    """The cells of a label's own column in the lines below, up to the next party."""
    bottom = cell.box.bottom
    for line in grid.lines[index + 1 : index + 14]:
        if line.page != cell.page or line.line.box.top - bottom > FARTHEST * cell.box.height:
            break
        for one in line.cells:
            if abs(one.box.left - cell.box.left) < 0.03:
                if any(alone(word, one.text) for word in (SELLER, BUYER, OTHER_PARTY)):
                    plain = one.text.strip(" :")
                    if len(plain) < 40 and not FORM.search(plain):
                        return
                bottom = one.box.bottom
                yield one


def _together(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The lines of a column that stand close under each other, from its first; below a town, up to another firm or the
    first amount."""
    town = False
    for at, cell in enumerate(cells):
        apart = at > 1 and cell.box.top - cells[at - 1].box.bottom > APART * cells[at - 1].box.height
        if apart or (town and (_MONEY.search(cell.text) or FORM.search(cell.text))):
            return tuple(cells[:at])
        town = town or POSTCODE.search(cell.text) is not None
    return tuple(cells)


def _named(column: Sequence[Cell], grid: Grid) -> Party | None:
    """The first of some cells that is a name, or the value of one that is called name."""
    cells = _together(column)
    for cell in cells:
        rest = PARTY_NAME.after(cell.text)
        if rest is not None and (":" in rest or not rest.strip()):
            name = rest.strip(" :")
            if name:
                return Party(name, words_of(cell, len(cell.text) - len(rest), len(cell.text)), tuple(cells))
            line = next((one for one in grid.lines if cell in one.cells), None)
            right = [one for one in line.cells if one.box.left > cell.box.right] if line else []
            if right:
                return Party(right[0].text, right[0].words, tuple(cells))
    for at, cell in enumerate(cells):
        if is_name(cell.text):
            whole = wrapped(_whole(grid, cell), cells[at + 1 :])
            return Party(whole.text, whole.words, tuple(cells))
    return None


def _whole(grid: Grid, cell: Cell) -> Cell:
    """A name with what stands a little further right on its line: wide letters leave wide gaps."""
    line = next((one for one in grid.lines if cell in one.cells), None)
    words = cell.words
    for other in line.cells if line is not None else ():
        gap = other.box.left - words[-1].box.right
        if 0 <= gap < 2.2 * cell.box.height and len(other.text) < 24 and re.search(r"[^\W\d_]", other.text):
            words = (*words, *other.words)
    return Cell(words)
