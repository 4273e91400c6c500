"""Which lines of which return state what: the line's number and the words that every year's edition prints.

Sources: IRS forms 1120, 1120-S, 1065 and Schedule C (1040) of 2018 to 2024; HMRC CT600; China's 增值税及附加税费申报表.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxForm:
    """One return: how it names itself, and for each field the patterns of its line, the surest first."""

    name: str
    """As `form` gives it."""
    country: str
    heading: re.Pattern[str]
    items: re.Pattern[str]
    """What only this return's lines say; tells it where its heading was cut off."""
    lines: Mapping[str, tuple[re.Pattern[str], ...]]


def wording(phrase: str) -> re.Pattern[str]:
    """A pattern whose blanks stand for any blanks or none, as readers lose them."""
    return re.compile(phrase.replace(" ", r"\s*"), re.IGNORECASE)


def _form(name: str, country: str, heading: str, items: str, lines: Lines) -> TaxForm:
    made = {field: tuple(wording(one) for one in some) for field, some in lines.items()}
    return TaxForm(
        name=name,
        country=country,
        heading=wording(heading),
        items=wording(items),
        lines=made,
    )


_GROSS = (r"gross receipts or sales", r"gross receipts")
_RETURNS = (r"(?:less )?returns and allowances",)
_COST = (r"cost of goods sold and/or operations", r"cost of goods sold")
_PROFIT = (r"gross profit\.? subtract", r"gross profit")
_TOTAL = (r"total income \(loss\)", r"total income")
_DUE = (r"amount owed", r"balance due", r"tax due\b")
_OWNERS: Lines = {
    "gross_receipts": _GROSS,
    "returns": _RETURNS,
    "cost_of_goods_sold": _COST,
    "gross_profit": _PROFIT,
    "total_income": _TOTAL,
    "total_deductions": (r"total deductions",),
    "net_income": (r"ordinary business income", r"ordinary income \(loss\) from trade or business"),
    "tax_due": _DUE,
}
"""Of the returns whose income the owners are taxed on."""
FORMS = (
    _form(
        "1120-S",
        "US",
        r"form 1120-? ?S\b|income tax return for an s corporation",
        r"ordinary business income|s election effective|form 2553",
        _OWNERS,
    ),
    _form(
        "1120",
        "US",
        r"form 1120\b(?! ?-)|u\.? ?s\.? corporation income tax return",
        r"net operating loss deduction|dividends and inclusions|schedule j, part",
        {
            **_OWNERS,
            "net_income": (
                r"taxable income\.? subtract",
                r"taxable income\b(?! before)(?! penalty)",
                r"taxable income before net operating loss",
            ),
        },
    ),
    _form(
        "1065",
        "US",
        r"form 1065\b|return of partnership income",
        r"guaranteed payments to partners|ordinary business income",
        _OWNERS,
    ),
    _form(
        "Schedule C",
        "US",
        r"schedule c\b.*|profit or \(?loss\)? from business",
        r"sole proprietorship|business use of (?:your )?home|tentative profit",
        {
            "gross_receipts": _GROSS,
            "returns": _RETURNS,
            "cost_of_goods_sold": (r"cost of goods sold \(from", *_COST),
            "gross_profit": _PROFIT,
            "total_income": (r"gross income",),
            "total_deductions": (r"total expenses",),
            "home": (r"expenses for business use of your home",),
            "net_income": (r"net profit or \(?loss", r"net profit"),
        },
    ),
    _form(
        "CT600",
        "GB",
        r"\bCT ?600\b|company tax return",
        r"turnover|profits chargeable|corporation tax",
        {
            "gross_receipts": (r"total turnover", r"\bturnover\b"),
            "net_income": (r"profits chargeable to corporation tax", r"profits before other deductions"),
            "tax_due": (r"tax outstanding", r"tax payable", r"corporation tax chargeable"),
        },
    ),
    _form(
        "增值税及附加税费申报表",
        "CN",
        r"增值税(?:及附加税费|纳税|及附加)?(?:预缴)?(?:纳税)?申报表",
        r"销项税额|进项税额|应纳税额",
        {"gross_receipts": (r"销售额",), "tax_due": (r"应纳税额|应补[（(]退[）)]税额",)},
    ),
)
"""In this order: 1120-S is asked before 1120, whose name it contains."""
OTHER_LINES = wording(
    r"(?:less )?returns\b|\bbal(?:ance)?\b\.?(?! (?:due|sheet))|gross receipts|cost of goods|gross profit|"
    r"total (?:income|deductions|expenses|tax)|ordinary business income|taxable income|amount owed|overpayment|refunded"
)
"""Where the next line's wording begins when two share one line of print."""
INSTRUCTIONS = wording(
    r"filing instructions|instructions for filing|e-?file signature authorization|form 8879|client'?’?s? copy|"
    r"tax return (?:transmittal|cover)|return must be filed by|申报表封面"
)
"""What a preparer lays before a return: how to file it, a leave to file it electronically."""
REFERRED = re.compile(
    r"(?:\b(?:file|filing|filed|attach(?:ed)?|to|see|on|from|or|and|with|of|your|a|use|using|through|per|by|in)|,)\s*$",
    re.IGNORECASE,
)
"""What stands before the name of a form that a sentence refers to."""
