"""Accounts that hang together, from a few drivers: every subtotal is the sum of its lines, in both years."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Drivers:
    """What makes a company's year; shares are of revenue unless said otherwise."""

    revenue: int
    growth: float = 0.09
    cost_of_sales: float = 0.56
    operating_expenses: float = 0.315
    """With depreciation in them."""
    depreciation: float = 0.03
    tax_rate: float = 0.19
    assets: float = 0.52
    """Total assets beside revenue."""
    fixed: float = 0.40
    """Of total assets; so are the next three."""
    inventory: float = 0.13
    cash: float = 0.17
    payables: float = 0.18
    existing_debt: int = 30_000
    monthly_debt_service: int = 900
    interest_rate: float = 0.07
    share_capital: int = 100


def statements(drivers: Drivers, year_end: dt.date, *, cash: int | None = None) -> dict[str, str]:
    """All lines of both statements for the year to `year_end` and, as `_prior`, the year before.

    `cash` sets the cash at bank, so that it can equal a bank statement's balance.
    """
    this = _year(drivers, drivers.revenue, cash)
    repaid = round(drivers.monthly_debt_service * 12 - drivers.existing_debt * drivers.interest_rate)
    debts = dataclasses.replace(drivers, existing_debt=drivers.existing_debt + repaid)
    before = _year(debts, round(drivers.revenue / (1 + drivers.growth)), None)
    # What was earned this year and not paid out is what retained earnings grew by.
    before["retained_earnings"] = this["retained_earnings"] - this["net_profit"]
    before["equity"] = before["retained_earnings"] + drivers.share_capital
    before["net_assets"] = before["equity"]
    gap = before["total_assets"] - before["total_liabilities"] - before["equity"]
    for name in ("fixed_assets", "total_assets"):
        before[name] -= gap
    merged = {name: str(value) for name, value in this.items()}
    merged |= {f"{name}_prior": str(value) for name, value in before.items()}
    start = year_end.replace(year=year_end.year - 1) + dt.timedelta(days=1)
    return merged | {"period_start": start.isoformat(), "period_end": year_end.isoformat(), "unit": "1"}


def _year(drivers: Drivers, revenue: int, cash: int | None) -> dict[str, int]:
    profit = _profit(drivers, revenue)
    total = round(revenue * drivers.assets)
    fixed, inventory = round(total * drivers.fixed), round(total * drivers.inventory)
    held = round(total * drivers.cash) if cash is None else cash
    receivables = total - fixed - inventory - held
    short = min(drivers.existing_debt, drivers.monthly_debt_service * 10)
    long = drivers.existing_debt - short
    payables = round(total * drivers.payables)
    liabilities = payables + short + long
    equity = total - liabilities
    return profit | {
        "cash": held,
        "receivables": receivables,
        "inventory": inventory,
        "current_assets": held + receivables + inventory,
        "fixed_assets": fixed,
        "total_assets": total,
        "payables": payables,
        "short_term_debt": short,
        "current_liabilities": payables + short,
        "long_term_debt": long,
        "total_liabilities": liabilities,
        "net_assets": equity,
        "share_capital": drivers.share_capital,
        "retained_earnings": equity - drivers.share_capital,
        "equity": equity,
    }


def _profit(drivers: Drivers, revenue: int) -> dict[str, int]:
    cost, expenses = round(revenue * drivers.cost_of_sales), round(revenue * drivers.operating_expenses)
    interest = round(drivers.existing_debt * drivers.interest_rate)
    operating = revenue - cost - expenses
    before_tax = operating - interest
    tax = max(0, round(before_tax * drivers.tax_rate))
    return {
        "revenue": revenue,
        "cost_of_sales": cost,
        "gross_profit": revenue - cost,
        "operating_expenses": expenses,
        "depreciation": round(revenue * drivers.depreciation),
        "operating_profit": operating,
        "interest": interest,
        "profit_before_tax": before_tax,
        "tax": tax,
        "net_profit": before_tax - tax,
    }


def money(amount: Decimal | int | float) -> str:
    """A plain decimal with cents."""
    return f"{Decimal(str(amount)).quantize(Decimal('0.01'))}"
