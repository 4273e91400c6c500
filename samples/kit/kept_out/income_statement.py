"""Income statements by themselves: by nature in thousands, a bookkeeping program's outline, small Chinese firms,
a bookkeeping service's with its summary, the Chinese form of 2019 in 万元, a British trading account.
"""

from __future__ import annotations

from random import Random

from samples.ink import day
from samples.kit.filers import american, british, chinese
from samples.kit.two_years import NIL, Manner, Two, books, stated, year_to
from samples.specimen import Invented, Kit


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


def _summary(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), american(chance)
    figures = books(chance, chance.randint(90_000, 1_900_000) * 100 + chance.randint(1, 99), other=False)
    office = figures["administrative"]
    costs = {"Payroll – Salary & Wages": office.part(0.52), "Rent Expense": office.part(0.15)}
    costs |= {"Advertising & Promotion": figures["selling"], "Depreciation Expense": figures["depreciation"]}
    costs |= {"Interest Expense": figures["interest"], "Computer – Software": office.part(0.04)}
    known = office.part(0.52) + office.part(0.15) + office.part(0.04)
    costs |= {"Insurance – General Liability": office.part(0.08), "Meals and Entertainment": office.part(0.01)}
    costs["Vehicle – Fuel"] = office - known - office.part(0.08) - office.part(0.01)
    figures["operating_expenses"] += figures["interest"]
    figures["net_profit"] = figures["gross_profit"] - figures["operating_expenses"]
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    names = "revenue cost_of_sales gross_profit operating_expenses depreciation interest net_profit"
    fields |= stated(figures, names, places=2, prior=False)
    sales = figures["revenue"].this
    shown = {
        **who,
        "b": figures,
        "costs": costs,
        "n": Manner(places=2, negative="-", nil="$0.00", before="$"),
        "share": lambda pair: f"{100 * pair.this / sales:.2f}%",
        "span": [day(one.isoformat(), "%b %d, %Y") for one in (year.start, year.end)],
        "made": day(year.end.replace(year=year.end.year + 1, month=1, day=chance.randint(6, 29)).isoformat()),
    }
    return Invented(fields=fields, shown=shown)


def _revised(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(90_000, 1_600_000), lossy=0.25)
    levies, office = figures["administrative"].part(0.035), figures["administrative"]
    research, impaired = office.part(0.2), office.part(0.012)
    figures["administrative"] = office + figures["depreciation"] - levies - research - impaired
    figures["operating_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "CNY", "unit": "10000"}
    names = "revenue cost_of_sales operating_profit interest profit_before_tax tax net_profit"
    fields |= stated(figures, names, places=2, unit=10000)
    outside = {"levies": levies, "research": research, "impaired": impaired, "nil": NIL}
    shown = {
        **who,
        "b": figures | outside,
        "finance": figures["interest"] - figures["interest_received"],
        "n": Manner(places=2, negative=chance.choice(("-", "()")), nil=chance.choice(("0.00", "-"))),
        "year": year.end.year,
    }
    return Invented(fields=fields, shown=shown)


def _trading(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 4, 9, 12)), chance.choice((2024, 2025))), british(chance)
    figures = books(chance, chance.randint(70_000, 1_400_000), other=False)
    stock = figures["inventory"]
    opening = Two(stock.prior, round(stock.prior * chance.uniform(0.8, 1.15)))
    office = figures["administrative"]
    costs = {"Wages and salaries": office.part(0.49), "Directors' remuneration": office.part(0.12)}
    costs |= {"Rent, rates and water": office.part(0.15), "Motor expenses": figures["selling"]}
    costs |= {"Repairs and renewals": office.part(0.06), "Printing, postage and stationery": office.part(0.02)}
    costs["Sundry expenses"] = office - sum((office.part(one) for one in (0.49, 0.12, 0.15, 0.06, 0.02)), NIL)
    finance, overheads = figures["interest"], office + figures["selling"]
    figures["net_profit"] = figures["gross_profit"] - overheads - figures["depreciation"] - finance
    fields = {"entity": who["entity"].upper(), **year.fields, "currency": "GBP", "unit": "1"}
    fields |= stated(figures, "revenue cost_of_sales gross_profit depreciation interest net_profit")
    shown = {
        **who,
        "b": figures,
        "costs": costs,
        "overheads": overheads,
        "opening": opening,
        "purchases": figures["cost_of_sales"] + stock - opening,
        "n": Manner(nil="-"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
    }
    return Invented(fields=fields, shown=shown)


MADE = {
    "ifrs_thousands": _ifrs,
    "us_outline": _outline,
    "cn_small": _small,
    "us_summary": _summary,
    "cn_revised": _revised,
    "uk_trading": _trading,
}
KIT = Kit.of(MADE)
