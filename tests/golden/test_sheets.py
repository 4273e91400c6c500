"""Every drawn sheet prints what it is told to state, and the same facts and seeds give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from cases.drop_in import gather
from samples import sheets
from samples.cast import HEARTH, PRAIRIE, YUNFAN
from samples.firm import Firm
from samples.identifiers import td3
from samples.quality import pages_of, photos, scan, too_blurred
from samples.sheet import Sheet, draw_pdf, printed

SHEETS = gather(sheets, "SHEET", Sheet)
DRAWN = [(kind, layout) for kind, sheet in SHEETS.items() for layout in sheet.layouts]
FIRMS = {"us": PRAIRIE, "signed": PRAIRIE, "delaware": PRAIRIE, "chinese": YUNFAN}
"""Whose papers a layout shows; the bakery's where none is named."""
BALANCE = (
    "cash", "receivables", "inventory", "current_assets", "fixed_assets", "total_assets", "payables", "short_term_debt",
    "current_liabilities", "long_term_debt", "total_liabilities", "net_assets", "equity", "retained_earnings",
)  # fmt: skip
PROFIT = (
    "revenue", "cost_of_sales", "gross_profit", "operating_expenses", "depreciation", "operating_profit", "interest",
    "profit_before_tax", "tax", "net_profit",
)  # fmt: skip
STATED = {
    "annual_accounts": ("entity", "registration_number", "period_end", "director", *BALANCE, *PROFIT),
    "balance_sheet": ("entity", "period_end", *BALANCE),
    "income_statement": ("entity", "period_end", *PROFIT),
    "bank_statement": (
        "bank_name", "account_holder", "account_number", "period_start", "period_end", "opening_balance",
        "closing_balance",
    ),
    "business_licence": (
        "registration_number", "legal_name", "entity_type", "legal_representative", "established_on", "valid_from",
        "address", "business_scope", "authority", "issued_on",
    ),
    "certificate_of_incorporation": ("legal_name", "registration_number"),
    "passport": (
        "surname", "given_names", "document_number", "date_of_birth", "sex", "date_of_issue", "date_of_expiry",
        "place_of_birth", "authority",
    ),
    "id_card": (
        "surname", "given_names", "document_number", "date_of_birth", "sex", "date_of_expiry", "place_of_birth",
    ),
}  # fmt: skip
"""What a paper of a kind prints as it stands in its facts, less what a sheet says that its layout leaves out."""
DAYS = ("%Y年%m月%d日", "%d%b%Y", "%d%B%Y", "%B%d,%Y", "%d.%m.%Y", "%m/%d/%Y")
YEAR_ONLY = ("income_statement", "chinese")
"""A Chinese yearly income statement names the year, not the day it ends."""
RADICALS = str.maketrans("⺠⻓⻝戶", "民长食户")
"""What Unicode's compatibility forms leave of the radicals that a PDF's text layer has in the place of characters."""


def firm_of(kind: str, layout: str) -> Firm:
    return YUNFAN if kind == "business_licence" else FIRMS.get(layout, HEARTH)


def truth_of(kind: str, layout: str) -> Mapping[str, Any]:
    firm = firm_of(kind, layout)
    if kind == "passport":
        return firm.identity().truth
    if kind == "id_card":
        return {**firm.identity().truth, "issuing_country": "IRL", "nationality": "IRL", "address": "2 Ferry Lane"}
    if kind in ("certificate_of_incorporation", "business_licence"):
        return firm.registered().truth
    return firm.statements()[0].truth if kind == "bank_statement" else firm.accounts()[0].truth


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(RADICALS).upper()


def print_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def forms(value: str) -> Iterator[str]:
    """How a paper may print a canonical value."""
    yield squeezed(value)
    try:
        date = dt.date.fromisoformat(value)
    except ValueError:
        pass
    else:
        for form in DAYS:
            day = date.strftime(form).upper()
            yield day
            yield re.sub(r"(?<!\d)0(?=\d)", "", day)
        return
    try:
        amount = abs(Decimal(value))
    except InvalidOperation:
        return
    yield f"{amount:,.2f}"
    if amount == amount.to_integral():
        yield f"{amount:,.0f}"


@pytest.mark.parametrize(("kind", "layout"), DRAWN)
def test_a_sheet_prints_what_it_is_told_to_state(kind: str, layout: str) -> None:
    truth = truth_of(kind, layout)
    shown = printed(kind, layout, truth)
    names = [name for name in STATED[kind] if name in shown and (name, kind, layout) != ("period_end", *YEAR_ONLY)]
    names += [f"{name}_prior" for name in names if f"{name}_prior" in shown]
    text = print_of(draw_pdf(kind, layout, truth))
    assert len(names) >= 2
    assert [name for name in names if not any(form in text for form in forms(shown[name]))] == []


@pytest.mark.parametrize(("kind", "layout"), DRAWN)
def test_the_same_facts_give_the_same_bytes(kind: str, layout: str) -> None:
    truth = truth_of(kind, layout)
    assert draw_pdf(kind, layout, truth) == draw_pdf(kind, layout, truth)


def test_no_sheet_is_drawn_in_a_layout_it_lacks() -> None:
    with pytest.raises(KeyError, match="has no layout upside_down"):
        draw_pdf("passport", "upside_down", {})


@pytest.mark.parametrize("layout", SHEETS["bank_statement"].layouts)
def test_a_statement_prints_each_of_its_rows(layout: str) -> None:
    truth = truth_of("bank_statement", layout)
    text = print_of(draw_pdf("bank_statement", layout, truth))
    for row in truth["rows"]:
        assert squeezed(row["description"]) in text
        assert f"{abs(Decimal(row['amount'])):,.2f}" in text


def test_a_passport_prints_its_zone() -> None:
    truth = truth_of("passport", "td3")
    text = print_of(draw_pdf("passport", "td3", truth))
    assert all(line in text for line in td3(truth))


def test_a_scan_and_photos_repeat_by_seed_and_differ_between_seeds() -> None:
    pdf = draw_pdf("passport", "td3", truth_of("passport", "td3"))
    for finish in (scan, photos, too_blurred):
        assert finish(pdf, 5) == finish(pdf, 5)
    assert scan(pdf, 5) != scan(pdf, 6)


def test_a_scan_has_no_text_layer() -> None:
    assert print_of(scan(draw_pdf("passport", "td3", truth_of("passport", "td3")), 1)) == ""


def test_a_scan_keeps_the_whole_of_a_wide_page() -> None:
    pdf = draw_pdf("balance_sheet", "chinese", truth_of("balance_sheet", "chinese"))
    drawn, scanned = (pages_of(one, 40)[0] for one in (pdf, scan(pdf, 1)))
    right = slice(int(scanned.shape[1] * 0.8), int(scanned.shape[1] * 0.92))
    assert scanned.shape[1] > scanned.shape[0]
    assert abs((scanned[:, right] < 160).mean() - (drawn[:, right] < 160).mean()) < 0.05
    assert (scanned[:, right] < 160).any()


def test_a_turned_photo_says_so_and_stands_upright_when_obeyed() -> None:
    pdf = draw_pdf("passport", "td3", truth_of("passport", "td3"))
    (upright,), (turned,) = photos(pdf, 3), photos(pdf, 3, rotate_exif=True)
    with Image.open(io.BytesIO(upright)) as one, Image.open(io.BytesIO(turned)) as other:
        assert other.getexif()[0x0112] == 6
        assert other.size == one.size[::-1]
    assert len(turned) < 700_000
