"""Passports: a French data page, an Indian one on a photocopy, a Chinese one, and a Polish one whose zone has the
personal number."""

from __future__ import annotations

from random import Random

from samples.kit import cards, invent
from samples.kit.personal_numbers import polish_number
from samples.kit.zone import passport_zone, zoned
from samples.specimen import Invented, Kit

INDIAN = {"M": ("ARJUN", "VIKRAM SURESH", "IMRAN", "KARTHIK"), "F": ("ANANYA", "LAKSHMI DEVI", "MEERA", "FARIDA BEGUM")}
INDIAN_SURNAMES = ("SUBRAMANIAM", "DESHPANDE", "CHOWDHURY", "QURESHI", "MENON")
INDIAN_PLACES = ("NAGPUR, MAHARASHTRA", "KOCHI, KERALA", "INDORE, MADHYA PRADESH", "MYSURU, KARNATAKA")
OFFICES = ("CHENNAI", "PUNE", "LUCKNOW", "BENGALURU")
FRENCH_PLACES = ("CASTELVIEUX", "SAINT-AUBIN", "ORAN", "PORT-LOUIS", "RENNES")
CHINESE = {
    "M": (("ZHIYUAN", "志远"), ("HAITAO", "海涛"), ("WEI", "伟")),
    "F": (("LIJUAN", "丽娟"), ("XUE", "雪"), ("YULAN", "玉兰")),
}  # fmt: skip
CHINESE_SURNAMES = (("LIN", "林"), ("ZHOU", "周"), ("OUYANG", "欧阳"), ("HE", "何"), ("LYU", "吕"))
PROVINCES = (("浙江", "ZHEJIANG"), ("四川", "SICHUAN"), ("广东", "GUANGDONG"), ("江苏", "JIANGSU"))
POLISH = {"M": ("PAWEŁ", "JAKUB TOMASZ", "STANISŁAW"), "F": ("HANNA", "KRYSTYNA MARIA", "JOANNA")}
POLISH_SURNAMES = ("NOWAK", "WRÓBEL", "SZYMCZAK", "MAZUR-KĘPA")
POLISH_TOWNS = ("NOWY MŁYN", "BRZEZINA", "WĄWOLNICA")
LETTERS = "ACDEFHIKLPRTVX"


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


def _chinese(chance: Random) -> Invented:
    sex = chance.choice("MF")
    (surname, family), (given, characters) = chance.choice(CHINESE_SURNAMES), chance.choice(CHINESE[sex])
    issued, expires = cards.term(chance, 10, day_before=True)
    (born_in, born_latin), (made_in, made_latin) = chance.choice(PROVINCES), chance.choice(PROVINCES)
    fields = {
        "document_number": f"E{chance.choice('ABCDEFGHJK')}{invent.digits(7, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("cn", chance).born.isoformat(),
        "sex": sex,
        "nationality": "CHN",
        "issuing_country": "CHN",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": f"{born_in}/{born_latin}",
        "authority": "MPS Exit & Entry Administration",
    }
    shown = {
        "characters": family + characters,
        "issued_in": f"{made_in}/{made_latin}",
        "months": {
            name: f"{int(fields[name][5:7])}月" for name in ("date_of_birth", "date_of_issue", "date_of_expiry")
        },
    }
    return _made(fields, shown, chance, "#8b4a3a")


def _polish(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10)
    number = polish_number(person.born, person.sex, chance)
    fields = {
        "document_number": f"E{chance.choice('ABFHK')}{invent.digits(7, chance)}",
        "surname": chance.choice(POLISH_SURNAMES),
        "given_names": chance.choice(POLISH[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "POL",
        "issuing_country": "POL",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(POLISH_TOWNS),
        "personal_number": number,
        "authority": f"WOJEWODA {chance.choice(('NADRZECZNY', 'LEŚNICKI', 'GÓRNIAŃSKI'))}",
    }
    shown = {"signature": cards.signature(fields["given_names"].title(), fields["surname"])}
    return _made(fields, shown, chance, "#7c2f3d", personal=number)


def _made(
    fields: dict[str, str], shown: dict[str, object], chance: Random, colour: str, personal: str = ""
) -> Invented:
    zone = passport_zone(fields, personal)
    drawn = {
        "colour": colour,
        "waves": cards.waves(125, 88, colour, lines=30, strength=0.16),
        "face": cards.portrait(fields["sex"], 33, 42, chance),
        "ghost": cards.portrait(fields["sex"], 12, 16, chance, grey=True),
        "badge": cards.badge(11, colour, points=8),
    }
    return zoned(fields, zone, {**shown, **drawn})


KIT = Kit.of({"french": _french, "indian": _indian, "chinese": _chinese, "polish": _polish})
