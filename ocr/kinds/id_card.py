"""A national identity card or residence card, issued by a state: either side, or both.

Source: ICAO Doc 9303, part 5 (size TD1, three lines of 30) and part 6 (size TD2, two lines of 36); France's card
of 1988 to 2021 (decree 55-1397). Cards without a machine-readable zone are told by their name and labels. China's
resident card and driving licences are other kinds.
"""

from __future__ import annotations

from ocr.identity import FIELDS, extract
from ocr.identity_checks import check
from ocr.kind import Kind
from ocr.mrz_formats import FRA, TD1, TD2
from ocr.mrz_lines import find
from ocr.printed_zone import fields_labelled, mentions
from ocr.text import Text

_NAMES = (
    "IDENTITY CARD", "IDENTITY DOCUMENT", "CARTE NATIONALE D'IDENTITE", "CARTE D'IDENTITE", "PERSONALAUSWEIS",
    "DOCUMENTO NACIONAL DE IDENTIDAD", "IDENTITEITSKAART", "CARTA D'IDENTITA", "RESIDENCE PERMIT",
    "CARTE DE IDENTITATE", "ISIKUTUNNISTUS", "DOWOD OSOBISTY", "OBCANSKY PRUKAZ", "OBCIANSKY PREUKAZ",
    "HENKILOKORTTI", "SZEMELYAZONOSITO IGAZOLVANY", "CARTAO DE CIDADAO", "NATIONELLT ID-KORT", "OSOBNA ISKAZNICA",
    "OSEBNA IZKAZNICA", "ASMENS TAPATYBES KORTELE", "PERSONAS APLIECIBA", "PERMANENT RESIDENT", "AUFENTHALTSTITEL",
    "TITRE DE SEJOUR", "PERMESSO DI SOGGIORNO", "TARJETA DE RESIDENCIA", "CEDULA DE", "IDENTITATSKARTE",
    "KIMLIK KARTI", "身份證", "居留证", "RESIDENCE CARD", "OFFICIAL TRAVEL DOCUMENT",
)  # fmt: skip
_OTHERS = (
    "DRIVING LICENCE", "DRIVER LICENSE", "DRIVER'S LICENSE", "DRIVING LICENSE", "PERMIS DE CONDUIRE",
    "FUHRERSCHEIN", "PERMISO DE CONDUCCION", "PASSPORT NO", "居民身份证", "公民身份号码",
)  # fmt: skip
_TELLING = {"document_number", "surname", "given_names", "nationality", "date_of_birth", "date_of_expiry", "sex"}


def evidence(text: Text) -> float:
    """The zone settles it; without one, a card's name and its labels are half an answer."""
    zone = find(text)
    if zone is not None:
        return 0.97 if zone.mrz.format in (TD1, TD2, FRA) else 0.0
    if not mentions(text, _NAMES) or mentions(text, _OTHERS):
        return 0.0
    labels = len(_TELLING & (fields_labelled(text) | set(extract(text, "").fields)))
    return min(0.75, 0.15 * labels + 0.15) if labels >= 3 else 0.0


KIND = Kind(
    name="id_card",
    title="Identity card",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
