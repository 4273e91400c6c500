"""How sure a field is: from the engine's own certainty, to how often fields of its sort proved right.

The certainty of print says whether it was read rightly, not whether the right print was taken. `calibration.json`
holds, for each tier and sort of field (and document kind, where there were enough papers), how often a value was right
on papers with known truth (`python -m bench.calibrate`); arithmetic and check digits that hold or break come on top.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cases.model import CheckResult, Document, Field, Severity

TABLE = Path(__file__).parent / "calibration.json"
PROVEN = 0.998
"""What a value that arithmetic or check digits prove is worth, times the certainty of its print's doubt."""
UNSEEN = 0.9
"""What a value of a sort is worth that no paper with known truth had."""
BROKEN = 0.5
"""The most that a value is worth which a sum or a check digit contradicts."""
PROOFS: Mapping[str, tuple[str, ...]] = {
    "running_balance": ("opening_balance", "closing_balance"),
    "statement_totals": ("total_credits", "total_debits"),
    "assets_equal_liabilities_and_equity": ("total_assets", "net_assets", "equity", "total_liabilities"),
    "net_plus_tax": ("net_amount", "tax_amount", "total_amount"),
    "words_equal_figures": ("total_amount",),
    "mrz_check_digits": ("document_number", "date_of_birth", "date_of_expiry", "mrz"),
    "uscc_check_character": ("registration_number",),
    "cn_id_number": ("document_number",),
    "gross_less_deductions": ("gross_pay", "deductions", "net_pay"),
    "return_gross_profit": ("gross_receipts", "cost_of_goods_sold", "gross_profit"),
    "iban": ("iban",),
    "tax_id": ("seller_tax_id", "buyer_tax_id"),
}
"""Which fields a check proves when it finds all well."""
_GRAVE = (Severity.MEDIUM, Severity.HIGH)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AMOUNT = re.compile(r"-?\d+(?:\.\d{1,2})?")
_NUMBERS = ("number", "_id", "iban", "code", "mrz", "ssn")


def calibrated(document: Document) -> Document:
    """The document with the confidence of every field as a chance of its being right, 0 to 1."""
    proven = proven_in(document)
    broken = _broken_in(document)
    fields = {name: _weighed(one, document, proven, broken) for name, one in document.fields.items()}
    return replace(document, fields=fields)


def proven_in(document: Document) -> frozenset[str]:
    """The fields that the document's own arithmetic or check digits prove."""
    held = [one.check for one in document.findings if one.result is CheckResult.NOT_FOUND]
    return frozenset(name for check in held for name in PROOFS.get(check, ()))


def _broken_in(document: Document) -> frozenset[str]:
    grave = [one for one in document.findings if one.result is CheckResult.FOUND and one.severity in _GRAVE]
    named = {name for one in grave for name in PROOFS.get(one.check, ())}
    places = {place for one in grave for place in one.places if one.check in PROOFS}
    return frozenset(named | {name for name, field in document.fields.items() if field.place in places})


def _weighed(field: Field, document: Document, proven: frozenset[str], broken: frozenset[str]) -> Field:
    usual = reliability(document.kind, field, document.tier.value)
    if field.name in broken:
        worth = min(BROKEN, usual * field.confidence)
    elif field.name in proven:
        worth = max(usual * field.confidence, PROVEN * min(1.0, 0.5 + field.confidence / 2))
    else:
        worth = usual * field.confidence
    return replace(field, confidence=round(worth, 3))


def sort_of(name: str, value: str) -> str:
    """`date`, `number` (of papers and accounts), `amount` or `words`."""
    if _DAY.fullmatch(value):
        return "date"
    if any(name.endswith(one) for one in _NUMBERS):
        return "number"
    return "amount" if _AMOUNT.fullmatch(value) else "words"


def rows_for(kind: str, sort: str, tier: str) -> tuple[str, ...]:
    """The rows of the table that speak for a value, the most particular first."""
    return f"{kind}/{sort}/{tier}", f"{kind}/{sort}", sort


def wider_row(row: str) -> str:
    """The next wider row; empty for the widest.

    >>> wider_row("payslip/date/scan"), wider_row("payslip/date"), wider_row("date")
    ('payslip/date', 'date', '')
    """
    kind, _, rest = row.partition("/")
    sort, _, tier = rest.partition("/")
    return f"{kind}/{sort}" if tier else sort


def reliability(kind: str, field: Field, tier: str) -> float:
    """How often values of this sort were right, from the most particular row of the table that there is."""
    table = _table()
    found = (table[row] for row in rows_for(kind, sort_of(field.name, field.value), tier) if row in table)
    return next(found, UNSEEN)


@functools.cache
def _table() -> Mapping[str, float]:
    found: Mapping[str, float] = json.loads(TABLE.read_text(encoding="utf-8"))["right"]
    return found
