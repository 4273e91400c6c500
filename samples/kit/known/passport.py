"""Passports: a German data page alone, an American one below the page opposite, a British and a Korean one, a
Chinese one and an Indian one with its last page."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import passport_zone, zoned
from samples.specimen import Invented, Kit

GERMAN_NUMBER = "CFGHJKLMNPRTVWXYZ0123456789"
GERMAN_PLACES = ("BERLIN", "NEUHAFEN", "TALHEIM", "KIRCHRODE", "IZMIR", "LINDENAU")
AMERICAN_PLACES = ("TEXAS, U.S.A.", "OHIO, U.S.A.", "WASHINGTON, U.S.A.", "MANILA, PHILIPPINES", "ARIZONA, U.S.A.")
MIDDLE = ("GRACE", "LEE", "ANTONIO", "RAE", "JAMES", "")
BRITISH_PLACES = ("HARROWBY", "CASTLE ORTON", "PENBURY", "LAGOS", "NEW DELHI")
KOREAN = {"M": (("MINJUN", "민준"), ("SEUNG HO", "승호")), "F": (("JIWOO", "지우"), ("EUN KYUNG", "은경"))}
KOREAN_SURNAMES = (("KIM", "김"), ("PARK", "박"), ("CHOI", "최"), ("YOON", "윤"))
CHINESE = {
    "M": (("OUYANG", "JIANGUO", "欧阳建国"), ("ZHANG", "XIAOMING", "张晓明")),
    "F": (("LI", "YULAN", "李玉兰"), ("CHEN", "SIQI", "陈思琪")),
}
INDIANS = {
    "M": (("MENON", "ARJUN KRISHNAN"), ("PATIL", "SANDEEP")),
    "F": (("SHARMA", "KAVITA RANI"), ("NAIR", "DEEPA")),
}
EYES = ("BRAUN / BROWN / BRUNS", "BLAU / BLUE / BLEUS", "GRÜN / GREEN / VERTS")


def _german(chance: Random) -> Invented:
    person = cards.holder("de", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    fields = {
        "document_number": chance.choice("CFGHJK") + "".join(chance.choice(GERMAN_NUMBER) for _ in range(8)),
        "surname": _capitals(person.surname),
        "given_names": _capitals(person.given),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "D",
        "issuing_country": "D",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(GERMAN_PLACES),
        "authority": f"STADT {chance.choice(('NEUHAFEN', 'TALHEIM', 'LINDENAU', 'KIRCHRODE'))}",
    }
    shown = {
        "signature": cards.signature(person.given, person.surname),
        "height": f"{chance.randint(155, 194)} cm",
        "eyes": chance.choice(EYES),
        "home": chance.choice(("NEUHAFEN", "TALHEIM", "KIRCHRODE")),
    }
    return _made(fields, shown, chance, "#6a2b3a")


def _american(chance: Random) -> Invented:
    person = cards.holder("us", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    fields = {
        "document_number": invent.digits(9, chance),
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {chance.choice(MIDDLE)}".strip(),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "USA",
        "issuing_country": "USA",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(AMERICAN_PLACES),
        "authority": "UNITED STATES DEPARTMENT OF STATE",
    }
    return _made(fields, {"signature": cards.signature(person.given, person.surname)}, chance, "#28486e")


def _british(chance: Random) -> Invented:
    person = cards.holder("gb", chance)
    issued, expires = cards.term(chance, 10)
    fields = {
        "document_number": invent.digits(9, chance),
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {chance.choice(('', 'ELIZABETH', 'JOHN', 'KAY'))}".strip(),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "GBR",
        "issuing_country": "GBR",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(BRITISH_PLACES),
        "authority": "HMPO",
    }
    return _made(fields, {"signature": cards.signature(person.given, person.surname)}, chance, "#2a3560")


def _korean(chance: Random) -> Invented:
    sex = chance.choice("MF")
    (surname, family), (given, characters) = chance.choice(KOREAN_SURNAMES), chance.choice(KOREAN[sex])
    issued, expires = cards.term(chance, 10)
    fields = {
        "document_number": f"M{invent.digits(3, chance)}{chance.choice('ABCDEFGH')}{invent.digits(4, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": "KOR",
        "issuing_country": "KOR",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": "MINISTRY OF FOREIGN AFFAIRS",
    }
    return _made(fields, {"characters": family + characters}, chance, "#2c6a63")


def _chinese(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given, characters = chance.choice(CHINESE[sex])
    issued, expires = cards.term(chance, 10, day_before=True)
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
        "place_of_birth": chance.choice(("浙江/ZHEJIANG", "四川/SICHUAN", "广东/GUANGDONG")),
        "authority": "公安部出入境管理局 MPS Exit & Entry Administration",
    }
    written = dt.date.fromisoformat(issued)
    shown = {
        "characters": characters,
        "months": tuple(f"{written:%d} {month}月/{written.replace(day=1):%b %Y}".upper() for month in range(1, 13)),
    }
    return _made(fields, shown, chance, "#8a3a3a")


def _indian(chance: Random) -> Invented:
    sex = chance.choice("MF")
    surname, given = chance.choice(INDIANS[sex])
    issued, expires = cards.term(chance, 10, day_before=True)
    town, state = chance.choice((("KOCHI", "KERALA"), ("PUNE", "MAHARASHTRA"), ("JAIPUR", "RAJASTHAN")))
    fields = {
        "document_number": f"{chance.choice('KLMNPRSTUVZ')}{invent.digits(7, chance)}",
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": "IND",
        "issuing_country": "IND",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": f"{chance.choice(('THRISSUR', 'NASHIK', 'AJMER'))}, {state}",
        "address": f"{chance.randint(2, 90)}/{chance.randint(1, 9)} M G ROAD, NEAR OLD POST OFFICE, {town}, "
        f"PIN:{invent.digits(6, chance)}, {state}, INDIA",
    }
    shown = {
        "town": town,
        "father": f"RAMESH {surname}",
        "mother": f"LAKSHMI {surname}",
        "spouse": chance.choice(("", f"ANJALI {surname}")),
        "old": f"{chance.choice('EFGHJ')}{invent.digits(7, chance)} 12/06/2008 {town}",
        "file": f"{town[:2]}{invent.digits(12, chance)}",
    }
    return _made(fields, shown, chance, "#3a4a7a")


def _made(fields: dict[str, str], shown: dict[str, str], chance: Random, colour: str) -> Invented:
    zone = passport_zone(fields)
    drawn = {
        "colour": colour,
        "waves": cards.waves(125, 88, colour),
        "face": cards.portrait(fields["sex"], 31, 40, chance),
        "ghost": cards.portrait(fields["sex"], 15, 19, chance, grey=True),
        "badge": cards.badge(12, colour),
    }
    return zoned(fields, zone, {**shown, **drawn})


def _capitals(name: str) -> str:
    """German capitals keep their own sharp s."""
    return name.replace("ß", "ẞ").replace("ı", "I").upper()


KIT = Kit.of(
    {
        "german": _german,
        "american": _american,
        "british": _british,
        "korean": _korean,
        "chinese_known": _chinese,
        "indian_known": _indian,
    }
)
