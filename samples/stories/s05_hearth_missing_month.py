"""A month of statements is missing."""

from __future__ import annotations

from samples.cast import HEARTH
from samples.story import Story

MISSING = "statement-2026-01"

STORY = Story(
    title="Hearth & Rye: January is missing",
    words="""
As the first story, but the statement for January 2026 was left out. Nothing is wrong with what was sent; we ask for
exactly that statement, with a date.
""",
    application=HEARTH.application(),
    papers=tuple(paper for paper in HEARTH.papers() if paper.name != MISSING),
    outcome="refer_incomplete",
    reasons=("items_missing",),
    seed=5,
)
