"""The name of the bank on its statement: in the letterhead, which names it without a label, or in the small print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from rapidfuzz import fuzz

from cases.model import Field
from ocr.extract import Grid, GridLine, Label, field_of, text_of
from ocr.layout import Cell
from ocr.statement_carried import carried
from ocr.statement_words import named_columns
from ocr.text import Text, Word, bare

BANK = Label.of(
    r"bank ?name",
    "name of bank",
    "bank(?=\\s*[:：])",
    "kreditinstitut",
    "banque(?=\\s*[:：])",
    "开户银行",
    "开户行(?:名称)?",
    "银行名称",
    "开户机构",
    "开户网点",
)
_BANKISH = re.compile(
    r"\b(?:[A-ZÄÖÜÉ][\w&.'’-]*\s+(?:(?:&|and|und|of|de|du|et|la)\s+)?){0,4}[\w.-]*(?:bank|sparkasse|kasse"
    r"|banque|bancorp)\b(?:\s+(?:plc|ag|eg|n\.?a\.?|limited|ltd|of\s+[A-Z]\w+|uk"
    r"|co\.?|corporation|[A-ZÄÖÜÉ][a-zäöüéè-]+(?=\s+(?:eg|ag)\b)))*"
    r"|\b(?:banque|crédit|credit|caisse|société)\s+(?:(?:de|du|des|la|et|populaire|mutuel|agricole|coopératif"
    r"|lyonnais|industriel|commercial|générale|bancaire|épargne)\s+"
    r"|[dl]['’])*(?-i:[A-ZÉ][\w'’-]+)(?:\s+(?:d[eu]s?|la)?\s?(?-i:[A-ZÉ][\w'’-]+))*"
    r"|[\u4e00-\u9fff]{2,16}(?:银行|信用社|信用联社|农商行)(?:[（(]中国[)）])?(?:股份有限公司|有限责任公司|有限公司)?"
    r"|\b[A-Z][\w ]{2,30}(?:Building Society|Credit Union|Federal Credit Union|Savings & Loan)\b",
    re.IGNORECASE,
)
_BANK_WORD = re.compile(
    r"(?:bank|sparkasse|banque|bancaire|bancorp|bancshares)\b|\bbank|\b(?:kasse|caisse|credit union"
    r"|building society|trust|savings|crédit|credit|financial|finance|payments|banco|banca)\b"
    r"|银行|信用社|信用联社|农商行",
    re.IGNORECASE,
)
_NOT_A_BANK = re.compile(
    r"statement|internet|online|your bank|bankleit|bank code|kontoauszug|relevé|releve|对账|网上|开户|account"
    r"|banking\b|bank (?:fee|charge|giro|transfer|holiday)|credits?$|"
    r"crédit(?:s|eur)|transactions?|details|summary|protection|insurance|member|deposit|\bpage\b|date|datum"
    r"|number|nummer|code banque|numéro|guthaben|solde|balance",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"\b(?:Barclays|HSBC(?: UK)?|NatWest|Santander|Monzo|Revolut|Starling|Nationwide|TSB|Halifax|JPMorgan Chase|Chase|"
    r"Wells Fargo|PNC|Capital One|Truist|Wise|Tide|N26|ING(?:-DiBa)?|DKB|BNP Paribas|UBS|Société Générale|LCL"
    r"|Qonto|Mercury|Novo|Citi)\b"
)
"""Banks whose names do not say that they are banks."""
_LEGAL = re.compile(
    r"(?:^|[.\n|©·] ?|\d{4} )(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z][\w&'’.-]*|of|&|and|the|de|du"
    r"|la)){0,5}?),? (?:(?:is|are) (?:a trading (?:name|style)|authorised|regulated|licensed|part of"
    r"|a (?:member|division|bank|registered))|plc\b|member fdic)",
)
_APP = re.compile(r"\b(?:app|terms|service) of (?P<name>[A-Z][\w&'’. -]{1,30}?)(?=\n|$|[.,;])")
_PRODUCT = re.compile(
    r"\b(?:account|banking|checking|savings|current|statements?|summary|advantage|page|activity|number|period"
    r"|balances?|"
    r"dates?|transactions?|konto\w*|auszug|kontoauszug|umsätze|übersicht|relevé|releve|compte|extrait|welcome"
    r"|hello|dear|your|ihr|votre|"
    r"business|details|overview|geschäft\w*|girokonto)\b|对账单|明细|流水|清单|回单",
    re.IGNORECASE,
)
LOGO = 1.5
"""Print of so many heights of the page's usual line is a letterhead."""


def bank_name(text: Text, grid: Grid, document: str) -> Field | None:
    """The bank by its letterhead, its small print, or its label."""
    first = [line for line in grid.lines if line.page == grid.lines[0].page] if grid.lines else []
    usual = median(line.line.box.height for line in first) if first else 0.0
    above = first[: _table_top(first)]
    large = [cell for line in above[:14] for cell in _large(line, usual, text)]
    cells = [*large, *(cell for line in above for cell in line.cells)]
    banks = [(found, cell) for cell in cells if (found := _named(cell, first)) is not None]
    logo = _logo(large)
    best = max(banks, key=lambda one: round(_height(one[1]) / max(usual, 1e-6), 1), default=None)
    if best is not None and (logo is None or _height(best[1]) > 0.6 * _height(logo)):
        return field_of("bank_name", _whole(best[0], text), best[1].words, document, raw=best[1].text)
    if logo is not None:
        return field_of("bank_name", _whole(_clean(logo.text), text), logo.words, document, raw=logo.text)
    for pattern in (_LEGAL, _APP, _HOUSES):
        match = text.search(pattern)
        if match is not None:
            name = match.named.get("name") or match.text
            return field_of("bank_name", _clean(name), match.words, document, raw=match.text)
    return grid.find("bank_name", BANK, text_of(r"[^\d:：][^:：]{1,79}", 60), document)


def _large(line: GridLine, usual: float, text: Text) -> list[Cell]:
    """The phrases of a line in large print, whose words stand further apart than those of the line's small print."""
    page = next(one for one in text.pages if one.page == line.page)
    found: list[list[Word]] = []
    for word in line.line.words:
        if word.box.height <= LOGO * usual and word.text not in "&-–·":
            continue
        last = found[-1][-1] if found else None
        gap = 2.0 if last is None else word.box.left - last.box.right
        if last is None or gap > 1.1 * max(last.box.height, word.box.height) * page.height / page.width:
            found.append([])
        found[-1].append(word)
    phrases = [Cell(tuple(_without_monogram(some))) for some in found]
    return [cell for cell in phrases if _height(cell) > LOGO * usual]


def _without_monogram(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a letterhead without the initials that stand before them as its sign: NB Northgate Bank."""
    initials = "".join(word.text[0] for word in words[1:] if word.text[:1].isalpha())
    return words[1:] if len(initials) >= 2 and words[0].text.upper() == initials.upper() else words


def _whole(name: str, text: Text) -> str:
    """The name as the small print gives it, where what was found is a part of that, or a rarer reading of it."""
    own, everything = bare(name), bare(text.string)
    for match in text.finditer(_LEGAL):
        legal = _clean(match.named["name"] or "")
        other = bare(legal)
        if other == own:
            continue
        if own in (other[: len(own)], other[-len(own) :]):
            return legal
        if fuzz.ratio(own, other) > ONE_NAME and everything.count(other) > everything.count(own):
            return legal
    return name


ONE_NAME = 88
"""Likeness, 0 to 100, of two readings of one name."""


def _table_top(lines: Sequence[GridLine]) -> int:
    """The line that heads the first table; what stands below it is of postings."""
    heads = (at for at, line in enumerate(lines) if len({one[0] for one in named_columns(line.text)}) >= 3)
    return next(heads, len(lines))


def _height(cell: Cell) -> float:
    return max(word.box.height for word in cell.words)


def _clean(name: str) -> str:
    plain = name.strip(" ,;:·|-–—©®™")
    return plain if re.search(r"\.[A-Z]\.$", plain) else plain.rstrip(". ").lstrip(".")


def _named(cell: Cell, lines: Sequence[GridLine]) -> str | None:
    """The bank that a cell names: all of it, where it is nothing but a name, else the part that is one."""
    if len(cell.text) > 80 or _of_an_address(cell, lines):
        return None
    plain = _clean(cell.text)
    if _BANK_WORD.search(plain) and _is_name(plain) and not _NOT_A_BANK.search(plain):
        return plain
    match = _BANKISH.search(cell.text) or _HOUSES.search(cell.text)
    if match is None or _NOT_A_BANK.search(match.group()):
        return None
    found = _clean(match.group())
    return found if len(found) > 4 or found.endswith("银行") or _HOUSES.fullmatch(found) else None


_SMALL = frozenset(("of", "&", "and", "the", "und", "de", "du", "des", "la", "le", "les", "et", "di", "da", "e",
"eG", "plc", "ltd", "AG", "SE"))  # fmt: skip


def _is_name(plain: str) -> bool:
    """Whether print is a name alone: up to seven words, each with a capital, none of a product or a heading."""
    words = re.split(r"[\s,]+", plain)
    if not 1 <= len(words) <= 7 or any(map(str.isdigit, plain)) or _PRODUCT.search(plain):
        return False
    if re.search(r"[\u4e00-\u9fff]", plain):
        return bool(_CHINESE.fullmatch(plain))
    firsts = [re.sub(r"^[dl]['’]", "", word)[:1] for word in words if word not in _SMALL]
    return all(first.isupper() or not first.isalpha() for first in firsts)


_CHINESE = re.compile(
    r"[\u4e00-\u9fff()（）]{2,20}(?:银行|信用社|信用联社|农商行)(?:[（(]中国[)）])?"
    r"(?:股份有限公司|有限责任公司|有限公司)?"
)


def _logo(large: Sequence[Cell]) -> Cell | None:
    """The largest print at the head of the page, when it is a name that stands out."""
    names = [cell for cell in large if _may_be_a_logo(cell.text)]
    best = max(names, key=_height, default=None)
    return best if best is not None and _height(best) > 0.75 * max(map(_height, large)) else None


def _may_be_a_logo(print_: str) -> bool:
    plain = _clean(print_)
    if _PRODUCT.search(plain) or carried(plain) or named_columns(plain) or re.search(r"[:\d]", plain):
        return False
    return 2 < len(plain) <= 40 and len(plain.split()) <= 6 and sum(map(str.isalpha, plain)) >= 0.6 * len(plain)


_CODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}\b|\b\d{5} [A-ZÄÖÜÉ]")


def _of_an_address(cell: Cell, lines: Sequence[GridLine]) -> bool:
    """Whether a cell is a street or a town: its postcode stands behind it, or right below."""
    if _CODE.search(cell.text):
        return True
    return any(_CODE.search(one.text) for one in _under(cell, lines)) and not _first_of_block(cell, lines)


def _under(cell: Cell, lines: Sequence[GridLine]) -> Iterator[Cell]:
    for line in lines:
        for one in line.cells:
            gap = one.box.top - cell.box.bottom
            if abs(one.box.left - cell.box.left) < 0.006 and -0.2 * cell.box.height < gap < 1.0 * cell.box.height:
                yield one


def _first_of_block(cell: Cell, lines: Sequence[GridLine]) -> bool:
    """Whether nothing stands right above a cell, at its left edge."""
    return not any(
        abs(one.box.left - cell.box.left) < 0.006 and 0 <= cell.box.top - one.box.bottom < 1.0 * cell.box.height
        for line in lines
        for one in line.cells
    )
