"""The number that a register gives a company, as its certificate prints it."""

from __future__ import annotations

import re

from ocr.text import Match, Text

_OF = r"(?:\s+OF\s+(?:THE\s+|THIS\s+)?(?:COMPANY|CORPORATION|ENTITY))?"
_NUMBERED = r"(?:NUMBERS?|NOS?\b\.?|ID(?:ENTIFIER)?\b|#|№|N[°º]\.?)"
_VALUE = r"((?:[A-Z]{1,6}[ \-]?)?\d[\dA-Z]*(?: ?[\-./] ?\d[\dA-Z]*)*(?: \d{3}(?!\d))*(?:-[A-Z0-9])?)(?![\w])"
_BETWEEN = r"(?:\s*\([A-Z.]{2,8}\))?\s*(?:IS\b|OF\b|[:：.#])*[ \t]*\n?\s*"


def _after(words: str, value: str = _VALUE) -> re.Pattern[str]:
    return re.compile(rf"\b{words}{_OF}{_BETWEEN}{value}", re.IGNORECASE)


_PATTERNS = (
    _after(r"CORPORATE\s+IDENT(?:ITY|IFICATION)\s+NUMBER", r"([LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6})"),
    re.compile(r"\b(PVT-[A-Z0-9]{6,10})\b"),
    re.compile(r"\b([LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6})\b"),
    _after(r"(?:AUSTRALIAN\s+COMPANY\s+NUMBER|A\.?C\.?N\.?)", r"(\d{3}\s?\d{3}\s?\d{3})(?!\d)"),
    _after(r"(?:UNIQUE\s+ENTITY\s+NUMBER|U\.?E\.?N\.?)", r"(\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z])\b"),
    re.compile(r"\b(RC\s?:?\s?\d{4,8})\b"),
    _after(
        rf"(?:COMPANY|CORPORATION|CORPORATE|ENTITY|REGISTRATION|REGISTERED|REGISTRY|INCORPORATION|PARTNERSHIP|BUSINESS|LLC)"
        rf"(?:\s+(?:REGISTRATION|FILE|IDENTIFICATION|ACCESS|CONTROL|ENTITY|COMPANY|REGISTERED))?\s*{_NUMBERED}"
    ),
    _after(rf"(?:FILE|CHARTER|CONTROL|DOS|SOS|STATE)(?:\s+(?:ENTITY|FILE|CHARTER|CONTROL|ID))?\s*{_NUMBERED}"),
    _after(r"(?:DOS|SOS|SCC|ENTITY|ORIGINAL|FILING)\s+ID"),
    _after(rf"UBI\s*{_NUMBERED}"),
    re.compile(r"^\s*(\d{5,10}(?:-\d)?)\s*\n[^\n:]{0,60}\bCORPORATION\s+NUMBER", re.IGNORECASE | re.MULTILINE),
    _after(rf"(?<!TAX )(?<!TAXPAYER )(?<!EMPLOYER )IDENTIFICATION\s*{_NUMBERED}"),
    _after(rf"(?:FILING|DOCUMENT)\s*{_NUMBERED}(?:\s+OF\s+THIS\s+LIMITED\s+LIABILITY\s+COMPANY)?"),
    re.compile(
        r"^\s*(?:ID\s+)?N(?:UMBER|[O0°º])\.?\s*[:.]?\s*((?:[A-Z]{1,3}[\s\-]?)?\d{4,9}[A-Z]?)\s*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"\bN[O0°º]\.?\s*[:.]?\s*((?:[A-Z]{1,3}[\s\-]?)?\d{5,9})\b(?!\s*OF\s)", re.IGNORECASE),
    re.compile(r"^\s*(\d{7})\s+8\d{3}[A-Z]?\b", re.MULTILINE),
    re.compile(r"^\s*([A-Z]{2}-\d{4,7})\s*$", re.MULTILINE),
    re.compile(r"^\s*(\d{6,12})\s*$", re.MULTILINE),
)
"""The register's own words first; then what filings are numbered by; then British numbers after `No.` alone, and
Delaware's before the sort of document; at last a number that stands alone."""
_OF_TWO = re.compile(r"^(\d{7,8})/\d{8}$")
"""Hong Kong's company number before the one of the business registration."""
FEWEST_DIGITS = 4


def number_in(text: Text) -> tuple[str, Match] | None:
    """The number without its blanks, and its print."""
    for pattern in _PATTERNS:
        for match in text.finditer(pattern):
            value = re.sub(r"\s", "", (match.groups[0] or "").upper()).strip(".-/").replace(":", "")
            value = _OF_TWO.sub(r"\1", value)
            if sum(map(str.isdigit, value)) >= FEWEST_DIGITS and len(value) <= 24 and not _is_date(value):
                return value, match
    return None


def _is_date(value: str) -> bool:
    return re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{2}[./-]\d{2}", value) is not None
