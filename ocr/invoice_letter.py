"""Who sends and who receives an invoice that names them by no label, by the form of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.extract import Grid
from ocr.invoice_blocks import FORM, POSTCODE, SPLIT, Addressed, Block, addressed, after, alone, is_name, wrapped
from ocr.invoice_party import HEAD, LARGEST, MIDDLE, SENDER, WINDOW, Party
from ocr.invoice_sum_words import sum_of
from ocr.invoice_words import BUYER, OTHER_PARTY, SELLER, TITLE
from ocr.layout import PARTINGS, Cell
from ocr.postal import SALUTATION
from ocr.text import Word, bare
from ocr.wording import words_of

FAR = 1.0
"""What a firm named in the middle of a page counts: less than any in its head or foot."""
UPPER = 0.5
"""Part of the first page in which a letter has its addresses."""


def sender(grid: Grid) -> Party | None:
    """The sender in one small line above the address: name, street and town, parted by dots, dashes or commas."""
    for index, line in enumerate(grid.lines):
        if line.page != 1 or line.line.box.top > UPPER:
            continue
        if any(after(BUYER, one.cells[0].text) is not None for one in grid.lines[max(0, index - 1) : index + 1]):
            continue  # The recipient's own address in one line.
        # Dots part the cells of the line; dashes and commas stand within one.
        dotted = any(word.text in PARTINGS for word in line.line.words)
        text = line.line.text if dotted else line.cells[0].text
        parts = [part for part in SPLIT.split(text) if part]
        if len(parts) >= 3 and any(POSTCODE.search(part) for part in parts[1:]) and is_name(parts[0]):
            wanted = re.sub(r"\s", "", parts[0])
            words: list[Word] = []
            for word in line.line.words:
                if not wanted.startswith(re.sub(r"\s", "", "".join(one.text for one in words) + word.text)):
                    break
                words.append(word)
            if words:
                return Party(parts[0], tuple(words), line.cells, SENDER)
    return None


def addressee(blocks: Sequence[Block], line: Party | None, seller: Party | None) -> Party | None:
    """The first line of the address block that is not the sender's own, the one below the sender's line first."""
    top = line.words[0].box.bottom if line is not None else 0.0
    found: list[tuple[float, Party]] = []
    for one in _placed(blocks):
        party = _named(one, line, seller)
        if party is None:
            continue
        first = one.cells[0]
        away = abs(first.box.top - top) + (1.0 if first.box.top < top - 0.01 and line else 0.0)
        # Telephone and web address go with the sender's own address; the window for the recipient's lies at the left.
        found.append((away + 1.0 * one.contact + 0.2 * (first.box.left > 0.5), party))
    if line is None and seller is None and len(found) > 1:
        # Two addresses without labels: the upper is the letterhead, the other the recipient's.
        highest = min(found, key=lambda one: one[1].words[0].box.top)
        others = [one for one in found if bare(one[1].name) != bare(highest[1].name)]
        found = others or found
    loose = _loose_address(blocks, top) if line is not None and not any(away < 0.15 for away, _ in found) else None
    if loose is not None:
        return loose
    return min(found, key=lambda one: one[0])[1] if found else None


def _placed(blocks: Sequence[Block]) -> list[Addressed]:
    """The addresses of the first page's upper half, but for those that a label gives to others."""
    return [
        one
        for block in blocks
        if block.page == 1
        for one in addressed(block)
        if one.cells[0].box.top < UPPER
        if FORM.search(one.cells[0].text) or not any(alone(word, one.cells[0].text) for word in (SELLER, OTHER_PARTY))
    ]


def _named(one: Addressed, line: Party | None, seller: Party | None) -> Party | None:
    """Who lives at an address: its first name, below a salutation; None for the sender himself."""
    greeted = next((at for at, cell in enumerate(one.cells) if SALUTATION.match(cell.text.strip())), -1)
    some = one.cells[greeted + 1 :]
    own = line.cells if line is not None else ()
    names = [(at, cell) for at, cell in enumerate(some[:-1]) if is_name(cell.text) and cell not in own]
    if not names or (seller is not None and bare(names[0][1].text) == bare(seller.name)):
        return None
    whole = wrapped(names[0][1], some[names[0][0] + 1 : -1])
    return Party(whole.text, whole.words, some, WINDOW)


def _loose_address(blocks: Sequence[Block], top: float) -> Party | None:
    """An address whose lines stand far apart: the first name below the sender's line, at its left."""
    cells = [cell for block in blocks for cell in block.cells if cell.page == 1 and cell.box.left < 0.5]
    near = sorted((cell for cell in cells if 0 < cell.box.top - top < 0.12), key=lambda cell: cell.box.top)
    name = next((cell for cell in near if is_name(cell.text)), None)
    if name is None or not any(POSTCODE.search(cell.text) for cell in near):
        return None
    return Party(name.text, name.words, tuple(near), WINDOW)


def letterhead(grid: Grid, blocks: Sequence[Block], buyer: Party | None) -> Party | None:
    """The firm of the head or the foot: a name with a legal form that is not the buyer's, the highest first; else who
    prints his telephone or tax number below his address; else the largest print of the head."""
    found: list[tuple[float, Party]] = []
    for block in blocks:
        for at, cell in enumerate(block.cells):
            whole = wrapped(cell, block.cells[at + 1 :])
            text = next(iter(SPLIT.split(whole.text)), whole.text)
            if not _is_firm(text) or (buyer is not None and _speaks_of(text, buyer)):
                continue
            top = cell.box.top
            worth = top if top < 0.4 else 1.5 - top if top > 0.8 else FAR
            sure = HEAD if top < 0.4 or top > 0.8 else MIDDLE
            cells = tuple(_own(block, at))
            found.append((worth + cell.page - 1, Party(text, words_of(whole, 0, len(text)), cells, sure)))
    best = min(found, key=lambda one: one[0], default=None)
    if best is not None and best[0] < FAR:
        return best[1]
    return _reached(blocks, buyer) or _first_line(grid, buyer) or (best[1] if best is not None else None)


def _own(block: Block, at: int) -> Sequence[Cell]:
    """A name's cell with the lines below it, up to the end of its address and what follows that."""
    for one in addressed(block):
        if block.cells[at] in one.cells:
            last = block.cells.index(one.cells[-1])
            return block.cells[at : last + 1]
    return block.cells[at : at + 1]


def _reached(blocks: Sequence[Block], buyer: Party | None) -> Party | None:
    """Who prints how to reach him, or his tax number, below his address."""
    for one in _placed(blocks):
        party = _named(one, None, buyer) if one.contact else None
        taken = buyer is not None and any(cell in buyer.cells for cell in one.cells)
        if party is not None and not taken:
            return Party(party.name, party.words, party.cells, HEAD)
    return None


def _speaks_of(text: str, party: Party) -> bool:
    """Whether print has a party's name in it, or is a beginning of it."""
    return bare(party.name) in bare(text) or bare(text) in bare(party.name)


def _is_firm(text: str) -> bool:
    """Whether print is a name with a legal form, and neither the form alone nor a label."""
    form = FORM.search(text)
    if form is None or form.start() < 2 or len(text) > 60:
        return False
    return is_name(text) and not alone(BUYER, text) and sum_of(text) is None


def _first_line(grid: Grid, buyer: Party | None) -> Party | None:
    """The largest print of the page's head, where it is a name and larger than the rest."""
    head = [cell for line in grid.lines if line.page == 1 for cell in line.cells if cell.box.top < 0.2]
    names = [cell for cell in head if is_name(cell.text) and not (buyer and bare(cell.text) == bare(buyer.name))]
    names = [cell for cell in names if TITLE.search(cell.text) is None and after(BUYER, cell.text) is None]
    first = max(names, key=lambda cell: (round(cell.box.height, 3), -cell.box.top), default=None)
    return None if first is None else Party(first.text, first.words, (first,), LARGEST)
