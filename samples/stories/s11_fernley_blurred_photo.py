"""One photo is too blurred to be read."""

from __future__ import annotations

import dataclasses

from samples.cast import FERNLEY
from samples.story import Finish, Story

BLURRED = "statement-2026-02"

STORY = Story(
    title="Fernley Cycle Works: one shaky picture",
    words="""
Five papers come as PDF, and the statement for February as a photo taken from a moving bus. Nothing can be read on it;
we ask for that statement again and say how to take the picture.
""",
    application=FERNLEY.application(),
    papers=tuple(
        dataclasses.replace(paper, finish=Finish.BLURRED_PHOTO) if paper.name == BLURRED else paper
        for paper in FERNLEY.papers()
    ),
    outcome="refer_incomplete",
    reasons=("items_unreadable",),
    seed=11,
)
