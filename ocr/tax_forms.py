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


def _form(name: str, country: str, heading: str, items: str, lines: Lines) -> TaxForm:
    made = {field: tuple(re.compile(one, re.IGNORECASE) for one in some) for field, some in lines.items()}
    return TaxForm(
        name=name,
        country=country,
        heading=re.compile(heading, re.IGNORECASE),
        items=re.compile(items, re.IGNORECASE),
        lines=made,
    )


_GROSS = (r"gross receipts or sales",)
_COST = (r"cost of goods sold",)
_PROFIT = (r"gross profit\b.*(?:subtract|line)", r"gross profit")
_DUE = (r"amount owed", r"tax due\b", r"balance due")
FORMS = (
    _form(
        "1120-S",
        "US",
        r"form\s*1120-?\s?S\b|income tax return for an s corporation",
        r"ordinary business income|s election effective|form 2553",
        {
            "gross_receipts": _GROSS,
            "cost_of_goods_sold": _COST,
            "gross_profit": _PROFIT,
            "total_deductions": (r"total deductions",),
            "net_income": (r"ordinary business income", r"ordinary income"),
            "tax_due": (*_DUE, r"add lines 2[23]a(?:,| through)"),
        },
    ),
    _form(
        "1120",
        "US",
        r"form\s*1120\b(?!\s?-)|u\.?s\.? corporation income tax return",
        r"net operating loss deduction|dividends and inclusions|schedule j, part",
        {
            "gross_receipts": _GROSS,
            "cost_of_goods_sold": _COST,
            "gross_profit": _PROFIT,
            "total_deductions": (r"total deductions",),
            "net_income": (
                r"^\W*(?:30\b)?\W*taxable income\b(?!\s*before)",
                r"taxable income before net operating loss",
            ),
            "tax_due": (r"total tax\b", *_DUE),
        },
    ),
    _form(
        "1065",
        "US",
        r"form\s*1065\b|return of partnership income",
        r"guaranteed payments to partners|ordinary business income",
        {
            "gross_receipts": _GROSS,
            "cost_of_goods_sold": _COST,
            "gross_profit": _PROFIT,
            "total_deductions": (r"total deductions",),
            "net_income": (r"ordinary business income",),
            "tax_due": _DUE,
        },
    ),
    _form(
        "Schedule C",
        "US",
        r"schedule\s*c\b.*|profit or loss from business",
        r"sole proprietorship|business use of (?:your )?home|tentative profit",
        {
            "gross_receipts": _GROSS,
            "cost_of_goods_sold": (r"cost of goods sold \(from", *_COST),
            "gross_profit": _PROFIT,
            "total_deductions": (r"total expenses",),
            "net_income": (r"net profit or \(?loss", r"net profit"),
        },
    ),
    _form(
        "CT600",
        "GB",
        r"\bCT\s?600\b|company tax return",
        r"turnover|profits chargeable|corporation tax",
        {
            "gross_receipts": (r"total turnover", r"\bturnover\b"),
            "net_income": (r"profits chargeable to corporation tax", r"profits before other deductions"),
            "tax_due": (r"tax outstanding", r"tax payable", r"corporation tax chargeable"),
        },
    ),
    _form(
        "CN VAT",
        "CN",
        r"增值税.{0,12}(?:申报表|纳税申报)",
        r"销项税额|进项税额|应纳税额",
        {
            "gross_receipts": (
                r"按适用税率(?:计税|征税)?.{0,6}销售额",
                r"应征增值税.{0,8}销售额",
                r"销售额合计|销售额",
            ),
            "tax_due": (r"应纳税额合计", r"本期应补.{0,6}税额", r"应纳税额"),
        },
    ),
)
"""In this order: 1120-S is asked before 1120, whose name it contains."""
