"""Income statements by themselves: a British profit and loss account, an American multi-step one, the Chinese form,
the export of a service in New Zealand, an American single-step one, Singapore's with comprehensive income, the Chinese
form of the old system with the month's column first, an American bookkeeping service's.
"""

from __future__ import annotations

from random import Random

from samples.ink import day
from samples.kit.enterprises import round_seal
from samples.kit.filers import american, british, chinese
from samples.kit.overseas_filers import filer
from samples.kit.two_years import NIL, Manner, Two, books, stated, year_to
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


def _old_system(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(600_000, 9_000_000) * 100 + chance.randint(1, 99), other=False)
    levies = figures["administrative"].part(0.04)
    figures["administrative"] += figures["depreciation"] - levies
    figures["finance"] = figures["interest"] - figures["interest_received"]
    figures |= {"levies": levies, "nil": NIL, "operating_profit": figures["profit_before_tax"]}
    figures["outside"] = figures["revenue"].part(chance.choice((0, 0.0007)))
    figures["fines"] = figures["revenue"].part(chance.choice((0, 0.0002)))
    figures["profit_before_tax"] += figures["outside"] - figures["fines"]
    figures["net_profit"] = figures["profit_before_tax"] - figures["tax"]
    figures["main_profit"] = figures["gross_profit"] - levies
    share = chance.uniform(0.06, 0.12)
    pairs = {name: (pair.this, round(pair.this * share)) for name, pair in figures.items()}
    fields = {"entity": who["entity"], **year.fields, "currency": "CNY", "unit": "1"}
    names = "revenue cost_of_sales operating_profit profit_before_tax tax net_profit"
    fields |= stated(figures, names, places=2, prior=False)
    month = {name: Two(*pair) for name, pair in pairs.items()}
    shown = {
        **who,
        "b": _added_up(month),
        "n": Manner(places=2, negative="-", nil=chance.choice(("", "0.00", "-"))),
        "span": f"{year.end.year}年12月",
    }
    return Invented(fields=fields, shown=shown)


def _added_up(month: dict[str, Two]) -> dict[str, Two]:
    """The month's column adds up by itself."""
    costs = month["cost_of_sales"] + month["levies"] + month["selling"] + month["administrative"] + month["finance"]
    month["operating_profit"] = month["revenue"] - costs
    month["main_profit"] = month["revenue"] - month["cost_of_sales"] - month["levies"]
    month["profit_before_tax"] = month["operating_profit"] + month["outside"] - month["fines"]
    month["net_profit"] = month["profit_before_tax"] - month["tax"]
    return month


def _software(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), american(chance)
    figures = books(chance, chance.randint(150_000, 3_000_000) * 100 + chance.randint(1, 99), other=False)
    figures["operating_profit"] += figures["depreciation"]
    figures["operating_expenses"] -= figures["depreciation"]
    figures["net_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    names = "revenue cost_of_sales gross_profit operating_expenses operating_profit depreciation interest net_profit"
    fields |= stated(figures, names, places=2, prior=False)
    sales, cost, office = (figures[name].this for name in ("revenue", "cost_of_sales", "administrative"))
    parts = {"discounts": sales // 60, "service": sales // 5, "materials": cost * 2 // 3, "postage": office // 30}
    parts |= {"software": office // 22, "payroll_taxes": office // 14, "wages": office // 2}
    parts |= {"product": sales - parts["service"] + parts["discounts"], "subcontractors": cost - parts["materials"]}
    parts["rent"] = office - sum(parts[name] for name in ("postage", "software", "payroll_taxes", "wages"))
    shown = {
        **who,
        "b": figures | parts | {"expenses": figures["operating_expenses"].this},
        "n": Manner(places=2, negative="-", before="$", nil=""),
        "span": chance.choice((f"January - December {year.end.year}", f"January 1-December 31, {year.end.year}")),
        "basis": chance.choice(("Accrual", "Cash")),
        "taken": f"Tuesday, February 3, {year.end.year + 1} 09:14 AM GMT-06:00",
    }
    return Invented(fields=fields, shown=shown)


MADE = {
    "uk_small": _british,
    "us_multi_step": _american,
    "cn_enterprise": _chinese,
    "nz_service": _service,
    "us_single_step": _single_step,
    "sg_comprehensive": _comprehensive,
    "cn_old_system": _old_system,
    "us_software": _software,
}
KIT = Kit.of(MADE)
