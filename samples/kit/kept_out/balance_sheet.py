"""Balance sheets by themselves: IFRS in thousands, the outline of an American bookkeeping program, small Chinese firms,
the export of an Australian service, the American account form, a British micro-entity's.

Fixed assets are the total of that heading, or property, plant and equipment (固定资产账面价值) where there is none.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day
from samples.kit.filers import american, british, chinese, irish
from samples.kit.overseas_filers import filer, threes
from samples.kit.two_years import NIL, NO_TOTALS, WHOLE_SHEET, Manner, books, stated, year_to
from samples.specimen import Invented, Kit


def _ifrs(chance: Random) -> Invented:
    year, who = year_to(chance.choice((6, 9, 12)), chance.choice((2024, 2025))), irish(chance)
    figures = books(chance, chance.randint(4_000, 48_000), capital=250)
    figures["payables"] += figures["accruals"] + figures["other_creditors"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"]}
    fields |= {"period_end": year.end.isoformat(), "currency": "EUR", "unit": "1000"}
    fields |= stated(figures, WHOLE_SHEET, unit=1000, receivables="debtors", fixed_assets="tangible")
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="–"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "short": f"FY{year.end:%y}",
        "short_before": f"FY{year.end_before:%y}",
    }
    return Invented(fields=fields, shown=shown)


def _outline(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 3, 9)), chance.choice((2024, 2025))), american(chance)
    figures = books(
        chance, chance.randint(150_000, 2_400_000) * 100 + chance.randint(1, 99), capital=50_000, other=False
    )
    figures["retained_earnings"] -= figures["net_profit"]
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "USD", "unit": "1"}
    fields |= stated(figures, WHOLE_SHEET, places=2, prior=False, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(places=2, negative="-", nil="0.00"),
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
        "head": day(year.end.isoformat(), "%b {d}, %y"),
        "printed_on": (year.end + dt.timedelta(days=chance.randint(9, 40))).strftime("%m/%d/%y"),
        "clock": f"{chance.randint(1, 11)}:{chance.randint(10, 59)} PM",
        "wells": chance.choice(("Checking - First Prairie", "Operating Checking 4471", "Bank of the Lakes Checking")),
    }
    return Invented(fields=fields, shown=shown)


def _small(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(60_000, 900_000), capital=10_000)
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "CNY", "unit": "10000"}
    fields |= {"registration_number": who["registration_number"]}
    fields |= stated(figures, WHOLE_SHEET, places=2, unit=10000, **NO_TOTALS)
    shown = {
        **who,
        "b": figures | {"nil": NIL},
        "n": Manner(places=2, negative="-", nil=chance.choice(("-", "0.00", "—"))),
        "end": day(year.end.isoformat(), "%Y 年 {m} 月 {d} 日"),
    }
    return Invented(fields=fields, shown=shown)


def _australian(chance: Random) -> Invented:
    year, who = year_to(chance.choice((6, 6, 6, 12)), chance.choice((2024, 2025))), filer("au", chance)
    figures = books(chance, chance.randint(250_000, 3_800_000) * 100 + chance.randint(1, 99), capital=10_000)
    figures["retained_earnings"] -= figures["net_profit"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"]}
    fields |= {"period_end": year.end.isoformat(), "currency": "AUD", "unit": "1"}
    fields |= stated(figures, f"{WHOLE_SHEET} net_assets", places=2, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(places=2, nil="-"),
        "number": threes(who["registration_number"]),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": [day(one.isoformat(), "{d} %b %Y").upper() for one in (year.end, year.end_before)],
        "drawn": day((year.end + dt.timedelta(days=chance.randint(9, 90))).isoformat(), "{d} %b %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _account_form(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 6, 9)), chance.choice((2023, 2024, 2025))), american(chance)
    figures = books(chance, chance.randint(300_000, 5_000_000), capital=5_000)
    fields = {"entity": who["entity"].upper(), "period_end": year.end.isoformat(), "currency": "USD", "unit": "1"}
    fields |= stated(figures, WHOLE_SHEET, prior=False, **NO_TOTALS)
    paid_in = figures["share_capital"]
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-0-"),
        "paid_in": paid_in,
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _micro(chance: Random) -> Invented:
    year, who = year_to(chance.choice((1, 3, 4, 7, 10)), chance.choice((2024, 2025))), british(chance)
    who["entity"] = who["entity"].upper()
    figures = books(chance, chance.randint(40_000, 600_000), capital=chance.choice((1, 2, 100)))
    figures["current_assets"] -= figures["prepaid"]
    figures["current_liabilities"] -= figures["accruals"]
    figures["after"] = figures["noncurrent_liabilities"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"]}
    fields |= {"period_end": year.end.isoformat(), "currency": "GBP", "unit": "1"}
    printed = "fixed_assets current_assets current_liabilities long_term_debt net_assets equity"
    fields |= stated(figures, printed, long_term_debt="after")
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(60, 270))).isoformat(), "{d} {month} %Y"),
        "staff": (chance.randint(1, 6), chance.randint(1, 6)),
    }
    return Invented(fields=fields, shown=shown)


MADE = {
    "ifrs_thousands": _ifrs,
    "us_outline": _outline,
    "cn_small": _small,
    "au_service": _australian,
    "us_account_form": _account_form,
    "uk_micro": _micro,
}
KIT = Kit.of(MADE)
