"""A visa, issued by a state as a sticker in a passport.

Source: ICAO Doc 9303, part 7: sizes MRV-A (two lines of 44 characters) and MRV-B (two lines of 36) that begin with V.
"""

from __future__ import annotations

import re

from ocr import identity
from ocr.extract import field_of
from ocr.identity import FIELDS
from ocr.identity_checks import check
from ocr.kind import Extract, Kind
from ocr.mrz_formats import MRV_A, MRV_B
from ocr.mrz_lines import find
from ocr.printed_dates import dates_in, folded
from ocr.printed_zone import Label, mentions, near, phrases
from ocr.text import Text

_NAMES = ("VISA", "VISUM", "VISTO", "VIZA", "WIZA", "VIISUMI", "签证")
_ITEMS = (
    "NUMBER OF ENTRIES", "DURATION OF STAY", "VALID FOR", "TYPE OF VISA", "PASSPORT NUMBER", "FROM", "UNTIL",
    "NOMBRE D'ENTREES", "DUREE DE SEJOUR", "ANZAHL DER EINREISEN", "ENTRIES", "入境次数", "有效期至",
)  # fmt: skip
_ON = {"ON", "AM", "LE", "EL", "IL", "DNIA", "DNE", "DEN", "OP", "EM", "PA", "DATED", "DATUM", "DATE"}
"""What stands before the day of issue behind the place of it (`ISSUED IN … ON …`), upper case without accents."""


def evidence(text: Text) -> float:
    """The zone settles it; without one, the name and the items that only visas have are half an answer."""
    zone = find(text)
    if zone is not None:
        return 0.97 if zone.mrz.format in (MRV_A, MRV_B) else 0.0
    if not mentions(text, _NAMES):
        return 0.0
    items = sum(mentions(text, (item,)) for item in _ITEMS)
    return min(0.7, 0.2 * items + 0.1) if items >= 2 else 0.0


def extract(text: Text, document: str) -> Extract:
    """The fields of identity documents; of the two days before the expiry the one of issue, not that of validity."""
    found = identity.extract(text, document)
    print_ = phrases(text)
    dates = {word: date for date in dates_in(text) for word in date.match.words}
    for phrase in print_:
        parts = {part for part in re.split(r"[\s/|:.]+", folded(phrase.text)) if part}
        if parts and parts <= _ON:
            label = Label("date_of_issue", phrase, 0, len(phrase.text))
            value = near(label, print_, lambda one: any(word in dates for word in one.words))
            date = next((dates[word] for word in value.words if word in dates), None) if value else None
            if date is not None:
                day = field_of(
                    "date_of_issue", date.days[0].isoformat(), date.match.words, document, raw=date.match.text
                )
                return Extract(fields={**found.fields, "date_of_issue": day}, country=found.country)
    return found


KIND = Kind(
    name="visa",
    title="Visa",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
