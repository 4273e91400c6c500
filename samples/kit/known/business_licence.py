"""Business licences: a company's landscape original (正本) and upright duplicate (副本), a partnership's original, a
branch's duplicate and the original of an individual's business (个体工商户); further holders stand in
samples.kit.registrants."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.identifiers import uscc
from samples.ink import day
from samples.kit import cards, invent, registrants
from samples.kit.codes import qr_code
from samples.kit.enterprises import enterprise, round_seal
from samples.sheets.business_licence import capital
from samples.specimen import Invented, Kit

CAPITALS = (500_000, 1_000_000, 2_000_000, 3_080_000, 5_000_000, 8_500_000)
CHINESE = "%Y年%m月%d日"
SHARES = (1_000_000, 3_000_000, 5_000_000, 10_000_000, 20_000_000)
SHARES_IN_WORDS = ("壹佰万元整", "叁佰万元整", "伍佰万元整", "壹仟万元整", "贰仟万元整")
BRANCHES = ("有限责任公司分公司（自然人投资或控股）", "有限责任公司分公司(自然人独资)", "分公司")
FUNDS = ("启明创业投资", "众合股权投资", "远望企业管理咨询", "立信会计师事务所", "同舟科技")
PORTS = (
    ("宁波", "宁波市北仑区市场监督管理局", "浙江省宁波市北仑区梅山七星路"),
    ("厦门", "厦门市市场监督管理局", "福建省厦门市思明区环岛东路"),
    ("青岛", "青岛市崂山区行政审批服务局", "山东省青岛市崂山区香港东路"),
    ("长沙", "长沙市岳麓区市场监督管理局", "湖南省长沙市岳麓区麓谷大道"),
)
SHOPS = ("惠民超市", "阿强汽车维修部", "一品香面馆", "美佳理发店", "宏图广告制作中心", "福临门烟酒商行")
HOLDERS = {
    "early": registrants.early,
    "foreign": registrants.foreign,
    "farmers_union": registrants.cooperative,
    "sole_investor": registrants.sole_investor,
}


def invented(layout: str, chance: Random) -> Invented:
    made = {"partnership": _partnership, "branch": _branch, "individual": _individual} | HOLDERS
    return made[layout](chance) if layout in made else _company(layout, chance)


def _company(layout: str, chance: Random) -> Invented:
    fields = enterprise(chance)
    amount = chance.choice(CAPITALS)
    founded = dt.date.fromisoformat(fields["established_on"])
    endless = chance.random() < 0.6
    until = "long-term" if endless else cards.last_day(founded, 30).isoformat()
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


def _partnership(chance: Random) -> Invented:
    made = enterprise(chance)
    city, office, street = chance.choice(PORTS)
    general = chance.random() < 0.4
    founded = dt.date.fromisoformat(made["established_on"])
    at = chance.randrange(len(SHARES))
    fields = made | {
        "legal_name": f"{city}{chance.choice(FUNDS)}合伙企业（{'普通合伙' if general else '有限合伙'}）",
        "entity_type": "普通合伙企业" if general else "有限合伙企业",
        "registered_capital": str(SHARES[at]),
        "valid_from": made["established_on"],
        "valid_to": cards.last_day(founded, chance.choice((20, 30))).isoformat(),
        "address": f"{street}{chance.randint(6, 888)}号{chance.randint(1, 12)}栋{chance.randint(2, 29)}层",
        "authority": office,
        "qr": f"https://www.gsxt.example/%7B{made['registration_number']}%7D",
    }
    shown = {
        "contributed": SHARES_IN_WORDS[at] if chance.random() < 0.5 else f"{SHARES[at] // 10_000}.000000万人民币",
        "term": f"{day(fields['valid_from'], CHINESE)} 至 {day(fields['valid_to'], CHINESE)}",
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 24))


def _branch(chance: Random) -> Invented:
    made = enterprise(chance)
    city, office, street = chance.choice(PORTS)
    fields = made | {
        "legal_name": f"{made['legal_name']}{city}分公司",
        "entity_type": chance.choice(BRANCHES),
        "valid_from": made["established_on"],
        "valid_to": "long-term",
        "address": f"{street}{chance.randint(6, 888)}号101室、102室",
        "authority": office,
        "qr": f"http://qr.gsxt.example/{invent.digits(20, chance)}",
    }
    shown = {
        "term": f"{day(fields['valid_from'], CHINESE)}至长期",
        "serial": f"{invent.digits(2, chance)}000000{fields['issued_on'].replace('-', '')}{invent.digits(4, chance)}",
        "copy": f"{chance.randint(1, 3)}-{chance.randint(1, 3)}",
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 26))


def _individual(chance: Random) -> Invented:
    made = enterprise(chance)
    city, office, street = chance.choice(PORTS)
    district = office.removeprefix(f"{city}市")[:3] if "区" in office else "思明区"
    fields = made | {
        "registration_number": uscc("92" + made["registration_number"][2:17]),
        "legal_name": f"{city}市{district}{chance.choice(SHOPS)}（个体工商户）",
        "entity_type": "个体工商户",
        "address": f"{street}{chance.randint(6, 888)}号一楼{chance.randint(1, 9)}号门面",
        "authority": office,
        "qr": f"https://www.gsxt.example/scan?code={made['registration_number'][8:]}&k={invent.digits(6, chance)}",
    }
    return Invented(fields=fields, shown={"formed": chance.choice(("个人经营", "家庭经营"))} | _furniture(fields, 22))


def _furniture(fields: dict[str, str], side: float) -> dict[str, object]:
    """Dates in Chinese, emblem, seal and a QR code of so many millimetres."""
    return {
        "established": day(fields["established_on"], CHINESE),
        "issued": [day(fields["issued_on"], form) for form in ("%Y", "{m}", "{d}")],
        "qr_code": qr_code(fields["qr"], side),
        "seal": round_seal(fields["authority"], 41),
        "badge": cards.badge(25, "#c0272d", points=4, inside="#ecc04f"),
    }


KIT = Kit(layouts=("original", "duplicate", "partnership", "branch", "individual", *HOLDERS), invent=invented)
