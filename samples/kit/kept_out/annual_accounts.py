"""Filings with both statements: a British micro-entity with its trading account, an Irish company, an American review,
an audited company of Hong Kong, the three statements that a Chinese company sends to the tax office.

What the face of a statement names goes before the notes; creditors and loans are those of the notes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from random import Random

from samples.ink import day
from samples.kit.filers import american, british, chinese, irish
from samples.kit.overseas_filers import filer
from samples.kit.two_years import NIL, NO_TOTALS, Manner, Two, books, stated, year_to
from samples.specimen import Invented, Kit

PROFIT = "revenue cost_of_sales gross_profit operating_profit interest profit_before_tax tax net_profit"
SHEET = "inventory current_assets fixed_assets current_liabilities long_term_debt equity"


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
    fields |= stated(figures, f"{names} total_liabilities retained_earnings", unit=1000, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="—"),
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
        "heads": (year.end_before.year, year.end.year),
        "reported": day((year.end + dt.timedelta(days=chance.randint(50, 110))).isoformat(), "{month} {d}, %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _hong_kong(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 3, 12)), chance.choice((2024, 2025))), filer("hk", chance)
    figures = books(chance, chance.randint(3_000_000, 40_000_000), capital=10_000, other=False)
    figures["operating_profit"] += figures["interest_received"]
    figures["administrative"] += figures["depreciation"]
    fields = {"entity": who["entity"].upper(), **year.fields, "currency": "HKD", "unit": "1"}
    names = f"{PROFIT} depreciation {SHEET} cash receivables payables short_term_debt net_assets retained_earnings"
    fields |= stated(figures, names, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "in_chinese": day(year.end.isoformat(), "%Y年{m}月{d}日"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(120, 260))).isoformat(), "{d} {month} %Y"),
        "fee": chance.choice((28_000, 36_000, 45_000)),
    }
    return Invented(fields=fields, shown=shown)


def _three_statements(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(4_000_000, 40_000_000) * 100 + chance.randint(1, 99), capital=50_000_000)
    levies = figures["administrative"].part(0.035)
    figures["office"] = figures["administrative"] + figures["depreciation"] - levies
    figures["operating_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "CNY", "unit": "1"}
    profit = PROFIT.replace("gross_profit ", "")
    names = f"{profit} {SHEET} cash receivables payables short_term_debt total_assets total_liabilities"
    fields |= stated(figures, f"{names} retained_earnings", places=2, **NO_TOTALS)
    shown = {
        **who,
        "b": figures | {"levies": levies, "nil": NIL, "finance": figures["interest"] - figures["interest_received"]},
        "flow": _flow(figures),
        "n": Manner(places=2, negative="-", nil="0.00"),
        "start": year.start.isoformat(),
        "end": year.end.isoformat(),
        "sent": day(
            year.end.replace(year=year.end.year + 1, month=5, day=chance.randint(6, 30)).isoformat(), "%Y-%m-%d"
        ),
    }
    return Invented(fields=fields, shown=shown)


def _flow(figures: Mapping[str, Two]) -> dict[str, int]:
    """The cash flow statement of this year: what is paid to suppliers is what the change of cash leaves."""
    debt = figures["long_term_debt"] + figures["short_term_debt"]
    borrowed, repaid = max(0, debt.this - debt.prior), max(0, debt.prior - debt.this)
    served = figures["interest"].this + figures["dividends"].this
    change = figures["cash"].this - figures["cash"].prior
    invested = figures["additions"].this
    operating = change + invested - borrowed + repaid + served
    received = round(figures["revenue"].this * 1.1)
    staff, taxes = round(received * 0.12), figures["tax_payable"].prior
    return {
        "received": received,
        "staff": staff,
        "taxes": taxes,
        "suppliers": received - staff - taxes - operating,
        "paid": received - operating,
        "operating": operating,
        "invested": invested,
        "borrowed": borrowed,
        "repaid": repaid,
        "served": served,
        "financing": borrowed - repaid - served,
        "change": change,
    }


MADE = {
    "uk_micro": _micro,
    "ie_directors": _irish,
    "us_reviewed": _reviewed,
    "hk_audited": _hong_kong,
    "cn_three_statements": _three_statements,
}
KIT = Kit.of(MADE)
