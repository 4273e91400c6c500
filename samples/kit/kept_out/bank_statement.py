"""Bank statements: British by type code, German with Soll and Haben, American with the balance of each day, a Chinese
list lying across the page, Hong Kong and Singapore with a savings account, and a French relevé."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from samples.kit import invent
from samples.kit.ledger_lines import Ledger, leaves, month_of
from samples.specimen import Invented, Kit

INKS = ("#004b2d", "#5b1865", "#0c2e6e", "#a3151a", "#2b2b2b", "#006c77")
TYPES = {
    "BGC": "Bank Giro Credit", "CHQ": "Cheque", "CPT": "Cashpoint", "DD": "Direct Debit", "DEB": "Debit Card",
    "DEP": "Deposit", "FPI": "Faster Payment In", "FPO": "Faster Payment Out", "PAY": "Payment",
    "SO": "Standing Order", "TFR": "Transfer",
}  # fmt: skip
HARBOURS = {
    "HKD": {
        "banks": ("Harbour & Peak Bank", "Tai Wo Commercial Bank"),
        "holders": ("Golden Junk Trading Limited", "Fragrant Hill Foods Co. Limited", "Wing Hoi Metal Works Limited"),
        "streets": ("Flat B, 12/F, Kam Shing Industrial Building", "Unit 708, Tower 2, Sunrise Plaza"),
        "towns": ("98 Tsing Yeung Street, Kwun Tong, Kowloon", "33 Wing Lok Lane, Sheung Wan, Hong Kong"),
    },
    "SGD": {
        "banks": ("Straits Pacific Bank", "Merlion Overseas Bank"),
        "holders": ("Rain Tree Logistics Pte. Ltd.", "Kampong Spice Pte. Ltd.", "Teo & Raman Engineering Pte. Ltd."),
        "streets": ("Blk 3019 Ubi Crescent #04-11", "21 Pandan Terrace #02-07"),
        "towns": ("Singapore 408999", "Singapore 609999"),
    },
}


def _british_types(chance: Random) -> Invented:
    book = month_of(__file__, "british", "gb", chance, (28, 58), (-400, 11000), -1200)
    sort_code = invent.sort_code(chance, (10, 39))
    fields = {
        "bank_name": chance.choice(("Wharfedale Bank", "Calder Building Society", "Lowland Bank of Commerce")),
        "account_holder": invent.company("gb", chance).upper(),
        "account_number": invent.digits(8, chance),
        "bank_code": sort_code,
        "currency": "GBP",
        **book.figures(),
    }
    shown = {
        **_common(book, chance),
        "to": invent.address("gb", chance),
        "types": {code: TYPES[code] for code in sorted({entry.code for entry in book.entries})},
        "striped": chance.random() < 0.6,
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=True) for entry in book.entries), shown=shown)


def _german_soll_haben(chance: Random) -> Invented:
    book = month_of(__file__, "german", "de", chance, (25, 50), (-2500, 14000), -6000)
    sort_code, number = invent.digits(8, chance), invent.digits(10, chance)
    private = chance.random() < 0.3
    fields = {
        "bank_name": chance.choice(("Hanseatische Handelsbank", "Rheinische Direktbank", "Bankhaus Tettenborn")),
        "account_holder": invent.person("de", chance).full if private else invent.company("de", chance),
        "account_number": number,
        "bank_code": sort_code,
        "iban": invent.iban("de", chance, sort_code + number),
        "currency": "EUR",
        **book.figures(),
    }
    shown = {
        **_common(book, chance),
        "to": invent.address("de", chance),
        "european": invent.european,
        "spaced": invent.spaced,
        "day_form": chance.choice(("%d.%m.", "%d.%m.%y")),
        "value_dates": [_valued(entry.date, chance) for entry in book.entries],
        "number": chance.randint(2, 60),
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=False) for entry in book.entries), shown=shown)


def _american_running(chance: Random) -> Invented:
    book = month_of(__file__, "american", "us", chance, (25, 60), (900, 18000), -200)
    fields = {
        "bank_name": chance.choice(("Saguaro Valley Bank", "Old Frontier Bank, N.A.", "Mercer Trust")),
        "account_holder": invent.company("us", chance).upper(),
        "account_number": invent.digits(10, chance),
        "bank_code": invent.routing_number(f"1{chance.randint(0, 2)}", chance),
        "currency": "USD",
        **book.figures(),
    }
    rows = tuple(entry.row(entry.lines[-1], balance=entry.last_of_day) for entry in book.entries)
    shown = {**_common(book, chance), "to": invent.address("us", chance), "trade": chance.random() < 0.5}
    return Invented(fields=fields, rows=rows, shown=shown)


def _chinese_across(chance: Random) -> Invented:
    book = month_of(__file__, "chinese", "cn", chance, (25, 60), (2000, 60000), 100)
    owner = invent.person("cn", chance)
    trader = chance.random() < 0.5
    fields = {
        "bank_name": chance.choice(("长河农村商业银行", "海晏银行", "中岳银行")),
        "account_holder": owner.full if trader else invent.company("cn", chance),
        "account_number": "62" + invent.digits(17, chance) if trader else invent.digits(18, chance),
        "currency": "CNY",
        **book.figures(),
    }
    between = ("跨行转出", "跨行转入")
    partners = [
        (invent.company("cn", chance), invent.digits(chance.choice((16, 19)), chance))
        if entry.code in between
        else ("", "")
        for entry in book.entries
    ]
    rows = tuple(entry.row(f"{entry.code} {entry.text}".strip(), balance=True) for entry in book.entries)
    shown = {
        **_common(book, chance),
        "partners": partners,
        "clocks": [clock for _, clock in sorted((entry.date, _clock(chance)) for entry in book.entries)],
        "plus": "+" if chance.random() < 0.4 else "",
        "printed_on": book.last + dt.timedelta(days=chance.randint(1, 9)),
        "trader": trader,
    }
    return Invented(fields=fields, rows=rows, shown=shown)


def _harbour(chance: Random) -> Invented:
    book = month_of(__file__, "harbour", "gb", chance, (26, 46), (9000, 160000), -3000)
    branch = invent.digits(3, chance)
    currency = chance.choice(tuple(HARBOURS))
    place = HARBOURS[currency]
    fields = {
        "bank_name": chance.choice(place["banks"]),
        "account_holder": chance.choice(place["holders"]),
        "account_number": f"{branch}-{invent.digits(6, chance)}-001",
        "currency": currency,
        **book.figures(),
    }
    savings = month_of(__file__, "savings", "gb", chance, (3, 6), (8000, 60000), 0, (book.first, book.last))
    shown = {
        **_common(book, chance),
        "leaves": leaves(book, 33, 44),
        "savings": savings,
        "savings_number": f"{branch}-{invent.digits(6, chance)}-833",
        "to": (chance.choice(place["streets"]), chance.choice(place["towns"])),
        "chinese": currency == "HKD",
    }
    rows = tuple(entry.row(balance=entry.last_of_day) for entry in book.entries)
    return Invented(fields=fields, rows=rows, shown=shown)


def _french(chance: Random) -> Invented:
    book = month_of(__file__, "french", "fr", chance, (25, 48), (-800, 12000), -2000)
    number = invent.iban("fr", chance)
    fields = {
        "bank_name": chance.choice(("Banque du Lys", "Crédit du Littoral", "Caisse Armoricaine")),
        "account_holder": invent.company("fr", chance).upper(),
        "account_number": number[14:25],
        "bank_code": number[4:9],
        "iban": number,
        "currency": "EUR",
        **book.figures(),
    }
    gap = chance.choice((" ", "\u00a0"))
    shown = {
        **_common(book, chance),
        "to": invent.address("fr", chance),
        "spaced": invent.spaced,
        "french": lambda value: f"{abs(value):,.2f}".replace(",", gap).replace(".", ","),
        "before": book.first - dt.timedelta(days=1),
        "value_dates": [_valued(entry.date, chance) for entry in book.entries],
        "day_form": chance.choice(("%d.%m", "%d/%m")),
    }
    return Invented(fields=fields, rows=tuple(entry.row(balance=False) for entry in book.entries), shown=shown)


def _common(book: Ledger, chance: Random) -> dict[str, Any]:
    return {"book": book, "ink": chance.choice(INKS)}


def _valued(date: dt.date, chance: Random) -> dt.date:
    """The day from which a booking bears interest: mostly the same, else a day before or after."""
    return date + dt.timedelta(days=chance.choice((0, 0, 0, 1, -1)))


def _clock(chance: Random) -> str:
    """A time of day as six digits."""
    return f"{chance.randint(8, 21):02d}{chance.randint(0, 59):02d}{chance.randint(0, 59):02d}"


MAKERS: Mapping[str, Callable[[Random], Invented]] = {
    "british_types": _british_types,
    "german_soll_haben": _german_soll_haben,
    "american_running": _american_running,
    "chinese_across": _chinese_across,
    "harbour": _harbour,
    "french": _french,
}
KIT = Kit.of(MAKERS)
