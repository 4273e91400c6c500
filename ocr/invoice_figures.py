"""The figures of an invoice's lines: without the signs of currencies, which are rates, which stand under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ocr.extract import Grid, GridLine
from ocr.invoice_sum_words import ROUNDING
from ocr.layout import Cell, shared_width
from ocr.statement_figures import Figure, figures_of
from ocr.text import Word

_CURRENCY = re.compile(r"€|\$|£|%|₹|zł|Kč|kr\.?|Ft|lei|[₺₩฿]|Rs\.?|RM|[A-Z]{1,2}\$|[A-Z]{3}")
_RARE = re.compile(
    r"^(?:₹|Rs\.?|R\$|RM|[A-Z]{1,2}\$|[A-Z]{3}(?=[\d.,])|R(?=\d)|kr\.?|[₺₩฿₫₱])|(?:zł|Kč|kr\.?|Ft|lei|₺|,-|:-|[A-Z]{3}|T)$"
)
_PLAIN = re.compile(r"-?\d[\d.,' ]*[.,]\d{2}|\d{1,3}(?:[.,]\d{3})+")


def figured(grid: Grid, aspect: dict[int, float], mark: str) -> tuple[tuple[GridLine, tuple[Figure, ...]], ...]:
    """Every line with its figures that can be money, the currency's signs put aside."""
    found: list[tuple[GridLine, tuple[Figure, ...]]] = []
    for line in grid.lines:
        own = [word for word in line.line.words if not _CURRENCY.fullmatch(word.text)]
        words = tuple(_unmarked(word, own[at + 1 : at + 2]) for at, word in enumerate(own))
        found.append((line, figures_of(words, aspect.get(line.page, 0.7), mark)))
    return tuple(found)


def _unmarked(word: Word, following: Sequence[Word]) -> Word:
    """A word without the sign of a currency that figures are seldom printed with; also the first of two that a blank
    groups (R9 800.00)."""
    plain = _RARE.sub("", word.text)
    grouped = re.fullmatch(r"\d{1,3}", plain) and any(re.fullmatch(r"\d{3}[.,]\d{2}", one.text) for one in following)
    return word if plain == word.text or not (grouped or _PLAIN.fullmatch(plain)) else replace(word, text=plain)


def is_rate(figure: Figure, line: GridLine) -> bool:
    """Whether a figure is a percentage."""
    after = [word for word in line.line.words if word.box.left >= figure.box.right - 0.002]
    return figure.raw.endswith("%") or bool(after and after[0].text.startswith("%"))


def under(cell: Cell, figure: Figure, head: GridLine, line: GridLine) -> bool:
    """Whether money stands under a heading's cell."""
    right = abs(figure.box.right - cell.box.right) < 0.015
    return head.page == line.page and figure.strict and (right or shared_width(cell.box, figure.box) > 0.5)


def roundings(lines: Sequence[tuple[GridLine, tuple[Figure, ...]]]) -> Iterator[Decimal]:
    """What a total may have been rounded by: less than one behind or below a word for that, up or down."""
    for index, (line, figures) in enumerate(lines):
        for cell in line.cells:
            if ROUNDING.search(cell.text) is None:
                continue
            behind = [one for one in figures if one.box.right > cell.box.left]
            near = lines[index + 1 : index + 3]
            low = [one for other, some in near for one in some if under(cell, one, line, other)]
            written = re.findall(r"(?<![\d.,])0?[.,]\d{2}(?!\d)", line.text)
            small = [Decimal(f"0{one.lstrip('0').replace(',', '.')}") for one in written]
            for value in (*(abs(one.value) for one in (*behind[:1], *low[:1])), *small):
                if 0 < value < 1:
                    yield from (value, -value)
