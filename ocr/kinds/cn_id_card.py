"""China's resident identity card (居民身份证): the side with the portrait, the side with the emblem, or both.

Source: GB 11643-1999 (the citizen's number: region, date of birth, a serial number whose last digit is odd for men,
and a check character mod 11-2); the Law on Resident Identity Cards (validity of 5, 10 or 20 years, or long-term).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from cases.model import LONG_TERM, CheckResult, Document, Field, Finding, Origin, Severity
from ocr.chinese_form import Cell, cells
from ocr.extract import field_of
from ocr.kind import Extract, Kind
from ocr.text import Text

FIELDS = (
    "full_name", "sex", "ethnicity", "date_of_birth", "address", "document_number", "authority", "date_of_issue",
    "date_of_expiry", "side",
)  # fmt: skip
_LABELS = {
    "full_name": ("姓名",),
    "sex": ("性别",),
    "ethnicity": ("民族",),
    "date_of_birth": ("出生日期", "出生"),
    "address": ("住址", "地址"),
    "document_number": ("公民身份号码", "公民身份证号码", "身份证号码", "身份号码"),
    "authority": ("签发机关",),
    "validity": ("有效期限", "有效期"),
}
_FRONT = ("姓名", "性别", "民族", "出生", "住址", "公民身份号码")
_BACK = ("中华人民共和国", "居民身份证", "签发机关", "有效期限")
_NUMBER = re.compile(r"(?<![0-9A-Z])([1-9]\d{5}\s?(?:19|20)\d{2}\s?\d{4}\s?\d{3}[\dXx])(?![0-9A-Z])")
_DAY = r"(\d{4})\s*[.年/-]{1,2}\s*(\d{1,2})\s*[.月/-]{1,2}\s*(\d{1,2})\s*日?"
_BIRTH = re.compile(_DAY)
_VALIDITY = re.compile(rf"{_DAY}\s*[-—–一~至－]\s*(?:{_DAY}|(长期))")
TERMS = (5, 10, 20)
"""Years that a card is valid; from 46 years of age on it is valid for ever."""


def _plain(text: Text) -> str:
    return re.sub(r"\s", "", text.string)


def evidence(text: Text) -> float:
    """Each side by its labels; the business licence and other papers name identity numbers, but not these together."""
    plain = _plain(text)
    front = sum(label in plain for label in _FRONT)
    back = sum(label in plain for label in _BACK)
    numbered = _NUMBER.search(text.string) is not None
    sure = (front >= 4 and numbered) or (back >= 3 and _VALIDITY.search(text.string) is not None)
    return 0.97 if sure else 0.7 if front >= 4 or back >= 3 else 0.0


def extract(text: Text, document: str) -> Extract:
    marked = cells(text, _LABELS, ("address", "authority"))
    found: dict[str, Field] = {}
    for name in ("full_name", "ethnicity", "authority", "address"):
        cell = marked.get(name)
        if cell is not None and (value := _words(name, cell)):
            found[name] = field_of(name, value, cell.words, document, raw=cell.text)
    sex = marked.get("sex")
    if sex is not None and sex.text[:1] in "男女":
        found["sex"] = field_of("sex", "M" if sex.text[0] == "男" else "F", sex.words[:1], document, raw=sex.text[0])
        if "ethnicity" not in found and (ethnicity := re.search(r"民族\s*([\u4e00-\u9fff]{1,6})", sex.text)):
            found["ethnicity"] = field_of("ethnicity", ethnicity.group(1), sex.words, document)
    found |= dict((*_of_number(text, document), *_of_validity(text, document)))
    found |= _birth(text, marked.get("date_of_birth"), found, document)
    found |= {name: field for name, field in _told_by_number(found).items() if name not in found}
    front, back = "document_number" in found or "full_name" in found, "date_of_issue" in found or "authority" in found
    if front or back:
        side = "both" if front and back else "front" if front else "back"
        shown = next(iter(found.values()))
        found["side"] = replace(shown, name="side", value=side, raw="", origin=Origin.DERIVED)
    return Extract(fields=found, country="CN")


def _words(name: str, cell: Cell) -> str:
    text = re.sub(r"[\s:：]", "", cell.text) if name != "full_name" else cell.text.strip(" :：")
    if name == "address":
        return text if len(text) >= 4 else ""
    chinese = re.match(r"[\u4e00-\u9fff·•.]{1,40}", text.replace(" ", ""))
    return chinese.group().strip(".") if chinese else ""


def _of_number(text: Text, document: str) -> tuple[tuple[str, Field], ...]:
    match = text.search(_NUMBER)
    if match is None:
        return ()
    value = re.sub(r"\s", "", match.groups[0] or "").upper()
    return (("document_number", field_of("document_number", value, match.words, document, raw=match.text)),)


def _told_by_number(found: Mapping[str, Field]) -> dict[str, Field]:
    """The date of birth and the sex that a valid citizen's number holds, for print that was not read."""
    number = found.get("document_number")
    if number is None or len(number.value) != 18 or not mod_11_2.is_valid(number.value):
        return {}
    birth = f"{number.value[6:10]}-{number.value[10:12]}-{number.value[12:14]}"
    sex = "M" if int(number.value[16]) % 2 else "F"
    told = {"date_of_birth": birth, "sex": sex}
    return {
        name: replace(number, name=name, value=value, origin=Origin.DERIVED, note="by the citizen's number")
        for name, value in told.items()
    }


def _of_validity(text: Text, document: str) -> Iterator[tuple[str, Field]]:
    validity = text.search(_VALIDITY)
    if validity is None:
        return
    first, last = _day(validity.groups[0:3]), _day(validity.groups[3:6])
    until = LONG_TERM if validity.groups[6] else last.isoformat() if last else ""
    for name, value in (("date_of_issue", first.isoformat() if first else ""), ("date_of_expiry", until)):
        if value:
            yield name, field_of(name, value, validity.words, document, raw=validity.text)


def _birth(text: Text, cell: Cell | None, found: Mapping[str, Field], document: str) -> dict[str, Field]:
    """The day behind its label; else the one that the citizen's number tells, or that alone stands on the card. What
    is written beside a copy of the card has dates too."""
    labelled = _BIRTH.search(cell.text) if cell is not None else None
    day = _day(labelled.groups()) if labelled else None
    if cell is not None and labelled and day:
        return {"date_of_birth": field_of("date_of_birth", day.isoformat(), cell.words, document, raw=labelled.group())}
    used = {found[name].raw for name in ("date_of_issue",) if name in found}
    days = {
        day: match
        for match in text.finditer(_BIRTH)
        if (day := _day(match.groups)) and not any(match.text in raw for raw in used)
    }
    number = found["document_number"].value if "document_number" in found else ""
    told = [day for day in days if f"{day:%Y%m%d}" == number[6:14]]
    if len(told) == 1 or (len(days) == 1 and not number):
        day = (told or [*days])[0]
        return {"date_of_birth": field_of("date_of_birth", day.isoformat(), days[day].words, document)}
    return {}


def _day(parts: tuple[str | None, ...]) -> dt.date | None:
    try:
        return dt.date(*(int(part or 0) for part in parts))
    except ValueError:
        return None


def check(document: Document) -> tuple[Finding, ...]:
    return (_check_character(document), _number_against_print(document), _validity(document))


def _check_character(document: Document) -> Finding:
    """The last character of the citizen's number (ISO 7064, mod 11-2)."""
    field = document.fields.get("document_number")
    if field is None:
        return _not_run("cn_id_number", "The citizen's number was not read; it stands on the side with the portrait.")
    try:
        # Not the region: those of cards that are still good may have been renamed or joined since.
        mod_11_2.validate(field.value)
        wrong = ""
    except ValidationError as fault:
        wrong = str(fault)
    return Finding(
        check="cn_id_number",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if wrong else Severity.INFO,
        detail=f"The citizen's number {field.value} is not valid: {wrong}" if wrong else "",
        items_seen=1,
        actual=field.value if wrong else "",
        places=(field.place,),
        innocent_causes=("A digit was read wrongly.", "The card is a specimen.") if wrong else (),
        action="Compare the number with the picture, digit by digit." if wrong else "",
    )


def _number_against_print(document: Document) -> Finding:
    """The number holds the date of birth in its seventh to fourteenth digits and the sex in its seventeenth."""
    number = document.text("document_number") or ""
    printed = {name: one.value for name, one in document.fields.items() if one.origin is not Origin.DERIVED}
    birth, sex = printed.get("date_of_birth"), printed.get("sex")
    if len(number) != 18 or not (birth or sex):
        return _not_run("number_encodes_birth", "The number or the printed date of birth and sex were not read.")
    wrong = []
    if birth and number[6:14] != birth.replace("-", ""):
        wrong.append("date of birth")
    if sex and (int(number[16]) % 2 == 1) != (sex == "M"):
        wrong.append("sex")
    return Finding(
        check="number_encodes_birth",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if wrong else Severity.INFO,
        detail=f"The number tells another {' and '.join(wrong)} than the print." if wrong else "",
        items_seen=bool(birth) + bool(sex),
        expected=number if wrong else "",
        actual=" ".join(filter(None, (birth, sex))) if wrong else "",
        places=tuple(
            document.fields[n].place for n in ("document_number", "date_of_birth", "sex") if n in document.fields
        ),
        innocent_causes=("A digit was read wrongly.",) if wrong else (),
        action="Compare the number with the date of birth and the sex by eye." if wrong else "",
    )


def _validity(document: Document) -> Finding:
    """Cards run for 5, 10 or 20 years to the day, or for ever."""
    issue, expiry = document.day("date_of_issue"), document.text("date_of_expiry")
    if issue is None or expiry is None:
        return _not_run("card_validity", "The validity was not read; it stands on the side with the emblem.")
    last = document.day("date_of_expiry")
    years = last.year - issue.year if last else 0
    fits = last is None or (years in TERMS and abs((last - issue).days - years * 365.25) <= 2)
    return Finding(
        check="card_validity",
        result=CheckResult.NOT_FOUND if fits else CheckResult.FOUND,
        severity=Severity.INFO if fits else Severity.MEDIUM,
        detail=""
        if fits
        else f"The card says that it is valid from {issue} to {expiry}, which is no term that cards have.",
        items_seen=1,
        expected="" if fits else "5, 10 or 20 years, or long-term",
        actual="" if fits else f"{issue} to {expiry}",
        places=tuple(document.fields[n].place for n in ("date_of_issue", "date_of_expiry")),
        innocent_causes=() if fits else ("A digit of a date was read wrongly.",),
        action="" if fits else "Compare the dates by eye.",
    )


def _not_run(check: str, reason: str) -> Finding:
    return Finding(check=check, result=CheckResult.COULD_NOT_RUN, reason=reason)


KIND = Kind(
    name="cn_id_card",
    title="Chinese identity card",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
