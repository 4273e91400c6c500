"""What tells a page of accounts: a title, and line items with amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ocr.accounts_heads import heads_of
from ocr.accounts_pages import names_a_statement
from ocr.accounts_sections import BALANCE_SECTIONS
from ocr.accounts_table import read_lines
from ocr.extract import Grid
from ocr.text import Text

FILING_TITLE = re.compile(
    r"(?i)(?:annual|unaudited|audited|abridged|abbreviated|filleted|statutory|micro-entity|dormant|company"
    r"|group|consolidated|directors['’]? report and)\s+"
    r"(?:\w+ ){0,2}(?:report|accounts|financial statements|statements)"
    r"|^financial (?:statements|report)\b|^accounts(?: for the .*)?$|\breport and (?:unaudited "
    r"|audited )?(?:accounts|financial statements)|年度(?:财务)?(?:报告|报表)|审\s*计\s*报\s*告"
    r"|notes? (?:to|forming part of) the (?:\w+ )?(?:financial statements|accounts)"
    r"|special purpose financial report|财务报表附注"
)
OTHER = re.compile(
    r"(?i)\binvoice\b|发票|bank statement|statement of account\b|sort code|tax return|form 1120|schedule c\b|payslip"
    r"|对账单|交易明细|trial balance|试算平衡|科目余额表|纳税申报表"
)
CENTRAL = {
    "balance": {"total_assets", "net_assets", "current_assets", "equity", "total_liabilities"},
    "income": {"revenue", "net_profit", "gross_profit", "profit_before_tax", "operating_profit"},
}
SHORT = 12
"""Words of a line that can be a title."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a text looks like each statement (0 to 1) and like a filing."""

    balance: float
    income: float
    filing: bool


NOTHING = Weight(0.0, 0.0, filing=False)


@lru_cache(maxsize=64)
def weigh(text: Text) -> Weight:
    """Weighs a text once, for all three kinds of accounts."""
    grid = Grid.of(text)
    short = [line.text.strip() for line in grid.lines if len(line.text.split()) <= SHORT]
    filing = any(FILING_TITLE.search(line) and not line.endswith(".") for line in short)
    if not filing and not any(names_a_statement(line.text) for line in grid.lines):
        return NOTHING
    titles = {part for head in heads_of(grid) for part in head.parts}
    lines = list(read_lines(grid))
    titles |= {line.part for line in lines}
    if not titles & {"balance", "income"} and not filing:
        return NOTHING
    items: dict[str, set[str]] = {"balance": set(), "income": set()}
    for line in lines:
        earned = line.statement == "balance" or line.section not in BALANCE_SECTIONS
        if line.part not in ("aside", "notes") and earned:
            items[line.statement].add(line.name)
    less = 0.5 if any(OTHER.search(line) for line in short[:SHORT]) and not {"balance", "income"} <= titles else 0.0
    scores = {}
    for statement, names in items.items():
        central = len(names & CENTRAL[statement])
        score = 0.12 * min(4, len(names)) + 0.12 * min(2, central) + (0.3 if statement in titles else 0.0)
        scores[statement] = max(0.0, min(0.98, score - less)) if central and len(names) >= 2 else 0.0
    return Weight(scores["balance"], scores["income"], filing)
