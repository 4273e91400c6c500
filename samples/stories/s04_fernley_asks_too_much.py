"""A counter-offer: the amount is too high beside the revenue."""

from __future__ import annotations

import dataclasses

from samples.cast import FERNLEY
from samples.story import Story

FIRM = dataclasses.replace(FERNLEY, amount=205_000, term_months=48)

STORY = Story(
    title="Fernley Cycle Works: too much for its size",
    words="""
The same cycle workshop asks for £205,000, a third of what it takes in a year. We lend up to three tenths of the
revenue, and its cash flow has to carry the payments. It gets an offer of the highest amount that both allow.
""",
    application=FIRM.application(),
    papers=tuple(FIRM.papers()),
    outcome="counter_offer",
    reasons=("debt_service_thin", "amount_for_revenue"),
    seed=4,
)
