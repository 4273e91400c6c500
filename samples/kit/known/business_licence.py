"""Business licences: the landscape original (正本) and the upright duplicate (副本)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.ink import day
from samples.kit import cards
from samples.kit.codes import qr_code
from samples.kit.enterprises import enterprise, round_seal
from samples.sheets.business_licence import capital
from samples.specimen import Invented, Kit

CAPITALS = (500_000, 1_000_000, 2_000_000, 3_080_000, 5_000_000, 8_500_000)
CHINESE = "%Y年%m月%d日"


def invented(layout: str, chance: Random) -> Invented:
    fields = enterprise(chance)
    amount = chance.choice(CAPITALS)
    founded = dt.date.fromisoformat(fields["established_on"])
    endless = chance.random() < 0.6
    until = "long-term" if endless else (cards.years_later(founded, 30) - dt.timedelta(days=1)).isoformat()
    qr = f"https://www.gsxt.example/scan?uniscid={fields['registration_number']}"
    fields |= {
        "registered_capital": str(Decimal(amount)),
        "valid_from": fields["established_on"],
        "valid_to": until,
        "qr": qr,
    }
    wan = f"{Decimal(amount) / 10_000:f}"
    words = f"{capital(str(amount))}" if layout == "original" else f"{wan}万元人民币"
    shown = {
        "capital_words": words,
        "established": day(fields["established_on"], CHINESE),
        "validity": f"{day(fields['valid_from'], CHINESE)} 至 {'长期' if endless else day(until, CHINESE)}",
        "issued": day(fields["issued_on"], "%Y 年 {m} 月 {d} 日"),
        "qr_code": qr_code(qr, 27),
        "seal": round_seal(fields["authority"], 40),
        "badge": cards.badge(24, "#c62b2b", points=4, inside="#e9b64b"),
        "copy": f"{chance.randint(1, 2)}-{chance.randint(1, 2)}",
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("original", "duplicate"), invent=invented)
