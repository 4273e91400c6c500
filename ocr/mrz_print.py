"""What is printed beside a machine-readable zone settles what its check digits leave open.

A check digit cannot tell B from 8 or D from 0 when both changes keep its sum (9303-3, 4.9: letters count 10 to 35, by
tens the same as other characters). The number stands on the page a second time, in another font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ocr.mrz import FILLER, Mrz
from ocr.mrz_repair import TO_DIGIT, Repair
from ocr.text import Word

_TOKEN = re.compile(r"[0-9A-Z]{3,}")
_ALIKE = str.maketrans(TO_DIGIT)


def printed_tokens(words: Iterable[Word]) -> frozenset[str]:
    """The runs of letters and digits that words print, in the zone's alphabet."""
    found: set[str] = set()
    for word in words:
        plain = unicodedata.normalize("NFKD", word.text.upper())
        bare = "".join(one for one in plain if not unicodedata.combining(one))
        found.update(_TOKEN.findall(bare))
    return frozenset(found)


def agreed(mrz: Mrz, printed: frozenset[str]) -> tuple[Mrz, tuple[Repair, ...]]:
    """The zone with the number as it is printed, where that differs only in characters that look alike and keeps every
    check digit that was right; else the zone as it was."""
    number = mrz.part("number").rstrip(FILLER)
    if not number or number in printed:
        return mrz, ()
    like = [one for one in printed if len(one) == len(number) and one.translate(_ALIKE) == number.translate(_ALIKE)]
    if len(like) != 1:
        return mrz, ()
    line, start, _ = mrz.format.parts["number"]
    lines = list(mrz.lines)
    lines[line] = lines[line][:start] + like[0] + lines[line][start + len(number) :]
    other = Mrz(mrz.format, tuple(lines))
    if len(other.wrong) > len(mrz.wrong):
        return mrz, ()
    changes = tuple(
        Repair(line, start + at, f"{old} read as {new} (as printed beside the zone; the check digits hold)")
        for at, (old, new) in enumerate(zip(number, like[0], strict=True))
        if old != new
    )
    return other, changes
