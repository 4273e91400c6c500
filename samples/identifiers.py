"""Fictional numbers that are formally right: their check digits hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ocr.mrz import check_digit

USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def weighed(number: str, weights: Iterable[int]) -> int:
    """The sum of a number's characters times as many weights, from which check digits follow; letters count from 10."""
    return sum(int(one, 36) * weight for one, weight in zip(number, weights, strict=True))


def gb_iban(bank: str, sort_code: str, account: str) -> str:
    """A British IBAN with its check digits (ISO 13616)."""
    inside = f"{bank}{sort_code.replace('-', '')}{account}"
    digits = "".join(str(int(character, 36)) for character in f"{inside}GB00")
    return f"GB{98 - int(digits) % 97:02d}{inside}"


def uscc(first_seventeen: str) -> str:
    """A unified social credit code with its check character (GB 32100-2015)."""
    total = sum(USCC_LETTERS.index(one) * weight for one, weight in zip(first_seventeen, USCC_WEIGHTS, strict=True))
    return first_seventeen + USCC_LETTERS[(31 - total % 31) % 31]


def td3(person: Mapping[str, str]) -> tuple[str, str]:
    """The machine-readable zone of a passport (ICAO 9303, part 4), with all check digits."""
    state, number = person["issuing_country"], person["document_number"].ljust(9, "<")
    birth, expiry = (person[name].replace("-", "")[2:] for name in ("date_of_birth", "date_of_expiry"))
    personal = person.get("personal_number", "").ljust(14, "<")
    first = f"P<{state}{zone_names(person)}".ljust(44, "<")[:44]
    personal_digit = check_digit(personal) if personal.strip("<") else "<"
    protected = (number + check_digit(number), birth + check_digit(birth), expiry + check_digit(expiry))
    whole = check_digit("".join(protected) + personal + personal_digit)
    second = f"{protected[0]}{person['nationality']}{protected[1]}{person['sex']}{protected[2]}"
    return first, f"{second}{personal}{personal_digit}{whole}"


def td1(person: Mapping[str, str], optional: str = "") -> tuple[str, str, str]:
    """The zone of an identity card of the size of a bank card (ICAO 9303, part 5); `optional` is what the state writes
    behind the document's number."""
    number = person["document_number"].ljust(9, "<")
    birth, expiry = (person[name].replace("-", "")[2:] for name in ("date_of_birth", "date_of_expiry"))
    first = f"ID{person['issuing_country'].ljust(3, '<')}{number}{check_digit(number)}{optional}".ljust(30, "<")
    middle = f"{birth}{check_digit(birth)}{person['sex']}{expiry}{check_digit(expiry)}"
    second = f"{middle}{person['nationality'].ljust(3, '<')}".ljust(29, "<")
    whole = check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return first, second + whole, zone_names(person).ljust(30, "<")[:30]


def td2(person: Mapping[str, str]) -> tuple[str, str]:
    """The zone of the larger identity card (ICAO 9303, part 6)."""
    number = person["document_number"].ljust(9, "<")
    birth, expiry = (person[name].replace("-", "")[2:] for name in ("date_of_birth", "date_of_expiry"))
    first = f"ID{person['issuing_country'].ljust(3, '<')}{zone_names(person)}".ljust(36, "<")[:36]
    parts = (number + check_digit(number), birth + check_digit(birth), expiry + check_digit(expiry))
    optional = "<" * 7
    second = f"{parts[0]}{person['nationality'].ljust(3, '<')}{parts[1]}{person['sex']}{parts[2]}{optional}"
    return first, second + check_digit("".join(parts) + optional)


def zone_names(person: Mapping[str, str]) -> str:
    """Surname and given names in the alphabet of the zone."""
    return "<<".join(
        re.sub(r"[^A-Z]", "<", re.sub(r"['.]", "", person[part].upper())) for part in ("surname", "given_names")
    )
