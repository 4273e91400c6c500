"""A Chinese company with Chinese papers."""

from __future__ import annotations

from samples.cast import YUNFAN
from samples.story import Story

STORY = Story(
    title="云帆包装: a Chinese company",
    words="""
宁州云帆包装制品有限公司 asks for ¥900,000 for a printing machine. Business licence, bank statements, balance sheet and
income statement are Chinese; the owner and legal representative, Tan Wei Ling, is a Singaporean with her passport. All
figures agree.
""",
    application=YUNFAN.application(),
    papers=tuple(YUNFAN.papers()),
    outcome="approve",
    seed=12,
)
