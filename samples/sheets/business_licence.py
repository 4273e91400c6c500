"""China's business licence: the landscape original and the upright duplicate (副本)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

from samples.ink import around, day, guilloche, star
from samples.sheet import Sheet

DIGITS = "零壹贰叁肆伍陆柒捌玖"
QR_SIDE = 29


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    chinese = "%Y年%m月%d日"
    until = truth["valid_to"]
    return {
        **truth,
        "capital_words": capital(truth["registered_capital"]),
        "established": day(truth["established_on"], chinese),
        "validity": f"{day(truth['valid_from'], chinese)}至{'长期' if until == 'long-term' else day(until, chinese)}",
        "issued": day(truth["issued_on"], "%Y年 {m} 月 {d} 日"),
        "modules": modules(truth["registration_number"]),
        "waves": guilloche(200, 140, lines=30, waves=5.0),
        "star": star(60, 60, 15),
        "seal_letters": around(truth["authority"], 42, 11.5, arc=250),
    }


def capital(amount: str) -> str:
    """A registered capital in capital numerals, as licences print it; whole ten thousands below ten million."""
    number, parts, empty = int(Decimal(amount)) // 10_000, [], False
    for unit, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            parts.append(("零" if empty and parts else "") + DIGITS[digit] + name)
        empty = not digit
    return "".join(parts) + "万元整"


def modules(seed: str) -> str:
    """A field of squares that looks like a QR code and says nothing, as the data of one SVG path."""
    random, squares = Random(seed), []
    for y in range(QR_SIDE):
        for x in range(QR_SIDE):
            finder = (x < 8 and y < 8) or (x > QR_SIDE - 9 and y < 8) or (x < 8 and y > QR_SIDE - 9)
            if not finder and random.random() < 0.48:
                squares.append(f"M{x} {y}h1v1h-1z")
    for left, top in ((0, 0), (QR_SIDE - 7, 0), (0, QR_SIDE - 7)):
        squares.append(f"M{left} {top}h7v1h-7z M{left} {top + 6}h7v1h-7z M{left} {top + 1}h1v5h-1z")
        squares.append(f"M{left + 6} {top + 1}h1v5h-1z M{left + 2} {top + 2}h3v3h-3z")
    return "".join(squares)


SHEET = Sheet(layouts=("landscape", "portrait"), facts=facts)
