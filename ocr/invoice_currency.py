"""The currency of an invoice: as a label names it, else the code or mark that stands at its figures most often.

A bare $ is the dollar of the country that the paper's tax number or tax belongs to (ABN and GST: Australia).
"""

from __future__ import annotations

import re
from collections import Counter

from cases.model import Field
from ocr.extract import GridLine, field_of
from ocr.postal import CANADIAN
from ocr.text import Text, Word
from ocr.wording import Wording

_LABEL = Wording.of(
    *("currency", "währung", "rechnungswährung", "devise", "moneda", "divisa", "invoice currency", "valuta", "monnaie"),
    *("币种", "货币", "all amounts in", "all prices in", "alle beträge in", "amounts in", "alle preise in"),
)
_CODES = (
    "GBP|EUR|USD|CHF|CNY|HKD|PLN|SEK|NOK|DKK|CZK|CAD|AUD|NZD|SGD|JPY|INR|ZAR|AED|HUF|RON|TRY|BRL|MXN|THB|MYR|KRW|TWD|"
    "PHP|IDR|SAR|ILS|RUB|RMB"
)
_MARKS = {
    "£": "GBP", "€": "EUR", "US$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "NT$": "TWD", "$": "$", "¥": "CNY", "￥": "CNY", "元": "CNY", "圆": "CNY",
    "人民币": "CNY", "zł": "PLN", "₹": "INR", "₩": "KRW", "Kč": "CZK", "Fr.": "CHF", "SFr.": "CHF", "Euro": "EUR",
    "RMB": "CNY",
}  # fmt: skip
_MARK = re.compile(
    rf"(?<![A-Z])(?:{_CODES})(?![A-Z])|" + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True))
)
_AT_FIGURE = re.compile(r"^\W{0,3}\d|\d\W{0,3}$")
_DOLLARS = (
    ("AUD", r"\bA\.?B\.?N\b|\bA\.?C\.?N\b|\bPty\b|\.com\.au\b|\b(?:NSW|VIC|QLD|TAS|ACT) \d{4}\b|\bAustralia\b"),
    ("CAD", r"\bHST\b|\bQST\b|\bPST\b|\bCanada\b|" + CANADIAN),
    ("NZD", r"\bNZBN\b|New Zealand|\.co\.nz\b|\bNZ\b"),
    ("SGD", r"\bUEN\b|\bSingapore \d{6}\b|\bPte\.? Ltd"),
    ("HKD", r"\bHong Kong\b|\bKowloon\b|香港"),
)
"""What only papers of a country with dollars of its own say; else the dollar is that of the United States."""


def currency_of(text: Text, lines: tuple[GridLine, ...], document: str) -> Field | None:
    """The currency: as a label names it, else the one that is named most often, those at figures first."""
    for line in lines:
        for position, cell in enumerate(line.cells):
            match = _LABEL.search(cell.text)
            if match is None:
                continue
            for other, text_ in ((cell, cell.text[match.end() :]), *((o, o.text) for o in line.cells[position + 1 :])):
                code = re.match(rf"[\s:：(]*({_CODES})(?![A-Za-z])", text_)
                if code:
                    return field_of("currency", code[1].replace("RMB", "CNY"), other.words, document)
    counts: Counter[str] = Counter()
    first: dict[str, Word] = {}
    for line in lines:
        for number, word in enumerate(line.line.words):
            for match in _MARK.finditer(word.text):
                code_ = _MARKS.get(match[0], match[0])
                rest = word.text[: match.start()] + word.text[match.end() :]
                near = line.line.words[max(0, number - 1) : number + 2]
                at = _AT_FIGURE.search(rest) or any(_AT_FIGURE.search(one.text) for one in near if one is not word)
                counts[code_] += (3 if len(match[0]) > 1 else 2) * (2 if at else 1)
                first.setdefault(code_, word)
    if not counts:
        return None
    told = max(counts, key=lambda one: counts[one])
    if told == "$":
        # A code besides the bare sign says whose dollar it is.
        named = [code for code in counts if code.endswith("D") and code != "AED"]
        value = named[0] if len(named) == 1 else _dollar(text.string)
    else:
        value = told
    return field_of("currency", value, (first[told],), document)


def _dollar(string: str) -> str:
    return next((code for code, told in _DOLLARS if re.search(told, string)), "USD")
