"""What stands before the account, the balances and the sums of a statement, in four languages."""

from __future__ import annotations

from ocr.extract import Label

ACCOUNT = Label.of(
    r"(?:your |primary |checking |savings |bank )?account (?:number|no|num|nbr|id|#)(?:\(s\))?[.#]*",
    r"a/?c\.? (?:number|no|num|#)\.?",
    r"acct\.? (?:number|no|num|#)\.?", "account",
    r"(?:business |personal |current |checking |savings )*account(?= [\dX*x•])",
    r"konto-?(?:nummer|nr\.?)", r"kto\.?-?(?:nr\.?)?", "girokonto(?= \\d)",
    r"(?:n°|no|nº|num[ée]ro)\.? ?(?:de |du )?compte", r"compte(?: (?:n°|no|nº|num[ée]ro)\.?)?",
    "客户[账帐]号", "[账帐]户号码?", "[账帐]户[账帐]号", "[账帐]号/卡号", "卡号/[账帐]号", "[账帐]\\s*号",
    "卡\\s*号", "账户",
)  # fmt: skip
SORT_CODE = Label.of(
    "(?:bank )?sort ?code",
    "sort-code",
    r"(?:aba |wire |ach |bank )?routing (?:and transit )?(?:number|no|#|transit)\.?(?: \(?(?:aba|rtn)\)?)?",
    r"(?:aba|rtn)(?:/routing)?(?: ?(?:number|no|#))?\.?",
    "bankleitzahl(?: \\(blz\\))?",
    "blz",
    "code (?:de la )?banque",
    "banque(?= \\d{5}\\b)",
    "bsb",
    "bank code",
    "bank-?clearing",
    "联行号",
    "行号",
    "大额支付号",
    "机构号",
)
OPENING = Label.of(
    r"(?:your )?(?:opening|previous|beginning|starting|start|old|initial|last statement) (?:ledger "
    r"|account )?bal(?:ance)?",
    "balance (?:brought )?forward", "balance brought forward",
    "balance (?:last|from last|from previous) statement",
    "balance at (?:the )?(?:start|beginning)(?: of (?:the )?period)?",
    r"anfangs(?:saldo|bestand|kontostand)", r"alter (?:konto)?(?:saldo|stand)", "startsaldo",
    "letzter (?:konto)?(?:saldo|stand)",
    "anciens? solde", "solde (?:pr[ée]c[ée]dent|initial|d['’]ouverture|en d[ée]but de p[ée]riode|d[ée]but)",
    "期初余额", "上期余额", "起始余额", "上期结余", "期初结余", "上月余额", "上次余额",
)  # fmt: skip
CLOSING = Label.of(
    r"(?:your )?(?:closing|ending|final|new|end|current|statement) (?:ledger |account )?bal(?:ance)?",
    "balance carried forward", "balance at (?:the )?end(?: of (?:the )?period)?",
    r"end(?:saldo|bestand|kontostand)", r"neuer (?:konto)?(?:saldo|stand)", "schlusssaldo",
    "aktueller (?:konto)?(?:saldo|stand)",
    "nouveau solde", "solde (?:final|de cl[ôo]ture|en fin de p[ée]riode|fin|nouveau)",
    "期末余额", "期末结余", "本期余额", "截止余额", "月末余额", "本期结余",
)  # fmt: skip
_OF = r"(?: \(?\d+\)?| this (?:period|month))?"
CREDITS = Label.of(
    r"total (?:of )?(?:all )?(?:credits?|deposits?(?: (?:and|&) (?:other )?(?:credits|additions))?|additions"
    r"|money in|paid in|payments in|receipts|in|lodgements)" + _OF,
    r"(?:money|paid|payments|amount|cash) in(?: total)?", "total amount (?:credited|deposited)", "credit turnover",
    "total cr", "deposits (?:and|&) other credits", "deposits (?:and|&) additions",
    r"(?:summe|gesamt)\s?(?:der |aller )?(?:gutschriften|eingänge|einzahlungen|einnahmen|haben)",
    "haben-?(?:umsätze|summe)", "gutschriften gesamt", "zahlungseingänge", "summe haben",
    "total (?:des )?(?:cr[ée]dits|mouvements cr[ée]diteurs|op[ée]rations au cr[ée]dit|encaissements|entr[ée]es"
    "|versements)",
    "total cr[ée]dit", "total au cr[ée]dit",
    r"(?:本期|累计|合计|总)?(?:收入|贷方|存入|转入)(?:发生额|金额|笔数)?(?:合计|总额|总计|累计)(?:金额)?",
    "(?:合计|总计|总)(?:收入|贷方|存入)(?:发生额|金额)?",
    "本期贷方发生额", "贷方累计",
)  # fmt: skip
DEBITS = Label.of(
    r"total (?:of )?(?:all )?(?:debits?|withdrawals?(?: (?:and|&) (?:other )?(?:debits|subtractions))?"
    r"|subtractions|money out|paid out|payments out|out|charges and withdrawals)" + _OF,
    r"(?:money|paid|payments|amount|cash) out(?: total)?", "total amount (?:debited|withdrawn)", "debit turnover",
    "total dr",
    r"(?:summe|gesamt)\s?(?:der |aller )?(?:lastschriften|belastungen|ausgänge|auszahlungen|ausgaben|soll)",
    "soll-?(?:umsätze|summe)", "belastungen gesamt", "zahlungsausgänge", "summe soll",
    "total (?:des )?(?:d[ée]bits|mouvements d[ée]biteurs|op[ée]rations au d[ée]bit|d[ée]caissements|sorties|retraits)",
    "total d[ée]bit", "total au d[ée]bit",
    r"(?:本期|累计|合计|总)?(?:支出|借方|付出|转出)(?:发生额|金额|笔数)?(?:合计|总额|总计|累计)(?:金额)?",
    "(?:合计|总计|总)(?:支出|借方|付出)(?:发生额|金额)?",
    "本期借方发生额", "借方累计",
)  # fmt: skip
PARTS = {
    "total_credits": Label.of(
        "deposits",
        "credits?",
        "additions",
        "deposits ?/ ?(?:credits|additions)",
        "deposits ?(?:and|&) ?credits",
        "incoming transactions",
        "gutschriften",
        "eingänge",
        "haben",
        "cr[ée]dits?",
    ),
    "total_debits": Label.of(
        "withdrawals",
        "debits?",
        "subtractions",
        "withdrawals ?/ ?(?:debits|subtractions)",
        "withdrawals ?(?:and|&) ?(?:other )?debits",
        "outgoing transactions",
        "payments",
        "belastungen",
        "ausgänge",
        "lastschriften",
        "soll",
        "d[ée]bits?",
    ),
}
"""Sums that may be all of the money in or out, or a part of it beside others (`Checks`, `Fees`)."""
