"""Whether a paper writes 03/04/2026 for the third of April or for the fourth of March."""

from __future__ import annotations

import re

from ocr.postal import AMERICAN, AUSTRALIAN, BRITISH
from ocr.text import Text

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.\-])(\d{1,2})\2(?:19|20)?\d{2}(?!\d)")
_AMERICAN = re.compile(
    r"(?i)\b(?:ssn|social security|medicare|fica|federal|w-2|form\s*(?:w-?2|1040|1065|1120)|irs|zip code|ein)\b"
    rf"|(?-i:{AMERICAN})|(?<![A-Za-z])\$\s?\d|\bUSD\b"
)

_ELSEWHERE = re.compile(
    rf"{AUSTRALIAN}|\bA\.?B\.?N\b|\bPty\b|(?:HK|S|NZ|A)\$|{BRITISH}|\b(?:GST|VAT)\b|£"
    r"|Kowloon|Hong Kong|[號總應繳賬錶單]"
)
"""What papers of countries say where the day stands first, also where they pay in dollars."""


def day_first(text: Text) -> bool:
    """By the dates themselves where one settles it, else by what only American papers say; dates with points are never
    American."""
    string = text.string
    for one, mark, other in _NUMBERS.findall(string):
        if mark != "." and int(one) <= 12 < int(other):
            return False
        if int(one) > 12 >= int(other):
            return True
    return _ELSEWHERE.search(string) is not None or _AMERICAN.search(string) is None
