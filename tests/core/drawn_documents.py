"""Documents for the tests of kinds, as text that is drawn."""

from __future__ import annotations

from cases.model import Document
from ocr.kind import Kind
from ocr.text import Text
from tests.core.drawn_text import page, word
from tests.core.test_mrz import TD3_LINES


def document(kind: Kind, text: Text) -> Document:
    """What a kind makes of a text."""
    got = kind.extract(text, "0123456789ab-1")
    return Document(
        id="0123456789ab-1",
        file="x.png",
        sha256="0" * 64,
        kind=kind.name,
        strength=kind.evidence(text),
        country=got.country,
        fields=got.fields,
        rows=got.rows,
    )


def passport(*, lines: tuple[str, ...] = TD3_LINES, number: str = "L898902C3", birth: str = "12 AUG/AOUT 1974") -> Text:
    """A passport's page with labels in two languages above their values."""
    cells = (
        ("UTOPIA", 0.05, 0.05),
        ("PASSPORT / PASSEPORT", 0.05, 0.09),
        ("Passport No./No. du passeport", 0.65, 0.09),
        (number, 0.65, 0.12),
        ("1 Surname/Nom", 0.3, 0.18),
        ("ERIKSSON", 0.3, 0.21),
        ("2 Given names/Prénoms", 0.3, 0.26),
        ("ANNA MARIA", 0.3, 0.29),
        ("4 Date of birth/Date de naissance", 0.3, 0.34),
        (birth, 0.3, 0.37),
        ("6 Place of birth/Lieu de naissance", 0.3, 0.42),
        ("ZENITH", 0.3, 0.45),
        ("7 Date of issue/Date de délivrance", 0.3, 0.50),
        ("16 APR/AVR 2007", 0.3, 0.53),
        ("9 Authority/Autorité", 0.65, 0.50),
        ("PASSPORT OFFICE", 0.65, 0.53),
        ("8 Date of expiry/Date d'expiration", 0.3, 0.58),
        ("15 APR/AVR 2012", 0.3, 0.61),
    )
    print_ = [word(text, left, top, width=min(0.33, 0.01 * len(text))) for text, left, top in cells]
    zone = [word(line, 0.05, 0.80 + 0.06 * row, width=0.9) for row, line in enumerate(lines)]
    return page(*print_, *zone)
