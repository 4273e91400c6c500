"""Each subtotal of an income statement is what the lines above it come to, or a check says so."""

from __future__ import annotations

import pytest

from cases.model import CheckResult, Finding, Severity
from ocr.account_checks import CHAIN, income_checks
from ocr.kinds.income_statement import KIND
from tests.core.drawn import drawn
from tests.core.test_kind_accounts import read

BRITISH = """
Quayside Bakery Ltd
Profit and loss account
for the year ended 31 July 2025
                                         Notes              2025              2024
                                                               £                 £
Turnover                                                 900,000           800,000
Cost of sales                                           (500,000)         (450,000)
Gross profit                                             400,000           350,000
Distribution costs                                       (40,000)          (30,000)
Administrative expenses                                 (160,000)         (150,000)
Warehouse contribution                                    20,000            10,000
Operating profit                         2               220,000           180,000
Interest receivable                                        1,000               500
Interest payable                                         (11,000)          (12,500)
Profit before taxation                                   210,000           168,000
Taxation                                                 (40,000)          (32,000)
Profit for the financial year                            170,000           136,000
"""
CHINESE = """
                              利润表
                                                     会企02表
编制单位：苏州蓝汐贸易有限公司      2025年度          单位：元
项目                                   行次     本期金额            上期金额
一、营业收入                            1       1,200,500.00     1,100,000.00
减：营业成本                            2         800,000.00       700,000.00
税金及附加                              3           5,000.00         4,400.00
销售费用                                4          50,000.00        44,000.00
管理费用                                5         120,000.00       110,000.00
财务费用                                6           3,000.00         2,250.00
其中：利息费用                          7           2,800.00         2,240.00
加：其他收益                            8           1,500.00
二、营业利润                            9         224,000.00       239,350.00
加：营业外收入                         10           1,000.00
减：营业外支出                         11             500.00           350.00
三、利润总额                           12         224,500.00       239,000.00
减：所得税费用                         13          11,150.00        10,700.00
四、净利润                             14         213,350.00       228,300.00
"""
GERMAN = """
Uferwerk Druck GmbH
Gewinn- und Verlustrechnung
vom 01.01.2025 bis 31.12.2025
                                                  Geschäftsjahr           Vorjahr
                                                           EUR               EUR
1. Umsatzerlöse                                     900.000,00        800.000,00
2. Materialaufwand                                  500.000,00        450.000,00
3. Rohergebnis                                      400.000,00        350.000,00
4. Personalaufwand                                  150.000,00        140.000,00
5. Abschreibungen                                    20.000,00         20.000,00
6. sonstige betriebliche Aufwendungen                30.000,00         30.000,00
7. Ergebnis vor Steuern                             200.000,00        160.000,00
8. Steuern vom Einkommen und vom Ertrag              60.000,00         48.000,00
9. Jahresüberschuss                                 140.000,00        112.000,00
"""


def chained(sheet: str) -> Finding:
    document = read(KIND, drawn(sheet))
    return next(one for one in income_checks(document) if one.check == CHAIN)


@pytest.mark.parametrize("sheet", [BRITISH, CHINESE, GERMAN])
def test_what_adds_up_is_not_found(sheet: str) -> None:
    assert chained(sheet).result is CheckResult.NOT_FOUND


@pytest.mark.parametrize(
    ("sheet", "print_", "other"),
    [
        (BRITISH, "(160,000)", "(150,000)"),
        (BRITISH, "20,000            10,000", "50,000            10,000"),
        (CHINESE, "1,200,500.00", "1,210,500.00"),
        (CHINESE, "120,000.00", "110,000.00"),
        (GERMAN, "150.000,00", "130.000,00"),
    ],
)
def test_a_changed_line_of_one_year_is_found(sheet: str, print_: str, other: str) -> None:
    found = chained(sheet.replace(print_, other, 1))
    assert (found.result, found.severity) == (CheckResult.FOUND, Severity.MEDIUM)


@pytest.mark.parametrize(
    "sheet",
    [
        "\n".join(line for line in BRITISH.splitlines() if "Distribution" not in line and "receivable" not in line),
        BRITISH.replace("(40,000)          (30,000)", "                  (30,000)"),
    ],
)
def test_where_a_line_may_be_unread_there_is_no_alarm(sheet: str) -> None:
    assert chained(sheet).result is not CheckResult.FOUND


def test_without_another_year_only_lines_of_certain_sign_tell_and_weigh_little() -> None:
    alone = "\n".join(line[:57] for line in CHINESE.splitlines())
    assert chained(alone).result is CheckResult.NOT_FOUND
    found = chained(alone.replace("1,200,500.00", "1,210,500.00"))
    assert (found.result, found.severity) == (CheckResult.FOUND, Severity.LOW)
