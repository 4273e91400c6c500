"""Bank statements: British with one balance a day, a neobank's export, German with S and H, American in sections,
a credit union with a second account, a Chinese ledger with debits and credits, an Australian business account, and a
French one without running balances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from samples.ink import around, star
from samples.kit import invent
from samples.kit.ledger_lines import Ledger, abreast, by_day, leaves, month_of
from samples.kit.overseas_filers import filer
from samples.specimen import Invented, Kit

COLOURS = ("#0b4f6c", "#7a1f2b", "#20603d", "#3b3a78", "#8a4b08", "#1c1c1c")
CHINESE_BANKS = {"江海银行": "杭州滨江支行", "东方商业银行": "苏州吴中支行", "汇通银行": "成都武侯支行"}


def _british_daily(chance: Random) -> Invented:
    book = month_of(__file__, "british", "gb", chance, (25, 48), (-900, 9000), -1500)
    sort_code = invent.sort_code(chance, (20, 79))
    number = invent.digits(8, chance)
    fields = {
        "bank_name": chance.choice(("Northmoor Bank", "Severn & Trent Bank", "Orrell Bank")),
        "account_holder": invent.company("gb", chance),
        "account_number": number,
        "bank_code": sort_code,
        "iban": invent.iban("gb", chance, "NMBK" + sort_code.replace("-", "") + number),
        "currency": "GBP",
        **book.figures(),
    }
    rows = tuple(entry.row(balance=entry.last_of_day) for entry in book.entries)
    shown = {
        **_common(book, chance),
        "leaves": leaves(book, 42, 49),
        "to": invent.address("gb", chance),
        "sheet": chance.randint(40, 380),
        "upper": chance.random() < 0.5,
    }
    return Invented(fields=fields, rows=rows, shown=shown)


def _neobank(chance: Random) -> Invented:
    book = month_of(__file__, "neobank", "gb", chance, (25, 44), (300, 6000), 0)
    euro = chance.random() < 0.34
    own = invent.iban("gb", chance, "TLLY" + invent.digits(14, chance))
    private = chance.random() < 0.5
    fields = {
        "bank_name": "Tally" if not euro else "Finchley & Co",
        "account_holder": invent.person("gb", chance).full if private else invent.company("gb", chance),
        "iban": own,
        "currency": "EUR" if euro else "GBP",
        **book.figures(),
    }
    if not euro:
        fields["account_number"] = own[-8:]
        fields["bank_code"] = "-".join((own[8:10], own[10:12], own[12:14]))
    newest_first = chance.random() < 0.6
    entries = book.entries[::-1] if newest_first else book.entries
    pot = month_of(__file__, "pot", "gb", chance, (3, 6), (500, 4000), 0, (book.first, book.last))
    shown = {
        **_common(book, chance),
        "entries": entries,
        "sign": "€" if euro else "£",
        "to": invent.address("gb", chance),
        "pot": pot if chance.random() < 0.6 else None,
        "signed": lambda amount: f"{'−' if amount < 0 else '+'}{'€' if euro else '£'}{abs(amount):,.2f}",
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=True) for entry in entries), shown=shown)


def _german_lines(chance: Random) -> Invented:
    book = month_of(__file__, "german", "de", chance, (25, 42), (-1500, 12000), -4000)
    sort_code, number = invent.digits(8, chance), invent.digits(10, chance)
    letters = chance.random() < 0.6
    fields = {
        "bank_name": chance.choice(("Sparkasse Neuhafen", "Volksbank Talheim eG", "Sparkasse Kirchrode")),
        "account_holder": invent.company("de", chance),
        "account_number": number,
        "bank_code": sort_code,
        "iban": invent.iban("de", chance, sort_code + number),
        "currency": "EUR",
        **book.figures(),
    }

    def marked(amount: Decimal) -> str:
        sign = ("S" if amount < 0 else "H") if letters else ("-" if amount < 0 else "+")
        return f"{invent.european(abs(amount))}{' ' if letters else ''}{sign}"

    rows = tuple(entry.row(f"{entry.code} {entry.text}", balance=False) for entry in book.entries)
    shown = {
        **_common(book, chance),
        "leaves": leaves(book, 46, 55, {"entry": 1}),
        "to": invent.address("de", chance),
        "marked": marked,
        "letters": letters,
        "european": invent.european,
        "spaced": invent.spaced,
        "before": book.first - dt.timedelta(days=1),
    }
    return Invented(fields=fields, rows=rows, shown=shown)


def _american_sections(chance: Random) -> Invented:
    book = month_of(__file__, "american", "us", chance, (30, 58), (1500, 24000), 100)
    deposits = book.credits
    checks = tuple(entry for entry in book.debits if entry.code == "CHECK")
    others = tuple(entry for entry in book.debits if entry.code == "DEBIT")
    routed = chance.random() < 0.6
    fields = {
        "bank_name": chance.choice(("First Prairie National Bank", "Bank of the Lakes", "Mercer Trust")),
        "account_holder": invent.company("us", chance),
        "account_number": " ".join((invent.digits(4, chance), invent.digits(4, chance), invent.digits(4, chance))),
        "currency": "USD",
        **{name: value for name, value in book.figures().items() if name != "total_debits"},
    }
    if routed:
        fields["bank_code"] = invent.routing_number(f"0{chance.randint(1, 9)}", chance)
    checks_last = chance.random() < 0.4
    order = (*deposits, *others, *checks) if checks_last else (*deposits, *checks, *others)
    shown = {
        **_common(book, chance),
        "deposits": deposits,
        "checks": tuple(abreast(checks, 2)),
        "check_count": len(checks),
        "others": others,
        "check_total": -sum((entry.amount for entry in checks), Decimal(0)),
        "other_total": -sum((entry.amount for entry in others), Decimal(0)),
        "days": tuple(abreast(by_day(book), 3)),
        "routed": routed,
        "checks_last": checks_last,
        "minus": "-" if chance.random() < 0.5 else "",
        "day_form": chance.choice(("%m/%d/%y", "%m/%d")),
        "to": invent.address("us", chance),
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=False) for entry in order), shown=shown)


def _credit_union(chance: Random) -> Invented:
    book = month_of(__file__, "union", "us", chance, (25, 46), (200, 5000), -60)
    member = invent.digits(6, chance)
    fields = {
        "bank_name": chance.choice(("Summit Ridge Credit Union", "Fairhope Mills Credit Union")),
        "account_holder": invent.person("us", chance).full.upper(),
        "account_number": f"{member}-S0080",
        "currency": "USD",
        **book.figures(),
    }
    shown = {
        **_common(book, chance),
        "member": member,
        "share": month_of(__file__, "share", "us", chance, (3, 6), (200, 3000), 0, (book.first, book.last)),
        "to": invent.address("us", chance),
        "trailing": lambda amount: f"{abs(amount):,.2f}{'-' if amount < 0 else ''}",
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=True) for entry in book.entries), shown=shown)


def _chinese_columns(chance: Random) -> Invented:
    book = month_of(__file__, "chinese", "cn", chance, (25, 54), (8000, 160000), 500)
    bank = chance.choice(tuple(CHINESE_BANKS))
    sheets = leaves(book, 27, 28)
    places = [f"{leaf.number}-{index}" for leaf in sheets for index, _ in enumerate(leaf.entries, 1)]
    fields = {
        "bank_name": bank,
        "account_holder": invent.company("cn", chance),
        "account_number": invent.digits(chance.choice((17, 19)), chance),
        "currency": "CNY",
        **book.figures(),
    }
    shown = {
        **_common(book, chance),
        "leaves": sheets,
        "branch": bank + CHINESE_BANKS[bank],
        "vouchers": {place: invent.digits(8, chance) for place in places},
        "others": {place: invent.company("cn", chance) for place in places},
        "between_firms": ("转账",),
        "seal_letters": around(bank + CHINESE_BANKS[bank], 42, 10),
        "star": star(60, 60, 15),
        "printed_on": book.last + dt.timedelta(days=chance.randint(1, 6)),
        "day_form": chance.choice(("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d")),
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=True) for entry in book.entries), shown=shown)


def _australian(chance: Random) -> Invented:
    book = month_of(__file__, "neobank", "gb", chance, (22, 44), (300, 9000), -900)
    fields = {
        "bank_name": chance.choice(("Southern Cross Mutual Bank", "Bank of Bindara", "Coral Coast Bank")),
        "account_holder": filer("au", chance)["entity"],
        "account_number": invent.digits(chance.choice((6, 8, 9)), chance),
        "bank_code": f"{chance.randint(12, 89)}{chance.randint(0, 9)}-{chance.randint(101, 989)}",
        "currency": "AUD",
        **book.figures(),
    }
    street, town = filer("au", chance)["address"].rsplit(", ", 1)
    shown = {
        **_common(book, chance),
        "holder": fields["account_holder"],
        "to": (street, town),
        "sheet": chance.randint(3, 190),
        "mark": lambda amount: " CR" if amount >= 0 else " DR",
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=True) for entry in book.entries), shown=shown)


def _french(chance: Random) -> Invented:
    book = month_of(__file__, "french", "fr", chance, (20, 40), (-1200, 9000), -3000)
    own = invent.iban("fr", chance)
    fields = {
        "bank_name": chance.choice(("Banque du Lys", "Crédit du Littoral", "Caisse Mutuelle de Saint-Aubin")),
        "account_holder": invent.company("fr", chance),
        "account_number": own[14:25],
        "iban": own,
        "currency": "EUR",
        **book.figures(),
    }
    shown = {
        **_common(book, chance),
        "to": invent.address("fr", chance),
        "branch": chance.choice(("Saint-Aubin", "Port-Louis", "Castelvieux Centre")),
        "sheet": chance.randint(1, 12),
        "bic": chance.choice(("BQLYFRPPXXX", "CRLTFR2A999")),
        "french": invent.french,
        "spaced": invent.spaced,
        "before": book.first - dt.timedelta(days=1),
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=False) for entry in book.entries), shown=shown)


def _common(book: Ledger, chance: Random) -> dict[str, Any]:
    return {"book": book, "colour": chance.choice(COLOURS)}


MAKERS: Mapping[str, Callable[[Random], Invented]] = {
    "british_daily": _british_daily,
    "neobank": _neobank,
    "german_lines": _german_lines,
    "american_sections": _american_sections,
    "credit_union": _credit_union,
    "chinese_columns": _chinese_columns,
    "au_business": _australian,
    "fr_releve": _french,
}
KIT = Kit.of(MAKERS)
