"""What passports and identity cards have in common: fields from the machine-readable zone, then from the print.

The zone comes first, since its check digits tell whether it was read right. The print gives what the zone lacks
(date of issue, place of birth, authority, address) and, under `printed_…` names, a second statement of the name,
number and dates, which `ocr/identity_checks.py` compares with the zone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cases.model import Box, Field, Origin, Place
from ocr.extract import field_of
from ocr.identity_names import as_printed
from ocr.identity_print import full_name, said_by, stated
from ocr.identity_unlabelled import unlabelled
from ocr.kind import Extract
from ocr.licence_states import country_named
from ocr.mrz import Mrz, check_digit
from ocr.mrz_formats import FRA, Slice
from ocr.mrz_lines import Zone, cleaned, find, looks_like_a_line
from ocr.printed_dates import PrintedDate, dates_in, folded
from ocr.printed_zone import Phrase, phrases
from ocr.state_codes import ALPHA_2
from ocr.text import Text, Word

FIELDS = (
    "document_number",
    "surname",
    "given_names",
    "full_name",
    "date_of_birth",
    "sex",
    "nationality",
    "issuing_country",
    "date_of_issue",
    "date_of_expiry",
    "place_of_birth",
    "address",
    "personal_number",
    "authority",
    "mrz",
)
LEGIBLE = 0.85
"""Confidence from which print without a label may be taken for a date of issue."""
LOOKALIKES = str.maketrans("OQDIZSGB", "00012568")
"""Letters and the digits that a reader takes them for."""
LONGEST_VALIDITY = 16
"""Years between issue and expiry of the longest-lived card; a date before that is no date of issue."""


def extract(text: Text, document: str) -> Extract:
    """The fields of a passport or card; without a zone, those that the print gives by its labels."""
    zone = find(text)
    print_ = phrases(text)
    dates = tuple(date for date in dates_in(text) if not _in_zone(date.match.words))
    fields = zone_fields(zone, document) if zone else {}
    fields |= {name: found for name, found in stated(print_, dates, document).items() if name not in fields}
    if zone:
        fields |= _second_statement(zone.mrz, print_, dates, document)
        fields = as_printed(_with_century(_with_printed_number(fields, zone.mrz)), zone.mrz, print_)
        _issue_by_elimination(fields, dates, document)
    else:
        fields |= unlabelled(text, print_, fields, document)
        fields |= full_name(fields)
    state = zone.mrz.issuer if zone else country_named(text)
    if state and not zone and fields:
        fields["issuing_country"] = said_by(text, state, document)
    if state == "MEX" and not zone and "sex" in fields and fields["sex"].raw.strip() == "M":
        fields["sex"] = replace(fields["sex"], value="F")  # Mujer; a man is H.
    return Extract(fields=fields, country=ALPHA_2.get(state, ""))


def _in_zone(words: Iterable[Word]) -> bool:
    return any(word.origin is Origin.MRZ or looks_like_a_line(cleaned(word.text)) for word in words)


def zone_fields(zone: Zone, document: str) -> dict[str, Field]:
    """The fields that the zone states, each with its slice of the lines as `raw` and the place of that slice."""
    mrz = zone.mrz
    parts = mrz.format.parts
    names = parts["surname"] if mrz.format is FRA else parts["names"]
    given = parts["given_names"] if mrz.format is FRA else names
    values: tuple[tuple[str, str, Slice | None], ...] = (
        ("document_number", mrz.number, parts["number"]),
        ("surname", mrz.surname, names),
        ("given_names", mrz.given_names, given),
        ("full_name", f"{mrz.given_names} {mrz.surname}".strip(), names),
        ("date_of_birth", _iso(mrz.birth), parts["birth"]),
        ("sex", mrz.sex, parts["sex"]),
        ("nationality", mrz.nationality, parts.get("nationality", parts["issuer"])),
        ("issuing_country", mrz.issuer, parts["issuer"]),
        ("date_of_expiry", _iso(mrz.expiry), parts.get("expiry")),
        ("personal_number", mrz.personal_number, parts.get("personal", parts.get("optional"))),
    )
    fields = {name: _slice(zone, name, value, place, document) for name, value, place in values if value and place}
    lines = range(len(mrz.lines))
    fields["mrz"] = Field(
        name="mrz",
        value="\n".join(mrz.lines),
        raw=zone.raw,
        place=Place(document, zone.page, Box.around(zone.candidates[line].box for line in lines)),
        confidence=zone.confidence,
        origin=Origin.MRZ,
        note="; ".join(str(repair) for repair in zone.repairs),
    )
    return fields


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _slice(zone: Zone, name: str, value: str, place: Slice, document: str) -> Field:
    """A field from a slice of the zone; its characters have all the same width, so its box follows."""
    line, start, stop = place
    words, box = zone.candidates[line].words, zone.candidates[line].box
    step = box.width / zone.mrz.format.width
    told = [
        str(repair)
        for repair in zone.repairs
        if repair.line == line and repair.column is not None and start <= repair.column <= stop
    ]
    return Field(
        name=name,
        value=value,
        raw=zone.mrz.slice(place),
        place=Place(
            document,
            words[0].page,
            Box.within(box.left + step * start, box.top, box.left + step * stop, box.bottom),
        ),
        confidence=min(word.confidence for word in words),
        origin=Origin.MRZ,
        note="; ".join(told),
    )


def _second_statement(
    mrz: Mrz, print_: Sequence[Phrase], dates: Sequence[PrintedDate], document: str
) -> dict[str, Field]:
    """What the print says of the number, name and dates that the zone states: the same if it is there at all."""
    found: dict[str, Field] = {}
    number = re.sub(r"\W", "", mrz.number)
    for phrase in print_:
        compact = re.sub(r"\W", "", phrase.text.upper())
        if number and number in compact:
            found.setdefault(
                "printed_document_number", field_of("printed_document_number", number, phrase.words, document)
            )
        if mrz.surname and latin(mrz.surname) in latin(phrase.text):
            found.setdefault("printed_surname", field_of("printed_surname", phrase.text, phrase.words, document))
    for name, day in (("printed_date_of_birth", mrz.birth), ("printed_date_of_expiry", mrz.expiry)):
        for date in dates:
            same = sorted((one for one in date.days if day and _same_day(one, day)), key=lambda one: one != day)
            if same:
                found[name] = field_of(name, same[0].isoformat(), date.match.words, document, raw=date.match.text)
                break
    labelled = stated(print_, dates, document)
    for name in ("document_number", "surname", "date_of_birth", "date_of_expiry"):
        if f"printed_{name}" not in found and name in labelled:
            found[f"printed_{name}"] = replace(labelled[name], name=f"printed_{name}")
    return found


def _same_day(one: dt.date, other: dt.date) -> bool:
    """The zone has no century, so a hundred years make no difference."""
    return (one.year - other.year) % 100 == 0 and (one.month, one.day) == (other.month, other.day)


def latin(name: str) -> str:
    """A name as the zone would spell it (9303-3, section 6): no accents, no hyphens, no apostrophes."""
    plain = folded(name.upper().replace("Ø", "OE").replace("Å", "AA").replace("Æ", "AE").replace("Ł", "L"))
    return re.sub(r"[^A-Z]+", " ", plain).strip()


def _with_printed_number(fields: dict[str, Field], mrz: Mrz) -> dict[str, Field]:
    """The number as the print spells it, where that differs by look-alikes only and the check digit allows both."""
    print_, number = fields.get("printed_document_number"), fields.get("document_number")
    line, start, stop = mrz.format.parts["number"]
    if print_ is None or number is None or print_.value == number.value or len(print_.value) > stop - start:
        return fields
    padded = print_.value.ljust(stop - start, "<")
    if not re.fullmatch(r"[0-9A-Z<]+", padded) or print_.value.translate(LOOKALIKES) != number.value.translate(
        LOOKALIKES
    ):
        return fields
    if check_digit(padded) != mrz.part("number_check"):
        return fields
    lines = list(mrz.lines)
    lines[line] = lines[line][:start] + padded + lines[line][stop:]
    note = f"{number.value} read as {print_.value} (so in print, and the check digit allows both)"
    return fields | {
        "document_number": replace(number, value=print_.value, raw=padded, note=_both(number.note, note)),
        "mrz": replace(fields["mrz"], value="\n".join(lines), note=_both(fields["mrz"].note, note)),
    }


def _both(first: str, second: str) -> str:
    return "; ".join(part for part in (first, second) if part)


def _with_century(fields: dict[str, Field]) -> dict[str, Field]:
    """The birth in the century that the print names, where the print agrees in all else."""
    birth, print_ = fields.get("date_of_birth"), fields.get("printed_date_of_birth")
    if birth is None or print_ is None or birth.value == print_.value or not re.search(r"\d{4}", print_.raw):
        return fields
    if not _same_day(dt.date.fromisoformat(print_.value), dt.date.fromisoformat(birth.value)):
        return fields
    note = _both(birth.note, "century from the print")
    return fields | {"date_of_birth": replace(birth, value=print_.value, note=note)}


def _whole_years(issue: dt.date, expiry: dt.date) -> bool:
    """Whether a document would run for whole years between two days, as all of them do, give or take two days."""
    years = expiry.year - issue.year
    first, last = (dt.date(2001, day.month, min(day.day, 28)) for day in (issue, expiry))
    return 1 <= years <= LONGEST_VALIDITY and abs((first - last).days) <= 2


def _issue_by_elimination(fields: dict[str, Field], dates: Sequence[PrintedDate], document: str) -> None:
    """A date of issue whose label could not be read: the one other date that can be it."""
    birth, expiry = fields.get("date_of_birth"), fields.get("date_of_expiry")
    if "date_of_issue" in fields or birth is None or expiry is None:
        return
    first, last = dt.date.fromisoformat(birth.value), dt.date.fromisoformat(expiry.value)
    fitting = {
        day: date
        for date in dates
        for day in date.days
        if date.match.confidence >= LEGIBLE and first < day < last and _whole_years(day, last)
    }
    if len(fitting) == 1:
        ((day, date),) = fitting.items()
        found = field_of("date_of_issue", day.isoformat(), date.match.words, document, raw=date.match.text)
        fields["date_of_issue"] = replace(found, note="the only date between birth and expiry")
