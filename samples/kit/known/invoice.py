"""Invoices: an online app's (Britain), a contractor's without tax (US), a German letter, a merchant's of two pages, a
subscription's (US), a French freelancer's without VAT, a Chinese exporter's, a solicitor's bill; and those of
`samples/kit/invoices_abroad.py`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import Any

from samples.kit.invent import (
    address,
    bank,
    british_vat,
    company,
    digits,
    european,
    german_vat,
    iban,
    month,
    person,
    sort_code,
)
from samples.kit.invoices_abroad import MAKERS_ABROAD
from samples.kit.trade_lines import TradeLine, cents, net_of, siren, taxed, trade_lines
from samples.kit.words import english_words
from samples.specimen import Invented, Kit

PAGE_LINES = 13
"""Lines on the first page of the merchant's invoice."""


def _parties(country: str, chance: Random) -> dict[str, Any]:
    """Seller and buyer with addresses, and the date."""
    seller, buyer = company(country, chance), company(country, chance)
    while buyer.split()[0] == seller.split()[0]:
        buyer = company(country, chance)
    start, _ = month(chance)
    return {
        "seller_name": seller,
        "buyer_name": buyer,
        "seller_address": address(country, chance),
        "buyer_address": address(country, chance),
        "dated": start + dt.timedelta(days=chance.randint(0, 27)),
        "contact": person(country, chance).full,
        "colour": chance.choice(("#1456b8", "#0e7c66", "#8d2f5d", "#c2410c")),
        "site": "".join(filter(str.isalpha, seller.lower().split(" ")[0])) + ".example",
    }


def _made(about: dict[str, Any], days: int, lines: tuple[TradeLine, ...], **fields: str) -> Invented:
    """The invoice of two parties, due after some days, with more fields."""
    both = {name: about[name] for name in ("seller_name", "buyer_name")}
    dates = {
        "invoice_date": about["dated"].isoformat(),
        "due_date": (about["dated"] + dt.timedelta(days=days)).isoformat(),
    }
    return Invented(
        fields=both | dates | fields, rows=tuple(line.row() for line in lines), shown=about | {"lines": lines}
    )


def _modern(chance: Random) -> Invented:
    about = _parties("gb", chance)
    lines = trade_lines("gb_services", chance.randint(2, 5), chance, ("hour", "day"))
    about["bank"] = bank("gb", chance)
    net = net_of(lines)
    return _made(
        about,
        30,
        lines,
        invoice_number=f"INV-{chance.randint(120, 4900):04d}",
        seller_tax_id=british_vat(chance),
        iban=iban("gb", chance),
        **taxed(net, cents(net / 5), "GBP"),
    )


def _contractor(chance: Random) -> Invented:
    about = _parties("us", chance)
    lines = trade_lines("us_services", chance.randint(3, 5), chance, ("hr",))
    total = net_of(lines)
    about["phone"] = f"(555) 01{chance.randint(0, 9)}-{chance.randint(1000, 9999)}"
    about["order"] = digits(5, chance)
    return _made(
        about,
        15,
        lines,
        invoice_number=str(chance.randint(1001, 9899)),
        total_amount=f"{total:.2f}",
        currency="USD",
    )


def _rechnung(chance: Random) -> Invented:
    about = _parties("de", chance)
    lines = trade_lines("de_services", chance.randint(3, 6), chance, ("Std.", "m"))
    net = net_of(lines)
    about |= {
        "bank": bank("de", chance),
        "customer": digits(5, chance),
        "tax_number": f"{digits(2, chance)}/{digits(3, chance)}/{digits(5, chance)}",
        "register": f"HRB {digits(5, chance)}",
        "served": about["dated"] - dt.timedelta(days=chance.randint(2, 9)),
    }
    return _made(
        about,
        14,
        lines,
        invoice_number=f"RE-{about['dated'].year}-{chance.randint(40, 980):04d}",
        seller_tax_id=german_vat(chance),
        iban=iban("de", chance),
        **taxed(net, cents(net * 19 / 100), "EUR"),
    )


def _merchant(chance: Random) -> Invented:
    about = _parties("gb", chance)
    timber = trade_lines("gb_timber", 12, chance)
    again = trade_lines("gb_timber", chance.randint(4, 8), chance)
    food = trade_lines("gb_food", chance.randint(2, 4), chance)
    lines = timber + again + food
    standard, zero = net_of(timber + again), net_of(food)
    runs = tuple(accumulate(line.net for line in lines))
    about |= {
        "rates": ("1",) * len(timber + again) + ("0",) * len(food),
        "carried": runs[PAGE_LINES - 1],
        "first": PAGE_LINES,
        "standard": standard,
        "zero": zero,
        "account": f"{about['buyer_name'][:4].upper().replace(' ', 'X')}{chance.randint(1, 99):03d}",
        "order": f"PO{digits(6, chance)}",
        "sort": sort_code(chance),
        "bank_account": digits(8, chance),
    }
    return _made(
        about,
        30,
        lines,
        invoice_number=digits(7, chance),
        seller_tax_id=british_vat(chance),
        **taxed(standard + zero, cents(standard / 5), "GBP"),
    )


def _subscription(chance: Random) -> Invented:
    about = _parties("us", chance)
    lines = trade_lines("us_software", chance.randint(1, 4), chance)
    net, rate = net_of(lines), chance.choice(("8.25", "6.5", "9.375"))
    about |= {
        "seller_name": chance.choice(("Loopgrid, Inc.", "Papertide Software Inc.", "Quillstack Labs, Inc.")),
        "rate": rate,
        "until": about["dated"] + dt.timedelta(days=30),
        "mail": f"ap@{about['buyer_name'].split()[0].lower()}.example",
    }
    number = f"{''.join(chance.choice('0123456789ABCDEF') for _ in range(8))}-{chance.randint(1, 48):04d}"
    return _made(about, chance.choice((0, 14, 30)), lines, invoice_number=number,
                 **taxed(net, cents(net * Decimal(rate) / 100), "USD"))  # fmt: skip


def _freelance(chance: Random) -> Invented:
    about = _parties("fr", chance)
    lines = trade_lines("fr_words", chance.randint(1, 4), chance)
    number = siren(chance)
    about |= {
        "seller_name": person("fr", chance).full,
        "siret": f"{number[:3]} {number[3:6]} {number[6:]} {digits(5, chance)}",
        "euros": lambda value: european(value).replace(".", " "),
        "months": FRENCH_MONTHS,
    }
    return _made(
        about,
        chance.choice((15, 30, 45)),
        lines,
        invoice_number=f"{about['dated'].year}-{chance.randint(1, 60):03d}",
        iban=iban("fr", chance),
        total_amount=f"{net_of(lines):.2f}",
        currency="EUR",
    )


def _export(chance: Random) -> Invented:
    about = _parties(chance.choice(("gb", "us", "de")), chance)
    lines = trade_lines("cn_export", chance.randint(2, 5), chance)
    total = net_of(lines)
    about |= {
        "seller_name": chance.choice(EXPORTERS),
        "port": chance.choice(("NINGBO", "SHANGHAI", "SHENZHEN")),
        "contract": f"SC{about['dated']:%y%m}{chance.randint(11, 99)}",
        "cartons": chance.randint(40, 600),
        "words": english_words(int(total)).upper() + f" AND CENTS {int(total * 100) % 100:02d}",
    }
    made = _made(
        about,
        0,
        lines,
        invoice_number=f"{chance.choice(('NB', 'YX', 'HT'))}{about['dated']:%y}{chance.randint(1001, 9800)}",
        total_amount=f"{total:.2f}",
        currency="USD",
    )
    return replace(made, fields={name: value for name, value in made.fields.items() if name != "due_date"})


def _solicitor(chance: Random) -> Invented:
    about = _parties("gb", chance)
    fees, search, registry = (Decimal(chance.randint(low, high)) for low, high in ((850, 4800), (60, 390), (20, 150)))
    rows = (
        {"description": "Our charges for acting in connection with the above", "net_amount": f"{fees:.2f}"},
        {"description": "Search fees", "net_amount": f"{search:.2f}"},
        {"description": "Land Registry fees", "net_amount": f"{registry:.2f}"},
    )
    net = fees + search + registry
    about |= {
        "seller_name": chance.choice(("Thackeray Birch Solicitors LLP", "Ashdown & Fairweather LLP")),
        "matter": chance.choice(("Lease of Unit 7, Quarry Bank", "Shareholders' agreement", "Refinancing of premises")),
        "file": f"{chance.choice(('TB', 'AF', 'KP'))}/{digits(5, chance)}.{chance.randint(1, 9)}",
        "sort": sort_code(chance),
        "account": digits(8, chance),
    }
    made = _made(about, 28, (), invoice_number=digits(6, chance), seller_tax_id=british_vat(chance),
                 **taxed(net, cents(net / 5), "GBP"))  # fmt: skip
    return replace(made, rows=rows)


EXPORTERS = (
    "NINGBO BRIGHTWAVE IMP. & EXP. CO., LTD.",
    "YIWU XINHE COMMODITY CO., LTD.",
    "SHENZHEN HENGTAI LIGHTING LTD.",
)
FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
MAKERS = {
    "modern_app": _modern, "us_contractor": _contractor, "rechnung": _rechnung, "merchant": _merchant,
    "subscription": _subscription, "fr_freelance": _freelance, "export": _export, "solicitor": _solicitor,
    **MAKERS_ABROAD,
}  # fmt: skip
KIT = Kit.of(MAKERS)
