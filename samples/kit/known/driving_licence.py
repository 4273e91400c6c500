"""Driving licences: the British, the German and the Italian card with numbered fields, and licences of Ohio,
California and Florida with their barcodes."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from samples.ink import day
from samples.kit import cards, invent
from samples.kit.codes import licence_data, pdf417
from samples.kit.licences import EYES, american_barcode, american_dates, british_number, floridian_number
from samples.specimen import Invented, Kit

CLASSES = ("B", "B/BE", "AM/B", "B/BE/C1/C1E")
BRITISH_CLASSES = ("AM/B/B1/f/k/q", "AM/A/B1/B/f/k/l/n/p/q", "AM/B1/B/C1/D1/BE/C1E/D1E/f/k/l/n/p/q", "B/f/k/p/q")
ITALIAN = {"M": ("MARCO", "PIER PAOLO", "STEFANO"), "F": ("FEDERICA", "ANNA RITA", "LUCIA")}
ITALIAN_SURNAMES = ("DI NAPOLI", "MARCHETTI", "COLOMBO", "DELL'ORTO", "RIVA")
ITALIAN_CLASSES = ("AM B", "AM A1 A2 A B", "AM A1 B C", "AM B BE")
ROWS = ("AM", "A1", "A2", "A", "B1", "B", "C1", "C", "BE", "CE")
WESTERN = (("SAN TORRES", "95899"), ("OAK POINT", "93999"), ("LAGUNA VERDE", "92899"))
SOUTHERN = (("PALM HARBOR SPRINGS", "34999"), ("CORAL KEY", "33499"), ("LAKE TARPON", "32999"))
MIDDLE = ("JAMES", "ROSE", "OWEN", "")


def _british(chance: Random) -> Invented:
    person, middle = cards.holder("gb", chance), chance.choice(MIDDLE)
    issued, expires = cards.term(chance, 10, day_before=True)
    street, town = invent.address("gb", chance)
    given = f"{person.given.upper()} {middle}".strip()
    fields = {
        "document_number": british_number(person, middle, chance),
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
    eyes = chance.choice(EYES)
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


def _italian(chance: Random) -> Invented:
    person = invent.person("fr", chance)
    issued, expires = cards.term(chance, 10)
    expires = person.born.replace(year=int(expires[:4]), day=min(person.born.day, 28)).isoformat()
    letters = "".join(chance.choice("ABCDEFGHKLMNPRSTUVWXYZ0123456789") for _ in range(6))
    fields = {
        "document_number": f"U1{letters}{chance.randint(10, 99)}{chance.choice('ABCDEFGHKLMNPRSTUVWZ')}",
        "surname": chance.choice(ITALIAN_SURNAMES),
        "given_names": chance.choice(ITALIAN[person.sex]),
        "date_of_birth": person.born.replace(day=min(person.born.day, 28)).isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": chance.choice(("MIT-UCO", "MC-BS", "MIT-UCO")),
        "vehicle_classes": chance.choice(ITALIAN_CLASSES),
        "issuing_country": "I",
    }
    shown = {
        "birthplace": chance.choice(("VALDARSA (BS)", "CASTEL D'ORO (NA)", "MONTELUPO VECCHIO (FI)", "TIRANA (EE)")),
        "entitled": [(row, row in fields["vehicle_classes"].split()) for row in ROWS],
        "since": cards.years_later(person.born, 19).isoformat(),
        "signature": cards.signature(fields["given_names"].title(), fields["surname"]),
        "face": cards.portrait(person.sex, 23, 30, chance, grey=True),
        "ghost": cards.portrait(person.sex, 9, 12, chance, grey=True),
        "waves": cards.waves(86, 54, "#c4637e", lines=30),
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random, years: int) -> tuple[invent.Person, dict[str, str]]:
    """What licences of the states have in common; number, address, class and region come with the state."""
    person = cards.holder("us", chance)
    issued, _ = cards.term(chance, years)
    born, expires = american_dates(person, issued, years)
    fields = {
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {chance.choice(('', 'MAE', 'RAY', 'JOSEPH', 'T'))}".strip(),
        "date_of_birth": born,
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "sex": person.sex,
        "issuing_country": "USA",
    }
    return person, fields


def _california(chance: Random) -> Invented:
    person, fields = _american(chance, 5)
    street, (city, postcode) = invent.address("us", chance)[0].upper(), chance.choice(WESTERN)
    fields |= {
        "document_number": chance.choice("DEFY") + invent.digits(7, chance),
        "address": f"{street}, {city}, CA {postcode}",
        "vehicle_classes": chance.choice(("C", "C", "CM1", "A")),
        "region": "California",
    }
    issued = day(fields["date_of_issue"], "%m/%d/%Y")
    extra = f"{issued}{invent.digits(3, chance)}{chance.choice(('AA', 'BB', 'CC'))}/{chance.choice(('DD', 'BB'))}FD"
    shown = {"discriminator": f"{extra}/{fields['date_of_expiry'][2:4]}", "hair": chance.choice(("BRN", "BLK", "BLN"))}
    text = american_barcode("636014", fields, (street, city, "CA", postcode), DCF=shown["discriminator"])
    return Invented(fields=fields, shown=shown | _state_shown(person, (street, f"{city}, CA {postcode}"), text, chance))


def _florida(chance: Random) -> Invented:
    person, fields = _american(chance, 8)
    street, (city, postcode) = invent.address("us", chance)[0].upper(), chance.choice(SOUTHERN)
    fields |= {
        "document_number": floridian_number(person, chance),
        "address": f"{street}, {city}, FL {postcode}",
        "vehicle_classes": "E",
        "region": "Florida",
    }
    shown = {"discriminator": f"{chance.choice('XKJ')}{invent.digits(12, chance)}"}
    text = american_barcode("636010", fields, (street, city, "FL", postcode), DCF=shown["discriminator"])
    return Invented(fields=fields, shown=shown | _state_shown(person, (street, f"{city}, FL {postcode}"), text, chance))


def _state_shown(person: invent.Person, lines: tuple[str, str], text: str, chance: Random) -> dict[str, object]:
    """What the card shows besides its fields, and the barcode of its back."""
    return {
        "street": lines[0],
        "town": lines[1],
        "height": f"{chance.randint(5, 6)}'-{chance.randint(0, 11):02d}\"",
        "weight": str(chance.randint(115, 240)),
        "eyes": chance.choice(EYES),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 25, 32, chance),
        "ghost": cards.portrait(person.sex, 11, 14, chance, grey=True),
        "waves": cards.waves(86, 54, "#7f93a8", lines=26),
        "barcode": pdf417(text, 74, 22),
    }


KIT = Kit.of({
    "british": _british, "german": _german, "ohio": _ohio, "italian": _italian, "california": _california,
    "florida": _florida,
})  # fmt: skip
