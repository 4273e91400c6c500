"""One amount in a statement was changed and the balances no longer follow."""

from __future__ import annotations

import copy
import dataclasses
from decimal import Decimal

from samples.cast import HEARTH
from samples.story import Paper, Story


def edited(paper: Paper) -> Paper:
    """The largest deposit of the month raised by 4,000, and nothing else."""
    truth = copy.deepcopy(dict(paper.truth))
    largest = max(truth["rows"], key=lambda row: Decimal(row["amount"]))
    largest["amount"] = str(Decimal(largest["amount"]) + 4000)
    return dataclasses.replace(paper, truth=truth)


STORY = Story(
    title="Hearth & Rye: a statement that does not add up",
    words="""
In the statement for February one deposit was raised by £4,000; the running balance still tells the old one. It may be a
bank's odd layout or an edit. The figure is clear and the balances break at that line, so an underwriter looks at it.
""",
    application=HEARTH.application(),
    papers=tuple(edited(paper) if paper.name == "statement-2026-02" else paper for paper in HEARTH.papers()),
    outcome="refer_review",
    reasons=("statements_unclear",),
    seed=10,
)
