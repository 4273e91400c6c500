"""Visas: the Schengen sticker and a Turkish one with the narrow zone (MRV-B), a Chinese visa with the wide one."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import visa_zone, zoned
from samples.specimen import Invented, Kit

STATES = {"D": ("DEUTSCHLAND", "D"), "FRA": ("FRANCE", "F"), "ESP": ("ESPAÑA", "E")}
WORDS = {
    "D": ("GÜLTIG FÜR", "VOM", "BIS", "ART DES VISUMS", "ANZAHL DER EINREISEN", "AUFENTHALTSDAUER", "TAGE",
          "AUSGESTELLT IN", "AM", "REISEPASSNUMMER", "NAME, VORNAME", "ANMERKUNGEN"),
    "FRA": ("VALABLE POUR", "DU", "AU", "TYPE DE VISA", "NOMBRE D'ENTREES", "DUREE DU SEJOUR", "JOURS",
            "DELIVRE A", "LE", "NUMERO DU PASSEPORT", "NOM, PRENOM", "REMARQUES"),
    "ESP": ("VALIDO PARA", "DESDE", "HASTA", "TIPO DE VISADO", "NUMERO DE ENTRADAS", "DURACION DE LA ESTANCIA", "DIAS",
            "EXPEDIDO EN", "EL", "NUMERO DE PASAPORTE", "APELLIDOS, NOMBRE", "OBSERVACIONES"),
}  # fmt: skip
TRAVELLERS = (
    ("CHN", "ZHAO", "WENBO", "M", "SHANGHAI"), ("CHN", "OUYANG", "LIJUAN", "F", "KANTON"),
    ("MAR", "EL IDRISSI", "NADIA", "F", "RABAT"), ("VNM", "NGUYEN", "VAN HAI", "M", "HANOI"),
    ("ARM", "SARGSYAN", "ARAM", "M", "ERIWAN"),
)  # fmt: skip
GUESTS = (
    ("GBR", "FAIRWEATHER", "BEATRIX ANNE", "F", "LONDON"), ("USA", "CASTELLANO", "HECTOR", "M", "CHICAGO"),
    ("D", "BRANDSTAETTER", "TORSTEN", "M", "BERLIN"), ("KEN", "WANJIRU", "GRACE MUTHONI", "F", "NAIROBI"),
    ("BRA", "DA COSTA LIMA", "THIAGO", "M", "SAO PAULO"),
)  # fmt: skip


def _bearer(guest: tuple[str, str, str, str, str], chance: Random) -> dict[str, str]:
    """The fields of who travels."""
    nationality, surname, given, sex, _ = guest
    return {
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": nationality,
    }


def _schengen(chance: Random) -> Invented:
    state = chance.choice(tuple(STATES))
    guest = chance.choice(TRAVELLERS)
    issued = dt.date(2025, 9, 1) + dt.timedelta(days=chance.randrange(150))
    start = issued + dt.timedelta(days=chance.randint(5, 40))
    days = chance.choice((30, 45, 90))
    fields = {
        "document_number": invent.digits(9, chance),
        **_bearer(guest, chance),
        "issuing_country": state,
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": (start + dt.timedelta(days=days + chance.choice((180, 300, 500)))).isoformat(),
    }
    zone = visa_zone(fields, 36)
    shown = {
        "post": guest[4],
        "state": STATES[state],
        "words": WORDS[state],
        "start": start.isoformat(),
        "days": days,
        "entries": chance.choice(("MULT", "1", "2")),
        "passport": chance.choice(("E", "EJ", "C")) + invent.digits(7, chance),
        "face": cards.portrait(fields["sex"], 29, 36, chance, grey=True),
        "waves": cards.waves(105, 74, "#8a4f6f", lines=26),
    }
    return zoned(fields, zone, shown)


def _chinese(chance: Random) -> Invented:
    guest = chance.choice(GUESTS)
    issued = dt.date(2025, 7, 1) + dt.timedelta(days=chance.randrange(220))
    fields = {
        "document_number": f"{chance.choice('BCD')}{invent.digits(8, chance)}"[:8],
        **_bearer(guest, chance),
        "issuing_country": "CHN",
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": cards.years_later(issued, chance.choice((1, 2, 5))).isoformat(),
    }
    # Chinese visas begin with VC; no check digit counts the first two letters.
    zone = "VC" + visa_zone(fields, 44, optional=f"{invent.digits(2, chance)}M")[2:]
    shown = {
        "post": guest[4],
        "category": chance.choice(("M", "Q2", "Z", "L")),
        "entries": chance.choice(("MULTIPLE", "02", "01")),
        "duration": chance.choice(("060", "030", "120", "000")),
        "passport": invent.digits(9, chance),
        "face": cards.portrait(fields["sex"], 27, 34, chance),
        "waves": cards.waves(118, 80, "#b07a4f", lines=28),
    }
    return zoned(fields, zone, shown)


def _turkish(chance: Random) -> Invented:
    guest = chance.choice(GUESTS)
    issued = dt.date(2025, 8, 1) + dt.timedelta(days=chance.randrange(180))
    fields = {
        "document_number": invent.digits(8, chance),
        **_bearer(guest, chance),
        "issuing_country": "TUR",
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": (issued + dt.timedelta(days=chance.choice((180, 365)))).isoformat(),
    }
    zone = visa_zone(fields, 36)
    shown = {
        "post": guest[4],
        "kind": chance.choice(("İŞ / BUSINESS", "TİCARİ / COMMERCIAL", "ÇALIŞMA / WORK")),
        "entries": chance.choice(("MULTIPLE", "SINGLE")),
        "stay": chance.choice((30, 60, 90)),
        "passport": invent.digits(9, chance),
        "fee": f"{chance.choice((60, 80, 190))},00 USD",
        "face": cards.portrait(fields["sex"], 25, 32, chance, grey=True),
        "waves": cards.waves(108, 76, "#a8443f", lines=20),
        "badge": cards.badge(16, "#b6262c", points=1),
    }
    return zoned(fields, zone, shown)


KIT = Kit.of({"schengen": _schengen, "chinese": _chinese, "turkish": _turkish})
