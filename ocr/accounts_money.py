"""In what money accounts are drawn up, and what their printed amounts are multiplied by."""

from __future__ import annotations

import re
from collections import Counter

from ocr.dollars import foreign_dollar

_MILLIONS = re.compile(
    r"(?i)[£$€¥]\s?(?:m|mn|millions?)\b|(?:in|expressed in|amounts in)\s+(?:\w+\s+){0,3}millions?\b|millions of"
    r"|百万元|百萬元"
)
_THOUSANDS = re.compile(
    r"(?i)(?:[£$€¥]|\b(?:rmb|usd|gbp|eur|hkd|aud|cny|nzd|sgd))\s?['’‘`]?\s?000['’]?s?\b"
    r"|\bin (?:[\w₹$€£¥]+[. ]+){0,4}thousands?\b|thousands of|thousands? of (?:\w+ ){0,2}(?:dollars|pounds|euros?)"
    r"|(?:单位|單位|金额|币种)?[:：]?\s*(?:人民币|港币|美元|人民幣|港幣)?\s*(?<![\d.])[千仟]\s?(?:元|港元|美元)|(?<![\d,])['’‘]000s?\b"
    r"|\bTEUR\b|[€$£]k\b"
)
_LAKHS = re.compile(r"(?i)(?:\bin|₹|\brs\.?|\binr)\s*(?:[\w₹.]+\s+){0,2}(?:lakhs?|lacs?)\b")
_CRORES = re.compile(r"(?i)(?:\bin|₹|\brs\.?|\binr)\s*(?:[\w₹.]+\s+){0,2}crores?\b")
_TEN_THOUSANDS = re.compile(r"(?<![\d.,余多亿百千十若个几两一二三四五六七八九壹贰叁肆伍])\s*(?<!\d )[万萬]\s?元(?!整)")
_MARKS: tuple[tuple[str, str], ...] = (
    ("HKD", r"HK\$|\bHKD\b|港元|港币|港幣|Hong Kong dollars?"),
    ("AUD", r"\bAU?\$|\bAUD\b|Australian dollars?"),
    ("NZD", r"NZ\$|\bNZD\b|New Zealand dollars?"),
    ("SGD", r"\bS\$|\bSGD\b|Singapore dollars?"),
    ("INR", r"₹|\bINR\b|(?<![A-Za-z])Rs\.?(?![A-Za-z])|\b(?:Indian )?[Rr]upees\b"),
    ("CAD", r"\bCA?\$|\bCAD\b|Canadian dollars?"),
    ("USD", r"US\$|\bUSD\b|美元|United States dollars?|U\.?S\.? dollars?"),
    ("CNY", r"\bRMB|\bCNY\b|人民币|人民幣|(?<![港美欧日])元|[¥￥]|Renminbi"),
    ("EUR", r"€|\bEUR\b|\beuros?\b|欧元"),
    ("GBP", r"£|\bGBP\b|pounds? sterling|\bsterling\b"),
)
_DOLLAR = re.compile(r"(?<![A-Z])\$")
_HOMES: tuple[tuple[str, str], ...] = (
    ("EUR", r"Companies Act 2014|\bIreland\b(?! of)|\bDAC\b|\bTeoranta\b|\bGmbH\b|HGB"),
    ("GBP", r"Companies Act 2006|England|Scotland|Wales|FRS 10[25]|\bplc\b"),
    ("CNY", r"资产|利润|编制单位"),
)
"""Whose money it is where no mark is printed."""


def unit_of(string: str) -> int:
    """What printed amounts are multiplied by: 1, 1000, 10000, 1000000, or the Indian 100000 and 10000000."""
    if _THOUSANDS.search(string):
        return 1000
    if _TEN_THOUSANDS.search(string):
        return 10000
    for pattern, unit in ((_LAKHS, 100000), (_CRORES, 10000000)):
        if pattern.search(string):
            return unit
    return 1000000 if _MILLIONS.search(string) else 1


def currency_of(string: str) -> tuple[str, bool]:
    """The money's ISO 4217 code, and whether a mark of it is printed; empty where nothing tells."""
    counts = Counter({code: len(re.findall(pattern, string)) for code, pattern in _MARKS})
    dollars = len(_DOLLAR.findall(string))
    if dollars:
        counts[_whose_dollar(string, counts)] += dollars
    best = max(counts, key=lambda code: counts[code])
    if counts[best]:
        return best, True
    country = foreign_dollar(string) or next((code for code, pattern in _HOMES if re.search(pattern, string)), "")
    american = re.search(
        r"\b(?:Inc|LLC|Corp|Corporation|Incorporated)\b|stockholders?['’]|accounts receivable", string, re.IGNORECASE
    )
    return (country, False) if country else ("USD" if american else "", False)


def _whose_dollar(string: str, counts: Counter[str]) -> str:
    named = [code for code in ("HKD", "AUD", "NZD", "SGD", "CAD", "USD") if counts[code]]
    if named:
        return max(named, key=lambda code: counts[code])
    return foreign_dollar(string) or "USD"


def mark_of(currency: str, word: str) -> bool:
    """Whether a word shows the money."""
    pattern = dict(_MARKS).get(currency, r"\$")
    return re.search(pattern, word) is not None or (currency not in ("GBP", "EUR", "CNY") and "$" in word)
