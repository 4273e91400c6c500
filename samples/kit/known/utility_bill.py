"""Utility bills: British dual fuel, American water, a Chinese electricity notice (电费通知单), a British council's
tax, Hong Kong electricity, American electricity, German internet; and those of `samples/kit/bills_abroad.py` and
`samples/kit/bills_europe.py`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.bills import stated
from samples.kit.bills_abroad import MAKERS_ABROAD
from samples.kit.bills_europe import MAKERS_EUROPE
from samples.kit.invent import address, amount, company, digits, european, iban, month, person, spaced
from samples.kit.overseas import overseas_address, overseas_firm, resident
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

ENERGY = ("Fenlight Energy", "Bracken Power", "Harbour Gas & Electric")
WATER = ("City of Fairhope Water & Sewer", "Mesa Verde Municipal Utilities", "Grantsville Water Department")


def _british(chance: Random) -> Invented:
    start, end = month(chance)
    billed, used = end + dt.timedelta(days=chance.randint(2, 6)), chance.randint(900, 4200)
    gas_used, days = chance.randint(1200, 7800), (end - start).days + 1
    power_rate, gas_rate = Decimal(chance.randint(2310, 2790)) / 100, Decimal(chance.randint(590, 740)) / 100
    power = (cents(used * power_rate / 100), cents(days * Decimal("54.21") / 100))
    gas = (cents(gas_used * gas_rate / 100), cents(days * Decimal("31.65") / 100))
    net = sum(power + gas, Decimal(0))
    tax = cents(net / 5)
    before = amount(120, 900, chance)
    paid = before if chance.random() < 0.6 else cents(before / 2)
    home = address("gb", chance)
    fields = stated(
        chance.choice(ENERGY),
        company("gb", chance),
        home,
        billed,
        before - paid + net + tax,
    )
    reads = [chance.randint(10000, 80000) for _ in range(2)]
    shown = {
        "home": home,
        "start": start,
        "end": end,
        "days": days,
        "due": billed + dt.timedelta(days=14),
        "power": power,
        "gas": gas,
        "rates": (power_rate, gas_rate),
        "used": (used, gas_used),
        "net": net,
        "tax": tax,
        "before": before,
        "paid": paid,
        "reads": ((reads[0], reads[0] + used), (reads[1], reads[1] + gas_used)),
        "account": f"{digits(4, chance)} {digits(4, chance)} {digits(2, chance)}",
        "supply": (digits(13, chance), digits(10, chance)),
        "colour": chance.choice(("#0b7a75", "#d1495b", "#30638e")),
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    start, end = month(chance)
    billed, gallons = end + dt.timedelta(days=3), chance.randint(3, 38) * 1000
    charges = _water_charges(gallons)
    current = sum((value for _, value in charges), Decimal(0))
    before = amount(60, 340, chance)
    behind = chance.random() < 0.35
    paid = Decimal(0) if behind else before
    due = before - paid + current
    home = address("us", chance)
    fields = stated(
        chance.choice(WATER),
        chance.choice((person("us", chance).full, company("us", chance))),
        home,
        billed,
        due,
    )
    reading = chance.randint(1000, 8000)
    shown = {
        "home": home,
        "start": start,
        "end": end,
        "due_on": billed + dt.timedelta(days=20),
        "charges": charges,
        "current": current,
        "before": before,
        "paid": paid,
        "late": cents(due * Decimal("1.1")),
        "gallons": gallons,
        "readings": (reading, reading + gallons // 1000),
        "account": f"{digits(5, chance)}-{digits(6, chance)}",
        "meter": digits(8, chance),
        "days": (end - start).days + 1,
        "usage": [chance.randint(20, 100) for _ in range(12)],
    }
    return Invented(fields=fields, shown=shown)


def _water_charges(gallons: int) -> tuple[tuple[str, Decimal], ...]:
    """What the city charges for water, sewer and refuse."""
    return (
        ('Water base charge 5/8" meter', Decimal("18.75")),
        ("Water usage", cents(Decimal(gallons) / 1000 * Decimal("4.86"))),
        ("Sewer base charge", Decimal("14.20")),
        ("Sewer usage", cents(Decimal(gallons) / 1000 * Decimal("6.12"))),
        ("Stormwater fee", Decimal("5.50")),
        ("Refuse collection", Decimal("22.00")),
    )


def _chinese(chance: Random) -> Invented:
    start, end = month(chance)
    billed = end + dt.timedelta(days=chance.randint(1, 4))
    parts = []
    for name, price, share in (
        ("尖峰", "1.1523", 2),
        ("高峰", "0.9376", 6),
        ("平段", "0.6482", 5),
        ("低谷", "0.3319", 4),
    ):
        used, first = chance.randint(120, 900) * share, chance.randint(1000, 9000)
        parts.append((name, first, first + used, used, price, cents(used * Decimal(price))))
    energy = sum((part[-1] for part in parts), Decimal(0))
    capacity, adjust = Decimal(chance.randint(10, 60) * 30), -cents(energy * Decimal("0.0123"))
    this_bill = energy + capacity + adjust
    prepaid = amount(100, 900, chance) if chance.random() < 0.5 else Decimal(0)
    fields = stated(
        chance.choice(("临江市供电公司", "苏源供电有限公司", "西陵供电局")),
        company("cn", chance),
        address("cn", chance),
        billed,
        this_bill - prepaid,
    )
    shown = {
        "parts": parts,
        "energy": energy,
        "capacity": capacity,
        "adjust": adjust,
        "this_bill": this_bill,
        "prepaid": prepaid,
        "start": start,
        "end": end,
        "due": billed + dt.timedelta(days=12),
        "number": digits(10, chance),
        "meter": digits(12, chance),
        "total_used": sum(part[3] for part in parts),
    }
    return Invented(fields=fields, shown=shown)


def _council(chance: Random) -> Invented:
    year, band = chance.randint(2024, 2026), chance.choice((("A", 6), ("B", 7), ("C", 8), ("D", 9), ("E", 11)))
    shares = (("Borough Council", "214.61"), ("County Council (adult social care)", "196.20"),
              ("County Council", "1402.74"),
              ("Police and Crime Commissioner", "281.28"), ("Fire and Rescue Authority", "86.40"))  # fmt: skip
    parts = tuple((name, cents(Decimal(value) * band[1] / 9)) for name, value in shares)
    full = sum((value for _, value in parts), Decimal(0))
    single = cents(full / 4) if chance.random() < 0.4 else Decimal(0)
    due, home = full - single, address("gb", chance)
    town = home[1].rsplit(" ", 2)[0]
    each = Decimal(int(due / 10))
    billed = dt.date(year, 3, chance.randint(4, 19))
    fields = stated(f"{town} Borough Council", person("gb", chance).full, home, billed, due)
    shown = {
        "home": home, "town": town, "year": year, "band": band[0], "parts": parts, "full": full, "single": single,
        "first": due - each * 9, "each": each, "number": digits(8, chance), "place": digits(11, chance),
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _hong_kong(chance: Random) -> Invented:
    start, end = month(chance)
    billed, used = end + dt.timedelta(days=chance.randint(1, 5)), chance.randint(240, 5200)
    steps = ((400, "0.956"), (600, "1.092"), (99999, "1.274"))
    lines, rest = [], used
    for size, rate in steps:
        part = min(rest, size)
        rest -= part
        if part:
            lines.append((part, rate, cents(part * Decimal(rate))))
    fuel = cents(used * Decimal("0.448"))
    total = sum((line[2] for line in lines), fuel)
    before = amount(200, 2400, chance)
    home, reading = overseas_address("hk", chance), chance.randint(1000, 60000)
    fields = stated("Lantau Peak Power Company Limited",
    chance.choice((resident("hk", chance), overseas_firm("hk", chance))),
                     home, billed, total)  # fmt: skip
    shown = {
        "home": home, "start": start, "end": end, "due": billed + dt.timedelta(days=15), "lines": lines, "fuel": fuel,
        "used": used, "reading": reading, "before": before, "paid_on": start + dt.timedelta(days=11),
        "account": f"{digits(6, chance)} {digits(4, chance)} {chance.randint(1, 9)}", "meter": digits(7, chance),
        "deposit": Decimal(chance.choice((600, 1200, 2500))),
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _electric(chance: Random) -> Invented:
    start, end = month(chance)
    billed = end + dt.timedelta(days=chance.randint(2, 5))
    peak, off = chance.randint(180, 1400), chance.randint(500, 3900)
    lines = (
        ("Customer charge", f"{(end - start).days + 1} days @ $0.82136",
        cents(Decimal("0.82136") * ((end - start).days + 1))),
        ("Peak", f"{peak:,} kWh @ $0.38172", cents(peak * Decimal("0.38172"))),
        ("Off peak", f"{off:,} kWh @ $0.24409", cents(off * Decimal("0.24409"))),
        ("Energy commission surcharge", "", cents((peak + off) * Decimal("0.0003"))),
        ("City utility users' tax (5.000%)", "", cents((peak * Decimal("0.38172") + off * Decimal("0.24409")) / 20)),
    )  # fmt: skip
    current, before = sum((line[2] for line in lines), Decimal(0)), amount(150, 1600, chance)
    paid = before if chance.random() < 0.6 else Decimal(int(before / 2))
    home, holder = address("us", chance), chance.choice((company("us", chance), person("us", chance).full))
    provider = chance.choice(
        ("Sierra Basin Electric", "Pacific Crest Power & Light", "Tri-County Electric Cooperative")
    )
    fields = stated(provider, holder, home, billed, before - paid + current)
    shown = {
        "home": home, "start": start, "end": end, "due": billed + dt.timedelta(days=21), "lines": lines,
        "current": current, "before": before, "paid": paid, "used": peak + off,
        "account": f"{digits(10, chance)}-{chance.randint(1, 9)}", "meter": digits(10, chance),
        "bars": [chance.randint(12, 58) for _ in range(13)],
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _internet(chance: Random) -> Invented:
    start, end = month(chance)
    billed = start + dt.timedelta(days=chance.randint(3, 11))
    lines = (("FirnNetz Business 250", "39.95"), ("Feste IP-Adresse", "6.72"), ("Router-Miete FRX 7", "5.00"),
             ("Verbindungen Mobilfunk", f"{chance.randint(11, 2300) / 100:.2f}"))  # fmt: skip
    net = sum((Decimal(value) for _, value in lines), Decimal(0))
    tax, credit = cents(net * 19 / 100), Decimal(chance.choice(("0", "0", "10.00")))
    home = address("de", chance)
    fields = stated(
        chance.choice(("Firnfunk Telekommunikation GmbH", "NordKabel Deutschland GmbH")),
        chance.choice((company("de", chance), person("de", chance).full)), home, billed, net + tax - credit,
    )  # fmt: skip
    shown = {
        "home": home, "start": start, "end": end, "lines": lines, "net": net, "tax": tax, "credit": credit,
        "european": european, "drawn": billed + dt.timedelta(days=9), "customer": digits(10, chance),
        "number": f"{digits(3, chance)} {digits(3, chance)} {digits(4, chance)}", "iban": spaced(iban("de", chance)),
        "line": f"0{digits(3, chance)} {digits(6, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


MAKERS = {
    "uk_dual_fuel": _british, "us_water": _american, "cn_electricity": _chinese, "uk_council": _council,
    "hk_power": _hong_kong, "us_electric": _electric, "de_internet": _internet,
    **MAKERS_ABROAD, **MAKERS_EUROPE,
}  # fmt: skip
KIT = Kit.of(MAKERS)
