"""Passports: a French data page and an Indian one on a photocopy."""

from __future__ import annotations

from random import Random

from samples.kit import cards, invent
from samples.kit.zone import passport_zone
from samples.specimen import Invented, Kit

INDIAN = {"M": ("ARJUN", "VIKRAM SURESH", "IMRAN", "KARTHIK"), "F": ("ANANYA", "LAKSHMI DEVI", "MEERA", "FARIDA BEGUM")}
INDIAN_SURNAMES = ("SUBRAMANIAM", "DESHPANDE", "CHOWDHURY", "QURESHI", "MENON")
INDIAN_PLACES = ("NAGPUR, MAHARASHTRA", "KOCHI, KERALA", "INDORE, MADHYA PRADESH", "MYSURU, KARNATAKA")
OFFICES = ("CHENNAI", "PUNE", "LUCKNOW", "BENGALURU")
FRENCH_PLACES = ("CASTELVIEUX", "SAINT-AUBIN", "ORAN", "PORT-LOUIS", "RENNES")
LETTERS = "ACDEFHIKLPRTVX"


def invented(layout: str, chance: Random) -> Invented:
    return _french(chance) if layout == "french" else _indian(chance)


def _french(chance: Random) -> Invented:
    person = cards.holder("fr", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    street, town = invent.address("fr", chance)
    letters = chance.choice(LETTERS) + chance.choice(LETTERS)
    fields = {
        "document_number": f"{issued[2:4]}{letters}{invent.digits(5, chance)}",
        "surname": person.surname.upper(),
        "given_names": f"{person.given}, {chance.choice(('Marie', 'Claude', 'Dominique'))}",
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "FRA",
        "issuing_country": "FRA",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(FRENCH_PLACES),
        "authority": f"Préfecture de {chance.choice(('Castelvieux', 'Port-Louis', 'Saint-Aubin'))}",
        "address": f"{street} {town}".upper(),
    }
    shown = {
        "height": f"1,{chance.randint(55, 94)} m",
        "eyes": chance.choice(("MARRON", "BLEU", "VERT", "NOIR")),
        "home": (street.upper(), town.upper()),
        "signature": cards.signature(person.given, person.surname),
    }
    return _made(fields, shown, chance, "#6b2f4b")


def _indian(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    fields = {
        "document_number": chance.choice("JKLMNPRSTUVWZ") + invent.digits(7, chance),
        "surname": chance.choice(INDIAN_SURNAMES),
        "given_names": chance.choice(INDIAN[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "IND",
        "issuing_country": "IND",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(INDIAN_PLACES),
    }
    shown = {
        "office": chance.choice(OFFICES),
        "serial": invent.digits(7, chance),
        "signature": cards.signature(fields["given_names"], fields["surname"]),
    }
    return _made(fields, shown, chance, "#3f5a73")


def _made(fields: dict[str, str], shown: dict[str, object], chance: Random, colour: str) -> Invented:
    zone = passport_zone(fields)
    drawn = {
        "zone": zone.split("\n"),
        "colour": colour,
        "waves": cards.waves(125, 88, colour, lines=30, strength=0.16),
        "face": cards.portrait(fields["sex"], 33, 42, chance),
        "ghost": cards.portrait(fields["sex"], 12, 16, chance, grey=True),
        "badge": cards.badge(11, colour, points=8),
    }
    return Invented(fields={**fields, "mrz": zone}, shown={**shown, **drawn})


KIT = Kit(layouts=("french", "indian"), invent=invented)
