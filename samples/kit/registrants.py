"""Who else holds a Chinese business licence: a company of the years before 2015, one of foreign investors, a farmers'
cooperative and a sole investor's enterprise (个人独资企业)."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.identifiers import uscc
from samples.ink import day
from samples.kit import cards, invent
from samples.kit.codes import qr_code
from samples.kit.enterprises import enterprise, round_seal
from samples.specimen import Invented

CHINESE = "%Y年%m月%d日"
FOREIGN = (
    ("美元", "有限责任公司（外国法人独资）"), ("港元", "有限责任公司（港澳台法人独资）"),
    ("欧元", "有限责任公司（中外合资）"), ("美元", "有限责任公司（外商投资、非独资）"),
)  # fmt: skip
CHIEFS = ("LIM CHEE SENG", "ANDREAS KELLER", "CHAN, WAI KEUNG", "MARIE-CLAIRE DUBOIS", "山本健一")
CROPS = ("蔬菜种植", "茶叶", "生猪养殖", "果业", "粮食种植")
VILLAGES = (
    ("安吉县", "安吉县市场监督管理局", "浙江省湖州市安吉县溪龙乡黄杜村"),
    ("金堂县", "金堂县行政审批局", "四川省成都市金堂县竹篙镇红旗村3组"),
    ("句容市", "句容市市场监督管理局", "江苏省镇江市句容市茅山镇丁家边村"),
)


def _furniture(fields: dict[str, str], side: float) -> dict[str, object]:
    return {
        "established": day(fields["established_on"], CHINESE),
        "issued": day(fields["issued_on"], CHINESE),
        "seal": round_seal(fields["authority"], 40),
        "badge": cards.badge(25, "#c0272d", points=4, inside="#ecc04f"),
    } | ({"qr_code": qr_code(fields["qr"], side)} if "qr" in fields else {})


def old_number(office: str, chance: Random) -> str:
    """A registration number of 15 digits (GS15-2006) with its check digit (ISO 7064, MOD 11,10)."""
    body, rest = office + invent.digits(8, chance), 10
    for digit in body:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return body + str((11 - rest) % 10)


def early(chance: Random) -> Invented:
    """As administrations for industry and commerce issued them: a number of 15 digits, paid-in capital, no QR code."""
    made = enterprise(chance)
    founded = dt.date(2004, 3, 1) + dt.timedelta(days=chance.randrange(2900))
    issued = founded + dt.timedelta(days=chance.choice((0, 6, 380)))
    amount = chance.choice((500_000, 1_000_000, 3_000_000, 5_080_000))
    years = chance.choice((10, 20, 30))
    fields = made | {
        "registration_number": old_number(made["registration_number"][2:8], chance),
        "registered_capital": str(amount),
        "established_on": founded.isoformat(),
        "issued_on": issued.isoformat(),
        "valid_from": founded.isoformat(),
        "valid_to": cards.last_day(founded, years).isoformat(),
        "authority": f"{made['authority'][:6]}工商行政管理局",
    }
    words = {500_000: "伍拾万元整", 1_000_000: "壹佰万元整", 3_000_000: "叁佰万元整", 5_080_000: "伍佰零捌万元整"}
    shown = {
        "words": words[amount],
        "term": [day(fields[name], CHINESE) for name in ("valid_from", "valid_to")],
        "checks": [issued.year + more for more in (1, 2)],
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 20))


def foreign(chance: Random) -> Invented:
    """Invested from abroad: a capital in foreign money and a representative whose name may be in Latin letters."""
    made = enterprise(chance)
    currency, form = chance.choice(FOREIGN)
    amount = chance.choice((100_000, 500_000, 2_100_000, 12_000_000))
    founded = dt.date.fromisoformat(made["established_on"])
    fields = made | {
        "entity_type": form,
        "legal_representative": chance.choice(CHIEFS),
        "registered_capital": str(amount),
        "valid_from": made["established_on"],
        "valid_to": cards.last_day(founded, chance.choice((20, 30, 50))).isoformat(),
        "qr": f"https://www.gsxt.example/scan?uniscid={made['registration_number']}&lang=zh",
    }
    shown = {
        "capital": f"{amount / 10_000:g}万{currency}",
        "term": f"自{day(fields['valid_from'], CHINESE)}至{day(fields['valid_to'], CHINESE)}",
        "copy": f"{chance.randint(1, 3)}/3",
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 25))


def cooperative(chance: Random) -> Invented:
    """A farmers' cooperative (农民专业合作社)."""
    made = enterprise(chance)
    county, office, village = chance.choice(VILLAGES)
    amount = chance.choice((300_000, 1_200_000, 2_036_000))
    fields = made | {
        "registration_number": uscc("93" + made["registration_number"][2:17]),
        "legal_name": f"{county}{made['legal_name'][2:4]}{chance.choice(CROPS)}专业合作社",
        "entity_type": "农民专业合作社",
        "registered_capital": str(amount),
        "address": f"{village}{chance.randint(2, 88)}号",
        "business_scope": "组织采购、供应成员所需的生产资料；组织收购、销售成员种植的产品；引进新技术、新品种，"
        "开展与农业生产经营有关的技术培训、技术交流和信息咨询服务。",
        "authority": office,
        "qr": f"https://www.gsxt.example/c/{invent.digits(18, chance)}",
    }
    shown = {"capital": f"{amount / 10_000:.2f}万元"}
    return Invented(fields=fields, shown=shown | _furniture(fields, 23))


def sole_investor(chance: Random) -> Invented:
    """An enterprise of one investor (个人独资企业), as printed from the electronic licence."""
    made = enterprise(chance)
    fields = made | {
        "registration_number": uscc("91" + made["registration_number"][2:17]),
        "legal_name": made["legal_name"].replace("有限公司", chance.choice(("经营部", "工作室", "厂"))),
        "entity_type": "个人独资企业",
        "registered_capital": str(chance.choice((100_000, 300_000, 880_000))),
        "valid_from": made["established_on"],
        "valid_to": "long-term",
        "qr": f"https://zzapp.gsxt.example/{invent.digits(24, chance)}",
    }
    shown = {
        "capital": f"人民币{int(fields['registered_capital']) // 10_000}万元整",
        "fetched": day(
            (dt.date.fromisoformat(made["issued_on"]) + dt.timedelta(days=chance.randint(20, 600))).isoformat()
        ),
        "serial": invent.digits(16, chance),
    }
    return Invented(fields=fields, shown=shown | _furniture(fields, 26))
