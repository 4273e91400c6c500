"""What a bank statement says above, below and beside its table: bank, holder, account, period, balances, totals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError

from cases.model import Field
from ocr.extract import Grid, GridLine, Label, Parser, currency_in, field_of, text_of
from ocr.layout import Cell
from ocr.parse import Calendar, date, money
from ocr.text import Match, Text

ACCOUNT = Label.of(
    r"(?:your )?(?:bank )?account (?:number|no|num|#)\.?", r"a/?c (?:no|number)\.?", r"acct\.? (?:no|number|#)\.?",
    r"account", r"konto-?(?:nummer|nr\.?)", r"kto\.?-?(?:nr\.?)?", "客户账号", "账户号码", "账号", "帐号", "卡号",
    "账户",
)  # fmt: skip
SORT_CODE = Label.of(
    "sort ?code", "sortcode", r"routing (?:number|no\.?)", r"aba (?:number|no\.?)", "bankleitzahl", "blz"
)
HOLDER = Label.of(
    r"account (?:holder|name|owner|title)(?:\(s\))?s?", "customer name", "name of account", "statement for",
    "kontoinhaber(?:in)?", "inhaber", "户名", "账户名称", "客户姓名", "客户名称", "姓名", "单位名称",
)  # fmt: skip
BANK = Label.of(r"bank(?: name)?", "branch bank", "name of bank", "kreditinstitut", "开户银行", "开户行", "银行名称")
OPENING = Label.of(
    r"(?:your )?(?:opening|previous|beginning|starting|start) balance", "balance brought forward",
    r"anfangs(?:saldo|bestand)", r"alter (?:konto)?(?:saldo|stand)", "期初余额", "上期余额", "起始余额", "上期结余",
)  # fmt: skip
CLOSING = Label.of(
    r"(?:your )?(?:closing|ending|final|new|end) balance", "balance carried forward",
    r"end(?:saldo|bestand)", r"neuer (?:konto)?(?:saldo|stand)", "schlusssaldo", "期末余额", "期末结余", "本期余额",
)  # fmt: skip
CREDITS = Label.of(
    r"total (?:credits?|deposits?(?: and (?:other )?(?:credits|additions))?|money in|paid in|payments in|receipts|in)",
    r"(?:deposits|credits|money in|paid in)(?: total)?", r"(?:summe|gesamt)\s?(?:der )?(?:gutschriften|eingänge|haben)",
    r"(?:收入|贷方|存入|转入)(?:发生额|金额)?(?:合计|总额|总计)(?:金额)?",
)  # fmt: skip
DEBITS = Label.of(
    r"total (?:debits?|withdrawals?(?: and (?:other )?(?:debits|subtractions))?|money out|paid out|payments out|out)",
    r"(?:withdrawals|debits|money out|paid out)(?: total)?",
    r"(?:summe|gesamt)\s?(?:der )?(?:lastschriften|belastungen|ausgänge|soll)",
    r"(?:支出|借方|付出|转出)(?:发生额|金额)?(?:合计|总额|总计)(?:金额)?",
)  # fmt: skip
START = Label.of("period start", "start date", "from", "date from", "von", "vom", "起始日期", "开始日期", "起始时间")
END = Label.of(
    "period end", "end date", "to", "date to", "bis", "截止日期", "结束日期", "终止日期", "截止时间", "statement date",
)  # fmt: skip

_ONE = (
    r"(?:\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|\d{8}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?[ -]?[A-Za-zäÄ]{3,9}\.?,?(?:[ -]\d{2,4})?|[A-Z][a-z]{2,8}\.? ?\d{1,2}(?:,? ?\d{4})?"
    r"|\d{1,2}\.\d{1,2}\.?)"
)
_SPAN = re.compile(
    rf"(?<![\d.])(?P<first>{_ONE})\s*(?:to|through|thru|until|bis|and|[-–—~至到])\s*(?:zum\s+)?(?P<last>{_ONE})(?![\d])",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")
_BANKISH = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w&.'’-]*\s+){0,4}[\w.-]*(?:bank|sparkasse|kasse)\b(?:\s+(?:plc|ag|eg|n\.?a\.?|limited|ltd|of\s+[A-Z]\w+|uk"
    r"|co\.?|corporation))*|[\u4e00-\u9fff]{2,16}银行(?:股份有限公司)?"
    r"|\b[A-Z][\w ]{2,30}(?:Building Society|Credit Union)\b",
    re.IGNORECASE,
)
_NOT_A_BANK = re.compile(
    r"statement|internet|online|your bank|bankleit|bank code|kontoauszug|对账|网上|开户", re.IGNORECASE
)
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|^(?:D-)?\d{5} [A-ZÄÖÜ][a-zäöüß]+"
)
_PLAIN_NAME = re.compile(r"[^\d:：]{4,60}")


def calendar_of(text: Text) -> tuple[Calendar, dict[str, tuple[dt.date, Match]]]:
    """How the statement writes dates, and the ends of its period with their print."""
    string = text.string
    day_first = _day_first(string)
    bare = Calendar(day_first=day_first)
    ends: dict[str, tuple[dt.date, Match]] = {}
    for match in text.finditer(_SPAN):
        last = date(match.named["last"] or "", bare)
        if last is None:
            continue
        around = Calendar(day_first=day_first, first=last - dt.timedelta(days=330), last=last)
        first = date(match.named["first"] or "", around)
        if first is not None and dt.timedelta(0) <= last - first <= dt.timedelta(days=800):
            ends = {"period_start": (first, match), "period_end": (last, match)}
            break
    if ends:
        return Calendar(day_first=day_first, first=ends["period_start"][0], last=ends["period_end"][0]), ends
    return bare, ends


def anchored(calendar: Calendar, days: Iterable[dt.date]) -> Calendar:
    """The calendar with a period that ends with the latest of some dates: rows without a year lie before it."""
    last = max(days, default=None)
    if last is None or calendar.last is not None:
        return calendar
    return Calendar(day_first=calendar.day_first, first=last - dt.timedelta(days=200), last=last)


def _day_first(string: str) -> bool:
    """By dates that can be read one way only, else by the dollar, else day first."""
    day = month = 0
    for one, other in re.findall(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?![\d])", string):
        day += int(one) > 12 >= int(other)
        month += int(other) > 12 >= int(one)
    if day or month:
        return day >= month
    return currency_in(string) != "USD"


def head_fields(text: Text, grid: Grid, calendar: Calendar, mark: str, top: int, document: str) -> dict[str, Field]:
    """The fields beside the table; `top` is the index of the first line of the table."""
    fields: dict[str, Field | None] = {
        "account_holder": grid.find("account_holder", HOLDER, text_of(_NAME.pattern, 80), document),
        "account_number": grid.find("account_number", ACCOUNT, account_of, document),
        "bank_code": grid.find("bank_code", SORT_CODE, _bank_code, document),
        "iban": _iban(text, document),
        "opening_balance": _sum(grid, top, "opening_balance", OPENING, balance_of(mark), document),
        "closing_balance": _sum(grid, top, "closing_balance", CLOSING, balance_of(mark), document),
        "total_credits": _sum(grid, top, "total_credits", CREDITS, _positive(mark), document),
        "total_debits": _sum(grid, top, "total_debits", DEBITS, _positive(mark), document),
        "bank_name": _bank_name(grid, top, document),
    }
    if fields["account_holder"] is None:
        fields["account_holder"] = _addressee(grid, top, document)
    return {name: found for name, found in fields.items() if found is not None}


def _sum(grid: Grid, top: int, name: str, label: Label, parser: Parser, document: str) -> Field | None:
    """A summed figure: above the table also below its label, within the table only beside it."""
    above = Grid(grid.lines[:top])
    return above.find(name, label, parser, document) or grid.find(name, label, parser, document, under=False)


_NAME = re.compile(r"(?=.*[^\W\d_])[^\d:：][^:：]{1,79}")
_LEADING_DATE = re.compile(rf"^(?:(?:at|on|as of|as at|am|vom|zum|per)\s+)?{_ONE}\s*[:：]?\s*", re.IGNORECASE)


def balance_of(mark: str) -> Parser:
    """Takes an amount that a date may stand before: `on 1 January 2026 £12.00`."""

    def parse(print_: str) -> str | None:
        value = money(print_, decimal_mark=mark)
        if value is None:
            shorter = _LEADING_DATE.sub("", print_)
            value = money(shorter, decimal_mark=mark) if shorter != print_ else None
        return None if value is None else str(value)

    return parse


def _positive(mark: str) -> Parser:
    def parse(print_: str) -> str | None:
        value = money(print_, decimal_mark=mark)
        return None if value is None else str(abs(value))

    return parse


def account_of(print_: str) -> str | None:
    """An account number without blanks and hyphens; masked digits stay masked."""
    match = re.match(r"[\dXx*•][\dXx*• -]{3,30}[\dXx*•]?", print_)
    if match is None or re.match(r"\d{1,2}[./]\d{1,2}[./]", print_):
        return None
    compact = re.sub(r"[ -]", "", match.group()).replace("•", "*")
    return compact if 4 <= len(compact) <= 24 and any(character.isdigit() for character in compact) else None


def _bank_code(print_: str) -> str | None:
    sort_code = re.match(r"(\d{2})[- ]?(\d{2})[- ]?(\d{2})(?!\d)", print_)
    if sort_code:
        return "-".join(sort_code.groups())
    number = re.match(r"(\d{3}) ?(\d{3}) ?(\d{2,3})(?!\d)", print_)
    return "".join(number.groups()) if number else None


def _iban(text: Text, document: str) -> Field | None:
    for match in text.finditer(_IBAN):
        # What follows an IBAN may look like one more group of it: the longest part with right check digits counts.
        groups = match.text.split()
        for count in range(len(groups), 0, -1):
            try:
                value = iban_number.compact(iban_number.validate("".join(groups[:count])))
            except ValidationError:
                continue
            return field_of("iban", value, match.words[:count] or match.words, document, raw=match.text)
    return None


def _bank_name(grid: Grid, top: int, document: str) -> Field | None:
    """The bank by its label, else the first phrase of the first page that names one."""
    for line in grid.lines:
        if line.page != grid.lines[0].page:
            break
        for cell in line.cells:
            match = _BANKISH.search(cell.text) or _HOUSES.search(cell.text)
            if match and len(match.group()) > 4 and not _NOT_A_BANK.search(match.group()) and len(cell.text) < 80:
                return field_of("bank_name", match.group().strip(), cell.words, document, raw=cell.text)
    return grid.find("bank_name", BANK, text_of(_NAME.pattern, 60), document)


_HOUSES = re.compile(
    r"\b(?:Barclays|HSBC(?: UK)?|NatWest|Santander|Monzo|Revolut|Starling|Nationwide|TSB|Halifax|JPMorgan Chase|Chase|"
    r"Wells Fargo|PNC|Capital One|Truist|Wise|Tide|N26|ING(?:-DiBa)?|DKB|BNP Paribas|UBS)\b"
)
"""Banks whose names do not say that they are banks."""


def _addressee(grid: Grid, top: int, document: str) -> Field | None:
    """The first line of the postal address above the table: some lines with one left edge, a postcode in the last."""
    above = grid.lines[: max(1, top)]
    for index, line in enumerate(above):
        for cell in line.cells:
            if not _PLAIN_NAME.fullmatch(cell.text) or _BANKISH.search(cell.text) or _HOUSES.search(cell.text):
                continue
            block = _block(cell, above[index + 1 : index + 8])
            if len(block) >= 2 and any(_POSTCODE.search(one.text) for one in block[-2:]):
                return field_of("account_holder", cell.text.strip(), cell.words, document)
    return None


def _block(cell: Cell, lines: Sequence[GridLine]) -> list[Cell]:
    """The cells right below one with the same left edge, without a gap, to the first with a postcode."""
    found: list[Cell] = []
    last = cell
    for line in lines:
        step = next((one for one in line.cells if abs(one.box.left - cell.box.left) < 0.006), None)
        if line.page != cell.page or step is None or step.box.top - last.box.bottom > 1.3 * last.box.height:
            break
        found.append(step)
        last = step
        if _POSTCODE.search(step.text):
            break
    return found
