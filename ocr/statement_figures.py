"""The figures of a statement's table: what print is an amount, its sign, and the columns that amounts line up in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.model import Box, Origin
from ocr.parse import money
from ocr.text import Word

ALIGNED = 0.011
"""Right edges of figures in one column lie within so much of the page's width."""
STRICT = re.compile(
    r"^[(+\-−–]? ?[£$€¥￥]? ?[+\-−–]? ?\d{1,3}(?:[,.' ]?\d{3})*[.,]\d{2}\)? ?(?:[+\-−–]|CR|DR|[SHDC]|OD)?\.?$", re.I
)
"""A figure that can only be money: with two decimals."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as printed in the table."""

    value: Decimal
    raw: str
    words: tuple[Word, ...]
    strict: bool
    signed: bool
    """Whether the print itself gives a sign."""
    doubtful: bool = False
    """Whether a point behind it may be a minus that was misread."""

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


def figures_of(words: Sequence[Word], aspect: float, decimal_mark: str) -> tuple[Figure, ...]:
    """The amounts of a line, left to right; parts that stand close together (`1 234,56`, `5.00 CR`) are one."""
    found: list[Figure] = []
    end = len(words)
    while end > 0:
        figure = None
        for start in range(max(0, end - 4), end):
            some = words[start:end]
            if _close(some, aspect):
                figure = _figure(some, decimal_mark)
            if figure is not None:
                end = start
                found.append(figure)
                break
        if figure is None:
            end -= 1
    return tuple(reversed(found))


def _close(words: Sequence[Word], aspect: float) -> bool:
    return all(
        right.box.left - left.box.right < 0.55 * max(left.box.height, right.box.height) / aspect
        for left, right in itertools.pairwise(words)
    )


_MAY_BE = re.compile(r"^[\d(+\-−–£$€¥￥.,' )CRDSHOcrdlIo|%]*\d[\d.,' )+\-−–CRDSHOcrdlIo|€元]*$")


def _figure(words: Sequence[Word], decimal_mark: str) -> Figure | None:
    raw = " ".join(word.text for word in words)
    if not _MAY_BE.match(raw):
        return None
    # A faint minus behind a figure is read as a point; the figure stands, its sign is left to arithmetic.
    doubtful = words[0].origin is Origin.OCR and raw.endswith(".") and bool(STRICT.match(raw[:-1]))
    raw = raw[:-1] if doubtful else raw
    value = money(raw, decimal_mark=decimal_mark)
    if value is None:
        return None
    strict = bool(STRICT.match(raw))
    if len(words) > 1 and not strict:
        return None
    signed = value < 0 or bool(re.search(r"[+]|CR|DR|[SHDC]\.?$|OD$", raw.upper()))
    return Figure(value, raw, tuple(words), strict, signed, doubtful)


_DECIMALS = re.compile(r"[^\d]{0,4}\d{1,3}(?:[.,' ]?\d{3})*([.,])\d{2}[^\d.]{0,3}$")


def decimal_mark_of(words: Iterable[Word]) -> str:
    """The decimal mark of a document: that before the last two digits of most of its figures."""
    points = commas = 0
    for word in words:
        match = _DECIMALS.match(word.text)
        if match:
            points += match[1] == "."
            commas += match[1] == ","
    return "," if commas > points else "." if points else ""


def clusters(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures by their right edges, the leftmost column first."""
    found: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: one.box.right):
        if found and figure.box.right - found[-1][-1].box.right <= ALIGNED:
            found[-1].append(figure)
        else:
            found.append([figure])
    return found
