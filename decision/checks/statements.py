"""Whether bank statements add up, follow one another without a gap, and are of the account that was stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from cases.model import CheckResult, Document, Finding, Origin, Severity
from decision.bank import Account, account_number, period, same_account
from decision.check import Check
from decision.dossier import STATEMENT, Dossier, places
from decision.measure import Unit, spoken


def _rows_add_up(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """Opening balance and all lines make the closing balance, so no line is missing from what is counted."""
    statements = dossier.of(STATEMENT)
    if not statements:
        yield check.could_not_run("No bank statement was sent or could be read.")
    for statement in statements:
        yield _adds_up(check, statement)


def _adds_up(check: Check, statement: Document) -> Finding:
    opening, closing = statement.money("opening_balance"), statement.money("closing_balance")
    where = places(statement, "opening_balance", "closing_balance")
    if closing is not None and statement.fields["closing_balance"].origin is Origin.DERIVED:
        return check.could_not_run(f"{statement.file} prints no closing balance apart from its lines.", where)
    if opening is None or closing is None:
        return check.could_not_run(f"The opening or the closing balance of {statement.file} could not be read.", where)
    amounts = [row.money("amount") for row in statement.rows]
    if None in amounts:
        return check.could_not_run(f"The amount of a line of {statement.file} could not be read.", where)
    if not amounts and opening != closing:
        return check.could_not_run(f"No line of {statement.file} could be read.", where)
    reached = opening + sum((amount for amount in amounts if amount is not None), Decimal(0))
    currency = statement.text("currency") or ""
    expected, actual = (spoken(value, Unit.MONEY, currency) for value in (reached, closing))
    seen = len(amounts) + 2
    if reached != closing:
        detail = f"The lines of {statement.file} lead to {expected}, but the closing balance is {actual}."
        return check.found(detail, expected=expected, actual=actual, places=where, seen=seen)
    detail = f"The {len(amounts)} lines of {statement.file} lead to its closing balance."
    return check.clear(detail, expected=expected, actual=actual, places=where, seen=seen)


def adds_up(statement: Document) -> bool:
    """Whether the lines prove to lead from the opening balance to a closing balance that is printed."""
    return _adds_up(CHECKS[0], statement).result is CheckResult.NOT_FOUND


def _continue(check: Check, dossier: Dossier) -> Iterator[Finding]:
    followed = [(before, after) for account in dossier.accounts for before, after in pairwise(account.statements)]
    if not followed:
        yield check.could_not_run("There are no two statements of one account to compare.")
    for before, after in followed:
        closing, opening = before.money("closing_balance"), after.money("opening_balance")
        where = (*places(before, "closing_balance"), *places(after, "opening_balance"))
        if closing is None or opening is None:
            yield check.could_not_run(f"A balance between {before.file} and {after.file} could not be read.", where)
        elif closing == opening:
            yield check.clear(
                f"{after.file} opens with the balance at which {before.file} closes.", places=where, seen=2
            )
        else:
            money = [spoken(value, Unit.MONEY, after.text("currency") or "") for value in (closing, opening)]
            gap = _days_between(before, after)
            later = "the next day" if gap <= 1 else f"{gap} days later"
            detail = f"{before.file} closes at {money[0]}, but {after.file}, {later}, opens at {money[1]}."
            # Over days that are missing, a different balance is what one would expect; over days that were only
            # quiet, as the policy counts them, nothing can have moved it.
            severity = None if gap <= int(dossier.limit("statement_gap_days")) else Severity.LOW
            yield check.found(detail, expected=money[0], actual=money[1], places=where, seen=2, severity=severity)


def _days_between(before: Document, after: Document) -> int:
    first, second = period(before), period(after)
    return (second.first - first.last).days if first and second else 1


def _overlap(check: Check, dossier: Dossier) -> Iterator[Finding]:
    every = dossier.accounts
    if not every:
        yield check.could_not_run("There is no bank statement with a readable period.")
    for account in every:
        for before, after in account.overlapping:
            yield _twice(check, before, after)
        if not account.overlapping:
            yield check.clear("No two statements cover the same days.", seen=len(account.statements))


def _twice(check: Check, before: Document, after: Document) -> Finding:
    """Two statements of the same days are harmless when they tell the same."""
    where = (*places(before, "period_start", "period_end"), *places(after, "period_start", "period_end"))
    same = [dict(row.cells) for row in before.rows] == [dict(row.cells) for row in after.rows]
    if same and period(before) == period(after):
        return check.clear(f"{before.file} and {after.file} are the same statement.", places=where, seen=2)
    detail = f"{before.file} and {after.file} cover the same days and do not tell the same."
    return check.found(detail, places=where, seen=2)


def _same_account(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated = dossier.application.stated.bank_accounts
    every = dossier.accounts
    if not stated or not every:
        yield check.could_not_run("The application states no account." if every else "No bank statement could be read.")
        return
    for account in every:
        yield _stated_account(check, account, stated)


def _stated_account(check: Check, account: Account, stated: tuple[str, ...]) -> Finding:
    first = account.statements[0]
    number = account_number(first)
    where = places(first, "account_number", "iban")
    if not number:
        return check.could_not_run(f"The account number on {first.file} could not be read.", where)
    numbers = {number, (first.text("iban") or "").replace(" ", "").upper()} - {""}
    if any(same_account(one, other) for one in numbers for other in stated):
        return check.clear("The statements are of a stated account.", actual=number, places=where)
    detail = f"{first.file} is of an account that the application does not state."
    return check.found(detail, expected=", ".join(stated), actual=number, places=where)


CHECKS = (
    Check(
        id="statement_rows",
        severity=Severity.HIGH,
        innocent_causes=("A line was read wrongly or left out by the reader.", "A page is missing."),
        action="Add the lines up beside the page, from the first balance that breaks.",
        run=_rows_add_up,
    ),
    Check(
        id="statement_continuity",
        severity=Severity.HIGH,
        innocent_causes=("A statement in between was not sent.", "A balance was read wrongly."),
        action="Compare the two balances on the pages; ask for the statement in between.",
        run=_continue,
    ),
    Check(
        id="statement_overlap",
        severity=Severity.HIGH,
        innocent_causes=("An interim list of movements was sent along with the statement.",),
        action="Lay the two side by side and ask the bank for its own copy.",
        run=_overlap,
    ),
    Check(
        id="stated_account",
        severity=Severity.MEDIUM,
        innocent_causes=("A second account was not mentioned.", "The number is written in another form."),
        action="Ask which accounts the business has, and for the statements of all of them.",
        run=_same_account,
    ),
)
