"""Chinese enterprises as their business licences state them, and the round seal of who registered them."""

from __future__ import annotations

import datetime as dt
from random import Random

from markupsafe import Markup

from samples.ink import around, star
from samples.kit import cards, invent

OFFICES = {
    "杭州": ("杭州市滨江区市场监督管理局", "浙江省杭州市滨江区"),
    "苏州": ("苏州市吴中区行政审批局", "江苏省苏州市吴中区"),
    "成都": ("成都市武侯区行政审批局", "四川省成都市武侯区"),
    "佛山": ("佛山市南海区市场监督管理局", "广东省佛山市南海区"),
}
SCOPES = (
    "包装材料及制品销售；纸制品制造；塑料制品销售；普通货物仓储服务；国内货物运输代理（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
    "食品销售（仅销售预包装食品）；农副产品销售；餐饮管理；货物进出口。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "机械设备研发；机械设备租赁；五金产品零售；金属制品销售；专用设备修理；技术服务、技术开发、技术咨询、技术转让。",
    "软件开发；信息系统集成服务；计算机软硬件及辅助设备零售；广告设计、代理；企业管理咨询；会议及展览服务。",
    "建筑材料销售；建筑装饰材料销售；水泥制品销售；室内装饰装修；土石方工程施工",
    "针纺织品及原料销售；服装制造；服装服饰批发；鞋帽零售；互联网销售（除销售需要许可的商品）",
)
TYPES = (
    "有限责任公司(自然人独资)",
    "有限责任公司（自然人投资或控股）",
    "有限责任公司(非自然人投资或控股的法人独资)",
    "有限责任公司",
)


def enterprise(chance: Random) -> dict[str, str]:
    """What every licence of a company states; capital, dates of validity and the QR code are the layout's."""
    name = invent.company("cn", chance)
    office, area = OFFICES[name[:2]]
    founded = dt.date(2009, 4, 1) + dt.timedelta(days=chance.randrange(5400))
    issued = max(dt.date(2019, 3, 4), founded) + dt.timedelta(days=chance.choice((0, 3, 410, 700)))
    street = f"{chance.choice(invent.STREETS['cn'])}{chance.randint(2, 398)}号"
    return {
        "registration_number": invent.credit_code(chance),
        "legal_name": name,
        "entity_type": chance.choice(TYPES),
        "legal_representative": cards.holder("cn", chance).full,
        "established_on": founded.isoformat(),
        "address": f"{area}{street}{chance.randint(1, 9)}幢{chance.randint(1, 20)}0{chance.randint(1, 8)}室",
        "business_scope": chance.choice(SCOPES),
        "authority": office,
        "issued_on": issued.isoformat(),
    }


def round_seal(name: str, size: float, word: str = "") -> Markup:
    """The red round seal with a name on its ring, in millimetres."""
    letters = "".join(
        f'<text font-size="{one.size}" font-family="Noto Serif CJK SC, Droid Sans Fallback" text-anchor="middle" '
        f'transform="translate({one.x} {one.y}) rotate({one.turn})">{one.text}</text>'
        for one in around(name, 42, 10.5, arc=250)
    )
    return Markup(  # noqa: S704 - drawn here from words of our own
        f'<svg width="{size}mm" height="{size}mm" viewBox="0 0 120 120"><g opacity="0.75" fill="#c8202c">'
        f'<circle cx="60" cy="60" r="56" fill="none" stroke="#c8202c" stroke-width="3"/><path d="{star(60, 60, 15)}"/>'
        f'{letters}<text x="60" y="94" font-size="10" font-family="Droid Sans Fallback" text-anchor="middle">{word}'
        "</text></g></svg>"
    )
