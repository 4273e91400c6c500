"""Whether the accounts agree with the bank statements and with the accounts of the year before."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from cases.model import Document, Finding, Severity
from decision.check import Check
from decision.dossier import BALANCE, INCOME, STATEMENT, Dossier, places
from decision.measure import Unit, spoken


def _cash(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """Cash in the balance sheet is at least what the bank statements show on its day."""
    sheet = dossier.latest_with(BALANCE, "cash", "period_end")
    if sheet is None:
        yield check.could_not_run("No balance sheet that shows cash was sent or could be read.")
        return
    day, cash = sheet.day("period_end"), sheet.money("cash")
    on_day = [account.balances.get(day) for account in dossier.accounts] if day else []
    held = [balance for balance in on_day if balance is not None]
    if cash is None or not held:
        yield check.could_not_run(f"No bank statement covers the day of the balance sheet, {sheet.text('period_end')}.")
        return
    bank = sum((balance for balance in held if balance > 0), Decimal(0))
    currency = dossier.application.request.currency
    expected, actual = spoken(cash, Unit.MONEY, currency), spoken(bank, Unit.MONEY, currency)
    detail = f"The balance sheet shows cash of {expected}; the bank held {actual} that day."
    allowed = max(cash * dossier.limit("figure_tolerance"), dossier.limit("debt_tolerance"))
    where = places(sheet, "cash")
    if cash - bank > allowed:
        yield check.found(detail, expected=expected, actual=actual, places=where, seen=len(held) + 1)
    else:
        yield check.clear(detail, expected=expected, actual=actual, places=where, seen=len(held) + 1)


def _comparatives(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """What the later accounts call the year before is what the earlier accounts called the year."""
    compared = 0
    for kinds in (BALANCE, INCOME):
        dated = sorted(
            (one for one in dossier.of(*kinds) if one.day("period_end")), key=lambda one: one.text("period_end") or ""
        )
        for earlier, later in itertools.pairwise(dated):
            names = [name for name in earlier.fields if f"{name}_prior" in later.fields]
            differing = [name for name in names if _differ(earlier, later, name)]
            compared += len(names)
            if differing:
                shown = ", ".join(name.replace("_", " ") for name in differing)
                detail = f"{later.file} gives other figures for the year before than {earlier.file}: {shown}."
                where = (*places(later, *(f"{name}_prior" for name in differing)), *places(earlier, *differing))
                yield check.found(detail, places=where, seen=len(names))
            elif names:
                yield check.clear(f"{later.file} repeats the figures of {earlier.file}.", seen=len(names))
    if not compared:
        yield check.could_not_run("There are no accounts of two years that can be compared.")


def _differ(earlier: Document, later: Document, name: str) -> bool:
    """Accounts that round to thousands may differ by one of them."""
    before, prior = earlier.money(name), later.money(f"{name}_prior")
    units = [Decimal(one.text("unit") or "1") for one in (earlier, later)]
    return before is not None and prior is not None and abs(before - prior) > max(units)


def _currency(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """Nothing is converted: money in another currency cannot be compared with what was stated."""
    wanted = dossier.application.request.currency
    holders = dict.fromkeys(one.id for one in dossier.of(STATEMENT, *BALANCE, *INCOME))
    if not holders:
        yield check.could_not_run("No document with money was sent or could be read.")
    for document in (one for one in dossier.documents if one.id in holders):
        read, where = dossier.currency(document), places(document, "currency")
        if read == wanted:
            yield check.clear(f"{document.file} is in {wanted}.", expected=wanted, actual=read, places=where)
        elif not read:
            yield check.could_not_run(f"The currency of {document.file} could not be read.")
        else:
            detail = f"{document.file} is in {read}, the request in {wanted}; their figures cannot be compared."
            yield check.found(detail, expected=wanted, actual=read, places=where)


CHECKS = (
    Check(
        id="cash_at_bank",
        severity=Severity.MEDIUM,
        innocent_causes=("Cash in hand or on an account whose statements were not sent.", "Payments on their way."),
        action="Ask for the bank reconciliation of that day.",
        run=_cash,
    ),
    Check(
        id="comparatives",
        severity=Severity.MEDIUM,
        innocent_causes=("The earlier figures were restated; the notes should say so.",),
        action="Read the note on restatement; ask the accountant.",
        run=_comparatives,
    ),
    Check(
        id="currency",
        severity=Severity.MEDIUM,
        innocent_causes=("The business keeps an account in a foreign currency.",),
        action="Ask for statements in the currency of the request, or compare by hand at the day's rate.",
        run=_currency,
    ),
)
