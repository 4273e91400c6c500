"""American returns as programs and earlier years print them: cents in a column, losses, wordings of two lines."""

from __future__ import annotations

import pytest

from ocr.kinds import tax_return, wage_statement
from tests.core.drawn_text import typed

CENTS = """
Form 1120          U.S. Corporation Income Tax Return            2015
For calendar year 2015 or tax year beginning JUL 1 , 2015, ending JUN 30 , 20 16
Name                                        B Employer identification number
Harbor Pumps Inc                            36-1234567
1a Gross receipts or sales                            1a     984,500 00
b Returns and allowances                              1b       4,500 00
c Balance. Subtract line 1b from line 1a                            1c     980,000 00
2 Cost of goods sold (attach Form 1125-A)                           2      400,000 00
3 Gross profit. Subtract line 2 from line 1c                        3      580,000 00
11 Total income. Add lines 3 through 10                             11     580,000 00
27 Total deductions. Add lines 12 through 26                        27     500,000 00
28 Taxable income before net operating loss deduction and special deductions.
   Subtract line 27 from line 11                                    28      80,000 00
29a Net operating loss deduction                      29a     20,000 00
30 Taxable income. Subtract line 29c from line 28                   30      60,000 00
31 Total tax (Schedule J, Part I, line 11)                          31      10,000 00
34 Amount owed. If line 32 is smaller than the total of lines 31 and 33, enter
   amount owed                                                      34       2,000 00
Sign Here
   Signature of officer               Date             Title
Paid Preparer  Print/Type preparer's name  A Smith  Date 03/01/2016
"""

LOSS = """
Form 1065       U.S. Return of Partnership Income      OMB No. 1545-0123
For calendar year 2024, or tax year beginning , 2024, ending , 20    2024
A Principal business activity   Name of partnership       D Employer identification number
Catering                        Basil & Thyme Partners    47-7654321
1a Gross receipts or sales                     1a     210,000.
c Balance. Subtract line 1b from line 1a             1c     210,000.
2 Cost of goods sold                                 2       90,000.
3 Gross profit. Subtract line 2 from line 1c         3      120,000.
8 Total income (loss). Combine lines 3 through 7     8      120,000.
22 Total deductions. Add lines 9 through 21          22     133,450.
23 Ordinary business income (loss). Subtract line 22 from line 8    23    (13,450.)
30 Total balance due. Add lines 24 through 29        30
Sign   Under penalties of perjury, I declare that I have examined this return
Here
   Signature of partner or limited liability company member      Date  04/02/2025
"""

PROPRIETOR = """
SCHEDULE C (Form 1040)    Profit or Loss From Business     2022
Name of proprietor                                Social security number (SSN)
MARIA LOPEZ                                       900-12-3456
A Principal business or profession                B Enter code from instructions
C Business name. If no separate business name, leave blank.      D Employer ID number (EIN)
LOPEZ TILE                                                       38-1112223
1 Gross receipts or sales. See instructions for line 1 and check the box if this income was
reported to you on Form W-2 and the Statutory employee box on that form was checked     1     120,500
2 Returns and allowances                               2
4 Cost of goods sold (from line 42)                    4      30,000
5 Gross profit. Subtract line 4 from line 3            5      90,500
7 Gross income. Add lines 5 and 6                      7      90,500
28 Total expenses before expenses for business use of home. Add lines 8 through 27a    28    45,000
29 Tentative profit or (loss). Subtract line 28 from line 7     29   45,500
30 Expenses for business use of your home              30   1,500
31 Net profit or (loss). Subtract line 30 from line 29.
   If a profit, enter on both Schedule 1 (Form 1040), line 3, and on Schedule SE, line 2     31    44,000
"""

WAGES = """
Form W-2 Wage and Tax Statement 2024
a Employee's social security number 123-45-6789      OMB No. 1545-0008
b Employer identification number (EIN)        1 Wages, tips, other compensation    2 Federal income tax withheld
36-7654321                                    48,211.09                            5,120.44
c Employer's name, address, and ZIP code      3 Social security wages              4 Social security tax withheld
Harbor Pumps Inc                              50,000.00                            3,100.00
12 Dock Road                                  5 Medicare wages and tips            6 Medicare tax withheld
Dover, OH 44622                               50,000.00                            725.00
e Employee's first name and initial    Last name    Suff.
Jordan P                               Rivers
"""

SMALL = """
增值税及附加税费申报表（小规模纳税人适用）
税款所属期：2024-01-01 至 2024-03-31       纳税人名称：杭州小舟餐饮店        申报表流水号：401568540906650226
纳税人识别号：91330106MA2B12345X          填表日期：2024-04-10
                                   本期数                       本年累计
项目                   栏次     货物及劳务       服务       货物及劳务       服务
（一）应征增值税不含税销售额      1          0.00         0.00        0.00         0.00
（四）免税销售额             9=10+11   50,000.00    30,000.00   50,000.00    30,000.00
其中：小微企业免税销售额        10      50,000.00    30,000.00   50,000.00    30,000.00
本期应补（退）税额           22=20-21      0.00         0.00       ——           ——
"""

FIELDS = (
    "form",
    "tax_year",
    "period_start",
    "legal_name",
    "tax_id",
    "gross_receipts",
    "net_income",
    "tax_due",
    "signed",
)


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        (CENTS, "1120|2015|2015-07-01|Harbor Pumps Inc|36-1234567|984500.00|60000.00|2000.00|no"),
        (LOSS, "1065|2024|2024-01-01|Basil & Thyme Partners|47-7654321|210000|-13450||yes"),
        (PROPRIETOR, "Schedule C|2022|2022-01-01|MARIA LOPEZ|38-1112223|120500|44000||"),
        (SMALL, "增值税及附加税费申报表|2024|2024-01-01|杭州小舟餐饮店|91330106MA2B12345X|80000.00||0.00|"),
    ],
    ids=["cents in a column", "a loss", "wordings of two lines", "all of it free of tax"],
)
def test_returns_in_other_prints(sheet: str, values: str) -> None:
    fields = tax_return.extract(typed(*sheet.strip().split("\n"), letter=0.0078), "d").fields
    assert "|".join(fields[name].value if name in fields else "" for name in FIELDS) == values


def test_a_last_name_far_from_the_first() -> None:
    fields = wage_statement.extract(typed(*WAGES.strip().split("\n"), letter=0.0078), "d").fields
    assert fields["employee_name"].value == "Jordan P Rivers"


def test_instructions_lead_a_return_and_no_letter_does() -> None:
    assert tax_return.leads(typed("2022 TAX RETURN FILING INSTRUCTIONS", "U.S. RETURN OF PARTNERSHIP INCOME"))
    assert not tax_return.leads(typed("Dear Sir, thank you for your letter about Form 1065."))
