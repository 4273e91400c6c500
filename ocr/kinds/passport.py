"""A passport's page of personal data, issued by a state to its citizen.

Source: ICAO Doc 9303, part 4: size TD3, machine-readable zone of two lines of 44 characters that begin with P.
"""

from __future__ import annotations

from ocr.identity import FIELDS, extract
from ocr.identity_checks import check
from ocr.kind import Kind
from ocr.mrz_formats import TD3
from ocr.mrz_lines import find
from ocr.printed_zone import fields_labelled, mentions
from ocr.text import Text

_NAMES = ("PASSPORT", "PASSEPORT", "REISEPASS", "PASAPORTE", "护照")
_TELLING = {"document_number", "nationality", "date_of_birth", "date_of_expiry", "place_of_birth", "authority"}


def evidence(text: Text) -> float:
    """The zone settles it; without one, a passport's name and its labels are half an answer."""
    zone = find(text)
    if zone is not None:
        return 0.98 if zone.mrz.format is TD3 else 0.0
    if not mentions(text, _NAMES):
        return 0.0
    labels = len(_TELLING & fields_labelled(text))
    return min(0.75, 0.15 * labels + 0.1) if labels >= 3 else 0.0


KIND = Kind(
    name="passport",
    title="Passport",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
