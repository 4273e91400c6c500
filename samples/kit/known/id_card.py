"""Identity cards: both sides of a German card (TD1) on one sheet, and an Italian booklet without a zone."""

from __future__ import annotations

from random import Random

from samples.kit import cards, invent
from samples.kit.zone import card_zone
from samples.specimen import Invented, Kit

ITALIAN = {"M": ("Matteo", "Gian Luca", "Nicolò", "Davide"), "F": ("Chiara", "Maria Pia", "Giorgia", "Loredana")}
ITALIAN_SURNAMES = ("Bevilacqua", "D'Angelo", "Ferrante", "Lo Presti", "Zanella")
COMUNI = ("Borgo San Nicola", "Montelupo Vecchio", "Castel d'Oro", "Valdarsa")
VIE = ("Via Garibaldi", "Via dei Mille", "Corso Umberto I", "Vicolo Stretto")
ITALIAN_TRADES = ("artigiano", "commerciante", "impiegata/o", "ristoratore")
SERIAL = "CFGHJKLMNPRTVWXYZ0123456789"


def invented(layout: str, chance: Random) -> Invented:
    return _german(chance) if layout == "german_td1" else _italian(chance)


def _german(chance: Random) -> Invented:
    person = cards.holder("de", chance)
    issued, expires = cards.term(chance, 10, day_before=True)
    street, town = invent.address("de", chance)
    postcode, place = town.split(" ", 1)
    fields = {
        "document_number": "L" + "".join(chance.choice(SERIAL) for _ in range(8)),
        "surname": person.surname.replace("ß", "ẞ").upper(),
        "given_names": person.given.upper(),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "D",
        "issuing_country": "D",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(("NEUHAFEN", "TALHEIM", "KIRCHRODE", "ANKARA", "LINDENAU")),
        "address": f"{postcode} {place.upper()}, {street.upper()}",
        "authority": f"STADT {place.upper()}",
    }
    zone = card_zone(fields)
    shown = {
        "zone": zone.split("\n"),
        "access": invent.digits(6, chance),
        "height": f"{chance.randint(155, 194)} cm",
        "eyes": chance.choice(("BRAUN", "BLAU", "GRÜN", "GRAU")),
        "signature": cards.signature(person.given, person.surname),
        "waves": cards.waves(86, 54, "#4a7466"),
        "face": cards.portrait(person.sex, 24, 31, chance, grey=True),
        "badge": cards.badge(9, "#4a7466"),
    }
    # The zone has the sex; the front of this card does not print it.
    return Invented(fields={**fields, "mrz": zone}, shown=shown)


def _italian(chance: Random) -> Invented:
    person = invent.person("fr", chance)
    issued, expires = cards.term(chance, 10)
    comune = chance.choice(COMUNI)
    fields = {
        "document_number": f"A{chance.choice('NORSTUVXY')} {invent.digits(7, chance)}",
        "surname": chance.choice(ITALIAN_SURNAMES),
        "given_names": chance.choice(ITALIAN[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "place_of_birth": chance.choice(COMUNI),
        "nationality": "Italiana",
        "address": f"{chance.choice(VIE)} {chance.randint(2, 190)}, {comune}",
        "authority": f"Comune di {comune}",
        "date_of_issue": issued,
        "date_of_expiry": expires,
    }
    shown = {
        "comune": comune,
        "street": fields["address"].split(",")[0],
        "act": f"(atto n. {chance.randint(12, 900)} P. I S. A)",
        "trade": chance.choice(ITALIAN_TRADES),
        "status": chance.choice(("coniugato/a", "stato libero")),
        "height": f"{chance.randint(155, 194)}",
        "hair": chance.choice(("castani", "neri", "biondi")),
        "signature": cards.signature(fields["given_names"], fields["surname"]),
        "face": cards.portrait(person.sex, 30, 37, chance),
        "waves": cards.waves(140, 96, "#a08a5a", lines=16),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit(layouts=("german_td1", "italian_booklet"), invent=invented)
