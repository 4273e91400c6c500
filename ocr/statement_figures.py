"""The figures of a statement's table: what print is an amount, its sign, and whether it stands within words."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cases.model import Box, Origin
from ocr.layout import Cell
from ocr.parse import money
from ocr.text import Word

ALIGNED = 0.011
"""Right edges of figures in one column lie within so much of the page's width."""
_MARK = r"(?:[£$€¥￥]|US\$|HK\$|EUR|GBP|USD|CHF|CNY|RMB)"
_SIGN = r"[+\-−–]"
STRICT = re.compile(
    rf"^\(?{_SIGN}? ?{_MARK}? ?{_SIGN}? ?(?:\d{{1,3}}(?:[,.'’ ]?\d{{3}})*)?[.,]\d{{2}}\)? ?{_MARK}? ?(?:{_SIGN}"
    rf"|CR|DR|[SHDC]|OD)?\.?$",
    re.IGNORECASE,
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
    embedded: bool = False
    """Whether it stands close behind words: a sum that a description names, as a rule."""

    @property
    def box(self) -> Box:
        """Of the figure without a mark of its side that stands apart."""
        return Box.around(word.box for word in self.words if not SIDE_MARK.match(word.text))


SIDE_MARK = re.compile(r"^(?:CR|DR|[SHDC]|OD|\+|-|−|–|H|贷|借)\.?$", re.IGNORECASE)
"""A mark of debit or credit that is a word by itself."""


def figures_of(
    words: Sequence[Word], aspect: float, decimal_mark: str, cells: Sequence[Cell] = ()
) -> tuple[Figure, ...]:
    """The amounts of a line, left to right; parts that stand close together (`1 234,56`, `5.00 CR`) are one."""
    found: list[Figure] = []
    end = len(words)
    while end > 0:
        figure = None
        for start in range(max(0, end - 5), end):
            some = words[start:end]
            if _close(some, aspect):
                figure = _figure(some, decimal_mark)
            if figure is not None:
                end = start
                found.append(replace(figure, embedded=_embedded(figure, cells)))
                break
        if figure is None:
            end -= 1
    return tuple(reversed(found))


def _close(words: Sequence[Word], aspect: float) -> bool:
    """Whether words stand so close that they are one figure; a mark of its side may stand a little apart, and so may
    groups of thousands."""
    for left, right in itertools.pairwise(words):
        apart = 0.55
        if SIDE_MARK.match(right.text) and right is words[-1]:
            apart = 2.2
        elif _THOUSANDS.search(left.text) and _HUNDREDS.match(right.text):
            apart = 0.95
        if right.box.left - left.box.right >= apart * max(left.box.height, right.box.height) / aspect:
            return False
    return True


_THOUSANDS = re.compile(r"(?:^|[-−–+(£€$])\d{1,3}$")
_HUNDREDS = re.compile(r"^\d{3}(?:[.,]\d{2}\D{0,2})?$")


def _embedded(figure: Figure, cells: Sequence[Cell]) -> bool:
    """Whether a figure stands among words: some of more than one letter before it in its cell, or any behind it."""
    first, last = figure.words[0], figure.words[-1]
    cell = next((one for one in cells if any(word is first for word in one.words)), None)
    if cell is None:
        return False
    before = itertools.takewhile(lambda word: word is not first, cell.words)
    behind = itertools.takewhile(lambda word: word is not last, reversed(cell.words))
    if any(sum(map(str.isalpha, word.text)) > 1 and not re.fullmatch(_MARK, word.text) for word in before):
        return True
    return any(_WORDS.search(word.text) and not re.fullmatch(_MARK, word.text, re.IGNORECASE) for word in behind)


_WORDS = re.compile(r"[^\W\d_]{3}|^@$")


_MAY_BE = re.compile(
    rf"^(?:{_MARK}|[\d(+\-−–.,'’ )CRDSHOcrdlIo|%])*\d(?:{_MARK}|[\d.,'’ )+\-−–CRDSHOcrdlIo|元])*$", re.IGNORECASE
)


def _figure(words: Sequence[Word], decimal_mark: str) -> Figure | None:
    raw = unicodedata.normalize("NFKC", " ".join(word.text for word in words)).replace("’", "'")
    raw = _cleaned(raw) if words[0].origin is Origin.OCR else raw
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
    signed = value < 0 or bool(re.search(r"[+]|CR|DR|(?<![A-Z])[SHDC]\.?$|OD$", raw.upper()))
    return Figure(value, raw, tuple(words), strict, signed, doubtful)


_SPECK = re.compile(r"^[.,·:'`]+(?=[£$€\d(+-])")
_POUND = re.compile(r"^([(+\-−–]?)[fFtEL](?=\d{1,3}(?:[.,]\d{3})*\.\d{2}(?:\D|$))")
"""A pound sign that was read as a letter."""


def _cleaned(raw: str) -> str:
    """The print of a figure without specks before it and with its pound sign, as an engine misreads both."""
    cleaned = _POUND.sub(r"\1£", _SPECK.sub("", raw))
    return cleaned if STRICT.match(cleaned) else raw


_DECIMALS = re.compile(r"[^\d]{0,4}\d{1,3}(?:[.,' ]?\d{3})*([.,])\d{2}[^\d.]{0,3}$")


def decimal_mark_of(words: Iterable[Word]) -> str:
    """The decimal mark of a document: that before the last two digits of most of its figures that are no dates."""
    found = [(match[1], _DAY.match(word.text)) for word in words if (match := _DECIMALS.match(word.text))]
    marks = [mark for mark, day in found if day is None] or [mark for mark, _ in found]
    points, commas = marks.count("."), marks.count(",")
    return "," if commas > points else "." if points else ""


_DAY = re.compile(r"^(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])$")
