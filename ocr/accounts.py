"""Accounts as fields: every line item of both years with its place, what follows by arithmetic, and the heading.

A figure that is not printed is derived only where the arithmetic leaves one possibility; its field says how, and its
place is that of the figures it comes from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from cases.model import Box, Field, Origin, Place
from ocr.accounts_table import AccountLine, Amount, read_lines
from ocr.extract import Grid, Label, currency_in, field_of, text_of
from ocr.kind import Extract
from ocr.parse import Calendar, date
from ocr.text import Match, Text

BALANCE_FIELDS = (
    *("cash", "receivables", "inventory", "current_assets", "fixed_assets", "total_assets", "payables"),
    *("short_term_debt", "current_liabilities", "long_term_debt", "total_liabilities", "net_assets", "equity"),
    "retained_earnings",
)
INCOME_FIELDS = (
    *("revenue", "cost_of_sales", "gross_profit", "operating_expenses", "depreciation", "operating_profit"),
    *("interest", "profit_before_tax", "tax", "net_profit"),
)
OWED = {"payables", "short_term_debt", "current_liabilities", "long_term_debt", "total_liabilities"}
SPENT = {"cost_of_sales", "operating_expenses", "depreciation", "interest", "tax"}
POSITIVE = OWED | SPENT | {"_noncurrent_liabilities", "_provisions", "_selling", "_management", "_taxes_and_dues"}

Figures = dict[str, Field]

# A rule: what it gives, the signed figures that it is the sum of, and whether a missing one may count as nothing.
DERIVED: tuple[tuple[str, str, bool], ...] = (
    ("current_liabilities", "current_assets - _net_current", False),
    ("total_assets", "_total_assets_less_current + current_liabilities", False),
    ("total_assets", "current_assets + _noncurrent_assets", False),
    ("fixed_assets", "_tangible_assets + _intangible_assets + _investments", True),
    ("total_assets", "_tangible_assets + _intangible_assets + _investments + current_assets", True),
    ("total_assets", "fixed_assets + _intangible_assets + current_assets", True),
    ("fixed_assets", "_noncurrent_assets", False),
    ("net_assets", "equity", False),
    ("equity", "net_assets", False),
    ("total_liabilities", "current_liabilities + _noncurrent_liabilities + _provisions", False),
    ("total_liabilities", "total_assets - equity", False),
    ("total_liabilities", "current_liabilities + _noncurrent_liabilities + _provisions", True),
    ("equity", "total_assets - total_liabilities", False),
    ("net_assets", "equity", False),
    ("gross_profit", "revenue - cost_of_sales", False),
    ("cost_of_sales", "revenue - gross_profit", False),
    ("operating_expenses", "_selling + _management + _taxes_and_dues", True),
    ("operating_profit", "gross_profit - operating_expenses", False),
    ("profit_before_tax", "net_profit + tax", False),
    ("net_profit", "profit_before_tax - tax", False),
)

_UNIT = re.compile(r"(?i)[£$€]\s?['’]?000s?\b|in thousands|thousands of|千元")
_TEN_THOUSAND = re.compile(r"万元(?!整)")
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9},?\s+(?:19|20)\d{2}|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+(?:19|20)\d{2}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)"
)
_FROM_TO = re.compile(rf"(?i)({_DAY})\s*(?:to|until|through|至|-|–)\s*({_DAY})")
_ENDED = re.compile(rf"(?i)(?:years?|periods?|months?)\s+end(?:ed|ing)\s*:?\s*({_DAY})")
_AS_AT = re.compile(rf"(?i)(?:as\s+)?(?:at|of|on)\s+({_DAY})")
_ANY_DAY = re.compile(_DAY)
_CHINESE_YEAR = re.compile(r"((?:19|20)\d{2})\s*年(?:度|1\s*[-—至]\s*12\s*月)")
_NUMBER = Label.of(
    *("registered number", "company (?:registration |registered )?(?:number|no)", "registration (?:number|no)"),
    *("company no", "crn", "统一社会信用代码", "注册号"),
)
_NUMBER_WITHIN = re.compile(
    r"(?i)(?:regist(?:ered|ration)|company)\s*(?:company\s*)?(?:number|no\.?)\s*[:.]?\s*((?:[A-Z]{2})?\d{6,8})(?!\d)"
)
"""The number behind the company's name, as the head of a page prints it."""
_ENTITY = Label.of("编制单位", "单位名称", "纳税人名称", "company name", "name of company")
_SUFFIX = re.compile(
    r"(?i)^.{2,90}?(?:\b(?:limited|ltd|plc|llp|inc|incorporated|corp(?:oration)?|llc|c\.?i\.?c|l\.?p)\b\.?"
    r"|有限(?:责任)?公司|股份公司|厂|合作社)"
)
_OTHERS = re.compile(r"(?i)prepared by|accountants?|auditors?|registered|incorporated in")
_NUMBER_SHAPE = re.compile(r"(?:[A-Z]{2})?\d{6,8}|[0-9A-Z]{2}\d{6}[0-9A-Z]{10}")


def read_accounts(text: Text, document: str, names: tuple[str, ...]) -> Extract:
    """The fields of accounts: those of `names` that are printed or follow from what is printed."""
    grid = Grid.of(text)
    factor = unit_of(text.string)
    printed = _printed(read_lines(grid), factor, document)
    fields: Figures = {}
    for suffix in ("", "_prior"):
        chosen = {name: one for name, one in printed.items() if name.endswith("_prior") == bool(suffix)}
        year = {name.removesuffix("_prior"): one for name, one in chosen.items()}
        _settle_signs(year)
        _derive(year, document)
        # Lines that only help the arithmetic go along for the checks.
        wanted = {name: one for name, one in year.items() if name in names or name.startswith("_")}
        fields |= {f"{name}{suffix}": replace(one, name=f"{name}{suffix}") for name, one in wanted.items()}
    head = _head(text, grid, document)
    currency = currency_in(text.string)
    if currency and text.words:
        mark = next((word for word in text.words if currency_in(word.text) == currency), text.words[0])
        head["currency"] = field_of("currency", currency, (mark,), document)
        head["unit"] = field_of("unit", str(factor), (mark,), document, note="as the amounts' heading says")
    return Extract(fields=head | fields)


def unit_of(string: str) -> int:
    """What printed amounts are multiplied by: 1, 1000 or 10000."""
    if _UNIT.search(string):
        return 1000
    return 10000 if _TEN_THOUSAND.search(string) else 1


def _printed(lines: Iterable[AccountLine], factor: int, document: str) -> Figures:
    """The first printing of each figure, by name and year; notes repeat what the statements say."""
    found: Figures = {}
    for line in lines:
        name = line.name
        if name == "_bank_loans":
            name = {"within": "short_term_debt", "after": "long_term_debt"}.get(line.section, name)
        if name in {"cash", "receivables", "inventory"} and line.section == "after":
            continue
        for amount in _by_year(line.amounts):
            key = f"{name}_prior" if amount.prior else name
            if key not in found:
                found[key] = _field(key, name, amount, factor, document)
    return found


def _by_year(amounts: Iterable[Amount]) -> Iterable[Amount]:
    """The last amount of each year on a line: an outer column holds the total of the inner ones."""
    chosen: dict[bool, Amount] = {}
    for amount in amounts:
        chosen[amount.prior] = amount
    return chosen.values()


def _field(key: str, name: str, amount: Amount, factor: int, document: str) -> Field:
    value = amount.value * factor
    value = abs(value) if name in POSITIVE else value
    note = f"printed in units of {factor}" if factor > 1 else ""
    return field_of(key, _plain(value), amount.words, document, note=note)


def _plain(value: Decimal) -> str:
    return f"{value:f}" if value == value.to_integral_value() and value.as_tuple().exponent == 0 else f"{value:.2f}"


def _settle_signs(year: Figures) -> None:
    """A tax or interest that was received is negative; the profits around it tell."""
    before, tax, net = (_value(year, name) for name in ("profit_before_tax", "tax", "net_profit"))
    if before is not None and tax is not None and net is not None and before + tax == net != before - tax:
        year["tax"] = _negative(year["tax"])
    operating, interest = _value(year, "operating_profit"), _value(year, "interest")
    received = operating is not None and interest is not None and operating + interest == before
    if received and interest:
        year["interest"] = _negative(year["interest"])


def _derive(year: Figures, document: str) -> None:
    for name, rule, gaps in DERIVED:
        if name in year:
            continue
        terms = [(-1 if sign == "-" else 1, figure) for sign, figure in re.findall(r"([+-]?)\s*(\w+)", rule)]
        known = [(sign, year[figure]) for sign, figure in terms if figure in year]
        if not known or terms[0][1] not in year or (len(known) < len(terms) and not gaps):
            continue
        total = sum((sign * Decimal(one.value) for sign, one in known), Decimal(0))
        year[name] = _sum_field(name, _plain(total), [one for _, one in known], rule, document)


def _sum_field(name: str, value: str, parts: list[Field], rule: str, document: str) -> Field:
    page = parts[0].place.page
    box = Box.around(part.place.box for part in parts if part.place.page == page)
    return Field(
        name=name,
        value=value,
        raw=" ".join(part.raw for part in parts),
        place=Place(document, page, box),
        confidence=min(part.confidence for part in parts),
        origin=Origin.DERIVED,
        note=f"{name} = {rule}".replace("_", " "),
    )


def _head(text: Text, grid: Grid, document: str) -> Figures:
    found: Figures = {}
    found |= _period(text, document)
    number = grid.find("registration_number", _NUMBER, _registration, document)
    if number:
        found["registration_number"] = number
    elif within := text.search(_NUMBER_WITHIN):
        found["registration_number"] = field_of(
            "registration_number", within.groups[0] or "", within.words[-1:], document
        )
    entity = grid.find("entity", _ENTITY, text_of(r"[^\d:：].{2,90}", 90), document) or _titled(grid, document)
    if entity:
        found["entity"] = entity
    return found


def _registration(print_: str) -> str | None:
    compact = print_.split("(", maxsplit=1)[0].replace(" ", "").upper().rstrip(".")
    match = _NUMBER_SHAPE.match(compact)
    return match.group() if match else None


def _titled(grid: Grid, document: str) -> Field | None:
    """The first cell that begins like the name of a company, up to its legal form."""
    for line in grid.lines[:40]:
        for cell in line.cells:
            match = _SUFFIX.match(cell.text)
            if match and not _OTHERS.search(match.group()):
                kept = [word for word in cell.words if word.text.strip(",") in match.group()]
                return field_of("entity", match.group().strip(), kept or list(cell.words), document)
    return None


def _period(text: Text, document: str) -> Figures:
    """Beginning and end of the year that the accounts are for."""
    spelt = _FROM_TO.search(text.string)
    if spelt:
        match = text.search(_FROM_TO)
        start, end = _date(spelt.group(1), text), _date(spelt.group(2), text)
        if match and start and end and start < end:
            return {name: field_of(name, day.isoformat(), match.words, document) for name, day in _ends(start, end)}
    for pattern, whole_year in ((_ENDED, True), (_AS_AT, False), (_ANY_DAY, False)):
        match = text.search(pattern)
        day = _date(match.groups[0] or match.text, text) if match and match.groups else None
        day = day or (_date(match.text, text) if match else None)
        if match and day:
            return _year_to(day, match, document, whole_year=whole_year and "year" in match.text.lower())
    chinese = text.search(_CHINESE_YEAR)
    if chinese and chinese.groups[0]:
        return _year_to(dt.date(int(chinese.groups[0]), 12, 31), chinese, document, whole_year=True)
    return {}


def _ends(start: dt.date, end: dt.date) -> tuple[tuple[str, dt.date], ...]:
    return ("period_start", start), ("period_end", end)


def _year_to(end: dt.date, match: Match, document: str, *, whole_year: bool) -> Figures:
    found = {"period_end": field_of("period_end", end.isoformat(), match.words, document)}
    if whole_year:
        try:
            start = end.replace(year=end.year - 1) + dt.timedelta(days=1)
        except ValueError:
            start = dt.date(end.year - 1, 3, 1)
        field = field_of("period_start", start.isoformat(), match.words, document, note="a year before the end")
        found["period_start"] = field
    return found


def _date(print_: str, text: Text) -> dt.date | None:
    return date(re.sub(r"\s+", " ", print_), Calendar(day_first=currency_in(text.string) != "USD"))


def _value(year: Mapping[str, Field], name: str) -> Decimal | None:
    return Decimal(year[name].value) if name in year else None


def _negative(field: Field) -> Field:
    note = "received, as the profits around it tell"
    return replace(field, value=_plain(-Decimal(field.value)), note=note)
