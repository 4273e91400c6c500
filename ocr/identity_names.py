"""A holder's names as they are printed, where that is what the machine-readable zone says in its own alphabet.

Source: ICAO Doc 9303-3, section 6 (how letters with marks are written in the zone: Ä as AE or A, Ñ as N or NXX, ß as
SS, …). The zone leaves out apostrophes, writes hyphens and commas as blanks, and cuts long names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cases.model import Field
from ocr.mrz import FILLER, Mrz
from ocr.printed_dates import folded
from ocr.printed_zone import Phrase, continued
from ocr.text import join

_SPELLINGS = {
    "Ä": "AE|A", "Ö": "OE|O", "Ü": "UE|UXX|U", "Å": "AA|A", "Æ": "AE|A", "Ø": "OE|O", "Œ": "OE|O", "ẞ": "SS", "ß": "SS",
    "Ñ": "NXX|N", "Þ": "TH", "Ð": "DH|D", "Đ": "DJ|D", "Ł": "L", "Ĳ": "IJ", "İ": "I", "ı": "I", "Ħ": "H",
    "A": "A|AE|AA", "O": "O|OE", "U": "U|UE", "B": "B|SS",
}  # fmt: skip
"""What the zone writes for a letter; plain letters too, since a reader may lose their marks."""
_GERMAN = {"AE": "Ä", "OE": "Ö", "UE": "Ü", "SS": "ẞ", "AA": "Å"}
_NORDIC = {**_GERMAN, "AE": "Æ", "OE": "Ø"}
_NORDIC_STATES = ("DNK", "NOR", "FRO", "ISL", "GRL")
LONGEST = 8
"""Words of a name."""


def as_printed(fields: dict[str, Field], mrz: Mrz, print_: Sequence[Phrase]) -> dict[str, Field]:
    """The fields with surname and given names as the print spells them, where it says the same names."""
    changed = dict(fields)
    names = mrz.format.parts.get("names")
    cut = names is not None and not mrz.slice(names).endswith(FILLER)
    for name, said in (("surname", mrz.surname), ("given_names", mrz.given_names)):
        spelt = _spelling_of(said, print_, mrz.issuer, cut=cut and name == "given_names")
        if spelt and name in changed and spelt != changed[name].value:
            changed[name] = replace(changed[name], value=spelt)
    if "surname" in changed and changed != fields:
        whole = " ".join(changed[name].value for name in ("given_names", "surname") if name in changed)
        changed["full_name"] = replace(changed["full_name"], value=whole)
    return changed


def _spelling_of(said: str, print_: Sequence[Phrase], issuer: str, *, cut: bool) -> str:
    """The print that says a name of the zone; empty when there is none. One that keeps its marks comes first."""
    if not said:
        return ""
    found = [
        spelt
        for phrase in print_
        for whole in {phrase, continued(phrase, print_, most=2)}
        for start in range(min(len(whole.words), LONGEST))
        for stop in range(start + 1, min(len(whole.words), start + LONGEST) + 1)
        if (spelt := spelling(said, join(whole.words[start:stop]), issuer, cut=cut))
    ]
    return max(found, key=lambda one: (sum(not letter.isascii() for letter in one), -found.index(one)), default="")


def spelling(said: str, print_: str, issuer: str = "", *, cut: bool = False) -> str:
    """The print, with the marks that its reader lost, where the zone would write it as it does; else nothing."""
    wanted = re.sub(r"[^A-Z]", "", said)
    letters = [letter for letter in print_ if letter.isalpha()]
    if not wanted or len(letters) > len(wanted) + (40 if cut else 0) or any(letter.isdigit() for letter in print_):
        return ""
    if cut and len(letters) > len(wanted):
        return print_.strip(" ,") if _match(letters[: len(wanted)], wanted) else ""
    written = _match(letters, wanted)
    if written is None:
        return ""
    marks = _NORDIC if issuer in _NORDIC_STATES else _GERMAN
    restored = iter(_marked(letter, one, marks) for letter, one in zip(letters, written, strict=True))
    return "".join(next(restored) if letter.isalpha() else letter for letter in print_).strip(" ,.;:/")


def _match(letters: Sequence[str], wanted: str) -> tuple[str, ...] | None:
    """What the zone writes for each letter; None when it is another name."""
    pattern = "".join(
        f"({_SPELLINGS.get(letter.upper(), '') or _SPELLINGS.get(letter) or _bare(letter)})" for letter in letters
    )
    match = re.fullmatch(pattern, wanted)
    return match.groups() if match else None


def _bare(letter: str) -> str:
    return re.escape(re.sub(r"[^A-Z]", "", folded(letter)) or letter)


def _marked(letter: str, written: str, marks: dict[str, str]) -> str:
    """A plain letter that the zone writes with two has lost its mark."""
    if len(written) == 1 or not letter.isascii() or written not in marks:
        return letter
    if written == "SS":
        return "ß" if letter.islower() else "ẞ"
    return marks[written] if letter.isupper() else marks[written].lower()
