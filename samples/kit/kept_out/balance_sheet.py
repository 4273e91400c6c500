"""Balance sheets by themselves: IFRS in thousands, the outline of an American bookkeeping program, small Chinese firms.

Fixed assets are the total of that heading, or property, plant and equipment (固定资产账面价值) where there is none.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day
from samples.kit.filers import american, chinese, irish
from samples.kit.two_years import NIL, Manner, books, stated, year_to
from samples.specimen import Invented, Kit

PRINTED = (
    "cash receivables inventory current_assets fixed_assets total_assets payables short_term_debt current_liabilities "
    "long_term_debt total_liabilities equity retained_earnings"
)


def invent(layout: str, chance: Random) -> Invented:
    """One balance sheet in a layout."""
    return {"ifrs_thousands": _ifrs, "us_outline": _outline, "cn_small": _small}[layout](chance)


def _ifrs(chance: Random) -> Invented:
    year, who = year_to(chance.choice((6, 9, 12)), chance.choice((2024, 2025))), irish(chance)
    figures = books(chance, chance.randint(4_000, 48_000), capital=250)
    figures["payables"] += figures["accruals"] + figures["other_creditors"]
    fields = {"entity": who["entity"], "registration_number": who["registration_number"]}
    fields |= {"period_end": year.end.isoformat(), "currency": "EUR", "unit": "1000"}
    fields |= stated(figures, PRINTED, unit=1000, receivables="debtors", fixed_assets="tangible")
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
    fields |= stated(figures, PRINTED, places=2, prior=False, receivables="trade_debtors", fixed_assets="tangible")
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
    fields |= stated(figures, PRINTED, places=2, unit=10000, receivables="trade_debtors", fixed_assets="tangible")
    shown = {
        **who,
        "b": figures | {"nil": NIL},
        "n": Manner(places=2, negative="-", nil=chance.choice(("-", "0.00", "—"))),
        "end": day(year.end.isoformat(), "%Y 年 {m} 月 {d} 日"),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("ifrs_thousands", "us_outline", "cn_small"), invent=invent)
