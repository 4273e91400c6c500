"""China's VAT invoices, on the paper form and fully digital."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.classify import Known, classify
from ocr.kinds.vat_invoice import KIND
from ocr.text import Text, Word
from tests.core.drawn_text import page, word

SELLER, BUYER = "91330106MA27XYAB1F", "91110108MA01KQ2T5A"


def set_(*lines: tuple[tuple[float, str], ...]) -> Text:
    """Chinese print: each line's words at their left edges, a character as wide as it is high."""
    words: list[Word] = []
    for number, line in enumerate(lines):
        for left, text in line:
            width = sum(0.012 if ord(one) > 255 else 0.006 for one in text)
            words.append(word(text, left, 0.05 + 0.04 * number, width=width, height=0.013))
    return page(*words)


def digital(total: str = "￥1130.00", in_words: str = "壹仟壹佰叁拾圆整") -> Text:
    return set_(
        ((0.35, "电子发票（增值税专用发票）"), (0.7, "发票号码：25332000000012345678")),
        ((0.7, "开票日期：2025年03月18日"),),
        ((0.05, "购"), (0.08, "名称：北京青禾科技有限公司"), (0.5, "销"), (0.54, "名称：杭州远帆器材有限公司")),
        (
            (0.08, f"统一社会信用代码/纳税人识别号：{BUYER}"),
            (0.54, f"统一社会信用代码/纳税人识别号：{SELLER}"),
        ),
        (
            (0.05, "项目名称"), (0.25, "规格型号"), (0.38, "单位"), (0.45, "数量"), (0.55, "单价"), (0.67, "金额"),
            (0.78, "税率/征收率"), (0.9, "税额"),
        ),
        (
            (0.05, "*金属制品*钢架"), (0.26, "T40"), (0.38, "个"), (0.47, "4"), (0.54, "200.00"), (0.67, "800.00"),
            (0.8, "13%"), (0.9, "104.00"),
        ),
        ((0.06, "加厚"),),
        (
            (0.05, "*金属制品*螺栓"), (0.38, "盒"), (0.47, "10"), (0.54, "20.00"), (0.67, "200.00"), (0.8, "13%"),
            (0.9, "26.00"),
        ),
        ((0.1, "合"), (0.15, "计"), (0.66, "￥1000.00"), (0.89, "￥130.00")),
        ((0.08, "价税合计（大写）"), (0.3, in_words), (0.6, "（小写）"), (0.7, total)),
        ((0.1, "开票人：陈一"),),
    )  # fmt: skip


def paper() -> Text:
    return set_(
        ((0.15, "1100094141"), (0.35, "增值税专用发票"), (0.7, "No87650001")),
        ((0.08, "机器编号"), (0.16, "499099001234"), (0.7, "开票日期：2019年05月06日")),
        ((0.08, "名"), (0.14, "称：北京青禾科技有限公司"), (0.6, "03-974>650<01>60<0")),
        ((0.08, f"纳税人识别号：{BUYER}"), (0.6, ">5<*650288-6999>18")),
        ((0.08, "地址、电话：北京市海淀区一路1号"), (0.6, "2413<07<*2*<61<-<<")),
        (
            (0.08, "货物或应税劳务、服务名称"), (0.3, "规格型号"), (0.4, "单位"), (0.47, "数量"), (0.56, "单价"),
            (0.68, "金"), (0.71, "额"), (0.78, "税率"), (0.86, "税"), (0.89, "额"),
        ),
        (
            (0.06, "*运输服务*运费"), (0.4, "次"), (0.48, "1"), (0.56, "500"), (0.68, "500.00"), (0.78, "9%"),
            (0.87, "45.00"),
        ),
        ((0.1, "合"), (0.2, "计"), (0.67, "￥500.00"), (0.86, "￥45.00")),
        ((0.08, "价税合计(大写)"), (0.3, "伍佰肆拾伍圆整"), (0.65, "(小写)￥545.00")),
        ((0.08, "名"), (0.14, "称：杭州远帆器材有限公司"), (0.6, "备注")),
        ((0.08, f"纳税人识别号：{SELLER}"),),
    )  # fmt: skip


def read(text: Text) -> Document:
    extract = KIND.extract(text, "d")
    bare = Document(
        id="d", file="f", sha256="0", kind="vat_invoice", strength=1.0, fields=extract.fields, rows=extract.rows
    )
    return Document(
        id="d",
        file="f",
        sha256="0",
        kind="vat_invoice",
        strength=1.0,
        fields=extract.fields,
        rows=extract.rows,
        findings=KIND.check(bare),
    )


def test_a_fully_digital_invoice_is_read() -> None:
    known = classify(digital())
    assert isinstance(known, Known)
    assert known.kind.name == "vat_invoice"
    document = read(digital())
    assert {name: one.value for name, one in document.fields.items()} == {
        "invoice_number": "25332000000012345678",
        "invoice_date": "2025-03-18",
        "buyer_name": "北京青禾科技有限公司",
        "buyer_tax_id": BUYER,
        "seller_name": "杭州远帆器材有限公司",
        "seller_tax_id": SELLER,
        "net_amount": "1000.00",
        "tax_amount": "130.00",
        "total_amount": "1130.00",
        "total_in_words": "壹仟壹佰叁拾圆整",
        "currency": "CNY",
    }
    assert [dict(row.cells) for row in document.rows] == [
        {
            "description": "*金属制品*钢架加厚", "quantity": "4", "unit_price": "200.00", "net_amount": "800.00",
            "tax_rate": "13%", "tax_amount": "104.00",
        },
        {
            "description": "*金属制品*螺栓", "quantity": "10", "unit_price": "20.00", "net_amount": "200.00",
            "tax_rate": "13%", "tax_amount": "26.00",
        },
    ]  # fmt: skip


def test_the_paper_form_is_read() -> None:
    document = read(paper())
    assert {name: one.value for name, one in document.fields.items()} == {
        "invoice_code": "1100094141",
        "invoice_number": "87650001",
        "machine_code": "499099001234",
        "invoice_date": "2019-05-06",
        "buyer_name": "北京青禾科技有限公司",
        "buyer_tax_id": BUYER,
        "seller_name": "杭州远帆器材有限公司",
        "seller_tax_id": SELLER,
        "net_amount": "500.00",
        "tax_amount": "45.00",
        "total_amount": "545.00",
        "total_in_words": "伍佰肆拾伍圆整",
        "currency": "CNY",
    }


@pytest.mark.parametrize("check", ["net_plus_tax", "rows_sum", "line_products", "tax_rate", "words_equal_figures"])
def test_nothing_is_found_on_invoices_that_agree(check: str) -> None:
    for text in (digital(), paper()):
        finding = read(text).finding(check)
        assert finding is not None
        assert finding.result is CheckResult.NOT_FOUND, finding


def test_a_raised_total_is_found_by_its_words_and_its_sum() -> None:
    document = read(digital(total="￥7130.00"))
    for check in ("net_plus_tax", "words_equal_figures"):
        finding = document.finding(check)
        assert finding is not None
        assert finding.result is CheckResult.FOUND
        assert (Decimal(finding.expected), finding.actual) == (Decimal(1130), "7130.00")


SCRAPS = st.sampled_from(
    ["名称：", "纳税人识别号", "合计", "价税合计", "金额", "税额", "￥1.00", "13%", "壹元整",
     "开票日期：2025年13月40日", "发票号码：", "12345678", "规格型号", "***", "机器编号"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.lists(st.tuples(st.floats(0, 0.9), SCRAPS | st.text(max_size=10)), max_size=6), max_size=12))
def test_no_text_makes_it_fail(lines: list[list[tuple[float, str]]]) -> None:
    text = set_(*(tuple((left, one) for left, one in line if one.strip()) for line in lines))
    assert 0 <= KIND.evidence(text) <= 1
    read(text)
