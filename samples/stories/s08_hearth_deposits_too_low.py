"""The deposits do not carry the stated revenue."""

from __future__ import annotations

import dataclasses

from samples.cast import HEARTH
from samples.story import Story

QUIET = dataclasses.replace(HEARTH.trade, monthly_inflow=43_000, surplus=0.16)
FIRM = dataclasses.replace(HEARTH, trade=QUIET)

STORY = Story(
    title="Hearth & Rye: where is the rest of the revenue?",
    words="""
The accounts say £846,200 a year; the account takes in about £516,000 a year. There may be a second account, a card
terminal that pays elsewhere, or a bad season. An underwriter looks before anything is decided.
""",
    application=HEARTH.application() | {"stated": HEARTH.application()["stated"] | {"average_monthly_inflow": "43000"}},
    papers=tuple(FIRM.papers()),
    outcome="refer_review",
    reasons=("revenue_not_in_deposits",),
    seed=8,
)
