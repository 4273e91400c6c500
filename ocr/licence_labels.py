"""The words of American driving licences (`DL`, `LN`, `FN`, `DOB`, `EXP`…), what stands behind them, and what stands
on them without any: name and address one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cases.model import Field
from ocr.extract import Grid, Label, Parser, field_of, text_of
from ocr.layout import Cell
from ocr.parse import Calendar, date
from ocr.states import CODES
from ocr.text import Text

_DATE = r"(\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2}))(?!\d)"
_BETWEEN = r"[ \t]*[:.#]*[ \t]*"


def _american_day(print_: str) -> str | None:
    return _day(print_, Calendar(day_first=False))


def _day_first(print_: str) -> str | None:
    return _day(print_, Calendar(day_first=True))


def _day(print_: str, calendar: Calendar) -> str | None:
    day = date(print_, calendar)
    return day.isoformat() if day and 1900 <= day.year <= 2100 else None


def _licence_number(print_: str) -> str | None:
    kept: list[str] = []
    for part in print_.upper().split():
        groups = kept and (len(kept[0]) >= 8 or not re.fullmatch(r"[\d\-]{3,}", part))
        if groups or not re.fullmatch(r"[A-Z0-9\-*]+(?:\([0-9A-Z]\))?", part) or (kept and not re.search(r"\d", part)):
            break
        kept.append(part)
    bare = "".join(kept).strip("-*")
    return bare if 5 <= len(bare) <= 20 and sum(map(str.isdigit, bare)) >= 4 else None


def _as_printed(print_: str) -> str | None:
    return print_.upper()


_WORDS: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "document_number": (
        r"\b(?:4d\.?\s*)?(?:(?:DRIVER|OPERATOR|CUSTOMER|CLIENT)?\s*(?:LICEN[SC]E|LIC)\s*(?:NO|NUMBER|NUM|ID|#)"
        r"|DLN?\s*(?:NO|NUMBER|NUM|#)?|CUSTOMER\s+ID(?:ENTIFIER)?|CID|ID\s*(?:NO|NUMBER|#)|(?<!CARD )(?:NO|NUMBER))"
        rf"{_BETWEEN}((?:[A-Z]{{1,7}}[ \-*]?)?\d[\dA-Z\-* ]{{3,22}})",
        _licence_number,
    ),
    "date_of_birth": (rf"\b(?:DOB|DATE\s+OF\s+BIRTH|BIRTH\s?DATE|BIRTH){_BETWEEN}{_DATE}", _american_day),
    "date_of_issue": (
        rf"\b(?:ISS|ISSUED?(?:\s+(?:DATE|ON))?|DATE\s+OF\s+ISSUE|ISSUANCE){_BETWEEN}{_DATE}",
        _american_day,
    ),
    "date_of_expiry": (
        rf"\b(?:EXP|EXPIRES?(?:\s+ON)?|EXP(?:IRY|IRATION|\.)?\s+DATE|DATE\s+OF\s+EXPIRY){_BETWEEN}{_DATE}",
        _american_day,
    ),
    "sex": (rf"\b(?:15\.?\s*)?(?:SEX|GENDER){_BETWEEN}([MFX])\b", _as_printed),
    "vehicle_classes": (rf"\bCLASS(?:ES|IFICATION)?{_BETWEEN}([A-Z]{{1,2}}\d?)(?![A-Z])", _as_printed),
}
"""By field: a label with its value on the same line."""
_PERSON = r"(?!(?:FN|LN|DOB|SEX|CLASS|EXP|ISS|First name|Given names?)\b)[^\W\d_][^\d_]*"
_BEFORE = r"[\u4e00-\u9fff（）/ ]{0,12}"
"""Chinese before an English label, as on the licences of Hong Kong."""


def _label(*synonyms: str) -> Label:
    return Label.of(*(_BEFORE + one for one in synonyms))


_NAMES: dict[str, tuple[Label, Parser]] = {
    "surname": (_label("LN", "Last name", "Surname", "Family name"), text_of(_PERSON, 60)),
    "given_names": (_label("FN", "First name", "Given names?", "Forenames?"), text_of(_PERSON, 60)),
    "full_name": (_label("Name(?! ?/)", "Full name", "Name of holder"), text_of(_PERSON, 60)),
    "date_of_birth": (_label("DOB", "Date of birth", "Birth ?date"), _american_day),
    "date_of_issue": (_label("ISS", "Issued?", "Issue date", "Date of issue", "Issued on", "DOI"), _american_day),
    "date_of_expiry": (
        _label(
            "EXP",
            "Expires?",
            "Expir(?:y|ation)(?: date)?",
            "Date of expiry",
            "Licen[cs]e expir(?:y|es)",
            "Valid (?:to|until|till|thru)",
            "Expires on",
        ),
        _american_day,
    ),
    "sex": (_label("SEX", "Gender"), lambda print_: print_.upper() if print_.upper() in ("M", "F", "X") else None),
    "vehicle_classes": (
        _label("CLASS", "Classes", "Licen[cs]e class(?:es)?", "Class of licen[cs]e"),
        text_of(r"[A-Z]{1,2}\d?", 3),
    ),
    "document_number": (
        _label(
            "DLN?", "DL NO", r"(?:Driv(?:er|ing)(?:'?s)? )?LIC(?:EN[SC]E)? ?(?:NO\.?|NUMBER|#)", "Licen[cs]e number"
        ),
        _licence_number,
    ),
}
_TOWN = re.compile(r"[A-Z][A-Z .'\-]*,?\s+(?:([A-Z]{2}),?\s+\d{5}(?:-\d{4})?|(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT)\s+\d{4})")
_STREET = re.compile(
    r"(?:(?:\d{1,6}[A-Z]?|P\.?\s?O\.?)\s.*[A-Z].*|(?:APT|UNIT|FLAT|LOT|STE|SUITE|#)\s?\S+)", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][A-Z .,'\-]{1,50}|(?:[A-Z][a-z'\-]+ )+[A-Z][A-Z'\- ]+")
_GIVEN_FIRST = re.compile(r"((?:[A-Z][a-z'\-]+ )+)([A-Z][A-Z'\- ]+)")
"""Jessica Anne HARTLEY: only the surname is in capitals."""
_NO_NAME = re.compile(r"LICEN[SC]E|DRIVER|\bUSA\b|DONOR|CLASS|\bNONE\b|STATE|FEDERAL|LIMITS|COMMERCIAL|VETERAN")


def labelled(text: Text, document: str, *, american: bool = True) -> dict[str, Field]:
    """What stands behind the words of American cards and others without numbers, or below them."""
    found: dict[str, Field] = {}
    for name, (pattern, parser) in _WORDS.items():
        for match in text.finditer(re.compile(pattern, re.IGNORECASE)):
            value = (parser if american or parser is not _american_day else _day_first)(match.groups[0] or "")
            if value is not None:
                words = [
                    word for word in match.words if any(part in word.text.upper() for part in _parts(match.groups[0]))
                ]
                found[name] = field_of(name, value, words or match.words, document, raw=match.groups[0] or "")
                break
    grid = Grid.of(text)
    for name, (label, parse) in _NAMES.items():
        parser = parse if american or parse is not _american_day else _day_first
        field = None if name in found else grid.find(name, label, parser, document, part=True)
        if field is not None:
            found[name] = field
    return found


def _parts(print_: str | None) -> list[str]:
    return (print_ or "").upper().split()


def unlabelled(text: Text, document: str) -> dict[str, Field]:
    """Name and address of an American card that prints no words before them: lines that begin at one left edge, the
    last of them with the town, the state and the five digits of the post."""
    for column in _columns(text):
        town = column[0]
        match = _TOWN.fullmatch(town.text.strip(" ."))
        if match is None or (match.group(1) and match.group(1) not in CODES):
            continue
        streets = list(_leading(column[1:], _STREET))[:2]
        if not streets:
            continue
        lines = [*reversed(streets), town]
        words = [word for cell in lines for word in cell.words]
        value = ", ".join(cell.text.strip(" ,") for cell in lines)
        found = {"address": field_of("address", value, words, document)}
        names = [cell for cell in _leading(column[1 + len(streets) :], _NAME) if not _NO_NAME.search(cell.text)][:2]
        return found | _named(names, document)
    return {}


def _columns(text: Text) -> Iterator[list[Cell]]:
    """Each cell with those above it that begin at its left edge, the nearest first."""
    grid = Grid.of(text)
    for at, line in enumerate(grid.lines):
        for cell in line.cells:
            above = [
                next((one for one in other.cells if abs(one.box.left - cell.box.left) < cell.box.height), None)
                for other in reversed(grid.lines[max(0, at - 6) : at])
                if other.page == line.page
            ]
            yield [cell, *(one for one in above if one is not None)]


def _leading(cells: Sequence[Cell], pattern: re.Pattern[str]) -> Iterator[Cell]:
    for cell in cells:
        if not pattern.fullmatch(cell.text.strip()):
            return
        yield cell


def _named(lines: Sequence[Cell], document: str) -> dict[str, Field]:
    """Names above an address: the surname first, or both on one line with a comma between."""
    if len(lines) == 1 and "," in lines[0].text:
        surname, given = (part.strip() for part in lines[0].text.split(",", 1))
        whole = lines[0].words
        return {
            "surname": field_of("surname", surname, whole, document),
            "given_names": field_of("given_names", given, whole, document),
        }
    if len(lines) == 1:
        parts = _GIVEN_FIRST.fullmatch(lines[0].text.strip())
        named = {"full_name": lines[0].text.strip()}
        named |= {"given_names": parts[1].strip(), "surname": parts[2]} if parts else {}
        return {name: field_of(name, value, lines[0].words, document) for name, value in named.items()}
    if not lines:
        return {}
    given_cell, surname_cell = lines
    return {
        "surname": field_of("surname", surname_cell.text.strip(" ,"), surname_cell.words, document),
        "given_names": field_of("given_names", given_cell.text.strip(" ,"), given_cell.words, document),
    }
