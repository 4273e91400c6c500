"""Who sends an invoice and who is to pay it: names, and how surely each was found.

A label (Bill to, Verkäufer, Facturé à) tells best. Without one, letters tell by their form: the sender's line above the
address window (DIN 5008), the address block of the recipient, the firm of the letterhead or of the foot.
"""

from __future__ import annotations

from dataclasses import replace

from cases.model import Field
from ocr.extract import Grid, field_of
from ocr.firms import legal_name
from ocr.invoice_blocks import blocks_of
from ocr.invoice_labelled import labelled
from ocr.invoice_letter import addressee, letterhead, sender
from ocr.invoice_party import DOUBTFUL, Party
from ocr.invoice_words import ATTENTION, BUYER, SELLER
from ocr.text import Word, bare

AGAIN = 0.6
"""Part of the doubt of a seller's name that goes when the paper prints it once more."""


def parties_of(grid: Grid) -> tuple[Party | None, Party | None]:
    """Seller and buyer."""
    blocks = blocks_of(grid)
    seller, buyer = labelled(grid, SELLER), labelled(grid, BUYER)
    line = sender(grid)
    if seller is None or seller.sure < DOUBTFUL:
        seller = line or seller
    if buyer is None:
        buyer = labelled(grid, ATTENTION, bare=True) or addressee(blocks, line, seller)
    if seller is None or seller.sure < DOUBTFUL:
        seller = letterhead(grid, blocks, buyer) or seller
    if seller is not None and buyer is not None and bare(seller.name) == bare(buyer.name):
        other = letterhead(grid, blocks, buyer)
        seller = other if other is not None and bare(other.name) != bare(buyer.name) else None
    return _in_full(grid, seller), buyer


def _in_full(grid: Grid, seller: Party | None) -> Party | None:
    """The seller by his legal name, where the paper prints it besides the trade name; surer where it does so twice."""
    if seller is None:
        return None
    cells = [cell for line in grid.lines for cell in line.cells]
    found = legal_name(seller.name, cells)
    whole = seller if found is None else replace(seller, name=found[0], words=found[1])
    plain = bare(whole.name)
    again = len(plain) > 5 and sum(plain in bare(cell.text) for cell in cells) > 1
    return replace(whole, sure=1 - (1 - whole.sure) * (1 - AGAIN)) if again else whole


def sender_line(grid: Grid) -> tuple[str, tuple[Word, ...]] | None:
    """The sender's name in the one small line above a letter's address, and its words."""
    found = sender(grid)
    return None if found is None else (found.name, found.words)


def buyer_named(grid: Grid) -> bool:
    """Whether a label says to whom the paper goes."""
    return labelled(grid, BUYER) is not None


def name_field(name: str, party: Party | None, document: str) -> dict[str, Field]:
    """A party's name as a field; less sure by the way it was found."""
    if party is None:
        return {}
    field = field_of(name, party.name.strip(" ,;:"), party.words, document)
    return {name: replace(field, confidence=round(field.confidence * party.sure, 3))}
