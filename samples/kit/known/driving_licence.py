"""Driving licences: the British and the German card with numbered fields, and an Ohio licence with its barcode."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from samples.kit import cards, invent
from samples.kit.codes import licence_data, pdf417
from samples.specimen import Invented, Kit

CLASSES = ("B", "B/BE", "AM/B", "B/BE/C1/C1E")
BRITISH_CLASSES = ("AM/B/B1/f/k/q", "AM/A/B1/B/f/k/l/n/p/q", "AM/B1/B/C1/D1/BE/C1E/D1E/f/k/l/n/p/q", "B/f/k/p/q")
MIDDLE = ("JAMES", "ROSE", "OWEN", "")


def invented(layout: str, chance: Random) -> Invented:
    return {"british": _british, "german": _german, "ohio": _ohio}[layout](chance)


def _british(chance: Random) -> Invented:
    person, middle = cards.holder("gb", chance), chance.choice(MIDDLE)
    issued, expires = cards.term(chance, 10, day_before=True)
    street, town = invent.address("gb", chance)
    given = f"{person.given.upper()} {middle}".strip()
    fields = {
        "document_number": _driver_number(person, middle, chance),
        "surname": person.surname.upper(),
        "given_names": given,
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": "DVLA",
        "address": f"{street.upper()}, {re.sub(r' (?=[A-Z]+[0-9])', ', ', town).upper()}",
        "vehicle_classes": chance.choice(BRITISH_CLASSES),
        "issuing_country": "UK",
    }
    shown = {
        "birthplace": chance.choice(("UNITED KINGDOM", "ENGLAND", "NIGERIA", "IRELAND")),
        "issue": invent.digits(2, chance),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 22, 29, chance, grey=True),
        "ghost": cards.portrait(person.sex, 10, 13, chance, grey=True),
        "waves": cards.waves(86, 54, "#b0568a", lines=20),
    }
    return Invented(fields=fields, shown=shown)


def _driver_number(person: invent.Person, middle: str, chance: Random) -> str:
    """Surname, decade, month (women: plus 50), day, year, initials, and three figures of the agency's own."""
    surname = re.sub(r"[^A-Z]", "", person.surname.upper()).ljust(5, "9")[:5]
    born, month = person.born, person.born.month + (50 if person.sex == "F" else 0)
    initials = person.given[0] + (middle[:1] or "9")
    tail = chance.choice("ABCDEGHJKLMNPRSTVW") + chance.choice("ABCDEFGHJLMNPRTUVWXY")
    return f"{surname}{born.year // 10 % 10}{month:02d}{born.day:02d}{born.year % 10}{initials}9{tail}"


def _german(chance: Random) -> Invented:
    person = cards.holder("de", chance)
    issued, expires = cards.term(chance, 15, day_before=True)
    fields = {
        "document_number": "".join(chance.choice("BCFJ0123456789") for _ in range(4)) + invent.digits(5, chance) + "41",
        "surname": person.surname,
        "given_names": person.given,
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": f"Landratsamt {chance.choice(('Talheim', 'Neuhafen', 'Kirchrode'))}",
        "vehicle_classes": chance.choice(CLASSES),
        "issuing_country": "D",
    }
    shown = {
        "birthplace": chance.choice(("Talheim", "Izmir", "Neuhafen", "Lindenau")),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 22, 29, chance, grey=True),
        "waves": cards.waves(86, 54, "#c56a7d", lines=24),
    }
    return Invented(fields=fields, shown=shown)


def _ohio(chance: Random) -> Invented:
    person = cards.holder("us", chance)
    issued, expires = cards.term(chance, 8)
    expires = person.born.replace(year=int(expires[:4]), day=min(person.born.day, 28)).isoformat()
    street, _ = invent.address("us", chance)
    eyes = chance.choice(("BRO", "BLU", "GRN", "HAZ"))
    city, postcode = chance.choice((("FAIRHOPE", "44701"), ("MILLBROOK", "43999"), ("GRANTON", "45099")))
    fields = {
        "document_number": chance.choice("RSTUV") + chance.choice("ABCDXYZ") + invent.digits(6, chance),
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {chance.choice(('LEE', 'RAE', 'JAMES', 'ANN'))}",
        "date_of_birth": person.born.replace(day=min(person.born.day, 28)).isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "sex": person.sex,
        "address": f"{street.upper()}, {city}, OH {postcode}",
        "vehicle_classes": "D",
        "issuing_country": "USA",
        "region": "OHIO",
    }
    shown = {
        "street": street.upper(),
        "town": f"{city}, OH {postcode}",
        "height": f"{chance.randint(5, 6)}'-{chance.randint(0, 11):02d}\"",
        "weight": str(chance.randint(120, 240)),
        "eyes": eyes,
        "discriminator": invent.digits(8, chance),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 24, 31, chance),
        "ghost": cards.portrait(person.sex, 11, 14, chance, grey=True),
        "waves": cards.waves(86, 54, "#5f7fa8", lines=22),
        "barcode": pdf417(_barcode_text(fields, postcode, city, eyes), 75, 24),
    }
    return Invented(fields=fields, shown=shown)


def _barcode_text(fields: dict[str, str], postcode: str, city: str, eyes: str) -> str:
    """What the back of the licence says to machines (AAMVA)."""
    first, middle = fields["given_names"].split()
    dates = {name: dt.date.fromisoformat(fields[name]).strftime("%m%d%Y") for name in fields if name.startswith("date")}
    return licence_data(
        "636023",
        {
            "DAQ": fields["document_number"], "DCS": fields["surname"], "DAC": first, "DAD": middle, "DCA": "D",
            "DCB": "NONE", "DCD": "NONE", "DBB": dates["date_of_birth"], "DBD": dates["date_of_issue"],
            "DBA": dates["date_of_expiry"], "DBC": "1" if fields["sex"] == "M" else "2", "DAY": eyes,
            "DAG": fields["address"].split(",")[0], "DAI": city, "DAJ": "OH", "DAK": postcode.ljust(9, "0"),
            "DCG": "USA",
        },
    )  # fmt: skip


KIT = Kit(layouts=("british", "german", "ohio"), invent=invented)
