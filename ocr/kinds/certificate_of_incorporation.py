"""A certificate of incorporation: the register's word that a company exists, in English.

United Kingdom: Companies Act 2006, section 15, issued by the Registrar of Companies (Companies House). United States:
certificates of incorporation or formation, articles of incorporation or organization, filed with a state's Secretary
of State or Department of State. Ireland, Hong Kong, Singapore, India and others word theirs like the British one.
"""

from __future__ import annotations

import datetime as dt
import re

from cases.countries import COUNTRIES
from cases.model import Box, CheckResult, Document, Field, Finding, Place, Severity
from ocr.english_dates import date_of, written_dates
from ocr.kind import Extract, Kind
from ocr.states import STATES
from ocr.text import Match, Text

_TITLE = re.compile(
    r"CERTIFICATE\s+OF\s+(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION|REGISTRATION\s+OF\s+A\s+(?:COMPANY|LIMITED))"
    r"|ARTICLES\s+OF\s+(?:INCORPORATION|ORGANI[SZ]ATION)",
    re.IGNORECASE,
)
_SUPPORT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"HEREBY\s+CERTIF",
        r"REGISTRAR\s+OF\s+COMPANIES|COMPANIES\s+HOUSE|COMPANIES\s+REGISTR",
        r"SECRETARY\s+OF\s+STATE|DEPARTMENT\s+OF\s+STATE|DIVISION\s+OF\s+CORPORATIONS|STATE\s+CORPORATION\s+COMMISSION",
        r"COMPANIES\s+(?:ACT|ORDINANCE)|CORPORATION\s+LAW|CORPORATIONS\s+CODE|LIMITED\s+LIABILITY\s+COMPANY\s+ACT",
        r"(?:THIS\s+DAY|WAS|IS|DULY|BEEN)\s+INCORPORATED|INCORPORATED\s+ON|FILED\s+IN\s+THIS\s+OFFICE|DATE\s+FILED",
        r"(?:COMPANY|FILE|FILING|ENTITY|REGISTRATION|DOCUMENT|CORPORATE\s+IDENTITY)\s+(?:NO\b|NUMBER|ID\b)",
        r"NAME\s+OF\s+(?:THE|THIS)\s+(?:CORPORATION|COMPANY|LIMITED\s+LIABILITY\s+COMPANY|LLC)",
    )
)
_CERTIFIES = re.compile(r"HEREBY\s+CERTIF|FILED\s+IN\s+THIS\s+OFFICE", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:COMPANY|CORPORATION|FILE|FILING|ENTITY|REGISTRATION|REGISTERED|DOCUMENT|CHARTER|CORPORATE\s+IDENTITY|DOS|UEN|SOS)"
    r"(?:\s+(?:REGISTRATION|FILE|IDENTIFICATION|ID))?\s*(?:NUMBERS?|NOS?\b\.?|ID\b|#|№)?(?:\s+OF\s+THE\s+COMPANY)?"
    r"\s*(?:IS\b|[:.#])*\s*((?:[A-Z]{1,5}\s?)?\d[\dA-Z\-]{3,20})",
    re.IGNORECASE,
)
_BARE_NUMBERS = (
    re.compile(r"^\s*NO\.?\s*[:.]?\s*((?:[A-Z]{2})?\d{5,8})\s*$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"^\s*(\d{7})\s+8\d{3}[A-Z]?\b", re.MULTILINE),
)
"""Numbers without a word for what they are: British ones after `No.`; Delaware's before the sort of document."""
_NAME = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"NOW\s+(?:INCORPORATED|REGISTERED)\s+UNDER\s+THE\s+NAME\s+OF\s+(.+?)(?:\s*[.;\n])", re.IGNORECASE),
        (r"(?:COMPANY|CORPORATE|ENTITY|BUSINESS)\s+NAME\s*[:：]\s*(.+?)\s*(?:\n|$)", re.IGNORECASE),
        (
            r"NAME\s+OF\s+(?:THE|THIS)\s+(?:CORPORATION|COMPANY|LIMITED\s+LIABILITY\s+COMPANY|LLC|ENTITY)"
            r"(?:\s+IS)?\s*[:：]?\s+(?!\()[\"“]?(.+?)[\"”]?\s*(?:\n|$|\.\s|\.$|;)",
            re.IGNORECASE,
        ),
        (
            r"CERTIF(?:Y|IES)[,\s]+THAT[,:\s]+(.+?)[,\s]+(?:\(?COMPANY\s+(?:NO|NUMBER)|(?:IS|WAS|HAS)\b(?!\s+HEREBY\s+GIVEN))",
            re.IGNORECASE | re.DOTALL,
        ),
        (
            r"(?:CERTIFICATE|ARTICLES)\s+OF\s+(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION)\s+OF\s+[\"“](.+?)[,.]?[\"”]",
            re.IGNORECASE | re.DOTALL,
        ),
        (
            r"(?:CERTIFICATE|ARTICLES)\s+OF\s+(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION)\s+OF\s+"
            r"(?!A\s+(?:PRIVATE|PUBLIC|LIMITED|COMPANY))(.+?)\s*(?:\n|$)",
            re.IGNORECASE,
        ),
    )
)
"""Wordings that the name stands in, the surest first."""
_FILED = (
    r"(?:GIVEN\s+AT|GIVEN\s+UNDER|DATED?\s+THIS|FILED\s+IN\s+THIS\s+OFFICE|THIS\s+DAY|DATE\s+OF\s+INCORPORATION"
    r"|INCORPORATION\s+DATE|DATE\s+OF\s+FORMATION|INCORPORATED\s+ON|REGISTERED\s+ON|ISSUED\s+ON|DATE\s+FILED|FILING\s+DATE"
    r"|FILED\s+ON|FILED|EFFECTIVE\s+DATE|DATED?)"
)
_STATED_TYPE = re.compile(r"(?:ENTITY|COMPANY|BUSINESS)\s+TYPE\s*[:：]\s*(.+?)\s*(?:\n|$)", re.IGNORECASE)
_TYPES = (
    ("limited liability partnership", r"LIMITED\s+LIABILITY\s+PARTNERSHIP"),
    ("limited liability company", r"LIMITED\s+LIABILITY\s+COMPANY|ARTICLES\s+OF\s+ORGANI[SZ]ATION"),
    ("limited partnership", r"LIMITED\s+PARTNERSHIP"),
    ("public limited company", r"PUBLIC\s+(?:LIMITED\s+)?COMPANY"),
    ("private company limited by guarantee", r"PRIVATE\s+(?:LIMITED\s+)?COMPANY[\s\S]{0,80}LIMITED\s+BY\s+GUARANTEE"),
    ("private company limited by shares", r"PRIVATE\s+(?:LIMITED\s+)?COMPANY[\s\S]{0,80}LIMITED\s+BY\s+SHARES"),
    ("private limited company", r"PRIVATE\s+LIMITED\s+COMPANY|PRIVATE\s+COMPANY"),
    (
        "corporation",
        r"STOCK\s+CORPORATION|THE\s+CORPORATION|THIS\s+CORPORATION|CORPORATION\s+LAW|BUSINESS\s+CORPORATION",
    ),
)
_PLACES = (
    ("England and Wales", "GB", r"ENGLAND\s+(?:AND|&)\s+WALES"),
    ("Scotland", "GB", r"REGISTRAR\s+OF\s+COMPANIES\s+FOR\s+SCOTLAND|OFFICE\s+IS\s+IN\s+SCOTLAND|IN\s+SCOTLAND"),
    ("Northern Ireland", "GB", r"NORTHERN\s+IRELAND"),
    ("Wales", "GB", r"OFFICE\s+IS\s+IN\s+WALES"),
    ("United Kingdom", "GB", r"COMPANIES\s+HOUSE|COMPANIES\s+ACT\s+(?:1985|2006)"),
    ("Hong Kong", "HK", r"HONG\s+KONG"),
    ("Singapore", "SG", r"SINGAPORE"),
    ("Ireland", "IE", r"IRELAND|COMPANIES\s+ACT\s+2014"),
    ("India", "IN", r"MINISTRY\s+OF\s+CORPORATE\s+AFFAIRS|GOVERNMENT\s+OF\s+INDIA"),
)
_AUTHORITY = re.compile(
    r"(?:ASSISTANT\s+)?REGISTRAR\s+OF\s+COMPANIES(?:\s+(?:FOR|OF)\s+(?:ENGLAND\s+(?:AND|&)\s+WALES|SCOTLAND|NORTHERN\s+IRELAND))?"
    r"|COMPANIES\s+HOUSE|SECRETARY\s+OF\s+(?:THE\s+)?STATE(?:\s+OF\s+(?:THE\s+STATE\s+OF\s+)?[A-Z]+)?"
    r"|DEPARTMENT\s+OF\s+STATE|STATE\s+CORPORATION\s+COMMISSION|COMPANIES\s+REGISTR(?:Y|ATION\s+OFFICE)",
    re.IGNORECASE,
)
_FIELDS = ("registration_number", "legal_name", "entity_type", "incorporated_on", "jurisdiction", "authority")
_US_NUMBER = re.compile(r"[A-Z]{0,3}\d{5,14}(?:-\d{1,4})?")


def evidence(text: Text) -> float:
    """The title and the register's wording; a paper that only mentions its certificate has little of the latter."""
    string = text.string
    support = sum(pattern.search(string) is not None for pattern in _SUPPORT)
    certifies = _CERTIFIES.search(string) is not None
    if _TITLE.search(string) is None:
        return 0.5 if support >= 4 and certifies else 0.0
    heading = any(_TITLE.match(line.text.strip(' "“*')) for page in text.pages for line in page.lines[:12])
    if not heading and not certifies:
        return min(0.3, 0.1 * support)
    return min(0.97, (0.45 if heading else 0.25) + 0.17 * support) if support else 0.2


def extract(text: Text, document: str) -> Extract:
    jurisdiction, country, where = _jurisdiction(text)
    fields: dict[str, Field] = {}
    number = next((match for pattern in (_NUMBER, *_BARE_NUMBERS) if (match := text.search(pattern))), None)
    if number:
        value = re.sub(r"\s", "", (number.groups[0] or "").upper())
        fields["registration_number"] = _field("registration_number", value, number, document)
    name = _named(text)
    if name:
        fields["legal_name"] = _field("legal_name", _whole_name(name), name, document)
    kind = _entity_type(text)
    if kind is None and country == "US" and (title := text.search(_TITLE)):
        kind = ("corporation" if "INCORPORATION" in title.text.upper() else "limited liability company", title)
    if kind:
        fields["entity_type"] = _field("entity_type", kind[0], kind[1], document)
    day = _incorporated(text, month_first=country == "US")
    if day:
        fields["incorporated_on"] = _field("incorporated_on", day[0].isoformat(), day[1], document)
    if where:
        fields["jurisdiction"] = _field("jurisdiction", jurisdiction, where, document)
    office = text.search(_AUTHORITY)
    if office:
        fields["authority"] = _field("authority", re.sub(r"\s+", " ", office.text), office, document)
    return Extract(fields=fields, country=country)


def _field(name: str, value: str, match: Match, document: str) -> Field:
    return Field(
        name=name,
        value=value,
        raw=re.sub(r"\s+", " ", match.text).strip(),
        place=Place(document, match.page, Box.around(word.box for word in match.words)),
        confidence=match.confidence,
        origin=match.origin,
    )


def _named(text: Text) -> Match | None:
    for pattern in _NAME:
        for match in text.finditer(pattern):
            name = _clean_name(match.groups[0] or "")
            if 2 < len(name) <= 160 and re.search(r"[A-Za-z]{2}", name) and not _TITLE.search(name):
                return match
    return None


def _clean_name(raw: str) -> str:
    """The name on one line, without quotes and what stands around it."""
    return re.sub(r"\s+", " ", raw).strip(" \"“”',:;").removesuffix(" (the")


def _whole_name(match: Match) -> str:
    """The name with the full stop that belongs to its last word."""
    name = _clean_name(match.groups[0] or "")
    flat = re.sub(r"\s+", " ", match.text)
    return f"{name}." if re.search(r"\b(?:Inc|Corp|Co|Ltd)$", name, re.IGNORECASE) and f"{name}." in flat else name


def _entity_type(text: Text) -> tuple[str, Match] | None:
    stated = text.search(_STATED_TYPE)
    if stated:
        return (stated.groups[0] or "").strip(), stated
    for name, pattern in _TYPES:
        match = text.search(re.compile(pattern, re.IGNORECASE))
        if match:
            return name, match
    return None


def _jurisdiction(text: Text) -> tuple[str, str, Match | None]:
    """Where the company is registered, as one says it, the country's code, and the print that tells."""
    for state in STATES:
        pattern = (
            rf"STATE\s+OF\s+{state}\b|{state}\s+(?:SECRETARY|DEPARTMENT)\s+OF\s+STATE|COMMONWEALTH\s+OF\s+{state}\b"
        )
        match = text.search(re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE))
        if match:
            return state, "US", match
    for name, country, pattern in _PLACES:
        match = text.search(re.compile(pattern, re.IGNORECASE))
        if match:
            return name, country, match
    return "", "", None


def _incorporated(text: Text, *, month_first: bool) -> tuple[dt.date, Match] | None:
    """The date behind the register's wording, else the only date on the paper."""
    for match in text.finditer(re.compile(_FILED + r"[\s\S]{0,90}", re.IGNORECASE)):
        day = date_of(match.text, month_first=month_first)
        if day:
            return day, match
    every = list(written_dates(text, month_first=month_first))
    return every[0] if len({day for day, _ in every}) == 1 else None


def check(document: Document) -> tuple[Finding, ...]:
    return (registration_number_form(document),)


def registration_number_form(document: Document) -> Finding:
    """Whether the registration number has not the form that the country's register gives."""
    field = document.fields.get("registration_number")
    name = "registration_number_form"
    if field is None:
        return _not_run(name, "no registration number was read; send a sharp picture of the whole certificate")
    country = COUNTRIES.get(document.country)
    rules = [one for one in country.identifiers if one.name == "registration_number"] if country else []
    wrong = ""
    if rules:
        try:
            rules[0].validate(field.value)
        except ValueError as error:
            wrong = str(error)
    elif document.country == "US":
        wrong = "" if _US_NUMBER.fullmatch(field.value) else "No state numbers its companies in this form."
    else:
        return _not_run(name, "the form of registration numbers in this country is not known")
    return Finding(
        check=name,
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail=wrong,
        items_seen=1,
        actual=field.value if wrong else "",
        places=(field.place,),
        innocent_causes=("one character was misread",) if wrong else (),
        action="Look the number up in the register." if wrong else "",
    )


def _not_run(name: str, reason: str) -> Finding:
    return Finding(check=name, result=CheckResult.COULD_NOT_RUN, severity=Severity.LOW, reason=reason)


KIND = Kind(
    name="certificate_of_incorporation",
    title="Certificate of incorporation",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=_FIELDS,
)
