"""China's VAT invoice (增值税发票): special and general, on paper, electronic, and fully digital (数电票).

Issued by the seller through the tax office's system (发票管理办法, State Council order 764). Amounts stand without
tax by line, then their sum, the tax and both together in capital numerals and in figures.
"""

from __future__ import annotations

import re

from cases.model import Field
from ocr.extract import field_of
from ocr.kind import Extract, Kind
from ocr.text import Text
from ocr.vat_checks import check
from ocr.vat_form import form_lines, head_fields, party_fields, sum_fields
from ocr.vat_rows import rows_of

FIELDS = (
    *("invoice_code", "invoice_number", "invoice_date", "check_code", "machine_code", "seller_name", "seller_tax_id"),
    *("buyer_name", "buyer_tax_id", "net_amount", "tax_amount", "total_amount", "total_in_words", "currency"),
)
_TITLE = re.compile(r"增值税(?:电子)?(?:专用|普通)?(?:电子)?发票|电子发票[(（]|增值税[^，。]{0,8}发票")
_LABELS = (
    *("发票代码", "发票号码", "开票日期", "纳税人识别号", "价税合计", "税额", "购买方", "销售方", "校验码", "机器编号"),
    *("税率", "货物或应税劳务", "项目名称", "开票人"),
)


def evidence(text: Text) -> float:
    """The title with some labels, or many labels; a page that only speaks of invoices has few of them."""
    compact = re.sub(r"\s", "", text.string)
    count = sum(label in compact for label in _LABELS)
    if "价税合计" not in compact and count < 6:
        return min(0.4, 0.08 * count)
    if _TITLE.search(compact):
        return 0.97 if count >= 5 else 0.15 * count
    return 0.9 if count >= 6 else 0.14 * count


def extract(text: Text, document: str) -> Extract:
    """The fields and rows of the form; the tax of exempt goods, printed as stars, is left out."""
    lines = form_lines(text)
    fields: dict[str, Field] = {}
    fields |= head_fields(lines, document)
    fields |= party_fields(lines, document)
    fields |= sum_fields(lines, document)
    total = fields.get("total_amount") or fields.get("net_amount")
    if total is not None:
        words = next((word for word in text.words if "¥" in word.text or "￥" in word.text), None) or text.words[0]
        fields["currency"] = field_of("currency", "CNY", (words,), document, note="the currency of the form")
    return Extract(fields=fields, rows=rows_of(lines, document), country="CN")


KIND = Kind(
    name="vat_invoice",
    title="VAT invoice (增值税发票)",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
)
