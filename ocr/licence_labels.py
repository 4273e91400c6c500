"""The short labels of American driving licences (`DL`, `LN`, `FN`, `DOB`, `EXP`…) and what stands behind them."""

from __future__ import annotations

import re

from cases.model import Field
from ocr.extract import Grid, Label, Parser, text_of
from ocr.parse import Calendar, date
from ocr.text import Text

_DATE = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}")


def _american_day(print_: str) -> str | None:
    match = _DATE.search(print_)
    day = date(match.group(), Calendar(day_first=False)) if match else None
    return day.isoformat() if day else None


def _sex(print_: str) -> str | None:
    match = re.match(r"([MFX])\b", print_.strip().upper())
    return match.group(1) if match else None


def _licence_number(print_: str) -> str | None:
    match = re.match(r"([A-Z]{0,3}[\d\-* ]{4,16}[A-Z0-9]{0,3})\b", print_.strip().upper())
    bare = re.sub(r"[\s]", "", match.group(1)) if match else ""
    return bare if sum(map(str.isdigit, bare)) >= 4 else None


_LABELS: dict[str, tuple[Label, Parser]] = {
    "document_number": (
        Label.of(r"(?:4d\.?\s*)?(?:DL|DLN|LIC|LICENSE|LICENCE|ID)\s*(?:NO|NUMBER|NUM|#)?\.?", "Customer identifier"),
        _licence_number,
    ),
    "surname": (Label.of("LN", "Last name", "Surname", "Family name"), text_of(r"[^\W\d_][^\d_]*", 60)),
    "given_names": (Label.of("FN", "First name", "Given names?", "Forenames?"), text_of(r"[^\W\d_][^\d_]*", 60)),
    "date_of_birth": (Label.of("DOB", "Date of birth", "Birth ?date"), _american_day),
    "date_of_issue": (Label.of("ISS", "Issued?", "Issue date", "Date of issue"), _american_day),
    "date_of_expiry": (Label.of("EXP", "Expires?", "Expir(?:y|ation) date", "Date of expiry"), _american_day),
    "sex": (Label.of("SEX", "Gender"), _sex),
    "vehicle_classes": (Label.of("CLASS", "Classes"), text_of(r"[A-Z][A-Z0-9]{0,3}", 4)),
}


def labelled(text: Text, document: str) -> dict[str, Field]:
    """What stands behind the short labels of American cards."""
    grid = Grid.of(text)
    found: dict[str, Field] = {}
    for name, (label, parser) in _LABELS.items():
        field = grid.find(name, label, parser, document, part=True)
        if field is not None:
            found[name] = field
    return found
