"""Addresses as letters print them: a name, streets and a town with its postcode, line under line.

Postcodes of Great Britain, Ireland, the United States, Canada, Australia, Singapore, the Netherlands, and of the
countries that put four or five digits before the town; Hong Kong has none, its districts end an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box
from ocr.layout import Cell
from ocr.text import Word

BRITISH = r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b"
AMERICAN = (
    r"\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])\.?,? +\d{5}(?:-\d{4})?\b"
)
IRISH = r"\b(?:[AC-FHKNPRTV-Y]\d[\dW]) ?[AC-FHKNPRTV-Y\d]{4}\b"
AUSTRALIAN = r"\b(?:NSW|VIC|QLD|TAS|ACT|NT|SA|WA),? +\d{4}\b"
SINGAPOREAN = r"(?:\b(?:Singapore|SINGAPORE)|(?<!\w)\(?S\)?),? *\(?\d{6}\b\)?"
CANADIAN = r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"
DUTCH = r"(?:^|(?<=[,;·•|] ))\d{4} ?[A-Z]{2} [^\W\d_]{2}"
HONG_KONG = (
    r"(?:^|(?<=, ))(?:[^\W\d_]+ ){0,3}(?:Hong Kong|HONG KONG|Kowloon|KOWLOON|New Territories|N\.T\.)"
    r"(?:, (?i:hong kong))?\W*$"
)
"""The end of an address where no postcodes are."""
CONTINENTAL = r"(?:^|(?<=[,;·•|] ))(?:[A-Z]{1,3}[- ])?\d{4,5} [^\W\d_][^\W\d_.'’ \-/()]{1,}"
GROUPED = r"(?:^|(?<=[,;·•|] ))(?:[A-Z]{1,2}[- ])?(?:\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3}|\d{3} \d{2}) [^\W\d_]{2}"
"""Poland's, Portugal's, Brazil's, and those of Sweden, the Czech Republic, Slovakia and Greece."""
INDIAN = r"(?<=[^\W\d_]) ?[-–] ?\d{3} ?\d{3}\b"
NEW_ZEALAND = (
    r"^(?!(?i:invoice|order|no|nr|page|account|job|ref|bill|quote|rechnung|facture|band|meter|unit)\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?!19|20)\d{4}$"
)
SURE = re.compile(rf"{BRITISH}|{AMERICAN}|{IRISH}|{AUSTRALIAN}|{CANADIAN}|{SINGAPOREAN}|{DUTCH}|{HONG_KONG}")
"""Postcodes that nothing else looks like."""
POSTCODE = re.compile(rf"(?:{SURE.pattern}|{CONTINENTAL}|{GROUPED}|{INDIAN}|{NEW_ZEALAND}|^\d{{5}}(?:-\d{{4}})?$)")
"""Also figures before a town, which an American street with its number looks like."""
BARE_FIGURES = re.compile(r"^\d{5}(?:-\d{4})?$")
"""A postcode on a line of its own, which a column of figures looks like."""
MOST_LINES = 8
SALUTATION = re.compile(
    r"(?i)^(?:the (?:manager|directors?|proprietor|owners?|company secretary)|herrn?|frau|firma|familie|eheleute|"
    r"monsieur|madame|an|exm[oa]s?\.?(?:\(a\))?\.? ?srs?\.?(?:\(a\))?|spett\.? ?(?:le|bile)|"
    r"t\.a\.v\.?)\.?(?: und frau)?$"
)
ATTENTION = re.compile(r"(?i)^(?:attn|attention|z\. ?hd|zu händen|à l['’]attention)\b")
"""A line of an address that names the person within a firm."""


@dataclass(frozen=True, slots=True)
class Address:
    """A block that ends with a town's line: its lines from the name down."""

    lines: tuple[Cell, ...]

    @property
    def name(self) -> Cell:
        return self.lines[0]

    @property
    def rest(self) -> tuple[Cell, ...]:
        return self.lines[1:]

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def box(self) -> Box:
        return Box.around(one.box for one in self.lines)


def joined(cells: Sequence[Cell]) -> tuple[str, tuple[Word, ...]]:
    """Lines of an address as one, parted by commas, with their words."""
    return ", ".join(one.text.strip(" ,") for one in cells), tuple(word for one in cells for word in one.words)


def addresses(cells: Sequence[Cell]) -> Iterator[Address]:
    """Every block of cells that stand line under line at one left edge and end with a postcode; `cells` in reading
    order, without captions."""
    for number, last in enumerate(cells):
        if not ends_address(last.text) or _goes_on(last, cells[number + 1 : number + 8]):
            continue
        block = [one for one in _above(last, cells[:number]) if not ATTENTION.match(one.text.strip())]
        greeted = next((at for at, one in enumerate(block) if SALUTATION.match(one.text.strip())), -1)
        block = block[greeted + 1 :]
        figures = sum(BARE_FIGURES.match(one.text.strip()) is not None for one in block)
        if len(block) >= 2 + figures and figures <= 1:
            yield Address(tuple(block))


def _above(last: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """A town's line and the lines over it, from the top."""
    block = [last]
    sure = SURE.search(last.text) is not None
    for one in reversed(cells):
        if one.page != last.page or block[0].box.top - one.box.bottom > 3 * block[0].box.height:
            break
        if len(block) >= MOST_LINES or not _stands_over(one, block[0]):
            continue
        if ends_address(one.text) and not (sure and not SURE.search(one.text)):
            break
        block.insert(0, one)
    return block


def _goes_on(last: Cell, following: Sequence[Cell]) -> bool:
    """Whether what looks like a town is a street with its number: a surer postcode stands right below."""
    if SURE.search(last.text):
        return False
    return any(SURE.search(one.text) for one in following if _stands_over(last, one))


def ends_address(text: str) -> bool:
    """Whether a line may be the last of an address: short, with a postcode."""
    plain = text.strip(" ,.")
    return len(plain) <= 60 and ":" not in plain and POSTCODE.search(plain) is not None and "@" not in plain


def _stands_over(upper: Cell, lower: Cell) -> bool:
    """Whether a cell is the line right above another: same left edge, same size of print, no gap."""
    height = min(upper.box.height, lower.box.height)
    gap = lower.box.top - upper.box.bottom
    alike = max(upper.box.height, lower.box.height) < 1.45 * height
    return (
        upper.page == lower.page
        and alike
        and -0.5 * height < gap < 1.3 * height
        and abs(upper.box.left - lower.box.left) < 0.01
    )
