"""Utility bills: British dual fuel, American water, a Chinese electricity notice (电费通知单)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.invent import address, amount, company, digits, month, person
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

ENERGY = ("Fenlight Energy", "Bracken Power", "Harbour Gas & Electric")
WATER = ("City of Fairhope Water & Sewer", "Mesa Verde Municipal Utilities", "Grantsville Water Department")


def invent(layout: str, chance: Random) -> Invented:
    """One bill in a layout."""
    return {"uk_dual_fuel": _british, "us_water": _american, "cn_electricity": _chinese}[layout](chance)


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
    fields = {
        "provider": chance.choice(ENERGY),
        "account_holder": company("gb", chance),
        "address": ", ".join(home),
        "bill_date": billed.isoformat(),
        "amount_due": f"{before - paid + net + tax:.2f}",
    }
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
    fields = {
        "provider": chance.choice(WATER),
        "account_holder": chance.choice((person("us", chance).full, company("us", chance))),
        "address": ", ".join(home),
        "bill_date": billed.isoformat(),
        "amount_due": f"{due:.2f}",
    }
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
    fields = {
        "provider": chance.choice(("临江市供电公司", "苏源供电有限公司", "西陵供电局")),
        "account_holder": company("cn", chance),
        "address": address("cn", chance)[0],
        "bill_date": billed.isoformat(),
        "amount_due": f"{this_bill - prepaid:.2f}",
    }
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


KIT = Kit(layouts=("uk_dual_fuel", "us_water", "cn_electricity"), invent=invent)
