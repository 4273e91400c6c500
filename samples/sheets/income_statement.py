"""Income statements by themselves: British, American and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.ink import around, day, star
from samples.sheet import Sheet
from samples.years import Years


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    """A Chinese operating profit is after interest, so there it equals the profit before tax."""
    return {
        **truth,
        "y": Years(truth),
        "end": day(truth["period_end"], "{month} {d}, %Y" if layout == "us" else "{d} {month} %Y"),
        "star": star(60, 60, 15),
        "seal_letters": around(truth["entity"], 42, 10.5, arc=260),
    }


SHEET = Sheet(
    layouts=("uk", "us", "chinese"),
    facts=facts,
    unprinted={
        "chinese": ("gross_profit", "operating_profit", "operating_expenses", "depreciation", "registration_number")
    },
)
