"""Invoices and credit notes of any layout, with labels in English, German, French or Spanish.

What an invoice must state: Directive 2006/112/EC, article 226 (its number, date, both parties, the seller's VAT number,
the amounts by rate and the tax). Drawn up by the seller; no authority issues it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from cases.model import Field
from ocr.date_habit import day_first
from ocr.extract import Grid, GridLine, field_of
from ocr.invoice_checks import check
from ocr.invoice_currency import currency_of
from ocr.invoice_figures import figured
from ocr.invoice_head import date_fields, iban_of, number_of
from ocr.invoice_parties import buyer_named, name_field, parties_of
from ocr.invoice_sum_words import Sum, sum_of
from ocr.invoice_table import headings, listed, rows_of
from ocr.invoice_tax_ids import tax_id_fields
from ocr.invoice_totals import Sums, sum_fields, sums_of
from ocr.invoice_words import BUYER, DATED, DUE, NUMBER, SELLER, TAX_ID, TITLE
from ocr.kind import Extract, Kind
from ocr.parse import Calendar
from ocr.statement_figures import Figure, decimal_mark_of
from ocr.text import Text
from ocr.utility_words import ACCOUNT, NAMED, SURELY, TRADE, distinct, supply_told
from ocr.wording import Wording

FIELDS = (
    *("invoice_number", "invoice_date", "due_date", "seller_name", "seller_tax_id", "buyer_name", "buyer_tax_id"),
    *("net_amount", "tax_amount", "total_amount", "currency", "iban"),
)
_MONEY = re.compile(r"\d[.,]\d{2}(?!\d)")
_OTHERS = Wording.of(
    *("purchase order", "quotation", "quote", "estimate", "proforma", "pro forma", "pro forma invoice", "angebot"),
    *("auftragsbestätigung", "lieferschein", "mahnung", "zahlungserinnerung", "payment reminder", "overdue notice"),
    *("devis", "bon de commande", "bon de livraison", "delivery note", "packing slip", "remittance advice", "relance"),
    *("presupuesto", "pedido", "albarán", "kontoauszug", "bank statement", "statement of account", "account statement"),
    *("payslip", "pay slip", "pay stub", "balance sheet", "profit and loss", "income statement", "bestellung"),
    *("gehaltsabrechnung", "bulletin de paie", "order confirmation", "kassenbon", "cash receipt"),
)
_TILL = re.compile(
    r"(?i)\b(?:cash(?:ier)?|change(?: due)?|tender(?:ed)?|rounding|round(?:ed)? adj\w*|thank you|"
    r"please come again|receipt|counter|terminal|approval code|goods sold|kassenbon|kassierer|"
    r"gegeben|rückgeld|wechselgeld|bar|ticket|espèces|"
    r"rendu monnaie|caisse|efectivo|cambio|visa|mastercard|debit card|table|pax|till)\b"
)
MANY = 4
"""Invoices that a paper names, from which on it is none itself."""
_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?!\d)")


def evidence(text: Text) -> float:
    """A title, a number of its own, sums with tax, parties and positions; papers that call themselves others: none."""
    string = text.string
    if TITLE.search(string) is None and NUMBER.search(string) is None:
        return 0.0
    grid = Grid.of(text)
    head = [line for line in grid.lines if line.page == grid.lines[0].page]
    score = 0.3 * _called(head) + 0.1
    number = number_of(grid, "")
    score += 0.2 if number is not None and NUMBER.search(string) else 0.15 if number is not None else 0.0
    score += 0.1 if DATED.search(string) or DUE.search(string) else 0.0
    score += 0.1 if _parties_named(grid) else 0.0
    score += 0.1 if TAX_ID.search(string) else 0.0
    kinds = {told[0] for line in grid.lines for cell in line.cells if (told := sum_of(cell.text)) is not None}
    score += 0.05 * min(3, len(kinds & {Sum.NET, Sum.TAX, Sum.TOTAL, Sum.PAYABLE}))
    aspect = {page.page: page.width / page.height for page in text.pages}
    score += 0.1 if next(headings(figured(grid, aspect, "")), None) is not None else 0.0
    if number is None:
        score = min(score, 0.4)
    if not _MONEY.search(string):
        # The first page of a long invoice may hold the head alone; then number and parties must tell.
        score = min(score, 0.6) if number is not None and _parties_named(grid) else 0.0
    if _TILL.search(string) and len({one.casefold() for one in _TILL.findall(string)}) >= 2 and not buyer_named(grid):
        # A till's receipt may call itself a tax invoice, but it has no recipient (Directive 2006/112/EC, 226b).
        score = min(score, 0.4)
    return max(0.0, min(0.95, score - _others(grid, head, string)))


def _called(head: Sequence[GridLine]) -> bool:
    """Whether the paper calls itself an invoice: a title that begins a cell, or that a number follows."""
    for line in head:
        for cell in line.cells:
            if TITLE.after(cell.text) is not None and len(cell.text) < 90:
                return True
    return False


def _lists_invoices(head: Sequence[GridLine]) -> bool:
    """Whether the paper names many invoices, each by its own number: postings of an account, or what is unpaid."""
    named = (TITLE.after(cell.text) for line in head for cell in line.cells)
    return len({rest for rest in named if rest is not None and re.search(r"\d", rest)}) >= MANY


def _others(grid: Grid, head: Sequence[GridLine], string: str) -> float:
    """What speaks against: another title in the upper part of the page, or the words of a supply's bill."""
    against = 0.5 if _lists_invoices(head) else 0.0
    for line in head:
        for cell in line.cells[:1] if len(line.cells) == 1 else ():
            if line.line.box.top < 0.45 and len(cell.text) < 40:
                rest = _OTHERS.after(cell.text)
                # A title stands alone; a label such as "Purchase order: 123" names another paper.
                against = max(against, 0.5) if rest is not None and not rest.strip() else against
    told = supply_told(string)
    goods = distinct(TRADE, string) >= 2
    if told >= 2 and (NAMED.search(string) or not (goods or (listed(grid) and told < SURELY))):
        against = max(against, 0.3 if told < 3 and ACCOUNT.search(string) is None else 0.5)
    return against


def _parties_named(grid: Grid) -> bool:
    return any(
        label.after(cell.text) is not None for line in grid.lines for cell in line.cells for label in (BUYER, SELLER)
    )


def extract(text: Text, document: str) -> Extract:
    """The fields and positions; the sums are those that add up, where any do."""
    grid = Grid.of(text)
    mark = decimal_mark_of(text.words)
    lines = figured(grid, {page.page: page.width / page.height for page in text.pages}, mark)
    fields: dict[str, Field] = {}
    number = number_of(grid, document)
    if number is not None:
        fields["invoice_number"] = number
    currency = currency_of(text, grid.lines, document)
    calendar = _calendar(text, currency, mark)
    fields |= date_fields(grid, number, calendar, document)
    seller, buyer = parties_of(grid)
    fields |= name_field("seller_name", seller, document) | name_field("buyer_name", buyer, document)
    fields |= tax_id_fields(grid, seller, buyer, document)
    sums = sums_of(lines)
    fields |= sum_fields(sums, document)
    if currency is not None:
        fields["currency"] = currency
    iban = iban_of(grid, document)
    if iban is not None:
        fields["iban"] = iban
    fields |= _tax_lines(sums, lines, document)
    if sums.rounding:
        fields["rounding_amount"] = field_of("rounding_amount", str(sums.rounding), text.words[:1], document)
    rows = rows_of(lines, mark, document)
    whole = sum((row.money("net_amount") or Decimal(0) for row in rows), Decimal(0))
    if rows and whole in sums.printed:
        # For the check alone: discounts and charges may stand between the goods' sum and the net amount.
        fields["goods_amount"] = field_of("goods_amount", str(whole), text.words[:1], document)
    return Extract(fields=fields, rows=rows, country=_country(fields))


def _calendar(text: Text, currency: Field | None, mark: str) -> Calendar:
    """Whether months stand first: where a date can only be read so, or where American dollars are paid."""
    if currency is None:
        return Calendar(day_first=mark == "," or day_first(text))
    pairs = [(int(match[1]), int(match[2])) for match in _MONTH_FIRST.finditer(text.string)]
    if any(first > 12 for first, _ in pairs):
        return Calendar(day_first=True)
    american = any(second > 12 for _, second in pairs)
    return Calendar(day_first=not (american or (currency.value == "USD" and mark != ",")))


def _tax_lines(sums: Sums, lines: Sequence[tuple[GridLine, tuple[Figure, ...]]], document: str) -> dict[str, Field]:
    """For the check alone: rate, base and tax of each rate, as `19/100.00/19.00`."""
    taxed = list({(one.rate, one.base.value): one for one in sums.taxed}.values())
    if taxed:
        value = " ".join(f"{one.rate}/{one.base.value}/{one.tax.value}" for one in taxed)
        return {"tax_lines": field_of("tax_lines", value, taxed[0].tax.words, document)}
    net, tax = sums.chosen.get(Sum.NET), sums.chosen.get(Sum.TAX)
    if net is None or tax is None or not tax.value:
        return {}
    owner = next((line for line, _ in lines if set(tax.words) <= set(line.line.words)), None)
    rates = re.findall(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?%", owner.text) if owner is not None else []
    if len(rates) != 1:
        return {}
    value = f"{rates[0].replace(',', '.')}/{net.value}/{tax.value}"
    return {"tax_lines": field_of("tax_lines", value, tax.words, document)}


def _country(fields: dict[str, Field]) -> str:
    """That of the seller's VAT number."""
    number = fields.get("seller_tax_id")
    return number.value[:2] if number is not None and re.match(r"(?!CHE)[A-Z]{2}[A-Z0-9]*\d", number.value) else ""


KIND = Kind(
    name="invoice",
    title="Invoice",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    continues=True,
)
