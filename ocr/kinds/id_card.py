"""A national identity card or residence card, issued by a state: either side, or both.

Source: ICAO Doc 9303, part 5 (size TD1, three lines of 30) and part 6 (size TD2, two lines of 36); France's card
of 1988 to 2021 (decree 55-1397). Cards without a machine-readable zone are told by their name and labels. China's
resident card and driving licences are other kinds.
"""

from __future__ import annotations

from dataclasses import replace

from ocr.identity import FIELDS, extract
from ocr.identity_checks import check
from ocr.kind import Extract, Kind
from ocr.kinds import driving_licence
from ocr.licence_states import identifies_only
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
    "KIMLIK KARTI", "身份證", "居留证", "RESIDENCE CARD", "OFFICIAL TRAVEL DOCUMENT", "IDENTIFICATION CARD",
    "NATIONAL ID CARD", "CITIZEN CARD", "CARTA DI IDENTITA", "CARTA D'IDENTITAD", "CREDENCIAL PARA VOTAR",
    "INSTITUTO NACIONAL ELECTORAL", "REGISTRO NACIONAL DE LAS PERSONAS", "CEDULA DE IDENTIDAD",
    "IDENTIFICACION PERSONAL", "TARJETA DE IDENTIDAD", "CARTEIRA DE IDENTIDADE", "BILHETE DE IDENTIDADE",
    "BULETIN DE IDENTITATE", "PERMANENT ACCOUNT NUMBER",
    "UNIQUE IDENTIFICATION AUTHORITY OF INDIA", "AADHAAR", "ELECTION COMMISSION OF INDIA",
    "KAD PENGENALAN", "KARTU TANDA PENDUDUK", "CAN CUOC CONG DAN", "NAFNSKIRTEINI", "NASJONALT ID-KORT",
    "LEGITIMATIONSKORT", "KARTA TAL-IDENTITA", "LICNA KARTA", "LETERNJOFTIM", "LETERNJOFTIMI", "ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ",
    "ЛИЧНА КАРТА", "УДОСТОВЕРЕНИЕ ЛИЧНОСТИ", "國民身分證", "주민등록증", "在留カード", "個人番号カード", "居民身份證",
)  # fmt: skip
_OTHERS = (
    "DRIVING LICENCE", "DRIVER LICENSE", "DRIVER'S LICENSE", "DRIVING LICENSE", "PERMIS DE CONDUIRE",
    "FUHRERSCHEIN", "PERMISO DE CONDUCCION", "PASSPORT NO", "居民身份证", "公民身份号码",
)  # fmt: skip
_UNLIKE = ("PASSPORT", "PASSEPORT", "REISEPASS", "VISA", "APPLICATION", "INSURANCE", "LICENCE", "LICENSE")
"""Words of papers that name a person by the same labels."""
_PLAIN = 90
"""Words that a card has at the most, both its sides together."""
_WHO = {"nationality", "sex", "place_of_birth"}
_TELLING = {"document_number", "surname", "given_names", "nationality", "date_of_birth", "date_of_expiry", "sex"}


def evidence(text: Text) -> float:
    """The zone settles it; without one, a card's name and its labels are half an answer."""
    zone = find(text)
    if zone is not None:
        return 0.97 if zone.mrz.format in (TD1, TD2, FRA) else 0.0
    if identifies_only(text):
        return 0.9 if len(_TELLING & set(_read(text, "").fields)) >= 4 else 0.3
    if mentions(text, _OTHERS):
        return 0.0
    if not mentions(text, _NAMES):
        return _nameless(text)
    labels = len(_TELLING & (fields_labelled(text) | set(extract(text, "").fields)))
    return min(0.75, 0.15 * labels + 0.15) if labels >= 3 else 0.0


def _read(text: Text, document: str) -> Extract:
    """The fields; an American state's card has them numbered, or in its code, as its licences do."""
    if not identifies_only(text):
        return extract(text, document)
    found = driving_licence.extract(text, document)
    return replace(found, fields={name: field for name, field in found.fields.items() if name in FIELDS})


def _nameless(text: Text) -> float:
    """A card whose name we do not know: few words, and among them number, name, days and more of a person's labels."""
    if len(text.words) > _PLAIN or mentions(text, _UNLIKE):
        return 0.0
    labelled = fields_labelled(text)
    if "document_number" not in labelled or len(_TELLING & labelled) < 5:
        return 0.0
    read = labelled & set(extract(text, "").fields)
    days = {"date_of_birth"} <= read and {"date_of_issue", "date_of_expiry"} & read
    return 0.55 if days and "document_number" in read and read & _WHO and len(_TELLING & read) >= 5 else 0.0


KIND = Kind(
    name="id_card",
    title="Identity card",
    evidence=evidence,
    extract=_read,
    check=check,
    fields=FIELDS,
    card=True,
)
