"""Annual accounts: a filing that holds the balance sheet and, often, the income statement with notes.

In the United Kingdom filed at Companies House under Part 15 of the Companies Act 2006; small companies may leave the
profit and loss account out (section 444).
"""

from __future__ import annotations

from cases.model import Document, Finding
from ocr.account_checks import balance_checks, income_checks
from ocr.account_evidence import weigh
from ocr.accounts import BALANCE_FIELDS, INCOME_FIELDS, read_accounts
from ocr.kind import Extract, Kind
from ocr.text import Text

NAMES = (*BALANCE_FIELDS, *INCOME_FIELDS)
FIELDS = (
    *("entity", "registration_number", "period_start", "period_end", "currency", "unit"),
    *(f"{name}{suffix}" for suffix in ("", "_prior") for name in NAMES),
)


def evidence(text: Text) -> float:
    """Both statements, or one of them in what calls itself accounts."""
    weight = weigh(text)
    if weight.balance >= 0.5 and weight.income >= 0.5:
        return 0.98
    return max(weight.balance, weight.income) if weight.filing else 0.0


def extract(text: Text, document: str) -> Extract:
    return read_accounts(text, document, NAMES)


def check(document: Document) -> tuple[Finding, ...]:
    """The checks of both statements; those of a profit and loss account that was left out could not run."""
    income = tuple(one for one in income_checks(document) if one.check != "comparatives")
    return (*balance_checks(document), *income)


KIND = Kind(
    name="annual_accounts",
    title="Annual accounts",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    continues=True,
    holds=("balance_sheet", "income_statement"),
)
