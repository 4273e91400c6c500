"""Identity cards: a Romanian card (TD2), an Estonian and a Polish one (TD1, both sides), one of Hong Kong without a
zone, a German residence title and the page of a South African book."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.identifiers import weighed
from samples.kit import cards, invent
from samples.kit.personal_numbers import polish_number
from samples.kit.zone import card_zone, digit, large_card_zone, zoned
from samples.specimen import Invented, Kit

ROMANIAN = {"M": ("ANDREI", "MIHAI-COSTIN", "RADU"), "F": ("IOANA", "ANA-MARIA", "SIMONA")}
ROMANIAN_SURNAMES = ("POPESCU", "STĂNCULESCU", "MUREȘAN", "CIOBANU")
ROMANIAN_TOWNS = ("Mun. Valea Mare", "Mun. Piatra Nouă", "Orș. Lunca")
ESTONIAN = {"M": ("TANEL", "JÜRI", "MARTIN"), "F": ("LIIS", "KADRI-ANN", "PIRET")}
ESTONIAN_SURNAMES = ("TAMMSAAR", "MÄGI", "KÕIV", "RÄTSEP")
CANTONESE = (("CHAN", "陳"), ("LEUNG", "梁"), ("WONG", "黃"), ("CHEUNG", "張"))
CANTONESE_GIVEN = (("Ka Ming", "家明"), ("Suk Yee", "淑儀"), ("Chi Keung", "志強"), ("Wai Man", "慧文"))
POLISH = {"M": ("WOJCIECH JAN", "ŁUKASZ", "GRZEGORZ"), "F": ("AGNIESZKA", "MAŁGORZATA EWA", "ZOFIA")}
POLISH_SURNAMES = {"M": ("WIŚNIEWSKI", "DĄBROWSKI", "ŻAK"), "F": ("WIŚNIEWSKA", "DĄBROWSKA", "ŻAK")}
POLISH_TOWNS = ("BRZEZINA", "NOWY MŁYN", "WĄWOLNICA", "ŁĘKI")
SETTLERS = {
    "TUR": ("ARSLAN", ("BURAK", "ESRA"), "IZMIR"), "UKR": ("KOVALENKO", ("OLEKSANDR", "DARYNA"), "POLTAWA"),
    "SYR": ("AL HALABI", ("OMAR", "RANIA"), "ALEPPO"), "VNM": ("TRAN", ("MINH DUC", "THI LAN"), "HUE"),
}  # fmt: skip
SERIAL = "CFGHJKLMNPRTVWXYZ0123456789"
AFRICAN = {"M": ("SIPHO THEMBA", "JOHANNES PETRUS", "KAGISO"), "F": ("NOMVULA GRACE", "ANNA MAGRIETA", "LERATO")}
AFRICAN_SURNAMES = ("MAHLANGU", "VAN DER WESTHUIZEN", "NAIDOO", "DLAMINI", "BOTHA")


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
    shown = {"face": cards.portrait(person.sex, 27, 35, chance), "waves": cards.waves(105, 74, "#8a6b9a")}
    return zoned(fields, zone, shown)


def _romanian_number(born: dt.date, sex: str, chance: Random) -> str:
    first = {("M", False): "1", ("F", False): "2", ("M", True): "5", ("F", True): "6"}[sex, born.year > 1999]
    body = f"{first}{born:%y%m%d}38{chance.randint(1, 999):03d}"
    rest = weighed(body, map(int, "279146358279")) % 11
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
        "sex_words": "M / M" if person.sex == "M" else "N / F",
        "access": invent.digits(6, chance),
        "signature": cards.signature(fields["given_names"], fields["surname"]),
        "face": cards.portrait(person.sex, 25, 32, chance, grey=True),
        "waves": cards.waves(86, 54, "#39648f", lines=26),
    }
    return zoned(fields, zone, shown)


def _estonian_number(born: dt.date, sex: str, chance: Random) -> str:
    first = {("M", False): "3", ("F", False): "4", ("M", True): "5", ("F", True): "6"}[sex, born.year > 1999]
    body = f"{first}{born:%y%m%d}{chance.randint(1, 709):03d}"
    for weights in ("1234567891", "3456789123"):
        rest = weighed(body, map(int, weights)) % 11
        if rest < 10:
            return f"{body}{rest}"
    return body + "0"


def _hong_kong(chance: Random) -> Invented:
    person = invent.person("cn", chance)
    (surname, character), (given, characters) = chance.choice(CANTONESE), chance.choice(CANTONESE_GIVEN)
    issued, _ = cards.term(chance, 8)
    letter, body = chance.choice("DGKRVYZ"), invent.digits(6, chance)
    total = 36 * 9 + weighed(letter + body, range(8, 1, -1))
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


def _polish(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10)
    body, letters = invent.digits(5, chance), "".join(chance.choice("ABCDEFGHJKLNPRSTWXYZ") for _ in range(3))
    # The figure behind the letters is the check digit over the rest, with the weights of the zone.
    check = digit(letters + body)
    surname = chance.choice(POLISH_SURNAMES[person.sex])
    fields = {
        "document_number": f"{letters}{check}{body}",
        "surname": surname,
        "given_names": chance.choice(POLISH[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "POL",
        "issuing_country": "POL",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(POLISH_TOWNS),
        "personal_number": polish_number(person.born, person.sex, chance),
        "authority": f"PREZYDENT MIASTA {chance.choice(POLISH_TOWNS)}",
    }
    zone = card_zone(fields)
    shown = {
        "parents": (chance.choice(POLISH["M"]).split()[0], chance.choice(POLISH["F"]).split()[0]),
        "family": surname,
        "access": invent.digits(6, chance),
        "face": cards.portrait(person.sex, 25, 32, chance, grey=True),
        "ghost": cards.portrait(person.sex, 8, 11, chance, grey=True),
        "waves": cards.waves(86, 54, "#a8788a", lines=28),
        "badge": cards.badge(10, "#b5303c", points=5),
    }
    return zoned(fields, zone, shown)


def _residence(chance: Random) -> Invented:
    state, (surname, givens, town) = chance.choice(tuple(SETTLERS.items()))
    sex = chance.choice("MF")
    issued, expires = cards.term(chance, chance.choice((3, 5)), day_before=True)
    street, place = invent.address("de", chance)
    fields = {
        "document_number": chance.choice("YZ") + "".join(chance.choice(SERIAL) for _ in range(8)),
        "surname": surname,
        "given_names": givens["MF".index(sex)],
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": state,
        "issuing_country": "D",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": town,
        "address": f"{place.upper()}, {street.upper()}",
        "authority": f"AUSLÄNDERBEHÖRDE {place.split(' ', 1)[1].upper()}",
    }
    # Residence titles begin with AR; no check digit counts the first two letters.
    zone = "AR" + card_zone(fields)[2:]
    shown = {
        "kind": chance.choice(("AUFENTHALTSERLAUBNIS", "NIEDERLASSUNGSERLAUBNIS", "BLAUE KARTE EU")),
        "remarks": chance.choice(("ERWERBSTÄTIGKEIT ERLAUBT", "SELBSTÄNDIGE TÄTIGKEIT GESTATTET")),
        "section": chance.choice(("§ 18B ABS. 1", "§ 21 ABS. 1", "§ 9 ABS. 2")),
        "access": invent.digits(6, chance),
        "height": f"{chance.randint(155, 194)} cm",
        "eyes": chance.choice(("BRAUN", "SCHWARZ", "GRÜN")),
        "lines": (place.upper(), street.upper()),
        "signature": cards.signature(fields["given_names"].title(), surname),
        "face": cards.portrait(sex, 24, 32, chance, grey=True),
        "waves": cards.waves(86, 54, "#6d7fb0", lines=22),
    }
    return zoned(fields, zone, shown)


def _book(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued = cards.years_later(person.born, chance.randint(17, 21)) + dt.timedelta(days=chance.randrange(300))
    order = chance.randint(5000, 9999) if person.sex == "M" else chance.randint(1000, 4999)
    body = f"{person.born:%y%m%d}{order:04d}08"
    doubled = [int(one) if at % 2 == 0 else sum(divmod(int(one) * 2, 10)) for at, one in enumerate(body)]
    number = body + str(-sum(doubled) % 10)
    fields = {
        "document_number": f"{number[:6]} {number[6:10]} {number[10:12]} {number[12]}",
        "surname": chance.choice(AFRICAN_SURNAMES),
        "given_names": chance.choice(AFRICAN[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "place_of_birth": "SOUTH AFRICA",
        "date_of_issue": min(issued, dt.date(2013, 5, 20)).isoformat(),
        "authority": "DIRECTOR-GENERAL: HOME AFFAIRS",
    }
    shown = {
        "serial": f"{chance.choice('ABP')}{invent.digits(7, chance)}",
        "citizen": "S.A.BURGER / S.A.CITIZEN",
        "face": cards.portrait(person.sex, 32, 42, chance, grey=True),
        "waves": cards.waves(88, 125, "#6b8f6d", lines=34),
        "bars": "".join(f"M{at * 1.1 + 2:.1f} 0v9h{chance.choice((0.3, 0.5, 0.7))}v-9z" for at in range(44)),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit.of({
    "romanian_td2": _romanian, "estonian_td1": _estonian, "hong_kong": _hong_kong, "polish_td1": _polish,
    "german_residence": _residence, "south_african_book": _book,
})  # fmt: skip
