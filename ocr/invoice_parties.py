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
from ocr.invoice_words import BUYER, OTHER_PARTY, PARTY_NAME, SELLER, TITLE
from ocr.layout import PARTINGS, Cell
from ocr.text import Word
from ocr.wording import Wording, words_of

_FORM = re.compile(
    r"(?<![^\W_])(?:GmbH|mbH|AG|KG|OHG|UG|e\.? ?K\.?|a\. ?G\.|SE|Ltd|Limited|PLC|LLP|LLC|Inc|Corp|Co|Company|SARL|SAS|"
    r"SASU|EURL|S\.A\.|SA|S\.?L\.?U?|S\.R\.L|SRL|B\.?V\.?|GbR|eG|e\. ?V\.|& Co|Pty|S\.?p\.?A)(?![^\W_])\.?",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}[- ])?\d{4,5} ?[^\W\d_]|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|"
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?$"
)
_STREET = re.compile(
    r"(?i)stra(?:ß|ss)e|str\.|\bweg\b|platz|\brue\b"
    r"|avenue|\broad\b|street|\blane\b|calle|chemin|\ballee|\bst\.?$"
)
_NOISE = re.compile(
    r"(?i)^(?:herrn?|frau|mr\.?|mrs\.?|ms\.?|firma|m\.|mme\.?|sr\.?|sra\.?|an|to|à|z\. ?hd\.?.*|nummer|"
    r"number|gln.*|globale.*|"
    r"attn.*|name|address|anschrift|adresse|dirección|page .*|seite .*)\s*:?$"
)
_LABELLED = re.compile(r"^[^:]{2,24}:\s")
_SPLIT = re.compile(r"\s*[●•·|∙]\s*|\s+[-–—]\s+|,\s+(?!Inc|LLC|L\.L|Ltd|Limited|Corp|Co\b|PLC|S\.)")
_PHONE = re.compile(r"(?i)\b(?:tel|fax|phone|fon|telefon|e-?mail|www|http|iban|bic|gln|@)|@|www\.")


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that stand under each other, aligned at the left."""

    cells: tuple[Cell, ...]

    @property
    def page(self) -> int:
        return self.cells[0].page


@dataclass(frozen=True, slots=True)
class Party:
    """A name, its words, and the cells that were taken to be this party's."""

    name: str
    words: tuple[Word, ...]
    cells: tuple[Cell, ...]


def blocks_of(grid: Grid) -> tuple[Block, ...]:
    """The grid's cells as blocks, in the order of their first lines."""
    open_: list[list[Cell]] = []
    for line in grid.lines:
        for cell in line.cells:
            home = next((one for one in reversed(open_[-40:]) if _goes_on(one[-1], cell)), None)
            if home is None:
                open_.append([cell])
            else:
                home.append(cell)
    return tuple(Block(tuple(cells)) for cells in open_)


def _goes_on(last: Cell, cell: Cell) -> bool:
    height = max(last.box.height, cell.box.height)
    gap = cell.box.top - last.box.bottom
    return last.page == cell.page and -0.3 * height <= gap < 2.4 * height and abs(last.box.left - cell.box.left) < 0.012


def parties_of(grid: Grid) -> tuple[Party | None, Party | None]:
    """Seller and buyer."""
    blocks = blocks_of(grid)
    seller, buyer = _labelled(grid, SELLER), _labelled(grid, BUYER)
    sender = _sender_line(grid)
    if seller is None:
        seller = sender
    if buyer is None:
        buyer = _addressed(blocks, sender, seller)
    if seller is None:
        seller = _letterhead(grid, buyer)
    if seller is not None and buyer is not None and _same(seller.name, buyer.name):
        other = _letterhead(grid, buyer)
        seller = other if other is not None and not _same(other.name, buyer.name) else None
    return seller, buyer


def sender_line(grid: Grid) -> tuple[str, tuple[Word, ...]] | None:
    """The sender's name in the one small line above a letter's address, and its words."""
    found = _sender_line(grid)
    return None if found is None else (found.name, found.words)


def buyer_named(grid: Grid) -> bool:
    """Whether a label says to whom the paper goes."""
    return _labelled(grid, BUYER) is not None


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W", "", one).casefold() == re.sub(r"\W", "", other).casefold()


def _labelled(grid: Grid, label: Wording) -> Party | None:
    """The name behind a label: after it in its cell, else in the lines below, else in the cell to the right."""
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is None or (
                re.match(r"\s*[^\W\d_:(/]", rest) and ":" not in rest[:3] and not rest.startswith("  ")
            ):
                continue
            name = rest.strip(" :/-#.*")
            if name and _is_name(name) and not label.after(name):
                return Party(name, words_of(cell, len(cell.text) - len(rest), len(cell.text)), (cell,))
            if name:
                continue
            under = tuple(_under(grid, index, cell))
            found = _named(under, grid)
            if found is not None:
                return found
            right = [one for one in line.cells if one.box.left > cell.box.right]
            if right and _is_name(right[0].text) and label.after(right[0].text) is None:
                return Party(right[0].text, right[0].words, (right[0],))
    return None


def _under(grid: Grid, index: int, cell: Cell) -> Iterator[Cell]:
    """The cells of a label's own column in the lines below, up to the next party."""
    bottom = cell.box.bottom
    for line in grid.lines[index + 1 : index + 14]:
        if line.page != cell.page or line.line.box.top - bottom > 6 * cell.box.height:
            break
        for one in line.cells:
            if abs(one.box.left - cell.box.left) < 0.03:
                if any(word.after(one.text) is not None for word in (SELLER, BUYER, OTHER_PARTY)):
                    plain = one.text.strip(" :")
                    if len(plain) < 40 and not _FORM.search(plain):
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
    for cell in cells:
        if _is_name(cell.text):
            whole = _whole(grid, cell)
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


def _is_name(text: str) -> bool:
    """Whether print may be a name: mostly letters, no label, no street, no postcode, no title of the paper."""
    letters = sum(map(str.isalpha, text))
    if not 3 <= len(text) <= 90 or letters < 0.6 * len(text.replace(" ", "")) or letters < 3:
        return False
    if (
        _NOISE.match(text)
        or _LABELLED.match(text)
        or text.endswith(":")
        or _POSTCODE.search(text)
        or _PHONE.search(text)
    ):
        return False
    if _FORM.search(text):
        return True
    if re.match(r"\d+[a-z]?,? [^\W\d_]", text):
        return False
    if any(label.after(text) is not None for label in (TITLE, OTHER_PARTY, SELLER, BUYER)):
        return False
    return not re.fullmatch(r"[^\d]+ \d{1,4} ?[a-z]?", text) and not (_STREET.search(text) and re.search(r"\d", text))


def _sender_line(grid: Grid) -> Party | None:
    """The sender in one small line above the address: name, street and town, parted by dots, dashes or commas."""
    for line in grid.lines:
        if line.page != 1 or line.line.box.top > 0.5:
            continue
        # Dots part the cells of the line; dashes and commas stand within one.
        dotted = any(word.text in PARTINGS for word in line.line.words)
        text = line.line.text if dotted else line.cells[0].text
        parts = [part for part in _SPLIT.split(text) if part]
        if len(parts) >= 3 and any(_POSTCODE.search(part) for part in parts[1:]) and _is_name(parts[0]):
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
        town = next((i for i, cell in enumerate(block.cells) if i and _POSTCODE.search(cell.text)), None)
        first = block.cells[0]
        if town is None or block.page != 1 or first.box.top > 0.5:
            continue
        some = block.cells[max(0, town - 6) : town + 1]
        names = [cell for cell in some[:-1] if _is_name(cell.text)]
        if not names or (seller is not None and _same(names[0].text, seller.name)):
            continue
        if any(word.after(first.text) is not None for word in (SELLER, OTHER_PARTY)) and not _FORM.search(first.text):
            continue
        away = abs(first.box.top - top) + (1.0 if first.box.top < top - 0.01 and sender else 0.0)
        # Telephone and web address go with the sender's own address; the window for the recipient's lies at the left.
        away += 1.0 * any(_PHONE.search(cell.text) for cell in block.cells) + 0.2 * (first.box.left > 0.5)
        found.append((away, Party(names[0].text, names[0].words, some)))
    if sender is None and seller is None and len(found) > 1:
        # Two addresses without labels: the upper is the letterhead, the other the recipient's.
        highest = min(found, key=lambda one: one[1].words[0].box.top)
        others = [one for one in found if not _same(one[1].name, highest[1].name)]
        found = others or found
    loose = _loose_address(blocks, top) if sender is not None and not any(away < 0.15 for away, _ in found) else None
    if loose is not None:
        return loose
    return min(found, key=lambda one: one[0])[1] if found else None


def _loose_address(blocks: Sequence[Block], top: float) -> Party | None:
    """An address whose lines stand far apart: the first name below the sender's line, at its left."""
    cells = [cell for block in blocks for cell in block.cells if cell.page == 1 and cell.box.left < 0.5]
    near = sorted((cell for cell in cells if 0 < cell.box.top - top < 0.12), key=lambda cell: cell.box.top)
    name = next((cell for cell in near if _is_name(cell.text)), None)
    return (
        None
        if name is None or not any(_POSTCODE.search(cell.text) for cell in near)
        else Party(name.text, name.words, tuple(near))
    )


def _letterhead(grid: Grid, buyer: Party | None) -> Party | None:
    """The firm of the head or the foot: a name with a legal form that is not the buyer's, the highest first."""
    found: list[tuple[float, Party]] = []
    for line in grid.lines:
        for cell in line.cells:
            parts = _SPLIT.split(cell.text)
            text = parts[0] if parts else cell.text
            if not _FORM.search(text) or not _is_name(text) or (buyer is not None and _same(text, buyer.name)):
                continue
            if len(text) > 60 or BUYER.after(text) is not None:
                continue
            top = cell.box.top
            worth = top if top < 0.3 else 1.5 - top if top > 0.8 else 1.0
            found.append((worth + line.page, Party(text, words_of(cell, 0, len(text)), (cell,))))
    if found:
        return min(found, key=lambda one: one[0])[1]
    return _first_line(grid, buyer)


def _first_line(grid: Grid, buyer: Party | None) -> Party | None:
    """The largest print of the page's head, where it is a name and larger than the rest."""
    head = [cell for line in grid.lines if line.page == 1 for cell in line.cells if cell.box.top < 0.2]
    names = [cell for cell in head if _is_name(cell.text) and not (buyer and _same(cell.text, buyer.name))]
    names = [cell for cell in names if TITLE.search(cell.text) is None and BUYER.after(cell.text) is None]
    first = max(names, key=lambda cell: (round(cell.box.height, 3), -cell.box.top), default=None)
    return None if first is None else Party(first.text, first.words, (first,))


def name_field(name: str, party: Party | None, document: str) -> dict[str, Field]:
    """A party's name as a field."""
    return {} if party is None else {name: field_of(name, party.name.strip(" ,;:"), party.words, document)}
