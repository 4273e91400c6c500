"""Numbers of drivers and what the backs of American licences say to machines (AAMVA)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from random import Random

from samples.kit.codes import licence_data
from samples.kit.invent import Person

EYES = ("BRO", "BLU", "GRN", "HAZ")
SOUNDS = {letter: str(at) for at, group in enumerate(("BFPV", "CGJKQSXZ", "DT", "L", "MN", "R"), 1) for letter in group}


def british_number(person: Person, middle: str, chance: Random) -> str:
    """Surname, decade, month (women: plus 50), day, year, initials, and three figures of the agency's own."""
    surname = re.sub(r"[^A-Z]", "", person.surname.upper()).ljust(5, "9")[:5]
    born, month = person.born, person.born.month + (50 if person.sex == "F" else 0)
    initials = person.given[0] + (middle[:1] or "9")
    tail = chance.choice("ABCDEGHJKLMNPRSTVW") + chance.choice("ABCDEFGHJLMNPRTUVWXY")
    return f"{surname}{born.year // 10 % 10}{month:02d}{born.day:02d}{born.year % 10}{initials}9{tail}"


def floridian_number(person: Person, chance: Random) -> str:
    """The surname's sound, a figure for the given names, year and day of birth (women: plus 500), and an order."""
    letters = re.sub(r"[^A-Z]", "", person.surname.upper())
    sound = "".join(SOUNDS.get(letter, "") for letter in letters[1:]).ljust(3, "0")[:3]
    born = person.born
    turn = (born.month - 1) * 40 + born.day + (500 if person.sex == "F" else 0)
    return f"{letters[0]}{sound}-{chance.randint(100, 899)}-{born:%y}-{turn:03d}-{chance.randint(0, 3)}"


def american_barcode(issuer: str, fields: Mapping[str, str], home: tuple[str, str, str, str], **more: str) -> str:
    """What the back says to machines; `home` is street, city, state and postcode, `more` other elements."""
    street, city, state, postcode = home
    first, _, middle = fields["given_names"].partition(" ")
    dates = {name: dt.date.fromisoformat(fields[name]).strftime("%m%d%Y") for name in fields if name.startswith("date")}
    return licence_data(
        issuer,
        {
            "DCA": fields["vehicle_classes"], "DCB": "NONE", "DCD": "NONE", "DBA": dates["date_of_expiry"],
            "DCS": fields["surname"], "DAC": first, "DAD": middle or "NONE", "DBD": dates["date_of_issue"],
            "DBB": dates["date_of_birth"], "DBC": "1" if fields["sex"] == "M" else "2", "DAG": street, "DAI": city,
            "DAJ": state, "DAK": postcode.ljust(9, "0"), "DAQ": re.sub(r"[ -]", "", fields["document_number"]),
            "DCG": "USA",
        } | more,
    )  # fmt: skip


def american_dates(person: Person, issued: str, years: int) -> tuple[str, str]:
    """Birth (never after the 28th) and expiry, which is a birthday, so many years after the issue."""
    born = person.born.replace(day=min(person.born.day, 28))
    return born.isoformat(), born.replace(year=int(issued[:4]) + years).isoformat()
