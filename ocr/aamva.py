"""The record on the back of an American or Canadian driving licence, in its PDF417 code.

Source: AAMVA DL/ID Card Design Standard (2020), annex D: a header `ANSI ` with the issuer's number, then lines that
begin with an element's id of three letters. Elements that a state leaves empty read `NONE`, `unavl` or nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from ocr.states import CODES

_HEADER = re.compile(r"(?:ANSI|AAMVA)\s*(\d{6})")
_ELEMENT = re.compile(r"(?:^|[\n\r\x1e])(?:DL|ID)?(D[A-D][A-Z])([^\n\r\x1e]*)")
_FIRST = re.compile(r"(?:DL|ID)\d{8}(?:Z[A-Z]\d{8})*(?:DL|ID)(D[A-D][A-Z])([^\n\r\x1e]*)")
_EMPTY = {"", "NONE", "UNAVL", "UNAVAIL"}
SEXES = {"1": "M", "2": "F", "9": "X", "M": "M", "F": "F"}
COUNTRIES = {"USA": "USA", "CAN": "CAN"}


def elements(text: str) -> Mapping[str, str]:
    """Each element's id with its value; empty when the text is no such record."""
    if not _HEADER.search(text[:60]):
        return {}
    found = {match.group(1): match.group(2).strip() for match in _ELEMENT.finditer(text)}
    first = _FIRST.search(text)
    if first:
        found.setdefault(first.group(1), first.group(2).strip())
    return {name: value for name, value in found.items() if value.upper() not in _EMPTY}


def values(record: Mapping[str, str]) -> dict[str, str]:
    """The fields of `driving_licence` that a record states."""
    country = COUNTRIES.get(record.get("DCG", ""), "")
    given = record.get("DAC") or record.get("DCT", "").replace(",", " ")
    middle = record.get("DAD", "")
    surname = record.get("DCS") or record.get("DAB", "")
    names = " ".join(" ".join((given, middle)).split())
    street = ", ".join(filter(None, (record.get("DAG", ""), record.get("DAH", ""))))
    place = " ".join(filter(None, (record.get("DAI", ""), record.get("DAJ", ""), _postcode(record.get("DAK", "")))))
    told = {
        "document_number": record.get("DAQ", ""),
        "surname": surname,
        "given_names": names,
        "full_name": record.get("DAA", "").replace(",", " ").strip() or f"{names} {surname}".strip(),
        "address": ", ".join(filter(None, (street, place))),
        "date_of_birth": _day(record.get("DBB", ""), country),
        "date_of_issue": _day(record.get("DBD", ""), country),
        "date_of_expiry": _day(record.get("DBA", ""), country),
        "sex": SEXES.get(record.get("DBC", ""), ""),
        "vehicle_classes": record.get("DCA", ""),
        "issuing_country": country,
        "region": CODES.get(record.get("DAJ", "").upper(), record.get("DAJ", "")),
    }
    return {name: value for name, value in told.items() if value}


def _postcode(text: str) -> str:
    """The standard has room for nine digits and fills those of five with noughts or blanks."""
    bare = text.strip()
    return bare[:5] if re.fullmatch(r"\d{5}0{4}", bare) else bare


def _day(text: str, country: str) -> str:
    """MMDDCCYY in the United States, CCYYMMDD in Canada; the first edition wrote the year first everywhere."""
    if not re.fullmatch(r"\d{8}", text):
        return ""
    american = (text[4:], text[:2], text[2:4])
    year_first = (text[:4], text[4:6], text[6:])
    for year, month, day in (american, year_first) if country == "USA" else (year_first, american):
        try:
            made = dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
        if 1900 <= made.year <= 2100:
            return made.isoformat()
    return ""
