"""China's business licence (营业执照): the registration of an enterprise, issued by the market regulator of its place.

Sources: 市场主体登记管理条例 (State Council order 746), article 22; GB 32100-2015 for the unified social credit code
(18 characters, the last a check character); GS 15-2006 for the older registration number of 15 digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_10

from cases.model import LONG_TERM, CheckResult, Document, Field, Finding, Origin, Place, Severity
from ocr.chinese_form import Cell, cells
from ocr.chinese_numbers import amount, currency, dates
from ocr.extract import Grid, field_of
from ocr.kind import Extract, Kind
from ocr.registration_office import issued, office
from ocr.text import Text, Word

LABELS = {
    "registration_number": (
        "统一社会信用代码", "社会信用代码", "信用代码", "注册号", "工商注册号", "营业执照注册号", "证照编号",
        "统一社会信用代码/注册号", "注册号/统一社会信用代码",
    ),
    "legal_name": (
        "名称", "企业名称", "公司名称", "字号名称", "个体工商户名称", "市场主体名称", "合作社名称",
        "商号", "字号", "称",
    ),
    "entity_type": (
        "类型", "公司类型", "主体类型", "企业类型", "市场主体类型", "经济性质", "经济类型", "企业(机构)类型",
        "主体性质", "型",
    ),
    "legal_representative": (
        "法定代表人姓名", "法定代表人", "法人代表", "负责人", "负责人姓名", "经营者", "经营者姓名", "投资人",
        "投资人姓名", "执行事务合伙人", "首席代表", "业主", "法定代表人/负责人", "企业负责人",
    ),
    "form": ("组成形式",),
    "registered_capital": (
        "注册资本", "注册资金", "成员出资总额", "出资总额", "出资额", "认缴出资额", "资金数额", "开办资金", "股本总额",
    ),
    "established_on": ("成立日期", "注册日期", "成立时间", "设立日期", "开业日期"),
    "validity": ("营业期限", "经营期限", "合伙期限", "有效期限", "有效期", "驻在期限", "存续期限"),
    "ends": ("营业期限至", "经营期限至", "合伙期限至", "有效期至"),
    "address": (
        "住所", "企业住所", "公司住所", "经营场所", "营业场所", "主要经营场所", "生产经营场所", "生产经营地址",
        "经营地址", "注册地址", "企业地址", "公司地址", "驻在场所", "住址", "地址", "所",
    ),
    "business_scope": ("经营范围", "经营范围及方式", "业务范围", "经营(业务)范围", "许可经营项目"),
    "authority": ("登记机关", "发照机关", "发证机关"),
    "issued_on": ("发照日期", "核准日期", "颁发日期", "发证日期", "登记日期"),
    "": ("编号", "副本", "市场主体应当", "企业信用信息公示系统", "国家企业信用信息公示系统", "国家市场监督管理总局",
         "实收资本", "隶属企业", "派出企业", "一般经营项目", "提示", "须知", "执照编号"),
}  # fmt: skip
"""By field. Of labels that are spread over their column the first character may be lost, so the last stands for it.
`form` says how a sole trader runs the business, which is the type where none is printed. Those of the empty field end
a value and have none that is asked for."""

_TELLING = (
    ("统一社会信用代码",), ("法定代表人", "执行事务合伙人", "经营者", "投资人"), ("注册资本", "成员出资总额", "出资额"),
    ("成立日期", "注册日期"), ("经营范围", "业务范围"), ("登记机关", "发照机关"),
    ("营业期限", "合伙期限", "经营期限", "组成形式"), ("注册号",),
)  # fmt: skip
"""Labels that a licence is told by; one of each sort counts."""
GOING_ON = ("legal_name", "entity_type", "address", "business_scope", "validity")
_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,18}(?![0-9A-Z])")
_FIRM = re.compile(
    r"[\u4e00-\u9fff（）()·]{3,36}(?:公司|合作社|事务所|工作室|经营部|合伙企业(?:[（(][\u4e00-\u9fff]{2,6}[)）])?)"
)
_FOREVER = re.compile(r"长期|无固定期限|永久|不约定期限")
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "Z": "2", "S": "5"})
"""Letters that a credit code never has (GB 32100, 4.2), as the digits they look like."""
_FIELDS = (
    "registration_number",
    "legal_name",
    "entity_type",
    "legal_representative",
    "registered_capital",
    "established_on",
    "valid_from",
    "valid_to",
    "address",
    "business_scope",
    "authority",
    "issued_on",
    "qr",
)


def evidence(text: Text) -> float:
    """The title and three labels, or many labels without the title; a page that only mentions a licence has none."""
    compact = re.sub(r"\s", "", text.string)
    count = sum(any(label in compact for label in some) for some in _TELLING)
    if "营业执照" in compact:
        return 0.97 if count >= 4 else 0.85 if count >= 3 else 0.2 * count
    return 0.7 if count >= 6 else 0.0


def extract(text: Text, document: str) -> Extract:
    found = cells(text, LABELS, GOING_ON)
    fields: dict[str, Field] = {
        name: _field(name, found[name].text, found[name], document)
        for name in ("legal_name", "entity_type", "legal_representative", "address", "business_scope")
        if name in found
    }
    if "entity_type" not in fields and "form" in found:
        fields["entity_type"] = _field("entity_type", found["form"].text, found["form"], document)
    if "legal_name" not in fields:
        fields |= _named(text, document)
    fields |= _number(text, found.get("registration_number"), document)
    fields |= _capital(found.get("registered_capital"), document)
    fields |= _days(text, found, document)
    fields |= office(text, found.get("authority"), document)
    fields |= _code(text, document)
    return Extract(fields={name: fields[name] for name in _FIELDS if name in fields}, country="CN")


def _named(text: Text, document: str) -> dict[str, Field]:
    """The name by its own form, where its label was not read: the first print that is nothing but a firm's name."""
    for line in Grid.of(text).lines:
        for cell in line.cells:
            print_ = re.sub(r"\s", "", cell.text)
            if _FIRM.fullmatch(print_):
                return {"legal_name": field_of("legal_name", print_, cell.words, document, raw=cell.text)}
    return {}


def _field(name: str, value: str, cell: Cell, document: str, note: str = "") -> Field:
    return field_of(name, value, cell.words, document, raw=cell.text, note=note)


def _number(text: Text, cell: Cell | None, document: str) -> dict[str, Field]:
    """The code beside or below its label: of those on the page, the one nearest to the label."""
    codes = [
        (match[0], word)
        for word in text.words
        for match in _CODE.finditer(re.sub(r"\s", "", word.text.upper()))
        if not re.match(r"(?:编号|No)", word.text)
    ]
    if cell is not None:
        beside = _CODE.search(re.sub(r"\s", "", cell.text.upper()))
        if beside:
            return {"registration_number": _coded(beside[0], cell.words, document)}
    labels = [word for word in text.words if "信用代码" in word.text or "注册号" in word.text]
    if not codes:
        return {}
    code, word = min(codes, key=lambda one: min((_distance(label, one[1]) for label in labels), default=0.0))
    return {"registration_number": _coded(code, (word,), document)}


def _distance(label: Word, word: Word) -> float:
    down = word.box.middle[1] - label.box.middle[1]
    return abs(word.box.left - label.box.left) / 2 + (down if down > -0.01 else 1.0 - down)


def _coded(code: str, words: Sequence[Word], document: str) -> Field:
    plain = code.translate(_LOOKALIKES) if len(code) > 15 else code
    note = "" if plain == code else f"{code} read as {plain}: a credit code has no O, I, Z or S"
    return field_of("registration_number", plain, words, document, raw=code, note=note)


def _capital(cell: Cell | None, document: str) -> dict[str, Field]:
    value = amount(cell.text) if cell else None
    if cell is None or value is None:
        return {}
    code = currency(cell.text)
    note = "" if code == "CNY" else f"in {code}"
    return {"registered_capital": _field("registered_capital", f"{value:f}", cell, document, note)}


def _days(text: Text, found: dict[str, Cell], document: str) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for name in ("established_on", "issued_on"):
        days = dates(found[name].text) if name in found else ()
        if days:
            fields[name] = _field(name, days[0].isoformat(), found[name], document)
    term = found.get("validity")
    if term is not None:
        days = dates(term.text)
        if days:
            fields["valid_from"] = _field("valid_from", days[0].isoformat(), term, document)
        if _FOREVER.search(term.text):
            fields["valid_to"] = _field("valid_to", LONG_TERM, term, document)
        elif len(days) > 1:
            fields["valid_to"] = _field("valid_to", days[1].isoformat(), term, document)
    end = found.get("ends")
    if end is not None and "valid_to" not in fields:
        days = dates(end.text)
        until = days[-1].isoformat() if days else LONG_TERM if _FOREVER.search(end.text) else ""
        fields |= {"valid_to": _field("valid_to", until, end, document)} if until else {}
    if "issued_on" not in fields:
        fields |= issued(text, document)
    return fields


def _code(text: Text, document: str) -> dict[str, Field]:
    """What the QR code of the licence says; of several, the one that names the enterprise's own number."""
    codes = [(page, code) for page, code in text.barcodes if re.sub(r"\W|_", "", code.format).upper() == "QRCODE"]
    if not codes:
        return {}
    page, code = next((one for one in codes if _CODE.search(one[1].text.upper())), codes[0])
    place = Place(document, page, code.box)
    return {"qr": Field(name="qr", value=code.text, raw=code.text, place=place, confidence=1.0, origin=Origin.BARCODE)}


def check(document: Document) -> tuple[Finding, ...]:
    return (uscc_check_character(document), licence_dates(document))


def uscc_check_character(document: Document) -> Finding:
    """Whether the registration number fails its check character (GB 32100, or GS 15 for 15 digits)."""
    field = document.fields.get("registration_number")
    name = "uscc_check_character"
    if field is None:
        reason = "no unified social credit code was read; send a sharp picture of the whole licence"
        return Finding(check=name, result=CheckResult.COULD_NOT_RUN, severity=Severity.MEDIUM, reason=reason)
    wrong, expected = _fault(field.value)
    return Finding(
        check=name,
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if wrong else Severity.INFO,
        detail=wrong or "The check character of the registration number is right.",
        items_seen=1,
        expected=expected,
        actual=field.value if wrong else "",
        places=(field.place,),
        innocent_causes=("one character was misread", "the licence is a specimen") if wrong else (),
        action="Look the number up in the public enterprise register (国家企业信用信息公示系统)." if wrong else "",
    )


def _fault(number: str) -> tuple[str, str]:
    """What is wrong with a number, and the check character that it should have; two empty strings when all is well."""
    if len(number) == 15 and number.isdigit():
        right = mod_11_10.is_valid(number)
        return ("", "") if right else ("The check digit of the 15-digit registration number is wrong.", "")
    if len(number) != 18:
        return f"The credit code has {len(number)} characters instead of 18.", "18 characters"
    try:
        uscc.validate(number)
    except ValidationError:
        try:
            should = uscc.calc_check_digit(number[:17])
        except (ValueError, ValidationError):
            return "The credit code has characters that GB 32100 does not allow.", ""
        return "The check character of the credit code is wrong.", f"check character {should}"
    return "", ""


def licence_dates(document: Document) -> Finding:
    """Whether the licence was issued before the enterprise was founded, or ends before it begins."""
    order = [
        (document.day(first), document.day(second), first, second)
        for first, second in (("established_on", "issued_on"), ("valid_from", "valid_to"))
    ]
    pairs = [(one, other, first, second) for one, other, first, second in order if one and other]
    if not pairs:
        reason = "fewer than two of the licence's dates were read"
        return Finding(check="licence_dates", result=CheckResult.COULD_NOT_RUN, severity=Severity.LOW, reason=reason)
    wrong = [(first, second) for one, other, first, second in pairs if one > other]
    return Finding(
        check="licence_dates",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail="; ".join(f"{first} is after {second}" for first, second in wrong),
        items_seen=len(pairs),
        places=tuple(document.fields[name].place for pair in wrong for name in pair),
        action="Compare the dates by eye." if wrong else "",
    )


KIND = Kind(
    name="business_licence",
    title="Business licence (营业执照)",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=_FIELDS,
)
