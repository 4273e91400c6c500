"""The form of China's VAT invoice: its head, its two parties, its sums.

The paper form sets the buyer above the table and the seller below it; the fully digital invoice (数电票, since 2021)
sets the buyer left and the seller right above the table and has a number of 20 digits but no code and no cipher area.
Sources: 国家税务总局公告 2014年第43号 (form), 2020年第22号 and 2024年第11号 (fully digital invoices).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cases.model import Field
from ocr.chinese_form import Glyph, glyphs
from ocr.chinese_numbers import DIGITS, SECTIONS, UNITS, dates
from ocr.extract import field_of
from ocr.parse import money
from ocr.text import PageText, Text, Word

WIDE = 3.0
"""A gap of so many line heights ends a value."""
_NUMERALS = "".join((*DIGITS, *UNITS, *SECTIONS))
_IN_WORDS = re.compile(rf"[{_NUMERALS}]+[元圆][{_NUMERALS}角分整正]*")
_FIGURE = re.compile(r"[¥￥Yy*]?(-?\d[\d,]*[.．]\d{2})(?!\d)")
_NAME = re.compile(r"(?<![务目品])名称[:：]?")
_TAX_NUMBER = re.compile(r"(?:统一社会信用代码/?)?纳税人识别号[:：]?|统一社会信用代码[:：]")
_LABELS = re.compile(
    r"名称[:：]|纳税人识别号|统一社会信用代码|地址|电话|开户行|开票日期|发票号码|发票代码|校验码|密码区|销售方|购买方"
)
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "o": "0", "l": "1"})
_SUM = re.compile(r"^(?:小计|[^价税合]{0,3})合计")


@dataclass(frozen=True)
class FormLine:
    """A line's characters without blanks."""

    page: PageText
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def top(self) -> float:
        return min(glyph.word.box.top for glyph in self.glyphs)

    def words(self, start: int, stop: int) -> tuple[Word, ...]:
        """The words that print some of the characters."""
        return tuple(dict.fromkeys(glyph.word for glyph in self.glyphs[start:stop]))

    def value(self, start: int, *, far: bool = True) -> tuple[str, int]:
        """What stands from a character on, up to the next label or a wide gap; and where it ends. `far` lets the first
        character stand away from its label."""
        stop = start
        while stop < len(self.glyphs):
            if stop > start and self._gap(stop) > WIDE:
                break
            if stop == start and not far and stop and self._gap(stop) > WIDE:
                break
            if _LABELS.match(self.text, stop):
                break
            stop += 1
        return self.text[start:stop], stop

    def _gap(self, index: int) -> float:
        """Between a character and the one before it, in line heights."""
        left, right = self.glyphs[index - 1].word, self.glyphs[index].word
        if left is right:
            return 0.0
        height = max(left.box.height, right.box.height) * self.page.height
        return (right.box.left - left.box.right) * self.page.width / max(height, 1e-6)


def form_lines(text: Text) -> tuple[FormLine, ...]:
    """Every line that has print."""
    return tuple(FormLine(page, found) for page in text.pages for line in page.lines if (found := tuple(glyphs(line))))


def head_fields(lines: tuple[FormLine, ...], document: str) -> dict[str, Field]:
    """Code, number, date, check code and machine code."""
    fields: dict[str, Field] = {}
    forms = {
        "invoice_code": r"发票代码[:：]?(?P<v>\d{12}|\d{10})(?!\d)",
        "invoice_number": r"(?:发票号码[:：]?|№|N[oO0][.:：]?)(?P<v>\d{20}|\d{8})(?!\d)",
        "check_code": r"校验码[:：]?(?P<v>\d{20}|\d{6})(?!\d)",
        "machine_code": r"机器编号[:：]?(?P<v>\d{12})(?!\d)",
    }
    for line in lines:
        for name, form in forms.items():
            match = re.search(form, line.text)
            if match is not None and name not in fields:
                fields[name] = field_of(name, match["v"], line.words(*match.span("v")), document)
        dated = re.search(r"开票日期[:：]?(?P<v>\d{4}[年./-]?\d{1,2}[月./-]?\d{1,2}日?)", line.text)
        day = next(iter(dates(dated["v"])), None) if dated is not None else None
        if dated is not None and day is not None and "invoice_date" not in fields:
            fields["invoice_date"] = field_of("invoice_date", day.isoformat(), line.words(*dated.span("v")), document)
    return _unlabelled(lines, document) | fields


def _unlabelled(lines: tuple[FormLine, ...], document: str) -> dict[str, Field]:
    """Paper forms print code and number at the head without labels, twice: numbers of their lengths there."""
    fields: dict[str, Field] = {}
    for line in lines:
        if line.top > 0.25 or line.page.page != lines[0].page.page:
            continue
        for word in line.words(0, len(line.glyphs)):
            plain = word.text.strip()
            if re.fullmatch(r"\d{10}|\d{12}", plain) and "机器编号" not in line.text:
                fields.setdefault("invoice_code", field_of("invoice_code", plain, (word,), document))
            elif re.fullmatch(r"\d{8}", plain) and "invoice_code" in fields:
                fields.setdefault("invoice_number", field_of("invoice_number", plain, (word,), document))
    return fields


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    words: tuple[Word, ...]
    left: float
    line: int


def party_fields(lines: tuple[FormLine, ...], document: str) -> dict[str, Field]:
    """Names and tax numbers: of two on a line the left is the buyer's, else the upper one."""
    middle = next((index for index, line in enumerate(lines) if "金额" in line.text and "税" in line.text), 10**6)
    fields: dict[str, Field] = {}
    for what, values in (("name", list(_names(lines))), ("tax_id", list(_tax_numbers(lines)))):
        for value in values:
            level = [other for other in values if other.line == value.line]
            if len(level) > 1:
                owner = "buyer" if value.left == min(one.left for one in level) else "seller"
            elif value.line < middle:
                owner = "seller" if middle < 10**6 and value.left > 0.5 else "buyer"
            else:
                owner = "seller"
            name = f"{owner}_{what}"
            if name not in fields and value.text:
                fields[name] = field_of(name, value.text, value.words, document)
    return fields


def _names(lines: tuple[FormLine, ...]) -> Iterator[_Value]:
    for number, line in enumerate(lines):
        for match in _NAME.finditer(line.text):
            text, stop = line.value(match.end())
            plain = text.strip(":：")
            if len(plain) >= 2 and re.search(r"[\u4e00-\u9fffA-Za-z]{2}", plain) and not re.search(r"[<>]", plain):
                yield _Value(plain, line.words(match.end(), stop), line.glyphs[match.start()].left, number)


def _tax_numbers(lines: tuple[FormLine, ...]) -> Iterator[_Value]:
    for number, line in enumerate(lines):
        for match in _TAX_NUMBER.finditer(line.text):
            text, stop = line.value(match.end())
            found = re.match(r"[:：]?([0-9A-Za-z]{15,20})$", text)
            if found is not None:
                plain = found[1].upper().translate(_LOOKALIKES)
                yield _Value(plain, line.words(match.end(), stop), line.glyphs[match.start()].left, number)


def sum_fields(lines: tuple[FormLine, ...], document: str) -> dict[str, Field]:
    """Net amount, tax, total in figures and in words."""
    fields: dict[str, Field] = {}
    for index, line in enumerate(lines):
        text = line.text
        if "价税合计" in text or ("小写" in text and "大写" in text):
            fields |= _whole(lines[max(0, index - 1) : index + 2], line, document)
        elif _SUM.match(text) and "net_amount" not in fields:
            found = list(_FIGURE.finditer(text))
            for name, match in zip(("net_amount", "tax_amount"), found, strict=False):
                fields[name] = _amount(name, line, match, document)
    return fields


def _amount(name: str, line: FormLine, match: re.Match[str], document: str) -> Field:
    value = match[1].replace(",", "").replace("．", ".")
    return field_of(name, value, line.words(*match.span(1)), document, raw=match[0])


def _whole(near: tuple[FormLine, ...], own: FormLine, document: str) -> dict[str, Field]:
    """The total of the line of 价税合计, or of the lines next to it when the print stands a little higher or lower."""
    fields: dict[str, Field] = {}
    for line in (own, *(one for one in near if one is not own and not _SUM.match(one.text))):
        words = _IN_WORDS.search(line.text)
        if words is not None and "total_in_words" not in fields and money(words[0]) is not None:
            fields["total_in_words"] = field_of("total_in_words", words[0], line.words(*words.span()), document)
        figures = list(_FIGURE.finditer(line.text))
        if figures and "total_amount" not in fields and (line is own or len(figures) == 1):
            fields["total_amount"] = _amount("total_amount", line, figures[-1], document)
    return fields
