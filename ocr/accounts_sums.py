"""What follows from the printed figures by arithmetic: signs that the print leaves open, and figures not printed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from cases.model import Box, Field, Origin, Place
from ocr.accounts_figures import UNSURE, Figures, plain, value_of

# A rule: what it gives, the signed figures that it is the sum of, and whether a missing one may count as nothing.
DERIVED: tuple[tuple[str, str, bool], ...] = (
    ("current_liabilities", "current_assets - _net_current", False),
    ("_noncurrent_liabilities", "_creditors_after", False),
    ("total_assets", "_total_assets_less_current + current_liabilities", False),
    ("total_assets", "current_assets + _noncurrent_assets", False),
    ("total_assets", "_sum_of_claims", False),
    ("fixed_assets", "_tangible_assets + _intangible_assets + _investments", True),
    ("total_assets", "_tangible_assets + _intangible_assets + _investments + current_assets", True),
    ("fixed_assets", "_fixed_cost - _written_off", False),
    ("total_assets", "fixed_assets + _intangible_assets + current_assets", True),
    ("fixed_assets", "_noncurrent_assets", False),
    ("net_assets", "equity", False),
    ("equity", "net_assets", False),
    ("total_liabilities", "current_liabilities + _noncurrent_liabilities + _provisions", False),
    ("total_liabilities", "total_assets - equity", False),
    ("total_liabilities", "current_liabilities + _noncurrent_liabilities + _provisions", True),
    ("equity", "total_assets - total_liabilities", False),
    ("net_assets", "equity", False),
    ("current_liabilities", "total_liabilities - _noncurrent_liabilities", False),
    ("gross_profit", "revenue - cost_of_sales", False),
    ("cost_of_sales", "revenue - gross_profit", False),
    ("operating_expenses", "_sga + _research + _other_operating", True),
    ("operating_expenses", "_administrative + _selling + _research + _taxes_and_dues + _other_operating", True),
    ("operating_expenses", "_selling + _research + _other_operating", True),
    ("operating_profit", "gross_profit - operating_expenses", False),
    ("profit_before_tax", "net_profit + tax", False),
    ("net_profit", "profit_before_tax - tax", False),
    ("tax", "profit_before_tax - net_profit", False),
)
WEAK = (("long_term_debt", "_creditors_after"),)
"""What stands for a figure where nothing more particular is printed: creditors due after a year are mostly loans."""


def settle_signs(year: Figures) -> None:
    """A tax or interest that was received is negative; the profits around it tell, or the signs of other expenses."""
    before, tax, net = (value_of(year, name) for name in ("profit_before_tax", "tax", "net_profit"))
    if before is not None and tax is not None and net is not None and before + tax == net != before - tax:
        year["tax"] = _negative(year["tax"])
    operating, interest = value_of(year, "operating_profit"), value_of(year, "interest")
    received = value_of(year, "_interest_received") or Decimal(0)
    if operating is not None and interest and before is not None and operating + interest + received == before:
        year["interest"] = _negative(year["interest"])


def derive(year: Figures, document: str) -> None:
    """Adds the figures of one year that are not printed and follow from those that are."""
    for name, rule, gaps in DERIVED:
        terms = [(-1 if sign == "-" else 1, figure) for sign, figure in re.findall(r"([+-]?)\s*(\w+)", rule)]
        known = [(sign, year[figure]) for sign, figure in terms if figure in year]
        if name in year or terms[0][1] not in year or (len(known) < len(terms) and not gaps):
            continue
        total = sum((sign * Decimal(one.value) for sign, one in known), Decimal(0))
        year[name] = _sum_field(name, plain(total), [one for _, one in known], rule, document, exact=not gaps)
    for name, other in WEAK:
        if name not in year and other in year:
            field = year[other]
            year[name] = replace(
                field, name=name, confidence=field.confidence * UNSURE, note="all that falls due after a year"
            )


def _sum_field(name: str, value: str, parts: list[Field], rule: str, document: str, *, exact: bool) -> Field:
    page = parts[0].place.page
    return Field(
        name=name,
        value=value,
        raw=" ".join(part.raw for part in parts),
        place=Place(document, page, Box.around(part.place.box for part in parts if part.place.page == page)),
        confidence=min(part.confidence for part in parts) * (1 if exact else UNSURE),
        origin=Origin.DERIVED,
        note=f"{name} = {rule}".replace("_", " "),
    )


def _negative(field: Field) -> Field:
    return replace(field, value=plain(-Decimal(field.value)), note="received, as the profits around it tell")
