"""What a bank statement says above, below and beside its table: account, bank's code, balances, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError

from cases.model import Field
from ocr.extract import Found, Grid, Label, Parser, field_of
from ocr.parse import Calendar, date, money
from ocr.statement_bank import bank_name
from ocr.statement_calendar import ONE
from ocr.statement_carried import carried, owed
from ocr.statement_holder import holder
from ocr.statement_labels import ACCOUNT, CLOSING, CREDITS, DEBITS, OPENING, PARTS, SORT_CODE
from ocr.text import Text

_IBAN = re.compile(r"(?:(?<=IBAN)|\b)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")


def head_fields(text: Text, grid: Grid, outside: Grid, mark: str, document: str) -> dict[str, Field]:
    """The fields beside the table; `outside` is the grid without the lines of the table."""
    bank = bank_name(text, grid, document)
    fields: dict[str, Field | None] = {
        "account_holder": holder(outside, bank, document),
        "account_number": first_account(text, grid, outside, document),
        "bank_code": _code(text, grid, document),
        "iban": _iban(text, outside, document),
        "opening_balance": _sum(grid, outside, "opening_balance", OPENING, mark, document),
        "closing_balance": _sum(grid, outside, "closing_balance", CLOSING, mark, document),
        "total_credits": _positive(_sum(grid, outside, "total_credits", CREDITS, mark, document)),
        "total_debits": _positive(_sum(grid, outside, "total_debits", DEBITS, mark, document)),
        "bank_name": bank,
    }
    return {name: found for name, found in fields.items() if found is not None}


def first_account(text: Text, grid: Grid, outside: Grid, document: str) -> Field | None:
    """The account number above the tables, else beside or behind its label anywhere."""
    found = next(accounts_named(outside), None)
    if found is not None:
        return found.field("account_number", document)
    beside = grid.find("account_number", ACCOUNT, account_of, document, under=False)
    if beside is not None:
        return beside
    for match in text.finditer(_ACCOUNT_INLINE):
        value = account_of(match.named["number"] or "")
        if value is not None:
            return field_of("account_number", value, match.words, document, raw=match.text)
    return None


_ACCOUNT_INLINE = re.compile(
    r"(?:account|a/c|acct|konto|compte)\.?\s?(?:no|number|num|nr|nummer|n°|#|ending(?: in"
    r"| with)?)\b[.:\s]*(?P<number>\d[\d -]{2,22}\d)(?![\d/])",
    re.IGNORECASE,
)
"""An account number within a line whose parts a reader ran together."""


def accounts_named(outside: Grid) -> Iterator[Found]:
    """Every account number that a label outside the tables leads to."""
    yield from outside.values(ACCOUNT, account_of, part=True)


def sums_that_hold(fields: Mapping[str, Field], outside: Grid, mark: str, document: str) -> dict[str, Field]:
    """Sums under labels that may mean a part only, when they lead from the opening to the closing balance."""
    found = {
        name: one
        for name, label in PARTS.items()
        if name not in fields and (one := _positive(_sum(Grid(()), outside, name, label, mark, document))) is not None
    }
    names = ("opening_balance", "total_credits", "total_debits", "closing_balance")
    known = [Decimal(one.value) for name in names if (one := {**fields, **found}.get(name)) is not None]
    return found if len(known) == len(names) and known[0] + known[1] - known[2] == known[3] else {}


def stated_balances(outside: Grid, mark: str, calendar: Calendar, document: str) -> dict[str, Field]:
    """Balances above the table in other words than its labels know: by what the line says, or by the day it names."""
    found: dict[str, Field] = {}
    parser = balance_of(mark, full=True)
    for line in outside.lines:
        for label, cell in pairwise(line.cells):
            value = parser(cell.text)
            kind = carried(label.text) if value is not None else ""
            days = [day for one in _DAY.findall(label.text) if (day := date(one, calendar)) is not None]
            if kind == "stated" and days and calendar.first is not None and calendar.last is not None:
                kind = "closing" if days[-1] >= calendar.last else "opening" if days[-1] <= calendar.first else ""
            if kind in ("opening", "closing") and value is not None:
                value = f"-{value}" if owed(label.text) and not value.startswith("-") else value
                found.setdefault(f"{kind}_balance", field_of(f"{kind}_balance", value, cell.words, document))
    return found


_DAY = re.compile(rf"(?<!\w){ONE}", re.IGNORECASE)


def _sum(grid: Grid, outside: Grid, name: str, label: Label, mark: str, document: str) -> Field | None:
    """A summed figure: outside the table also below its label, within the table only beside it.

    Figures with decimals come first: a count of postings may stand between the label and its sum.
    """
    for parser, part in ((balance_of(mark, full=True), True), (balance_of(mark), False)):
        found = outside.find(name, label, parser, document, part=part)
        found = found or grid.find(name, label, parser, document, under=False, part=part)
        if found is not None:
            return found
    return None


def _positive(field: Field | None) -> Field | None:
    """A sum of money in or out, which some print with its sign."""
    return None if field is None else replace(field, value=field.value.lstrip("-"))


_LEADING_DATE = re.compile(
    rf"^(?:(?:at|on|as of|as at|am|vom|zum|per|au|le|du)\s+)?{ONE}\s*(?:[:：]|in (?:eur|gbp|usd))?\s*", re.IGNORECASE
)


def balance_of(mark: str, *, full: bool = False) -> Parser:
    """Takes an amount that a date may stand before: `on 1 January 2026 £12.00`; `full` only one with decimals."""

    def parse(print_: str) -> str | None:
        if full and not _DECIMALS.search(print_):
            return None
        value = money(print_, decimal_mark=mark)
        if value is None:
            shorter = _LEADING_DATE.sub("", _SIDE.sub("", print_))
            value = money(shorter, decimal_mark=mark) if shorter != print_ else None
        if value is not None and value > 0 and owed(print_):
            value = -value
        return None if value is None else str(value)

    return parse


_DECIMALS = re.compile(r"[.,]\d{2}(?!\d)")
_SIDE = re.compile(r"^\W*(?:cr[ée]diteur|d[ée]biteur|overdrawn|in credit)\s*:?\s*", re.IGNORECASE)
_ACCOUNT_FORM = re.compile(r"[A-Z]{0,2}[\dXx*•.…]+(?:[ /-]?[\dXx*•]+)*(?:-?[A-Z]{1,2}\d{1,6}|[A-Z])?(?!\w)")
_NO_ACCOUNT = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|[\d.,']*[.,]\d{2}$|(?:19|20)\d{2}$")
"""Dates, amounts and years."""


def account_of(print_: str) -> str | None:
    """An account number without blanks and hyphens; masked digits stay masked."""
    match = _ACCOUNT_FORM.match(print_)
    if match is None or _NO_ACCOUNT.match(print_):
        return None
    compact = re.sub(r"[ ./…-]", "", match.group()).replace("•", "*")
    return compact if 4 <= len(compact) <= 28 and sum(map(str.isdigit, compact)) >= 3 else None


def _bank_code(print_: str) -> str | None:
    sort_code = re.match(r"(\d{2})[- ]?(\d{2})[- ]?(\d{2})(?!\d)", print_)
    if sort_code:
        return "-".join(sort_code.groups())
    branch = re.match(r"\d{3}-\d{3}(?!\d)", print_)
    if branch:
        return branch.group()
    number = re.match(r"(\d{3}) ?(\d{3}) ?(\d{2,3})(?!\d)", print_) or re.match(r"(\d{5}|\d{12})(?!\d)", print_)
    return "".join(number.groups()) if number else None


_CODE_INLINE = re.compile(
    r"(?:sort\s?code|routing (?:number|no\.?)|\baba\b|\bblz\b|bankleitzahl"
    r"|code banque)[^\d\n]{0,14}(?P<code>\d{2,3}(?:[- ]?\d{2,3}){1,2})(?![\d-])",
    re.IGNORECASE,
)
_RIB = Label.of("banque", "bank")


def _code(text: Text, grid: Grid, document: str) -> Field | None:
    """The bank's code by its label, also within a line; a French account's parts stand under one word each."""
    found = grid.find("bank_code", SORT_CODE, _bank_code, document)
    if found is not None:
        return found
    match = text.search(_CODE_INLINE)
    value = None if match is None else _bank_code(match.named["code"] or "")
    if match is not None and value is not None:
        return field_of("bank_code", value, match.words, document)
    return grid.find("bank_code", _RIB, _five_digits, document)


def _five_digits(print_: str) -> str | None:
    match = re.match(r"(\d{5})(?!\d)", print_)
    return match[1] if match else None


FOOT = 0.88
"""From so far down a page its foot may name the account again."""


def _iban(text: Text, outside: Grid, document: str) -> Field | None:
    """The first number with right check digits outside the table: descriptions name those of others."""
    own = {id(word) for line in outside.lines for word in line.line.words}
    for match in text.finditer(_IBAN):
        if id(match.words[0]) not in own and match.words[0].box.top < FOOT:
            continue
        # What follows an IBAN may look like one more group of it: the longest part with right check digits counts.
        groups = match.text.split()
        for count in range(len(groups), 0, -1):
            try:
                value = iban_number.compact(iban_number.validate("".join(groups[:count])))
            except ValidationError:
                continue
            return field_of("iban", value, match.words[:count] or match.words, document, raw=match.text)
    return None
