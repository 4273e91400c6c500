"""A certificate of incorporation: the register's word that a company exists, in English.

United Kingdom: Companies Act 2006, section 15, issued by the Registrar of Companies (Companies House). United States:
certificates of incorporation or formation, articles of incorporation or organization, filed with a state's Secretary
of State or Department of State. Ireland, Hong Kong, Singapore, India and others word theirs like the British one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.countries import COUNTRIES
from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.company_names import name_in
from ocr.company_numbers import number_in
from ocr.company_registers import jurisdiction_in, office_in
from ocr.company_types import type_in
from ocr.date_habit import day_first
from ocr.english_dates import date_of, written_dates
from ocr.extract import field_of
from ocr.kind import Extract, Kind
from ocr.layout import cells_of
from ocr.text import Match, Text

_TITLE = re.compile(
    r"CERTIFICATE\s+(?:OF|FOR|CONFIRMING)\s+(?:THE\s+)?(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION|FILING|FACT|CONTINUANCE|CHANGE\s+OF\s+NAME"
    r"|REGISTRATION(?!\s+OF\s+(?:A\s+)?(?:BIRTH|VEHICLE|MARRIAGE|TRADE|VAT))|(?:LIMITED\s+)?PARTNERSHIP|AMALGAMATION"
    r"|(?:GOOD|CORPORATE|LEGAL)\s+(?:STANDING|STATUS|EXISTENCE)|EXISTENCE|STATUS|COMPLIANCE|AUTHORI[SZ]ATION|SUBSISTENCE)"
    r"|ARTICLES\s+OF\s+(?:INCORPORATION|ORG(?:ANI[SZ]ATION)?\b)|STATEMENT\s+OF\s+GOOD\s+STANDING",
    re.IGNORECASE,
)
_SUPPORT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"HEREBY\s+(?:CERTIF|ISSUE)|\bCERTIFY\s+THAT|CERTIFIES\s+THAT|IS\s+TO\s+CERTIFY",
        r"REGISTRAR\s+OF\s+(?:COMPANIES|CORPORAT)|COMPANIES\s+HOUSE|COMPANIES\s+REGISTR|ACCOUNTING\s+AND\s+CORPORATE\s+REGULATORY"
        r"|CORPORATE\s+AFFAIRS|SECURITIES\s+(?:AND|&)\s+INVESTMENTS\s+COMMISSION|CORPORATIONS\s+CANADA|REGISTRY\s+SERVICES|COMPANIES\s+(?:&|AND)\s+INTELLECTUAL\s+PROPERTY|SECURITIES\s+AND\s+EXCHANGE\s+COMMISSION",
        r"SECRETARY\s+OF\s+(?:THE\s+)?(?:STATE|COMMONWEALTH)|DEPARTMENT\s+OF\s+STATE|DIVISION\s+OF\s+CORPORATIONS"
        r"|CORPORATION\s+COMMISSION",
        r"COMPANIES\s+(?:\([^)]{3,20}\)\s+)?(?:ACT|ORDINANCE|LAW)|CORPORATIONS?\s+(?:LAW|ACT|CODE)|LIABILITY\s+COMPANY\s+ACT"
        r"|ORGANI[SZ]ATIONS\s+CODE|PARTNERSHIPS?\s+ACT",
        r"(?:THIS\s+DAY|WAS|IS|DULY|BEEN)\s+(?:INCORPORATED|FORMED|ORGANI[SZ]ED|REGISTERED)|INCORPORATED\s+ON"
        r"|ORGANI[SZ]ED\s+UNDER\s+THE\s+LAWS|FILED\s+IN\s+THIS\s+OFFICE|DATE\s+FILED|GOOD\s+STANDING|DATE\s+OF\s+(?:INCORPORATION|FORMATION)"
        r"|(?:INCORPORATION|REGISTRATION|FORMATION|FILE|FILING)\s+DATE",
        r"(?:COMPANY|FILE|FILING|ENTITY|REGISTRATION|DOCUMENT|CORPORATION|CORPORATE\s+IDENTITY|UEN)\s*(?:NO\b|NUMBER|ID\b|#)|\bACN\b|\bUEN\b",
        r"NAME\s+OF\s+(?:THE|THIS)\s+(?:CORPORATION|COMPANY|LIMITED\s+LIABILITY\s+COMPANY|LLC)|(?:COMPANY|ENTITY|ENTERPRISE)\s+NAME",
    )
)
_CERTIFIES = re.compile(
    r"HEREBY\s+(?:CERTIF|ISSUE)|FILED\s+IN\s+THIS\s+OFFICE|CERTIFY\s+THAT|IS\s+TO\s+CERTIFY|WE\s+CERTIFY"
    r"|CERTIFY\s+(?:FROM|ACCORDING\s+TO)\s+THE\s+RECORDS",
    re.IGNORECASE,
)
_RECEIPT = re.compile(r"FILING\s+RECEIPT|COR\s?14\.3|REGISTRATION\s+CERTIFICATE", re.IGNORECASE)
"""Titles that other papers have too: they count with the register's wording."""
_RENAMED = re.compile(r"CHANGE\s+OF\s+NAME|CHANGED\s+ITS\s+NAME", re.IGNORECASE)
_FOUNDED = (
    r"(?:DATE\s+OF\s+(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION|REGISTRATION)"
    r"|(?:INCORPORATION|FORMATION|REGISTRATION|ORGANI[SZ]ATION|EXIST(?:ENCE)?)\s+DATE|(?:FIRST|ORIGINALLY|DULY)\s+(?:REGISTERED|INCORPORATED|FORMED)"
    r"|(?:INCORPORATED|FORMED|ORGANI[SZ]ED|CREATED|REGISTERED|FILED)\s+(?:(?:UNDER|IN|WITHIN|AS|BY|WITH)\b(?:(?!GIVEN|ISSUED|DATED)[^.;]){3,140}?\s)?ON"
    r"|(?:CAME\s+INTO|IN)\s+EXISTENCE|COMMENCED|WITH\s+EFFECT\s+FROM|ON\s+AND\s+FROM|(?:INCORPORATED|REGISTERED)\s+ON\s+THIS)",
    r"(?:FILED\s+IN\s+THIS\s+OFFICE|DATE\s+FILED|(?:FILING|FILE)\s+DATE|DATE\s+OF\s+FILING|FILED\s+(?:ON|WITH)?"
    r"|DID\s*,?\s+ON|EFFECTIVE(?:\s+DATE)?(?!\s+ON\s+THE\s+DATE\s+(?:SHOWN|INDICATED|STATED)))",
    r"(?:GIVEN\s+AT|GIVEN\s+UNDER|DATED?\s+THIS|THIS\s+DAY|ISSUED\s+ON|DATED?)",
)
"""Wordings before the day, the surest first."""
_STANDING = re.compile(
    r"GOOD\s+STANDING|CERTIFICATE\s+OF\s+(?:STATUS|EXISTENCE|FACT|COMPLIANCE|SUBSISTENCE)", re.IGNORECASE
)
_FIELDS = ("registration_number", "legal_name", "entity_type", "incorporated_on", "jurisdiction", "authority")
_US_NUMBER = re.compile(r"[A-Z]{0,3}\d{5,14}(?:-\d{1,4})?")


def evidence(text: Text) -> float:
    """The title and the register's wording; a paper that only mentions its certificate has little of the latter."""
    string = text.string
    support = sum(pattern.search(string) is not None for pattern in _SUPPORT)
    certifies = _CERTIFIES.search(string) is not None
    if _TITLE.search(string) is None:
        if support >= 4 and any(_RECEIPT.match(cell) for cell in _head(text)):
            return 0.7
        sure = certifies and (support >= 4 or (support >= 3 and _STANDING.search(string) is not None))
        return 0.7 if sure and support >= 4 else 0.55 if sure else 0.0
    heading = any(_TITLE.match(cell) or _RECEIPT.match(cell) for cell in _head(text))
    if not heading and not certifies:
        return min(0.3, 0.1 * support)
    return min(0.97, (0.45 if heading else 0.25) + 0.17 * support) if support else 0.2


def _head(text: Text) -> Iterator[str]:
    """The cells of the first lines of each page, each with the words of the next line, as titles may go on."""
    for page in text.pages:
        lines = [cells_of(line, page.width / page.height) for line in page.lines[:16]]
        for line, after in zip(lines, (*lines[1:], ()), strict=False):
            for cell in line:
                yield " ".join((cell.text, *(other.text for other in after))).strip(' "“*')


def extract(text: Text, document: str) -> Extract:
    jurisdiction, country, where = jurisdiction_in(text)
    found = {
        "registration_number": number_in(text),
        "legal_name": name_in(text),
        "entity_type": type_in(text, country),
        "incorporated_on": _incorporated(text, month_first=country == "US" or (not country and not day_first(text))),
        "jurisdiction": (jurisdiction, where) if where else None,
        "authority": office_in(text),
    }
    fields = {name: _field(name, one[0], one[1], document) for name, one in found.items() if one}
    return Extract(fields=fields, country=country)


def _field(name: str, value: str, match: Match, document: str) -> Field:
    return field_of(name, value, match.words, document, raw=re.sub(r"\s+", " ", match.text).strip())


def _incorporated(text: Text, *, month_first: bool) -> tuple[str, Match] | None:
    """The day behind the register's wording, else the only one on the paper.

    A certificate of a new name or of good standing is dated itself, which is not the day of incorporation.
    """
    later = _RENAMED.search(text.string) or _STANDING.search(text.string)
    for wording in _FOUNDED[: 2 if later else 3]:
        for match in text.finditer(re.compile(r"\b" + wording + r"\b[\s\S]{0,90}", re.IGNORECASE)):
            day = date_of(match.text, month_first=month_first)
            if day:
                return day.isoformat(), match
    every = list(written_dates(text, month_first=month_first))
    return (every[0][0].isoformat(), every[0][1]) if len({day for day, _ in every}) == 1 and not later else None


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
