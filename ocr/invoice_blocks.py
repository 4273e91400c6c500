"""Blocks of an invoice's print, and what in them may be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.extract import Grid
from ocr.invoice_words import BUYER, OTHER_PARTY, SELLER, TITLE
from ocr.layout import Cell

FORM = re.compile(
    r"(?<![^\W_])(?:GmbH|mbH|AG|KG|OHG|UG|e\.? ?K\.?|a\. ?G\.|SE|Ltd|Limited|PLC|LLP|LLC|Inc|Corp|Co|Company|SARL|SAS|"
    r"SASU|EURL|S\.A\.|SA|S\.?L\.?U?|S\.R\.L|SRL|B\.?V\.?|GbR|eG|e\. ?V\.|& Co|Pty|S\.?p\.?A)(?![^\W_])\.?",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}[- ])?\d{4,5} ?[^\W\d_]|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|"
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?$"
)
STREET = re.compile(
    r"(?i)stra(?:ß|ss)e|str\.|\bweg\b|platz|\brue\b"
    r"|avenue|\broad\b|street|\blane\b|calle|chemin|\ballee|\bst\.?$"
)
_NOISE = re.compile(
    r"(?i)^(?:herrn?|frau|mr\.?|mrs\.?|ms\.?|firma|m\.|mme\.?|sr\.?|sra\.?|an|to|à|z\. ?hd\.?.*|nummer|"
    r"number|gln.*|globale.*|"
    r"attn.*|name|address|anschrift|adresse|dirección|page .*|seite .*)\s*:?$"
)
_LABELLED = re.compile(r"^[^:]{2,24}:\s")
SPLIT = re.compile(r"\s*[●•·|∙]\s*|\s+[-–—]\s+|,\s+(?!Inc|LLC|L\.L|Ltd|Limited|Corp|Co\b|PLC|S\.)")
PHONE = re.compile(r"(?i)\b(?:tel|fax|phone|fon|telefon|e-?mail|www|http|iban|bic|gln|@)|@|www\.")


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that stand under each other, aligned at the left."""

    cells: tuple[Cell, ...]

    @property
    def page(self) -> int:
        return self.cells[0].page


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


def is_name(text: str) -> bool:
    """Whether print may be a name: mostly letters, no label, no street, no postcode, no title of the paper."""
    letters = sum(map(str.isalpha, text))
    if not 3 <= len(text) <= 90 or letters < 0.6 * len(text.replace(" ", "")) or letters < 3:
        return False
    if _NOISE.match(text) or _LABELLED.match(text) or text.endswith(":") or POSTCODE.search(text) or PHONE.search(text):
        return False
    if FORM.search(text):
        return True
    if re.match(r"\d+[a-z]?,? [^\W\d_]", text):
        return False
    if any(label.after(text) is not None for label in (TITLE, OTHER_PARTY, SELLER, BUYER)):
        return False
    return not re.fullmatch(r"[^\d]+ \d{1,4} ?[a-z]?", text) and not (STREET.search(text) and re.search(r"\d", text))
