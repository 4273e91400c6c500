"""Business licences: the electronic one of the newest form, and that of a sole trader (个体工商户)."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from samples.identifiers import uscc
from samples.ink import day
from samples.kit import cards, invent
from samples.kit.codes import qr_code
from samples.kit.enterprises import enterprise, round_seal
from samples.specimen import Invented, Kit

CAPITALS = (300_000, 1_000_000, 1_500_000, 6_000_000, 12_800_000, 50_000_000)
TRADES = ("食品店", "五金经营部", "服装店", "小吃店", "建材商行")
WORDS = ("顺兴", "老街坊", "好又来", "晓梅", "金桥")


def invented(layout: str, chance: Random) -> Invented:
    return _electronic(chance) if layout == "electronic" else _sole_trader(chance)


def _electronic(chance: Random) -> Invented:
    fields = enterprise(chance)
    amount = chance.choice(CAPITALS)
    qr = ";".join(
        f"{label}:{fields[name]}"
        for label, name in (
            ("统一社会信用代码", "registration_number"),
            ("名称", "legal_name"),
            ("登记机关", "authority"),
        )
    )
    fields |= {"registered_capital": str(Decimal(amount)), "qr": qr}
    wan = f"{Decimal(amount) / 10_000:f}"
    shown = {
        "capital_words": chance.choice((f"{wan}.000000万人民币", f"人民币{wan}万元", f"{amount:,}元")),
        "established": day(fields["established_on"], "%Y年%m月%d日"),
        "issued": day(fields["issued_on"], "%Y年%m月%d日"),
        "qr_code": qr_code(qr, 30),
        "seal": round_seal(fields["authority"], 38),
        "badge": cards.badge(20, "#c62b2b", points=4, inside="#f0c455"),
        "printed_on": "2026年01月19日",
    }
    return Invented(fields=fields, shown=shown)


def _sole_trader(chance: Random) -> Invented:
    made = enterprise(chance)
    area = made["address"].split("区")[0] + "区"
    owner = made["legal_representative"]
    code = "92" + made["registration_number"][2:17]
    street = chance.choice(invent.STREETS["cn"])
    qr = f"http://qr.gsxt.example/e/{invent.digits(16, chance)}"
    fields = {
        "registration_number": uscc(code),
        "legal_name": f"{area[-3:]}{chance.choice(WORDS)}{chance.choice(TRADES)}",
        "entity_type": "个体工商户",
        "legal_representative": owner,
        "address": f"{area}{street}{chance.randint(1, 200)}号底商{chance.randint(1, 9)}号铺",
        "established_on": made["established_on"],
        "business_scope": made["business_scope"],
        "authority": made["authority"],
        "issued_on": made["issued_on"],
        "qr": qr,
    }
    shown = {
        "established": day(fields["established_on"], "%Y年%m月%d日"),
        "issued": day(fields["issued_on"], "%Y 年 %m 月 %d 日"),
        "qr_code": qr_code(qr, 24),
        "seal": round_seal(fields["authority"], 42, "行政许可专用章"),
        "badge": cards.badge(22, "#b8252c", points=4, inside="#e2ae42"),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("electronic", "sole_trader"), invent=invented)
