"""Who sends an invoice and who is to pay it: names and tax numbers.

A label (Bill to, Verkäufer, Facturé à) tells best. Without one, letters tell by their form: the sender's line above the
address window (DIN 5008), the address block of the recipient, the firm of the letterhead or of the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.model import Field
from ocr.extract import Grid, field_of
from ocr.firms import legal_name
from ocr.invoice_blocks import FORM, PHONE, POSTCODE, SPLIT, STREET, Block, after, alone, blocks_of, is_name, wrapped
from ocr.invoice_words import ATTENTION, BUYER, OTHER_PARTY, PARTY_NAME, SELLER, TITLE, sum_of
from ocr.layout import PARTINGS, Cell
from ocr.postal import SALUTATION
from ocr.text import Word, bare
from ocr.wording import Wording, words_of

MIDDLE = 1.0
"""What a firm named in the middle of a page counts: less than any in its head or foot."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name, its words, and the cells that were taken to be this party's."""

    name: str
    words: tuple[Word, ...]
    cells: tuple[Cell, ...]


def parties_of(grid: Grid) -> tuple[Party | None, Party | None]:
    """Seller and buyer."""
    blocks = blocks_of(grid)
    seller, buyer = _labelled(grid, SELLER), _labelled(grid, BUYER)
    sender = _sender_line(grid)
    if seller is None:
        seller = sender
    if buyer is None:
        buyer = _labelled(grid, ATTENTION, bare=True) or _addressed(blocks, sender, seller)
    if seller is None:
        seller = _letterhead(grid, blocks, buyer)
    if seller is not None and buyer is not None and bare(seller.name) == bare(buyer.name):
        other = _letterhead(grid, blocks, buyer)
        seller = other if other is not None and bare(other.name) != bare(buyer.name) else None
    return _in_full(grid, seller), buyer


def _in_full(grid: Grid, seller: Party | None) -> Party | None:
    """The seller by his legal name, where the paper prints it besides the trade name."""
    found = legal_name(seller.name, (cell for line in grid.lines for cell in line.cells)) if seller else None
    return seller if seller is None or found is None else Party(found[0], found[1], seller.cells)


def sender_line(grid: Grid) -> tuple[str, tuple[Word, ...]] | None:
    """The sender's name in the one small line above a letter's address, and its words."""
    found = _sender_line(grid)
    return None if found is None else (found.name, found.words)


def buyer_named(grid: Grid) -> bool:
    """Whether a label says to whom the paper goes."""
    return _labelled(grid, BUYER) is not None


def _labelled(grid: Grid, label: Wording, *, bare: bool = False) -> Party | None:
    """The name behind a label: after it in its cell, else in the lines below, else in the cell to the right; `bare`
    takes only a label that stands alone in its cell."""
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = after(label, cell.text)
            if rest is None or (
                re.match(r"\s*[^\W\d_:(/]", rest) and ":" not in rest[:3] and not rest.startswith("  ")
            ):
                continue
            name = _before_street(rest.strip(" :/-#*").lstrip("."))
            if name and not bare and is_name(name) and not alone(label, name):
                start = cell.text.find(name, len(cell.text) - len(rest))
                return Party(name, words_of(cell, start, start + len(name)), (cell,))
            if name:
                continue
            under = tuple(_under(grid, index, cell))
            found = _named(under, grid)
            if found is not None:
                return found
            right = [one for one in line.cells if one.box.left > cell.box.right]
            if right and is_name(right[0].text) and not alone(label, right[0].text):
                return Party(right[0].text, right[0].words, (right[0],))
    return None


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
        if line.page != cell.page or line.line.box.top - bottom > 6 * cell.box.height:
            break
        for one in line.cells:
            if abs(one.box.left - cell.box.left) < 0.03:
                if any(alone(word, one.text) for word in (SELLER, BUYER, OTHER_PARTY)):
                    plain = one.text.strip(" :")
                    if len(plain) < 40 and not FORM.search(plain):
                        return
                bottom = one.box.bottom
                yield one


def _named(cells: Sequence[Cell], grid: Grid) -> Party | None:
    """The first of some cells that is a name, or the value of one that is called name."""
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


def _sender_line(grid: Grid) -> Party | None:
    """The sender in one small line above the address: name, street and town, parted by dots, dashes or commas."""
    for index, line in enumerate(grid.lines):
        if line.page != 1 or line.line.box.top > 0.5:
            continue
        if index and any(BUYER.after(cell.text) is not None for cell in grid.lines[index - 1].cells[:1]):
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
                return Party(parts[0], tuple(words), line.cells)
    return None


def _addressed(blocks: Sequence[Block], sender: Party | None, seller: Party | None) -> Party | None:
    """The first line of the address block that is not the sender's own, the one below the sender's line first."""
    top = sender.words[0].box.bottom if sender is not None else 0.0
    found: list[tuple[float, Party]] = []
    for block in blocks:
        town = next((i for i, cell in enumerate(block.cells) if i and POSTCODE.search(cell.text)), None)
        first = block.cells[0]
        if town is None or block.page != 1 or first.box.top > 0.5:
            continue
        some = block.cells[max(0, town - 6) : town + 1]
        greeted = next((at for at, cell in enumerate(some) if SALUTATION.match(cell.text.strip())), -1)
        some = some[greeted + 1 :]
        own = sender.cells if sender is not None else ()
        names = [cell for cell in some[:-1] if is_name(cell.text) and cell not in own]
        if not names or (seller is not None and bare(names[0].text) == bare(seller.name)):
            continue
        if any(alone(word, first.text) for word in (SELLER, OTHER_PARTY)) and not FORM.search(first.text):
            continue
        away = abs(first.box.top - top) + (1.0 if first.box.top < top - 0.01 and sender else 0.0)
        # Telephone and web address go with the sender's own address; the window for the recipient's lies at the left.
        away += 1.0 * any(PHONE.search(cell.text) for cell in block.cells) + 0.2 * (first.box.left > 0.5)
        found.append((away, Party(names[0].text, names[0].words, some)))
    if sender is None and seller is None and len(found) > 1:
        # Two addresses without labels: the upper is the letterhead, the other the recipient's.
        highest = min(found, key=lambda one: one[1].words[0].box.top)
        others = [one for one in found if bare(one[1].name) != bare(highest[1].name)]
        found = others or found
    loose = _loose_address(blocks, top) if sender is not None and not any(away < 0.15 for away, _ in found) else None
    if loose is not None:
        return loose
    return min(found, key=lambda one: one[0])[1] if found else None


def _loose_address(blocks: Sequence[Block], top: float) -> Party | None:
    """An address whose lines stand far apart: the first name below the sender's line, at its left."""
    cells = [cell for block in blocks for cell in block.cells if cell.page == 1 and cell.box.left < 0.5]
    near = sorted((cell for cell in cells if 0 < cell.box.top - top < 0.12), key=lambda cell: cell.box.top)
    name = next((cell for cell in near if is_name(cell.text)), None)
    return (
        None
        if name is None or not any(POSTCODE.search(cell.text) for cell in near)
        else Party(name.text, name.words, tuple(near))
    )


def _letterhead(grid: Grid, blocks: Sequence[Block], buyer: Party | None) -> Party | None:
    """The firm of the head or the foot: a name with a legal form that is not the buyer's, the highest first."""
    found: list[tuple[float, Party]] = []
    for block in blocks:
        for at, cell in enumerate(block.cells):
            whole = wrapped(cell, block.cells[at + 1 :])
            text = next(iter(SPLIT.split(whole.text)), whole.text)
            if not _is_firm(text) or (buyer is not None and bare(text) == bare(buyer.name)):
                continue
            top = cell.box.top
            worth = top if top < 0.4 else 1.5 - top if top > 0.8 else MIDDLE
            found.append((worth + cell.page - 1, Party(text, words_of(whole, 0, len(text)), (cell,))))
    best = min(found, key=lambda one: one[0], default=None)
    first = _first_line(grid, buyer) if best is None or best[0] >= MIDDLE else None
    return best[1] if first is None and best is not None else first


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
    names = [cell for cell in names if TITLE.search(cell.text) is None and BUYER.after(cell.text) is None]
    first = max(names, key=lambda cell: (round(cell.box.height, 3), -cell.box.top), default=None)
    return None if first is None else Party(first.text, first.words, (first,))


def name_field(name: str, party: Party | None, document: str) -> dict[str, Field]:
    """A party's name as a field."""
    return {} if party is None else {name: field_of(name, party.name.strip(" ,;:"), party.words, document)}
