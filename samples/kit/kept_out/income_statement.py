"""Income statements by themselves: by nature in thousands, a bookkeeping program's outline, small Chinese firms."""

from __future__ import annotations

from random import Random

from samples.ink import day
from samples.kit.filers import american, british, chinese
from samples.kit.two_years import NIL, Manner, books, stated, year_to
from samples.specimen import Invented, Kit


def invent(layout: str, chance: Random) -> Invented:
    """One income statement in a layout."""
    return {"ifrs_thousands": _ifrs, "us_outline": _outline, "cn_small": _small}[layout](chance)


def _ifrs(chance: Random) -> Invented:
    year, who = year_to(chance.choice((6, 9, 12)), chance.choice((2024, 2025))), british(chance)
    figures = books(chance, chance.randint(4_000, 38_000))
    figures["overheads"] = figures["administrative"] + figures["selling"]
    fields = {"entity": who["entity"], **year.fields, "currency": "GBP", "unit": "1000"}
    names = "revenue cost_of_sales gross_profit depreciation operating_profit interest profit_before_tax tax net_profit"
    fields |= stated(figures, names, unit=1000)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="–"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": [f"Year ended {day(one.isoformat(), '{d} {month} %Y')}" for one in (year.end, year.end_before)],
        "staff": figures["overheads"].part(0.61),
    }
    return Invented(fields=fields, shown=shown)


def _outline(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), american(chance)
    figures = books(chance, chance.randint(150_000, 2_400_000) * 100 + chance.randint(1, 99), other=False)
    names = "revenue cost_of_sales gross_profit operating_expenses depreciation operating_profit interest net_profit"
    office = figures["administrative"]
    costs = {"Advertising and Promotion": figures["selling"], "Bank Service Charges": office.part(0.011)}
    costs |= {"Depreciation Expense": figures["depreciation"], "Insurance Expense": office.part(0.07)}
    costs |= {"Payroll Expenses": office.part(0.54)}
    costs |= {
        "Professional Fees": office.part(0.048),
        "Rent Expense": office.part(0.17),
        "Utilities": office.part(0.05),
    }
    known = sum((office.part(share) for share in (0.011, 0.07, 0.54, 0.048, 0.17, 0.05)), NIL)
    costs["Vehicle Fuel & Repairs"] = office - known
    figures["net_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    fields |= stated(figures, names, places=2)
    shown = {
        **who,
        "b": figures,
        "costs": costs,
        "n": Manner(places=2, negative="-", nil="0.00"),
        "year": year.end.year,
        "heads": [f"Jan - Dec {one.year % 100}" for one in (year.end, year.end_before)],
    }
    return Invented(fields=fields, shown=shown)


def _small(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(600_000, 9_000_000), lossy=0.3)
    levies, outside = figures["administrative"].part(0.03), figures["administrative"].part(0.015)
    figures["administrative"] += figures["depreciation"] - levies
    figures["operating_profit"] = figures["profit_before_tax"] - figures["other_income"] + outside
    fields = {"entity": who["entity"], **year.fields, "currency": "CNY", "unit": "1000"}
    names = "revenue cost_of_sales operating_profit interest profit_before_tax tax net_profit"
    fields |= stated(figures, names, places=2, unit=1000)
    shown = {
        **who,
        "b": figures | {"levies": levies, "outside": outside, "nil": NIL},
        "finance": figures["interest"] - figures["interest_received"],
        "n": Manner(places=2, negative="-", nil=chance.choice(("—", "-"))),
        "year": f"{year.end.year} 年度",
        "period": f"{year.start:%Y-%m-%d} 至 {year.end:%Y-%m-%d}",
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("ifrs_thousands", "us_outline", "cn_small"), invent=invent)
