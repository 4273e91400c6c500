"""The head of a tax return: who it is for, under which number, and for what period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from stdnum.cn import uscc

from cases.model import Field
from ocr.captions import Answer, Captions
from ocr.day_prints import days_in, period_in
from ocr.extract import Grid, field_of
from ocr.parse import Calendar
from ocr.pay_head import is_name
from ocr.tax_forms import TaxForm, wording
from ocr.text import Text, Word
from ocr.wording import Wording

_PLAIN = {
    "name": Wording.of(
        *("name of corporation", "name of partnership", "name of proprietor", "company name", "name", "business name"),
        *("name of taxpayer", "taxpayer name", "corporation name", "partnership name", "name of business"),
        *("prepared for",),
        *("name(s) shown on return", "name shown on return", "name of proprietor as shown on return"),
        *("纳税人名称", "名称", "纳税人名称(公章)", "纳税人名称（公章）", "纳税人姓名"),
    ),
    "number": Wording.of(
        *("employer identification number", "employer identification no", "employer identification"),
        *("employer id number (ein)", "ein", "utr"),
        *("employer id number", "employer identification number (ein)", "tax reference", "unique taxpayer reference"),
        *("taxpayer identification number", "federal id", "纳税人识别号", "统一社会信用代码"),
        *("纳税人识别号（统一社会信用代码）",),
        *("纳税人识别号(统一社会信用代码)", "社会信用代码"),
    ),
    "person": Wording.of("social security number", "social security number (ssn)", "ssn"),
    "other": Wording.of(
        *("number, street, and room or suite no*", "number, street", "street address", "address", "city or town"),
        *("city, town or post office", "date incorporated", "total assets", "s election effective date"),
        *("type or print",),
        *("business activity code", "business activity code number", "business code number", "check if", "name change"),
        *("principal business activity", "principal product or service", "date business started", "address change"),
        *("principal business or profession", "business address", "enter code from instructions", "prepared by"),
        *("name. if no separate business name", "business name. if no separate business name, leave blank"),
        *("print", "type", "or", "type or", "firm's name", "preparer's name", "firm's ein", "ptin", "c"),
        *("amount of tax",),
        *("法定代表人姓名", "法定代表人", "注册地址", "生产经营地址", "开户银行及账号", "登记注册类型", "电话号码"),
        *("所属行业",),
        *("税款所属时间", "税款所属期", "填表日期", "金额单位", "申报状态", "申报表流水号", "申报日期"),
        *("企业登记注册类型",),
        *("税款所属期间", "营业地址", "经营地址"),
    ),
}  # fmt: skip
VOCABULARY = {name: one.boxed() for name, one in _PLAIN.items()}
_EIN = re.compile(r"(?<![\d-])(\d{2}-\d{7})(?![\d-])")
_SSN = re.compile(r"(?<![\d-])(\d{3}-\d{2}-\d{4})(?![\d-])")
_UTR = re.compile(r"(?<!\d)(\d{10})(?!\d)")
_CHINESE_NUMBER = re.compile(r"(?<![0-9A-Z])([0-9A-Z]{15,20})(?![0-9A-Z])")
_NUMBERS = {"US": (_EIN, _SSN), "CN": (_CHINESE_NUMBER,), "GB": (_UTR,)}
_PREPARER = wording(r"paid preparer|preparer's name|firm's (?:name|ein)|prepared by|代理机构|流水号|身份证")
_YEAR = re.compile(r"(?i)(?:(?:calendar|tax)\s*year|for\s+(?:the\s+)?year|tax\s+period)\D{0,14}(20[0-4]\d)")
_BARE_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SPAN = wording(
    r"beginning|税款所属(?:时间|期间|期)[:：]? ?自?|period (?:covered|from)|\bfrom\b"
    r"|accounting period|(?:fiscal|tax) year"
)
_FOR_YEAR = wording(r"calendar year|tax year|taxable year|beginning")


def party_fields(captions: Captions, form: TaxForm, document: str) -> Iterator[Field]:
    """The taxpayer's name and number."""
    for answer in captions.answers("name"):
        name = re.sub(r"[（(]?公章[）)]?[:：]?", "", answer.text).strip(" ,:：*")
        if is_name(name) and not _PREPARER.search(name):
            yield field_of("legal_name", name, answer.words, document)
            break
    patterns = _NUMBERS[form.country]
    for pattern in patterns:
        found = _behind_a_caption(captions, pattern) or _anywhere(captions.grid, pattern)
        if found is not None:
            yield field_of("tax_id", found[0], found[1], document)
            return


def _behind_a_caption(captions: Captions, pattern: re.Pattern[str]) -> tuple[str, Sequence[Word]] | None:
    for answer in captions.answers("person" if pattern is _SSN else "number"):
        if _PREPARER.search(answer.caption.label) or _of_the_preparer(captions.grid, answer):
            continue
        found = next(iter(_numbers_in(answer.text, pattern)), None)
        if found is not None:
            return found, answer.words
    return None


def _of_the_preparer(grid: Grid, answer: Answer) -> bool:
    """Whether a number stands below the line where the preparer's own block begins."""
    lines = [line for line in grid.lines if line.page == answer.words[0].page and line.line.box.top < answer.box.top]
    return any(_PREPARER.search(line.text) for line in lines) and answer.box.top > 0.5


def _anywhere(grid: Grid, pattern: re.Pattern[str]) -> tuple[str, Sequence[Word]] | None:
    """The first number of its form on a page, above all that is said of the preparer."""
    for line in grid.lines:
        if _PREPARER.search(line.text):
            continue
        for cell in line.cells:
            for found in _numbers_in(cell.text, pattern):
                if pattern is not _CHINESE_NUMBER or uscc.is_valid(found):
                    return found, [word for word in cell.words if found in word.text] or list(cell.words)
    return None


def _numbers_in(print_: str, pattern: re.Pattern[str]) -> list[str]:
    """Numbers of a form; of Chinese ones those that their last character proves come first."""
    found = pattern.findall(print_.replace(" ", "") if pattern is _CHINESE_NUMBER else print_)
    return sorted(found, key=lambda one: not uscc.is_valid(one)) if pattern is _CHINESE_NUMBER else found


def period_fields(grid: Grid, text: Text, form: TaxForm, habit: Calendar, document: str) -> Iterator[Field]:
    """The days that the return names as beginning and end, and its year; of American returns the year they begin in."""
    span = _span(grid, habit)
    if span is not None:
        first, last, words = span
        yield field_of("period_start", first.isoformat(), words, document)
        yield field_of("period_end", last.isoformat(), words, document)
        yield field_of("tax_year", str((first if form.country == "US" else last).year), words, document)
        return
    named = text.search(_YEAR)
    year = (named.groups[0], named.words) if named else _largest_year(text)
    if year is None or year[0] is None:
        return
    yield field_of("tax_year", year[0], year[1], document)
    if form.country == "US":
        for name, ends in (("period_start", f"{year[0]}-01-01"), ("period_end", f"{year[0]}-12-31")):
            yield field_of(name, ends, year[1], document, note="the calendar year that the return names")


def _span(grid: Grid, habit: Calendar) -> tuple[dt.date, dt.date, tuple[Word, ...]] | None:
    """The two days of the line that speaks of the period, or of it and the line that it runs on to."""
    for index, line in enumerate(grid.lines):
        if not _SPAN.search(line.text) or (line.line.box.top > 0.5 and not _FOR_YEAR.search(line.text)):
            continue
        following = [one for one in grid.lines[index + 1 : index + 2] if one.page == line.page]
        for some in ([line], [line, *following]):
            print_ = _mended(" ".join(one.text for one in some))
            said = _SPAN.search(print_)
            found = period_in(print_[said.start() if said else 0 :], habit)
            days = [one.day for one in days_in(print_, habit)]
            if found is None and len(days) >= 2 and days[0] < days[1]:
                found = days[0], days[1]
            if found is not None and 20 < (found[1] - found[0]).days < 380:
                return *found, tuple(word for one in some for word in one.line.words)
    return None


def _mended(print_: str) -> str:
    """A form's own fragments of a year (`06-30 , 20 24`, `JUL 1 , 2023`) put together to dates."""
    plain = re.sub(r"[_.]{2,}", " ", print_)
    plain = re.sub(r"\s+,", ",", plain)
    plain = re.sub(r"(?<!\d)20 (\d{2})(?!\d)", r"20\1", plain)
    plain = re.sub(r"(?<!\d)(\d{1,2})[/\-](\d{1,2}) ?, ?(20\d\d)", r"\1/\2/\3", plain)
    return re.sub(r" {2,}", " ", plain)


def _largest_year(text: Text) -> tuple[str | None, Sequence[Word]] | None:
    years = [word for word in text.words if _BARE_YEAR.fullmatch(word.text.strip("().,"))]
    largest = max(years, key=lambda word: word.box.height, default=None)
    return None if largest is None else (largest.text.strip("().,"), [largest])
