"""Titles of a statement's sections that say on which side their rows stand: deposits here, withdrawals there."""

from __future__ import annotations

import re

_NEUTRAL = re.compile(r"\b(?:(?:debit|credit|atm|visa|bank)[ -]?cards?|credit (?:union|transfers?))\b", re.IGNORECASE)
"""Phrases whose words mean no side by themselves."""


def _vocabulary(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_IN = _vocabulary(
    "deposit deposits deposited credit credits addition additions receipt receipts received incoming",
    "inflow inflows lodgement lodgements lodgments in interest earned dividends gutschrift gutschriften",
    "eingang eingänge zahlungseingänge geldeingänge einzahlung einzahlungen einnahmen haben crédit",
    "crédits credit recettes versements encaissements entrées reçus remises 收入 存入 转入 贷方 入账",
)
_OUT = _vocabulary(
    "withdrawal withdrawals debit debits subtraction subtractions payment payments purchase purchases",
    "check checks cheque cheques fee fees charge charges outgoing outflow outflows disbursements out sent",
    "spending belastung belastungen lastschriften ausgang ausgänge zahlungsausgänge auszahlungen ausgaben",
    "abbuchungen soll débit débits dépenses retraits sorties prélèvements chèques frais émis",
    "décaissements 支出 付出 转出 借方 支取",
)
_AROUND = _vocabulary(
    "and & other electronic ach customer card cards atm direct automatic automated online mobile account",
    "banking bill point of sale pos paid posted cleared service money continued cont cont'd summary",
    "activity transactions transaction details detail total your all branch teller wire transfers",
    "transfer to from misc miscellaneous substitute numerical order regular non-check in-branch made by",
    "the und andere sonstige weitere fortsetzung et autres autre de des du par carte cartes virements",
    "virement vos les opérations suite au number with listed date this period for bank monthly",
    "maintenance - – — / , ( ) : *",
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[&/,:()*–—-]|[\u4e00-\u9fff]+", re.UNICODE)


def side_of(title: str) -> int:
    """1 for a title of money in, -1 for money out, 0 for other lines, which say more than sides."""
    plain = title.strip().lower()
    if not plain or len(plain) > 70 or re.search(r"\d[.,]\d|\d{3}", plain):
        return 0
    tokens: list[str] = _TOKEN.findall(_NEUTRAL.sub(" card ", plain))
    paid_in, paid_out = any(token in _IN for token in tokens), any(token in _OUT for token in tokens)
    if "interest" in tokens and "charges" not in tokens and "fees" not in tokens:
        paid_in = True
    if not tokens or any(token not in _IN | _OUT | _AROUND for token in tokens):
        return 0
    if paid_in and paid_out:
        # `Payments received`, `Checks deposited`: what was done decides.
        done = {"received", "deposited", "incoming", "in", "reçus"} & set(tokens)
        return 1 if done else 0
    return 1 if paid_in else -1 if paid_out else 0


_SUMMED = (
    _IN
    | _OUT
    | _AROUND
    | _vocabulary(
        "total totals subtotal sub sum sums balance balances amount amounts turnover page statement period",
        "month year date as on at eur gbp usd summe summen gesamt gesamtumsatz zwischensumme saldo seite",
        "umsatz umsätze betrag totaux sous solde mouvements montant page période mois à mouvement opération",
        "items item no. of number count entries transactions carried brought forward interest dividends",
    )
)


def names_a_sum(said: str) -> bool:
    """Whether a line that begins like a sum says nothing but what is summed: not the payee `Total Fuel Stop`."""
    if re.search(r"[\u4e00-\u9fff]", said):
        return True
    tokens = [token for token in _TOKEN.findall(said.lower()) if len(token) > 1]
    return all(token in _SUMMED for token in tokens)
