"""Certificates of incorporation: the British registrar's, and an American state's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.ink import day, guilloche, ordinal, star
from samples.sheet import Sheet


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    date = truth["incorporated_on"]
    return {
        **truth,
        "printed_name": truth["legal_name"].upper(),
        "day_ordinal": ordinal(int(date[8:])),
        "month_year": day(date, "{month} %Y"),
        "month": day(date, "{month}"),
        "waves": guilloche(200, 40, lines=14),
        "star": star(50, 50, 12),
    }


SHEET = Sheet(layouts=("companies_house", "delaware"), facts=facts)
