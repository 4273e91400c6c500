"""Goods, taxes and capital words of Chinese VAT invoices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from samples.kit.invent import company, month
from samples.kit.trade_lines import cents

NUMERALS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
Ware = tuple[str, str, str, str, int, int, int]
"""Name with its tax class, model, unit, tax rate, price with tax in yuan at least and at most, quantity at most."""
WARES: Mapping[str, Sequence[Ware]] = {
    "goods": (
        ("*纸制品*瓦楞纸箱", "450*300*280", "个", "13%", 4, 12, 900),
        ("*塑料制品*封箱胶带", "48mm*100m", "卷", "13%", 3, 9, 600),
        ("*金属制品*不锈钢法兰", "DN80", "片", "13%", 42, 118, 120),
        ("*轴承*深沟球轴承", "6205-2RS", "套", "13%", 14, 36, 300),
        ("*电线电缆*控制电缆", "KVVP 4*1.5", "米", "13%", 6, 17, 800),
        ("*紧固件*内六角螺栓", "M12*60 8.8级", "盒", "13%", 55, 98, 60),
        ("*润滑油*抗磨液压油", "46# 200L", "桶", "13%", 1850, 2680, 8),
    ),
    "food": (
        ("*谷物加工品*大米", "25kg/袋", "袋", "9%", 98, 148, 80),
        ("*植物油*菜籽油", "5L*4", "箱", "9%", 210, 296, 40),
        ("*乳制品*纯牛奶", "250ml*24", "箱", "13%", 52, 78, 60),
        ("*饮料*乌龙茶饮料", "500ml*15", "箱", "13%", 38, 62, 50),
        ("*调味品*生抽酱油", "1.9L", "桶", "13%", 14, 26, 90),
        ("*食用盐*加碘精制盐", "400g*50", "件", "9%", 75, 105, 20),
    ),
    "services": (
        ("*信息技术服务*软件运维服务费", "", "项", "6%", 4800, 26000, 1),
        ("*鉴证咨询服务*咨询费", "", "次", "6%", 3000, 18000, 1),
        ("*物流辅助服务*仓储服务费", "", "月", "6%", 2600, 8800, 6),
        ("*广告服务*宣传品设计费", "", "项", "6%", 1500, 9800, 2),
    ),
}


@dataclass(frozen=True, slots=True)
class FapiaoLine:
    """One line of a VAT invoice, as printed."""

    description: str
    model: str
    unit: str
    quantity: str
    unit_price: str
    net: Decimal
    rate: str
    tax: Decimal

    def row(self) -> dict[str, str]:
        """The line by the names of the kind's cells."""
        return {
            "description": self.description,
            "quantity": self.quantity,
            "unit_price": self.unit_price,
            "net_amount": f"{self.net:.2f}",
            "tax_rate": self.rate,
            "tax_amount": f"{self.tax:.2f}",
        }


def deal(chance: Random) -> tuple[str, str, dt.date]:
    """Seller, a buyer of another name, and the day."""
    seller, buyer = company("cn", chance), company("cn", chance)
    while buyer[2:4] == seller[2:4]:
        buyer = company("cn", chance)
    return seller, buyer, month(chance)[0] + dt.timedelta(days=chance.randint(0, 27))


def fapiao_lines(trade: str, count: int, places: int, chance: Random) -> tuple[FapiaoLine, ...]:
    """So many lines of a trade; unit prices before tax to so many places at most."""
    return tuple(_line(ware, places, chance) for ware in chance.sample(WARES[trade], count))


def _line(ware: Ware, places: int, chance: Random) -> FapiaoLine:
    description, model, unit, rate, low, high, most = ware
    share = Decimal(rate.rstrip("%")) / 100
    quantity = chance.randint(max(1, most // 5), most)
    price = Decimal(chance.randint(low * 10, high * 10)) / 10 / (1 + share)
    price = price.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    net = cents(price * quantity)
    tax = cents(net * share)
    shortest = f"{price:f}".rstrip("0").rstrip(".")
    return FapiaoLine(description, model, unit, str(quantity), shortest, net, rate, tax)


def sums(lines: Sequence[FapiaoLine]) -> dict[str, str]:
    """Net, tax and total of the lines, the last also in capital words."""
    net, tax = (sum((getattr(line, name) for line in lines), Decimal(0)) for name in ("net", "tax"))
    return {
        "net_amount": f"{net:.2f}",
        "tax_amount": f"{tax:.2f}",
        "total_amount": f"{net + tax:.2f}",
        "total_in_words": capitals(net + tax),
        "currency": "CNY",
    }


def capitals(value: Decimal) -> str:
    """A sum of money below a trillion yuan as Chinese invoices write it: 1200.05 as 壹仟贰佰圆零伍分."""
    whole, parts = divmod(int(value * 100), 100)
    tens, ones = divmod(parts, 10)
    said = f"{_whole(whole)}圆" if whole else ""
    if not parts:
        return f"{said}整"
    said += f"{NUMERALS[tens]}角" if tens else ("零" if whole else "")
    return said + (f"{NUMERALS[ones]}分" if ones else "整")


def _whole(value: int) -> str:
    """Whole yuan, in groups of four digits."""
    said, skipped = "", False
    for group, name in ((value // 10**8, "亿"), (value // 10**4 % 10**4, "万"), (value % 10**4, "")):
        if group:
            said += ("零" if said and (skipped or group < 1000) else "") + _thousands(group) + name
        skipped = not group
    return said


def _thousands(group: int) -> str:
    """Four digits, with one 零 for noughts between others."""
    said, nought = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            said += ("零" if nought and said else "") + NUMERALS[digit] + PLACES[place]
        nought = not digit
    return said


def password(rows: int, columns: int, chance: Random) -> tuple[str, ...]:
    """The lines of the password area."""
    return tuple("".join(chance.choice("0123456789*+-/<>") for _ in range(columns)) for _ in range(rows))
