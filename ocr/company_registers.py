"""Registers of companies: where a certificate's register is, and what its office calls itself."""

from __future__ import annotations

import re

from ocr.states import STATES
from ocr.text import Match, Text

PROVINCES = (
    "British Columbia", "Newfoundland and Labrador", "Prince Edward Island", "New Brunswick", "Northwest Territories",
    "Nova Scotia", "Saskatchewan", "Manitoba", "Ontario", "Alberta", "Nunavut", "Quebec", "Québec", "Yukon",
)  # fmt: skip
AUSTRALIAN = (
    "New South Wales", "Victoria", "Queensland", "South Australia", "Western Australia", "Tasmania",
    "Australian Capital Territory", "Northern Territory",
)  # fmt: skip


def _one_of(names: tuple[str, ...]) -> str:
    return "(" + "|".join(name.replace(" ", r"\s+") for name in names) + ")"


_STATE = _one_of(STATES)
_AMERICAN = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"SECRETARY\s+OF\s+(?:THE\s+)?STATE\s*,?\s+(?:OF|FOR)\s+(?:THE\s+)?(?:STATE\s+OF\s+|COMMONWEALTH\s+OF\s+)?{_STATE}\b",
        rf"(?:STATE|COMMONWEALTH)\s+OF\s+{_STATE}\b",
        rf"\b{_STATE}\s+(?:STATE\s+)?(?:SECRETARY\s+OF\s+(?:THE\s+)?STATE|(?:DEPARTMENT|DEPT\.?)\s+OF\s+(?:STATE|ASSESSMENTS|COMMERCE|TREASURY"
        r"|LICENSING|FINANCIAL)|DIVISION\s+OF|CORPORATION\s+COMMISSION|STATE\s+CORPORATION)",
        rf"LAWS\s+OF\s+{_STATE}\b",
        rf"^\s*{_STATE}\s*$",
        rf"\b{_STATE}\s+(?:BUSINESS|GENERAL|LIMITED|REVISED|NONPROFIT)\b",
    )
)
_CANADIAN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"PROVINCE\s+OF\s+{_one_of(PROVINCES)}",
        rf"(?:^|\n)\s*{_one_of(PROVINCES)}\s*(?:\n|$)",
        rf"{_one_of(PROVINCES)}\s+(?:CORPORATION|REGISTR|MINISTRY|BUSINESS)",
        rf"(?:BUSINESS\s+CORPORATIONS?\s+ACT|MINISTRY\s+OF[^\n]{{3,60}}|REGISTR\w+[^\n]{{0,40}}?|IN)\s*[,(]?\s*{_one_of(PROVINCES)}\b",
    )
)
_AUSTRALIA = re.compile(rf"REGISTERED\s+IN\s+(?:THE\s+)?{_one_of(AUSTRALIAN)}", re.IGNORECASE)
_FURTHER = (
    ("Philippines", "PH"), ("Pakistan", "PK"), ("Bangladesh", "BD"), ("Sri Lanka", "LK"),
    ("Uganda", "UG"), ("Tanzania", "TZ"), ("Zambia", "ZM"), ("Zimbabwe", "ZW"),
    ("Botswana", "BW"), ("Namibia", "NA"), ("Rwanda", "RW"), ("Jamaica", "JM"),
    ("Trinidad and Tobago", "TT"), ("Bahamas", "BS"), ("Barbados", "BB"), ("Belize", "BZ"),
    ("Anguilla", "AI"), ("Marshall Islands", "MH"), ("Samoa", "WS"), ("Fiji", "FJ"),
    ("Saint Kitts and Nevis", "KN"), ("Turks and Caicos Islands", "TC"), ("Brunei", "BN"), ("Israel", "IL"),
)  # fmt: skip
"""Those that are told by their names alone."""
_PLACES = (
    ("New York", "US", r"\bN\.?\s?Y\.?\s?S\.?\s+DEPARTMENT"),
    ("England and Wales", "GB", r"ENGLAND\s+(?:AND|&)\s+WALES"),
    ("Scotland", "GB", r"REGISTRAR\s+OF\s+COMPANIES\s+FOR\s+SCOTLAND|OFFICE\s+IS\s+IN\s+SCOTLAND|IN\s+SCOTLAND"),
    ("Northern Ireland", "GB", r"NORTHERN\s+IRELAND"),
    ("Wales", "GB", r"OFFICE\s+IS\s+IN\s+WALES|REGISTRAR\s+OF\s+COMPANIES\s+FOR\s+WALES"),
    ("Cayman Islands", "KY", r"CAYMAN\s+ISLANDS"),
    ("British Virgin Islands", "VG", r"(?:BRITISH\s+)?VIRGIN\s+ISLANDS|\bBVI\b"),
    ("Bermuda", "BM", r"\bBERMUDA\b"),
    ("Jersey", "JE", r"JERSEY\s+FINANCIAL|COMPANIES\s+\(JERSEY\)\s+LAW|IN\s+JERSEY\b|ISLAND\s+OF\s+JERSEY"),
    ("Guernsey", "GG", r"\bGUERNSEY\b"),
    ("Isle of Man", "IM", r"ISLE\s+OF\s+MAN"),
    ("Gibraltar", "GI", r"\bGIBRALTAR\b"),
    ("Hong Kong", "HK", r"HONG\s+KONG"),
    ("Singapore", "SG", r"SINGAPORE|\bACRA\b|ACCOUNTING\s+AND\s+CORPORATE\s+REGULATORY"),
    ("New Zealand", "NZ", r"NEW\s+ZEALAND"),
    ("Australia", "AU", r"AUSTRALIAN?\b"),
    ("India", "IN", r"MINISTRY\s+OF\s+CORPORATE\s+AFFAIRS|GOVERNMENT\s+OF\s+INDIA|\bINDIA\b"),
    ("Malaysia", "MY", r"\bMALAYSIA\b|SURUHANJAYA\s+SYARIKAT"),
    ("Canada", "CA", r"\bCANADA\b|CORPORATIONS\s+CANADA|CANADA\s+BUSINESS\s+CORPORATIONS\s+ACT"),
    ("Dubai International Financial Centre", "AE", r"DUBAI\s+INTERNATIONAL\s+FINANCIAL\s+CENTRE|\bDIFC\b"),
    ("Abu Dhabi Global Market", "AE", r"ABU\s+DHABI\s+GLOBAL\s+MARKET|\bADGM\b"),
    ("United Arab Emirates", "AE", r"UNITED\s+ARAB\s+EMIRATES"),
    ("South Africa", "ZA", r"SOUTH\s+AFRICA"),
    ("Nigeria", "NG", r"\bNIGERIA\b"),
    ("Kenya", "KE", r"\bKENYA\b"),
    ("Ghana", "GH", r"\bGHANA\b"),
    ("Malta", "MT", r"\bMALTA\b"),
    ("Cyprus", "CY", r"\bCYPRUS\b"),
    ("Mauritius", "MU", r"\bMAURITIUS\b"),
    ("Seychelles", "SC", r"\bSEYCHELLES\b"),
    *((name, code, rf"\b{name.upper()}\b") for name, code in _FURTHER),
    ("Ireland", "IE", r"\bIRELAND\b|COMPANIES\s+ACT\s+2014|COMPANIES\s+REGISTRATION\s+OFFICE|\bEIRE\b|ÉIRE"),
    ("United Kingdom", "GB", r"COMPANIES\s+HOUSE|COMPANIES\s+ACT\s+(?:1985|2006)|UNITED\s+KINGDOM"),
)
_OFFICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"COMPANIES\s+HOUSE",
        r"(?:THE\s+)?SECRETARY\s+OF\s+(?:THE\s+)?(?:STATE|COMMONWEALTH)|DEPARTMENT\s+OF\s+STATE"
        r"|(?:STATE\s+)?CORPORATION\s+COMMISSION|DEPARTMENT\s+OF\s+ASSESSMENTS\s+AND\s+TAXATION"
        r"|ACCOUNTING\s+AND\s+CORPORATE\s+REGULATORY\s+AUTHORITY"
        r"|AUSTRALIAN\s+SECURITIES\s+(?:AND|&)\s+INVESTMENTS\s+COMMISSION|CORPORATE\s+AFFAIRS\s+COMMISSION"
        r"|CORPORATIONS\s+CANADA|REGISTRAR\s+OF\s+CORPORATE\s+AFFAIRS"
        r"|REGISTRAR\s+OF\s+COMPANIES|REGISTRAR\s+OF\s+CORPORATIONS|REGISTRAR\s+GENERAL|REGISTRAR\s+OF\s+BUSINESS"
        r"|COMPANIES\s+REGISTRATION\s+OFFICE|COMPANIES\s+REGISTRY|COMPANIES\s+COMMISSION\s+OF\s+MALAYSIA"
        r"|MINISTRY\s+OF\s+(?:PUBLIC\s+AND\s+BUSINESS|GOVERNMENT\s+AND\s+CONSUMER)\s+SERVICE(?:S|\s+DELIVERY)"
        r"(?:\s+AND\s+PROCUREMENT)?|COMPANIES\s+(?:AND|&)\s+INTELLECTUAL\s+PROPERTY\s+COMMISSION|BC\s+REGISTRY\s+SERVICES",
        r"MINISTRY\s+OF\s+CORPORATE\s+AFFAIRS|FINANCIAL\s+SERVICES\s+COMMISSION"
        r"|SECURITIES\s+AND\s+EXCHANGE\s+COMMISSION|DIVISION\s+OF\s+CORPORATIONS",
    )
)
"""British certificates name the registrar and Companies House; the latter is the office. What stands over an office or
is a part of it comes last."""


def jurisdiction_in(text: Text) -> tuple[str, str, Match | None]:
    """Where the company is registered, as one says it; the country's code, ISO 3166-1; and the print that tells."""
    for patterns, names, country in ((_AMERICAN, STATES, "US"), (_CANADIAN, PROVINCES, "CA")):
        for pattern in patterns:
            match = text.search(pattern)
            if match and not (country == "US" and _is_elsewhere(text)):
                said = " ".join((match.groups[0] or "").split()).casefold()
                return next(name for name in names if name.casefold() == said), country, match
    part = text.search(_AUSTRALIA)
    if part:
        said = " ".join((part.groups[0] or "").split()).casefold()
        return next(name for name in AUSTRALIAN if name.casefold() == said), "AU", part
    for name, country, wording in _PLACES:
        match = text.search(re.compile(wording, re.IGNORECASE))
        if match:
            return name, country, match
    return "", "", None


def _is_elsewhere(text: Text) -> bool:
    """Whether the wording is that of a register outside the United States that happens to name a state."""
    return re.search(r"COMPANIES\s+HOUSE|HONG\s+KONG|REPUBLIC\s+OF|CAYMAN", text.string, re.IGNORECASE) is not None


def office_in(text: Text) -> tuple[str, Match] | None:
    """The office that issued a certificate, without its place."""
    for pattern in _OFFICES:
        match = text.search(pattern)
        if match:
            said = " ".join(match.text.split())
            return re.sub(r"^THE\s+", "", said, flags=re.IGNORECASE), match
    return None
