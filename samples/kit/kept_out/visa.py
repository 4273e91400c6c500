"""Visas: the Schengen sticker with the narrow zone (MRV-B)."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import visa_zone
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


def invented(layout: str, chance: Random) -> Invented:
    state = chance.choice(tuple(STATES))
    nationality, surname, given, sex, post = chance.choice(TRAVELLERS)
    issued = dt.date(2025, 9, 1) + dt.timedelta(days=chance.randrange(150))
    start = issued + dt.timedelta(days=chance.randint(5, 40))
    days = chance.choice((30, 45, 90))
    fields = {
        "document_number": invent.digits(9, chance),
        "surname": surname,
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": nationality,
        "issuing_country": state,
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": (start + dt.timedelta(days=days + chance.choice((180, 300, 500)))).isoformat(),
    }
    zone = visa_zone(fields, 36)
    shown = {
        "post": post,
        "zone": zone.split("\n"),
        "state": STATES[state],
        "words": WORDS[state],
        "start": start.isoformat(),
        "days": days,
        "entries": chance.choice(("MULT", "1", "2")),
        "passport": chance.choice(("E", "EJ", "C")) + invent.digits(7, chance),
        "face": cards.portrait(sex, 29, 36, chance, grey=True),
        "waves": cards.waves(105, 74, "#8a4f6f", lines=26),
    }
    return Invented(fields={**fields, "mrz": zone}, shown=shown)


KIT = Kit(layouts=("schengen",), invent=invented)
