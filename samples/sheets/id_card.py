"""Identity cards of the size of a bank card (TD1, both sides) and of the older, larger size (TD2, one side)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.identifiers import td1, td2
from samples.ink import day, guilloche
from samples.sheet import Sheet

STATES = {
    "D": ("BUNDESREPUBLIK DEUTSCHLAND", "FEDERAL REPUBLIC OF GERMANY", "PERSONALAUSWEIS", "DEUTSCH", "#3c5a4c"),
    "IRL": ("ÉIRE", "IRELAND", "CÁRTA AITHEANTAIS", "IRL", "#2f5d49"),
    "NLD": ("KONINKRIJK DER NEDERLANDEN", "KINGDOM OF THE NETHERLANDS", "IDENTITEITSKAART", "NLD", "#31506e"),
    "ROU": ("ROUMANIE", "ROMANIA", "CARTE D'IDENTITE", "ROU", "#6b4a2a"),
}


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    own, english, card, nationality, colour = STATES[truth["issuing_country"]]
    return {
        **truth,
        "own": own,
        "english": english,
        "card": card,
        "nationality_words": nationality,
        "colour": colour,
        "lines": td1(truth) if layout == "td1" else td2(truth),
        "dates": {name: day(truth[name], "%d.%m.%Y") for name in ("date_of_birth", "date_of_issue", "date_of_expiry")},
        "waves": guilloche(200, 130, lines=24, waves=3.5),
    }


SHEET = Sheet(layouts=("td1", "td2"), facts=facts)
