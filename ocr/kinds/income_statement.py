"""Income statement: what a business earned and spent in a period (IAS 1, paragraph 82; 利润表).

Drawn up by the business or its accountant; no authority issues it.
"""

from __future__ import annotations

from ocr.account_checks import income_checks
from ocr.account_evidence import weigh
from ocr.accounts import INCOME_FIELDS, read_accounts
from ocr.kind import Extract, Kind
from ocr.text import Text

FIELDS = (
    *("entity", "registration_number", "period_start", "period_end", "currency", "unit"),
    *(f"{name}{suffix}" for suffix in ("", "_prior") for name in INCOME_FIELDS),
)


def evidence(text: Text) -> float:
    """The lines of an income statement; less when the page is as much a balance sheet or opens a filing."""
    weight = weigh(text)
    if weight.balance >= 0.5 or weight.filing:
        return min(weight.income, 0.45)
    return weight.income


def extract(text: Text, document: str) -> Extract:
    return read_accounts(text, document, INCOME_FIELDS)


KIND = Kind(
    name="income_statement",
    title="Income statement",
    evidence=evidence,
    extract=extract,
    check=income_checks,
    fields=FIELDS,
    continues=True,
)
