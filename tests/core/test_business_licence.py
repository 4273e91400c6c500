"""Chinese business licences: cells, amounts, dates, and the credit code."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.chinese_numbers import amount, currency, dates
from ocr.kinds.business_licence import KIND
from ocr.text import Text
from tests.core.drawn_documents import document
from tests.core.drawn_text import page, typed, word

CODE = "91310115MA1K4L2X7H"


def landscape(code: str = CODE) -> Text:
    """Two columns; some labels stand apart from their values, some in one word with them."""
    cells = (
        ("营业执照", 0.40, 0.10, 0.20),
        ("统一社会信用代码", 0.08, 0.15, 0.16),
        (code, 0.08, 0.19, 0.18),
        ("名", 0.08, 0.30, 0.02),
        ("称海州市远帆商贸有限公司", 0.13, 0.30, 0.24),
        ("注册资本伍佰万元整", 0.55, 0.30, 0.18),
        ("类", 0.08, 0.35, 0.02),
        ("型", 0.13, 0.35, 0.02),
        ("有限责任公司", 0.16, 0.35, 0.12),
        ("成立日期", 0.55, 0.35, 0.08),
        ("2016年04月12日", 0.64, 0.35, 0.14),
        ("法定代表人陈明", 0.08, 0.40, 0.14),
        ("营业期限2016年04月12日至长期", 0.55, 0.40, 0.28),
        ("经营范围", 0.08, 0.45, 0.08),
        ("日用百货、五金制品的批发和零售；货物", 0.18, 0.45, 0.34),
        ("进出口；仓储服务。", 0.18, 0.48, 0.18),
        ("住", 0.55, 0.45, 0.02),
        ("所海州市滨江区朝阳路18号", 0.60, 0.45, 0.24),
        ("3幢201室", 0.63, 0.48, 0.10),
        ("登记机关", 0.60, 0.75, 0.08),
        ("海州市市场监督管理局", 0.60, 0.79, 0.20),
        ("年", 0.66, 0.84, 0.02),
        ("月", 0.72, 0.84, 0.02),
        ("2021", 0.62, 0.87, 0.04),
        ("03", 0.69, 0.87, 0.02),
        ("09", 0.75, 0.87, 0.02),
        ("国家市场监督管理总局监制", 0.70, 0.95, 0.2),
    )
    return page(*(word(text, left, top, width=width, height=0.02) for text, left, top, width in cells))


def test_a_landscape_licence_gives_its_fields() -> None:
    found = document(KIND, landscape())
    assert {name: field.value for name, field in found.fields.items()} == {
        "registration_number": CODE,
        "legal_name": "海州市远帆商贸有限公司",
        "entity_type": "有限责任公司",
        "legal_representative": "陈明",
        "registered_capital": "5000000.00",
        "established_on": "2016-04-12",
        "valid_from": "2016-04-12",
        "valid_to": "long-term",
        "address": "海州市滨江区朝阳路18号3幢201室",
        "business_scope": "日用百货、五金制品的批发和零售；货物进出口；仓储服务。",
        "authority": "海州市市场监督管理局",
        "issued_on": "2021-03-09",
    }
    assert found.strength > 0.9
    assert found.country == "CN"


def test_a_plain_typed_licence_is_read_too() -> None:
    found = document(
        KIND,
        typed(
            "营业执照",
            f"统一社会信用代码：{CODE}",
            "名称：海州市远帆商贸有限公司",
            "类型：有限责任公司",
            "住所：海州市滨江区朝阳路18号",
            "法定代表人：陈明",
            "注册资本：1,000.5万元人民币",
            "成立日期：2016年04月12日",
            "营业期限：2016年04月12日至2036年04月11日",
            "经营范围：日用百货的批发和零售。",
            letter=0.02,
        ),
    )
    assert found.text("registration_number") == CODE
    assert found.text("legal_name") == "海州市远帆商贸有限公司"
    assert found.money("registered_capital") == Decimal("10005000")
    assert found.day("valid_to") == dt.date(2036, 4, 11)


def code_check(found: Document) -> CheckResult:
    return next(one.result for one in KIND.check(found) if one.check == "uscc_check_character")


@pytest.mark.parametrize(
    ("code", "result"),
    [
        (CODE, CheckResult.NOT_FOUND),
        (CODE[:-1] + "E", CheckResult.FOUND),
        (CODE[:-1], CheckResult.FOUND),
        ("9131O115MA1K4L2X7H", CheckResult.NOT_FOUND),
    ],
)
def test_the_credit_code_is_checked(code: str, result: CheckResult) -> None:
    assert code_check(document(KIND, landscape(code))) is result


def test_a_licence_without_a_code_cannot_be_checked() -> None:
    assert code_check(document(KIND, typed("营业执照", "名称：远帆"))) is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize("line", ["请提供营业执照复印件", "Balance sheet", "增值税专用发票"])
def test_other_papers_are_no_licence(line: str) -> None:
    assert KIND.evidence(typed(line, "统一社会信用代码")) < 0.4


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("贰佰万元（人民币）", "2000000"),
        ("人民币壹仟贰佰叁拾肆万伍仟元整", "12345000"),
        ("壹亿元整", "100000000"),
        ("拾万元", "100000"),
        ("500.0000万元整", "5000000"),
        ("人民币 3,000,000 元", "3000000"),
        ("50万美元", "500000"),
    ],
)
def test_amounts_in_chinese(text: str, yuan: str) -> None:
    assert amount(text) == Decimal(yuan)


def test_an_amount_names_its_currency() -> None:
    assert (currency("50万美元"), currency("50万元")) == ("USD", "CNY")


@given(st.text())
def test_any_text_is_an_amount_or_none(text: str) -> None:
    found = amount(text)
    assert found is None or found >= 0


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_dates_come_back(day: dt.date) -> None:
    assert dates(f"自{day.year}年{day.month:02}月{day.day}日起") == (day,)


def test_a_date_in_words() -> None:
    assert dates("二〇一九年十二月二十一日") == (dt.date(2019, 12, 21),)
