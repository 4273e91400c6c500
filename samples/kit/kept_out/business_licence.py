"""Business licences: the electronic one of the newest form, that of a sole trader (个体工商户), of a company with a
foreign owner, of a farmers' cooperative, and the electronic one as a telephone shows it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.identifiers import uscc
from samples.ink import day
from samples.kit import cards, invent
from samples.kit.codes import qr_code
from samples.kit.enterprises import enterprise, round_seal
from samples.specimen import Invented, Kit

CAPITALS = (300_000, 1_000_000, 1_500_000, 6_000_000, 12_800_000, 50_000_000)
CHINESE = "%Y年%m月%d日"
TRADES = ("食品店", "五金经营部", "服装店", "小吃店", "建材商行")
WORDS = ("顺兴", "老街坊", "好又来", "晓梅", "金桥")


CROPS = ("柑橘种植", "生态养殖", "茶叶", "食用菌", "果蔬")
VILLAGES = (
    ("赣州市", "信丰县", "江西省赣州市信丰县大塘埠镇樟塘村"), ("宜宾市", "筠连县", "四川省宜宾市筠连县腾达镇春风村"),
    ("毕节市", "大方县", "贵州省毕节市大方县猫场镇箐口村"),
)  # fmt: skip
PRODUCE = (
    "组织成员种植、销售农产品；组织采购、供应成员种植所需的农业生产资料；引进新技术、新品种；开展与农业生产经营有关的技术培训、技术交流和信息咨询服务。",
    "畜禽养殖及销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）；农产品初加工；农产品冷链运输；为成员提供产品的包装、贮藏服务",
)
ABROAD = (
    ("有限责任公司（外国法人独资）", "万美元"), ("有限责任公司（港澳台法人独资）", "万港元"),
    ("有限责任公司（中外合资）", "万欧元"),
)  # fmt: skip
ZONES = (
    ("昆山", "昆山市市场监督管理局", "江苏省昆山市开发区前进东路"),
    ("东莞", "东莞市市场监督管理局", "广东省东莞市松山湖园区科技四路"),
    ("天津", "天津经济技术开发区市场监督管理局", "天津经济技术开发区第七大街"),
)  # fmt: skip


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


def _foreign_owned(chance: Random) -> Invented:
    made = enterprise(chance)
    city, office, street = chance.choice(ZONES)
    kind, unit = chance.choice(ABROAD)
    wan = chance.choice((30, 80, 150, 500, 1200))
    founded = dt.date.fromisoformat(made["established_on"])
    fields = made | {
        "legal_name": f"{chance.choice(('欧瑞姆', '斯凯福', '东洋木村', '百利恒'))}精密机械（{city}）有限公司",
        "entity_type": kind,
        "legal_representative": chance.choice(("KARL HEINZ LÜNEMANN", "TANAKA KENJI", "林国栋", "MARIE PERRIN")),
        "registered_capital": str(wan * 10_000),
        "valid_from": made["established_on"],
        "valid_to": cards.last_day(founded, chance.choice((30, 50))).isoformat(),
        "address": f"{street}{chance.randint(3, 500)}号{chance.choice(('A', 'B', 'C'))}栋厂房",
        "authority": office,
        "qr": f"https://www.gsxt.example/qr/{made['registration_number']}",
    }
    shown = {
        "capital_words": f"{wan}{unit}",
        "term": f"{day(fields['valid_from'], CHINESE)}至{day(fields['valid_to'], CHINESE)}",
        "copies": chance.choice(("（１－１）", "（2-1）", "（3-2）")),
        "serial": f"№ {invent.digits(8, chance)}",
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 25))


def _cooperative(chance: Random) -> Invented:
    made = enterprise(chance)
    _, county, village = chance.choice(VILLAGES)
    amount = chance.choice((Decimal("1205000"), Decimal("500000"), Decimal("3000000"), Decimal("868800")))
    fields = made | {
        "registration_number": uscc("93" + made["registration_number"][2:17]),
        "legal_name": f"{county}{chance.choice(WORDS)}{chance.choice(CROPS)}专业合作社",
        "entity_type": "农民专业合作社",
        "registered_capital": str(amount),
        "address": f"{village}{chance.randint(1, 12)}组{chance.randint(1, 88)}号",
        "business_scope": chance.choice(PRODUCE),
        "authority": f"{county}市场监督管理局",
        "qr": f"http://www.gsxt.example/nz?u={made['registration_number'][2:]}",
    }
    return Invented(fields=fields, shown={"total": f"{amount / 10_000:f}万元"} | _furniture(fields, 23))


def _telephone(chance: Random) -> Invented:
    made = enterprise(chance)
    amount = chance.choice(CAPITALS)
    founded = dt.date.fromisoformat(made["established_on"])
    endless = chance.random() < 0.5
    until = "long-term" if endless else cards.last_day(founded, 20).isoformat()
    fields = made | {
        "registered_capital": str(amount),
        "valid_from": made["established_on"],
        "valid_to": until,
        "qr": f"{invent.digits(4, chance)}|{made['registration_number']}|{made['legal_name']}",
    }
    shown = {
        "capital_words": f"{amount / 10_000:.4f}万元人民币",
        "term": f"{made['established_on']} 至 {'长期' if endless else until}",
        "shown_at": f"2026-02-{chance.randint(1, 28):02d} {chance.randint(8, 19):02d}:{chance.randint(0, 59):02d}:07",
        "clock": f"{chance.randint(8, 19)}:{chance.randint(10, 59)}",
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 44))


def _furniture(fields: dict[str, str], side: float) -> dict[str, object]:
    """Dates in Chinese, emblem, seal and a QR code of so many millimetres."""
    return {
        "established": day(fields["established_on"], CHINESE),
        "issued": day(fields["issued_on"], "%Y年{m}月{d}日"),
        "qr_code": qr_code(fields["qr"], side),
        "seal": round_seal(fields["authority"], 39),
        "badge": cards.badge(23, "#bf2a2a", points=4, inside="#efc65d"),
    }


KIT = Kit.of({
    "electronic": _electronic, "sole_trader": _sole_trader, "foreign_owned": _foreign_owned,
    "cooperative": _cooperative, "telephone": _telephone,
})  # fmt: skip
