"""Ratios of the accounts, as features with their evidence.

The definitions are those of the data that the statement scorecard is fitted on (Zieba, Tomczak and Tomczak 2016,
"Ensemble boosted trees with synthetic features generation in application to bankruptcy prediction", UCI 365); the
attribute's number stands beside each. A ratio whose figures are missing, or whose denominator is not above zero, has
no value but the reason why not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from cases.model import Document, Evidence, Feature
from decision.measure import Measure, Unit, absent, divide, measured

BALANCE_KINDS = ("balance_sheet", "annual_accounts")
INCOME_KINDS = ("income_statement", "annual_accounts")

Term = tuple[int, str]
"""A sign and the name of a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Sums of figures divided by each other."""

    name: str
    title: str
    over: tuple[Term, ...]
    under: tuple[Term, ...]
    attribute: str
    """Of the data that the scorecard is fitted on."""
    group: str
    """Ratios of one group say much the same; a letter gives one reason for them together."""


def _ratio(name: str, title: str, over: str, under: str, attribute: str, group: str) -> Ratio:
    return Ratio(name=name, title=title, over=_terms(over), under=_terms(under), attribute=attribute, group=group)


def _terms(text: str) -> tuple[Term, ...]:
    """The signed figures of a sum such as "current_assets - inventory"."""
    sign, found = 1, []
    for word in text.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
        else:
            found.append((sign, word))
    return tuple(found)


RATIOS = (
    _ratio("return_on_assets", "the return on assets", "net_profit", "total_assets", "X1", "profit"),
    _ratio("liabilities_to_assets", "liabilities beside assets", "total_liabilities", "total_assets", "X2", "leverage"),
    _ratio("current_ratio", "the current ratio", "current_assets", "current_liabilities", "X4", "liquidity"),
    _ratio(
        "retained_earnings_to_assets",
        "retained earnings beside assets",
        "retained_earnings",
        "total_assets",
        "X6",
        "leverage",
    ),
    _ratio("equity_to_liabilities", "equity beside liabilities", "equity", "total_liabilities", "X8", "leverage"),
    _ratio("asset_turnover", "revenue beside assets", "revenue", "total_assets", "X9", "turnover"),
    _ratio("revenue_to_prior_year", "revenue beside the year before", "revenue", "revenue_prior", "X21", "growth"),
    _ratio("net_margin", "the net margin", "net_profit", "revenue", "X23", "profit"),
    _ratio(
        "cash_flow_to_liabilities",
        "profit and depreciation beside liabilities",
        "net_profit + depreciation",
        "total_liabilities",
        "X26",
        "leverage",
    ),
    _ratio(
        "depreciation_to_revenue",
        "depreciation beside revenue",
        "depreciation",
        "revenue",
        "X13 - X19",
        "investment",
    ),
    _ratio(
        "core_margin",
        "gross profit less operating expenses beside revenue",
        "gross_profit - operating_expenses",
        "revenue",
        "X39",
        "profit",
    ),
    _ratio("operating_margin", "the operating margin", "operating_profit", "revenue", "X42", "profit"),
    _ratio(
        "quick_ratio",
        "current assets without inventory beside current liabilities",
        "current_assets - inventory",
        "current_liabilities",
        "X46",
        "liquidity",
    ),
    _ratio(
        "current_liabilities_to_assets",
        "current liabilities beside assets",
        "current_liabilities",
        "total_assets",
        "X51",
        "liquidity",
    ),
    _ratio("gross_margin", "the gross margin", "revenue - cost_of_sales", "revenue", "X56", "margin"),
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {one.name: Measure(name=one.name, unit=Unit.RATIO, title=one.title) for one in RATIOS}
)

Z_PARTS = (
    ("6.56", "current_assets - current_liabilities", "total_assets"),
    ("3.26", "retained_earnings", "total_assets"),
    ("6.72", "operating_profit", "total_assets"),
    ("1.05", "equity", "total_liabilities"),
)
"""Altman's Z'' for firms that do not manufacture: below 1.1 distress, above 2.6 safe. A line for the underwriter."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one year's accounts, each with where it stands."""

    values: Mapping[str, Decimal]
    evidence: Mapping[str, Evidence]
    why_not: str = ""

    def total(self, terms: Iterable[Term]) -> Decimal | None:
        total = Decimal(0)
        for sign, name in terms:
            if name not in self.values:
                return None
            total += sign * self.values[name]
        return total

    def missing(self, terms: Iterable[Term]) -> list[str]:
        return [name for _, name in terms if name not in self.values]


def statement_features(documents: Sequence[Document]) -> tuple[Feature, ...]:
    """The ratios of the latest accounts. Equity stands for net assets where only one of them is printed."""
    figures = latest_figures(documents)
    return (*(_feature(ratio, figures) for ratio in RATIOS), _altman(figures))


def latest_figures(documents: Sequence[Document]) -> Figures:
    """The figures of the latest balance sheet and of the income statement of the same year and currency."""
    balance = _latest(documents, BALANCE_KINDS, "total_assets")
    income = _latest(documents, INCOME_KINDS, "revenue")
    if balance is None and income is None:
        return Figures({}, {}, "there are no accounts that can be used")
    if balance is not None and income is not None:
        if balance.text("currency") != income.text("currency"):
            return Figures({}, {}, "balance sheet and income statement are in different currencies")
        if balance.day("period_end") != income.day("period_end"):
            return Figures({}, {}, "balance sheet and income statement are of different years")
    values: dict[str, Decimal] = {}
    evidence: dict[str, Evidence] = {}
    for document in (income, balance):
        if document is None:
            continue
        for name, field in document.fields.items():
            amount = _amount(field.value)
            if amount is not None:
                values[name] = amount
                evidence[name] = Evidence(label=f"{document.kind}.{name}", value=field.value, place=field.place)
    for name, other in (("equity", "net_assets"), ("net_assets", "equity")):
        if name not in values and other in values:
            values[name], evidence[name] = values[other], evidence[other]
    return Figures(values, evidence)


def _latest(documents: Sequence[Document], kinds: Sequence[str], figure: str) -> Document | None:
    holders = [
        one for one in documents if one.kind in kinds and figure in one.fields and one.day("period_end") is not None
    ]
    return max(holders, key=lambda one: (one.text("period_end") or "", one.id), default=None)


def _amount(text: str) -> Decimal | None:
    """The figure in a field's value; dates and names are none."""
    try:
        amount = Decimal(text)
    except ArithmeticError:
        return None
    return amount if amount.is_finite() else None


def _feature(ratio: Ratio, figures: Figures) -> Feature:
    value, why_not = _quotient(figures, ratio.over, ratio.under)
    if value is None:
        return absent(ratio.name, why_not)
    used = dict.fromkeys(name for _, name in (*ratio.over, *ratio.under))
    return measured(ratio.name, value, (figures.evidence[name] for name in used))


def _quotient(figures: Figures, over: Sequence[Term], under: Sequence[Term]) -> tuple[Decimal | None, str]:
    if figures.why_not:
        return None, figures.why_not
    missing = figures.missing((*over, *under))
    if missing:
        return None, f"the accounts do not show {_spoken(missing)}"
    dividend, divisor = figures.total(over), figures.total(under)
    if dividend is None or divisor is None or divisor <= 0:
        return None, f"the accounts show no {_spoken([name for _, name in under])} to compare with"
    return divide(dividend, divisor), ""


def _altman(figures: Figures) -> Feature:
    name = "altman_z_double_prime"
    total, used = Decimal(0), []
    for weight, over, under in Z_PARTS:
        value, why_not = _quotient(figures, _terms(over), _terms(under))
        if value is None:
            return absent(name, why_not)
        total += Decimal(weight) * value
        used += [figure for _, figure in (*_terms(over), *_terms(under))]
    return measured(name, total, (figures.evidence[figure] for figure in dict.fromkeys(used)))


def _spoken(names: Sequence[str]) -> str:
    return " and ".join(
        name.replace("_prior", " of the year before").replace("_", " ") for name in dict.fromkeys(names)
    )
