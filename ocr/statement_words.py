"""The words of bank statements, in English, Chinese and German: column headings, carried balances, sections."""

from __future__ import annotations

import functools
import re
from enum import StrEnum


class Role(StrEnum):
    """What a column of a statement holds."""

    DATE = "date"
    VALUE_DATE = "value_date"
    DESCRIPTION = "description"
    DEBIT = "debit"
    CREDIT = "credit"
    AMOUNT = "amount"
    BALANCE = "balance"
    SIDE = "side"


FIGURES = frozenset({Role.DEBIT, Role.CREDIT, Role.AMOUNT, Role.BALANCE})

_HEADINGS: dict[Role, tuple[str, ...]] = {
    Role.DATE: (
        "booking date", "transaction date", "trans(?:action)?\\.? date", "posting date", "post date", "entry date",
        "date posted", "posted", "dates?", "buchungstag", "buchungsdatum", "bu\\.? ?-?tag", "datum", "tag",
        "buchung", "交易日期", "交易时间", "记账(?:日期?|时间)", "入账日期", "日期",
    ),
    Role.VALUE_DATE: (
        "value da?te?", "eff(?:ective)?\\.? date", "valuta", "wertstellung", "wert(?:datum)?", "起息日期?",
    ),
    Role.DESCRIPTION: (
        "(?:transaction |payment )?descriptions?", "(?:transaction |payment )?details", "particulars", "narrative",
        "payment type and details", "transactions?", "payee", "memo", "reference", "narration", "remarks",
        "ch(?:e?q|eck|eque)\\.?(?:/ref\\.?)?(?: ?(?:no|number)\\.?)?",
        "ref\\.? ?no\\.?", "currency", "channel", "branch", "verwendungszweck",
        "buchungstext", "vorgang", "beschreibung", "erläuterungen?", "text", "buchungsinformationen", "type",
        "摘要", "交易摘要", "用途", "说明", "交易类型", "对方户名", "对方账号", "附言", "备注", "交易说明",
        "交易名称", "币别", "币种", "货币", "渠道", "交易渠道", "网点名称", "交易网点", "交易行名",
        "凭证(?:种类|类型|号码?)", "流水号",
        "对方账户名", "对方开户行", "对方行名", "对手信息", "交易用途", "储种", "账号",
    ),
    Role.DEBIT: (
        "debits?", "debit am(?:oun)?t\\.?", "withdrawals?(?: am(?:oun)?t\\.?)?", "withdrawn",
        "(?:money|paid|payments?) out", "payments?",
        "withdrawals?[ /]+debits?", "amount debited", "outgoing", "out", "soll", "belastung(?:en)?", "ausgang",
        "ausgänge", "lastschrift", "auszahlung(?:en)?", "ausgaben", "zu ihren lasten",
        "借方(?:发生额|金额)?", "支出(?:金额)?", "付出(?:金额)?", "转出(?:金额)?",
    ),
    Role.CREDIT: (
        "credits?", "credit am(?:oun)?t\\.?", "deposits?(?: am(?:oun)?t\\.?)?", "(?:money|paid|payments?) in",
        "receipts?",
        "deposits?[ /]+credits?", "amount credited", "incoming", "in", "haben", "gutschrift(?:en)?", "eingang",
        "eingänge", "einzahlung(?:en)?", "einnahmen", "zu ihren gunsten",
        "贷方(?:发生额|金额)?", "收入(?:金额)?", "存入(?:金额)?", "转入(?:金额)?",
    ),
    Role.AMOUNT: (
        "(?:transaction )?amounts?", "debit ?/ ?credit", "debits? and credits?", "withdrawals? ?/ ?deposits?",
        "betrag", "umsatz", "umsätze", "发生额", "交易金额", "金额", "收入/支出(?:金额)?", "借/贷方发生额",
        "belastung/gutschrift", "soll/haben",
    ),
    Role.BALANCE: (
        "(?:running |account |ledger |daily |available |closing |new )?balance", "saldo", "kontostand",
        "账户余额", "交易后余额", "本次余额", "联机余额", "余额",
    ),
    Role.SIDE: ("dr ?/ ?cr", "cr ?/ ?dr", "d ?/ ?c", "s ?/ ?h", "借贷(?:标志|方向)?", "收支(?:标志|方向)?", "借/贷"),
}  # fmt: skip

_GROUPS = [(role, heading) for role, some in _HEADINGS.items() for heading in some]
_GROUPS.sort(key=lambda one: -len(one[1]))
# Chinese has no cases: told so, the compiler does not look for those of twenty thousand characters in each heading.
_LETTER = r"(?-i:[^\W\d_\u4e00-\u9fff])"


def _group(name: str, heading: str) -> str:
    """One heading as a named group that stands by itself; readers lose the blanks between its words."""
    spaced = re.sub(r"(?<![\[?]) (?!\?)", " ?", heading)
    return f"(?P<{name}>(?<!{_LETTER})(?:{spaced})(?!{_LETTER}))"


HEADINGS = re.compile(
    "|".join(_group(f"{role}_{index}", heading) for index, (role, heading) in enumerate(_GROUPS)), re.IGNORECASE
)
"""Matches one heading; its group is named by its role."""


_BARE_SIDES = {"in", "out"}


@functools.lru_cache(maxsize=2048)
def named_columns(text: str) -> tuple[tuple[Role, int, int], ...]:
    """The columns that a line names, each with where its heading starts and stops in the string."""
    found = list(HEADINGS.finditer(text))
    bare = {match.group().lower() for match in found} & _BARE_SIDES
    # `In` and `Out` name columns only beside each other; either alone is a word of a sentence.
    kept = [match for match in found if bare == _BARE_SIDES or match.group().lower() not in _BARE_SIDES]
    return tuple((Role((match.lastgroup or "").rpartition("_")[0]), match.start(), match.end()) for match in kept)


_OPENING = (
    r"(?:balance )?(?:brought )?forward|b(?:al)?\.? ?/ ?f(?:wd)?\.?|bal(?:ance)? b/?f|balance (?:carried )?from"
    r"|(?:your )?(?:opening|previous|beginning|starting|start|old|initial) balance|balance (?:at|on) (?:start|opening)"
    r"|anfangs(?:saldo|bestand|kontostand)|alter (?:konto)?(?:saldo|stand)|saldo ?vortrag|startsaldo|eröffnungssaldo"
    r"|übertrag(?: von (?:seite|blatt).*)?|vortrag|letzter kontostand"
    r"|期初余额|上期余额|上页余额|承前页?|承上页?|上期结余|期初结余|起始余额|上次余额"
)
_CLOSING = (
    r"(?:balance )?carried forward|c(?:arr)?\.? ?/ ?f(?:wd)?\.?|bal(?:ance)? c/?f|balance carried to"
    r"|(?:your )?(?:closing|ending|final|new|end|current) balance|balance (?:at|on) (?:end|close|closing)"
    r"|end(?:saldo|bestand|kontostand)|neuer (?:konto)?(?:saldo|stand)|schlusssaldo|abschlusssaldo|übertrag auf.*"
    r"|期末余额|本期余额|过次页|转下页|期末结余|结束余额|本页余额|截止余额"
)
_TOTALS = (
    r"(?:sub)?totals?.*|sum(?:me)?n?\b.*|gesamt.*|page totals?|zwischensumme|"
    r"(?:借方|贷方|收入|支出|本页|本期|本月|累计)*(?:合计|小计|总计|总额).*"
)
OPENING = re.compile(rf"^\W*(?:{_OPENING})\b", re.IGNORECASE)
CLOSING = re.compile(rf"^\W*(?:{_CLOSING})\b", re.IGNORECASE)
_CJK_OPENING = re.compile(r"期初余额|上期余额|上页余额|承前|承上|上期结余|期初结余|起始余额|上次余额")
_CJK_CLOSING = re.compile(r"期末余额|本期余额|过次页|转下页|期末结余|结束余额|截止余额")
TOTALS = re.compile(rf"^\W*(?:{_TOTALS})$", re.IGNORECASE)
_IN = r"(?:deposits?|credits?|additions|receipts)"
_OUT = (
    r"(?:withdrawals?|debits?|subtractions|payments|purchases|checks(?: paid)?|cheques|fees|service (?:fees|charges))"
)
_MORE = r"(?:electronic |other |customer |card |atm |direct |automatic |online |account |and |& |/ ?)*"
CREDIT_SECTION = re.compile(
    rf"^\W*(?:{_MORE}{_IN}(?: (?:and|&) {_MORE}{_IN})*|money in|gutschriften|eingänge|收入)\b[\s\w()]{{0,14}}$",
    re.IGNORECASE,
)
DEBIT_SECTION = re.compile(
    rf"^\W*(?:{_MORE}(?:debit card )?{_OUT}(?: (?:and|&) {_MORE}{_OUT})*"
    r"|money out|belastungen|ausgänge|支出)\b[\s\w()]{0,14}$",
    re.IGNORECASE,
)
DAILY = re.compile(
    r"^\W*(?:your )?(?:daily|end[- ]of[- ]day)(?: \w+)? balances?(?: summary| information| detail)?\W*$"
    r"|^\W*balances? (?:by|per) (?:day|date)\W*$|每日余额|tages(?:end)?salden",
    re.IGNORECASE,
)
"""What stands above a table of days with their balances, on a line of its own."""
SUMMARY = re.compile(
    r"(?:opening|previous|beginning|start|old) bal\D*(?:closing|ending|end|new) bal|期初余额\D*期末余额", re.IGNORECASE
)
"""The heading of a line that sums the statement up."""
FURNITURE = re.compile(
    r"\b(?:page|seite|blatt|sheet) ?(?:no\.? ?)?\d+|第 ?\d+ ?页|continued|fortsetzung|续页|please turn over|"
    r"financial services compensation|registered (?:office|in england)|member fdic|authorised by|www\.|https?://|"
    r"statement (?:period|date|number)|sort code|\biban\b|account (?:number|no)|kontonummer|账号|户名|打印时间",
    re.IGNORECASE,
)
"""What heads and feet of pages say; never part of a posting."""


_STATED = re.compile(
    r"^\W*(?:kontostand|saldo|balance|余额)(?: ?(?:am|vom|per|zum|on|at|as of|as at))?\W*\d", re.IGNORECASE
)
_BARE = re.compile(r"^\W*(?:kontostand|balance)(?: (?:am|vom|per|zum|on|at|as of|as at))?\W*$", re.IGNORECASE)


def carried(text: str) -> str:
    """`opening`, `closing` or `stated` when a line only states a balance, `total` for sums, else empty.

    A balance that is merely stated opens or closes the statement by where it stands.
    """
    plain = text.strip(" .:：*-–|")
    if len(plain) > 64:
        return ""
    if TOTALS.match(plain):
        return "total"
    if OPENING.match(plain) or _CJK_OPENING.match(plain):
        return "opening"
    if CLOSING.match(plain) or _CJK_CLOSING.match(plain):
        return "closing"
    return "stated" if _STATED.match(plain) or _BARE.match(plain) else ""
