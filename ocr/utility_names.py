"""Names on bills: what print can be one, and how sure each way is by which one is found."""

from __future__ import annotations

import re
from typing import NamedTuple

from ocr.firms import FORM
from ocr.postal import POSTCODE, SALUTATION
from ocr.text import Word

SENT = 0.98
"""How sure a supplier's name is in the sender's line of a letter."""
TWICE = 0.97
"""In the head, with its legal form or printed again elsewhere."""
ONCE = 0.85
"""In the head alone, by the size of its print."""
BLOCK = 0.93
"""A customer's name or address by the place of its lines alone, as in the window of an envelope."""
WEB = re.compile(r"(?i)www\.|@|https?:|\.(?:com|co\.uk|org|de|fr|example)\b")
_SAID = re.compile(r"[a-z]{2}[.!?]$|^(?:hello|hi|dear|bonjour|guten tag|thank)\b", re.IGNORECASE)


class Named(NamedTuple):
    """A name or an address, its words, and how sure it is by the way it was found."""

    text: str
    words: tuple[Word, ...]
    sure: float = 1.0


def is_name(text: str) -> bool:
    """Whether print can be a person's or a firm's name."""
    plain = text.strip(" ,.;:：")
    if re.match(r"[\u4e00-\u9fff]", plain):
        return 2 <= len(plain) <= 40 and not re.search(r"\d|[:：，。]", plain)
    letters = sum(map(str.isalpha, plain))
    if not 3 <= len(plain) <= 60 or letters < 0.6 * len(plain.replace(" ", "")) or ":" in plain or WEB.search(plain):
        return False
    if _SAID.search(text.strip()) and not FORM.search(plain) and plain.count(" "):
        return False
    if SALUTATION.match(plain) or POSTCODE.search(plain) or plain[0].islower():
        return False
    return FORM.search(plain) is not None or not re.search(r"\d", plain)
