"""Visas: a British vignette with the wide zone (MRV-A)."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import visa_zone
from samples.specimen import Invented, Kit

TRAVELLERS = {
    "TUR": (("YILMAZ", "KAYA DEMİR"), ("ELIF", "MEHMET CAN"), "ANKARA"),
    "NGA": (("OKONKWO", "BALOGUN"), ("CHIDINMA", "TUNDE SAMUEL"), "LAGOS"),
    "COL": (("RESTREPO", "GUZMAN"), ("VALENTINA", "ANDRES FELIPE"), "BOGOTA"),
    "IND": (("MENON", "CHOWDHURY"), ("MEERA", "VIKRAM SURESH"), "CHENNAI"),
}
WOMEN = ("ELIF", "CHIDINMA", "VALENTINA", "MEERA")
TYPES = (("C", "BUSINESS VISITOR"), ("D", "SKILLED WORKER"), ("D", "INNOVATOR FOUNDER"))


def invented(layout: str, chance: Random) -> Invented:
    nationality, (surnames, givens, post) = chance.choice(tuple(TRAVELLERS.items()))
    given = chance.choice(givens)
    start = dt.date(2024, 1, 10) + dt.timedelta(days=chance.randrange(700))
    fields = {
        "document_number": invent.digits(9, chance),
        "surname": chance.choice(surnames),
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": "F" if given in WOMEN else "M",
        "nationality": nationality,
        "issuing_country": "GBR",
        "date_of_issue": start.isoformat(),
        "date_of_expiry": cards.years_later(start, chance.choice((3, 5))).isoformat(),
    }
    letter, kind = chance.choice(TYPES)
    zone = visa_zone(fields, 44, optional=f"{letter}<{start:%y%m}")
    shown = {
        "post": post,
        "zone": zone.split("\n"),
        "kind": f"{letter} - {kind}",
        "passport": chance.choice("ABCU") + invent.digits(8, chance),
        "entries": chance.choice(("MULT", "01", "02")),
        "face": cards.portrait(fields["sex"], 27, 34, chance),
        "waves": cards.waves(120, 80, "#4f6a52", lines=24),
        "badge": cards.badge(14, "#7a6a2f", points=10),
    }
    return Invented(fields={**fields, "mrz": zone}, shown=shown)


KIT = Kit(layouts=("vignette",), invent=invented)
