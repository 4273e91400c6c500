"""Utility bills of Australia (telephone), Canada (electricity) and China (a reminder of gas), each a layout."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.bills import stated
from samples.kit.invent import address, amount, company, digits, month
from samples.kit.overseas import overseas_address, overseas_firm
from samples.kit.trade_lines import cents
from samples.specimen import Invented


def australian_telephone(chance: Random) -> Invented:
    """Four sums side by side that add up, and a person's office above the firm's name."""
    start, end = month(chance)
    lines = (
        ("Business Internet nbn 100", Decimal(chance.choice(("89.00", "110.00")))),
        (f"Mobile plan 0412 {digits(3, chance)} {digits(3, chance)}", Decimal("59.00")),
        ("Calls to 13 numbers", Decimal(chance.randint(20, 3900)) / 100),
    )
    new, home = sum((value for _, value in lines), Decimal(0)), overseas_address("au", chance)
    provider = chance.choice(("Wattle Telecom Corporation Limited", "Quokka Networks Pty Limited"))
    fields = stated(provider, overseas_firm("au", chance), home, start, new)
    shown = {
        "home": home, "start": start, "end": end, "due": start + dt.timedelta(days=21), "lines": lines,
        "before": amount(90, 400, chance), "tax": cents(new / 11), "brand": " ".join(provider.split()[:2]),
        "office": chance.choice(("THE MANAGER", "The Directors", "")), "number": digits(10, chance),
        "account": f"2000 {digits(4, chance)} {digits(4, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def canadian_electricity(chance: Random) -> Invented:
    """A row of captions that are sentences, their values below; the legal name only at the foot."""
    start, end = month(chance)
    used, town = chance.randint(300, 2900), chance.choice(("KITCHENER ON N2E 3P8", "GUELPH ON N1H 4L6"))
    energy = cents(used * Decimal("0.142"))
    tax, rebate = cents(energy * 13 / 100), cents(energy * Decimal("0.13"))
    home = (f"{chance.randint(11, 1900)} MAPLEVIEW CRES", town)
    brand = chance.choice(("Grand River Hydro", "Thousand Lakes Power"))
    holder = chance.choice(("DAVID LACHANCE", "BRIGITTE ARSENAULT", "COPPER KETTLE CATERING LTD"))
    billed, due = end + dt.timedelta(days=4), energy + tax - rebate
    shown = {
        "home": home, "start": start, "end": end, "pay": billed + dt.timedelta(days=20), "used": used, "brand": brand,
        "energy": energy, "tax": tax, "rebate": rebate, "before": amount(80, 600, chance), "meter": digits(7, chance),
        "account": f"{digits(6, chance)} {digits(6, chance)}", "next": billed + dt.timedelta(days=29),
    }  # fmt: skip
    return Invented(fields=stated(f"{brand} Inc.", holder, home, billed, due), shown=shown)


def chinese_reminder(chance: Random) -> Invented:
    """A letter that tells name and address within its sentences; who writes and when stands at its end."""
    _, end = month(chance)
    rows, reading = [], chance.randint(1000, 30000)
    for back in (2, 1):
        used = chance.randint(90, 900)
        when = end.replace(day=1) - dt.timedelta(days=1 if back == 1 else 40)
        rows.append((f"{when:%Y%m}", reading, reading + used, used, cents(used * Decimal("4.12"))))
        reading += used
    late = Decimal(chance.randint(300, 4000)) / 100
    due = sum((row[-1] for row in rows), late)
    fields = stated(
        chance.choice(("杭溪市天然气有限公司", "苏北燃气有限责任公司")), company("cn", chance),
        (address("cn", chance)[0],), end + dt.timedelta(days=2), due,
    )  # fmt: skip
    shown = {"months": rows, "late": late, "end": end, "number": digits(8, chance), "pay": end + dt.timedelta(days=15)}
    return Invented(fields=fields, shown=shown)


MAKERS_ABROAD = {
    "au_telephone": australian_telephone, "ca_electricity": canadian_electricity, "cn_gas_reminder": chinese_reminder,
}  # fmt: skip
