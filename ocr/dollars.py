"""Whose dollar a bare $ is: by the numbers, taxes and legal forms of a country, else by the country that is named."""

from __future__ import annotations

import re

from ocr.postal import CANADIAN

_SURE: tuple[tuple[str, str], ...] = (
    (
        "AUD",
        r"\bA\.?B\.?N\b|\bA\.?C\.?N\b|\bPty\b|\.com\.au\b|\b(?:NSW|VIC|QLD|TAS|ACT) \d{4}\b|Corporations Act 2001"
        r"|\bBSB\b|\bAFSL\b|\bGST\b.*\bBAS\b",
    ),
    ("NZD", r"\bNZBN\b|\.co\.nz\b"),
    ("SGD", r"\bUEN\b|\bSingapore \d{6}\b|\bPte\b"),
    ("CAD", r"\bHST\b|\bQST\b|\bPST\b|\bASPE\b|" + CANADIAN),
    ("HKD", r"\bCap\. ?622\b|港元|港幣|\bKowloon\b"),
)
_NAMED: tuple[tuple[str, str], ...] = (
    ("HKD", r"\bHong Kong\b|香港"),
    ("AUD", r"\bAustralia\b"),
    ("NZD", r"\bNew Zealand\b|\bNZ\b"),
    ("SGD", r"\bSingapore\b"),
    ("CAD", r"\bCanada\b|\bCanadian\b|\bOntario\b|\bBritish Columbia\b|\bQu[eé]bec\b|\bAlberta\b"),
)


def foreign_dollar(string: str) -> str:
    """The dollar of the country that a paper is of (ISO 4217); empty where none but the American can be meant.

    >>> foreign_dollar("ABN 48 123 999 124, shipped from Hong Kong"), foreign_dollar("Fairhope, OH 44701")
    ('AUD', '')
    """
    return next((code for code, told in (*_SURE, *_NAMED) if re.search(told, string)), "")
