"""Ratios of the accounts, as features with their evidence.

The definitions are those of the data that the statement scorecard is fitted on (Zieba, Tomczak and Tomczak 2016,
"Ensemble boosted trees with synthetic features generation in application to bankruptcy prediction", UCI 365); the
attribute's number stands beside each. A ratio whose figures are missing, or whose denominator is not above zero, has
no value but the reason why not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from cases.model import Document, Feature
from decision.accounts import Figures, Term, latest_figures, terms
from decision.measure import EXACT, Measure, Unit, absent, divide, measured


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

    @property
    def to_debts(self) -> bool:
        """Whether it is a ratio to what is owed, so that nothing below the line is no bad sign."""
        return all(name in DEBTS for _, name in self.under)

    @property
    def source(self) -> str:
        """The documents that its figures stand in."""
        of_balance = [name in BALANCE_FIGURES for _, name in (*self.over, *self.under)]
        if all(of_balance):
            return "balance sheet"
        return "balance sheet and income statement" if any(of_balance) else "income statement"

    @property
    def formula(self) -> str:
        """Such as "(current_assets - inventory) / current_liabilities"."""
        return f"{_written(self.over)} / {_written(self.under)}"


DEBTS = ("current_liabilities", "total_liabilities")
BALANCE_FIGURES = (
    *("total_assets", "current_assets", "inventory", "equity", "retained_earnings"),
    *DEBTS,
)


def _written(sum_of: Sequence[Term]) -> str:
    text = " ".join(f"{'+' if sign > 0 else '-'} {name}" for sign, name in sum_of).removeprefix("+ ")
    return f"({text})" if len(sum_of) > 1 else text


def _ratio(name: str, title: str, over: str, under: str, attribute: str, group: str) -> Ratio:
    return Ratio(name=name, title=title, over=terms(over), under=terms(under), attribute=attribute, group=group)


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
        "cash_flow_to_assets",
        "profit and depreciation beside assets",
        "net_profit + depreciation",
        "total_assets",
        "X26 * X2",
        "profit",
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
        "trading_profit",
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
    _ratio("gross_margin", "the gross margin", "gross_profit", "revenue", "X56", "margin"),
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {one.name: Measure(name=one.name, unit=Unit.RATIO, title=one.title) for one in RATIOS}
)

FOUR_PLACES = Decimal("0.0001")

Z_PARTS = (
    ("6.56", "current_assets - current_liabilities", "total_assets"),
    ("3.26", "retained_earnings", "total_assets"),
    ("6.72", "operating_profit", "total_assets"),
    ("1.05", "equity", "total_liabilities"),
)
"""Altman's Z'' for firms that do not manufacture: below 1.1 distress, above 2.6 safe. A line for the underwriter."""


def statement_features(documents: Sequence[Document]) -> tuple[Feature, ...]:
    """The ratios of the latest accounts, and Altman's Z''; each a value with its evidence, or the reason why not.

    A ratio to debts that the accounts show as nil has no value, but has evidence: nothing is owed.
    """
    figures = latest_figures(documents)
    return (*(_feature(ratio, figures) for ratio in RATIOS), _altman(figures))


def _feature(ratio: Ratio, figures: Figures) -> Feature:
    value, why_not = _quotient(figures, ratio.over, ratio.under)
    if value is not None:
        return measured(ratio.name, value, figures.shown(name for _, name in (*ratio.over, *ratio.under)))
    if ratio.to_debts and figures.total(ratio.under) == 0:
        evidence = figures.shown(name for _, name in ratio.under)
        return Feature(name=ratio.name, value=None, why_not=why_not, evidence=evidence)
    return absent(ratio.name, why_not)


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
        value, why_not = _quotient(figures, terms(over), terms(under))
        if value is None:
            return absent(name, why_not)
        total += Decimal(weight) * value
        used += [figure for _, figure in (*terms(over), *terms(under))]
    return measured(name, EXACT.quantize(total, FOUR_PLACES), figures.shown(used))


def _spoken(names: Sequence[str]) -> str:
    return " and ".join(
        name.replace("_prior", " of the year before").replace("_", " ") for name in dict.fromkeys(names)
    )
