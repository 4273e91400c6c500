"""A visa, issued by a state as a sticker in a passport.

Source: ICAO Doc 9303, part 7: sizes MRV-A (two lines of 44 characters) and MRV-B (two lines of 36) that begin with V.
"""

from __future__ import annotations

from ocr.identity import FIELDS, extract
from ocr.identity_checks import check
from ocr.kind import Kind
from ocr.mrz_formats import MRV_A, MRV_B
from ocr.mrz_lines import find
from ocr.printed_zone import mentions
from ocr.text import Text

_NAMES = ("VISA", "VISUM", "VISTO", "VIZA", "WIZA", "VIISUMI", "签证")
_ITEMS = (
    "NUMBER OF ENTRIES", "DURATION OF STAY", "VALID FOR", "TYPE OF VISA", "PASSPORT NUMBER", "FROM", "UNTIL",
    "NOMBRE D'ENTREES", "DUREE DE SEJOUR", "ANZAHL DER EINREISEN", "ENTRIES", "入境次数", "有效期至",
)  # fmt: skip


def evidence(text: Text) -> float:
    """The zone settles it; without one, the name and the items that only visas have are half an answer."""
    zone = find(text)
    if zone is not None:
        return 0.97 if zone.mrz.format in (MRV_A, MRV_B) else 0.0
    items = sum(mentions(text, (item,)) for item in _ITEMS)
    return min(0.7, 0.2 * items + 0.1) if mentions(text, _NAMES) and items >= 2 else 0.0


KIND = Kind(
    name="visa",
    title="Visa",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
