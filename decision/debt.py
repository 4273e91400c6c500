"""What the business owes to lenders, as its balance sheet shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model import Document, Place
from decision.bank_figures import lender_payments
from decision.capacity import interest_paid
from decision.dossier import BALANCE, INCOME, Dossier, places

_LOANS = ("short_term_debt", "long_term_debt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    amount: Decimal | None
    why_not: str = ""
    places: tuple[Place, ...] = ()


def read_debt(dossier: Dossier) -> Debt:
    """The loans in the latest balance sheet.

    Many balance sheets leave out lines of nothing, and many do not itemise loans at all. So a line that is not
    there counts as nothing only when something else says so: the other lines explain all liabilities, or
    neither interest was paid nor do the bank statements show payments to lenders.
    """
    sheet = dossier.latest_with(BALANCE, "period_end")
    if sheet is None:
        currency = dossier.application.request.currency
        return Debt(amount=None, why_not=f"No balance sheet in {currency} was sent or could be read.")
    figures = [sheet.money(name) for name in _LOANS]
    read = sum((value for value in figures if value is not None), Decimal(0))
    if None not in figures:
        return Debt(amount=read, places=places(sheet, *_LOANS))
    where = places(sheet, *_LOANS, "total_liabilities", "payables")
    unexplained = _unexplained(sheet, read)
    if unexplained is not None and unexplained <= dossier.limit("debt_tolerance"):
        return Debt(amount=read + max(unexplained, Decimal(0)), places=where)
    if _no_lender(dossier):
        return Debt(amount=read, places=where)
    stated = dossier.application.stated.existing_debt
    if unexplained is not None and stated is not None and read + unexplained <= stated:
        return Debt(amount=read + unexplained, places=where)
    return Debt(
        amount=None, why_not=f"The balance sheet {sheet.file} does not show loans apart from other liabilities."
    )


def _unexplained(sheet: Document, read: Decimal) -> Decimal | None:
    """The liabilities that are neither to suppliers nor the loans that were read."""
    total = sheet.money("total_liabilities")
    return None if total is None else total - (sheet.money("payables") or Decimal(0)) - read


def _no_lender(dossier: Dossier) -> bool:
    """Whether nothing in the income statement and the bank statements tells of a lender."""
    income = dossier.latest_with(INCOME, "revenue")
    return income is not None and interest_paid(income) <= 0 and lender_payments(dossier).value == 0
