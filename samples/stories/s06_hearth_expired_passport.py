"""The passport has expired."""

from __future__ import annotations

import dataclasses

from samples.cast import HEARTH
from samples.story import Story

OWNER = dataclasses.replace(HEARTH.owner, issued="2015-11-20", expires="2025-11-20")
FIRM = dataclasses.replace(HEARTH, owner=OWNER)

STORY = Story(
    title="Hearth & Rye: the passport ran out in November",
    words="""
Everything as in the first story, but the passport was valid until 20 November 2025. It proves who Ada Bellamy is no
longer; we ask for a valid one.
""",
    application=FIRM.application(),
    papers=tuple(FIRM.papers()),
    outcome="refer_incomplete",
    reasons=("document_expired",),
    seed=6,
)
