"""A bank's statement of an account: a table of postings with balances, of any bank and layout."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from cases.model import Box, Field, Origin, Place, Row
from ocr.extract import Grid, field_of
from ocr.kind import Extract, Kind
from ocr.page_numbers import page_numbers
from ocr.parse import Calendar, date
from ocr.statement_accounts import main_account, main_table
from ocr.statement_calendar import anchored, calendar_of
from ocr.statement_carried import carried
from ocr.statement_checks import check
from ocr.statement_columns import headings
from ocr.statement_currency import currency_of
from ocr.statement_figures import decimal_mark_of
from ocr.statement_head import accounts_named, head_fields, stated_balances, sums_that_hold
from ocr.statement_print import mended
from ocr.statement_rows import Carried, Entry, Table
from ocr.statement_signs import in_time_order, is_newest_first, proven, repair, with_signs
from ocr.statement_table import read_table, table_starts
from ocr.statement_words import Role
from ocr.text import Text

_FIELDS = (
    "bank_name", "account_holder", "account_number", "iban", "bank_code", "currency", "period_start", "period_end",
    "opening_balance", "closing_balance", "total_credits", "total_debits",
)  # fmt: skip
PROVEN = 0.99
"""Confidence of a row that the balances around it prove, however faint its print."""
_TITLE = re.compile(
    r"bank statement|account statement|statement of account|account activity|transaction history|"
    r"your (?:\w+ )?statement|statement (?:period|date|number)|checking summary|account (?:summary|statement"
    r"|overview)|\b(?:GBP|EUR|USD|CHF|AUD|CAD) statement|"
    r"kontoauszug|\bauszug\b|kartenabrechnung|umsatz(?:übersicht|anzeige)|finanzstatus|(?:konto)?umsätze|"
    r"relev[ée] (?:de|du|des) (?:votre )?(?:compte|op[ée]rations)|extrait de compte|votre relev[ée]|"
    r"对账单|交易明细|账户明细|历史明细|流水明细|交易流水|银行流水|流水单|明细对账|明细清单",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"account (?:no|num|#)|a/c no|sort code|routing n|\biban\b|konto-?(?:nummer|nr|inhaber)|kto\.|bankleitzahl"
    r"|\bblz\b|"
    r"titulaire|num[ée]ro de compte|n° ?(?:de )?compte|compte n|code banque|[账帐]号|卡号|户名",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"invoice (?:no|num|date)|rechnungs?-?(?:nr|nummer|datum)|trial balance|general ledger|aged (?:debtors|creditors)|"
    r"发票|amount due|bill to|purchase order|balance sheet|fixed assets|profit and loss",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:^|\s{2})\s*(?:\d{1,4}[./年-]\d{1,2}(?!\d*[.,]?\d*[.,]\d{2}\b)|\d{1,2}[ .-]?[^\W\d_]{3}"
    r"|[^\W\d_]{3,9} \d{1,2}\b|\d{8}(?!\d))"
)
_FIGURES = re.compile(
    r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-](?:\d{2,4})?(?!\d)|[£$€¥￥]?\s?-?\d[\d.,' ]*[.,]\d{2}-?(?: ?(?:EUR|GBP|USD"
    r"|€))?|\d{1,2}[./-]\d{1,2}(?!\d)"
)
_DATED = re.compile(
    r"(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?[ -]?[A-Za-zäÄ]{3,9},?[ -](?:19|20)\d{2}|[A-Z][a-z]{2,8}\.? \d{1,2},? ?(?:19|20)\d{2}"
)
_MONEY = re.compile(r"\d[.,]\d{2}(?!\d)")


def evidence(text: Text) -> float:
    """A heading with balances or with money in and out, dated rows of money, the words of accounts."""
    text = mended(text)
    string = text.string
    if not _MONEY.search(string):
        return 0.0
    grid = Grid.of(text)
    heads = headings(grid.lines)
    roles = max((head.roles for head in heads), key=len, default=frozenset[Role]())
    dated = sum(bool(_DAY.search(line.text) and _MONEY.search(line.text)) for line in grid.lines)
    both = {Role.DEBIT, Role.CREDIT} <= roles
    # What postings are for (an invoice, a tax) says nothing about the paper.
    above = "\n".join(line.text for line in grid.lines[: heads[0].index]) if heads else string
    score = 0.0
    if roles:
        score += 0.3 if Role.BALANCE in roles else 0.0
        score += 0.25 if both else 0.1
    score += 0.15 if dated >= 2 else 0.05 * dated
    score += 0.3 if _TITLE.search(string) else 0.0
    score += 0.1 if _ACCOUNT.search(string) else 0.0
    balances = sum(carried(_FIGURES.sub("", line.text)) in ("opening", "closing", "stated") for line in grid.lines)
    score += 0.15 * min(2, balances)
    # Postings between two balances: no other paper has them.
    score += 0.2 if roles and dated >= 2 and balances >= 2 else 0.0
    score -= 0.5 if _OTHER.search(above) and not (both and Role.BALANCE in roles) else 0.0
    if not roles and dated < 2 and not _TITLE.search(string):
        return 0.0
    return max(0.0, min(0.98, score))


def extract(text: Text, document: str) -> Extract:
    """The fields and rows of a statement; what is summed or taken from rows is marked as derived."""
    text = mended(text)
    grid = main_account(Grid.of(text))
    mark = decimal_mark_of(text.words)
    outside = _outside(grid)
    calendar, ends = calendar_of(text, outside)
    fields = head_fields(text, grid, outside, mark, document)
    for name, (day, words, raw) in ends.items():
        fields[name] = field_of(name, day.isoformat(), words, document, raw=raw)
    for name, found in stated_balances(outside, mark, calendar, document).items():
        fields.setdefault(name, found)
    calendar = anchored(calendar, _days(text, calendar))
    table = main_table(read_table(grid, calendar, mark, {page.page: page.width / page.height for page in text.pages}))
    _balances(fields, table, document)
    fields |= sums_that_hold(fields, outside, mark, document)
    entries = in_time_order(table.entries)
    opening, closing = (
        Decimal(fields[name].value) if name in fields else None for name in ("opening_balance", "closing_balance")
    )
    with_signs(entries, opening, closing)
    repair(entries, opening)
    sure = proven(entries, opening, closing)
    _totals(fields, table, entries, document)
    rows = tuple(_row(entry, document, PROVEN if index in sure else 0.0) for index, entry in enumerate(entries))
    _derive(fields, rows, document)
    _extras(fields, text, outside, table, document)
    _daily(fields, table, document)
    return Extract(fields=fields, rows=rows, country=_country(fields))


def _outside(grid: Grid) -> Grid:
    """The lines above the first table of each page; a page without headings goes on with the table before it."""
    heads = headings(grid.lines)
    starts = table_starts(grid.lines, heads)
    above = tuple(line for index, line in enumerate(grid.lines) if index < starts[line.page])
    return Grid(above) if above or heads else grid


def _country(fields: Mapping[str, Field]) -> str:
    """By the IBAN, else by the form of the bank's code: a British sort code or an American routing number."""
    if "iban" in fields:
        return fields["iban"].value[:2]
    code = fields["bank_code"].value if "bank_code" in fields else ""
    if re.fullmatch(r"\d{2}-\d{2}-\d{2}", code):
        return "GB"
    weights = (3, 7, 1) * 3
    routing = len(code) == 9 and sum(int(digit) * weight for digit, weight in zip(code, weights, strict=True)) % 10 == 0
    return "US" if routing else ""


def _days(text: Text, calendar: Calendar) -> Iterable[dt.date]:
    """The full dates that the statement states."""
    for match in _DATED.finditer(text.string):
        day = date(match.group(), calendar)
        if day is not None:
            yield day


def _balances(fields: dict[str, Field], table: Table, document: str) -> None:
    """Opening and closing balance from the lines that carry them, where no label outside the table gives them.

    In a table that is printed newest first the closing balance stands above the rows and the opening one below.
    """
    last = len(table.entries)
    # A line of several sums and a balance states more figures than one: what another label names is no balance.
    summed = {fields[name].place.box for name in ("total_credits", "total_debits") if name in fields}
    balances = [one for one in table.carried if one.kind in ("opening", "closing") and one.figure.box not in summed]
    above = [one for one in balances if one.after == 0]
    below = [one for one in balances if one.after == last]
    if is_newest_first(table.entries):
        above, below = below, above
    first = next((one for one in above if one.kind == "opening"), None)
    if first is not None:
        fields["opening_balance"] = _carried("opening_balance", first, document)
    if below and last and (below[-1].kind == "closing" or "closing_balance" not in fields):
        fields["closing_balance"] = _carried("closing_balance", below[-1], document)


def _totals(fields: dict[str, Field], table: Table, entries: Sequence[Entry], document: str) -> None:
    """The totals that a line of the table prints, when they are those of all rows; a part's total is not all of it."""
    for name, side in (("total_credits", 1), ("total_debits", -1)):
        whole = sum((entry.amount for entry in entries if entry.sign == side), Decimal(0))
        parts = [
            sum((entry.amount for entry in some if entry.sign == side), Decimal(0))
            for _, some in groupby(entries, key=lambda entry: entry.part)
        ]
        printed = fields.get(name)
        if printed is not None and Decimal(printed.value) != whole and Decimal(printed.value) in parts:
            del fields[name]
        one = next((one for one in table.carried if one.kind == name and abs(one.figure.value) == whole), None)
        if name not in fields and one is not None:
            value = str(abs(one.figure.value))
            fields[name] = field_of(name, value, one.figure.words, document, raw=one.figure.raw)


def _carried(name: str, one: Carried, document: str) -> Field:
    return field_of(name, str(one.figure.value), one.figure.words, document, raw=one.figure.raw)


def _row(entry: Entry, document: str, least: float) -> Row:
    words = entry.every
    cells = {"date": entry.day.isoformat()} if entry.day else {}
    cells |= {"description": entry.description, "amount": str(entry.sign * entry.amount)}
    if entry.balance is not None:
        cells["balance"] = str(entry.balance.value)
    if entry.note:
        cells["note"] = entry.note
    page = (entry.figure.words if entry.figure else words)[0].page
    box = Box.around(word.box for word in words if word.page == page)
    confidence = max(least, min(word.confidence for word in words))
    return Row(cells=cells, place=Place(document, page, box), confidence=confidence)


def _derive(fields: dict[str, Field], rows: Sequence[Row], document: str) -> None:
    """What the print leaves out and the rows give."""
    if not rows:
        return

    def derived(name: str, value: object, row: Row, note: str) -> None:
        if name not in fields:
            fields[name] = Field(
                name=name,
                value=str(value),
                raw="",
                place=row.place,
                confidence=min(one.confidence for one in rows),
                origin=Origin.DERIVED,
                note=note,
            )

    days = sorted(row.cells["date"] for row in rows if "date" in row.cells)
    if days:
        derived("period_start", days[0], rows[0], "The date of the first row.")
        derived("period_end", days[-1], rows[-1], "The date of the last row.")
    amounts = [row.money("amount") or Decimal(0) for row in rows]
    first = rows[0].money("balance")
    if first is not None:
        derived("opening_balance", first - amounts[0], rows[0], "The first balance without the first amount.")
    last = next((row for row in reversed(rows) if "balance" in row.cells), None)
    if last is not None:
        after = amounts[list(rows).index(last) + 1 :]
        total = (last.money("balance") or Decimal(0)) + sum(after, Decimal(0))
        derived("closing_balance", total, last, "The last balance of the rows.")
    paid_in = sum((amount for amount in amounts if amount > 0), Decimal(0))
    paid_out = -sum((amount for amount in amounts if amount < 0), Decimal(0))
    derived("total_credits", paid_in, rows[0], "The sum of the rows of money in.")
    derived("total_debits", paid_out, rows[0], "The sum of the rows of money out.")


def _daily(fields: dict[str, Field], table: Table, document: str) -> None:
    """The balances of days that a table of their own lists, for the checks."""
    listed = [one for one in table.carried if one.kind == "daily" and one.day is not None]
    if listed:
        value = " ".join(f"{one.day}={one.figure.value}" for one in listed)
        fields["daily_balances"] = field_of("daily_balances", value, listed[0].figure.words, document)


def _extras(fields: dict[str, Field], text: Text, outside: Grid, table: Table, document: str) -> None:
    """The currency, the page numbers, and every account number that the pages name."""
    figures = [
        word
        for entry in table.entries
        for figure in (entry.figure, entry.balance)
        if figure is not None
        for word in figure.words
    ]
    money = currency_of(text, outside, figures)
    if money is not None:
        fields["currency"] = field_of("currency", money[0], [money[1]], document)
    numbered = page_numbers(text)
    if numbered:
        value = " ".join(f"{number}/{count}" for number, count, _ in numbered)
        fields["page_numbers"] = field_of("page_numbers", value, numbered[0][2].words, document)
    accounts = {found.value: found for found in accounts_named(outside)}
    if len(accounts) > 1 and "account_number" in fields:
        other = next(found for value, found in accounts.items() if value != fields["account_number"].value)
        fields["account_numbers"] = field_of("account_numbers", " ".join(accounts), other.words, document)


KIND = Kind(
    name="bank_statement",
    title="Bank statement",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=_FIELDS,
    continues=True,
)
