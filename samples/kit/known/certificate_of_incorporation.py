"""Certificates of incorporation: a British private company, a Texan limited liability company, a Hong Kong company."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day, ordinal
from samples.kit import cards, invent
from samples.specimen import Invented, Kit

REGISTERS = (
    ("England and Wales", "Cardiff", "", 8),
    ("England and Wales", "Cardiff", "", 8),
    ("Scotland", "Edinburgh", "SC", 6),
    ("Northern Ireland", "Belfast", "NI", 6),
)
CANTON = (
    ("PEARL HARVEST TRADING LIMITED", "珠穗貿易有限公司"),
    ("LION PEAK ELECTRONICS LIMITED", "獅峰電子有限公司"),
    ("JADE LANTERN LOGISTICS LIMITED", "翠燈物流有限公司"),
    ("NINE ISLANDS FOODS (HK) LIMITED", "九島食品（香港）有限公司"),
)


def invented(layout: str, chance: Random) -> Invented:
    return {"uk_private": _british, "texas_filing": _texan, "hong_kong": _hong_kong}[layout](chance)


def _workday(chance: Random, since: int = 2010) -> dt.date:
    """A day from Monday to Friday, from that year to 2025."""
    found = dt.date(since, 4, 1) + dt.timedelta(days=chance.randrange(365 * (2025 - since)))
    return found - dt.timedelta(days=max(0, found.weekday() - 4))


def _british(chance: Random) -> Invented:
    founded = _workday(chance)
    register, town, prefix, count = chance.choice(REGISTERS)
    order = 7_130_000 + (founded.year - 2010) * 580_000 + chance.randrange(570_000)
    number = prefix + invent.digits(count, chance) if prefix else f"{order:08d}"
    name = f"{chance.choice(invent.FIRM_NAMES['gb'])} {chance.choice(('Ltd', 'Limited'))}"
    fields = {
        "registration_number": number,
        "legal_name": name.upper(),
        "entity_type": "Private limited company",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": register,
        "authority": "Companies House",
    }
    shown = {
        "town": town,
        "given_on": f"{ordinal(founded.day)} {day(founded.isoformat(), '{month} %Y')}",
        "mark": f"N{number[-8:]}{chance.choice('ABCDEFGH')}",
        "badge": cards.badge(28, "#3b3b3b", points=16),
    }
    return Invented(fields=fields, shown=shown)


def _texan(chance: Random) -> Invented:
    founded = _workday(chance)
    name = f"{chance.choice(invent.FIRM_NAMES['us'])} {chance.choice(('LLC', 'L.L.C.'))}"
    fields = {
        "registration_number": f"80{invent.digits(7, chance)}",
        "legal_name": name,
        "entity_type": "Domestic Limited Liability Company (LLC)",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Texas",
        "authority": "Secretary of State",
    }
    shown = {
        "secretary": f"{chance.choice(('Ruth', 'Carlos', 'Diane'))} {chance.choice(('Halvorsen', 'Peña', 'Whitaker'))}",
        "typist": chance.choice(("Lena Ortiz", "Web Filing", "J. Moss")),
        "tid": invent.digits(5, chance),
        "document": invent.digits(12, chance),
        "badge": cards.badge(30, "#7a7a72", points=5),
    }
    return Invented(fields=fields, shown=shown)


def _hong_kong(chance: Random) -> Invented:
    founded = _workday(chance, since=2014)
    english, chinese = chance.choice(CANTON)
    fields = {
        "registration_number": str(2_070_000 + (founded.year - 2014) * 120_000 + chance.randrange(110_000)),
        "legal_name": english,
        "entity_type": "limited company",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Hong Kong",
        "authority": "Registrar of Companies",
    }
    shown = {
        "chinese": chinese,
        "issued_on": day(founded.isoformat(), "{d} {month} %Y"),
        "issued_chinese": f"{founded.year}年{founded.month}月{founded.day}日",
        "registrar": chance.choice(("Ms Constance LAM", "Mr Bernard YUEN")),
        "badge": cards.badge(26, "#7c2233", points=5),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("uk_private", "texas_filing", "hong_kong"), invent=invented)
