"""Filings with both statements: a small British company's, an American compilation, a Chinese audit report, an
Australian special purpose report, an American limited liability company's on the basis of its tax return, a British
limited liability partnership's, a German company's.

Debtors are those of the balance sheet's face, creditors and loans those of the notes where the face only has a total.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.ink import day
from samples.kit import invent
from samples.kit.enterprises import round_seal
from samples.kit.filers import american, british, chinese
from samples.kit.overseas_filers import business_number, filer, threes
from samples.kit.two_years import NIL, NO_TOTALS, Manner, books, stated, year_to
from samples.specimen import Invented, Kit

PROFIT = (
    "revenue cost_of_sales gross_profit operating_expenses depreciation operating_profit interest profit_before_tax"
)
DEBTS = "payables short_term_debt current_liabilities long_term_debt"
SHEET = "cash receivables inventory current_assets fixed_assets equity retained_earnings"


def _british(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 12, 6, 8)), chance.choice((2024, 2025))), british(chance)
    figures = books(chance, chance.randint(220_000, 4_400_000), capital=chance.choice((2, 100, 1000)))
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "GBP", "unit": "1"}
    fields |= stated(figures, f"{PROFIT} tax net_profit {SHEET} {DEBTS} net_assets", receivables="debtors")
    shown = {
        **who,
        "b": figures,
        "n": Manner(),
        "start": day(year.start.isoformat(), "{d} {month} %Y"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "before": day(year.end_before.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(60, 270))).isoformat(), "{d} {month} %Y"),
        "staff": max(2, figures["revenue"].this // 92_000),
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 6)), chance.choice((2024, 2025))), american(chance)
    figures = books(chance, chance.randint(500_000, 7_000_000), capital=25_000, other=False)
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    fields |= stated(figures, f"{PROFIT} tax net_profit {SHEET} {DEBTS} total_assets total_liabilities", **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "opening": figures["retained_earnings"] - figures["net_profit"] + figures["dividends"],
        "ends": [day(one.isoformat(), "{month} {d}, %Y") for one in (year.end, year.end_before)],
        "heads": (year.end.year, year.end.year - 1),
        "reported": day(year.end.replace(year=year.end.year + 1, month=2, day=19).isoformat(), "{month} {d}, %Y"),
        "rate": chance.choice(("6.25%", "7.00%", "7.75%", "8.50%")),
    }
    return Invented(fields=fields, shown=shown)


def _chinese(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(5_000_000, 60_000_000) * 100 + chance.randint(1, 99), capital=200_000_000)
    levies, wages = figures["administrative"].part(0.04), figures["accruals"]
    figures["office"] = figures["administrative"] + figures["depreciation"] - levies
    figures["operating_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "CNY", "unit": "1"}
    profit = "revenue cost_of_sales operating_profit interest profit_before_tax tax net_profit"
    fields |= stated(figures, f"{profit} {SHEET} {DEBTS} total_assets total_liabilities", places=2, **NO_TOTALS)
    finance = figures["interest"] - figures["interest_received"]
    shown = {
        **who,
        "b": figures | {"levies": levies, "wages": wages, "finance": finance, "nil": NIL},
        "n": Manner(places=2, negative="-", nil=""),
        "year": year.end.year,
        "end": day(year.end.isoformat(), "%Y年{m}月{d}日"),
        "reported": f"{year.end.year + 1}年{chance.randint(2, 4)}月{chance.randint(3, 28)}日",
        "number": f"审字〔{year.end.year + 1}〕第{chance.randint(102, 989):04d}号",
        "seal": round_seal(who["practice"], 38),
        "own_seal": round_seal(who["entity"], 36),
    }
    return Invented(fields=fields, shown=shown)


def _special_purpose(chance: Random) -> Invented:
    year, who = year_to(6, chance.choice((2024, 2025))), filer("au", chance)
    figures = books(chance, chance.randint(300_000, 6_000_000), capital=chance.choice((10, 120)), other=False)
    figures["owed_to_trade"] = figures["payables"] + figures["accruals"] + figures["other_creditors"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"], **year.fields}
    fields |= {"currency": "AUD", "unit": "1"}
    profit = "revenue cost_of_sales gross_profit depreciation interest profit_before_tax tax net_profit"
    names = {"receivables": "debtors", "fixed_assets": "tangible", "payables": "owed_to_trade"}
    fields |= stated(figures, f"{profit} {SHEET} {DEBTS} total_assets total_liabilities net_assets", **names)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "acn": threes(who["registration_number"]),
        "abn": threes(business_number(who["registration_number"])),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "opening": figures["retained_earnings"] - figures["net_profit"] + figures["dividends"],
        "signed": day((year.end + dt.timedelta(days=chance.randint(50, 200))).isoformat(), "{d} {month} %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _tax_basis(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), american(chance)
    who["entity"] = f"{who['entity'].rsplit(' ', 1)[0]}, LLC"
    figures = books(chance, chance.randint(250_000, 4_000_000), other=False)
    figures["distributions"] = figures["dividends"] + figures["tax"]
    figures["net_profit"] = figures["profit_before_tax"]
    fields = {"entity": who["entity"], **year.fields, "currency": "USD", "unit": "1"}
    names = "revenue cost_of_sales gross_profit operating_expenses depreciation operating_profit interest net_profit"
    sheet = SHEET.replace(" retained_earnings", "")
    fields |= stated(figures, f"{names} {sheet} {DEBTS} total_assets total_liabilities", **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "opening": figures["equity"] - figures["net_profit"] + figures["distributions"],
        "heads": (year.end.year, year.end.year - 1),
        "reported": day(year.end.replace(year=year.end.year + 1, month=3, day=11).isoformat(), "{month} {d}, %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _partnership(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 4, 12, 10)), chance.choice((2024, 2025))), british(chance)
    entity = f"{who['entity'].rsplit(' ', 1)[0]} LLP".upper()
    figures = books(chance, chance.randint(240_000, 3_000_000), capital=chance.choice((1000, 20_000)))
    figures["office"] = figures["administrative"] + figures["depreciation"]
    figures["lent"] = figures["retained_earnings"].part(0.3)
    figures["reserves"] = figures["retained_earnings"] - figures["lent"]
    figures["net_profit"] = figures["profit_before_tax"]
    number = f"OC{chance.randint(301_000, 449_000)}"
    fields = {"entity": entity, "registration_number": number, **year.fields, "currency": "GBP", "unit": "1"}
    profit = "revenue cost_of_sales gross_profit depreciation operating_profit interest net_profit"
    sheet = "cash receivables inventory current_assets fixed_assets net_assets payables short_term_debt"
    fields |= stated(figures, f"{profit} {sheet} current_liabilities", receivables="debtors")
    loss = min(*figures["profit_before_tax"], *figures["operating_profit"]) < 0
    shown = {
        **who | fields,
        "b": figures,
        "n": Manner(nil="-"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(60, 270))).isoformat(), "{d} {month} %Y"),
        "profit": "profit/(loss)" if loss else "profit",
    }
    return Invented(fields=fields, shown=shown)


def _german(chance: Random) -> Invented:
    year = year_to(12, chance.choice((2023, 2024, 2025)))
    figures = books(chance, chance.randint(300_000, 6_000_000) * 100 + chance.randint(1, 99), capital=2_500_000)
    figures["debtors"] = figures["trade_debtors"] + figures["other_debtors"]
    figures["floating"] = figures["inventory"] + figures["debtors"] + figures["cash"]
    figures["brought"] = figures["retained_earnings"] - figures["net_profit"]
    street, town = invent.address("de", chance)
    fields = {"entity": f"{chance.choice(invent.FIRM_NAMES['de'])} GmbH", "currency": "EUR", "unit": "1"}
    fields |= {"registration_number": f"HRB {invent.digits(5, chance)}", **year.fields}
    profit = "revenue cost_of_sales gross_profit interest tax net_profit"
    names = "cash receivables inventory current_assets fixed_assets total_assets payables equity"
    called = {"receivables": "debtors", "current_assets": "floating"}
    fields |= stated(figures, f"{profit} {names}", places=2, **called)
    shown = {
        **fields,
        "street": street,
        "town": town,
        "b": figures,
        "n": _comma,
        "start": day(year.start.isoformat(), "%d.%m.%Y"),
        "end": day(year.end.isoformat(), "%d.%m.%Y"),
        "signed": day((year.end + dt.timedelta(days=chance.randint(60, 170))).isoformat(), "{d}.%m.%Y"),
        "director": invent.person("de", chance).full,
    }
    return Invented(fields=fields, shown=shown)


def _comma(cents: int) -> str:
    return invent.european(Decimal(cents).scaleb(-2))


MADE = {
    "uk_small": _british,
    "us_compiled": _american,
    "cn_audited": _chinese,
    "au_special_purpose": _special_purpose,
    "us_tax_basis": _tax_basis,
    "uk_llp": _partnership,
    "de_year": _german,
}
KIT = Kit.of(MADE)
