"""Certificates of incorporation: a British private company, a Texan limited liability company, a Hong Kong company, an
exempted company of the Cayman Islands, a certified copy from Delaware, a Canadian federal certificate; those of further
registers stand in samples.kit.incorporations."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day, ordinal
from samples.kit import cards, incorporations, invent
from samples.kit.words import english_words, spelled_day
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
ISLAND = (
    "Blue Heron Holdings",
    "Wharf Street Capital",
    "Sea Grape Ventures",
    "Northwind Shipping",
    "Ironshore Trading",
)
CANADIAN = (
    ("Maplecrest Woodworks Inc.", "Les Boiseries Maplecrest inc."), ("Rivière Rouge Foods Ltd.", ""),
    ("Tundra Line Outfitters Corp.", ""), ("13580246 Canada Inc.", ""), ("Chinook Data Services Limited", ""),
)  # fmt: skip


def _workday(chance: Random, since: int = 2010) -> dt.date:
    """A day from Monday to Friday, from that year to 2025."""
    found = dt.date(since, 4, 1) + dt.timedelta(days=chance.randrange(365 * (2025 - since)))
    return invent.working_day(found)


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


def _cayman(chance: Random) -> Invented:
    founded = _workday(chance, since=2015)
    fields = {
        "registration_number": f"{chance.choice(('MC', 'IC', 'CT', 'WK'))}-{chance.randint(298_000, 412_000)}",
        "legal_name": chance.choice(ISLAND) + chance.choice((" Limited", " Ltd.", " Inc.")),
        "entity_type": "Exempted Company",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Cayman Islands",
        "authority": "Registrar of Companies",
    }
    shown = {
        "deputy": chance.choice(("Assistant Registrar", "Deputy Registrar")),
        "given_on": f"{ordinal(founded.day)} day of {day(founded.isoformat(), '{month}')} Two Thousand "
        f"{english_words(founded.year % 100).title()}",
        "code": f"{invent.digits(6, chance)}-{invent.digits(6, chance)}",
        "day": day(founded.isoformat(), "%d-%b-%Y"),
        "badge": cards.badge(30, "#1c5d72", points=3),
    }
    return Invented(fields=fields, shown=shown)


def _delaware(chance: Random) -> Invented:
    founded = _workday(chance, since=2012)
    name = chance.choice(invent.FIRM_NAMES["us"])
    fields = {
        "registration_number": invent.digits(7, chance),
        "legal_name": f"{name}, {chance.choice(('INC.', 'CORP.'))}".upper(),
        "entity_type": "Stock Corporation",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Delaware",
        "authority": "Secretary of State",
    }
    hour, minute = chance.randint(8, 16), chance.randint(10, 59)
    street, _ = invent.address("us", chance)
    shown = {
        "spelled": spelled_day(founded),
        "hour": f"{hour % 12 or 12}:{minute} O'CLOCK {'A.M.' if hour < 12 else 'P.M.'}",
        "stamp": f"{hour % 12 or 12:02d}:{minute} {'AM' if hour < 12 else 'PM'} {day(founded.isoformat(), '%m/%d/%Y')}",
        "request": f"{founded.year}{invent.digits(7, chance)}",
        "authentication": f"20{invent.digits(7, chance)}",
        "secretary": chance.choice(("Harriet L. Quill", "Jonas P. Whitcombe")),
        "agent": chance.choice(("Brandywine Agents, Inc.", "First State Registered Offices LLC")),
        "street": street,
        "shares": f"{chance.choice((1_500, 10_000, 5_000_000, 10_000_000)):,}",
        "incorporator": invent.person("us", chance).full,
        "badge": cards.badge(34, "#8a7a3f", points=13),
        "ghost": cards.badge(110, "#f3efe0", points=13),
    }
    return Invented(fields=fields, shown=shown)


def _canadian(chance: Random) -> Invented:
    founded = _workday(chance, since=2013)
    english, french = chance.choice(CANADIAN)
    number = english[:8] if english[0].isdigit() else str(chance.randint(8_400_000, 15_900_000))
    fields = {
        "registration_number": f"{number[:-1]}-{number[-1]}",
        "legal_name": english,
        "entity_type": "corporation",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Canada",
        "authority": "Corporations Canada",
    }
    shown = {
        "french": french,
        "director": chance.choice(("Hantz Brodeur", "Virginia Etheridge-Roy", "Raymond Lacoste")),
        "office": f"{chance.randint(100, 900)} Queen Street",
        "leaf": cards.badge(13, "#c8232c", points=1),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit.of({
    "uk_private": _british, "texas_filing": _texan, "hong_kong": _hong_kong, "cayman": _cayman,
    "delaware_copy": _delaware, "canadian_federal": _canadian, "irish_known": incorporations.irish,
    "singapore_known": incorporations.singaporean, "australian_known": incorporations.australian,
    "new_york_receipt_known": incorporations.new_york, "indian": incorporations.indian,
    "virgin_islands_known": incorporations.virgin_islands,
})  # fmt: skip
