"""What tells a page of accounts: a title, and line items with amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ocr.accounts_table import read_lines
from ocr.extract import Grid
from ocr.text import Text

BALANCE_TITLE = re.compile(
    r"(?i)balance sheets?|statements? of financial position|abridged statement|资\s*产\s*负\s*债\s*表"
)
INCOME_TITLE = re.compile(
    r"(?i)profit (?:and|&) loss(?: account)?|income statements?"
    r"|statements? of (?:comprehensive )?(?:income|operations|earnings)"
    r"|利\s*润\s*表|损\s*益\s*表"
)
FILING_TITLE = re.compile(
    r"(?i)(?:annual|financial|unaudited|abridged|filleted|statutory|micro-entity)\s+"
    r"(?:report|accounts|financial statements|statements)"
    r"|report and (?:unaudited )?(?:accounts|financial statements)|companies act 2006|年度(?:财务)?报告"
)
OTHER = re.compile(
    r"(?i)\binvoice\b|发票|bank statement|statement of account|sort code|tax return|form 1120|schedule c|payslip"
    r"|对账单|交易明细"
)
CENTRAL = {
    "balance": {"total_assets", "net_assets", "current_assets", "equity", "total_liabilities"},
    "income": {"revenue", "net_profit", "gross_profit", "profit_before_tax", "operating_profit"},
}


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a text looks like each statement (0 to 1) and like a filing."""

    balance: float
    income: float
    filing: bool


@lru_cache(maxsize=64)
def weigh(text: Text) -> Weight:
    """Weighs a text once, for all three kinds of accounts."""
    string = text.string
    titles = {"balance": bool(BALANCE_TITLE.search(string)), "income": bool(INCOME_TITLE.search(string))}
    if not any(titles.values()) and not FILING_TITLE.search(string):
        return Weight(0.0, 0.0, False)
    items: dict[str, set[str]] = {"balance": set(), "income": set()}
    for line in read_lines(Grid.of(text)):
        items[line.statement].add(line.name)
    less = 0.5 if OTHER.search(string) and not all(titles.values()) else 0.0
    scores = {}
    for statement, names in items.items():
        central = len(names & CENTRAL[statement])
        score = 0.12 * min(4, len(names)) + 0.12 * min(2, central) + (0.3 if titles[statement] else 0.0)
        scores[statement] = max(0.0, min(0.98, score - less)) if central and len(names) >= 2 else 0.0
    return Weight(scores["balance"], scores["income"], bool(FILING_TITLE.search(string)))
