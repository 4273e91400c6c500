"""The books of a small company over two years: profit goes to reserves, fixed assets roll forward, sheets balance.

Figures are whole numbers in the smallest step that a paper prints (cents, pounds, thousands of dollars).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import NamedTuple


class Two(NamedTuple):
    """A figure of this year and of the year before."""

    this: int
    prior: int

    def __add__(self, other: Two) -> Two:  # type: ignore[override]
        return Two(self.this + other.this, self.prior + other.prior)

    def __sub__(self, other: Two) -> Two:
        return self + -other

    def __neg__(self) -> Two:
        return Two(-self.this, -self.prior)

    def part(self, share: float) -> Two:
        """A share of the figure, in whole steps; the rest is `figure - figure.part(share)`."""
        return Two(round(self.this * share), round(self.prior * share))


NIL = Two(0, 0)
WHOLE_SHEET = (
    "cash receivables inventory current_assets fixed_assets total_assets payables short_term_debt current_liabilities "
    "long_term_debt total_liabilities equity retained_earnings"
)
"""All that a balance sheet states when it names every total."""
NO_TOTALS = {"receivables": "trade_debtors", "fixed_assets": "tangible"}
"""What goes for these fields where a paper has no total of debtors or of fixed assets."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one paper writes its figures."""

    places: int = 0
    negative: str = "()"
    """Brackets, or the sign that stands before a negative figure."""
    nil: str = "-"
    before: str = ""
    """A currency sign on every figure."""

    def __call__(self, amount: int) -> str:
        if amount == 0:
            return self.nil
        written = f"{self.before}{Decimal(abs(amount)).scaleb(-self.places):,.{self.places}f}"
        if amount > 0:
            return written
        return f"({written})" if self.negative == "()" else self.negative + written


def books(
    chance: Random, revenue: int, *, capital: int = 100, trades: bool = True, lossy: float = 0.15, other: bool = True
) -> dict[str, Two]:
    """All figures by name. A company that does not trade in goods has no stock; `other` says whether operating
    profit may hold other income."""
    before = round(revenue / chance.uniform(0.92, 1.22))
    flows = _profits(chance, Two(revenue, before), lossy, other)
    dividends = Two(*(max(0, round(net * chance.choice((0, 0.3, 0.6)))) for net in flows["net_profit"]))
    held = _assets(chance, Two(revenue, before), flows["depreciation"], trades)
    owed = _liabilities(chance, Two(revenue, before), flows["tax"])
    assets = held["intangible"] + held["tangible"] + held["inventory"] + held["debtors"]
    capital = min(capital, max(1, before // 20))
    cash_before = round(before * chance.uniform(0.05, 0.16))
    equity_before = assets.prior + cash_before - owed["total_liabilities"].prior
    equity = Two(equity_before + flows["net_profit"].this - dividends.this, equity_before)
    cash = equity.this + owed["total_liabilities"].this - assets.this
    least = round(revenue * chance.uniform(0.02, 0.09))
    if cash < least:
        borrowed = Two(least - cash, 0)
        owed |= {
            name: owed[name] + borrowed for name in ("long_term_debt", "noncurrent_liabilities", "total_liabilities")
        }
        cash = least
    return flows | held | owed | _totals(held, owed, Two(cash, cash_before), equity, capital) | {"dividends": dividends}


def _profits(chance: Random, revenue: Two, lossy: float, earns_other: bool) -> dict[str, Two]:
    cost = Two(*(round(sales * (chance.uniform(0.42, 0.61))) for sales in revenue))
    selling = revenue.part(chance.uniform(0.04, 0.09))
    depreciation = Two(*(max(1, round(sales * chance.uniform(0.012, 0.034))) for sales in revenue))
    shares = [0.5 if chance.random() < lossy else chance.uniform(0.14, 0.23) for _ in revenue]
    administrative = Two(*(round(sales * share) for sales, share in zip(revenue, shares, strict=True)))
    other = revenue.part(chance.uniform(0.001, 0.006)) if chance.random() < 0.5 and earns_other else NIL
    interest = Two(*(max(1, round(sales * chance.uniform(0.003, 0.011))) for sales in revenue))
    received = revenue.part(chance.uniform(0.0004, 0.0012))
    gross, expenses = revenue - cost, selling + administrative + depreciation
    operating = gross - expenses + other
    before_tax = operating - interest + received
    tax = Two(*(max(0, round(profit * 0.21)) for profit in before_tax))
    return {
        "revenue": revenue,
        "cost_of_sales": cost,
        "gross_profit": gross,
        "selling": selling,
        "administrative": administrative,
        "depreciation": depreciation,
        "operating_expenses": expenses,
        "other_income": other,
        "operating_profit": operating,
        "interest": interest,
        "interest_received": received,
        "profit_before_tax": before_tax,
        "tax": tax,
        "net_profit": before_tax - tax,
    }


def _assets(chance: Random, revenue: Two, depreciation: Two, trades: bool) -> dict[str, Two]:
    """What the company has besides cash: cost grows by additions, what is written off by the year's charge."""
    net = round(revenue.prior * chance.uniform(0.1, 0.28))
    written_off = round(net * chance.uniform(0.4, 1.3)) + depreciation.prior
    additions = round(revenue.this * chance.uniform(0, 0.06))
    cost = Two(net + written_off + additions, net + written_off)
    accumulated = Two(written_off + depreciation.this, written_off)
    intangible = revenue.part(chance.uniform(0.006, 0.02)) if chance.random() < 0.4 else NIL
    inventory = Two(*(round(one * chance.uniform(0.05, 0.12)) for one in revenue)) if trades else NIL
    trade = Two(*(round(one * chance.uniform(0.09, 0.16)) for one in revenue))
    prepaid, other = (Two(*(round(one * chance.uniform(0.006, 0.02)) for one in revenue)) for _ in "po")
    return {
        "cost": cost,
        "additions": Two(additions, 0),
        "accumulated": accumulated,
        "tangible": cost - accumulated,
        "intangible": intangible,
        "inventory": inventory,
        "trade_debtors": trade,
        "prepaid": prepaid,
        "other_debtors": other,
        "debtors": trade + prepaid + other,
    }


def _liabilities(chance: Random, revenue: Two, tax: Two) -> dict[str, Two]:
    trade = Two(*(round(one * chance.uniform(0.06, 0.1)) for one in revenue))
    accruals, other = (Two(*(round(one * chance.uniform(0.008, 0.02)) for one in revenue)) for _ in "ao")
    yearly = round(revenue.this * chance.uniform(0.008, 0.02))
    left = round(yearly * chance.uniform(1.4, 4.5))
    short, long = Two(yearly, yearly), Two(left, left + yearly)
    deferred = revenue.part(chance.uniform(0.003, 0.008)) if chance.random() < 0.5 else NIL
    current = trade + accruals + other + tax + short
    return {
        "payables": trade,
        "accruals": accruals,
        "other_creditors": other,
        "tax_payable": tax,
        "short_term_debt": short,
        "current_liabilities": current,
        "long_term_debt": long,
        "deferred_tax": deferred,
        "noncurrent_liabilities": long + deferred,
        "total_liabilities": current + long + deferred,
    }


def _totals(held: Mapping[str, Two], owed: Mapping[str, Two], cash: Two, equity: Two, capital: int) -> dict[str, Two]:
    fixed = held["tangible"] + held["intangible"]
    current = held["inventory"] + held["debtors"] + cash
    return {
        "cash": cash,
        "fixed_assets": fixed,
        "current_assets": current,
        "net_current_assets": current - owed["current_liabilities"],
        "total_assets": fixed + current,
        "less_current": fixed + current - owed["current_liabilities"],
        "share_capital": Two(capital, capital),
        "retained_earnings": equity - Two(capital, capital),
        "equity": equity,
        "net_assets": equity,
    }


def stated(
    figures: Mapping[str, Two], printed: str, *, places: int = 0, unit: int = 1, prior: bool = True, **called: str
) -> dict[str, str]:
    """The fields of a paper, multiplied out: the names in `printed`.

    `called` says under what name in the books the paper's figure goes (receivables="debtors").
    """
    fields: dict[str, str] = {}
    for name in printed.split():
        pair = figures[called.get(name, name)]
        for ending, amount in zip(("", "_prior") if prior else ("",), pair, strict=False):
            fields[name + ending] = f"{Decimal(amount).scaleb(-places) * unit:.2f}"
    return fields


class Year(NamedTuple):
    """A financial year and the one before."""

    start: dt.date
    end: dt.date
    end_before: dt.date

    @property
    def fields(self) -> dict[str, str]:
        return {"period_start": self.start.isoformat(), "period_end": self.end.isoformat()}


def year_to(month: int, year: int) -> Year:
    """The twelve months that end with a month."""
    ends = [dt.date(one + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1) for one in (year, year - 1)]
    return Year(ends[1] + dt.timedelta(days=1), ends[0], ends[1])
