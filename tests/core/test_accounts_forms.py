"""Forms that accounts take in other countries: bare totals, numbers before labels, money, registers, German days."""

from __future__ import annotations

import pytest

from ocr.account_labels import folded, line_item
from ocr.accounts_money import currency_of, unit_of
from ocr.dollars import foreign_dollar
from ocr.kinds.balance_sheet import KIND as BALANCE
from ocr.kinds.income_statement import KIND as INCOME
from tests.core.drawn import drawn
from tests.core.test_accounts_chain import GERMAN
from tests.core.test_kind_accounts import read, values

INDIAN = """
                       NILGIRI SPICE EXPORTS PRIVATE LIMITED
                          (CIN: U29375TN2018PTC691458)
                    BALANCE SHEET AS AT 31 MARCH 2025
                                             (All amounts in ₹ thousands)
     Particulars                                Note No.      31 March 2025     31 March 2024
I.   EQUITY AND LIABILITIES
1    Shareholders' funds
     (a) Share capital                            2                    100               100
     (b) Reserves and surplus                     3                125,337            95,386
                                                                   125,437            95,486
2    Current liabilities
     (a) Trade payables                           7                 27,465            28,431
     (b) Short-term provisions                    9                 32,025            37,273
                                                                    59,490            65,704
     TOTAL                                                         184,927           161,190
II.  ASSETS
1    Non-current assets
     (a) Property, Plant and Equipment           10                 61,057            66,372
2    Current assets
     (a) Inventories                             11                 86,260            64,521
     (b) Cash and cash equivalents               13                 37,610            30,297
                                                                   123,870            94,818
     TOTAL                                                         184,927           161,190
Firm Registration No. 015807N
"""


def test_a_sheet_with_equity_first_and_totals_without_names() -> None:
    document = read(BALANCE, drawn(INDIAN))
    names = ("equity", "current_liabilities", "current_assets", "cash_prior", "unit", "currency", "registration_number")
    assert values(document, *names) == [
        "125437000", "59490000", "123870000", "30297000", "1000", "INR", "U29375TN2018PTC691458",
    ]  # fmt: skip


def test_a_german_profit_and_loss_account() -> None:
    document = read(INCOME, drawn(GERMAN))
    names = ("period_start", "period_end", "revenue", "cost_of_sales", "gross_profit", "profit_before_tax", "tax")
    assert values(document, *names) == [
        "2025-01-01", "2025-12-31", "900000.00", "500000.00", "400000.00", "200000.00", "60000.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Total for Income", "revenue"),
        ("Total for Cost of Goods Sold", "cost_of_sales"),
        ("Summe Umlaufvermögen", "current_assets"),
        ("Summe der Aktiva", "total_assets"),
        ("Bruttoergebnis vom Umsatz", "gross_profit"),
        ("Profit for the financial year before members’ remuneration and profit shares", "net_profit"),
        ("Net assets attributable to members", "net_assets"),
    ],
)
def test_totals_and_results_in_other_words(label: str, name: str) -> None:
    item = line_item(label)
    assert item is not None
    assert item.name == name


def test_a_total_of_offices_keeps_its_word() -> None:
    assert folded("Total office expenses") == "totalofficeexpenses"


@pytest.mark.parametrize(
    ("print_", "unit"),
    [("(₹ in lakhs)", 100000), ("Rs. in Crores", 10000000), ("amounts in ₹ thousands", 1000), ("in Indian Rupees", 1)],
)
def test_indian_units(print_: str, unit: int) -> None:
    assert unit_of(print_) == unit


def test_whose_money() -> None:
    assert currency_of("Rs. 1,200")[0] == "INR"
    assert foreign_dollar("BSB 187-904, paid in Hong Kong") == "AUD"


def test_taxes_on_wages_are_not_the_tax_on_income() -> None:
    document = read(INCOME, drawn(PAYROLL))
    assert values(document, "tax", "net_profit") == ["20,000".replace(",", ""), "80000"]


PAYROLL = """
Sunfield Produce Company
Profit and Loss
January - December 2025
                                             Total
Income
Sales                                      500,000
Total for Income                           500,000
Expenses
Payroll expenses
Taxes                                       50,000
Wages                                      350,000
Total for Payroll expenses                 400,000
Total for Expenses                         400,000
Net Operating Income                       100,000
Income tax expense                          20,000
Net Income                                  80,000
"""
