"""Chinese VAT invoices: the special invoice on paper, and the fully digital ordinary one."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from samples.kit.fapiao import deal, fapiao_lines, password, sums
from samples.kit.invent import address, bank, credit_code, digits, person
from samples.specimen import Invented, Kit

PROVINCES = {"杭州": ("浙江", "3300"), "苏州": ("江苏", "3200"), "成都": ("四川", "5100"), "佛山": ("广东", "4400")}


def invent(layout: str, chance: Random) -> Invented:
    """One invoice in a layout."""
    seller, buyer, dated = deal(chance)
    paper = layout == "special"
    lines = fapiao_lines("goods" if paper else "food", chance.randint(1, 4), 8 if paper else 4, chance)
    fields = {
        "invoice_date": dated.isoformat(),
        "seller_name": seller,
        "seller_tax_id": credit_code(chance),
        "buyer_name": buyer,
        "buyer_tax_id": credit_code(chance),
        **sums(lines),
    }
    fields |= _paper_numbers(seller, dated, chance) if paper else {"invoice_number": _digital_number(dated, chance)}
    return Invented(
        fields=fields, rows=tuple(line.row() for line in lines), shown=_shown(seller, chance) | {"lines": lines}
    )


def _paper_numbers(seller: str, dated: dt.date, chance: Random) -> dict[str, str]:
    code = f"{PROVINCES[seller[:2]][1]}{dated:%y}{chance.randint(1, 4)}1{chance.choice('36')}0"
    return {"invoice_code": code, "invoice_number": digits(8, chance), "machine_code": digits(12, chance)}


def _digital_number(dated: dt.date, chance: Random) -> str:
    """The twenty digits: year, province, channel, order."""
    return f"{dated:%y}{chance.choice(('33', '32', '51', '44'))}2{digits(15, chance)}"


def _shown(seller: str, chance: Random) -> dict[str, Any]:
    def account() -> str:
        return f"{bank('cn', chance)}{seller[:2]}支行 {digits(19, chance)}"

    def place() -> str:
        return f"{address('cn', chance)[0]} 05{chance.randint(10, 79)}-{digits(8, chance)}"

    return {
        "province": PROVINCES[seller[:2]][0],
        "password": password(4, 27, chance),
        "seller_place": place(),
        "seller_account": account(),
        "buyer_place": place(),
        "buyer_account": account(),
        "staff": [person("cn", chance).full for _ in range(3)],
        "remark": chance.choice(("", "合同号：HT" + digits(8, chance), "送货单" + digits(6, chance))),
    }


KIT = Kit(layouts=("special", "digital"), invent=invent)
