"""Machine-readable zones of the kit's papers (ICAO 9303) in the alphabet of the zone, with all check digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from samples.identifiers import td1, td2, td3, zone_names
from samples.specimen import Invented

SPELLED = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Æ": "AE", "Ø": "OE", "ẞ": "SS", "Ñ": "N"}
WEIGHTS = (7, 3, 1)


def latin(name: str) -> str:
    """A name as zones spell it: umlauts written out, accents dropped, all capitals."""
    spelled = "".join(SPELLED.get(letter, letter) for letter in unicodedata.normalize("NFC", name.upper()))
    return "".join(letter for letter in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(letter))


def passport_zone(fields: Mapping[str, str], personal: str = "") -> str:
    """The zone of a passport; `personal` is the number of the person where the state writes it there."""
    return "\n".join(td3({**_spelled(fields), "personal_number": personal}))


def large_card_zone(fields: Mapping[str, str]) -> str:
    return "\n".join(td2(_spelled(fields)))


def card_zone(fields: Mapping[str, str], optional: str = "") -> str:
    """The zone of a card of bank card size; `optional` is what the state writes behind the document's number."""
    return "\n".join(td1(_spelled(fields), optional))


def visa_zone(fields: Mapping[str, str], width: int, optional: str = "") -> str:
    """The zone of a visa: 44 characters wide (MRV-A) or 36 (MRV-B); it has no check digit over the whole."""
    person = _spelled(fields)
    number = person["document_number"].ljust(9, "<")
    birth, expiry = _short(person, "date_of_birth"), _short(person, "date_of_expiry")
    first = f"V<{person['issuing_country']}{zone_names(person)}".ljust(width, "<")[:width]
    second = (
        f"{number}{digit(number)}{person['nationality']}{birth}{digit(birth)}{person['sex']}{expiry}{digit(expiry)}"
    )
    return "\n".join((first, f"{second}{optional}".ljust(width, "<")))


def zoned(fields: Mapping[str, str], zone: str, shown: Mapping[str, Any]) -> Invented:
    """A paper that states its zone and shows it line by line."""
    return Invented(fields={**fields, "mrz": zone}, shown={**shown, "zone": zone.split("\n")})


def digit(text: str) -> str:
    """The check digit: letters count from 10, the filler as nothing, weights 7, 3, 1."""
    total = sum((0 if one == "<" else int(one, 36)) * WEIGHTS[at % 3] for at, one in enumerate(text))
    return str(total % 10)


def _spelled(fields: Mapping[str, str]) -> dict[str, str]:
    return {
        **fields,
        "surname": latin(fields["surname"]),
        "given_names": latin(fields["given_names"].replace(",", "")),
        "issuing_country": fields["issuing_country"].ljust(3, "<"),
        "nationality": fields["nationality"].ljust(3, "<"),
        "personal_number": "",
    }


def _short(person: Mapping[str, str], name: str) -> str:
    return person[name].replace("-", "")[2:]
