"""Accounts as fields: every line item of both years with its place, what follows by arithmetic, and the heading.

A figure that is not printed is derived only where the arithmetic leaves one possibility; its field says how, and its
place is that of the figures it comes from.
"""

from __future__ import annotations

from dataclasses import replace

from ocr.accounts_chain import chains_of
from ocr.accounts_entity import entity_of, number_of
from ocr.accounts_figures import Figures, printed_figures
from ocr.accounts_heads import Head, heads_of
from ocr.accounts_money import currency_of, mark_of, unit_of
from ocr.accounts_period import period_of
from ocr.accounts_sums import derive, settle_signs
from ocr.accounts_table import every_line
from ocr.date_habit import day_first
from ocr.extract import Grid, field_of
from ocr.kind import Extract
from ocr.text import Text

BALANCE_FIELDS = (
    *("cash", "receivables", "inventory", "current_assets", "fixed_assets", "total_assets", "payables"),
    *("short_term_debt", "current_liabilities", "long_term_debt", "total_liabilities", "net_assets", "equity"),
    "retained_earnings",
)
INCOME_FIELDS = (
    *("revenue", "cost_of_sales", "gross_profit", "operating_expenses", "depreciation", "operating_profit"),
    *("interest", "profit_before_tax", "tax", "net_profit"),
)
UNMARKED = 0.9
"""What a currency is worth that no mark shows, as part of the print's certainty."""


def read_accounts(text: Text, document: str, names: tuple[str, ...]) -> Extract:
    """The fields of accounts: those of `names` that are printed or follow from what is printed."""
    grid = Grid.of(text)
    heads = heads_of(grid)
    factor = unit_of(_statements(text, heads))
    lines = list(every_line(grid))
    printed = printed_figures(lines, factor, document)
    fields: Figures = {}
    for suffix in ("", "_prior"):
        chosen = {name: one for name, one in printed.items() if name.endswith("_prior") == bool(suffix)}
        year = {name.removesuffix("_prior"): one for name, one in chosen.items()}
        settle_signs(year)
        derive(year, document)
        # Lines that only help the arithmetic go along for the checks.
        wanted = {name: one for name, one in year.items() if name in names or name.startswith("_")}
        fields |= {f"{name}{suffix}": replace(one, name=f"{name}{suffix}") for name, one in wanted.items()}
    fields |= chains_of(lines, fields, factor, document)
    part = "income" if "revenue" in names else "balance"
    return Extract(fields=_head(text, grid, heads, factor, document, part) | fields)


def _head(text: Text, grid: Grid, heads: tuple[Head, ...], factor: int, document: str, part: str) -> Figures:
    """Whose accounts they are, of when, and in what money."""
    currency, marked = currency_of(text.string)
    found: Figures = {}
    found |= period_of(text, heads, document, part=part, day_first=currency != "USD" or day_first(text))
    for name, field in (
        ("registration_number", number_of(text, grid, document)),
        ("entity", entity_of(grid, heads, document)),
    ):
        if field is not None:
            found[name] = field
    if text.words:
        mark = next((word for word in text.words if currency and mark_of(currency, word.text)), text.words[0])
        if currency:
            field = field_of("currency", currency, (mark,), document)
            found["currency"] = field if marked else replace(field, confidence=field.confidence * UNMARKED)
        found["unit"] = field_of("unit", str(factor), (mark,), document, note="as the amounts' heading says")
    return found


def _statements(text: Text, heads: tuple[Head, ...]) -> str:
    """The print of the pages with a statement; of all pages where no title tells."""
    pages = {head.page for head in heads if head.parts & {"balance", "income"} and head.complete}
    return Text(tuple(page for page in text.pages if not pages or page.page in pages)).string
