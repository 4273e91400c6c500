"""What the business owes to lenders, as its balance sheet shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model import Place
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
    there counts as nothing only when something else says so: both kinds of liabilities are explained without
    it, or the income statement shows that no interest was paid.
    """
    sheet = dossier.latest_with(BALANCE, "period_end")
    if sheet is None:
        currency = dossier.application.request.currency
        return Debt(amount=None, why_not=f"No balance sheet in {currency} was sent or could be read.")
    figures = {name: sheet.money(name) for name in _LOANS}
    read = sum((value for value in figures.values() if value is not None), Decimal(0))
    where = places(sheet, *_LOANS)
    if None not in figures.values():
        return Debt(amount=read, places=where)
    total, payables = sheet.money("total_liabilities"), sheet.money("payables")
    unexplained = None if total is None else total - (payables or Decimal(0)) - read
    allowed = max(dossier.limit("debt_tolerance"), (total or Decimal(0)) * dossier.limit("figure_tolerance"))
    if unexplained is not None and unexplained <= allowed:
        return Debt(amount=read, places=places(sheet, *_LOANS, "total_liabilities", "payables"))
    income = dossier.latest_with(INCOME, "interest")
    if income is not None and income.money("interest") == 0:
        return Debt(amount=read, places=(*where, *places(income, "interest")))
    if unexplained is not None and all(value is None for value in figures.values()):
        stated = dossier.application.stated.existing_debt or Decimal(0)
        if unexplained <= stated + allowed:
            return Debt(amount=unexplained, places=places(sheet, "total_liabilities", "payables"))
    return Debt(
        amount=None, why_not=f"The balance sheet {sheet.file} does not show loans apart from other liabilities."
    )
