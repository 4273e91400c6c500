"""The currency of an invoice: as a label names it, else the code or mark that stands at its figures most often.

A bare $ is the dollar of the country that the paper's tax number or tax belongs to (ABN and GST: Australia).
"""

from __future__ import annotations

import re
from collections import Counter

from cases.model import Field
from ocr.dollars import foreign_dollar
from ocr.extract import GridLine, field_of
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
    "RMB": "CNY", "Rs.": "INR", "₺": "TRY", "฿": "THB", "₪": "ILS", "₱": "PHP",
}  # fmt: skip
_MARK = re.compile(
    rf"(?<![A-Z])(?:{_CODES})(?![A-Z])|" + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True))
)
_AT_FIGURE = re.compile(r"^\W{0,3}\d|\d\W{0,3}$")


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
        return _by_letters(text, document)
    told = max(counts, key=lambda one: counts[one])
    if told == "$":
        # A code besides the bare sign says whose dollar it is.
        named = [code for code in counts if code.endswith("D") and code != "AED"]
        value = named[0] if len(named) == 1 else foreign_dollar(text.string) or "USD"
    else:
        value = told
    return field_of("currency", value, (first[told],), document)


_LETTERS = (
    ("ZAR", re.compile(r"(?<![\w.])R ?\d{1,3}(?:[ ,]?\d{3})*[.,]\d{2}(?!\d)")),
    ("MYR", re.compile(r"(?<![\w.])RM ?\d")),
    ("DKK", re.compile(r"(?i)(?=.*\bcvr\b).*\bkr\b", re.DOTALL)),
    ("NOK", re.compile(r"(?i)(?=.*\bmva\b).*\bkr\b", re.DOTALL)),
    ("SEK", re.compile(r"(?i)(?=.*\b(?:momsreg\w*|bankgiro|f-skatt)\b).*\bkr\b", re.DOTALL)),
    ("HUF", re.compile(r"\d ?Ft\b")),
)
"""Currencies whose marks are mere letters, by what stands at figures or besides."""


def _by_letters(text: Text, document: str) -> Field | None:
    """The currency of marks that other words may look like, where nothing else names one."""
    string = text.string
    found = next((code for code, pattern in _LETTERS if pattern.search(string)), None)
    return None if found is None else field_of("currency", found, text.words[:1], document)
