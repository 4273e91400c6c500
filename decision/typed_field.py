"""What an underwriter types for a document's field, as the field's canonical value."""

from __future__ import annotations

import datetime as dt
import re

from cases.errors import BadInput
from cases.model import LONG_TERM
from cases.typed_amount import typed_amount
from decision.words import MONTHS

LONGEST = 300
_DATES = re.compile(r"(?:^|_)(?:date|start|end)$|_on$|^date_of_|^valid_(?:from|to)$|^period_(?:start|end)$")
_NO_DATES = frozenset({"place_of_birth"})
_AMOUNTS = (
    "cash receivables inventory current_assets fixed_assets total_assets payables short_term_debt "
    "current_liabilities long_term_debt total_liabilities net_assets equity retained_earnings revenue "
    "cost_of_sales gross_profit operating_expenses depreciation operating_profit interest "
    "profit_before_tax tax net_profit opening_balance closing_balance total_credits total_debits "
    "net_amount tax_amount total_amount amount_due gross_pay deductions net_pay ytd_gross ytd_net "
    "gross_receipts cost_of_goods_sold total_deductions net_income tax_due wages federal_tax "
    "registered_capital unit "
)
_MONEY = frozenset(_AMOUNTS.split())
_FORMS = (
    r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?",
    r"(?P<day>\d{1,2}) (?P<word>[A-Za-z]{3,9}) (?P<year>\d{4})",
)


def is_date(field: str) -> bool:
    return bool(_DATES.search(field)) and field not in _NO_DATES


def is_money(field: str) -> bool:
    return field.removesuffix("_prior") in _MONEY


def canonical(field: str, typed: str) -> str:
    """The value as readings have it. Raises BadInput with one sentence for what the field cannot hold."""
    text = " ".join(typed.split())
    if not text:
        raise BadInput("Type the value as you see it on the page.")
    if len(text) > LONGEST:
        raise BadInput(f"A value has at most {LONGEST} characters.")
    if is_date(field):
        return _day(text)
    if is_money(field):
        return _amount(text)
    return text


def _day(text: str) -> str:
    if text.casefold() in {LONG_TERM, "长期"}:
        return LONG_TERM
    for form in _FORMS:
        found = re.fullmatch(form, text)
        if found:
            parts = found.groupdict()
            month = parts.get("month") or _month(parts.get("word") or "")
            try:
                return dt.date(int(parts["year"]), int(month), int(parts["day"])).isoformat()
            except ValueError:
                break
    raise BadInput("A date is typed as 2026-03-31 or 31 March 2026.")


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, 1):
        if name.casefold().startswith(word.casefold()):
            return number
    return 0


def _amount(text: str) -> str:
    return format(typed_amount(text), "f")
