"""Income statements by themselves: a British profit and loss account, an American multi-step one, the Chinese form,
the export of a service in New Zealand, an American single-step one, Singapore's with comprehensive income.
"""

from __future__ import annotations

from random import Random

from samples.ink import day
from samples.kit.enterprises import round_seal
from samples.kit.filers import american, british, chinese
from samples.kit.overseas_filers import filer
from samples.kit.two_years import NIL, Manner, books, stated, year_to
from samples.specimen import Invented, Kit

COMMON = "revenue cost_of_sales gross_profit operating_profit interest profit_before_tax tax net_profit"


def _british(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 12, 4, 9)), chance.choice((2024, 2025))), british(chance)
    figures = books(chance, chance.randint(180_000, 5_400_000))
    distributes = chance.random() < 0.5
    if not distributes:
        figures["administrative"] += figures["selling"]
    figures["administrative"] += figures["depreciation"]
    fields = {"entity": who["entity"], **year.fields, "currency": "GBP", "unit": "1"}
    fields |= stated(figures, COMMON if distributes else f"{COMMON} operating_expenses")
    loss = min(figures["net_profit"]) < 0
    shown = {
        **who,
        "b": figures,
        "n": Manner(),
        "distributes": distributes,
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "profit": "Profit/(loss)" if loss else "Profit",
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 9)), chance.choice((2024, 2025))), american(chance)
    figures = books(chance, chance.randint(400_000, 6_000_000), other=False)
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    fields |= stated(figures, f"{COMMON} operating_expenses depreciation", prior=False)
    payroll, rent = figures["administrative"].part(0.58), figures["administrative"].part(0.19)
    rest = figures["administrative"] - payroll - rent
    sales = figures["revenue"].this
    lines = {"Salaries and wages": payroll, "Advertising and selling": figures["selling"], "Rent and occupancy": rent}
    lines |= {"Depreciation and amortization": figures["depreciation"], "Insurance": rest.part(0.25)}
    lines |= {"Professional fees": rest.part(0.3), "Office and other": rest - rest.part(0.25) - rest.part(0.3)}
    shown = {
        **who,
        "b": figures,
        "lines": lines,
        "n": Manner(nil="-"),
        "share": lambda pair: (
            f"{100 * pair.this / sales:.1f}%" if pair.this >= 0 else f"({-100 * pair.this / sales:.1f})%"
        ),
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _chinese(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(3_000_000, 40_000_000) * 100 + chance.randint(1, 99))
    levies = figures["administrative"].part(0.04)
    figures["administrative"] += figures["depreciation"] - levies
    finance = figures["interest"] - figures["interest_received"]
    figures["operating_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "CNY", "unit": "1"}
    names = [one for one in COMMON.split() if one != "gross_profit"]
    fields |= stated(figures, " ".join(names), places=2)
    shown = {
        **who,
        "b": figures | {"levies": levies, "finance": finance, "nil": NIL},
        "n": Manner(places=2, negative="-", nil=chance.choice(("", "0.00", "-"))),
        "year": f"{year.end.year}年度",
        "seal": round_seal(who["entity"], 38),
    }
    return Invented(fields=fields, shown=shown)


def _service(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 3, 12, 6)), chance.choice((2024, 2025))), filer("nz", chance)
    figures = books(chance, chance.randint(160_000, 2_800_000) * 100 + chance.randint(1, 99), other=False)
    office = figures["administrative"]
    costs = {"Accounting & Consulting Fees": office.part(0.05), "ACC Levies": office.part(0.02)}
    costs |= {"Advertising & Marketing": figures["selling"], "Depreciation": figures["depreciation"]}
    costs |= {"Insurance": office.part(0.06), "Interest Expense": figures["interest"]}
    costs |= {"KiwiSaver Employer Contributions": office.part(0.02), "Light, Power, Heating": office.part(0.04)}
    costs |= {
        "Rent": office.part(0.18),
        "Repairs & Maintenance": office.part(0.05),
        "Wages & Salaries": office.part(0.5),
    }
    known = sum((office.part(share) for share in (0.05, 0.02, 0.06, 0.02, 0.04, 0.18, 0.05, 0.5)), NIL)
    costs["Subscriptions & Telephone"] = office - known
    figures["operating_expenses"] += figures["interest"]
    figures["net_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "NZD", "unit": "1"}
    names = "revenue cost_of_sales gross_profit operating_expenses depreciation interest net_profit"
    fields |= stated(figures, names, places=2)
    shown = {**who, "b": figures, "costs": dict(sorted(costs.items())), "n": Manner(places=2, nil="-")}
    shown |= {"end": day(year.end.isoformat(), "{d} {month} %Y")}
    shown |= {"heads": [day(one.isoformat(), "{d} %b %y") for one in (year.end, year.end_before)]}
    return Invented(fields=fields, shown=shown)


def _single_step(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 6)), chance.choice((2023, 2024, 2025))), american(chance)
    who["entity"] = who["entity"].upper()
    figures = books(chance, chance.randint(350_000, 7_000_000), other=False)
    figures["costs"] = figures["cost_of_sales"] + figures["operating_expenses"] + figures["interest"]
    figures["income"] = figures["revenue"] + figures["interest_received"]
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    fields |= stated(figures, "revenue cost_of_sales depreciation interest profit_before_tax tax net_profit")
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="—"),
        "ends": [day(one.isoformat(), "{month} {d}, %Y") for one in (year.end, year.end_before)],
        "heads": (year.end.year, year.end.year - 1),
        "opening": figures["retained_earnings"] - figures["net_profit"] + figures["dividends"],
    }
    return Invented(fields=fields, shown=shown)


def _comprehensive(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 3, 6)), chance.choice((2024, 2025))), filer("sg", chance)
    figures = books(chance, chance.randint(900_000, 16_000_000), other=False)
    figures["administrative"] += figures["depreciation"]
    fields = {"entity": who["entity"].upper(), "currency": "SGD", "unit": "1", **year.fields}
    fields |= stated(figures, "revenue cost_of_sales gross_profit interest profit_before_tax tax net_profit")
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="–"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
    }
    return Invented(fields=fields, shown=shown)


MADE = {
    "uk_small": _british,
    "us_multi_step": _american,
    "cn_enterprise": _chinese,
    "nz_service": _service,
    "us_single_step": _single_step,
    "sg_comprehensive": _comprehensive,
}
KIT = Kit.of(MADE)
