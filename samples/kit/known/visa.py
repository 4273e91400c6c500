"""Visas: a British vignette and an American visa with the wide zone (MRV-A), a Polish sticker with the narrow one
(MRV-B)."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent
from samples.kit.zone import visa_zone, zoned
from samples.specimen import Invented, Kit

TRAVELLERS = {
    "TUR": (("YILMAZ", "KAYA DEMİR"), ("ELIF", "MEHMET CAN"), "ANKARA"),
    "NGA": (("OKONKWO", "BALOGUN"), ("CHIDINMA", "TUNDE SAMUEL"), "LAGOS"),
    "COL": (("RESTREPO", "GUZMAN"), ("VALENTINA", "ANDRES FELIPE"), "BOGOTA"),
    "IND": (("MENON", "CHOWDHURY"), ("MEERA", "VIKRAM SURESH"), "CHENNAI"),
}
WOMEN = ("ELIF", "CHIDINMA", "VALENTINA", "MEERA")
TYPES = (("C", "BUSINESS VISITOR"), ("D", "SKILLED WORKER"), ("D", "INNOVATOR FOUNDER"))


def _traveller(chance: Random) -> tuple[dict[str, str], str]:
    """Who travels, and the place where such people ask for a visa."""
    nationality, (surnames, givens, post) = chance.choice(tuple(TRAVELLERS.items()))
    given = chance.choice(givens)
    fields = {
        "surname": chance.choice(surnames),
        "given_names": given,
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": "F" if given in WOMEN else "M",
        "nationality": nationality,
    }
    return fields, post


def _vignette(chance: Random) -> Invented:
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
        "kind": f"{letter} - {kind}",
        "passport": chance.choice("ABCU") + invent.digits(8, chance),
        "entries": chance.choice(("MULT", "01", "02")),
        "face": cards.portrait(fields["sex"], 27, 34, chance),
        "waves": cards.waves(120, 80, "#4f6a52", lines=24),
        "badge": cards.badge(14, "#7a6a2f", points=10),
    }
    return zoned(fields, zone, shown)


def _american(chance: Random) -> Invented:
    person, post = _traveller(chance)
    start = dt.date(2022, 1, 10) + dt.timedelta(days=chance.randrange(1300))
    kind, years = chance.choice((("B1/B2", 10), ("E2", 5), ("H1B", 5), ("L1", 5)))
    fields = person | {
        "document_number": f"{chance.choice('LMNPR')}{invent.digits(7, chance)}",
        "issuing_country": "USA",
        "date_of_issue": start.isoformat(),
        "date_of_expiry": cards.years_later(start, years).isoformat(),
    }
    # American visas begin with VN; no check digit counts the first two letters.
    zone = "VN" + visa_zone(fields, 44, optional=f"B{chance.randint(1, 9)}{post[:3]}{invent.digits(6, chance)}")[2:]
    shown = {
        "post": post,
        "kind": kind,
        "class": "R",
        "control": f"{start:%Y}{invent.digits(10, chance)}",
        "passport": chance.choice("ABCU") + invent.digits(8, chance),
        "note": chance.choice(("MULTIPLE ENTRIES. SEE REVERSE", "BEARER IS PRINCIPAL INVESTOR", "CLEARANCE RECEIVED")),
        "face": cards.portrait(fields["sex"], 29, 37, chance),
        "waves": cards.waves(120, 80, "#8a6f5b", lines=30),
        "badge": cards.badge(20, "#4f6f8f", points=13),
    }
    return zoned(fields, zone, shown)


def _polish(chance: Random) -> Invented:
    person, post = _traveller(chance)
    issued = dt.date(2025, 6, 1) + dt.timedelta(days=chance.randrange(200))
    start = issued + dt.timedelta(days=chance.randint(3, 30))
    fields = person | {
        "document_number": invent.digits(9, chance),
        "issuing_country": "POL",
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": cards.last_day(start, 1).isoformat(),
    }
    zone = visa_zone(fields, 36)
    shown = {
        "post": post,
        "start": start.isoformat(),
        "days": chance.choice((180, 365)),
        "entries": chance.choice(("MULT", "01")),
        "passport": chance.choice("ABCU") + invent.digits(8, chance),
        "purpose": chance.choice(("05A PRACA", "04 DZIAŁALNOŚĆ GOSPODARCZA", "21 INNE")),
        "face": cards.portrait(fields["sex"], 28, 35, chance, grey=True),
        "waves": cards.waves(105, 74, "#7a8a4f", lines=22),
    }
    return zoned(fields, zone, shown)


KIT = Kit.of({"vignette": _vignette, "american": _american, "polish_national": _polish})
