"""Driving licences: a French, an Irish and a Spanish card with numbered fields, a British provisional one copied with
its back, and licences of Arizona and New York with their barcodes."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.codes import licence_data, pdf417
from samples.kit.licences import american_barcode, american_dates, british_number
from samples.kit.personal_numbers import spanish_letter
from samples.specimen import Invented, Kit

IRISH_TOWNS = ("BALLYMORE EUSTON, CO. KILDARE", "DUNCARRICK, CO. CORK", "KILBRACKEN, CO. MAYO")
SPANISH = {"M": ("JOSÉ MANUEL", "IKER", "ÁLVARO"), "F": ("MARÍA DEL CARMEN", "NEREA", "BEGOÑA")}
SPANISH_SURNAMES = ("IBÁÑEZ SOTO", "GARCÍA DE LA VEGA", "MUÑOZ PERALTA", "ETXEBERRIA RUIZ", "CANO LEDESMA")
GROUPS = ("AM", "A1", "A2", "A", "B", "C1", "C", "BE")
PROVISIONAL = ("AM/A/B/f/k/q", "AM/A/B1/B/f/k/l/n/p/q", "AM/A/B/BE/f/k/n/q")
UPSTATE = (("PORT ELLERY", "11999"), ("CEDAR FALLS", "14899"), ("HUDSON BEND", "12699"))
EYES = ("BRN", "BLU", "GRN", "HAZ")


def _french(chance: Random) -> Invented:
    person = cards.holder("fr", chance)
    issued, expires = cards.term(chance, 15, day_before=True)
    office = chance.choice(("Saint-Aubin", "Castelvieux", "Port-Louis"))
    fields = {
        "document_number": f"{issued[2:4]}{chance.choice(('AC', 'BH', 'DF', 'EK'))}{invent.digits(5, chance)}",
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()}, {chance.choice(('MARIE', 'CLAUDE', 'DOMINIQUE'))}",
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": f"Préfecture de {office}",
        "vehicle_classes": chance.choice(("AM/B1/B", "AM/A1/A2/A/B1/B", "AM/B1/B/BE")),
        "issuing_country": "F",
    }
    shown = {
        "birthplace": chance.choice(("ORAN", "CASTELVIEUX", "RENNES", "SAINT-AUBIN")),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 21, 27, chance, grey=True),
        "waves": cards.waves(86, 54, "#9a6f9e", lines=28),
        "strip": f"D1FRA{fields['document_number']}{issued[2:4]}{expires[2:].replace('-', '')}",
    }
    return Invented(fields=fields, shown=shown)


def _irish(chance: Random) -> Invented:
    person = cards.holder("gb", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    street, _ = invent.address("gb", chance)
    town = chance.choice(IRISH_TOWNS)
    fields = {
        "document_number": invent.digits(9, chance),
        "surname": person.surname.upper(),
        "given_names": person.given.upper(),
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": "NDLS",
        "address": f"{street.upper()}, {town}",
        "vehicle_classes": chance.choice(("AM B W", "B BE W", "AM A2 B W")),
        "issuing_country": "IRL",
    }
    shown = {
        "birthplace": chance.choice(("IRELAND", "UNITED KINGDOM", "POLAND")),
        "driver": f"{chance.choice('ABCD')}{invent.digits(7, chance)}",
        "lines": (street.upper(), *town.split(", ")),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 21, 27, chance, grey=True),
        "waves": cards.waves(86, 54, "#c46c86", lines=18),
    }
    return Invented(fields=fields, shown=shown)


def _arizona(chance: Random) -> Invented:
    person = cards.holder("us", chance)
    issued, _ = cards.term(chance, 12)
    born = person.born.replace(day=min(person.born.day, 28))
    street, _ = invent.address("us", chance)
    city, postcode = chance.choice((("MESA VERDE", "85299"), ("SALT FORK", "85398"), ("DRY LAKE", "86099")))
    middle = chance.choice(("LEE", "RAE", "JAMES", "ANN"))
    fields = {
        "document_number": f"D{invent.digits(8, chance)}",
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {middle}",
        "date_of_birth": born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": cards.years_later(born, 65).isoformat(),
        "sex": person.sex,
        "address": f"{street.upper()}, {city}, AZ {postcode}",
        "vehicle_classes": chance.choice(("D", "DM")),
        "issuing_country": "USA",
        "region": "Arizona",
    }
    if fields["date_of_expiry"] < "2026-12-31":
        fields["date_of_expiry"] = cards.years_later(born, 80).isoformat()
    return Invented(fields=fields, shown=_arizona_shown(fields, person, (street.upper(), city, postcode), chance))


def _arizona_shown(
    fields: dict[str, str], person: invent.Person, at: tuple[str, ...], chance: Random
) -> dict[str, object]:
    street, city, postcode = at
    first, middle = fields["given_names"].split()
    eyes = chance.choice(EYES)
    inches, pounds = chance.randint(60, 76), chance.randint(118, 240)
    dates = {name: dt.date.fromisoformat(fields[name]).strftime("%m%d%Y") for name in fields if name.startswith("date")}
    text = licence_data(
        "636026",
        {
            "DCA": fields["vehicle_classes"], "DCB": "NONE", "DCD": "NONE", "DBA": dates["date_of_expiry"],
            "DCS": fields["surname"], "DAC": first, "DAD": middle, "DBD": dates["date_of_issue"],
            "DBB": dates["date_of_birth"], "DBC": "1" if fields["sex"] == "M" else "2", "DAY": eyes,
            "DAU": f"{inches:03d} in", "DAG": street, "DAI": city, "DAJ": "AZ", "DAK": postcode.ljust(9, "0"),
            "DAQ": fields["document_number"], "DCF": invent.digits(10, chance), "DCG": "USA",
        },
    )  # fmt: skip
    return {
        "street": street,
        "town": f"{city} AZ {postcode}",
        "eyes": eyes,
        "height": f"{inches // 12}'-{inches % 12:02d}\"",
        "weight": f"{pounds} lb",
        "hair": chance.choice(("BLK", "BRN", "BLN", "GRY")),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 26, 33, chance),
        "ghost": cards.portrait(person.sex, 10, 13, chance, grey=True),
        "waves": cards.waves(86, 54, "#c08a4a", lines=20),
        "barcode": pdf417(text, 76, 26),
    }


def _spanish(chance: Random) -> Invented:
    person = invent.person("fr", chance)
    issued, expires = cards.term(chance, 10)
    number = invent.digits(8, chance)
    fields = {
        "document_number": f"{number}-{spanish_letter(number)}",
        "surname": chance.choice(SPANISH_SURNAMES),
        "given_names": chance.choice(SPANISH[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": f"{chance.randint(1, 52):02d}/{chance.randint(1, 52):02d}",
        "vehicle_classes": chance.choice(("AM B", "AM A1 A2 A B", "AM B C1 C BE", "B")),
        "issuing_country": "E",
    }
    shown = {
        "birthplace": chance.choice(("PUERTO CLARO", "VILLANUEVA DEL MAR", "QUITO (ECUADOR)", "LOS ALMENDROS")),
        "entitled": [(row, row in fields["vehicle_classes"].split()) for row in GROUPS],
        "since": cards.years_later(person.born, 20).isoformat(),
        "serial": f"{invent.digits(7, chance)}{chance.choice('ABCD')}",
        "signature": cards.signature(fields["given_names"].title(), fields["surname"]),
        "face": cards.portrait(person.sex, 20, 26, chance, grey=True),
        "waves": cards.waves(86, 54, "#b77a92", lines=26),
    }
    return Invented(fields=fields, shown=shown)


def _provisional(chance: Random) -> Invented:
    person, middle = cards.holder("gb", chance), chance.choice(("ANNE", "DAVID", "", "FAITH"))
    issued, expires = cards.term(chance, 10, day_before=True)
    street, town = invent.address("gb", chance)
    place, outward, inward = town.rsplit(" ", 2)
    lines = (f"{street.upper()},", f"{place.upper()},", f"{outward} {inward}")
    fields = {
        "document_number": british_number(person, middle, chance),
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {middle}".strip(),
        "date_of_birth": person.born.isoformat(),
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "authority": "DVLA",
        "address": " ".join(lines),
        "vehicle_classes": chance.choice(PROVISIONAL),
        "issuing_country": "UK",
    }
    shown = {
        "title": "MR" if person.sex == "M" else chance.choice(("MS", "MRS", "DR")),
        "lines": lines,
        "birthplace": chance.choice(("UNITED KINGDOM", "SCOTLAND", "INDIA", "WALES")),
        "issue": invent.digits(2, chance),
        "entitled": fields["vehicle_classes"].split("/"),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 21, 27, chance, grey=True),
        "ghost": cards.portrait(person.sex, 10, 13, chance, grey=True),
        "waves": cards.waves(86, 54, "#6d6d6d", lines=20),
        "certifier": invent.person("gb", chance).full,
    }
    return Invented(fields=fields, shown=shown)


def _new_york(chance: Random) -> Invented:
    person = cards.holder("us", chance)
    issued, _ = cards.term(chance, 8)
    born, expires = american_dates(person, issued, 8)
    street, (city, postcode) = invent.address("us", chance)[0].upper(), chance.choice(UPSTATE)
    fields = {
        "document_number": invent.spaced(invent.digits(9, chance), 3),
        "surname": person.surname.upper(),
        "given_names": f"{person.given.upper()} {chance.choice(('MARIE', 'PAUL', 'J'))}",
        "date_of_birth": born,
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "sex": person.sex,
        "address": f"{street}, {city}, NY {postcode}",
        "vehicle_classes": chance.choice(("D", "D", "DM")),
        "issuing_country": "USA",
        "region": "New York",
    }
    eyes, inches = chance.choice(EYES), chance.randint(60, 76)
    text = american_barcode("636001", fields, (street, city, "NY", postcode), DAY=eyes, DAU=f"{inches:03d} in")
    shown = {
        "street": street,
        "town": f"{city}, NY {postcode}",
        "eyes": eyes,
        "height": f"{inches // 12}'-{inches % 12:02d}\"",
        "month": f"{born[5:7]}{born[2:4]}",
        "code": "".join(chance.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(10)),
        "signature": cards.signature(person.given, person.surname),
        "face": cards.portrait(person.sex, 27, 34, chance, grey=True),
        "ghost": cards.portrait(person.sex, 9, 12, chance, grey=True),
        "waves": cards.waves(86, 54, "#5a7da3", lines=18),
        "barcode": pdf417(text, 77, 20),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit.of({
    "french": _french, "irish": _irish, "arizona": _arizona, "spanish": _spanish, "new_york": _new_york,
    "british_provisional": _provisional,
})  # fmt: skip
