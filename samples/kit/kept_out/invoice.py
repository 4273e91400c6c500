"""Invoices of eight sorts: French, American, German, British, Australian, Swiss and Chinese."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import Any

from samples.kit.invent import (
    address,
    bank,
    british_vat,
    company,
    credit_code,
    digits,
    european,
    french,
    german_vat,
    iban,
    month,
    person,
    sort_code,
    spaced,
)
from samples.kit.overseas import abn, overseas_address, overseas_firm, resident
from samples.kit.trade_lines import TradeLine, cents, french_vat, net_of, plain, siren, taxed, trade_lines
from samples.kit.withheld_year import employer_number
from samples.specimen import Invented, Kit

FULL_RATE = {"Handtuchpapier", "Spülmaschinenreiniger", "Servietten", "Mineralwasser", "Apfelsaft"}
"""First words of the wholesaler's goods that bear 19 %; the rest is food at 7 %."""
PAGE_LINES = 21
COUNTRIES = {
    "facture": "fr", "distributor": "us", "grosshandel": "de", "tradesman": "gb", "de_shop": "de", "au_trade": "au",
    "ch_slip": "ch", "cn_service": "cn",
}  # fmt: skip


def invent(layout: str, chance: Random) -> Invented:
    """One invoice in a layout."""
    country = COUNTRIES[layout]
    abroad = country in ("au", "ch")
    firm, place = (overseas_firm, overseas_address) if abroad else (company, address)
    seller, buyer = firm(country, chance), firm(country, chance)
    while buyer.split()[:2] == seller.split()[:2]:
        buyer = firm(country, chance)
    dated = month(chance)[0] + dt.timedelta(days=chance.randint(0, 27))
    about = {
        "seller_address": place(country, chance),
        "buyer_address": place(country, chance),
        "dated": dated,
        "contact": resident(country, chance) if abroad else person(country, chance).full,
        "site": "".join(one for one in seller.lower() if one.isascii() and one.isalpha())[:14] + ".example",
    }
    if layout == "distributor":
        seller, buyer = seller.upper(), buyer.upper()
    fields = {"seller_name": seller, "buyer_name": buyer, "invoice_date": dated.isoformat()}
    more, lines, shown = MAKERS[layout](dated, chance)
    return Invented(
        fields=fields | more, rows=tuple(line.row() for line in lines), shown=about | shown | {"lines": lines}
    )


Made = tuple[dict[str, str], tuple[TradeLine, ...], dict[str, Any]]


def _after(dated: dt.date, days: int) -> str:
    """The date so many days later."""
    return (dated + dt.timedelta(days=days)).isoformat()


def _facture(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("fr_goods", chance.randint(3, 6), chance, ("h", "m²"))
    number, client = siren(chance), siren(chance)
    net = net_of(lines)
    fields = {
        "invoice_number": f"FA{dated:%y%m}-{chance.randint(11, 980):04d}",
        "due_date": _after(dated, 30),
        "seller_tax_id": french_vat(number),
        "buyer_tax_id": french_vat(client),
        "iban": iban("fr", chance),
        **taxed(net, cents(net / 5), "EUR"),
    }
    parts = f"{number[:3]} {number[3:6]} {number[6:]}"
    shown = {
        "siret": f"{parts} {digits(5, chance)}",
        "siren": parts,
        "bank": bank("fr", chance),
        "capital": french(Decimal(chance.choice((5000, 8000, 15000, 40000))))[:-3],
        "french": french,
        "plain": lambda value: plain(Decimal(value)).replace(".", ","),
        "order": f"BC{digits(5, chance)}",
        "delivered": dated - dt.timedelta(days=chance.randint(1, 8)),
    }
    return fields, lines, shown


def _distributor(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("us_goods", chance.randint(4, 8), chance)
    net, rate = net_of(lines), chance.choice(("6.25", "7.25", "8.1", "5.75"))
    tax = cents(net * Decimal(rate) / 100)
    fields = {
        "invoice_number": f"{chance.randint(10, 99)}-{digits(6, chance)}",
        "due_date": _after(dated, 30),
        "seller_tax_id": employer_number(chance),
        **taxed(net, tax, "USD"),
    }
    shown = {
        "rate": rate,
        "shipped": dated - dt.timedelta(days=1),
        "customer": digits(6, chance),
        "order": digits(5, chance),
        "discounted": (dated + dt.timedelta(days=10)).strftime("%m/%d/%y"),
        "discount": cents(net * 2 / 100),
        "site_address": address("us", chance),
    }
    return fields, lines, shown


def _wholesale(dated: dt.date, chance: Random) -> Made:
    counts = (10, 10, chance.randint(7, 10))
    lines = tuple(line for count in counts for line in trade_lines("de_goods", count, chance))
    full = tuple(line.description.split()[0] in FULL_RATE for line in lines)
    nets = [
        sum((one.net for one, high in zip(lines, full, strict=True) if high is which), Decimal(0))
        for which in (False, True)
    ]
    taxes = [cents(nets[0] * 7 / 100), cents(nets[1] * 19 / 100)]
    fields = {
        "invoice_number": digits(8, chance),
        "due_date": _after(dated, 21),
        "seller_tax_id": german_vat(chance),
        "buyer_tax_id": german_vat(chance),
        "iban": iban("de", chance),
        **taxed(sum(nets, Decimal(0)), sum(taxes, Decimal(0)), "EUR"),
    }
    runs = tuple(accumulate(line.net for line in lines))
    shown = {
        "full": full,
        "nets": nets,
        "taxes": taxes,
        "european": european,
        "carried": runs[PAGE_LINES - 1],
        "first": PAGE_LINES,
        "bank": bank("de", chance),
        "customer": digits(6, chance),
        "delivery": digits(7, chance),
        "register": f"HRA {digits(4, chance)}",
        "tour": chance.randint(11, 48),
    }
    return fields, lines, shown


def _tradesman(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("gb_trade", chance.randint(2, 5), chance, ("day",))
    net = net_of(lines)
    tax = cents(net / 5)
    deposit = Decimal(int(net / 4 / 50) * 50)
    fields = {
        "invoice_number": f"{chance.choice('JKWT')}{chance.randint(201, 989)}",
        "due_date": _after(dated, 14),
        "seller_tax_id": british_vat(chance),
        **taxed(net, tax, "GBP"),
    }
    shown = {
        "deposit": deposit,
        "left": net + tax - deposit,
        "paid_on": dated - dt.timedelta(days=chance.randint(15, 40)),
        "sort": sort_code(chance),
        "account": digits(8, chance),
        "mobile": f"07700 900{chance.randint(100, 999)}",
        "colour": chance.choice(("#2f4858", "#7b3f00", "#234f1e")),
    }
    return fields, lines, shown


def _shop(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("de_office", chance.randint(2, 6), chance)
    net = net_of(lines)
    fields = {
        "invoice_number": f"R{dated:%y}{digits(6, chance)}",
        "seller_tax_id": german_vat(chance),
        **taxed(net, cents(net * 19 / 100), "EUR"),
    }
    shown = {
        "european": european,
        "order": f"{digits(3, chance)}-{digits(7, chance)}",
        "ordered": dated - dt.timedelta(days=chance.randint(1, 4)),
        "parcel": digits(12, chance),
    }
    return fields, lines, shown


def _australian(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("au_trade", chance.randint(2, 5), chance, ("hr",))
    net = net_of(lines)
    fields = {
        "invoice_number": f"{chance.randint(310, 4800):05d}",
        "due_date": _after(dated, 7),
        "seller_tax_id": abn(chance),
        **taxed(net, cents(net / 10), "AUD"),
    }
    shown = {
        "branch": f"{chance.randint(100, 799)}-{chance.randint(100, 999)}",
        "account": digits(8, chance),
        "licence": digits(5, chance),
        "mobile": f"0491 57{chance.randint(0, 9)} {chance.randint(100, 999)}",
        "job": f"J{digits(4, chance)}",
    }
    return fields, lines, shown


def _swiss(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("ch_timber", chance.randint(2, 5), chance, ("Std", "m"))
    net = net_of(lines)
    number = digits(9, chance)
    fields = {
        "invoice_number": digits(5, chance),
        "due_date": _after(dated, 30),
        "seller_tax_id": f"CHE-{number[:3]}.{number[3:6]}.{number[6:]} MWST",
        "iban": iban("ch", chance, digits(17, chance)),
        **taxed(net, cents(net * 81 / 1000), "CHF"),
    }
    shown = {
        "francs": lambda value: f"{Decimal(value):,.2f}".replace(",", "’"),
        "spaced": spaced,
        "job": chance.choice(("Umbau Küche OG", "Garderobe Eingang", "Praxisräume 2. Stock")),
        "squares": [(x, y) for x in range(21) for y in range(21) if chance.random() < 0.5],
    }
    return fields, lines, shown


def _service(dated: dt.date, chance: Random) -> Made:
    lines = trade_lines("cn_software", chance.randint(2, 4), chance)
    net = net_of(lines)
    fields = {
        "invoice_number": f"ZD{dated:%Y%m}{chance.randint(11, 980):04d}",
        "due_date": _after(dated, 15),
        "seller_tax_id": credit_code(chance),
        "buyer_tax_id": credit_code(chance),
        **taxed(net, cents(net * 6 / 100), "CNY"),
    }
    shown = {
        "bank": bank("cn", chance),
        "account": digits(19, chance),
        "contract": f"HT-{dated.year}-{digits(4, chance)}",
    }
    return fields, lines, shown


MAKERS = {
    "facture": _facture, "distributor": _distributor, "grosshandel": _wholesale, "tradesman": _tradesman,
    "de_shop": _shop, "au_trade": _australian, "ch_slip": _swiss, "cn_service": _service,
}  # fmt: skip
KIT = Kit(layouts=tuple(MAKERS), invent=invent)
