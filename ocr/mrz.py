"""The machine-readable zone of travel documents: its check digits, and what its lines say.

Source: ICAO Doc 9303, eighth edition, part 3 (alphabet, names, check digits); the formats: `ocr/mrz_formats.py`.

The zone has no century. An expiry of 00 to 69 is in the 2000s and of 70 to 99 in the 1900s: no document with such
a zone expired before 1970. A birth is in the latest century that puts it before the expiry; where there is no
expiry, 00 to 21 is in the 2000s (the one format without an expiry was last issued in 2021) and 22 to 99 in the
1900s. Print that says otherwise is better evidence, and the kinds prefer it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from ocr.mrz_formats import FORMATS, FRA, TD1, TD2, Format, Slice
from ocr.state_codes import known

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILLER = "<"
WEIGHTS = (7, 3, 1)
EXPIRY_PIVOT = 70
BIRTH_PIVOT = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Digit:
    """One check digit: as printed, as computed, and where it stands."""

    name: str
    """`number`, `birth`, `expiry`, `personal` or `composite`."""
    printed: str
    computed: str
    place: Slice

    @property
    def right(self) -> bool:
        """The personal number's digit may be a filler where there is no personal number (9303-4, 4.2.2.2)."""
        empty = self.name == "personal" and self.computed == "0" and self.printed == FILLER
        return empty or self.printed == self.computed


def check_digit(text: str) -> str:
    """The 7-3-1 check digit of a text in the zone's alphabet (9303-3, 4.9); ValueError for other characters."""
    total = 0
    for index, character in enumerate(text):
        value = 0 if character == FILLER else ALPHABET.find(character)
        if value < 0:
            raise ValueError(f"{character!r} does not belong to the machine-readable alphabet; use A-Z, 0-9 and <")
        total += value * WEIGHTS[index % 3]
    return str(total % 10)


@dataclass(frozen=True)
class Mrz:
    """A zone of one format: lines of exact width in the zone's alphabet."""

    format: Format
    lines: tuple[str, ...]

    def slice(self, place: Slice) -> str:
        line, start, stop = place
        return self.lines[line][start:stop]

    def part(self, name: str) -> str:
        """The characters of a part; empty when the format has no such part."""
        place = self.format.parts.get(name)
        return "" if place is None else self.slice(place)

    @cached_property
    def _long_number(self) -> tuple[str, Slice] | None:
        """A number of more than nine characters runs on in the optional data (9303-5, 4.2.2.1, note j)."""
        if self.format not in (TD1, TD2) or self.part("number_check") != FILLER:
            return None
        rest = self.part("optional").split(FILLER)[0]
        if len(rest) < 2:
            return None
        line, start, _ = self.format.parts["optional"]
        end = start + len(rest)
        return self.part("number") + rest[:-1], (line, end - 1, end)

    @cached_property
    def digits(self) -> tuple[Digit, ...]:
        """Every check digit of the format, in the order of the parts they protect."""
        found: list[Digit] = []
        for name, spans in self.format.checks.items():
            place = self.format.parts[f"{name}_check"]
            protected = "".join(self.slice(span) for span in spans)
            if name == "number" and self._long_number:
                protected, place = self._long_number
            found.append(Digit(name=name, printed=self.slice(place), computed=check_digit(protected), place=place))
        return tuple(found)

    @property
    def wrong(self) -> tuple[Digit, ...]:
        return tuple(digit for digit in self.digits if not digit.right)

    @property
    def code(self) -> str:
        return self.part("code").strip(FILLER)

    @property
    def issuer(self) -> str:
        """The issuing state's code: three letters of ISO 3166-1 or of 9303-3, section 5; `D` for Germany."""
        return self.part("issuer").strip(FILLER)

    @property
    def nationality(self) -> str:
        return self.part("nationality").strip(FILLER) or (self.issuer if self.format is FRA else "")

    @property
    def number(self) -> str:
        raw = self._long_number[0] if self._long_number else self.part("number")
        return raw.rstrip(FILLER).replace(FILLER, " ")

    @property
    def personal_number(self) -> str:
        """TD3's personal number; for other formats the optional data that is not a long number's rest."""
        raw = self.part("personal")
        if not raw:
            first = self.part("optional")
            if self._long_number:
                first = first.partition(FILLER)[2]
            raw = first.strip(FILLER) or self.part("optional_2")
        return raw.strip(FILLER).replace(FILLER, " ")

    @property
    def surname(self) -> str:
        return _name(self._names[0])

    @property
    def given_names(self) -> str:
        return _name(self._names[1])

    @property
    def _names(self) -> tuple[str, str]:
        if self.format is FRA:
            return self.part("surname"), self.part("given_names")
        surname, _, given = self.part("names").strip(FILLER).partition("<<")
        return surname, given

    @property
    def sex(self) -> str:
        """`M`, `F`, or `X` where it is not stated; empty when the letter is none that the standard knows."""
        return {"M": "M", "F": "F", FILLER: "X", "X": "X"}.get(self.part("sex"), "")

    @property
    def expiry(self) -> dt.date | None:
        return _day(self.part("expiry"), pivot=EXPIRY_PIVOT)

    @property
    def birth(self) -> dt.date | None:
        """None when a part of it is unknown (fillers) or it is no day of the calendar."""
        expiry = self.expiry
        day = _day(self.part("birth"), pivot=100 if expiry else BIRTH_PIVOT)
        if day and expiry and day > expiry:
            return _day(self.part("birth"), pivot=0)
        return day


def _name(raw: str) -> str:
    return " ".join(part for part in raw.split(FILLER) if part)


def _day(raw: str, *, pivot: int) -> dt.date | None:
    """YYMMDD, in the 2000s when YY is below the pivot; None for anything that is no day."""
    if not re.fullmatch(r"[0-9]{6}", raw):
        return None
    year = int(raw[:2])
    try:
        return dt.date((2000 if year < pivot else 1900) + year, int(raw[2:4]), int(raw[4:]))
    except ValueError:
        return None


def misfits(kind: Format, lines: Sequence[str]) -> int:
    """How many characters stand where the format does not allow them."""
    return sum(
        not allowed(wanted, character)
        for classes, line in zip(kind.classes, lines, strict=True)
        for wanted, character in zip(classes, line, strict=True)
    )


def allowed(wanted: str, character: str) -> bool:
    """Whether a character is of a class of `Format.classes`."""
    if character == FILLER:
        return wanted != "D"
    if wanted == "S":
        return character in "MFX"
    if character.isascii() and character.isdigit():
        return wanted != "A"
    return wanted in "AX"


def unknown_states(zone: Mrz) -> int:
    """How many of the issuing state and the nationality are no code that the standard has."""
    return sum(not known(code) for code in (zone.issuer, zone.nationality))


def fits(kind: Format, lines: Sequence[str]) -> bool:
    """Whether lines have a format's count, width, alphabet and first letter."""
    return (
        len(lines) == len(kind.classes)
        and all(len(line) == kind.width and re.fullmatch(r"[0-9A-Z<]+", line) for line in lines)
        and lines[0][0] in kind.codes
        and (kind is not FRA or lines[0].startswith("IDFRA"))
    )


def parse(lines: Sequence[str]) -> Mrz | None:
    """The zone that exact lines make up; None when they fit no format.

    Check digits may be wrong: they are reported (`Mrz.digits`), not required. Characters are not repaired here.
    """
    for kind in FORMATS:
        if fits(kind, lines):
            return Mrz(kind, tuple(lines))
    return None


NAMES_OF_DIGITS: Mapping[str, str] = MappingProxyType(
    {
        "number": "document number",
        "birth": "date of birth",
        "expiry": "date of expiry",
        "personal": "personal number",
        "composite": "composite",
    }
)
