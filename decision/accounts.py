"""The figures of one year's accounts, each with where it stands, and those that follow from others.

What a page does not print is worked out only where that can never make the business look safer than the whole page
would: an identity of accounting, or the cautious end of what it may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cases.model import Document, Evidence

BALANCE_KINDS = ("balance_sheet", "annual_accounts")
INCOME_KINDS = ("income_statement", "annual_accounts")

YEAR_DAYS = (350, 380)
"""A year of accounts, 52 or 53 weeks included. Ratios of a shorter or longer one do not compare."""

Term = tuple[int, str]
"""A sign and the name of a figure."""

NOTHING = Decimal(0)


@dataclass(slots=True)
class Figures:
    """Amounts by name. All of one currency and one date."""

    values: dict[str, Decimal] = field(default_factory=dict)
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    why_not: str = ""
    """Why there are no figures at all; empty when there are some."""

    def total(self, terms: Iterable[Term]) -> Decimal | None:
        """The signed sum, or None when one of its figures is not there."""
        total = NOTHING
        for sign, name in terms:
            if name not in self.values:
                return None
            total += sign * self.values[name]
        return total

    def missing(self, terms: Iterable[Term]) -> list[str]:
        """The names of figures that the sum lacks."""
        return [name for _, name in terms if name not in self.values]

    def shown(self, names: Iterable[str]) -> tuple[Evidence, ...]:
        """Where the figures stand, each place once."""
        return tuple(dict.fromkeys(one for name in names for one in self.evidence.get(name, ())))


def latest_figures(documents: Sequence[Document]) -> Figures:
    """The figures of the latest balance sheet and of the income statement of the same date and currency."""
    balance = _latest(documents, BALANCE_KINDS, "total_assets")
    income = _latest(documents, INCOME_KINDS, "revenue")
    if balance is None and income is None:
        return Figures(why_not="there are no accounts that can be used")
    if balance is not None and income is not None:
        if balance.text("currency") != income.text("currency"):
            return Figures(why_not="balance sheet and income statement are in different currencies")
        if balance.day("period_end") != income.day("period_end"):
            return Figures(why_not="balance sheet and income statement are of different years")
    days = _days(income) if income is not None else None
    if days is not None and not YEAR_DAYS[0] <= days <= YEAR_DAYS[1]:
        return Figures(why_not=f"the income statement covers {days} days and not a year")
    figures = Figures()
    for document in (income, balance):
        if document is not None:
            _read(figures, document)
    for name, rule in RULES:
        if name not in figures.values:
            _work_out(figures, name, rule)
    return figures


def _latest(documents: Sequence[Document], kinds: Sequence[str], figure: str) -> Document | None:
    holders = [
        one for one in documents if one.kind in kinds and figure in one.fields and one.day("period_end") is not None
    ]
    return max(holders, key=lambda one: (one.text("period_end") or "", one.id), default=None)


def _days(income: Document) -> int | None:
    """The days that an income statement covers, both ends counted; None when it does not say."""
    first, last = income.day("period_start"), income.day("period_end")
    return (last - first + dt.timedelta(days=1)).days if first is not None and last is not None else None


def _read(figures: Figures, document: Document) -> None:
    for name, one in document.fields.items():
        amount = _amount(one.value)
        if amount is not None:
            figures.values[name] = amount
            figures.evidence[name] = (Evidence(label=f"{document.kind}.{name}", value=one.value, place=one.place),)


def _amount(text: str) -> Decimal | None:
    """The figure in a field's value; dates and names are none."""
    try:
        amount = Decimal(text)
    except ArithmeticError:
        return None
    return amount if amount.is_finite() else None


Rule = Callable[[Figures], tuple[Decimal, tuple[str, ...]] | None]
"""The figure that follows, and the names of those it follows from; None when it does not follow."""


def _work_out(figures: Figures, name: str, rule: Rule) -> None:
    found = rule(figures)
    if found is not None:
        figures.values[name] = found[0]
        figures.evidence[name] = figures.shown(found[1])


def _sum(text: str) -> Rule:
    """A rule such as "total_assets - equity"."""
    wanted = terms(text)

    def rule(figures: Figures) -> tuple[Decimal, tuple[str, ...]] | None:
        total = figures.total(wanted)
        return None if total is None else (total, tuple(name for _, name in wanted))

    return rule


def terms(text: str) -> tuple[Term, ...]:
    """The signed figures of a sum.

    >>> terms("current_assets - inventory")
    ((1, 'current_assets'), (-1, 'inventory'))
    """
    sign, found = 1, []
    for word in text.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
        else:
            found.append((sign, word))
    return tuple(found)


def _revenue_less_all(figures: Figures) -> tuple[Decimal, tuple[str, ...]] | None:
    """The operating profit, where the operating expenses are all that stands between revenue and it."""
    wanted = terms("revenue - operating_expenses - operating_profit")
    if figures.total(wanted) != 0:
        return None
    return figures.values["operating_profit"], tuple(name for _, name in wanted)


def _not_liquid(figures: Figures) -> tuple[Decimal, tuple[str, ...]] | None:
    """All current assets that are neither cash nor receivables: inventory is no more than that."""
    names = ("current_assets", "cash", "receivables")
    rest = figures.total(terms("current_assets - cash - receivables"))
    return None if rest is None or rest < 0 else (rest, names)


def _none(figures: Figures) -> tuple[Decimal, tuple[str, ...]]:
    return NOTHING, ()


RULES: tuple[tuple[str, Rule], ...] = (
    ("equity", _sum("net_assets")),
    ("total_liabilities", _sum("total_assets - equity")),
    ("profit_before_tax", _sum("net_profit + tax")),
    ("net_profit", _sum("profit_before_tax - tax")),
    ("operating_profit", _sum("profit_before_tax + interest")),
    ("gross_profit", _sum("revenue - cost_of_sales")),
    ("trading_profit", _sum("gross_profit - operating_expenses")),
    ("trading_profit", _revenue_less_all),
    ("inventory", _not_liquid),
    ("depreciation", _none),
)
"""In this order. Depreciation that is not shown counts as none: it only ever adds to what a business can pay from."""
