"""Identity cards: a Romanian card (TD2), an Estonian one (TD1, both sides) and one of Hong Kong without a zone."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import card_zone, large_card_zone
from samples.specimen import Invented, Kit

ROMANIAN = {"M": ("ANDREI", "MIHAI-COSTIN", "RADU"), "F": ("IOANA", "ANA-MARIA", "SIMONA")}
ROMANIAN_SURNAMES = ("POPESCU", "STĂNCULESCU", "MUREȘAN", "CIOBANU")
ROMANIAN_TOWNS = ("Mun. Valea Mare", "Mun. Piatra Nouă", "Orș. Lunca")
ESTONIAN = {"M": ("TANEL", "JÜRI", "MARTIN"), "F": ("LIIS", "KADRI-ANN", "PIRET")}
ESTONIAN_SURNAMES = ("TAMMSAAR", "MÄGI", "KÕIV", "RÄTSEP")
CANTONESE = (("CHAN", "陳"), ("LEUNG", "梁"), ("WONG", "黃"), ("CHEUNG", "張"))
CANTONESE_GIVEN = (("Ka Ming", "家明"), ("Suk Yee", "淑儀"), ("Chi Keung", "志強"), ("Wai Man", "慧文"))


def invented(layout: str, chance: Random) -> Invented:
    return {"romanian_td2": _romanian, "estonian_td1": _estonian, "hong_kong": _hong_kong}[layout](chance)


def _romanian(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10)
    series, town = chance.choice(("RX", "TZ", "KV", "SB")), chance.choice(ROMANIAN_TOWNS)
    fields = {
        "document_number": series + invent.digits(6, chance),
        "surname": chance.choice(ROMANIAN_SURNAMES),
        "given_names": chance.choice(ROMANIAN[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "ROU",
        "issuing_country": "ROU",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": f"Jud. VL {town}",
        "address": f"Jud. VL {town} Str. {chance.choice(('Teiului', 'Morii', 'Unirii'))} nr. {chance.randint(2, 90)}",
        "personal_number": _romanian_number(person.born, person.sex, chance),
        "authority": f"SPCLEP {town.split(' ', 1)[1]}",
    }
    zone = large_card_zone(fields)
    shown = {"zone": zone.split("\n"), "face": cards.portrait(person.sex, 27, 35, chance)}
    return Invented(fields={**fields, "mrz": zone}, shown={**shown, "waves": cards.waves(105, 74, "#8a6b9a")})


def _romanian_number(born: dt.date, sex: str, chance: Random) -> str:
    first = {("M", False): "1", ("F", False): "2", ("M", True): "5", ("F", True): "6"}[sex, born.year > 1999]
    body = f"{first}{born:%y%m%d}38{chance.randint(1, 999):03d}"
    rest = sum(int(one) * int(weight) for one, weight in zip(body, "279146358279", strict=True)) % 11
    return body + ("1" if rest == 10 else str(rest))


def _estonian(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10)
    fields = {
        "document_number": f"A{chance.choice('ABS')}{invent.digits(7, chance)}",
        "surname": chance.choice(ESTONIAN_SURNAMES),
        "given_names": chance.choice(ESTONIAN[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "EST",
        "issuing_country": "EST",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(("RAKULA / EST", "VÕSU / EST", "PÄRNASTE / EST")),
        "personal_number": _estonian_number(person.born, person.sex, chance),
    }
    zone = card_zone(fields, optional=fields["personal_number"])
    shown = {
        "zone": zone.split("\n"),
        "sex_words": "M / M" if person.sex == "M" else "N / F",
        "access": invent.digits(6, chance),
        "signature": cards.signature(fields["given_names"], fields["surname"]),
        "face": cards.portrait(person.sex, 25, 32, chance, grey=True),
        "waves": cards.waves(86, 54, "#39648f", lines=26),
    }
    return Invented(fields={**fields, "mrz": zone}, shown=shown)


def _estonian_number(born: dt.date, sex: str, chance: Random) -> str:
    first = {("M", False): "3", ("F", False): "4", ("M", True): "5", ("F", True): "6"}[sex, born.year > 1999]
    body = f"{first}{born:%y%m%d}{chance.randint(1, 709):03d}"
    for weights in ("1234567891", "3456789123"):
        rest = sum(int(one) * int(weight) for one, weight in zip(body, weights, strict=True)) % 11
        if rest < 10:
            return f"{body}{rest}"
    return body + "0"


def _hong_kong(chance: Random) -> Invented:
    person = invent.person("cn", chance)
    (surname, character), (given, characters) = chance.choice(CANTONESE), chance.choice(CANTONESE_GIVEN)
    issued, _ = cards.term(chance, 8)
    letter, body = chance.choice("DGKRVYZ"), invent.digits(6, chance)
    total = (
        36 * 9 + int(letter, 36) * 8 + sum(int(one) * weight for one, weight in zip(body, range(7, 1, -1), strict=True))
    )
    fields = {
        "document_number": f"{letter}{body}({'0123456789A'[-total % 11]})",
        "surname": surname,
        "given_names": given,
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "date_of_issue": issued,
    }
    shown = {
        "characters": character + characters,
        "codes": " ".join(f"{chance.randint(100, 9900):04d}" for _ in range(3)),
        "first_issued": f"({chance.randint(1, 12):02d}-{(person.born.year + 12) % 100:02d})",
        "face": cards.portrait(person.sex, 22, 28, chance),
        "ghost": cards.portrait(person.sex, 9, 12, chance, grey=True),
        "waves": cards.waves(86, 54, "#5f8c6a", lines=28),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("romanian_td2", "estonian_td1", "hong_kong"), invent=invented)
