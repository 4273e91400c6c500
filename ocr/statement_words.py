"""The words that head the columns of bank statements, in English, German, French and Chinese."""

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
    OTHER = "other"
    """Figures that are no posting's: fees, rates, amounts in another currency, points."""


FIGURES = frozenset({Role.DEBIT, Role.CREDIT, Role.AMOUNT, Role.BALANCE})

_HEADINGS: dict[Role, tuple[str, ...]] = {
    Role.DATE: (
        "book(?:ing|ed)(?: date| on)?", "trans?(?:action)?\\.? date", "post(?:ing|ed)? date",
        "post(?:ing|ed)(?: on)?",
        "entry date", "entered", "date (?:posted|booked|of (?:transaction|entry|posting)|paid)",
        "process(?:ed|ing)? date",
        "completed(?: date| on)?", "date and time", "date[ /]+time", "dates?", "day", "date paid",
        "buchungstag", "buchungsdatum", "bu(?:ch)?\\.? ?-?(?:tag|datum|dat\\.?)", "datum", "tag", "buchung",
        "gebucht(?: am)?",
        "date d'(?:opération|exécution|écriture)",
        "date (?:de l')?(?:opér(?:ation)?|op|compta(?:ble)?|écriture)\\.?", "jour",
        "交易日期?", "交易时间", "记[账帐](?:日期?|时间)", "入[账帐](?:日期?|时间)", "过[账帐]日期?", "会计日期?",
        "发生日期?",
        "业务日期", "日期时间", "日期",
    ),
    Role.VALUE_DATE: (
        "value da?te?", "val\\.? ?date", "eff(?:ective)?\\.? date", "valuta(?:datum)?", "wertstellung(?:sdatum)?",
        "wert(?:datum|tag)?", "date (?:de )?val(?:eur)?\\.?", "valeur", "val\\.", "起息日期?", "生效日期?",
    ),
    Role.DESCRIPTION: (
        "(?:transaction |payment |account )?descriptions?(?: of (?:the )?(?:transaction|entry))?",
        "(?:transaction |payment |account )?details?(?: of (?:the )?(?:transaction|payment)s?)?", "particulars",
        "narrative",
        "payment type and details", "(?:account )?transactions?(?: (?:information|type|code))?", "payee", "payer",
        "memo",
        "ref(?:erence)?s?(?: ?(?:no|number)\\.?)?", "narration", "remarks", "notes?", "activity", "movement",
        "merchant",
        "entry", "item", "purpose", "method", "category", "counterparty", "beneficiary", "name", "time", "to / from",
        "(?:transaction |posting )?(?:text|type|code)", "tran\\.? ?(?:type|code|id)",
        "serial(?: ?(?:no|number)\\.?)?",
        "ch(?:e?q|eck|eque)s?\\.?(?:/ref\\.?)?(?: ?(?:no|number)\\.?| ?#)?", "number", "no\\.",
        "ref\\.? ?no\\.?", "currency", "channel", "branch", "location", "id",
        "verwendungszweck", "buchungstext", "buchungsart", "umsatzart", "vorgang", "geschäftsvorfall", "beschreibung",
        "erläuterung(?:en)?", "buchungsinformation(?:en)?", "text", "auftraggeber", "(?:zahlungs)?empfänger",
        "zahlungspflichtiger", "begünstigter", "details", "art", "beleg(?:-?nr\\.?)?", "währung", "referenz",
        "primanota", "pn-?nr\\.?",
        "libellés?(?: (?:de l'|de la |des |d')?opérations?)?", "natures?(?: (?:de l'|de la |des |d')?opérations?)?",
        "détails?(?: (?:de l'|de la |des |d')?opérations?)?", "désignation", "intitulé", "opérations?",
        "référence", "motif",
        "communication", "tiers", "devise", "pièce",
        "摘要(?:代码)?", "交易摘要", "用途", "说明", "交易类型", "业务类型", "业务摘要",
        "对方(?:户名|名称|单位|单位名称|账户名?|行名|开户行|信息|账号|帐号)",
        "附言", "备注", "交易说明", "交易名称", "币别", "币种", "货币", "(?:交易)?渠道", "网点(?:名称|号)?",
        "交易网点", "交易行名",
        "交易地点", "交易场所", "收/付款人", "对方", "凭证(?:种类|类型|号码?)", "(?:交易)?流水号?", "序号",
        "柜员(?:号)?", "钞汇",
        "对方账户名", "对手信息", "对手方?(?:户名|账号)?", "交易用途", "储种", "账号", "冲正标志",
    ),
    Role.DEBIT: (
        "debits?(?: \\(dr\\.?\\))?", "debit(?:ed)? am(?:oun)?t\\.?", "withdrawals?(?: am(?:oun)?t\\.?)?", "withdrawn",
        "(?:money|paid|payments?|amount|cash|funds?|transfers?) out", "payments?(?: made)?", "outflows?", "sums? out",
        "withdrawals?[ /&]+(?:other )?debits?", "withdrawals?[ /&]+payments?", "withdrawals? \\(?(?:-|dr)\\)?",
        "payments?[ /&]+withdrawals?",
        "checks?[ /&]+(?:other )?debits?", "debits?[ /&]+checks?", "subtractions?", "charges?", "spent",
        "disbursements?",
        "amount debited", "outgoings?", "out", "dr", "purchases",
        "soll(?:-?umsätze?|betrag)?", "belastung(?:en)?", "ausgang", "ausgänge", "lastschrift(?:en)?",
        "auszahlung(?:en)?", "ausgaben",
        "zu ihren lasten", "lasten", "abgang", "abgänge",
        "(?:montant (?:au |du )?)?débits?", "sorties?", "dépenses", "retraits?", "(?:sommes? )?débitées?",
        "借方(?:发生额|金额|交易额)?", "支出(?:金额)?", "付出(?:金额)?", "转出(?:金额)?", "支取(?:金额)?",
        "付款金额", "取出", "借方",
    ),
    Role.CREDIT: (
        "credits?(?: \\(cr\\.?\\))?", "credit(?:ed)? am(?:oun)?t\\.?", "deposits?(?: am(?:oun)?t\\.?)?", "deposited",
        "(?:money|paid|payments?|amount|cash|funds?|transfers?) in", "receipts?", "received", "inflows?",
        "lodge?ments?",
        "deposits?[ /&]+(?:other )?credits?", "deposits? \\(?(?:\\+|cr)\\)?", "deposits?[ /&]+additions?",
        "additions?", "payments? received",
        "amount credited", "incoming", "in", "cr",
        "haben(?:-?umsätze?|betrag)?", "gutschrift(?:en)?", "eingang", "eingänge", "einzahlung(?:en)?", "einnahmen",
        "zu ihren gunsten", "gunsten", "zugang", "zugänge",
        "(?:montant (?:au |du )?)?crédits?", "entrées?", "recettes", "versements?", "dépôts?", "encaissements?",
        "贷方(?:发生额|金额|交易额)?", "收入(?:金额)?", "存入(?:金额)?", "转入(?:金额)?", "收款金额", "贷方",
    ),
    Role.AMOUNT: (
        "(?:transaction |net )?amounts?", "amt\\.?", "debit ?/ ?credit", "debits? (?:and|&) credits?",
        "withdrawals? ?/ ?deposits?",
        "credit ?/ ?debit", "deposits? ?/ ?withdrawals?", "(?:money )?in ?/ ?out", "paid in ?/ ?out",
        "value in (?:gbp|eur|usd)",
        "beträge?", "betrag", "umsatz", "umsätze", "belastung(?:en)? ?/ ?gutschrift(?:en)?", "soll ?/ ?haben",
        "gutschrift(?:en)? ?/ ?belastung(?:en)?",
        "montants?(?: (?:de l'opération|net))?", "somme", "débit ?/ ?crédit",
        "发生额", "发生金额", "交易金额", "金额", "收入/支出(?:金额)?", "借/贷方发生额", "收支金额", "交易额",
        "人民币金额",
    ),
    Role.BALANCE: (
        "(?:running |account |ledger |daily |available |closing |current |ending |new |end of day |statement "
        "|pot |remaining )?balance(?: after)?",
        "(?:running |account |ledger |closing |new )?bal\\.?", "(?:konto|end|tages)?saldo",
        "(?:neuer )?kontostand", "neuer saldo", "guthaben",
        "soldes?(?: (?:progressif|courant|du compte|comptable|intermédiaire|après opération))?",
        "[账帐]户余额", "交易后余额", "本次余额", "联机余额", "当前余额", "可用余额", "结余", "余额",
    ),
    Role.SIDE: (
        "dr ?/ ?cr", "cr ?/ ?dr", "d ?/ ?c", "c ?/ ?d", "s ?/ ?h", "sens", "借贷(?:标[志识]|方向)?",
        "收支(?:标[志识]|方向|类型)?",
        "借/贷", "收/支",
        "收付标志", "方向",
    ),
    Role.OTHER: (
        "fees?", "(?:exchange |conversion )?rate", "(?:foreign|original|local) (?:currency )?amount", "tax", "vat",
        "commission",
        "points", "cashback", "kurs", "gebühr(?:en)?", "originalbetrag", "cours", "frais", "手续费", "汇率",
        "原币金额",
    ),
}  # fmt: skip

# Chinese has no cases: told so, the compiler does not look for those of twenty thousand characters in each heading.
_LETTER = r"(?-i:[^\W\d_\u4e00-\u9fff])"
_ACCENTS = {
    "é": "[ée]", "è": "[èe]", "ô": "[ôo]", "'": "['’ ]?", "ä": "(?:ä|ae|a)", "ü": "(?:ü|ue|u)",
}  # fmt: skip
"""Readers drop accents."""


def _spelt(heading: str) -> str:
    """Readers lose the blanks between words, and accents."""
    spaced = re.sub(r"(?<![\[?]) (?!\?)", " ?", heading)
    return "".join(_ACCENTS.get(letter, letter) for letter in spaced)


def _alone(spelt: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER})(?:{spelt})(?!{_LETTER})", re.IGNORECASE)


_SINGLE = {role: [_alone(_spelt(heading)) for heading in some] for role, some in _HEADINGS.items()}
_PATTERNS = {role: _alone("|".join(map(_spelt, some))) for role, some in _HEADINGS.items()}
_BARE_SIDES = ({"in", "out"}, {"dr", "cr"})


@functools.lru_cache(maxsize=4096)
def named_columns(text: str) -> tuple[tuple[Role, int, int], ...]:
    """The columns that a line names, each with where its heading starts and stops in the string."""
    every = [
        (single, role)
        for role, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        for one in _SINGLE[role]
        if (single := one.match(text, match.start())) is not None
    ]
    found: list[tuple[re.Match[str], Role]] = []
    for match, role in sorted(every, key=lambda one: (one[0].start(), one[0].start() - one[0].end())):
        if not found or match.start() >= found[-1][0].end():
            found.append((match, role))
    said = {match.group().lower() for match, _ in found}
    # `In` and `Out`, `Dr` and `Cr` name columns only beside each other; either alone is a word of a sentence.
    alone = {side for pair in _BARE_SIDES for side in pair if not pair <= said}
    kept = [one for one in found if one[0].group().lower() not in alone]
    return tuple((role, match.start(), match.end()) for match, role in kept)
