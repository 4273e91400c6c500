"""The positions of China's VAT invoice: goods, quantity, price, amount, rate and tax of each line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from cases.model import Box, Place, Row
from ocr.text import Word
from ocr.vat_form import FormLine

GAP = 0.05
"""Of the page's width, that parts goods from model."""
RATE = re.compile(r"^(?:\d{1,2}(?:\.\d)?%|免税|不征税|零税率|\*{2,3})$")
_NUMBER = re.compile(r"^[¥￥]?-?\d[\d,]*(?:\.\d+)?$")
_EXEMPT = re.compile(r"^(?:\*{2,3}|…|\.{3}|·{3})$")
_TWO = re.compile(r"^[¥￥]?-?\d[\d,]*\.\d{2}$")
_END = re.compile(r"^合计|价税合计|^小计|^备注")


def rows_of(lines: Sequence[FormLine], document: str) -> tuple[Row, ...]:
    """The lines between the table's heading and its sum; a line without amount goes on with the goods above it."""
    head = next((index for index, line in enumerate(lines) if _is_heading(line)), None)
    if head is None:
        return ()
    left, right = _goods(lines[head]), _numbers_from(lines[head])
    rows: list[Row] = []
    for line in lines[head + 1 :]:
        if _END.search(line.text):
            break
        words = line.words(0, len(line.glyphs))
        row = _row(words, left, right, line.page.page, document)
        if row is not None:
            rows.append(row)
        elif rows:
            more = "".join(word.text for word in words if word.box.left < left and re.search(r"\w", word.text))
            last = rows[-1]
            if more and not _NUMBER.match(more):
                cells = {**last.cells, "description": last.cells.get("description", "") + more}
                rows[-1] = Row(cells=cells, place=last.place, confidence=last.confidence)
    return tuple(rows)


def _is_heading(line: FormLine) -> bool:
    return "金额" in line.text and "税额" in line.text


def _goods(line: FormLine) -> float:
    """Where the column of goods ends: at the heading of the next."""
    return _left_of(line, ("规格型号", "规格", "车牌号", "单位", "数量", "金额"), 0.3) - 0.005


def _numbers_from(line: FormLine) -> float:
    """Where the columns of figures begin."""
    unit = _left_of(line, ("单位",), -1.0)
    return unit + 0.01 if unit >= 0 else _left_of(line, ("数量", "单价", "金额"), 0.4) - 0.06


def _left_of(line: FormLine, labels: tuple[str, ...], otherwise: float) -> float:
    for label in labels:
        at = line.text.find(label)
        if at >= 0:
            return line.glyphs[at].left
    return otherwise


def _row(words: Sequence[Word], goods: float, numbers: float, page: int, document: str) -> Row | None:
    """A line with an amount: the figures before the rate are quantity, price and amount, the one after it the tax."""
    figures = [word for word in words if word.box.left >= numbers - 0.005 and _NUMBER.match(word.text.strip())]
    rate = next((word for word in words if word.box.left >= numbers and RATE.match(word.text.strip())), None)
    before = [word for word in figures if rate is None or word.box.left < rate.box.left]
    after = [word for word in figures if rate is not None and word.box.left > rate.box.left]
    if rate is None and len(before) >= 2 and _TWO.match(before[-1].text):
        before, after = before[:-1], before[-1:]
    if not before or not _TWO.match(before[-1].text.strip()):
        return None
    cells: dict[str, str] = {}
    description = _goods_named([word for word in words if word.box.left < goods])
    if description:
        cells["description"] = description
    cells |= _quantities(before)
    if rate is not None and not _EXEMPT.match(rate.text):
        cells["tax_rate"] = rate.text
    if after:
        cells["tax_amount"] = _plain(after[-1])
    place = Place(document, page, Box.around(word.box for word in words))
    return Row(cells=cells, place=place, confidence=min(word.confidence for word in words))


def _goods_named(words: Sequence[Word]) -> str:
    """The words up to the first wide gap: behind it stands the model, which may begin left of its heading."""
    taken = list(words[:1])
    for word in words[1:]:
        if word.box.left - taken[-1].box.right > GAP:
            break
        taken.append(word)
    return "".join(word.text for word in taken)


def _quantities(before: Sequence[Word]) -> dict[str, str]:
    """Amount, and quantity and price where both are printed; of one alone it is not said which it is."""
    amount = _plain(before[-1])
    cells: dict[str, str] = {"net_amount": amount}
    if len(before) >= 3:
        cells["quantity"], cells["unit_price"] = _plain(before[-3]), _plain(before[-2])
    elif len(before) == 2:
        price = _plain(before[0])
        if "." in price and abs(Decimal(price)) >= Decimal("0.01"):
            cells["unit_price"] = price
        else:
            cells["quantity"] = price
    return cells


def _plain(word: Word) -> str:
    plain = re.sub(r"[¥￥,]", "", word.text.strip())
    try:
        return str(Decimal(plain))
    except InvalidOperation:
        return "0"
