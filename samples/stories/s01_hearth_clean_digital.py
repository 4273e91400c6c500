"""A clean approval from six digital papers."""

from __future__ import annotations

from samples.cast import HEARTH
from samples.story import Story

STORY = Story(
    title="Hearth & Rye: everything agrees",
    words="""
Ada Bellamy's bakery asks for £110,000 over three years, for an oven and a van. She sends six papers straight from her
bank and accountant. The deposits carry the stated revenue, the cash flow carries the loan almost twice, and every name
and number agrees. It is approved as asked.
""",
    application=HEARTH.application(),
    papers=tuple(HEARTH.papers()),
    outcome="approve",
    seed=1,
)
