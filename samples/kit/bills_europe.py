"""Utility bills of France and Spain (electricity), Britain (water), Germany (a year's electricity), the United States
(gas) and Italy (gas), each a layout."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.ink import MONTHS
from samples.kit.bills import stated
from samples.kit.invent import address, amount, company, digits, european, french, month, person
from samples.kit.invoices_abroad import ITALIAN_HOMES, ITALIANS, SPANIARDS, SPANISH_HOMES
from samples.kit.trade_lines import cents
from samples.kit.words import english_words
from samples.specimen import Invented

FRENCH_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                 "novembre", "décembre")  # fmt: skip
SPANISH_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                  "noviembre", "diciembre")  # fmt: skip
GERMAN_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                 "November", "Dezember")  # fmt: skip


def _named(date: dt.date, months: tuple[str, ...], between: str = " ") -> str:
    return f"{date.day}{between}{months[date.month - 1]}{between}{date.year}"


def french_electricity(chance: Random) -> Invented:
    """The day in the heading's sentence, the sum in a box that says by when, the place of use besides the post's."""
    start, end = month(chance)
    billed, used = end + dt.timedelta(days=chance.randint(2, 9)), chance.randint(200, 4000)
    energy, standing = cents(used * Decimal("0.1952")), Decimal("24.18")
    tax = cents((energy + standing) / 5)
    home, holder = address("fr", chance), chance.choice((company("fr", chance), person("fr", chance).full))
    provider = chance.choice(("Lumière du Lys", "Énergies du Ponant", "Électricité Régionale de Garonne"))
    shown = {"home": home, "start": start, "end": end, "pay": billed + dt.timedelta(days=15), "used": used,
             "energy": energy, "standing": standing, "tax": tax, "french": french, "number": digits(11, chance),
             "client": spaced_in(digits(10, chance), (1, 3, 3, 3)), "pdl": digits(14, chance),
             "said": lambda date: _named(date, FRENCH_MONTHS), "before": amount(60, 400, chance)}  # fmt: skip
    return Invented(fields=stated(provider, holder, home, billed, energy + standing + tax), shown=shown)


def spaced_in(number: str, sizes: tuple[int, ...]) -> str:
    """A number in groups of those sizes."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return " ".join(parts)


def spanish_electricity(chance: Random) -> Invented:
    """Data of the bill and of the contract in blocks of captions and colons; the sum written in both."""
    start, end = month(chance)
    billed, power, used = end + dt.timedelta(days=5), amount(20, 90, chance), amount(40, 900, chance)
    tax = cents((power + used) * Decimal("0.21"))
    home, holder = chance.choice(SPANISH_HOMES), chance.choice((*SPANIARDS, "Rocío Beltrán Otero", "Iker Sanz Pombo"))
    provider = chance.choice(("Luz del Sur Comercializadora, S.A.U.", "Energía Cantábrica Clientes, S.A."))
    shown = {"home": home, "start": start, "end": end, "charge": billed + dt.timedelta(days=8), "power": power,
             "used": used, "tax": tax, "european": european, "number": f"P1M{digits(9, chance)}",
             "said": lambda date: _named(date, SPANISH_MONTHS, " de "), "cups": f"ES00{digits(16, chance)}JY",
             "contract": digits(9, chance)}  # fmt: skip
    return Invented(fields=stated(provider, holder, home, billed, power + used + tax), shown=shown)


def british_water(chance: Random) -> Invented:
    """Window, a large sum under a question, the place supplied besides; no caption for the customer."""
    start, end = month(chance)
    start = (start - dt.timedelta(days=150)).replace(day=1)
    billed = end + dt.timedelta(days=chance.randint(3, 10))
    used = chance.randint(20, 190)
    water, waste = cents(used * Decimal("2.114")), cents(used * Decimal("1.873"))
    home, before = address("gb", chance), amount(60, 420, chance)
    holder = chance.choice((f"{chance.choice(('Mr', 'Ms', 'Mrs', 'Dr'))} {person('gb', chance).full}",
                            company("gb", chance)))  # fmt: skip
    provider = chance.choice(("Ribble & Fells Water", "Solent Downs Water Services", "Chalk Valley Water"))
    read = chance.randint(100, 3000)
    shown = {"home": home, "start": start, "end": end, "pay": billed + dt.timedelta(days=14), "water": water,
             "waste": waste, "used": used, "read": read, "before": before, "number": digits(10, chance),
             "long": lambda date: f"{date.day} {MONTHS[date.month - 1]} {date.year}",
             "meter": f"18W{digits(6, chance)}"}  # fmt: skip
    return Invented(fields=stated(provider, holder, home, billed, water + waste), shown=shown)


def german_year(chance: Random) -> Invented:
    """A year's settlement: what was used less instalments paid leaves what is to be paid; monthly sums follow."""
    year = chance.randint(2023, 2025)
    billed, used = dt.date(year + 1, 1, chance.randint(9, 29)), chance.randint(4200, 21000)
    gross = cents(used * Decimal("0.3391")) + Decimal("148.20")
    each = Decimal(int(gross / 12) - chance.randint(4, 30))
    home, provider = address("de", chance), chance.choice(("Stadtwerke Neuhafen GmbH", "Talheimer Energie AG"))
    name = person("de", chance)
    holder = chance.choice((company("de", chance), name.full))
    shown = {"home": home, "year": year, "used": used, "gross": gross, "each": each, "paid": each * 12,
             "pay": billed + dt.timedelta(days=16), "european": european, "meter": digits(8, chance),
             "customer": digits(9, chance), "number": f"VR{digits(8, chance)}", "next": each + 12,
             "said": f"{billed.day}. {GERMAN_MONTHS[billed.month - 1]} {billed.year}",
             "office": chance.choice(("", "Firma", "Herrn")) if holder == name.full else "Firma"}  # fmt: skip
    if holder == name.full and shown["office"] == "Firma":
        shown["office"] = "Herrn"
    return Invented(fields=stated(provider, holder, home, billed, gross - each * 12), shown=shown)


def american_gas(chance: Random) -> Invented:
    """A strip at the right, the name under "Service for", amounts under words in capitals, a stub without captions."""
    start, end = month(chance)
    billed, therms = end + dt.timedelta(days=chance.randint(1, 6)), chance.randint(18, 640)
    charges = (("Basic service charge", Decimal("21.50")), ("Gas delivered", cents(therms * Decimal("0.5412"))),
               ("Gas supply", cents(therms * Decimal("0.7120"))),
               ("State tax", cents(therms * Decimal("0.061"))))  # fmt: skip
    current, before = sum((value for _, value in charges), Decimal(0)), amount(40, 500, chance)
    owed = chance.choice((Decimal(0), before))
    home, holder = address("us", chance), chance.choice((company("us", chance), person("us", chance).full)).upper()
    provider = chance.choice(("Great Plains Gas", "Piedmont Hills Natural Gas", "Lakeland Gas Company"))
    home = (home[0].upper(), home[1].upper())
    shown = {"home": home, "start": start, "end": end, "pay": billed + dt.timedelta(days=21), "charges": charges,
             "current": current, "before": before, "paid": before - owed, "therms": therms,
             "account": f"{digits(2, chance)}-{digits(4, chance)}-{digits(4, chance)}-{digits(1, chance)}",
             "months": MONTHS, "words": english_words(therms)}  # fmt: skip
    return Invented(fields=stated(provider, holder, home, billed, current + owed), shown=shown)


def italian_gas(chance: Random) -> Invented:
    """The bill's number, day and sum in a running heading; who holds the contract named only beside the post."""
    start, end = month(chance)
    billed, used = end + dt.timedelta(days=6), chance.randint(20, 900)
    gas, fixed = cents(used * Decimal("0.884")), Decimal("13.40")
    tax = cents((gas + fixed) * Decimal("0.22"))
    home, holder = chance.choice(ITALIAN_HOMES), chance.choice((*ITALIANS, "GIULIA FERRANTINI", "OSVALDO MARCHETTI"))
    provider = chance.choice(("Gas Valdarno Energia S.p.A.", "Fiamma Servizi S.r.l."))
    shown = {"home": home, "start": start, "end": end, "pay": billed + dt.timedelta(days=20), "gas": gas,
             "fixed": fixed, "tax": tax, "used": used, "european": european, "number": digits(12, chance),
             "client": digits(9, chance), "pdr": digits(14, chance), "fiscal": digits(11, chance)}  # fmt: skip
    return Invented(fields=stated(provider, holder, home, billed, gas + fixed + tax), shown=shown)


MAKERS_EUROPE = {
    "fr_electricity": french_electricity, "es_electricity": spanish_electricity, "uk_water": british_water,
    "de_year": german_year, "us_gas": american_gas, "it_gas": italian_gas,
}  # fmt: skip
