"""Balance sheets by themselves: a British company's under FRS 102, a classified American one, the full Chinese form,
the export of an American bookkeeping service, Hong Kong's in two languages, the Chinese form down the page, India's
with equity and liabilities first, the Chinese form of the old system with the year's start first.

Fixed assets are the total of that heading, or property and equipment (固定资产) where the sheet has no such heading.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day
from samples.kit import invent
from samples.kit.enterprises import round_seal
from samples.kit.filers import american, british, chinese
from samples.kit.overseas_filers import filer
from samples.kit.two_years import NIL, NO_TOTALS, WHOLE_SHEET, Manner, books, stated, year_to
from samples.specimen import Invented, Kit

UK = "cash receivables inventory current_assets current_liabilities long_term_debt net_assets equity retained_earnings"


def _british(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 12, 6, 9)), chance.choice((2024, 2025))), british(chance)
    who["entity"] = who["entity"].upper()
    figures = books(chance, chance.randint(180_000, 3_400_000), capital=chance.choice((1, 100, 1000)))
    fields = {"entity": who["entity"], "registration_number": who["registration_number"]}
    fields |= {"period_end": year.end.isoformat(), "currency": "GBP", "unit": "1"}
    fields |= stated(figures, f"fixed_assets {UK}", receivables="debtors")
    shown = {
        **who,
        "b": figures,
        "n": Manner(),
        "end": day(year.end.isoformat(), "{d} {month} %Y"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(60, 270))).isoformat(), "{d} {month} %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 6)), chance.choice((2024, 2025))), american(chance)
    who["entity"] = who["entity"].upper()
    figures = books(chance, chance.randint(400_000, 6_000_000), capital=10_000, other=False)
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "USD", "unit": "1"}
    fields |= stated(figures, WHOLE_SHEET, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="—"),
        "heads": [day(one.isoformat(), "{month} {d}, %Y") for one in (year.end, year.end_before)],
        "years": (year.end.year, year.end.year - 1),
        "doubtful": max(1, figures["trade_debtors"].this // 40),
        "doubtful_before": max(1, figures["trade_debtors"].prior // 40),
    }
    return Invented(fields=fields, shown=shown)


def _chinese(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(3_000_000, 40_000_000) * 100 + chance.randint(1, 99), capital=100_000_000)
    figures["other_creditors"] += figures["accruals"]
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "CNY", "unit": "1"}
    fields |= stated(figures, WHOLE_SHEET, places=2, **NO_TOTALS)
    wages = figures["other_creditors"].part(0.4)
    shown = {
        **who,
        "b": figures | {"nil": NIL, "wages": wages, "others": figures["other_creditors"] - wages},
        "n": Manner(places=2, negative="-", nil=chance.choice(("", "0.00"))),
        "end": day(year.end.isoformat(), "%Y年%m月%d日"),
        "seal": round_seal(who["entity"], 38),
    }
    return Invented(fields=fields, shown=shown)


def _online(chance: Random) -> Invented:
    year, who = year_to(chance.choice((12, 12, 6, 9)), chance.choice((2024, 2025))), american(chance)
    figures = books(chance, chance.randint(200_000, 3_000_000) * 100 + chance.randint(1, 99), capital=1_000_000)
    figures["retained_earnings"] -= figures["net_profit"]
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "USD", "unit": "1"}
    fields |= stated(figures, WHOLE_SHEET, places=2, prior=False, **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(places=2, negative="-", nil="0.00"),
        "end": day(year.end.isoformat(), "{month} {d}, %Y"),
        "taken": day(
            (year.end + dt.timedelta(days=chance.randint(8, 50))).isoformat(),
            f"%A, {{month}} {{d}}, %Y 0{chance.randint(1, 9)}:{chance.randint(10, 59)} PM GMT-05:00",
        ),
        "ending": chance.randint(1002, 9987),
        "basis": chance.choice(("Accrual", "Accrual", "Cash")),
    }
    return Invented(fields=fields, shown=shown)


def _two_languages(chance: Random) -> Invented:
    year, who = year_to(chance.choice((3, 3, 12)), chance.choice((2024, 2025))), filer("hk", chance)
    figures = books(chance, chance.randint(2_000_000, 30_000_000), capital=10_000)
    fields = {"entity": who["entity"].upper(), "period_end": year.end.isoformat(), "currency": "HKD", "unit": "1"}
    fields |= stated(figures, f"fixed_assets payables short_term_debt {UK}", **NO_TOTALS)
    shown = {
        **who,
        "b": figures,
        "n": Manner(nil="-"),
        "end": day(year.end.isoformat(), "%d {month} %Y"),
        "end_in_chinese": day(year.end.isoformat(), "%Y年{m}月{d}日"),
        "heads": (year.end.year, year.end.year - 1),
        "approved": day((year.end + dt.timedelta(days=chance.randint(120, 260))).isoformat(), "{d} {month} %Y"),
    }
    return Invented(fields=fields, shown=shown)


def _down_the_page(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(1_100_000, 12_000_000), capital=chance.choice((20_000, 50_000)))
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "CNY", "unit": "1000"}
    fields |= stated(figures, WHOLE_SHEET, places=2, unit=1000, **NO_TOTALS)
    shown = {
        **who,
        "b": figures | {"nil": NIL},
        "n": Manner(places=2, negative="-", nil=""),
        "end": day(year.end.isoformat(), "%Y-%m-%d"),
    }
    return Invented(fields=fields, shown=shown)


def _equity_first(chance: Random) -> Invented:
    year, practice = (
        year_to(3, chance.choice((2024, 2025))),
        chance.choice(("Bhatnagar Rao & Co", "S. K. Mehrotra & Associates")),
    )
    entity = chance.choice(("Nilgiri Spice Exports", "Deccan Precision Tools", "Saraswati Looms")) + " Private Limited"
    figures = books(chance, chance.randint(20_000, 400_000), capital=chance.choice((100, 500)))
    fields = {"entity": entity.upper(), "period_end": year.end.isoformat(), "currency": "INR", "unit": "1000"}
    sheet = WHOLE_SHEET.replace("total_liabilities ", "").replace(" retained_earnings", "")
    fields |= stated(figures, sheet, unit=1000, **NO_TOTALS)
    fields["registration_number"] = (
        f"U{invent.digits(5, chance)}TN20{chance.randint(10, 21)}PTC{invent.digits(6, chance)}"
    )
    shown = {
        "entity": entity,
        "practice": practice,
        "b": figures,
        "n": Manner(nil="-"),
        "cin": fields["registration_number"],
        "street": f"No. {chance.randint(3, 90)}, Mill Road, Coimbatore 641 999",
        "firm": f"0{invent.digits(5, chance)}",
        "member": invent.digits(6, chance),
        "directors": chance.sample(("Lakshmi Narayanan", "Arvind Deshpande", "Farah Siddiqui", "R. Balaji"), 2),
        "ends": [day(one.isoformat(), "%d {month} %Y") for one in (year.end, year.end_before)],
    }
    return Invented(fields=fields, shown=shown)


def _old_system(chance: Random) -> Invented:
    year, who = year_to(12, chance.choice((2023, 2024, 2025))), chinese(chance)
    figures = books(chance, chance.randint(600_000, 9_000_000) * 100 + chance.randint(1, 99), capital=50_000_000)
    fields = {"entity": who["entity"], "period_end": year.end.isoformat(), "currency": "CNY", "unit": "1"}
    surplus = figures["retained_earnings"].part(0.1)
    figures |= {"nil": NIL, "surplus": surplus, "left": figures["retained_earnings"] - surplus}
    figures["wages"] = figures["accruals"].part(0.8)
    fields |= stated(figures, WHOLE_SHEET, places=2, **NO_TOTALS | {"retained_earnings": "left"})
    shown = {
        **who,
        "b": figures,
        "n": Manner(places=2, negative="-", nil=chance.choice(("", "0.00", "-"))),
        "end": day(year.end.isoformat(), chance.choice(("%Y年{m}月{d}日", "%Y-%m-%d"))),
    }
    return Invented(fields=fields, shown=shown)


MADE = {
    "uk_small": _british,
    "us_classified": _american,
    "cn_enterprise": _chinese,
    "us_online": _online,
    "hk_two_languages": _two_languages,
    "cn_down_the_page": _down_the_page,
    "in_schedule": _equity_first,
    "cn_old_system": _old_system,
}
KIT = Kit.of(MADE)
