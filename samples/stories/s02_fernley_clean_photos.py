"""A clean approval from phone photos."""

from __future__ import annotations

import dataclasses

from samples.cast import FERNLEY
from samples.story import Finish, Story

FINISHES = {"passport": Finish.THUMB_PHOTO, "statement-2025-12": Finish.TURNED_PHOTO}

STORY = Story(
    title="Fernley Cycle Works: the same, photographed on a kitchen table",
    words="""
Tobias Osborne-Kay has no scanner: he photographs his passport, the certificate, three bank statements and the accounts
with his phone. One picture lies on its side, a thumb covers a corner of another. All of it can be read, and it is
approved.
""",
    application=FERNLEY.application(),
    papers=tuple(
        dataclasses.replace(paper, finish=FINISHES.get(paper.name, Finish.PHOTO)) for paper in FERNLEY.papers()
    ),
    outcome="approve",
    seed=2,
)
