"""What a bank statement says above, below and beside its table: bank, holder, account, period, balances, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError

from cases.model import Field
from ocr.extract import Found, Grid, GridLine, Label, Parser, field_of, text_of
from ocr.layout import Cell
from ocr.parse import money
from ocr.statement_calendar import ONE
from ocr.text import Text

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
    r"(?:your )?(?:opening|previous|beginning|starting|start) balance", "balance (?:brought )?forward",
    r"anfangs(?:saldo|bestand)", r"alter (?:konto)?(?:saldo|stand)", "期初余额", "上期余额", "起始余额", "上期结余",
)  # fmt: skip
CLOSING = Label.of(
    r"(?:your )?(?:closing|ending|final|new|end) balance", "balance carried forward",
    r"end(?:saldo|bestand)", r"neuer (?:konto)?(?:saldo|stand)", "schlusssaldo", "期末余额", "期末结余", "本期余额",
)  # fmt: skip
CREDITS = Label.of(
    r"total (?:credits?|deposits?(?: and (?:other )?(?:credits|additions))?|money in|paid in|payments in|receipts|in)",
    r"(?:money|paid|payments) in(?: total)?", r"(?:summe|gesamt)\s?(?:der )?(?:gutschriften|eingänge|haben)",
    r"(?:收入|贷方|存入|转入)(?:发生额|金额)?(?:合计|总额|总计)(?:金额)?",
)  # fmt: skip
DEBITS = Label.of(
    r"total (?:debits?|withdrawals?(?: and (?:other )?(?:debits|subtractions))?|money out|paid out|payments out|out)",
    r"(?:money|paid|payments) out(?: total)?",
    r"(?:summe|gesamt)\s?(?:der )?(?:lastschriften|belastungen|ausgänge|soll)",
    r"(?:支出|借方|付出|转出)(?:发生额|金额)?(?:合计|总额|总计)(?:金额)?",
)  # fmt: skip
PARTS = {
    "total_credits": Label.of(
        "deposits", "credits", "additions", "deposits ?/ ?(?:credits|additions)", "incoming transactions"
    ),
    "total_debits": Label.of(
        "withdrawals", "debits", "subtractions", "withdrawals ?/ ?(?:debits|subtractions)", "outgoing transactions"
    ),
}
"""Sums that may be all of the money in or out, or a part of it beside others (`Checks`, `Fees`)."""
_IBAN = re.compile(r"(?:(?<=IBAN)|\b)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")
_BANKISH = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w&.'’-]*\s+(?:(?:&|and|und|of|de)\s+)?){0,4}[\w.-]*(?:bank|sparkasse|kasse)\b(?:\s+(?:plc|ag|eg|n\.?a\.?|limited|ltd|of\s+[A-Z]\w+|uk"
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


def head_fields(text: Text, grid: Grid, outside: Grid, mark: str, document: str) -> dict[str, Field]:
    """The fields beside the table; `outside` is the grid without the lines of the table."""
    fields: dict[str, Field | None] = {
        "account_holder": outside.find("account_holder", HOLDER, _holder, document, part=True),
        "account_number": first_account(text, grid, outside, document),
        "bank_code": _code(text, grid, document),
        "iban": _iban(text, document),
        "opening_balance": _sum(grid, outside, "opening_balance", OPENING, mark, document),
        "closing_balance": _sum(grid, outside, "closing_balance", CLOSING, mark, document),
        "total_credits": _positive(_sum(grid, outside, "total_credits", CREDITS, mark, document)),
        "total_debits": _positive(_sum(grid, outside, "total_debits", DEBITS, mark, document)),
        "bank_name": _bank_name(grid, document),
    }
    if fields["account_holder"] is None:
        fields["account_holder"] = _addressee(outside, document)
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
    r"(?:account|a/c|acct)\.?\s?(?:no|number|num|#)\b[.:\s]*(?P<number>\d[\d -]{4,22}\d)(?![\d/])", re.IGNORECASE
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


_NAME = re.compile(r"(?=.*[^\W\d_])[^\d:：][^:：]{1,79}")
_LEADING_DATE = re.compile(rf"^(?:(?:at|on|as of|as at|am|vom|zum|per)\s+)?{ONE}\s*[:：]?\s*", re.IGNORECASE)


def _holder(print_: str) -> str | None:
    """A name; what is itself a label of the head of a statement is none."""
    plain = print_.strip(" :：")
    if not _NAME.fullmatch(plain) or len(plain) > 80 or _LABELS.match(plain) or _LABEL_WITHIN.search(plain):
        return None
    return plain


_LABEL_WITHIN = re.compile(
    r"\b(?:account|sort|sortcode|iban|bic|swift|statement|currency|(?:19|20)\d\d)\b|^(?:"
    r"january|february|march|april|may|june|july|august|september|october|november|december)$|账号|卡号|币种|日期|时间",
    re.IGNORECASE,
)
"""What a name does not hold, and what follows it on a line that runs together."""


_LABELS = re.compile(
    r"(?:your )?(?:account|a/c|sort ?code|iban|bic|swift|currency|branch|bank|page|sheet|statement|period|date|type|"
    r"customer|product|opening|closing|balance)\b[\w /.()#]*$|.{0,4}(?:账号|卡号|币种|日期|账户|开户)",
    re.IGNORECASE,
)


def balance_of(mark: str, *, full: bool = False) -> Parser:
    """Takes an amount that a date may stand before: `on 1 January 2026 £12.00`; `full` only one with decimals."""

    def parse(print_: str) -> str | None:
        if full and not _DECIMALS.search(print_):
            return None
        value = money(print_, decimal_mark=mark)
        if value is None:
            shorter = _LEADING_DATE.sub("", print_)
            value = money(shorter, decimal_mark=mark) if shorter != print_ else None
        return None if value is None else str(value)

    return parse


_DECIMALS = re.compile(r"[.,]\d{2}(?!\d)")


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


_CODE_INLINE = re.compile(r"sort\s?code[.:\s]*(?P<code>\d{2}[- ]?\d{2}[- ]?\d{2})(?![\d-])", re.IGNORECASE)


def _code(text: Text, grid: Grid, document: str) -> Field | None:
    """The bank's code by its label, also within a line."""
    found = grid.find("bank_code", SORT_CODE, _bank_code, document)
    match = None if found is not None else text.search(_CODE_INLINE)
    value = None if match is None else _bank_code(match.named["code"] or "")
    return found if match is None or value is None else field_of("bank_code", value, match.words, document)


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


def _bank_name(grid: Grid, document: str) -> Field | None:
    """The bank by its label, else the first phrase of the first page that names one."""
    for line in grid.lines:
        if line.page != grid.lines[0].page:
            break
        for cell in line.cells:
            match = _BANKISH.search(cell.text) or _HOUSES.search(cell.text)
            if (
                match
                and (len(match.group()) > 4 or match.group().endswith("银行"))
                and not _NOT_A_BANK.search(match.group())
                and len(cell.text) < 80
            ):
                return field_of("bank_name", match.group().strip(), cell.words, document, raw=cell.text)
    return grid.find("bank_name", BANK, text_of(_NAME.pattern, 60), document)


_HOUSES = re.compile(
    r"\b(?:Barclays|HSBC(?: UK)?|NatWest|Santander|Monzo|Revolut|Starling|Nationwide|TSB|Halifax|JPMorgan Chase|Chase|"
    r"Wells Fargo|PNC|Capital One|Truist|Wise|Tide|N26|ING(?:-DiBa)?|DKB|BNP Paribas|UBS)\b"
)
"""Banks whose names do not say that they are banks."""


_PRODUCT = re.compile(
    r"\b(?:account|banking|checking|savings|current|statement|summary|business advantage|page|p\.? ?o\.? box|activity|"
    r"number|period|balance|date|transactions?)\b",
    re.IGNORECASE,
)
"""What lines above an address say that are no name: products and headings."""


def _addressee(outside: Grid, document: str) -> Field | None:
    """The first line of a postal address: some lines with one left edge, a postcode in the last."""
    for index, line in enumerate(outside.lines[:60]):
        for cell in line.cells:
            named = _PLAIN_NAME.fullmatch(cell.text) and not _PRODUCT.search(cell.text)
            if not named or _BANKISH.search(cell.text) or _HOUSES.search(cell.text):
                continue
            block = _block(cell, outside.lines[index + 1 : index + 8])
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
