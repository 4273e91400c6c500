"""Balance sheets as issuers of many countries print them: what each must give, whatever its layout."""

from __future__ import annotations

import pytest

from tests.core.drawn_accounts import as_expected, read_of_kind

PAPERS: dict[str, tuple[str, str]] = {
    "a micro-entity's sheet": (
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
        "period_end=2024-10-31; registration_number=SC512345; fixed_assets=12450; current_assets=80112; "
        "current_liabilities=30100; long_term_debt=10000; net_assets=52162; equity=52162; "
        "equity_prior=43519; entity=WREN AND DAUGHTERS LTD",
    ),
    "amounts in ten thousands, claims below assets": (
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
        "unit=10000; cash=12345600.00; receivables=5000000.00; fixed_assets=10000000.00; "
        "total_assets=32346600.00; short_term_debt=4000000.00; long_term_debt=2000000.00; "
        "equity=23346600.00; equity_prior=19676500.00; retained_earnings=13346600.00; "
        "period_end=2024-12-31",
    ),
    "thousands, and a date over two years": (
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
        "unit=1000; cash=1204000; receivables=3411000; fixed_assets=4000000; total_assets=10715000; "
        "short_term_debt=750000; current_liabilities=1750000; long_term_debt=2000000; equity=6965000; "
        "period_end=2025-12-31; currency=USD; entity=CASCADIA FASTENERS, INC.",
    ),
    "inner and outer columns of two years": (
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
        "entity=Corrib Joinery Limited; currency=EUR; fixed_assets=120000; fixed_assets_prior=130000; "
        "inventory=20000; inventory_prior=18000; cash_prior=30000; current_assets=120000; "
        "current_assets_prior=98000; current_liabilities=70000; current_liabilities_prior=60000; "
        "long_term_debt=40000; net_assets_prior=120000; equity=130000; retained_earnings=129900; "
        "period_end=2024-12-31",
    ),
    "a German sheet": (
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
        "inventory=20000.00; receivables=60000.00; cash=40000.00; total_assets=240000.00; "
        "period_end=2024-12-31; currency=EUR",
    ),
    "totals without labels": (
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
        "unit=1000; fixed_assets=1200000; current_assets=600000; total_assets=1800000; payables=300000; "
        "short_term_debt=100000; long_term_debt=500000; current_liabilities=400000; "
        "total_liabilities=900000; net_assets=900000; equity=900000; retained_earnings=800000; "
        "period_end=2025-06-30; currency=GBP; entity=SABLE COURT HOLDINGS LIMITED",
    ),
    "assets beside claims": (
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
        "cash=50000; receivables=70000; inventory=30000; current_assets=150000; fixed_assets=120000; "
        "total_assets=270000; payables=40000; short_term_debt=10000; current_liabilities=50000; "
        "long_term_debt=60000; total_liabilities=110000; equity=160000; "
        "entity=Tamarack Dental Supply, LLC; period_end=2025-12-31; currency=USD",
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_prints_is_read(paper: str) -> None:
    sheet, expected = PAPERS[paper]
    wanted = as_expected(expected)
    assert read_of_kind("balance_sheet", sheet, wanted) == wanted
