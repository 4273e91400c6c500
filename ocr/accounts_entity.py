"""Whose accounts they are: the company's name in the heads of the pages, and its number in a register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cases.model import Field
from ocr.account_labels import heading, line_item
from ocr.accounts_columns import headings_of, is_note_heading
from ocr.accounts_heads import Head
from ocr.accounts_pages import ASIDE_TITLE, BALANCE_TITLE, INCOME_TITLE, NOTES_TITLE
from ocr.extract import Grid, GridLine, Label, field_of, text_of
from ocr.layout import Cell
from ocr.text import Text, Word, bare

_NUMBER = Label.of(
    *(
        "registered (?:company )?number",
        "(?:company|charity) (?:registration |registered )?(?:number|no)",
        "registration (?:number|no)",
        *("cin", "corporate identi(?:ty|fication) (?:number|no)", "registernummer", "handelsregister(?:nummer)?"),
    ),
    *("company no", "registered no", "crn", "cro number", "统一社会信用代码", "注册号", "uen", "nzbn", "公司編號"),
)
_NUMBER_WITHIN = re.compile(
    r"(?i)(?<!firm )(?:regist(?:ered|ration)|company|incorporation)\s*(?:company\s*"
    r"|registration\s*)?(?:in [A-Z][\w ]{2,30}?\s*)?(?:under\s*)?(?:number|no\b\.?"
    r"|#)\s*[:.]?\s*((?:[A-Z]{2})?\d{5,8})(?!\d)"
    r"|统一社会信用代码\s*(?:为|是)?\s*[:：]?\s*([0-9A-Z]{18})"
    r"|\b(?:ABN|A\.B\.N\.?)\s*[:.]?\s*(\d{2}\s?\d{3}\s?\d{3}\s?\d{3})(?!\d)|\bUEN\s*[:.]?\s*(\d{8,9}[A-Z])"
)
_AUSTRALIAN = re.compile(r"\b(?:ACN|A\.C\.N\.?)\s*[:.]?\s*(\d{3}\s?\d{3}\s?\d{3})(?!\s?\d)")
"""The number of the company; that of the business (ABN) holds it."""
_INDIAN = re.compile(r"(?<![A-Z\d])([LU]\d{5}[A-Z]{2}(?:19|20)\d{2}[A-Z]{3}\d{6})(?![A-Z\d])")
_GERMAN = re.compile(r"\b(HR[AB]\s*\d{2,6}(?:\s?[A-Z]{1,2})?)\b")
"""The numbers of a company in India (CIN) and in the German commercial register, by their shapes alone."""
_NUMBER_SHAPE = re.compile(
    r"[LU]\d{5}[A-Z]{2}(?:19|20)\d{2}[A-Z]{3}\d{6}|(?:[A-Z]{2})\d{6}(?!\d)|[0-9A-Z]{2}\d{6}[0-9A-Z]{10}|\d{11}(?!\d)|\d{8,9}[A-Z](?![A-Z])|\d{5,9}(?!\d)"
    r"|[A-Z]{2}\d{5,6}"
)
_ENTITY = Label.of(
    *(
        "编制单位",
        "单位名称",
        "纳税人名称",
        "纳税人识别名称",
        "企业名称",
        "公司名称",
        "被审计单位",
        "核算单位",
        "編製單位",
    ),
    *(
        "company name",
        "name of (?:the )?(?:company|entity|business)",
        "entity(?: name)?",
        "client name",
        "company(?=\\s*[:：])",
        "business name",
        "organi[sz]ation(?: name)?(?=\\s*[:：])",
    ),
)
_SUFFIX = re.compile(
    r"(?i)^.{2,90}?(?:(?<![\w&])(?:limited|ltd|plc|p\.l\.c|llp|inc|incorporated|corp(?:oration)?|llc|l\.l\.c"
    r"|pllc|p\.c|c\.?i\.?c|l\.?p|pty|dac|teoranta|gmbh|ag|cyfyngedig|co|company)\b\.?"
    r"(?:,?\s+(?:ltd|limited|inc|llc|l\.?p|pty ltd)\b\.?)?|有限(?:责任)?公司|股份(?:有限)?公司"
    r"|厂(?!\S)|合作社|(?:经营部|中心|商行|事务所"
    r"|店)(?!\S))"
)
_OTHERS = re.compile(
    r"(?i)prepared (?:by|for)|accountants?\b|auditors?\b|incorporated (?:in|on|under)|compil|\bCPAs?\b"
    r"|chartered|approved|signed|director|secretary|registrar"
    r"|会计师|事务所|负责人|法定代表|制表|复核"
)
_TAIL = re.compile(
    r"(?i)\s*[(（\[]?\s*(?:(?:company|registered|registration|incorporated|co\.?)\s*(?:registration"
    r"|registered)?\s*(?:number|no\b|no\.|in\b)|(?:ABN|ACN|UEN|CRN|NZBN)\b).*$"
    r"|\s*[-–—|:,]\s*(?:un)?(?:audited|consolidated)?\s*(?:balance sheets?|profit (?:and|&) loss"
    r"|income statement|statements? of|financial statements|annual report|accounts).*$"
    r"|\s+(?:balance sheets?|profit (?:and|&) loss|income statement|statements? of)\b.*$"
)
_NO_NAME = re.compile(
    r"(?i)^(?:for (?:the|years?|period)|as (?:at|of)|year ended|period|at \d|page|draft|un-?audited|audited"
    r"|consolidated|company only|prepared|see |note|\(?in |\(?expressed|\(?amounts|all amounts"
    r"|\(?stated|currency|unit|basis|accrual|cash basis|tax basis|income tax basis|modified cash|registered"
    r"|registration|company (?:registration|number|no)|abn|acn|uen|ein|crn|number|no\.|director|"
    r"report(?: and)?|annual|financial|filleted|abridged|abbreviated|statutory|micro|management accounts"
    r"|confidential|copy|the notes|accounts\b|special purpose|compiled|internal|date|time|currency)"
    r"|^[\W\d_]*$|@|\bwww\.|\.com\b|单位\s*[:：]|会[企小]|金额|币种|日期|年度|\d{4}年|^第.*页|^表|报表|报告|附注|^[（(]|^(?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december)\s"
)
CLOSE = 0.025
"""Part of the page's width that may part the words of a title."""
UNFORMED = 0.9
"""What a name is worth that does not end like a company's, as part of its print's certainty."""
_STREET = re.compile(
    r"(?i)\b(?:street|road|avenue|lane|drive|suite|floor|p\.?o\.? box|unit \d"
    r"|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]{2} \d{5})\b"
)
_DAYLIKE = re.compile(r"(?i)\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")


def number_of(text: Text, grid: Grid, document: str) -> Field | None:
    """The company's number in its register."""
    found = grid.find("registration_number", _NUMBER, _registration, document)
    if found is not None:
        return found
    german = text.search(_GERMAN)
    within = german or text.search(_AUSTRALIAN) or text.search(_INDIAN) or text.search(_NUMBER_WITHIN)
    if within is None:
        return None
    value = next((one for one in within.groups if one), "").upper()
    value = " ".join(value.split()) if german else value.replace(" ", "")
    return field_of("registration_number", value, within.words[-1:], document)


def _registration(print_: str) -> str | None:
    compact = re.split(r"[(（]", print_, maxsplit=1)[0].replace(" ", "").upper().rstrip(".")
    match = _NUMBER_SHAPE.match(compact)
    return match.group() if match and any(letter.isdigit() for letter in match.group()) else None


def entity_of(grid: Grid, heads: Sequence[Head], document: str) -> Field | None:
    """The name that a label leads to, that ends like a company's, or that stands first above the statements."""
    led = grid.find("entity", _ENTITY, text_of(r"(?!.*[:：])[^\d:：].{1,90}", 90), document)
    if led is not None:
        return led
    names = list(_names(heads))
    if not names:
        return None
    counts = Counter(bare(name) for name, _, _ in names)
    pages = len({head.page for head in heads})

    def rank(at: int) -> tuple[bool, int, int]:
        name, _, formed = names[at]
        return not formed, -counts[bare(name)] if pages > 2 else 0, at

    best = min(range(len(names)), key=rank)
    name, words, formed = names[best]
    field = field_of("entity", name, words, document)
    return field if formed else replace(field, confidence=field.confidence * UNFORMED)


def _names(heads: Sequence[Head]) -> Iterator[tuple[str, Sequence[Word], bool]]:
    """What may be the name in each head, and whether it ends in a legal form."""
    for head in heads:
        taken = False
        for line in head.lines:
            if headings_of(line):
                continue
            for cell in _phrases(line):
                name = _TAIL.sub("", cell.text).strip(" -–—|:,")
                formed = _SUFFIX.match(name)
                if (
                    _OTHERS.search(name)
                    or len(name) < 3
                    or (_STREET.search(name) and (not formed or re.search(r"\d", name)))
                ):
                    continue
                if formed and re.fullmatch(r"\s*(?:[(（].*)?|.{0,3}", name[formed.end() :]):
                    yield formed.group().strip(), _words(cell, formed.group()), True
                elif not taken and head.complete and _is_name(name):
                    taken = True
                    yield name, _words(cell, name), False


def _phrases(line: GridLine) -> Sequence[Cell]:
    """A line's cells; those of a title set wide, which stand closer than columns do, are one."""
    pairs = pairwise(line.cells)
    wide = len(line.cells) > 1 and all(right.box.left - left.box.right < CLOSE for left, right in pairs)
    return [Cell(tuple(word for cell in line.cells for word in cell.words))] if wide else line.cells


def _is_name(name: str) -> bool:
    """Whether print at the head of a statement can be a name: no title, date, unit, line or column of the statement."""
    titled = any(pattern.search(name) for pattern in (BALANCE_TITLE, INCOME_TITLE, NOTES_TITLE, ASIDE_TITLE))
    return not (
        titled
        or _NO_NAME.search(name)
        or _DAYLIKE.search(name)
        or heading(name) is not None
        or line_item(name) is not None
        or is_note_heading(name)
        or len(name.split()) > 9
        or sum(map(str.isalpha, name)) < 3
    )


def _words(cell: Cell, name: str) -> Sequence[Word]:
    return [word for word in cell.words if word.text.strip(",") in name] or list(cell.words)
