"""Which state a driving licence is of, by what it calls itself; and the states of the US and provinces of Canada.

Source: directive 2006/126/EC, annex I (distinguishing signs and names of the licence in each language).
"""

from __future__ import annotations

import re

from ocr.printed_dates import folded
from ocr.states import STATES
from ocr.text import Text

TITLES = (
    "DRIVING LICENCE", "DRIVING LICENSE", "DRIVER LICENCE", "DRIVER LICENSE", "DRIVER'S LICENSE",
    "DRIVER'S LICENCE", "DRIVERS LICENSE", "DRIVERS LICENCE", "OPERATOR LICENSE", "OPERATOR'S LICENSE",
    "COMMERCIAL DRIVER", "PERMIS DE CONDUIRE", "FUHRERSCHEIN", "FUEHRERSCHEIN", "PERMISO DE CONDUCCION",
    "PERMISO DE CONDUCIR", "LICENCIA DE CONDUCIR", "PATENTE DI GUIDA", "RIJBEWIJS", "PRAWO JAZDY",
    "CARTA DE CONDUCAO", "KORKORT", "KOREKORT", "AJOKORTTI", "RIDICSKY PRUKAZ", "VODICSKY PREUKAZ",
    "VEZETOI ENGEDELY", "PERMIS DE CONDUCERE", "VOZNISKO DOVOLJENJE", "VOZACKA DOZVOLA", "JUHILUBA",
    "VADITAJA APLIECIBA", "VAIRUOTOJO PAZYMEJIMAS", "CEADUNAS TIOMANA", "LICENZJA TAS-SEWQAN", "FORERKORT",
    "OKUSKIRTEINI",
)  # fmt: skip
"""Upper case without accents."""
_COUNTRY_NAMES = {
    "REPUBLIQUE FRANCAISE": "FRA", "BUNDESREPUBLIK DEUTSCHLAND": "DEU", "UNITED KINGDOM": "GBR", "DVLA": "GBR",
    "GREAT BRITAIN": "GBR", "NORTHERN IRELAND": "GBR", "EIRE": "IRL", "IRELAND": "IRL", "REPUBBLICA ITALIANA": "ITA",
    "REINO DE ESPANA": "ESP", "ESPANA": "ESP", "NEDERLAND": "NLD", "KONINKRIJK DER NEDERLANDEN": "NLD",
    "REPUBLIK OSTERREICH": "AUT", "BELGIQUE": "BEL", "BELGIE": "BEL", "RZECZPOSPOLITA POLSKA": "POL",
    "REPUBLICA PORTUGUESA": "PRT", "PORTUGAL": "PRT", "SVERIGE": "SWE", "DANMARK": "DNK", "SUOMI": "FIN",
    "CESKA REPUBLIKA": "CZE", "SLOVENSKA REPUBLIKA": "SVK", "MAGYARORSZAG": "HUN", "ROMANIA": "ROU",
    "REPUBLIKA SLOVENIJA": "SVN", "REPUBLIKA HRVATSKA": "HRV", "EESTI": "EST", "LATVIJA": "LVA", "LIETUVA": "LTU",
    "LUXEMBOURG": "LUX", "MALTA": "MLT", "NORGE": "NOR", "SCHWEIZ": "CHE", "SUISSE": "CHE", "AUSTRALIA": "AUS",
    "NEW ZEALAND": "NZL", "HONG KONG": "HKG", "SINGAPORE": "SGP", "SCHWEIZERISCHE": "CHE", "OSTERREICH": "AUT",
    "DEUTSCHLAND": "DEU", "TURKIYE CUMHURIYETI": "TUR", "REPUBLIKA E SHQIPERISE": "ALB", "UTOPIA": "UTO",
    "HELLENIC REPUBLIC": "GRC", "REPUBLICA DE COLOMBIA": "COL", "REPUBLICA ARGENTINA": "ARG",
    "REPUBLICA DE CHILE": "CHL",
    "REPUBLICA DEL PERU": "PER", "REPUBLICA FEDERATIVA DO BRASIL": "BRA", "INSTITUTO NACIONAL ELECTORAL": "MEX",
    "ESTADOS UNIDOS MEXICANOS": "MEX", "REPUBLIKA NG PILIPINAS": "PHL", "REPUBLIC OF THE PHILIPPINES": "PHL",
    "REPUBLIC OF SOUTH AFRICA": "ZAF", "UNITED ARAB EMIRATES": "ARE", "GOVERNMENT OF INDIA": "IND",
    "GOVT. OF INDIA": "IND", "ELECTION COMMISSION OF INDIA": "IND", "REPUBLIC OF INDIA": "IND", "KAD PENGENALAN": "MYS",
    "REPUBLIK INDONESIA": "IDN", "ISLAMIC REPUBLIC OF PAKISTAN": "PAK", "FEDERAL REPUBLIC OF NIGERIA": "NGA",
    "REPUBLIC OF KENYA": "KEN", "REPUBLIC OF KOREA": "KOR", "日本国": "JPN", "中華民國": "TWN",
}  # fmt: skip
_SIGNS = {
    "F": "FRA", "D": "DEU", "UK": "GBR", "GB": "GBR", "IRL": "IRL", "I": "ITA", "E": "ESP", "NL": "NLD", "A": "AUT",
    "B": "BEL", "PL": "POL", "P": "PRT", "S": "SWE", "DK": "DNK", "FIN": "FIN", "CZ": "CZE", "SK": "SVK", "H": "HUN",
    "RO": "ROU", "SLO": "SVN", "HR": "HRV", "EST": "EST", "LV": "LVA", "LT": "LTU", "L": "LUX", "M": "MLT",
    "GR": "GRC", "EL": "GRC", "CY": "CYP", "BG": "BGR", "N": "NOR",
}  # fmt: skip
"""The sign in the blue field at the top left."""
_OF_TITLE = {
    "FUHRERSCHEIN": "DEU", "FUEHRERSCHEIN": "DEU", "PATENTE DI GUIDA": "ITA", "RIJBEWIJS": "NLD", "PRAWO JAZDY": "POL",
    "PERMISO DE CONDUCCION": "ESP", "CARTA DE CONDUCAO": "PRT", "KORKORT": "SWE", "KOREKORT": "DNK", "AJOKORTTI": "FIN",
}  # fmt: skip
PROVINCES = (
    "British Columbia", "Newfoundland and Labrador", "Prince Edward Island", "New Brunswick", "Northwest Territories",
    "Nova Scotia", "Saskatchewan", "Manitoba", "Ontario", "Alberta", "Nunavut", "Quebec", "Yukon",
)  # fmt: skip
_TOWN = re.compile(r",?\s[A-Z]{2}\s+\d{5}")
_REGION = re.compile(r"\b(" + "|".join(map(re.escape, (*STATES, *PROVINCES))) + r")\b", re.IGNORECASE)


def sign_in(text: Text, country: str) -> str:
    """A state's distinguishing sign, which the directive has printed on every card; the code where it has none."""
    signs = [sign for sign, code in _SIGNS.items() if code == country]
    printed = {word.text.strip(".") for word in text.words if word.box.top < 0.5}
    return next((sign for sign in signs if sign in printed), signs[0] if signs else country)


def title_in(text: Text) -> str:
    """What the document calls itself among the names of driving licences; empty when it does not."""
    plain = " ".join(folded(text.string).split())
    close = plain.replace(" ", "")
    return next((title for title in TITLES if title in plain or title.replace(" ", "") in close), "")


def identifies_only(text: Text) -> bool:
    """Whether a card of an American state has the form of a licence and lets nobody drive."""
    plain = " ".join(folded(text.string).split())
    return not title_in(text) and "IDENTIFICATION CARD" in plain and bool(region_in(text))


def region_in(text: Text) -> str:
    """The American state or Canadian province whose name stands on the upper third of the card."""
    upper = [line for line in text.lines if line.box.middle[1] < 0.5]
    for line in upper:
        match = _REGION.search(line.text)
        if match and not _TOWN.search(line.text):
            return next(name for name in (*STATES, *PROVINCES) if name.lower() == match.group().lower())
    return ""


def country_named(text: Text) -> str:
    """The state whose own name a document prints, ISO 3166-1 alpha-3; empty when it prints none that we know."""
    plain = " ".join(folded(text.string).split())
    found = [
        (match.start(), -len(name), code)
        for name, code in _COUNTRY_NAMES.items()
        if (match := re.search(rf"(?<![^\W_]){re.escape(name)}(?![A-Z0-9])", plain))
    ]
    # The head of a card names its state; one that is named below may be where the holder was born.
    return min(found)[2] if found else ""


def country_in(text: Text, title: str) -> str:
    """The issuing state, ISO 3166-1 alpha-3; empty when nothing tells."""
    region = region_in(text)
    if region:
        return "CAN" if region in PROVINCES else "USA"
    named = country_named(text)
    if named:
        return named
    signs = [word.text.strip(".") for word in text.words if word.box.left < 0.35 and word.box.top < 0.45]
    told = [_SIGNS[sign] for sign in signs if sign in _SIGNS]
    return told[0] if len(set(told)) == 1 else _OF_TITLE.get(title, "")
