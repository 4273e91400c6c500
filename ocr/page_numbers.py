"""What pages call themselves: Page 2 of 5, Seite 2 von 5, 第2页 共5页."""

from __future__ import annotations

import re

from ocr.text import Match, Text

_NUMBERED = re.compile(
    r"\b(?:page|seite|p[aá]gina|blatt|sheet|p\.)\s*(?:no\.?|nr\.?)?\s*(\d{1,3})\s*(?:of|von|sur|de|di|/|aus)\s*(\d{1,3})\b"
    r"|第\s*(\d{1,3})\s*页\s*[,，/ ]*\s*共\s*(\d{1,3})\s*页",
    re.IGNORECASE,
)


def page_numbers(text: Text) -> tuple[tuple[int, int, Match], ...]:
    """For each page that tells: its number, of how many, and the print."""
    found: list[tuple[int, int, Match]] = []
    for page in text.pages:
        for match in Text((page,)).finditer(_NUMBERED):
            number, count = (int(part) for part in match.groups if part is not None)
            if 1 <= number <= count:
                found.append((number, count, match))
                break
    return tuple(found)


def page_number(text: Text) -> tuple[int, int] | None:
    """The number of a text's first numbered page, and of how many; None when none tells."""
    found = page_numbers(text)
    return (found[0][0], found[0][1]) if found else None
