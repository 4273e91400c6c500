"""What the lines of a statement say that are no postings: balances carried over, sums, daily balances, furniture."""

from __future__ import annotations

import re

_OPENING = (
    r"(?:balance )?brought (?:forward|fwd|down)|(?:balance )?b(?:rt|rought)? ?fwd|balance (?:fwd|forward)"
    r"|forward(?: balance)?$"
    r"|b\.? ?/ ?f(?:wd)?\b\.?|bal(?:ance)?\.? ?b/?f(?:wd)?|balance (?:carried )?from"
    r"|(?:your |account )?(?:opening|previous|beginning|starting|start(?: of (?:month|period|day))?|old|initial"
    r"|last statement|prior|forwarded)"
    r" (?:ledger |account |statement |cleared )?bal(?:ance)?|balance (?:at|on) (?:the )?(?:start|opening|beginning)"
    r"|balance (?:last|from (?:your )?(?:last|previous)) statement|(?:last|previous) statement(?: balance)?$"
    r"|anfangs(?:saldo|bestand|kontostand|guthaben)|alter (?:konto)?(?:saldo|stand)|(?:konto)?saldo ?vortrag"
    r"|startsaldo"
    r"|eröffnungs(?:saldo|bestand)"
    r"|übertrag(?: (?:von|vom|aus) .*)?$|vortrag|letzter (?:konto)?(?:saldo|stand)|(?:konto)?(?:saldo"
    r"|stand) (?:alt|zu beginn)"
    r"|anciens? solde|solde (?:précédent|initial|antérieur|d'ouverture|de départ|reporté|début|en début"
    r"|au début)|solde d[ée]but"
    r"|report(?: (?:de |du )?(?:solde|page)[^,]*)?(?: précédente?)?$|report à nouveau"
)
_CLOSING = (
    r"(?:balance )?carried (?:forward|fwd|down)|(?:balance )?c(?:arr|d)? ?fwd|c\.? ?/ ?f(?:wd)?\b\.?"
    r"|bal(?:ance)?\.? ?c/?f(?:wd)?|balance carried to"
    r"|(?:your |account )?(?:closing|ending|final|new|end(?: of (?:month|period|statement))?|current|statement)"
    r" (?:ledger |account |statement |cleared )?bal(?:ance)?|balance (?:at|on) (?:the )?(?:end|close|closing)"
    r"|end(?:saldo|bestand|kontostand|guthaben)|neuer (?:konto)?(?:saldo|stand)|schlusssaldo|abschlusssaldo"
    r"|(?:konto)?(?:saldo|stand) neu"
    r"|übertrag auf.*|aktueller (?:konto)?(?:saldo|stand)|(?:konto)?(?:saldo|stand) (?:zum|am) ende"
    r"|nouveau solde|solde (?:final|de clôture|de fin|fin|en fin|à reporter|nouveau|actuel)|à reporter"
)
_TOTALS = (
    r"(?:sub[- ]?)?totals?\b.*|sum(?:me)?n?\b.*|gesamt\w*\b.*|page totals?|zwischensumme.*"
    r"|(?:sous[- ])?(?:total|totaux)\b.*"
    r"|(?:\d+ )?(?:deposits|credits|withdrawals|debits|payments)\b.* total(?:l?ing)?\b.*|turnover.*"
    r"|umsatzsumme.*|umsätze gesamt.*"
    r"|(?:借方|贷方|收入|支出|本页|本期|本月|本年|累计|当前页)*(?:发生额|笔数)?(?:合计|小计|总计|总额|累计).*"
)


def _accented(pattern: str) -> str:
    """Readers drop accents and umlauts."""
    loose = {
        "é": "[ée]",
        "à": "[àa]",
        "ô": "[ôo]",
        "ü": "(?:ü|ue|u)",
        "ö": "(?:ö|oe|o)",
        "ä": "(?:ä|ae|a)",
        "'": "['’ ]?",
    }
    return "".join(loose.get(letter, letter) for letter in pattern.replace("[ée]", "é"))


OPENING = re.compile(_accented(rf"^\W*(?:{_OPENING})(?!\w)"), re.IGNORECASE)
CLOSING = re.compile(_accented(rf"^\W*(?:{_CLOSING})(?!\w)"), re.IGNORECASE)
_CJK_OPENING = re.compile(
    r"期初余额|上期余额|上页余额|承前|承上|上期结余|期初结余|起始余额|上次余额|上月余额|上月结余|上年结转|[账帐]户期初|接上页|上日余额"
)
_CJK_CLOSING = re.compile(
    r"期末余额|本期余额|过次页|转下页|转次页|期末结余|结束余额|截止余额|本期结余|月末余额|本月余额|[账帐]户期末|结转下[页期]"
)
TOTALS = re.compile(_accented(rf"^\W*(?:{_TOTALS})$"), re.IGNORECASE)
DAILY = re.compile(
    r"^\W*(?:your |account )?(?:daily|end[- ]of[- ]day)(?: \w+){0,2} balances?(?: (?:summary|information"
    r"|details?|section))?\W*$"
    r"|^\W*(?:ending |account |ledger )?balances? (?:by|per|each|on each|for each|at the end of each) (?:day|date)\W*$"
    r"|^\W*(?:daily )?balance (?:summary|activity|history)\W*$|^\W*ending daily balances?\W*$"
    r"|每日余额|日终余额|tages(?:end)?salden|salden je tag|soldes? (?:quotidiens?|journaliers?|par jour)",
    re.IGNORECASE,
)
"""What stands above a table of days with their balances, on a line of its own."""
SUMMARY = re.compile(
    r"(?:opening|previous|beginning|start(?:ing)?|old) bal\D*(?:closing|ending|end|new) bal"
    r"|期初余额\D*期末余额|(?:alter|anfangs)\D*(?:neuer|end)\w*\s?(?:saldo|stand|kontostand)"
    r"|ancien solde\D*nouveau solde",
    re.IGNORECASE,
)
"""The heading of a line that sums the statement up."""
FURNITURE = re.compile(
    r"\b(?:page|seite|blatt|sheet|feuillet) ?(?:no\.? ?|n° ?)?\d+|第 ?\d+ ?页|continued|"
    r"fortsetzung|续页|please turn over|"
    r"financial services compensation|registered (?:office|in england)|member fdic|authorised by|www\.|https?://|"
    r"statement (?:period|date|number)|sort code|\biban\b\W*[a-z]{2}\d\d|account (?:number|no)\b|kontonummer|账号"
    r"|户名|打印时间",
    re.IGNORECASE,
)
"""What heads and feet of pages say; never part of a posting."""


_WHEN = r"(?: ?(?:am|vom|per|zum|on|at|as of|as at|au|le|du))?"
_STATED = re.compile(
    rf"^\W*(?:konto(?:stand|saldo)|saldo|(?:account |ledger )?balance|余额|solde(?: (?:cr[ée]diteur|d[ée]biteur"
    rf"|du compte))?){_WHEN}\W*\d",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"^\W*(?:konto(?:stand|saldo)|balance|solde(?: (?:cr[ée]diteur|d[ée]biteur))?(?: en euros?)?){_WHEN}\W*$",
    re.IGNORECASE,
)
_OWED = re.compile(r"d[ée]biteur|overdrawn|\bsoll(?:saldo)?\b", re.IGNORECASE)
GENERIC = re.compile(r"^\W*(?:(?:sub|sous)?[- ]?tota|sum|gesamt|übertrag|report|turnover|umsatz)", re.IGNORECASE)
"""Words that begin lines of sums and carried balances, and the names of some payees and orders too."""


def owed(text: str) -> bool:
    """Whether a line says that the balance it states is owed to the bank."""
    return _OWED.search(text) is not None


def carried(text: str) -> str:
    """`opening`, `closing` or `stated` when a line only states a balance, `total` for sums, else empty.

    A balance that is merely stated opens or closes the statement by where it stands.
    """
    plain = text.strip(" .:：*-–|")
    if len(plain) > 64:
        return ""
    if OPENING.match(plain) or _CJK_OPENING.search(plain):
        return "opening"
    if CLOSING.match(plain) or _CJK_CLOSING.search(plain):
        return "closing"
    if TOTALS.match(plain):
        return "total"
    return "stated" if _STATED.match(plain) or _BARE.match(plain) else ""
