"""Two Chinese VAT invoices, a scan and a photograph, transcribed by eye (`truth.json` beside them)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.truth import Collection, Paper
from cases.model import Tier
from ocr.chinese_numbers import dates

NAMES = {
    "发票代码": "invoice_code", "发票号码": "invoice_number", "开票日期": "invoice_date", "机器编号": "machine_code",
    "校验码": "check_code", "购方名称": "buyer_name", "购方税号": "buyer_tax_id", "销方名称": "seller_name",
    "销方税号": "seller_tax_id", "金额": "net_amount", "税额": "tax_amount", "价税合计": "total_amount",
    "价税合计大写": "total_in_words",
}  # fmt: skip


def papers(folder: Path, tier: Tier) -> Iterator[Paper]:
    """The invoices, judged as scans."""
    if tier is not Tier.SCAN:
        return
    stated = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for name, one in sorted(stated.items()):
        if one["type"].startswith("vat_"):
            yield Paper(
                name=name, data=(folder / name).read_bytes(), kind="vat_invoice", tier=tier, fields=_fields(one)
            )


def _fields(one: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """By our names; stars for the tax of exempt goods are no amount."""
    found = {NAMES[name]: value for name, value in one["fields"].items() if name in NAMES and "*" not in value}
    found["invoice_date"] = dates(found["invoice_date"])[0].isoformat()
    return found


COLLECTION = Collection(title="Chinese VAT invoices", real=True, papers=papers, folder="cn")
