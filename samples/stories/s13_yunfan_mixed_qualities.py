"""The Chinese company again, from scans and photos."""

from __future__ import annotations

import dataclasses

from samples.cast import YUNFAN
from samples.story import Finish, Story

FINISHES = {"passport": Finish.PHOTO, "business_licence": Finish.PHOTO}

STORY = Story(
    title="云帆包装: scans and photos",
    words="""
The same Chinese company sends photos of passport and licence and scans of the rest. What can be read is the same, and
so is the decision.
""",
    application=YUNFAN.application(),
    papers=tuple(dataclasses.replace(paper, finish=FINISHES.get(paper.name, Finish.SCAN)) for paper in YUNFAN.papers()),
    outcome="approve",
    seed=13,
)
