"""The bank statements belong to another company."""

from __future__ import annotations

import dataclasses

from samples.cast import HEARTH
from samples.story import Story

HOLDER = "Marlowe Street Catering Ltd"

STORY = Story(
    title="Hearth & Rye: somebody else's bank account",
    words="""
The statements are those of Marlowe Street Catering Ltd. That may be a sister company, an old name or the wrong
attachment, so nobody is declined for it: an underwriter looks, and the letter says only that a person is looking.
""",
    application=HEARTH.application(),
    papers=tuple(
        dataclasses.replace(paper, truth={**paper.truth, "account_holder": HOLDER})
        if paper.kind == "bank_statement"
        else paper
        for paper in HEARTH.papers()
    ),
    outcome="refer_review",
    reasons=("names_differ",),
    seed=7,
)
