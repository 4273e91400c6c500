"""Income statements as issuers of many countries print them: what each must give, whatever its layout."""

from __future__ import annotations

import pytest

from tests.core.drawn_accounts import as_expected, read_of_kind

PAPERS: dict[str, tuple[str, str]] = {
    "the small enterprise form, of a month and the year so far": (
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
        "entity=苏州蓝汐贸易有限公司; period_start=2025-01-01; period_end=2025-12-31; revenue=1200500.00; "
        "cost_of_sales=800000.00; interest=2800.00; operating_profit=222500.00; "
        "profit_before_tax=223000.00; tax=11150.00; net_profit=211850.00; revenue_prior=; unit=1",
    ),
    "a bookkeeping export with account numbers": (
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
        "entity=Willow Bend Landscaping; period_start=2025-01-01; period_end=2025-12-31; "
        "revenue=552340.10; cost_of_sales=150000.00; gross_profit=402340.10; operating_expenses=225000.00; "
        "depreciation=12000.00; operating_profit=177340.10; interest=4000.00; net_profit=173340.10",
    ),
    "an export with totals of every heading": (
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
        "entity=Larkspur Digital Ltd; period_start=2024-04-01; period_end=2025-03-31; revenue=410200.55; "
        "cost_of_sales=140000.00; operating_expenses=44000.00; operating_profit=226200.55; tax=40000.00; "
        "net_profit=186200.55; net_profit_prior=174100.00",
    ),
    "the year before in the first column": (
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
        "revenue=1000000; revenue_prior=900000; net_profit=163500; tax=54500; interest=12000; "
        "interest_prior=10000; period_start=2024-07-01; period_end=2025-06-30; currency=AUD; "
        "entity=TARRAWONGA ENGINEERING PTY LTD",
    ),
    "a first period of more than a year": (
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
        "period_start=2024-05-15; period_end=2025-09-30; revenue=91000; operating_profit=-9000; "
        "interest=500; profit_before_tax=-9500; tax=0; net_profit=-9500; operating_expenses=60000; "
        "currency=GBP; entity=Foxglove Interiors LLP",
    ),
    "nine months in one column": (
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
        "entity=Blue Heron Bakery; period_start=2025-01-01; period_end=2025-09-30; revenue=420000; "
        "cost_of_sales=180000; operating_expenses=145000; depreciation=9000; interest=5000; "
        "profit_before_tax=90000; tax=18900; net_profit=71100; currency=USD",
    ),
    "a budget between the years": (
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
        "entity=Marlow Freight Ltd; revenue=500000; net_profit=50000; period_start=2025-01-01; period_end=2025-12-31",
    ),
    "all costs above the cost of sales": (
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
        "unit=1000; revenue=5200000; cost_of_sales=3800000; interest=90000; net_profit=525000; "
        "net_profit_prior=375000; tax=175000; period_start=2025-01-01; period_end=2025-06-30; "
        "entity=宁波恒达五金厂",
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_prints_is_read(paper: str) -> None:
    sheet, expected = PAPERS[paper]
    wanted = as_expected(expected)
    assert read_of_kind("income_statement", sheet, wanted) == wanted
