"""Identity cards of more states: Singapore, Hong Kong, Poland, Romania, France's card of 1988, Colombia, Malaysia and
the Netherlands."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.personal_numbers import polish_number
from samples.kit.zone import card_zone, digit, large_card_zone, latin, zoned
from samples.specimen import Invented

SINGAPOREANS = {
    "M": (
        ("TAN WEI MING", "陈伟明", "CHINESE"), ("MUHAMMAD FAIZAL BIN OSMAN", "", "MALAY"),
        ("RAJ S/O KUMARAN", "", "INDIAN"),
    ),
    "F": (
        ("LIM HUI LING", "林慧玲", "CHINESE"), ("NUR AISYAH BINTE RAHIM", "", "MALAY"),
        ("GOH PEI SHAN", "吴佩珊", "CHINESE"),
    ),
}  # fmt: skip
HONG_KONG = {
    "M": (("CHAN", "Tai Man", "陳大文", "7115 1129 2429"), ("WONG", "Ka Ho", "黃家豪", "7806 1367 6275")),
    "F": (("LEUNG", "Mei Yee", "梁美儀", "2733 5019 0308"), ("LAU", "Sze Wan", "劉思韻", "0491 1835 7301")),
}
POLES = {
    "M": (("BRZĘCKI", "TOMASZ PIOTR"), ("ŻURAW", "KAMIL")),
    "F": (("ŁĄCKA", "AGNIESZKA MARIA"), ("WÓJCIK-NOWAK", "EWA")),
}
POLISH_TOWNS = ("NOWE SIOŁO", "ŁABISZYN DOLNY", "WARSZAWA", "GDAŃSK")
ROMANIANS = {
    "M": (("IONESCU", "ANDREI-MIHAI"), ("POPA", "ŞTEFAN")),
    "F": (("DUMITRU", "IOANA"), ("MARIN", "ELENA-CRISTINA")),
}
FRENCH = {
    "M": (("LEFÈVRE", "JEAN, PAUL"), ("DE LA TOUR", "HUGO")),
    "F": (("MARCHAND", "CLAIRE, ANNE"), ("BENALI", "INÈS")),
}
COLOMBIANS = {
    "M": (("RESTREPO ARIAS", "JUAN CAMILO"), ("MUÑOZ", "ÓSCAR")),
    "F": (("CÁRDENAS LÓPEZ", "LUZ MARINA"), ("OSPINA GIL", "DIANA")),
}
MALAYSIANS = {
    "M": ("AHMAD FIRDAUS BIN HASSAN", "LEE KOK WAI"),
    "F": ("SITI NORHALIZA BINTI YUSOF", "WONG SIEW MEI"),
}
DUTCH = {
    "M": (("van der Meer", "Pieter Jan"), ("Bakker", "Sem")),
    "F": (("de Wit", "Anne Sophie"), ("Jansen", "Fleur")),
}


def singaporean(chance: Random) -> Invented:
    sex = chance.choice("MF")
    name, characters, race = chance.choice(SINGAPOREANS[sex])
    born = invent.person("gb", chance).born
    issued = cards.term(chance, 15)[0]
    fields = {
        "document_number": ("S" if born.year < 2000 else "T")
        + f"{born:%y}{invent.digits(5, chance)}{chance.choice('ABCDEFGHIZJ')}",
        "full_name": name,
        "sex": sex,
        "date_of_birth": born.isoformat(),
        "place_of_birth": chance.choice(("SINGAPORE", "MALAYSIA", "INDONESIA")),
        "date_of_issue": issued,
        "address": f"APT BLK {chance.randint(2, 690)} {chance.choice(('BISHAN STREET 12', 'TOA PAYOH LORONG 4'))}, "
        f"#{chance.randint(2, 18):02d}-{chance.randint(11, 499)}, SINGAPORE {invent.digits(6, chance)}",
    }
    shown = {"characters": characters, "race": race, **_drawn(sex, "#a34c4c", chance)}
    return Invented(fields=fields, shown=shown)


def hong_konger(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given, characters, codes = chance.choice(HONG_KONG[sex])
    born = invent.person("gb", chance).born
    issued = dt.date(2019, 1, 5) + dt.timedelta(days=chance.randrange(2200))
    letter, body = chance.choice("ACDGKMPRVYZ"), invent.digits(6, chance)
    weighed = (
        36 * 9
        + (int(letter, 36)) * 8
        + sum(int(one) * weight for one, weight in zip(body, range(7, 1, -1), strict=True))
    )
    fields = {
        "document_number": f"{letter}{body}({'0123456789A'[-weighed % 11]})",
        "surname": surname,
        "given_names": given,
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "date_of_issue": issued.isoformat(),
    }
    shown = {
        "characters": characters,
        "codes": codes,
        "first": f"({chance.randint(1, 12):02d}-{chance.randint(85, 99)})",
        "symbols": chance.choice(("***AZ", "***AU", "C", "R")),
        **_drawn(sex, "#5a8f9a", chance),
    }
    return Invented(fields=fields, shown=shown)


def polish(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given = chance.choice(POLES[sex])
    born = invent.person("gb", chance).born
    issued, expires = cards.term(chance, 10)
    fields = {
        "document_number": f"{chance.choice(('DAB', 'CZX', 'DKT'))}{invent.digits(6, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "nationality": "POL",
        "issuing_country": "POL",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(POLISH_TOWNS),
        "personal_number": polish_number(born, sex, chance),
        "authority": f"PREZYDENT MIASTA {chance.choice(('GDAŃSKA', 'ŁODZI', 'ST. WARSZAWY'))}",
    }
    shown = {
        "maiden": chance.choice(("BRZĘCKI", "ŻURAW", "KOT")),
        "parents": "JERZY, HALINA",
        "can": invent.digits(6, chance),
        **_drawn(sex, "#b0607a", chance),
    }
    return zoned(fields, card_zone(fields), shown)


def romanian(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given = chance.choice(ROMANIANS[sex])
    born = invent.person("gb", chance).born
    issued, expires = cards.term(chance, 10)
    series = f"{chance.choice('RXKZ')}{chance.choice('XTBD')}"
    first = (1 if sex == "M" else 2) + (4 if born.year > 1999 else 0)
    body = f"{first}{born:%y%m%d}{chance.randint(10, 46):02d}{chance.randint(1, 999):03d}"
    check = sum(int(one) * int(weight) for one, weight in zip(body, "279146358279", strict=True)) % 11
    town = chance.choice(("Mun.Cluj-Napoca", "Mun.Iaşi", "Orş.Valea Nouă"))
    fields = {
        "document_number": f"{series}{invent.digits(6, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "nationality": "ROU",
        "issuing_country": "ROU",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(("Jud.BV Mun.Braşov", "Jud.CJ Mun.Dej", "Jud.IS Com.Mirceşti")),
        "address": f"Jud.CJ {town}, Str.{chance.choice(('Florilor', 'Mihai Viteazu'))} nr.{chance.randint(1, 90)}",
        "personal_number": body + str(check % 10 if check == 10 else check).replace("0", "1" if check == 10 else "0"),
        "authority": f"SPCLEP {town.split('.')[1]}",
    }
    return zoned(fields, large_card_zone(fields), {"series": series, **_drawn(sex, "#7a8f5a", chance)})


def french(chance: Random) -> Invented:
    """The card of 1988, whose zone is France's own: the office behind the surname, number and given names below."""
    sex = chance.choice("MF")
    surname, given = chance.choice(FRENCH[sex])
    born = invent.person("fr", chance).born
    issued, expires = cards.term(chance, 15, day_before=True)
    number = (
        f"{issued[2:4]}{issued[5:7]}{chance.choice(('69', '44', '31'))}{chance.randint(1, 9)}{invent.digits(5, chance)}"
    )
    first = f"IDFRA{latin(surname).replace(' ', '<')}".ljust(30, "<") + number[4:7] + invent.digits(3, chance)
    names = latin(given).replace(", ", "<<").ljust(14, "<")[:14]
    second = f"{number}{digit(number)}{names}{born:%y%m%d}{digit(f'{born:%y%m%d}')}{sex}"
    fields = {
        "document_number": number,
        "surname": surname,
        "given_names": given,
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "nationality": "FRA",
        "issuing_country": "FRA",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(("LYON 3E (69)", "NANTES (44)", "ORAN (ALGÉRIE)")),
        "address": f"{chance.randint(2, 90)} "
        + chance.choice(("RUE DES TANNEURS, SAINT-AUBIN (69)", "QUAI DU MOULIN, PORT-LOUIS (44)")),
        "authority": f"{chance.choice(('PRÉFECTURE DU RHÔNE (69)', 'SOUS-PRÉFECTURE DE SAINT-NAZAIRE (44)'))}",
    }  # fmt: skip
    zone = f"{first}\n{second}{digit(first + second)}"
    return zoned(fields, zone, {"height": f"1,{chance.randint(55, 94)} m", **_drawn(sex, "#6f8fc0", chance)})


def colombian(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given = chance.choice(COLOMBIANS[sex])
    number = invent.digits(10, chance)
    born = invent.person("gb", chance).born
    issued = cards.years_later(born, 18) + dt.timedelta(days=chance.randint(4, 90))
    fields = {
        "document_number": f"{number[0]}.{number[1:4]}.{number[4:7]}.{number[7:]}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "place_of_birth": chance.choice(("MEDELLIN (ANTIOQUIA)", "CALI (VALLE)", "BOGOTA D.C. (CUNDINAMARCA)")),
        "date_of_issue": issued.isoformat(),
    }
    shown = {
        "height": f"1.{chance.randint(52, 90)}",
        "blood": chance.choice(("O+", "A+", "B-")),
        "months": ("ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"),
        "registrar": "CARLOS ARIEL SUÁREZ TORO",
        **_drawn(sex, "#c0a050", chance),
    }
    return Invented(fields=fields, shown=shown)


def malaysian(chance: Random) -> Invented:
    sex = chance.choice("MF")
    born = invent.person("gb", chance).born
    last = chance.randrange(100, 999) * 10 + chance.randrange(0, 9, 2) + (sex == "M")
    place = chance.choice(
        (("43000 KAJANG", "SELANGOR"), ("80100 JOHOR BAHRU", "JOHOR"), ("10450 GEORGETOWN", "PULAU PINANG"))
    )
    fields = {
        "document_number": f"{born:%y%m%d}-{chance.randint(1, 14):02d}-{last:04d}",
        "full_name": chance.choice(MALAYSIANS[sex]),
        "date_of_birth": born.isoformat(),
        "sex": sex,
        "address": f"{chance.randint(2, 90)} JALAN {chance.choice(('MELATI', 'CEMPAKA'))} {chance.randint(1, 9)}, "
        f"TAMAN {chance.choice(('DESA', 'INDAH'))}, {', '.join(place)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=_drawn(sex, "#4a7ab0", chance))


def dutch(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given = chance.choice(DUTCH[sex])
    issued, expires = cards.term(chance, 10)
    fields = {
        "document_number": f"I{chance.choice('RSTW')}{chance.choice('BCDFKLMN')}K{invent.digits(5, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("de", chance).born.isoformat(),
        "sex": sex,
        "nationality": "Nederlandse",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(("Utrecht", "'s-Gravenhage", "Nieuw-Waard")),
        "authority": f"Burg. van {chance.choice(('Utrecht', 'Leidschendam', 'Nieuw-Waard'))}",
    }
    months = (
        "jan/jan", "feb/feb", "mrt/mar", "apr/apr", "mei/may", "jun/jun", "jul/jul", "aug/aug", "sep/sep", "okt/oct",
        "nov/nov", "dec/dec",
    )  # fmt: skip
    shown = {"months": months, "height": f"1,{chance.randint(55, 95)} m", **_drawn(sex, "#c07a50", chance)}
    return Invented(fields=fields, shown=shown)


def _drawn(sex: str, colour: str, chance: Random) -> dict[str, object]:
    """The portrait, the fine lines and the emblem of a card."""
    return {
        "colour": colour,
        "face": cards.portrait(sex, 24, 31, chance),
        "waves": cards.waves(86, 54, colour),
        "badge": cards.badge(9, colour),
    }
