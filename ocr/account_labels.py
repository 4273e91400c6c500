"""What a label of accounts names: a line item of one of the statements, or the section that its lines stand in."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ocr.account_balance_labels import BALANCE
from ocr.account_income_labels import INCOME

LONGEST = 130
"""Letters of a label; what is longer is prose."""
SECTIONS: tuple[tuple[str, str], ...] = (
    (
        "after",
        r"(?:creditors?|liabilities|amounts?)+.*(?:after|over|in|beyond).*morethan.*(?:year|months)"
        r"|.*after(?:one|1|a)year|(?:non|long).*(?:liabilities|creditors|loans|debts?)|非流动负债|长期负债|非流動負債",
    ),
    (
        "within",
        r"(?:creditors?|liabilities|amounts?)+.*(?:within|in|lessthan|before)(?:lessthan)?(?:one|1|a|12"
        r"|twelve)(?:year|months).*|(?:other)?current(?:liabilities|creditors)|流动负债|流動負債|(?:trade)?creditorscurrent",
    ),
    (
        "noncurrent_assets",
        r"(?:total)?(?:non|long|fixed|other|tangible|property).*(?:assets?|equipment)(?:net)?|非流动资产|长期资产|固定资产"
        r"|非流動資產|anlageverm(?:oe|o)?gen",
    ),
    ("current_assets", r"(?:other)?currentassets|流动资产|流動資產|umlaufverm(?:oe|o)?gen"),
    ("receivables", r"(?:trade)?debtors|(?:trade|accounts)(?:andother)?receivables?"),
    ("inventory", r"stocks?|inventor(?:y|ies)"),
    ("cash", r"cash(?:at|and|in).*|bank(?:accounts?)?|checkingsavings"),
    (
        "equity",
        r"(?:capitalandreserves|(?:(?:share|stock|owner|member|partner|shareowner)s?(?:holders?)?s?)(?:funds?"
        r"|equity|capital)(?:deficit)?|equity|capital|financedby|representedby|所有者权益|股东权益|所有者权益或股东权益|權益|股本及儲備"
        r"|資本及儲備|eigenkapital)",
    ),
    ("provisions", r"provisions.*|accrualsanddeferredincome|r(?:ue|u)?ckstellungen"),
    (
        "cost_of_sales",
        r"(?:less)?(?:costs?of(?:goods|sales|sold|revenues?|services?|products?|and)+|cogs|directcosts?)",
    ),
    (
        "operating_expenses",
        r"(?:less)?(?:operating|overhead|administrative|administration|admin|generalandadministrative"
        r"|sellinggeneralandadministrative)?(?:expenses?|overheads|costs)(?:operating)?",
    ),
    ("revenue", r"(?:trading|sales|operating|ordinary)?(?:income|revenues?|sales)|turnover"),
    (
        "other",
        r"other(?:income|expenses?|incomeexpenses?|incomeandexpenses?|incomeexpensenet)(?:net|expense|and)*"
        r"|ordinaryincomeexpense|nonoperating.*",
    ),
    (
        "",
        r"assets|liabilities|liabilitiesand.*|equityandliabilities|资产|负债|aktiva|passiva|verbindlichkeiten"
        r"|.*資產與負債|負債|members?otherinterests|.*debtsduetomembers.*",
    ),
)
"""Headings of sections by what a total below their lines is, or by when the debts under them fall due."""
TOTALS = frozenset(
    {"current_assets", "receivables", "inventory", "cash", "equity", "cost_of_sales", "operating_expenses", "revenue"}
)
"""Sections that are named like the line item that they add up to."""
SUM_OF = {name: name for name in TOTALS} | {
    "within": "current_liabilities",
    "after": "_noncurrent_liabilities",
    "noncurrent_assets": "_noncurrent_assets",
    "provisions": "_provisions",
}
CLOSING = re.compile(
    r"total.*|(?:.*[合总小]计)|net(?:current|assets|liabilities).*|.*資產[總淨].*|grossprofit.*|subtotal|creditors.*"
    r"|amountsfalling.*|operating(?:profit|loss|income).*|incomefromoperations"
)
"""A line after which the section that it stood in is over."""
_JUNK = re.compile(r"[^a-z\u4e00-\u9fff0-9]")
_NUMBERING = re.compile(
    r"^(?:[\s\-–—•·*#△☆▲◇※:：.,]+|[一二三四五六七八九十]+\s*[、.．]|[(（](?:[一二三四五六七八九十]+|\d{1,2}|[a-z]|[ivx]{1,4})[)）](?=\s*\S)"
    r"|\d{1,2}\s*[.)、．](?!\d)\s*|\d{1,2}\s+(?=[^\W\d])|\d{3,6}\s*[·.:\-–]?\s*(?=[^\W\d])|(?:[A-H]|[IVX]{1,4})[.)]\s+"
    r"|(?:加|减|減|其中|less|add|plus|deduct|including|of which)\s*[:：]\s*|(?:less|add|deduct)\s+)",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"[(（\[]?\s*\b(?:see\s+)?notes?\s*\.?\s*\d+[a-z]?(?:\s*(?:,|&|and)\s*\d+[a-z]?)*\s*[)）\]]?"
    r"|[(（]?附注[\s一二三四五六七八九十、.\d()（）]*[)）]?\s*$",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?i)^(?:totals?|sum|summe)\s+(?:(?:for|of|the|der|des)\s+)*(?=[^\W\d_])")
"""`Total for Income`, `Sum of assets`, `Summe Umlaufvermögen`: every way of saying a total, said as one."""
_BARE_TOTAL = re.compile(r"(?:grand|sub)?total|summe|合计|总计|小计")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})


@dataclass(frozen=True, slots=True)
class Item:
    """A line item: its statement (`balance` or `income`), its name, and how surely a line of that name is meant."""

    statement: str
    name: str
    rank: int
    """0 for a total, 1 for a plain line, 2 for one that is taken only where nothing better stands."""


UNKNOWN = Item("", "", 2)
"""What a line is whose label names nothing that is known here."""


def _compiled(statement: str, items: tuple[tuple[str, str], ...]) -> list[tuple[str, str, int, re.Pattern[str]]]:
    return [
        (statement, name.rstrip("?"), 2 if name.endswith("?") else 1, re.compile(rf"(?:{pattern})"))
        for name, pattern in items
    ]


_ITEMS = (*_compiled("balance", BALANCE), *_compiled("income", INCOME))
_HEADINGS = tuple((name, re.compile(rf"(?:{pattern})")) for name, pattern in SECTIONS)
_TOTAL = re.compile(
    r"(?:grand)?total.*|net(?:sales|revenue|turnover|property|fixed|book|plant|equipment).*|.*(?:net|total)$"
    r"|.*[合总合總]计|.*净[值额]|.*账面价值|turnover|营业收入"
)


@functools.lru_cache(maxsize=4096)
def folded(label: str, *, asides: bool = False) -> str:
    """A label without case, blanks, numbering and punctuation; what stands in brackets goes too, unless `asides`.

    >>> folded("一、营业 收入"), folded("7  Creditors: amounts falling due within one year")
    ('营业收入', 'creditorsamountsfallingduewithinoneyear')
    """
    plain = _NOTED.sub(" ", label.strip())
    while (shorter := _NUMBERING.sub("", plain, count=1)) != plain:
        plain = shorter
    if not asides:
        plain = re.sub(r"[(（\[][^)）\]]*[)）\]]|[(（\[].*$", " ", plain).strip(" /") or plain
    plain = _SUM.sub("total ", plain)
    return _JUNK.sub("", plain.lower().translate(_UMLAUTS).replace("&", "and"))


def line_item(label: str) -> Item | None:
    """What line item a label names; None for any other text. What brackets say counts where it makes a name."""
    for said in _readings(label):
        found = _item(said)
        if found is not None:
            return found
    return None


@functools.lru_cache(maxsize=4096)
def _readings(label: str) -> tuple[str, ...]:
    """How a label may be meant: with what brackets say, without it, and in each of two languages alone."""
    plain = [folded(label, asides=True), folded(label)]
    if re.search(r"[a-z]", plain[0]) and re.search(r"[一-鿿]", plain[0]):
        plain += [re.sub(r"[一-鿿]", "", plain[1]), re.sub(r"[a-z0-9]", "", plain[1])]
    return tuple(dict.fromkeys(plain))


@functools.lru_cache(maxsize=4096)
def _item(plain: str) -> Item | None:
    if not plain or len(plain) > LONGEST:
        return None
    for statement, name, rank, pattern in _ITEMS:
        if pattern.fullmatch(plain):
            return Item(statement, name, 0 if rank == 1 and _TOTAL.fullmatch(plain) else rank)
    return None


def total_of(name: str) -> Item:
    """The line item of a total that is printed without a label."""
    statement = next((statement for statement, one, _, _ in _ITEMS if one == name), "balance")
    return Item(statement, name, 0)


@functools.lru_cache(maxsize=4096)
def heading(label: str) -> str | None:
    """The section that a heading opens; empty for one that only ends the section before, None for other text."""
    for plain in _readings(label):
        found = next((name for name, pattern in _HEADINGS if len(plain) < 70 and pattern.fullmatch(plain)), None)
        if found is not None:
            return found
    return None


def is_total(label: str) -> bool:
    """Whether a label says that its amounts are a total, and not of what.

    >>> is_total("Total"), is_total("合 计"), is_total("Total assets")
    (True, True, False)
    """
    return _BARE_TOTAL.fullmatch(folded(label)) is not None


def closes(label: str) -> bool:
    """Whether a line with this label is the last of its section."""
    return CLOSING.fullmatch(folded(label)) is not None
