"""What accounts must agree with in themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from cases.model import CheckResult, Document, Finding, Origin, Severity
from ocr.accounts_chain import ONE_COLUMN, SUBTOTALS

# A check: its id, what it looks at, and the figure that the signed others must come to.
SUMS: tuple[tuple[str, str, str, tuple[tuple[int, str], ...]], ...] = (
    (
        "assets_equal_liabilities_and_equity",
        "Assets are liabilities and equity together",
        "total_assets",
        ((1, "total_liabilities"), (1, "equity")),
    ),
    (
        "current_assets_subtotal",
        "Current assets are not less than their parts",
        "current_assets",
        ((1, "cash"), (1, "receivables"), (1, "inventory")),
    ),
    (
        "gross_profit",
        "Gross profit is revenue less cost of sales",
        "gross_profit",
        ((1, "revenue"), (-1, "cost_of_sales")),
    ),
    (
        "profit_chain",
        "Net profit is the profit before tax less the tax",
        "net_profit",
        ((1, "profit_before_tax"), (-1, "tax")),
    ),
    (
        "operating_chain",
        "The profit before tax is the operating profit less interest",
        "profit_before_tax",
        ((1, "operating_profit"), (-1, "interest")),
    ),
)
NET = (
    "assets_equal_liabilities_and_equity",
    "Net assets are what the assets leave after all creditors",
    "net_assets",
    ((1, "_total_assets_less_current"), (-1, "_noncurrent_liabilities"), (-1, "_provisions")),
)
"""The same in the British form, which prints no total of assets or of liabilities."""
SHORT = (
    "assets_equal_liabilities_and_equity",
    "Capital and reserves are what the assets leave after all creditors",
    "equity",
    (
        (1, "current_assets"),
        (-1, "current_liabilities"),
        (1, "fixed_assets"),
        (-1, "_noncurrent_liabilities"),
        (-1, "_provisions"),
    ),
)
"""The same in the abridged form, which prints neither: other lines may stand between, so a difference weighs little."""
OPTIONAL = {"_noncurrent_liabilities", "_provisions", "fixed_assets"}
"""Lines that are left out when they are nothing."""
AT_LEAST = {"current_assets_subtotal"}
"""Sums that may be more than the parts we know, and only less is a trouble."""
LOOSE = {"operating_chain"}
"""Sums between which other lines may stand: a difference is worth a look and no more."""
CHAIN = "income_lines"
CAUSES = ("A figure was misread.", "A line between the figures was not read.", "The accounts were rounded.")


def balance_checks(document: Document) -> tuple[Finding, ...]:
    equal = _sum(document, *SUMS[0])
    if equal.result is CheckResult.COULD_NOT_RUN:
        equal = _sum(document, *NET)
    if equal.result is CheckResult.COULD_NOT_RUN:
        short = _sum(document, *SHORT)
        equal = replace(short, severity=Severity.LOW) if short.result is CheckResult.FOUND else short
    return (equal, *_sums(document, ("current_assets_subtotal",)), comparatives(document, "total_assets"))


def income_checks(document: Document) -> tuple[Finding, ...]:
    chosen = ("gross_profit", "profit_chain", "operating_chain")
    return (*_sums(document, chosen), chain(document), comparatives(document, "revenue"))


def chain(document: Document) -> Finding:
    """Whether each subtotal of an income statement is what the lines above it come to, back to the last subtotal."""
    seen: list[Finding] = []
    for above, below in itertools.combinations(SUBTOTALS, 2):
        between = f"_{above}_to_{below}"
        finding = _sum(
            document, CHAIN, "Each subtotal is what the lines above it come to", below, ((1, above), (1, between))
        )
        if finding.result is CheckResult.FOUND:
            told = document.fields.get(between) or document.fields[f"{between}_prior"]
            return replace(finding, severity=Severity.LOW) if told.note == ONE_COLUMN else finding
        seen += [finding] if finding.result is CheckResult.NOT_FOUND else []
    if not seen:
        reason = "The accounts print no two subtotals between which all lines, and their signs, are certain."
        return _not_run(CHAIN, reason)
    return replace(seen[0], items_seen=sum(one.items_seen for one in seen))


def comparatives(document: Document, figure: str) -> Finding:
    """Whether the accounts show the year before."""
    if figure not in document.fields and not any(name.endswith("_prior") for name in document.fields):
        return _not_run("comparatives", f"The accounts show no {figure.replace('_', ' ')}.")
    missing = not any(name.endswith("_prior") for name in document.fields)
    return Finding(
        check="comparatives",
        result=CheckResult.FOUND if missing else CheckResult.NOT_FOUND,
        severity=Severity.LOW if missing else Severity.INFO,
        detail="The accounts show no year before." if missing else "The accounts show the year before.",
        items_seen=1,
        innocent_causes=("The business is in its first year.",) if missing else (),
    )


def _sums(document: Document, chosen: Iterable[str]) -> tuple[Finding, ...]:
    return tuple(_sum(document, *one) for one in SUMS if one[0] in chosen)


def _sum(document: Document, check: str, title: str, whole: str, parts: tuple[tuple[int, str], ...]) -> Finding:
    seen = 0
    for suffix in ("", "_prior"):
        names = [f"{whole}{suffix}", *(f"{name}{suffix}" for _, name in parts)]
        fields = [document.fields.get(name) for name in names]
        printed = [one for one in fields if one is not None and one.origin is not Origin.DERIVED]
        known = [one for one in fields if one is not None]
        needed = [one for one, (_, name) in zip(fields[1:], parts, strict=True) if name not in OPTIONAL]
        enough = fields[0] is not None and (any(needed) if check in AT_LEAST else all(needed))
        # Figures that were derived from each other agree by construction and prove nothing.
        if not enough or len(printed) < min(len(known), 3):
            continue
        seen += 1
        actual = Decimal(known[0].value)
        signed = zip(parts, fields[1:], strict=True)
        expected = sum((sign * Decimal(one.value) for (sign, _), one in signed if one is not None), Decimal(0))
        apart = expected - actual if check in AT_LEAST else abs(expected - actual)
        if check in LOOSE and fields[1] is not None:
            # Some accounts show the operating profit after interest.
            apart = min(apart, abs(Decimal(fields[1].value) - actual))
        if apart > _tolerance(document):
            return Finding(
                check=check,
                result=CheckResult.FOUND,
                severity=Severity.LOW if check in LOOSE else Severity.MEDIUM,
                detail=f"{title}: {actual} is printed, and the others come to {expected}.",
                items_seen=seen,
                expected=str(expected),
                actual=str(actual),
                places=tuple(one.place for one in known),
                innocent_causes=CAUSES,
                action="Compare the figures with the page.",
            )
    if not seen:
        return _not_run(check, "The accounts do not print all the figures that this compares.")
    return Finding(check=check, result=CheckResult.NOT_FOUND, detail=f"{title}.", items_seen=seen)


def _tolerance(document: Document) -> Decimal:
    """Two units of the print, for rounding."""
    return 2 * Decimal(document.text("unit") or "1")


def _not_run(check: str, reason: str) -> Finding:
    return Finding(check=check, result=CheckResult.COULD_NOT_RUN, reason=reason)
