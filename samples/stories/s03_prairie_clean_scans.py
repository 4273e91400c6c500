"""A clean approval of a company in the United States, from flat-bed scans."""

from __future__ import annotations

from samples.cast import PRAIRIE
from samples.story import Finish, Story

STORY = Story(
    title="Prairie Lantern Supply: a flat-bed scanner in Ohio",
    words="""
Elena Nakamura scans everything on the office copier, a little crooked and grey. Balance sheet and income statement are
separate papers, dates are month first, withdrawals carry a minus. The figures agree and the loan of
$150,000 is approved.
""",
    application=PRAIRIE.application(),
    papers=tuple(PRAIRIE.papers(Finish.SCAN)),
    outcome="approve",
    seed=3,
)
