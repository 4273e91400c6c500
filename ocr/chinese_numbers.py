"""Amounts and dates as Chinese papers write them: 贰佰万元整, 1000万元人民币, 2019年01月01日, 二〇一九年一月一日.

The capital numerals are those of the Ministry of Finance's rules for accounts (会计基础工作规范, article 52).
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

DIGITS = {
    numeral: value
    for value, numerals in enumerate(
        ("零〇○", "壹一弌", "贰二贰两", "叁三参", "肆四", "伍五", "陆六", "柒七", "捌八", "玖九")
    )
    for numeral in numerals
}
UNITS = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
SECTIONS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
CURRENCIES = {
    "人民币": "CNY", "美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP",
}  # fmt: skip
_NUMERALS = "".join((*DIGITS, *UNITS, *SECTIONS))
_WORDS = re.compile(rf"[{_NUMERALS}]+(?=[元圆])|[{_NUMERALS}]{{2,}}")
_FIGURES = re.compile(r"(\d[\d,，]*(?:\.\d+)?)\s*([万萬亿億]?)")
_DATE = re.compile(r"(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*日?")
_DATE_IN_WORDS = re.compile(
    r"([零〇○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)


def whole_number(text: str) -> int:
    """The number that Chinese numerals say, such as 贰佰万 = 2000000; ValueError for other characters."""
    total = section = digit = 0
    for numeral in text:
        if numeral in DIGITS:
            digit = DIGITS[numeral]
        elif numeral in UNITS:
            section += (digit or 1) * UNITS[numeral]
            digit = 0
        elif numeral in SECTIONS:
            total = (total + section + digit) * SECTIONS[numeral]
            section = digit = 0
        else:
            raise ValueError(f"{numeral!r} is no Chinese numeral")
    return total + section + digit


MOST_MONEY = Decimal(10) ** 15


def amount(text: str) -> Decimal | None:
    """An amount of money in yuan (or the currency it names); None when the text has none."""
    compact = re.sub(r"\s", "", text)
    figures = _FIGURES.search(compact)
    if figures:
        try:
            number = Decimal(re.sub("[,，]", "", figures[1]))
        except InvalidOperation:
            return None
        return _payable(number * SECTIONS.get(figures[2], 1))
    words = _WORDS.search(compact)
    return _payable(Decimal(whole_number(words[0]))) if words else None


def _payable(number: Decimal) -> Decimal | None:
    """The number in cents; no number that is larger than any sum of money."""
    return number.quantize(Decimal("0.01")) if number < MOST_MONEY else None


def currency(text: str) -> str:
    """The currency that an amount names, ISO 4217; CNY when it names none."""
    return next((code for name, code in CURRENCIES.items() if name in text), "CNY")


def dates(text: str) -> tuple[dt.date, ...]:
    """Every date in a text, in order."""
    found: list[tuple[int, dt.date]] = []
    for match in _DATE.finditer(text):
        found += _dated(match.start(), int(match[1]), int(match[2]), int(match[3]))
    for match in _DATE_IN_WORDS.finditer(text):
        year = int("".join(str(DIGITS[numeral]) for numeral in match[1]))
        found += _dated(match.start(), year, whole_number(match[2]), whole_number(match[3]))
    return tuple(day for _, day in sorted(found))


def _dated(start: int, year: int, month: int, day: int) -> list[tuple[int, dt.date]]:
    try:
        return [(start, dt.date(year, month, day))]
    except ValueError:
        return []
