"""Accounts as issuers of many countries print them: what each must give, whatever its layout."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import pytest

from ocr.account_labels import line_item
from ocr.classify import Known, classify
from tests.core.drawn import drawn

PAPERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "a micro-entity's sheet": (
        "balance_sheet",
        """
WREN AND DAUGHTERS LTD
Company registration number: SC512345
MICRO-ENTITY BALANCE SHEET AS AT 31 October 2024

                                                     2024          2023
                                                        £             £
Called up share capital not paid                        -             -
Fixed assets                                       12,450        14,010
Current assets                                     80,112        71,009
Prepayments and accrued income                      1,200           900
Creditors: amounts falling due within one year    (30,100)      (29,000)
Net current assets (liabilities)                   51,212        42,909
Total assets less current liabilities              63,662        56,919
Creditors: amounts falling due after more than one year   (10,000)  (12,000)
Provisions for liabilities                              0             0
Accruals and deferred income                       (1,500)       (1,400)
Total net assets (liabilities)                     52,162        43,519
Capital and reserves                               52,162        43,519
""",
        {
            "period_end": "2024-10-31",
            "registration_number": "SC512345",
            "fixed_assets": "12450",
            "current_assets": "80112",
            "current_liabilities": "30100",
            "long_term_debt": "10000",
            "net_assets": "52162",
            "equity": "52162",
            "equity_prior": "43519",
            "entity": "WREN AND DAUGHTERS LTD",
        },
    ),
    "the small enterprise form, of a month and the year so far": (
        "income_statement",
        """
                              利润表
                                                     会小企02表
编制单位：苏州蓝汐贸易有限公司      2025年12月          单位：元
项目                                   行次     本年累计金额      本月金额
一、营业收入                            1       1,200,500.00     100,000.00
减：营业成本                            2         800,000.00      70,000.00
税金及附加                              3           5,000.00         400.00
其中：消费税                            4
销售费用                               11          50,000.00       4,000.00
管理费用                               14         120,000.00      10,000.00
财务费用                               18           3,000.00         250.00
其中：利息费用（收入以“-”号填列）      19           2,800.00         240.00
加：投资收益（损失以“-”号填列）        20
二、营业利润（亏损以“-”号填列）        21         222,500.00      15,350.00
加：营业外收入                         22           1,000.00
减：营业外支出                         24             500.00
三、利润总额（亏损总额以“-”号填列）    30         223,000.00      15,350.00
减：所得税费用                         31          11,150.00         700.00
四、净利润（净亏损以“-”号填列）        32         211,850.00      14,650.00
""",
        {
            "entity": "苏州蓝汐贸易有限公司",
            "period_start": "2025-01-01",
            "period_end": "2025-12-31",
            "revenue": "1200500.00",
            "cost_of_sales": "800000.00",
            "interest": "2800.00",
            "operating_profit": "222500.00",
            "profit_before_tax": "223000.00",
            "tax": "11150.00",
            "net_profit": "211850.00",
            "revenue_prior": "",
            "unit": "1",
        },
    ),
    "amounts in ten thousands, claims below assets": (
        "balance_sheet",
        """
                         资产负债表
编制单位：海宁金桥服饰股份有限公司    2024年12月31日     单位：人民币万元
项目               附注    2024年12月31日    2023年12月31日
流动资产：
货币资金           五、1         1,234.56         987.65
应收票据及应收账款 五、2           500.00         450.00
存货               五、3           300.10         280.00
流动资产合计                    2,034.66       1,717.65
非流动资产：
固定资产           五、10        1,000.00       1,100.00
无形资产                          200.00         210.00
非流动资产合计                  1,200.00       1,310.00
资产总计                        3,234.66       3,027.65
流动负债：
短期借款                          400.00         500.00
应付账款                          300.00         310.00
流动负债合计                      700.00         810.00
非流动负债：
长期借款                          200.00         250.00
非流动负债合计                    200.00         250.00
负债合计                          900.00       1,060.00
股东权益：
股本                            1,000.00       1,000.00
未分配利润                      1,334.66         967.65
股东权益合计                    2,334.66       1,967.65
负债和股东权益总计              3,234.66       3,027.65
""",
        {
            "unit": "10000",
            "cash": "12345600.00",
            "receivables": "5000000.00",
            "fixed_assets": "10000000.00",
            "total_assets": "32346600.00",
            "short_term_debt": "4000000.00",
            "long_term_debt": "2000000.00",
            "equity": "23346600.00",
            "equity_prior": "19676500.00",
            "retained_earnings": "13346600.00",
            "period_end": "2024-12-31",
        },
    ),
    "a bookkeeping export with account numbers": (
        "income_statement",
        """
10:42 AM                     Willow Bend Landscaping
02/11/26                     Profit & Loss
Accrual Basis                January through December 2025

                                              Jan - Dec 25
Ordinary Income/Expense
Income
4000 · Landscaping Income                      512,340.10
4100 · Snow Removal                             40,000.00
Total Income                                   552,340.10
Cost of Goods Sold
5000 · Materials                               120,000.00
5100 · Subcontractors                           30,000.00
Total COGS                                     150,000.00
Gross Profit                                   402,340.10
Expense
6000 · Advertising                               5,000.00
6100 · Depreciation Expense                     12,000.00
6200 · Insurance                                 8,000.00
6300 · Payroll Expenses                        200,000.00
Total Expense                                  225,000.00
Net Ordinary Income                            177,340.10
Other Income/Expense
Other Expense
7000 · Interest Expense                          4,000.00
Total Other Expense                              4,000.00
Net Other Income                                -4,000.00
Net Income                                     173,340.10
""",
        {
            "entity": "Willow Bend Landscaping",
            "period_start": "2025-01-01",
            "period_end": "2025-12-31",
            "revenue": "552340.10",
            "cost_of_sales": "150000.00",
            "gross_profit": "402340.10",
            "operating_expenses": "225000.00",
            "depreciation": "12000.00",
            "operating_profit": "177340.10",
            "interest": "4000.00",
            "net_profit": "173340.10",
        },
    ),
    "an export with totals of every heading": (
        "income_statement",
        """
Profit and Loss
Larkspur Digital Ltd
For the year ended 31 March 2025
                                          2025          2024
Turnover
Sales                                  410,200.55    380,000.00
Total Turnover                         410,200.55    380,000.00
Cost of Sales
Direct Wages                            90,000.00     80,000.00
Purchases                               50,000.00     45,000.00
Total Cost of Sales                    140,000.00    125,000.00
Gross Profit                           270,200.55    255,000.00
Administrative Costs
Audit & Accountancy fees                 4,000.00      3,900.00
Depreciation Expense                    10,000.00      9,000.00
Rent                                    30,000.00     30,000.00
Total Administrative Costs              44,000.00     42,900.00
Operating Profit                       226,200.55    212,100.00
Profit on Ordinary Activities Before Taxation   226,200.55  212,100.00
Tax                                     40,000.00     38,000.00
Profit after Taxation                  186,200.55    174,100.00
""",
        {
            "entity": "Larkspur Digital Ltd",
            "period_start": "2024-04-01",
            "period_end": "2025-03-31",
            "revenue": "410200.55",
            "cost_of_sales": "140000.00",
            "operating_expenses": "44000.00",
            "operating_profit": "226200.55",
            "tax": "40000.00",
            "net_profit": "186200.55",
            "net_profit_prior": "174100.00",
        },
    ),
    "the year before in the first column": (
        "income_statement",
        """
TARRAWONGA ENGINEERING PTY LTD
ABN 12 345 678 901
Statement of Profit or Loss and Other Comprehensive Income
For the Year Ended 30 June 2025
                                       Note        2024          2025
                                                      $             $
Revenue                                 2      900,000     1,000,000
Cost of goods sold                            (500,000)     (560,000)
Gross profit                                   400,000       440,000
Administration expenses                       (200,000)     (210,000)
Finance costs                           3      (10,000)      (12,000)
Profit before income tax                       190,000       218,000
Income tax expense                      4      (47,500)      (54,500)
Profit for the year                            142,500       163,500
""",
        {
            "revenue": "1000000",
            "revenue_prior": "900000",
            "net_profit": "163500",
            "tax": "54500",
            "interest": "12000",
            "interest_prior": "10000",
            "period_start": "2024-07-01",
            "period_end": "2025-06-30",
            "currency": "AUD",
            "entity": "TARRAWONGA ENGINEERING PTY LTD",
        },
    ),
    "thousands, and a date over two years": (
        "balance_sheet",
        """
CASCADIA FASTENERS, INC.
CONSOLIDATED BALANCE SHEETS
(in thousands, except share data)
                                               December 31,
                                            2025          2024
ASSETS
Current assets:
Cash and cash equivalents              $    1,204    $      990
Accounts receivable, net                    3,411         3,002
Inventories, net                            2,100         2,050
Total current assets                        6,715         6,042
Property, plant and equipment, net          4,000         4,100
Total assets                           $   10,715    $   10,142
LIABILITIES AND SHAREHOLDERS' EQUITY
Current liabilities:
Line of credit                         $      500    $      400
Current portion of long-term debt             250           250
Accounts payable                            1,000           950
Total current liabilities                   1,750         1,600
Long-term debt, less current portion        2,000         2,250
Total liabilities                           3,750         3,850
Shareholders' equity:
Common stock, $0.01 par value                  10            10
Retained earnings                           6,955         6,282
Total shareholders' equity                  6,965         6,292
Total liabilities and shareholders' equity $ 10,715   $   10,142
""",
        {
            "unit": "1000",
            "cash": "1204000",
            "receivables": "3411000",
            "fixed_assets": "4000000",
            "total_assets": "10715000",
            "short_term_debt": "750000",
            "current_liabilities": "1750000",
            "long_term_debt": "2000000",
            "equity": "6965000",
            "period_end": "2025-12-31",
            "currency": "USD",
            "entity": "CASCADIA FASTENERS, INC.",
        },
    ),
    "inner and outer columns of two years": (
        "balance_sheet",
        """
Corrib Joinery Limited
Balance Sheet
As at 31 December 2024
                                              2024                 2023
                              Notes        €        €           €        €
Fixed assets
Tangible assets                 6              120,000              130,000
Current assets
Stocks                          7     20,000              18,000
Debtors                         8     60,000              50,000
Cash and cash equivalents             40,000              30,000
                                     120,000              98,000
Creditors: Amounts falling
due within one year             9    (70,000)            (60,000)
Net Current Assets                              50,000               38,000
Total Assets less Current Liabilities          170,000              168,000
Creditors: Amounts falling due
after more than one year       10              (40,000)             (48,000)
Net Assets                                     130,000              120,000
Capital and Reserves
Called up share capital                            100                  100
Profit and loss account                        129,900              119,900
Equity attributable to owners of the company   130,000              120,000
""",
        {
            "entity": "Corrib Joinery Limited",
            "currency": "EUR",
            "fixed_assets": "120000",
            "fixed_assets_prior": "130000",
            "inventory": "20000",
            "inventory_prior": "18000",
            "cash_prior": "30000",
            "current_assets": "120000",
            "current_assets_prior": "98000",
            "current_liabilities": "70000",
            "current_liabilities_prior": "60000",
            "long_term_debt": "40000",
            "net_assets_prior": "120000",
            "equity": "130000",
            "retained_earnings": "129900",
            "period_end": "2024-12-31",
        },
    ),
    "a first period of more than a year": (
        "income_statement",
        """
Foxglove Interiors LLP
Profit and loss account
for the period from 15 May 2024 to 30 September 2025
                                         15 May 2024 to
                                       30 September 2025
                                                       £
Turnover                                        91,000
Cost of sales                                  (40,000)
Gross profit                                    51,000
Administrative expenses                        (60,000)
Operating loss                                  (9,000)
Interest payable and similar charges              (500)
Loss on ordinary activities before taxation     (9,500)
Tax on loss on ordinary activities                   -
Loss for the financial period                   (9,500)
""",
        {
            "period_start": "2024-05-15",
            "period_end": "2025-09-30",
            "revenue": "91000",
            "operating_profit": "-9000",
            "interest": "500",
            "profit_before_tax": "-9500",
            "tax": "0",
            "net_profit": "-9500",
            "operating_expenses": "60000",
            "currency": "GBP",
            "entity": "Foxglove Interiors LLP",
        },
    ),
    "a German sheet": (
        "balance_sheet",
        """
Bilanz zum 31. Dezember 2024
Nordlicht Werkzeugbau GmbH, Lübeck
AKTIVA                          31.12.2024     31.12.2023
                                       EUR            EUR
A. Anlagevermögen
I. Sachanlagen                  120.000,00     130.000,00
B. Umlaufvermögen
I. Vorräte                       20.000,00      18.000,00
II. Forderungen aus Lieferungen und Leistungen  60.000,00  50.000,00
III. Kassenbestand, Guthaben bei Kreditinstituten  40.000,00  30.000,00
Bilanzsumme                     240.000,00     228.000,00
""",
        {
            "inventory": "20000.00",
            "receivables": "60000.00",
            "cash": "40000.00",
            "total_assets": "240000.00",
            "period_end": "2024-12-31",
            "currency": "EUR",
        },
    ),
    "nine months in one column": (
        "income_statement",
        """
                         Blue Heron Bakery
                        Income Statement
               For the Nine Months Ended September 30, 2025

Revenue
  Retail sales                         $ 300,000
  Wholesale                              120,000
    Total revenue                        420,000
Cost of goods sold                       180,000
Gross profit                             240,000
Operating expenses
  Wages                                  100,000
  Rent                                    36,000
  Depreciation and amortization            9,000
    Total operating expenses             145,000
Operating income                          95,000
Interest expense                          (5,000)
Income before taxes                       90,000
Income tax expense                        18,900
Net income                              $ 71,100
""",
        {
            "entity": "Blue Heron Bakery",
            "period_start": "2025-01-01",
            "period_end": "2025-09-30",
            "revenue": "420000",
            "cost_of_sales": "180000",
            "operating_expenses": "145000",
            "depreciation": "9000",
            "interest": "5000",
            "profit_before_tax": "90000",
            "tax": "18900",
            "net_profit": "71100",
            "currency": "USD",
        },
    ),
    "a budget between the years": (
        "income_statement",
        """
Marlow Freight Ltd - Profit and Loss
Year to 31 December 2025
                          Actual      Budget     Variance       2024
Turnover                 500,000     520,000      (20,000)    480,000
Cost of sales            300,000     310,000       10,000     290,000
Gross profit             200,000     210,000      (10,000)    190,000
Overheads                150,000     155,000        5,000     148,000
Net profit                50,000      55,000       (5,000)     42,000
""",
        {
            "entity": "Marlow Freight Ltd",
            "revenue": "500000",
            "net_profit": "50000",
            "period_start": "2025-01-01",
            "period_end": "2025-12-31",
        },
    ),
    "all costs above the cost of sales": (
        "income_statement",
        """
                     利 润 表
编制单位：宁波恒达五金厂     2025年1-6月      金额单位：千元
项  目                  本期金额       上年同期金额
一、营业总收入              5,200           4,800
其中：营业收入              5,200           4,800
二、营业总成本              4,500           4,300
其中：营业成本              3,800           3,600
销售费用                      200             210
管理费用                      400             390
财务费用                      100             100
其中：利息费用                 90              95
利息收入                        5               4
三、营业利润                  700             500
四、利润总额                  700             500
减：所得税费用                175             125
五、净利润                    525             375
""",
        {
            "unit": "1000",
            "revenue": "5200000",
            "cost_of_sales": "3800000",
            "interest": "90000",
            "net_profit": "525000",
            "net_profit_prior": "375000",
            "tax": "175000",
            "period_start": "2025-01-01",
            "period_end": "2025-06-30",
            "entity": "宁波恒达五金厂",
        },
    ),
    "totals without labels": (
        "balance_sheet",
        """
SABLE COURT HOLDINGS LIMITED
Statement of financial position at 30 June 2025
                                          2025        2024
                                         £'000       £'000
Non-current assets
Property, plant and equipment            1,200       1,300
Current assets
Inventories                                200         210
Trade and other receivables                300         280
Cash and cash equivalents                  100          90
                                           600         580
Total assets                             1,800       1,880
Current liabilities
Trade and other payables                  (300)       (310)
Borrowings                                (100)       (100)
                                          (400)       (410)
Non-current liabilities
Borrowings                                (500)       (600)
Total liabilities                         (900)     (1,010)
Net assets                                 900         870
Equity
Share capital                              100         100
Retained earnings                          800         770
Total equity                               900         870
""",
        {
            "unit": "1000",
            "fixed_assets": "1200000",
            "current_assets": "600000",
            "total_assets": "1800000",
            "payables": "300000",
            "short_term_debt": "100000",
            "long_term_debt": "500000",
            "current_liabilities": "400000",
            "total_liabilities": "900000",
            "net_assets": "900000",
            "equity": "900000",
            "retained_earnings": "800000",
            "period_end": "2025-06-30",
            "currency": "GBP",
            "entity": "SABLE COURT HOLDINGS LIMITED",
        },
    ),
    "assets beside claims": (
        "balance_sheet",
        """
                       Tamarack Dental Supply, LLC
                           Balance Sheet
                          December 31, 2025
ASSETS                                        LIABILITIES AND MEMBERS' EQUITY
Current Assets                                Current Liabilities
Cash                         $  50,000        Accounts payable              $  40,000
Accounts receivable             70,000        Notes payable - current          10,000
Inventory                       30,000        Total Current Liabilities        50,000
Total Current Assets           150,000        Long-Term Liabilities
Property and Equipment                        Notes payable, net of current    60,000
Equipment                      200,000        Total Liabilities               110,000
Less: Accumulated depreciation (80,000)       Members' Equity                 160,000
Net Property and Equipment     120,000
TOTAL ASSETS                 $ 270,000        TOTAL LIABILITIES AND EQUITY  $ 270,000
""",
        {
            "cash": "50000",
            "receivables": "70000",
            "inventory": "30000",
            "current_assets": "150000",
            "fixed_assets": "120000",
            "total_assets": "270000",
            "payables": "40000",
            "short_term_debt": "10000",
            "current_liabilities": "50000",
            "long_term_debt": "60000",
            "total_liabilities": "110000",
            "equity": "160000",
            "entity": "Tamarack Dental Supply, LLC",
            "period_end": "2025-12-31",
            "currency": "USD",
        },
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_prints_is_read(paper: str) -> None:
    name, sheet, expected = PAPERS[paper]
    text = drawn(sheet)
    known = classify(text)
    assert isinstance(known, Known)
    assert known.kind.name == name
    fields = known.kind.extract(text, "d").fields
    found = {one: fields[one].value if one in fields else "" for one in expected}
    assert {one: _plain(value) for one, value in found.items()} == {one: _plain(v) for one, v in expected.items()}


def _plain(value: str) -> str | Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


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
