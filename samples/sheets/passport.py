"""The data page of a passport (ICAO 9303, TD3) below the page opposite, with guilloche, portrait and zone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.identifiers import td3
from samples.ink import day, guilloche
from samples.sheet import Sheet

STATES = {
    "GBR": ("UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND", "BRITISH CITIZEN", "#5b2333"),
    "USA": ("UNITED STATES OF AMERICA", "UNITED STATES OF AMERICA", "#23395b"),
    "SGP": ("REPUBLIC OF SINGAPORE", "SINGAPORE CITIZEN", "#7d2e2e"),
    "CHN": ("PEOPLE'S REPUBLIC OF CHINA", "中国/CHINESE", "#7d2030"),
    "IRL": ("ÉIRE IRELAND", "IRISH", "#4a1f3d"),
}


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    title, nationality, colour = STATES[truth["issuing_country"]]
    return {
        **truth,
        "title": title,
        "nationality_words": nationality,
        "colour": colour,
        "lines": _zone(truth),
        "dates": {
            name: day(truth[name], "%d %b %Y").upper() for name in ("date_of_birth", "date_of_issue", "date_of_expiry")
        },
        "waves": guilloche(200, 130, lines=26, waves=4.0),
        "waves_above": guilloche(200, 130, lines=18, waves=2.5),
    }


def _zone(truth: Mapping[str, Any]) -> tuple[str, str]:
    """The zone of what the paper states; a fraud may give it other values (`zone`) or a wrong check digit."""
    first, second = td3({**truth, **truth.get("zone", {})})
    if truth.get("wrong_check_digit"):
        second = second[:9] + str((int(second[9]) + 3) % 10) + second[10:]
    return first, second


SHEET = Sheet(layouts=("td3",), facts=facts)
