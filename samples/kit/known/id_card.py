"""Identity cards: both sides of a German card (TD1) on one sheet, an Italian booklet without a zone, both sides of a
Spanish card (TD1), a Slovak one of the larger size (TD2) and a British residence permit; others in
`samples.kit.cards_abroad`."""

from __future__ import annotations

from random import Random

from samples.kit import cards, invent
from samples.kit.cards_abroad import colombian, dutch, french, hong_konger, malaysian, polish, romanian, singaporean
from samples.kit.personal_numbers import spanish_letter
from samples.kit.zone import card_zone, large_card_zone, zoned
from samples.specimen import Invented, Kit

ITALIAN = {"M": ("Matteo", "Gian Luca", "Nicolò", "Davide"), "F": ("Chiara", "Maria Pia", "Giorgia", "Loredana")}
ITALIAN_SURNAMES = ("Bevilacqua", "D'Angelo", "Ferrante", "Lo Presti", "Zanella")
COMUNI = ("Borgo San Nicola", "Montelupo Vecchio", "Castel d'Oro", "Valdarsa")
VIE = ("Via Garibaldi", "Via dei Mille", "Corso Umberto I", "Vicolo Stretto")
ITALIAN_TRADES = ("artigiano", "commerciante", "impiegata/o", "ristoratore")
SPANISH = {"M": ("JORGE LUIS", "AITOR", "RAÚL"), "F": ("MARÍA JESÚS", "LEIRE", "NURIA")}
SPANISH_SURNAMES = (("NÚÑEZ", "CASTILLO"), ("GÓMEZ", "DEL RÍO"), ("PEÑA", "OLMEDO"), ("VIDAL", "SERRANO"))
CALLES = ("C. MAYOR", "C. DEL OLIVO", "AVDA. SAN ROQUE")
PUEBLOS = (("VILLANUEVA DEL MAR", "ALMERÍA"), ("PUERTO CLARO", "CÁDIZ"), ("LOS ALMENDROS", "MURCIA"))
SLOVAK = {"M": ("Juraj", "Ľubomír", "Matúš"), "F": ("Zuzana", "Alžbeta", "Katarína")}
SLOVAK_SURNAMES = {"M": ("Hruška", "Kováč", "Šimko"), "F": ("Hrušková", "Kováčová", "Šimková")}
OBCE = ("Nová Lehota", "Vyšné Hory", "Dolný Kameň")
FOREIGN = {
    "NGA": ("EZEKIEL", ("OLUWAFEMI DAVID", "NGOZI"), "Lagos"),
    "PHL": ("SANTOS CRUZ", ("MARK ANTHONY", "ROSEMARIE"), "Cebu"),
    "BRA": ("DA COSTA LIMA", ("THIAGO", "LARISSA"), "Recife"),
    "PAK": ("MIRZA", ("USMAN ALI", "SANA"), "Lahore"),
}  # fmt: skip
SERIAL = "CFGHJKLMNPRTVWXYZ0123456789"


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
        "access": invent.digits(6, chance),
        "height": f"{chance.randint(155, 194)} cm",
        "eyes": chance.choice(("BRAUN", "BLAU", "GRÜN", "GRAU")),
        "signature": cards.signature(person.given, person.surname),
        "waves": cards.waves(86, 54, "#4a7466"),
        "face": cards.portrait(person.sex, 24, 31, chance, grey=True),
        "badge": cards.badge(9, "#4a7466"),
    }
    # The zone has the sex; the front of this card does not print it.
    return zoned(fields, zone, shown)


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


def _spanish(chance: Random) -> Invented:
    person = invent.person("fr", chance)
    issued, expires = cards.term(chance, 10)
    number, (first, second), (town, province) = (
        invent.digits(8, chance), chance.choice(SPANISH_SURNAMES), chance.choice(PUEBLOS),
    )  # fmt: skip
    fields = {
        "document_number": "".join(chance.choice("ABCDEFGHJKLM") for _ in range(3)) + invent.digits(6, chance),
        "personal_number": f"{number}{spanish_letter(number)}",
        "surname": f"{first} {second}",
        "given_names": chance.choice(SPANISH[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "ESP",
        "issuing_country": "ESP",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": f"{town}, {province}",
        "address": f"{chance.choice(CALLES)} {chance.randint(2, 90)} P0{chance.randint(1, 7)} A, {town}, {province}",
    }
    zone = card_zone(fields, optional=fields["personal_number"])
    shown = {
        "surnames": (first, second),
        "parents": f"{chance.choice(SPANISH['M'])} / {chance.choice(SPANISH['F'])}",
        "team": f"{invent.digits(5, chance)}A6D1",
        "access": invent.digits(6, chance),
        "signature": cards.signature(fields["given_names"].title(), first),
        "waves": cards.waves(86, 54, "#b98a4f", lines=30),
        "face": cards.portrait(person.sex, 25, 33, chance, grey=True),
        "ghost": cards.portrait(person.sex, 8, 11, chance, grey=True),
    }
    return zoned(fields, zone, shown)


def _slovak(chance: Random) -> Invented:
    person = invent.person("gb", chance)
    issued, expires = cards.term(chance, 10)
    town = chance.choice(OBCE)
    birth = person.born.month + (50 if person.sex == "F" else 0)
    body = next(
        number
        for order in range(chance.randrange(1000, 9000), 10_000)
        if int(number := f"{person.born:%y}{birth:02d}{person.born:%d}{order:04d}") % 11 == 0
    )
    fields = {
        "document_number": "".join(chance.choice("EHSTP") for _ in range(2)) + invent.digits(6, chance),
        "surname": chance.choice(SLOVAK_SURNAMES[person.sex]),
        "given_names": chance.choice(SLOVAK[person.sex]),
        "date_of_birth": person.born.isoformat(),
        "sex": person.sex,
        "nationality": "SVK",
        "issuing_country": "SVK",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": chance.choice(OBCE),
        "address": f"{town}, {chance.choice(('Lipová', 'Školská', 'Hlavná'))} {chance.randint(2, 160)}",
        "personal_number": f"{body[:6]}/{body[6:]}",
        "authority": f"OR PZ {chance.choice(OBCE)}",
    }
    zone = large_card_zone(fields)
    shown = {
        "signature": cards.signature(fields["given_names"], fields["surname"]),
        "face": cards.portrait(person.sex, 24, 31, chance),
        "waves": cards.waves(105, 74, "#5a7fa8", lines=26),
        "badge": cards.badge(11, "#3a5f98", points=6),
    }
    return zoned(fields, zone, shown)


def _permit(chance: Random) -> Invented:
    state, (surname, givens, town) = chance.choice(tuple(FOREIGN.items()))
    sex = chance.choice("MF")
    issued, expires = cards.term(chance, chance.choice((3, 5)), day_before=True)
    fields = {
        "document_number": f"R{chance.choice('ZSTU')}{chance.choice('X0123')}{invent.digits(6, chance)}",
        "surname": surname,
        "given_names": givens["MF".index(sex)],
        "date_of_birth": invent.person("gb", chance).born.isoformat(),
        "sex": sex,
        "nationality": state,
        "issuing_country": "GBR",
        "date_of_issue": issued,
        "date_of_expiry": expires,
        "place_of_birth": town.upper(),
    }
    # Residence permits begin with IR; no check digit counts the first two letters.
    zone = "IR" + card_zone(fields)[2:]
    shown = {
        "type": chance.choice(("SKILLED WORKER", "SETTLEMENT", "SPOUSE/PARTNER LEAVE TO REMAIN", "STARTUP")),
        "remarks": chance.choice(("NO PUBLIC FUNDS", "WORK AS AUTHORISED", "RESTRICTED WORK. NO PUBLIC FUNDS")),
        "insurance": f"S{chance.choice('ABCEH')}{invent.digits(6, chance)}{chance.choice('ABCD')}",
        "signature": cards.signature(fields["given_names"].title(), surname),
        "face": cards.portrait(sex, 26, 34, chance),
        "waves": cards.waves(86, 54, "#8c6aa0", lines=24),
    }
    return zoned(fields, zone, shown)


KIT = Kit.of({
    "german_td1": _german, "italian_booklet": _italian, "spanish_td1": _spanish, "slovak_td2": _slovak,
    "british_permit": _permit, "singapore": singaporean, "hong_kong_known": hong_konger, "polish": polish,
    "romanian": romanian, "french_1988": french, "colombian": colombian, "malaysian": malaysian, "dutch": dutch,
})  # fmt: skip
