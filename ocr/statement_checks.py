"""What a bank statement must agree with in itself: balances, totals, dates, pages, account."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cases.model import CheckResult, Document, Finding, Origin, Place, Severity

_EDITED = (
    "A row was misread or not read.",
    "The bank posts some entries on another day than it lists them.",
)


def check(document: Document) -> tuple[Finding, ...]:
    """All self-checks of a bank statement."""
    return (
        running_balance(document),
        statement_totals(document),
        rows_in_period(document),
        page_count(document),
        account_number_consistent(document),
    )


def not_run(check_id: str, reason: str) -> Finding:
    return Finding(check=check_id, result=CheckResult.COULD_NOT_RUN, reason=reason)


def running_balance(document: Document) -> Finding:
    """Opening balance plus amounts gives every printed balance and the closing one; the first that fails is shown."""
    rows = document.rows
    if not rows:
        return not_run("running_balance", "No rows were read from the statement.")
    opening = document.fields.get("opening_balance")
    carried = Decimal(opening.value) if opening is not None and opening.origin is not Origin.DERIVED else None
    seen = 0
    owed = -1 if _owed(document) else 1
    for row in rows:
        amount, balance = row.money("amount"), row.money("balance")
        amount = None if amount is None else owed * amount
        expected = None if carried is None or amount is None else carried + amount
        if balance is not None and expected is not None:
            seen += 1
            if expected != balance:
                return _broken(
                    seen, expected, balance, row.place, f"the row of {row.cells.get('date', 'unknown date')}"
                )
        carried = balance if balance is not None else expected
    closing = document.fields.get("closing_balance")
    if closing is not None and closing.origin is not Origin.DERIVED and carried is not None:
        seen += 1
        if carried != Decimal(closing.value):
            return _broken(seen, carried, Decimal(closing.value), closing.place, "the closing balance")
    listed, broken = _daily(document)
    if broken is not None:
        return broken
    seen += listed
    if not seen:
        return not_run(
            "running_balance", "The statement has no two balances that its amounts could be checked against."
        )
    mended = [row for row in rows if "note" in row.cells]
    told = f" {len(mended)} misread figure(s) were mended by the balances." if mended else ""
    return Finding(
        check="running_balance",
        result=CheckResult.NOT_FOUND,
        detail=f"All {seen} balances follow from the amounts.{told}",
        items_seen=seen,
        places=tuple(row.place for row in mended),
    )


def _daily(document: Document) -> tuple[int, Finding | None]:
    """How many balances of days a table of their own lists, and the first that the amounts do not lead to."""
    listed, opening = document.fields.get("daily_balances"), document.fields.get("opening_balance")
    if listed is None or opening is None or opening.origin is Origin.DERIVED:
        return 0, None
    seen = 0
    for day, balance in sorted(tuple(one.split("=")) for one in listed.value.split()):
        seen += 1
        moved = [row.money("amount") for row in document.rows if row.cells.get("date", "") <= day]
        expected = Decimal(opening.value) + sum((one for one in moved if one is not None), Decimal(0))
        if expected != Decimal(balance):
            return seen, _broken(seen, expected, Decimal(balance), listed.place, f"the end of {day}")
    return seen, None


def _owed(document: Document) -> bool:
    """Whether the balances are printed as what is owed (credit cards): money out raises the balance, exactly."""
    opening, closing = (document.fields.get(name) for name in ("opening_balance", "closing_balance"))
    if opening is None or closing is None or Origin.DERIVED in (opening.origin, closing.origin):
        return False
    moved = sum((row.money("amount") or Decimal(0) for row in document.rows), Decimal(0))
    return moved != 0 and Decimal(closing.value) - Decimal(opening.value) == -moved


def _broken(seen: int, expected: Decimal, actual: Decimal, place: Place, where: str) -> Finding:
    return Finding(
        check="running_balance",
        result=CheckResult.FOUND,
        severity=Severity.HIGH,
        detail=f"The balance at {where} does not follow from the amounts before it.",
        items_seen=seen,
        expected=str(expected),
        actual=str(actual),
        places=(place,),
        innocent_causes=_EDITED,
        action="Compare the row and the one before it with the page; ask the bank or the applicant for the original.",
    )


def statement_totals(document: Document) -> Finding:
    """The printed totals of credits and debits are the sums of the rows."""
    printed = {
        name: field
        for name in ("total_credits", "total_debits")
        if (field := document.fields.get(name)) is not None and field.origin is not Origin.DERIVED
    }
    if not document.rows:
        return not_run("statement_totals", "No rows were read from the statement.")
    if not printed:
        return not_run("statement_totals", "The statement prints no totals.")
    amounts = [amount for row in document.rows if (amount := row.money("amount")) is not None]
    sums = {
        "total_credits": sum((amount for amount in amounts if amount > 0), Decimal(0)),
        "total_debits": -sum((amount for amount in amounts if amount < 0), Decimal(0)),
    }
    for name, field in printed.items():
        if Decimal(field.value) != sums[name]:
            return Finding(
                check="statement_totals",
                result=CheckResult.FOUND,
                severity=Severity.HIGH,
                detail=f"The printed {name.replace('_', ' ')} is not the sum of the rows.",
                items_seen=len(printed),
                expected=str(sums[name]),
                actual=field.value,
                places=(field.place,),
                innocent_causes=(
                    "A row was misread or not read.",
                    "The bank leaves fees or interest out of its totals.",
                ),
                action="Add up the rows on the page.",
            )
    return Finding(
        check="statement_totals",
        result=CheckResult.NOT_FOUND,
        detail="The printed totals are the sums of the rows.",
        items_seen=len(printed),
    )


def rows_in_period(document: Document) -> Finding:
    """Every row lies in the printed period."""
    start, end = document.fields.get("period_start"), document.fields.get("period_end")
    if not document.rows:
        return not_run("rows_in_period", "No rows were read from the statement.")
    if start is None or end is None or Origin.DERIVED in (start.origin, end.origin):
        return not_run("rows_in_period", "The statement prints no period.")
    for row in document.rows:
        day = row.cells.get("date", start.value)
        if not start.value <= day <= end.value:
            return Finding(
                check="rows_in_period",
                result=CheckResult.FOUND,
                severity=Severity.MEDIUM,
                detail=f"A row of {day} lies outside the statement's period.",
                items_seen=len(document.rows),
                expected=f"{start.value} to {end.value}",
                actual=day,
                places=(row.place,),
                innocent_causes=("The date was misread.", "The bank lists entries by the day of the purchase."),
                action="Compare the row's date with the page.",
            )
    return Finding(
        check="rows_in_period",
        result=CheckResult.NOT_FOUND,
        detail="All rows lie in the statement's period.",
        items_seen=len(document.rows),
    )


def page_count(document: Document) -> Finding:
    """The pages that the statement says it has are all there, each once."""
    stated = document.fields.get("page_numbers")
    if stated is None:
        return not_run("page_count", "The pages are not numbered as page x of y.")
    numbers = list(_numbers(stated.value))
    count = max(total for _, total in numbers)
    have = [number for number, _ in numbers]
    missing = [number for number in range(1, count + 1) if number not in have]
    if missing and len(numbers) < len(document.pages) and count <= len(document.pages):
        return not_run("page_count", "Some pages do not show their number.")
    if missing or len(set(have)) < len(have) or len({total for _, total in numbers}) > 1:
        what = f"page {', '.join(map(str, missing))} is missing" if missing else "page numbers do not agree"
        return Finding(
            check="page_count",
            result=CheckResult.FOUND,
            severity=Severity.MEDIUM,
            detail=f"The statement says it has {count} pages, but {what}.",
            items_seen=len(numbers),
            expected=str(count),
            actual=str(len(set(have))),
            places=(stated.place,),
            innocent_causes=("The sender left out pages without entries.",),
            action="Ask for the complete statement.",
        )
    return Finding(
        check="page_count",
        result=CheckResult.NOT_FOUND,
        detail=f"All {count} pages are there.",
        items_seen=len(numbers),
    )


def _numbers(stated: str) -> Iterator[tuple[int, int]]:
    for one in stated.split():
        number, _, count = one.partition("/")
        yield int(number), int(count)


def account_number_consistent(document: Document) -> Finding:
    """Every page that names an account names the same one."""
    first, others = document.fields.get("account_number"), document.fields.get("account_numbers")
    if first is None:
        return not_run("account_number_consistent", "No account number was read.")
    different = [] if others is None else [one for one in others.value.split() if one != first.value]
    if others is not None and different:
        return Finding(
            check="account_number_consistent",
            result=CheckResult.FOUND,
            severity=Severity.HIGH,
            detail="The pages of the statement name different accounts.",
            items_seen=1 + len(different),
            expected=first.value,
            actual=different[0],
            places=(first.place, others.place),
            innocent_causes=("A digit was misread.", "The statement covers several accounts."),
            action="Compare the account numbers at the head of each page.",
        )
    seen = 1 if others is None else len(others.value.split())
    return Finding(
        check="account_number_consistent",
        result=CheckResult.NOT_FOUND,
        detail="The statement names one account.",
        items_seen=seen,
    )
