"""From the lines of accounts to one figure of each name and year: which of several printings counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cases.model import Field
from ocr.account_labels import folded
from ocr.accounts_columns import Role
from ocr.accounts_rows import Amount
from ocr.accounts_sections import BALANCE_SECTIONS, OF_ASSETS
from ocr.accounts_table import AccountLine
from ocr.extract import field_of

OWED = {"payables", "short_term_debt", "current_liabilities", "long_term_debt", "total_liabilities"}
SPENT = {"cost_of_sales", "operating_expenses", "depreciation", "interest", "tax"}
POSITIVE = OWED | SPENT | {
    *("_noncurrent_liabilities", "_creditors_after", "_provisions", "_selling", "_administrative", "_taxes_and_dues"),
    *("_research", "_other_operating", "_sga"),
}  # fmt: skip
BEFORE_TAX = frozenset({"gross_profit", "operating_profit", "profit_before_tax"})
"""What no tax on income is taken off before."""
SUMMED = frozenset({"cash", "short_term_debt", "long_term_debt"})
"""Names of which a sheet may print several lines (cash at bank, cash in hand) and no total."""
IN_NOTES = frozenset(
    [
        "payables",
        "short_term_debt",
        "long_term_debt",
        "depreciation",
        "receivables",
        "inventory",
        "cash",
        "revenue",
        "interest",
        "tax",
        "fixed_assets",
        "net_profit",
    ]
)
"""What notes say where the statements themselves do not."""
UNSURE = 0.8
"""What a figure is worth that was found by a weaker route, as part of its print's certainty."""

Figures = dict[str, Field]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A printing of a figure: the better it suits, the smaller its rank."""

    line: AccountLine
    amount: Amount
    rank: tuple[int, int]


def printed_figures(lines: Iterable[AccountLine], factor: int, document: str) -> Figures:
    """Every figure by its name, those of the year before with `_prior`."""
    found: dict[str, list[Candidate]] = {}
    for line, early in _with_those_before(list(lines)):
        name = "" if early else _name(line)
        weight = _part_rank(line, name)
        if not name or weight is None:
            continue
        for amount in _by_year(line.amounts):
            key = f"{name}_prior" if amount.prior else name
            found.setdefault(key, []).append(Candidate(line, amount, (weight, line.item.rank)))
    return {key: _chosen(key, some, factor, document) for key, some in found.items()}


def _with_those_before(lines: Sequence[AccountLine]) -> Iterator[tuple[AccountLine, bool]]:
    """The lines, each with whether it is a tax above the operating profit of its page: one on wages or on property."""
    last = {line.place[0]: at for at, line in enumerate(lines) if line.name in BEFORE_TAX and line.part == "income"}
    for at, line in enumerate(lines):
        yield line, line.name == "tax" and line.part == "income" and at < last.get(line.place[0], 0)


def _name(line: AccountLine) -> str:
    """The name of a line's figure where it stands; empty where such a line can be none."""
    name, section = line.name, line.section
    if name in ("_bank_loans", "short_term_debt", "long_term_debt"):
        if section == "within":
            return "short_term_debt"
        if section in ("after", "provisions"):
            return "long_term_debt" if name != "short_term_debt" or "current" not in folded(line.said) else ""
        return "" if name == "_bank_loans" else name
    if name == "_noncurrent_liabilities" and "long" not in (plain := folded(line.said)) and "due" in plain:
        return "_creditors_after"
    if name in ("cash", "receivables", "inventory") and section in BALANCE_SECTIONS - OF_ASSETS:
        return ""
    if name == "payables" and section in OF_ASSETS | {"after", "equity"}:
        return ""
    if line.statement == "income" and section in BALANCE_SECTIONS:
        return ""
    return name


def _part_rank(line: AccountLine, name: str) -> int | None:
    """0 for a line in its own statement, 1 where no title says, 2 in notes; None where the line counts for nothing."""
    if line.part == line.statement:
        return 0
    if line.part == "":
        return 1
    if line.part == "notes":
        return 2 if name in IN_NOTES else None
    return None if line.part == "aside" else 3


def _by_year(amounts: Sequence[Amount]) -> Iterable[Amount]:
    """The last amount of each year on a line: an outer column holds the total of the inner ones."""
    chosen = {amount.role: amount for amount in amounts if amount.role is not Role.NEITHER}
    return chosen.values()


def _chosen(key: str, candidates: Sequence[Candidate], factor: int, document: str) -> Field:
    """The best printing; of equal ones the first, or all of one section where they add up."""
    best = min(one.rank for one in candidates)
    equal = [one for one in candidates if one.rank == best]
    name = key.removesuffix("_prior")
    first = equal[0]
    if name in SUMMED and best[1] > 0:
        some = [one for one in equal if one.line.place == first.line.place]
        parts = list({folded(one.line.said): one for one in reversed(some)}.values())[::-1]
        if len(parts) > 1:
            return _together(key, name, parts, factor, document)
    field = _field(key, name, first.amount, factor, document)
    return replace(field, confidence=field.confidence * UNSURE) if best[0] == 3 else _loss(field, name, first)


def _together(key: str, name: str, parts: Sequence[Candidate], factor: int, document: str) -> Field:
    words = tuple(word for one in parts for word in one.amount.words)
    value = sum((_signed(name, one.amount.value * factor) for one in parts), Decimal(0))
    note = " + ".join(one.line.said for one in parts)
    field = field_of(key, plain(value), words, document, note=note)
    return replace(field, confidence=field.confidence * UNSURE)


def _field(key: str, name: str, amount: Amount, factor: int, document: str) -> Field:
    note = f"printed in units of {factor}" if factor > 1 else ""
    return field_of(key, plain(_signed(name, amount.value * factor)), amount.words, document, note=note)


def _signed(name: str, value: Decimal) -> Decimal:
    return abs(value) if name in POSITIVE else value


def _loss(field: Field, name: str, one: Candidate) -> Field:
    """A figure that its label calls a loss, and nothing but a loss, is negative without a sign too."""
    label = re.sub(r"(?:before|after).*", "", folded(one.line.said, asides=True))
    only = any(word in label for word in ("loss", "deficit", "deficiency", "netliabilities"))
    either = any(word in label for word in ("profit", "income", "earnings", "surplus", "assets", "retained"))
    signed = name in (
        "operating_profit",
        "profit_before_tax",
        "net_profit",
        "gross_profit",
        "retained_earnings",
        "equity",
        "net_assets",
    )
    value = Decimal(field.value)
    if signed and only and not either and value > 0:
        return replace(field, value=plain(-value), note="a loss by its label")
    return field


def plain(value: Decimal) -> str:
    """A value as fields say it: whole where no decimals are printed, else with two."""
    return f"{value:f}" if value == value.to_integral_value() and value.as_tuple().exponent == 0 else f"{value:.2f}"


def value_of(year: Figures, name: str) -> Decimal | None:
    """A figure's value; None without it."""
    return Decimal(year[name].value) if name in year else None
