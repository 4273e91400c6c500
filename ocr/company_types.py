"""The legal form of a company as its certificate prints it."""

from __future__ import annotations

import re

from ocr.text import Match, Text

_STATED = re.compile(
    r"(?:(?:ENTITY|COMPANY|BUSINESS|CORPORATION|ORGANI[SZ]ATION)\s+(?:TYPE|CLASS|KIND)|TYPE\s+OF\s+(?:ENTITY|COMPANY"
    r"|BUSINESS|ORGANI[SZ]ATION)|LEGAL\s+FORM|FORM\s+OF\s+(?:ENTITY|ORGANI[SZ]ATION))"
    r"\s*[:：.]?[ \t]*\n?\s*([^\n:]{3,80}?)\s*(?:\n|$)",
    re.IGNORECASE,
)
_BEFORE = (
    r"(?:(?:DOMESTIC|FOREIGN|PRIVATE|PUBLIC|EXEMPTED|EXEMPT|ORDINARY|NON-?RESIDENT|RESIDENT|BUSINESS|STOCK|NON-?STOCK|PROFESSIONAL"
    r"|FOR-PROFIT|FOR\s+PROFIT|NON-?PROFIT|NOT-FOR-PROFIT|PROFIT|CLOSE|PROPRIETARY|UNLIMITED|GENERAL"
    r"|FEDERAL|BENEFIT|SINGLE\s+MEMBER|ONE\s+PERSON|SERIES|BVI|INTERNATIONAL|SEGREGATED\s+PORTFOLIO|PROTECTED\s+CELL|JOINT|OPEN"
    r"|STATUTORY|PUBLIC\s+BENEFIT|COOPERATIVE)[\s,]+)*"
)
_FORMS = (
    r"LIMITED\s+LIABILITY\s+PARTNERSHIP",
    r"LIMITED[\s\-]+LIABILITY\s+COMPANY(?:\s*\(LLC\))?",
    r"LIMITED\s+PARTNERSHIP",
    r"DESIGNATED\s+ACTIVITY\s+COMPANY(?:\s+LIMITED\s+BY\s+(?:SHARES|GUARANTEE))?",
    r"COMMUNITY\s+INTEREST\s+COMPANY",
    r"COMPANY\s+LIMITED\s+BY\s+(?:SHARES|GUARANTEE)",
    r"LIMITED\s+COMPANY",
    r"COMPANY",
    r"CORPORATION",
)
_FORM = re.compile(
    rf"(?<![\w\"“-]){_BEFORE}(?:{'|'.join(_FORMS)})(?![\w-])(?!\s*[\"”]?\s+(?:ACTS?|ORDINANCE|LAWS?|CODE|NUMBER|NO\b|NAME|COMMISSION|TYPE"
    r"|STATUS|SECRETARY|REGISTR|DIVISION|DETAILS|HOUSE|REGULATION)\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?:^|\n)\s*(?:OF|FOR|AS)\s+AN?\s+({_BEFORE}(?:{'|'.join(_FORMS)}))\s*(?:\n|$)", re.IGNORECASE)
_BARE = ("company", "corporation")
_BY_SHARES = re.compile(r"\bLIMITED\s+BY\s+(SHARES|GUARANTEE)\b", re.IGNORECASE)
_PAPERS = (
    ("limited liability company", re.compile(r"ARTICLES\s+OF\s+ORGANI[SZ]ATION", re.IGNORECASE)),
    ("corporation", re.compile(r"(?:ARTICLES|CERTIFICATE)\s+OF\s+INCORPORATION", re.IGNORECASE)),
    ("limited liability company", re.compile(r"CERTIFICATE\s+OF\s+(?:FORMATION|ORGANI[SZ]ATION)", re.IGNORECASE)),
)
"""What a kind of paper tells in the United States, where the form is not named."""


def type_in(text: Text, country: str) -> tuple[str, Match] | None:
    """What the paper says that the company is: stated by a label, by its title, or in its sentences."""
    stated = text.search(_STATED)
    if stated and re.search(r"[A-Za-z]{3}", stated.groups[0] or ""):
        return said(stated.groups[0] or ""), stated
    title = text.search(_TITLE)
    if title and said(title.groups[0] or "").lower() not in _BARE:
        return said(title.groups[0] or ""), title
    found = [(said(match.text), match) for match in text.finditer(_FORM)]
    telling = [one for one in found if one[0].lower() not in _BARE and not _in_a_name(one[1], text)]
    if telling:
        return _with_its_limit(*telling[0], text)
    plain = next((one for one in found if one[0].lower() == "corporation" and not _in_a_name(one[1], text)), None)
    limit = text.search(_BY_SHARES)
    if not plain and limit and country != "US":
        return f"company {' '.join(limit.text.split()).lower()}", limit
    if plain or country != "US":
        return plain
    return next(((name, match) for name, pattern in _PAPERS if (match := text.search(pattern))), None)


def _with_its_limit(name: str, match: Match, text: Text) -> tuple[str, Match]:
    """British sentences say apart that a private company is limited by shares."""
    limit = text.search(_BY_SHARES)
    if name.lower() in ("private company", "public company") and limit:
        return f"{name} {' '.join(limit.text.split()).lower()}", match
    return name, match


def _in_a_name(match: Match, text: Text) -> bool:
    """Whether the words are the end of a registered name, which stands in capitals that the sentence has not."""
    if not match.text.isupper():
        return False
    line = next((line for line in text.lines if match.words[0] in line.words), None)
    return (
        line is not None
        and line.words[0] is not match.words[0]
        and not re.search(
            r"\b(?:OF|A|AN|AS|THE|DOMESTIC|IS)\s+(?:\w+\s+)*$", line.text.split(match.words[0].text)[0], re.IGNORECASE
        )
    )


def said(print_: str) -> str:
    """A form on one line; in small letters where it is printed in capitals."""
    one = " ".join(print_.split()).strip(" .,;:")
    return re.sub(r"\bbvi\b", "BVI", one.lower()) if one.isupper() else one
