"""Chinese VAT invoices: the electronic ordinary one with a code, and the fully digital special one."""

from __future__ import annotations

from random import Random

from samples.ink import around
from samples.kit.fapiao import deal, fapiao_lines, password, sums
from samples.kit.invent import address, bank, credit_code, digits, person
from samples.specimen import Invented, Kit

TAX_OFFICES = {"杭州": "浙江", "苏州": "江苏", "成都": "四川", "佛山": "广东"}
REGIONS = {"浙江": "033", "江苏": "032", "四川": "051", "广东": "044"}


def invent(layout: str, chance: Random) -> Invented:
    """One invoice in a layout."""
    seller, buyer, dated = deal(chance)
    ordinary = layout == "electronic_ordinary"
    trade = "food" if ordinary else chance.choice(("goods", "services"))
    lines = fapiao_lines(trade, chance.randint(1, 4), 6 if ordinary else 13, chance)
    province = TAX_OFFICES[seller[:2]]
    number = digits(8, chance) if ordinary else f"{dated:%y}{REGIONS[province][1:]}7{digits(15, chance)}"
    fields = {
        "invoice_number": number,
        "invoice_date": dated.isoformat(),
        "seller_name": seller,
        "seller_tax_id": credit_code(chance),
        "buyer_name": buyer,
        "buyer_tax_id": credit_code(chance),
        **sums(lines),
    }
    if ordinary:
        fields |= {
            "invoice_code": f"{REGIONS[province]}00{dated:%y}00{chance.randint(1, 4)}11",
            "check_code": digits(20, chance),
            "machine_code": digits(12, chance),
        }
    shown = {
        "lines": lines,
        "province": province,
        "password": password(4, 28, chance),
        "places": [f"{address('cn', chance)[0]} 0{chance.randint(510, 799)}-{digits(8, chance)}" for _ in range(2)],
        "accounts": [f"{bank('cn', chance)}营业部 {digits(17, chance)}" for _ in range(2)],
        "staff": [person("cn", chance).full for _ in range(3)],
        "order": digits(9, chance),
        "seal": around(seller, 50, 9),
        "seal_office": around("全国统一发票监制章", 42, 11),
    }
    return Invented(fields=fields, rows=tuple(line.row() for line in lines), shown=shown)


KIT = Kit(layouts=("electronic_ordinary", "digital_special"), invent=invent)
