"""Filings with both statements: a British micro-entity with its trading account, an Irish company, an American review.

What the face of a statement names goes before the notes; creditors and loans are those of the notes.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day
from samples.kit.filers import american, british, irish
from samples.kit.two_years import Manner, books, stated, year_to
from samples.specimen import Invented, Kit

PROFIT = "revenue cost_of_sales gross_profit operating_profit interest profit_before_tax tax net_profit"
SHEET = "inventory current_assets fixed_assets current_liabilities long_term_debt equity"


def invent(layout: str, chance: Random) -> Invented:
    """One filing in a layout."""
    return {"uk_micro": _micro, "ie_directors": _irish, "us_reviewed": _reviewed}[layout](chance)


def _micro(chance: Random) -> Invented:
    year, who = year_to(chance.choice((1, 3, 7, 10)), chance.choice((2024, 2025))), british(chance)
    figures = books(chance, chance.randint(60_000, 610_000), capital=1, other=False)
    figures["current_liabilities"] -= figures["accruals"]
    figures["current_assets"] -= figures["prepaid"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "GBP", "unit": "1"}
    names = f"{PROFIT} depreciation operating_expenses current_assets fixed_assets current_liabilities long_term_debt"
    fields |= stated(figures, f"{names} net_assets equity")
    office = figures["administrative"]
    costs = {"Wages and salaries": office.part(0.5), "Rent and rates": office.part(0.16)}
    costs |= {"Motor and travelling": office.part(0.09), "Insurance": office.part(0.04)}
    costs["Accountancy and sundries"] = (
        office - office.part(0.5) - office.part(0.16) - office.part(0.09) - office.part(0.04)
    )
    costs |= {"Advertising": figures["selling"], "Depreciation": figures["depreciation"]}
    other = office - office.part(0.5) + figures["selling"] + figures["interest"] - figures["interest_received"]
    shown = {
        **who,
        "b": figures,
        "costs": costs,
        "other": other,
        "n": Manner(negative="-", nil="0"),
        "end": day(year.end.isoformat(), "%d.%m.%Y"),
        "long": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": [day(one.isoformat(), "%d.%m.%y") for one in (year.end, year.end_before)],
        "approved": day((year.end + dt.timedelta(days=chance.randint(70, 260))).isoformat(), "%d.%m.%Y"),
        "staff": chance.randint(1, 9),
    }
    return Invented(fields=fields, shown=shown)


def _irish(chance: Random) -> Invented:
    year, who = year_to(chance.choice((6, 12, 12)), chance.choice((2024, 2025))), irish(chance)
    figures = books(chance, chance.randint(400_000, 8_000_000), capital=100)
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "EUR", "unit": "1"}
    names = f"{PROFIT} depreciation {SHEET} cash receivables payables short_term_debt total_assets"
    fields |= stated(figures, f"{names} net_assets retained_earnings", receivables="debtors")
    shown = {
        **who,
        "b": figures,
        "n": Manner(),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": [day(one.isoformat(), "{month} %Y") for one in (year.end, year.end_before)],
        "years": (year.end.year, year.end_before.year),
        "approved": day((year.end + dt.timedelta(days=chance.randint(70, 220))).isoformat(), "{d} {month} %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _reviewed(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 9)), chance.choice((2024, 2025))), american(chance)
    figures = books(chance, chance.randint(6_000, 60_000), capital=100, other=False)
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1000"}
    names = f"{PROFIT} operating_expenses depreciation {SHEET} cash receivables payables short_term_debt total_assets"
    called = {"receivables": "trade_debtors", "fixed_assets": "tangible"}
    fields |= stated(figures, f"{names} total_liabilities retained_earnings", unit=1000, **called)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="—"),
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
        "heads": (year.end_before.year, year.end.year),
        "reported": day((year.end + dt.timedelta(days=chance.randint(50, 110))).isoformat(), "{month} {d}, %Y"),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("uk_micro", "ie_directors", "us_reviewed"), invent=invent)
