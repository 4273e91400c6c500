"""Annual accounts of a small company: a set of five pages with notes, or one page for the smallest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.ink import day
from samples.sheet import Sheet
from samples.years import Years

REVENUE_A_HEAD = 95_000


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    years = Years(truth)
    staff = max(2, int(years["revenue"].this / REVENUE_A_HEAD))
    return {**truth, "y": years, "staff": staff, "end": day(truth["period_end"], "{d} {month} %Y")}


SHEET = Sheet(
    layouts=("uk", "one_page"),
    facts=facts,
    unprinted={
        "uk": ("total_assets", "total_liabilities"),
        "one_page": ("total_assets", "total_liabilities", "payables"),
    },
)
