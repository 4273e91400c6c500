"""Balance sheet: what a business owns and owes on one day (IAS 1, paragraph 54; Companies Act 2006; 资产负债表).

Drawn up by the business or its accountant; no authority issues it.
"""

from __future__ import annotations

from ocr.account_checks import balance_checks
from ocr.account_evidence import weigh
from ocr.accounts import BALANCE_FIELDS, read_accounts
from ocr.kind import Extract, Kind
from ocr.text import Text

FIELDS = (
    *("entity", "registration_number", "period_end", "currency", "unit"),
    *(f"{name}{suffix}" for suffix in ("", "_prior") for name in BALANCE_FIELDS),
)


def evidence(text: Text) -> float:
    """The lines of a balance sheet; less when the page is as much an income statement or opens a filing."""
    weight = weigh(text)
    if weight.income >= 0.5 or weight.filing:
        return min(weight.balance, 0.45)
    return weight.balance


def extract(text: Text, document: str) -> Extract:
    return read_accounts(text, document, BALANCE_FIELDS)


KIND = Kind(
    name="balance_sheet",
    title="Balance sheet",
    evidence=evidence,
    extract=extract,
    check=balance_checks,
    fields=FIELDS,
    continues=True,
)
