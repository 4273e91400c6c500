"""VAT and tax numbers of an invoice, each given to the seller or the buyer.

Forms are those of the EU's member states and of Great Britain (Directive 2006/112/EC, article 215; python-stdnum checks
the digits). A number whose check digit is wrong is still what the invoice prints; the check says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdnum.eu import vat
from stdnum.exceptions import ValidationError
from stdnum.gb import vat as british
from stdnum.us import ein

from cases.model import Field
from ocr.extract import Grid, field_of
from ocr.invoice_party import Party
from ocr.invoice_words import BUYER, BUYERS_OWN, OTHER_PARTY, SELLER, TAX_ID
from ocr.layout import Cell, shared_width
from ocr.text import Word
from ocr.wording import words_of

_VAT = re.compile(
    r"(?<![A-Z0-9])(?:ATU ?\d{8}|BE ?[01]?\d{3}[. ]?\d{3}[. ]?\d{3}|CHE[- ]?\d{3}\.?\d{3}\.?\d{3}|CZ ?\d{8,10}|"
    r"DE ?\d{3} ?\d{3} ?\d{3}|"
    r"DK ?\d{8}|ES ?[A-Z0-9]\d{7}[A-Z0-9]|FI ?\d{8}|"
    r"FR ?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}|GB ?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?|"
    r"IE ?\d[A-Z0-9]\d{5}[A-Z]{1,2}|IT ?\d{11}|LU ?\d{8}|NL ?\d{9} ?B ?\d{2}|"
    r"PL ?\d{3}-?\d{3}-?\d{2}-?\d{2}|PT ?\d{9}|SE ?\d{12}|BG ?\d{9,10}|CY ?\d{8}[A-Z]|"
    r"EE ?\d{9}|EL ?\d{9}|"
    r"NO ?\d{3} ?\d{3} ?\d{3} ?MVA|HR ?\d{11}|HU ?\d{8}|LT ?(?:\d{9}|\d{12})|LV ?\d{11}|MT ?\d{8}|RO ?\d{6,10}|"
    r"SI ?\d{8}|SK ?\d{10})(?![A-Z0-9])"
)
_PLAIN = re.compile(
    r"(?<![\w/.,])(?:[A-Z]{1,3}-)?(?=[A-Z]{0,6}\d)[A-Z0-9]+"
    r"(?:[ .\-/](?:\d[A-Z0-9]*|[A-Z]{1,2}\d[A-Z0-9]*|[A-Z](?![a-zA-Z])))*(?![\w/])"
)
"""A number as countries print it at home, in groups or not, with letters or not: only behind a label."""
_FEWEST, _MOST = 7, 16
"""Digits of a tax number."""
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}")
_LITTLE = re.compile(r"[\W_]*(?:[A-Za-z]{1,3}[\W_]*)?")
_MONEY = re.compile(r"\d[.,]\d{2}(?![\d.,])")
FARTHEST = 3.0
"""Heights of a line that may stand free between two lines of one party's block."""


@dataclass(frozen=True, slots=True)
class TaxId:
    """A number, the words that print it, and what stands before it."""

    value: str
    words: tuple[Word, ...]
    cell: Cell
    index: int
    before: str
    sure: bool
    """Whether it has the form of a VAT number with its country."""


def tax_id_fields(grid: Grid, seller: Party | None, buyer: Party | None, document: str) -> dict[str, Field]:
    """Both parties' numbers; one that could be either's is the seller's, who must print his."""
    found = tuple(_found(grid))
    owners: dict[str, list[TaxId]] = {"seller": [], "buyer": [], "": []}
    for one in found:
        owners[_owner(grid, one, seller, buyer)].append(one)
    owners = {who: [one for one in some if one.sure] or some for who, some in owners.items()}
    if any(one.sure for one in owners[""]) and not any(one.sure for one in owners["seller"]):
        owners["seller"] = []  # A number of the tax office at home, besides the one for VAT.
    buyers = owners["buyer"]
    sellers = owners["seller"] or [one for one in owners[""] if one.value not in {two.value for two in buyers}]
    chosen: dict[str, TaxId] = {}
    if sellers:
        own = max(sellers, key=lambda one: (one.cell.box.top > 0.8 and not owners["seller"], -one.index))
        chosen["seller_tax_id"] = own
        rest = [one for one in owners[""] if one.value != own.value]
        buyers = buyers or (rest if not owners["seller"] and len({one.value for one in owners[""]}) == 2 else [])
    if buyers:
        chosen["buyer_tax_id"] = buyers[0]
    return {name: field_of(name, one.value, one.words, document) for name, one in chosen.items()}


def _found(grid: Grid) -> Iterator[TaxId]:
    for index, line in enumerate(grid.lines):
        for position, cell in enumerate(line.cells):
            for pattern, sure in ((_VAT, True), (_PLAIN, False)):
                for match in pattern.finditer(cell.text):
                    before = cell.text[: match.start()]
                    left = line.cells[position - 1].text if position else ""
                    label = before if re.search(r"[^\W\d_]", before) else left
                    if not sure and (not _is_number(match[0]) or _VAT.match(match[0])):
                        continue
                    if not sure and not _announced(label):
                        label = _over(grid, index, cell) if match[0] == cell.text.strip() else ""
                        if not _announced(label):
                            continue
                    value = re.sub(r"[\s.]", "", match[0]) if sure else match[0].replace(" ", "")
                    words = words_of(cell, match.start(), match.end())
                    yield TaxId(value, words, cell, index, label, sure)


def _is_number(print_: str) -> bool:
    """Whether some print has as many digits as a tax number, and is neither an amount nor a day."""
    digits = sum(map(str.isdigit, print_))
    return _FEWEST <= digits <= _MOST and not _MONEY.search(print_) and not _DAY.search(print_)


def _over(grid: Grid, index: int, cell: Cell) -> str:
    """The label right above a number that fills its cell."""
    for line in reversed(grid.lines[max(0, index - 2) : index]):
        for one in line.cells:
            near = one.page == cell.page and 0 <= cell.box.top - one.box.bottom < 1.5 * cell.box.height
            if near and (shared_width(one.box, cell.box) > 0.3 or abs(one.box.left - cell.box.left) < 0.01):
                return one.text
    return ""


def _announced(label: str) -> bool:
    """Whether a label that ends a text announces a tax number."""
    return any(_LITTLE.fullmatch(label, match.end()) for match in TAX_ID.pattern.finditer(label))


def _owner(grid: Grid, one: TaxId, seller: Party | None, buyer: Party | None) -> str:
    """Whose a number is: as its label says, by the party whose lines it stands in, or below."""
    if BUYERS_OWN.search(one.before):
        return "buyer"
    for name, party in (("buyer", buyer), ("seller", seller)):
        if party is not None and (any(one.cell is cell for cell in party.cells) or _goes_on(party.cells[-1], one.cell)):
            return name
    top = one.cell.box.bottom
    for line in reversed(grid.lines[max(0, one.index - 14) : one.index + 1]):
        column = [cell for cell in line.cells if _same_column(cell, one.cell, len(line.cells))]
        if line.page != one.cell.page or _MONEY.search(line.text):
            break
        if column and top - column[0].box.bottom > FARTHEST * column[0].box.height:
            break
        for cell in column:
            told = _party_label(cell.text)
            if told is not None:
                return told
            top = cell.box.top
    return ""


def _goes_on(last: Cell, cell: Cell) -> bool:
    """Whether a cell is the next line of a party's block."""
    gap = cell.box.top - last.box.bottom
    return cell.page == last.page and abs(cell.box.left - last.box.left) < 0.01 and -0.01 < gap < last.box.height


def _same_column(cell: Cell, other: Cell, cells: int) -> bool:
    return cell.box.left <= other.box.left + 0.03 and (abs(cell.box.left - other.box.left) < 0.06 or cells <= 2)


def _party_label(text: str) -> str | None:
    """The party that a short text announces."""
    for name, label in (("other", OTHER_PARTY), ("buyer", BUYER), ("seller", SELLER)):
        rest = label.after(text)
        if rest is not None and (not rest.strip(" :/") or rest.lstrip()[:1] in ":/(") and len(text) < 60:
            return "" if name == "other" else name
    return None


def valid(value: str) -> bool | None:
    """Whether a tax number's check digits are right; None when its form is none that has such digits."""
    plain = re.sub(r"[\s.\-]", "", value)
    try:
        if plain.startswith("GB"):
            british.validate(plain)
        elif re.match(r"[A-Z]{2}", plain):
            vat.validate(plain)
        elif re.fullmatch(r"\d{2}-\d{7}", value):
            ein.validate(value)
        else:
            return None
    except ValidationError:
        return False
    return True


def numbers(fields: Sequence[Field | None]) -> tuple[Field, ...]:
    """The numbers whose check digits can be looked at."""
    return tuple(one for one in fields if one is not None and valid(one.value) is not None)
