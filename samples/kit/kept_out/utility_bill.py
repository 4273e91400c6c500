"""Utility bills of seven sorts: British, American, German, Australian and Chinese."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

from samples.kit.bills import stated
from samples.kit.invent import address, amount, bank, company, digits, european, iban, month, person
from samples.kit.overseas import abn, overseas_address, overseas_firm, resident
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

Groups = tuple[tuple[str, tuple[tuple[str, Decimal], ...]], ...]
"""Headings with the charges below them."""


def _british(chance: Random) -> Invented:
    _, end = month(chance)
    start = end - dt.timedelta(days=chance.randint(89, 92))
    days, units = (end - start).days, chance.randint(90, 880)
    energy = int(Decimal(units) * Decimal("1.02264") * Decimal("39.4") / Decimal("3.6"))
    charges = _gas_charges(energy, days)
    net = sum((value for _, value in charges), Decimal(0))
    tax = cents(net * 5 / 100)
    last = amount(80, 420, chance)
    paid = last if chance.random() < 0.7 else Decimal(int(last / 2))
    home = address("gb", chance)
    reading = chance.randint(1000, 8000)
    fields = stated(
        chance.choice(("Pennine & Vale Gas", "Albion Heat", "Riverton Gas Supply")),
        person("gb", chance).full,
        home,
        (end + dt.timedelta(days=chance.randint(3, 8))),
        last - paid + net + tax,
    )
    shown = {
        "home": home,
        "start": start,
        "end": end,
        "readings": (reading, reading + units),
        "units": units,
        "energy": energy,
        "charges": charges,
        "net": net,
        "tax": tax,
        "last": last,
        "paid": paid,
        "paid_on": start + dt.timedelta(days=17),
        "reference": f"{digits(3, chance)} {digits(3, chance)} {digits(4, chance)}",
        "meter": f"G4{chance.choice('AKWL')}{digits(8, chance)}",
        "slip": digits(22, chance),
    }
    return Invented(fields=fields, shown=shown)


def _gas_charges(energy: int, days: int) -> tuple[tuple[str, Decimal], ...]:
    """Two steps of the tariff and the daily charge."""
    first = min(energy, 670)
    return (
        (f"First {first} kWh at 8.114p", cents(first * Decimal("0.08114"))),
        (f"Next {energy - first} kWh at 6.207p", cents((energy - first) * Decimal("0.06207"))),
        (f"Daily charge, {days} days at 29.60p", cents(days * Decimal("0.296"))),
    )


def _american(chance: Random) -> Invented:
    start, end = month(chance)
    billed = end + dt.timedelta(days=1)
    groups = _telephone_charges(chance)
    totals = [sum((value for _, value in group), Decimal(0)) for _, group in groups]
    last = amount(190, 460, chance)
    paid = last if chance.random() < 0.65 else Decimal(0)
    home = address("us", chance)
    fields = stated(
        chance.choice(("Tallgrass Telephone", "Coastline Communications", "Three Rivers Telecom")),
        company("us", chance),
        home,
        billed,
        last - paid + sum(totals),
    )
    shown = {
        "home": home,
        "start": start,
        "end": end,
        "due": billed + dt.timedelta(days=22),
        "groups": groups,
        "totals": totals,
        "new": sum(totals),
        "last": last,
        "paid": paid,
        "paid_on": start + dt.timedelta(days=20),
        "account": f"555 014-{digits(4, chance)} {digits(3, chance)} {chance.randint(1, 9)}",
        "colour": chance.choice(("#4b2e83", "#a3123a", "#00594f")),
    }
    return Invented(fields=fields, shown=shown)


def _telephone_charges(chance: Random) -> Groups:
    """What is charged for a month, in three groups."""
    lines = chance.randint(2, 6)
    service = (
        (f"Business line bundle ({lines} lines @ 39.99)", Decimal("39.99") * lines),
        ("Fiber internet 300/300", Decimal("89.00")),
        ("Static IP block /29", Decimal("15.00")),
        ("Autopay discount", Decimal("-10.00")),
    )
    one_time = (("Long distance, international", amount(1, 48, chance)),)
    fees = (
        ("Federal universal service charge", cents(lines * Decimal("4.37"))),
        ("Regulatory cost recovery", Decimal("3.99")),
        ("911 fee", Decimal("1.50") * lines),
        ("State sales tax", cents(sum((value for _, value in service), Decimal(0)) * Decimal("0.0675"))),
    )
    return (
        ("Monthly service", service),
        ("Usage and one-time charges", one_time),
        ("Taxes, fees and surcharges", fees),
    )


def _german(chance: Random) -> Invented:
    start, end = month(chance)
    start = end.replace(year=end.year - 1) + dt.timedelta(days=1) if (end.month, end.day) != (2, 29) else start
    days, used = (end - start).days + 1, chance.randint(3200, 21000)
    price, base = Decimal(chance.randint(2590, 3390)) / 100, Decimal(chance.randint(110, 190)) / 10
    months, work = max(1, round(days / 30.4)), cents(used * price / 100)
    net = work + base * months
    tax = cents(net * 19 / 100)
    gross = net + tax
    instalment = Decimal(int(gross * chance.randint(70, 94) / 100 / months))
    home = address("de", chance)
    billed = end + dt.timedelta(days=chance.randint(9, 20))
    fields = stated(
        chance.choice(("Stadtwerke Neuhafen GmbH", "Energie Talheim AG", "Kirchroder Strom eG")),
        chance.choice((company("de", chance), person("de", chance).full)),
        home,
        billed,
        gross - instalment * months,
    )
    shown = {
        "home": home,
        "start": start,
        "end": end,
        "days": days,
        "due": billed + dt.timedelta(days=16),
        "used": used,
        "price": price,
        "base": base,
        "months": months,
        "work": work,
        "net": net,
        "tax": tax,
        "gross": gross,
        "paid": instalment * months,
        "instalment": instalment,
        "next": Decimal(int(gross / months) + 1),
        "european": european,
        **_german_numbers(used, chance),
    }
    return Invented(fields=fields, shown=shown)


def _german_numbers(used: int, chance: Random) -> dict[str, Any]:
    """The contract's, the meter's and the supplier's bank's numbers, and the meter's readings."""
    reading = chance.randint(10000, 70000)
    return {
        "readings": (reading, reading + used),
        "contract": digits(9, chance),
        "number": f"VB{digits(10, chance)}",
        "meter": f"1EMH00{digits(8, chance)}",
        "market": digits(11, chance),
        "bank": bank("de", chance),
        "iban": iban("de", chance),
        "seat": address("de", chance),
    }


def _half_year(chance: Random) -> Invented:
    _, end = month(chance)
    start, used = end - dt.timedelta(days=chance.randint(178, 184)), chance.randint(42, 390)
    supply = (cents(used * Decimal("1.9914")), Decimal("21.44"))
    sewer = (cents(used * Decimal("0.95") * Decimal("1.7320")), Decimal("38.10"))
    before = amount(90, 480, chance)
    paid = before if chance.random() < 0.5 else cents(before * 4 / 5)
    home, reading = address("gb", chance), chance.randint(200, 4000)
    billed = end + dt.timedelta(days=chance.randint(4, 12))
    fields = stated(chance.choice(("Wharfedale Water", "Southmere Water Services", "Calder Water")),
                     chance.choice((person("gb", chance).full, company("gb", chance))), home, billed,
                     before - paid + sum(supply + sewer))  # fmt: skip
    shown = {
        "home": home, "start": start, "end": end, "used": used, "supply": supply, "sewer": sewer, "before": before,
        "paid": paid, "reading": reading, "due": billed + dt.timedelta(days=14),
        "meter": f"{digits(2, chance)}M{digits(6, chance)}",
        "customer": f"{digits(4, chance)} {digits(4, chance)} {digits(3, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _quarter(chance: Random) -> Invented:
    _, end = month(chance)
    start, used = end - dt.timedelta(days=90), chance.randint(700, 6400)
    energy, daily = cents(used * Decimal("0.2871")), cents(Decimal("1.1374") * 91)
    solar = cents(Decimal(chance.choice((0, 0, 310, 540))) * Decimal("0.05"))
    tax = cents((energy + daily) / 10)
    before, billed = amount(120, 990, chance), end + dt.timedelta(days=chance.randint(2, 6))
    home = overseas_address("au", chance)
    due = energy + daily + tax - solar
    fields = stated(chance.choice(("Brolga Energy", "Spinifex Power")),
                     chance.choice((resident("au", chance), overseas_firm("au", chance))), home, billed,
                     due)  # fmt: skip
    shown = {
        "home": home, "start": start, "end": end, "used": used, "energy": energy, "daily": daily, "solar": solar,
        "tax": tax, "before": before, "abn": abn(chance), "due": billed + dt.timedelta(days=17),
        "point": digits(10, chance),
        "account": digits(9, chance), "code": digits(6, chance), "each_day": cents(due / 91),
        "number": digits(8, chance),
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _chinese(chance: Random) -> Invented:
    _, end = month(chance)
    used, reading = chance.randint(46, 900), chance.randint(300, 7000)
    first = min(used, 310)
    steps = (
        (first, "3.05", cents(first * Decimal("3.05"))),
        (used - first, "3.66", cents((used - first) * Decimal("3.66"))),
    )
    owed = amount(10, 90, chance) if chance.random() < 0.4 else Decimal(0)
    fine = cents(owed * 3 / 100)
    billed, street = end + dt.timedelta(days=chance.randint(1, 6)), address("cn", chance)[0]
    home = (f"{street}{chance.randint(1, 18)}幢{chance.randint(1, 4)}单元{chance.randint(1, 28)}01室", "")
    fields = stated(chance.choice(("滨城燃气有限公司", "西江天然气有限公司")), person("cn", chance).full, home, billed,
                     steps[0][2] + steps[1][2] + owed + fine)  # fmt: skip
    shown = {
        "used": used, "reading": reading, "steps": steps, "owed": owed, "fine": fine, "end": end,
        "due": billed + dt.timedelta(days=15), "number": digits(9, chance), "meter": f"G{digits(11, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _cable(chance: Random) -> Invented:
    start, end = month(chance)
    billed = start - dt.timedelta(days=chance.randint(3, 8))
    regular = (("Business Internet 500", Decimal("129.99")), ("Voice Mobility (1 line)", Decimal("34.95")),
               ("TV Public View Select", Decimal("44.95")), ("Equipment rental", Decimal("18.00")))  # fmt: skip
    extra = (
        ("Paper bill fee", Decimal("5.00")),
        ("Franchise fee", amount(2, 6, chance)),
        ("State sales tax", amount(3, 11, chance)),
    )
    totals = [sum((value for _, value in group), Decimal(0)) for group in (regular, extra)]
    before, home = amount(180, 260, chance), address("us", chance)
    fields = stated(chance.choice(("Brightline Business", "Clearbrook Cable", "Vantage Broadband")),
    company("us", chance), home,
                     billed, sum(totals, Decimal(0)))  # fmt: skip
    shown = {
        "home": home, "start": start, "end": end, "regular": regular, "extra": extra, "totals": totals,
        "before": before,
        "drawn": billed + dt.timedelta(days=21), "paid_on": billed - dt.timedelta(days=9), "pin": digits(4, chance),
        "account": f"{digits(4, chance)} {digits(2, chance)} {digits(3, chance)} {digits(7, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


MAKERS = {
    "uk_gas_quarter": _british, "us_telephone": _american, "strom": _german, "half_year": _half_year,
    "au_quarter": _quarter, "cn_pipe": _chinese, "cable": _cable,
}  # fmt: skip
KIT = Kit.of(MAKERS)
