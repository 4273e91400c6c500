"""One line of accounts in the words of many issuers."""

from __future__ import annotations

import pytest

from ocr.account_labels import line_item


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Bank borrowings – current portion", "short_term_debt"),
        ("Long-term debt (current portion)", "short_term_debt"),
        ("Notes payable, less current portion", "long_term_debt"),
        ("(Loss)/profit before taxation", "profit_before_tax"),
        ("Profit for the year, representing total comprehensive income for the year", "net_profit"),
        ("7  Creditors: amounts falling due within one year", "current_liabilities"),
        ("Trade receivables 應收貿易賬款", "receivables"),
        ("二、营业总成本", "_all_costs"),
        ("三、利润总额（亏损总额以“-”号填列）", "profit_before_tax"),
        ("Total liabilities and members’ equity", "_sum_of_claims"),
        ("Excess of revenues over expenses", "net_profit"),
    ],
)
def test_the_same_line_in_many_words(label: str, name: str) -> None:
    item = line_item(label)
    assert item is not None
    assert item.name == name
