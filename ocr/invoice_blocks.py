"""Blocks of an invoice's print, and what in them may be a name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.extract import Grid
from ocr.firms import LEGAL
from ocr.invoice_sum_words import sum_of
from ocr.invoice_table import HEADINGS
from ocr.invoice_words import (
    ANY_DATE,
    ANY_NUMBER,
    ATTENTION,
    BUYER,
    DATED,
    DUE,
    NUMBER,
    OTHER_DATE,
    OTHER_PARTY,
    SELLER,
    TAX_ID,
    TITLE,
)
from ocr.layout import Cell
from ocr.postal import GROUPED, INDIAN, NEW_ZEALAND, SURE
from ocr.wording import Wording

FORM = re.compile(LEGAL, re.IGNORECASE)
POSTCODE = re.compile(
    rf"{SURE.pattern}|{GROUPED}|{INDIAN}|{NEW_ZEALAND}|(?:^|(?<=, ))(?:[A-Z]{{1,3}}[- ])?\d{{4,5}} ?[A-ZÀ-Þ]|"
    r"(?:^|[,.] ?)(?:P\.? ?R\.? ?)?(?i:china|hong kong|germany|deutschland|france|united kingdom|usa|taiwan|india|"
    r"vietnam|united states|ireland|italy|italia|spain|españa|netherlands|nederland|switzerland|schweiz|austria|"
    r"österreich|singapore(?: \d{6})?|japan|canada|australia|new zealand|portugal|sweden|sverige|norway|norge|denmark|"
    r"danmark|finland|suomi|poland|polska|belgium|belgique|belgië|u\.?a\.?e|united arab emirates|malaysia|thailand|"
    r"mexico|méxico|brasil|south africa|türkiye|turkey|korea|česká republika|uk)\.?(?: \d{6})?$"
)
"""The end of an address: a postcode, or the country."""
CONTACT = Wording.of("tel", "phone", "fax", "telefon", "tlf", "puh", "siret", "siren", "kvk", "hrb", "org nr", "p iva")
"""What a firm prints below its own address."""
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
_OTHER_LANGUAGE = re.compile(r"[\u4e00-\u9fff]{1,8}[\s/]*(?=[A-Za-z])|[^\W\d_]+(?: [^\W\d_]+){0,2} ?/ ?")
_OWNS = re.compile(r"['’´`]s?(?![^\W\d_])")
_ASIDE = re.compile(r"^\s*[（(\[][^）)\]]{0,40}[）)\]]")
_UNIT = re.compile(
    r"(?i)^(?:flat|unit|room|rm|suite|ste|shop|blk|block|level|floor|apt|plot|office|p\.? ?o\.? box)\b[^,]{0,8}$"
)
"""The beginning of an address: a part of a building."""
_DEPARTMENT = re.compile(
    r"(?i)^(?:the )?(?:accounts?(?: payable| department| dept\.?)|a/p|buchhaltung|rechnungswesen|kreditoren\w*|finance|"
    r"(?:service )?comptabilité|administra\w+|crediteuren\w*|purchas\w+(?: dep\w*)?|einkauf|contabilidad|contabilità|"
    r"original|copy|duplicate|kopie|copie|copia|customer copy)\b(?: \w+)?$"
)
"""A department, or which copy of the paper it is."""
SPLIT = re.compile(r"\s*[●•·|∙]\s*|\s+[-–—]\s+|,\s+(?!(?i:Inc|LLC|L\.L|Ltd|Limited|Corp|Co\b|PLC|S\.))")
PHONE = re.compile(r"(?i)\b(?:tel|fax|phone|fon|telefon|e-?mail|www|http|iban|bic|gln|@)|@|www\.|^[TMFE]\.?:? ?[+0(]\d")
_LABELS = (NUMBER, ANY_NUMBER, DATED, ANY_DATE, DUE, OTHER_DATE, TAX_ID, ATTENTION, *HEADINGS.values())
"""Labels of all else that stands in an invoice's head or above its positions."""


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that stand under each other, aligned at the left."""

    cells: tuple[Cell, ...]

    @property
    def page(self) -> int:
        return self.cells[0].page


@dataclass(frozen=True, slots=True)
class Addressed:
    """A name with its address, out of a block; `contact` tells whether telephone, web or tax numbers go with it."""

    cells: tuple[Cell, ...]
    contact: bool


def addressed(block: Block) -> tuple[Addressed, ...]:
    """The addresses of a block, each up to its town or country; lines about how to reach a firm end the one before."""
    found: list[Addressed] = []
    cells = block.cells
    start = 0
    for at, cell in enumerate(cells):
        if at == start or not POSTCODE.search(cell.text) or at < start:
            continue
        stop = at + 1
        while stop < len(cells) and (_reaches(cells[stop].text) or POSTCODE.search(cells[stop].text)):
            stop += 1
        some = cells[max(start, at - 6) : at + 1]
        below = itertools.takewhile(lambda one: not (POSTCODE.search(one.text) or FORM.search(one.text)), cells[stop:])
        near = (*cells[start:stop], *itertools.islice(below, 4))
        found.append(Addressed(some, any(_reaches(one.text) for one in near)))
        start = stop
    return tuple(found)


def _reaches(text: str) -> bool:
    """Whether a line says how to reach a firm, or its number with an office."""
    return PHONE.search(text) is not None or CONTACT.search(text) is not None or TAX_ID.after(text) is not None


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


def after(label: Wording, text: str) -> str | None:
    """What follows a label that begins a text, also one in two languages (卖方 Seller, Vendu à / Sold to) and one with
    an aside in brackets; None for other texts, and for a label that owns what follows (Buyer's order)."""
    rest = label.after(text)
    lead = _OTHER_LANGUAGE.match(text) if rest is None else None
    rest = label.after(text[lead.end() :]) if lead is not None else rest
    if rest is None or _OWNS.match(rest):
        return None
    rest = _ASIDE.sub("", rest, count=1)
    while rest and (again := label.after(rest)) is not None:
        rest = again
    return rest


def alone(label: Wording, text: str) -> bool:
    """Whether a text is a label with its value: one that more words follow without a mark is none (Van Dijk BV)."""
    rest = after(label, text)
    return rest is not None and re.match(r"\s*[^\W\d_]", rest) is None


def _covers(label: Wording, text: str) -> bool:
    """Whether a text is a label and nothing else."""
    rest = after(label, text)
    return rest is not None and re.search(r"\w", rest) is None


def is_name(text: str) -> bool:
    """Whether print may be a name: mostly letters, no label, no street, no postcode, no title of the paper."""
    letters = sum(map(str.isalpha, text))
    if not 3 <= len(text) <= 90 or letters < 0.6 * len(text.replace(" ", "")) or letters < 3 or text.endswith(":"):
        return False
    if any(one.search(text) for one in (_NOISE, _LABELLED, POSTCODE, PHONE, _UNIT, _DEPARTMENT)):
        return False
    return ATTENTION.after(text) is None and (FORM.search(text) is not None or not _is_other(text))


def _is_other(text: str) -> bool:
    """Whether print is a label, a title or a street."""
    if sum_of(text) is not None or any(_covers(label, text) for label in _LABELS):
        return True
    if TITLE.after(text) is not None or any(alone(label, text) for label in (OTHER_PARTY, SELLER, BUYER)):
        return True
    if re.match(r"\d+[a-z]?,? [^\W\d_]", text) or (STREET.search(text) and re.search(r"\d", text)):
        return True
    return re.fullmatch(r"[^\d]+ \d{1,4} ?(?:[-/]? ?[A-Za-z]|/\d{1,4})?", text) is not None


def wrapped(name: Cell, following: Sequence[Cell]) -> Cell:
    """A name with its second line, where the first was too short for it: the legal form stands there, or the first
    line ends with a word that more must follow, or is as wide as its column and the next word would not fit."""
    if not following or (FORM.search(name.text) and not name.text.endswith(",")) or re.search(r"\d{2}", name.text):
        return name
    second = following[0]
    form = FORM.search(second.text)
    if second.box.top - name.box.bottom > 1.2 * name.box.height or re.search(r"\d|@|:", second.text) or form is None:
        return name
    width = max(cell.box.width for cell in (name, *following[:4]))
    full = name.box.width + second.words[0].box.width > width and name.text.isupper() == second.text.isupper()
    words = set(re.findall(r"\w{3,}", name.text.casefold())) & set(re.findall(r"\w{3,}", second.text.casefold()))
    if form.start() == 0 or re.search(r"(?:&|,|-| and| und| et| y| e| of)$", name.text) or (full and not words):
        return Cell((*name.words, *second.words))
    return name
