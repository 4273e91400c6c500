"""Payslips whose sums no word names, whose names and periods need two lines, or whose hours stand beside money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ocr.kinds import payslip
from ocr.parse import money
from tests.core.drawn_text import typed

UNNAMED = """
Private & Confidential                                  PAYSLIP
Gareth Llewellyn-Price                                  Vale Veterinary Partners LLP
2 Mill Lane                                             PAYE Ref: 948/VV20331
Cowbridge
CF71 7AB

Month ending 31 January 2025 (Month 10)      Pay date: 29 January 2025

Payments                       Deductions                      Tax Code         1257L
Monthly Pay        3,250.00    PAYE Tax             455.40     NI Table             A
On-call Allowance    180.00    National Insurance   196.16     Year to Date
Sick Pay              70.05    NEST (5%)            149.00     Gross        33,010.05
                   3,500.05    Student Loan         137.00     Taxable      31,560.05
                                                    937.56     Tax           4,218.00

Net Pay 2,562.49
"""
GROUPED = """
EMPLOYEE EARNINGS RECORD                             Check Date: 10/17/2025
COMPANY INFORMATION                                  PERSONAL INFORMATION
Granite Ledge Roofing LLC                            Dale W Pruitt
410 Quarry Rd                                        66 Maple Ave
Barre, VT 05641                                      Montpelier, VT 05602

                 DESCRIPTION       HRS/UNITS      RATE    THIS PERIOD    YTD HOURS         YTD
EARNINGS         Regular               72.00   28.5000       2,052.00     1,488.00   40,812.00
                 Total Earnings        77.25                 2,366.44     1,549.50   44,670.02
                 DESCRIPTION                              THIS PERIOD                      YTD
WITHHOLDINGS     Social Security                               262.23                 4,879.12
                 Medicare                                      189.11                 3,402.64
                 TOTAL                                         451.34                 8,281.76
DEDUCTIONS       Garnishment                                    75.00                   450.00
                 TOTAL                                          75.00                   450.00

NET PAY                                                      1,840.10                35,938.26
"""
WRAPPED = """
Itemised Payslip
Name of Employer   Raintree Logistics Pte.       Date of Payment   5 Dec 2024
                   Ltd.
Name of Employee   Nur Aisyah Binte Rahmat       Mode of Payment   Bank

Salary Period      1 Nov 2024 to 30 Nov
                   2024

Basic Pay                 S$2,850.00     Total Overtime Pay     S$101.50
Total Deductions          S$634.00       Net Pay                S$2,317.50
"""
LAKHS = """
              Suryodaya Textiles Private Limited
              Salary Slip for the month of December 2024

Employee Name       Lakshmi Narayanan R       PAN           ABCPR1234K
Pay Date            31-12-2024                Paid Days     31

Earnings            Amount (₹)     YTD (₹)      Deductions           Amount (₹)     YTD (₹)
Basic                28,000.00  2,52,000.00      Provident Fund         3,360.00   30,240.00
Gross Earnings       55,050.00  4,95,450.00      Total Deductions       6,168.00   54,888.00

Net Payable : ₹ 48,882.00 (Rupees Forty Eight Thousand Eight Hundred Eighty Two Only)
"""


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        (
            UNNAMED,
            "Gareth Llewellyn-Price|Vale Veterinary Partners LLP|2025-01-29||2025-01-31|3500.05|937.56|2562.49|"
            "33010.05|",
        ),
        (
            GROUPED,
            "Dale W Pruitt|Granite Ledge Roofing LLC|2025-10-17|||2366.44|526.34|1840.10|44670.02|35938.26",
        ),
        (
            WRAPPED,
            "Nur Aisyah Binte Rahmat|Raintree Logistics Pte. Ltd.|2024-12-05|2024-11-01|2024-11-30||634.00|2317.50||",
        ),
        (
            LAKHS,
            "Lakshmi Narayanan R|Suryodaya Textiles Private Limited|2024-12-31|2024-12-01|2024-12-31|55050.00|6168.00|"
            "48882.00|495450.00|",
        ),
    ],
    ids=["unnamed sums", "named at the left", "second lines", "lakhs"],
)
def test_what_other_programs_print(sheet: str, values: str) -> None:
    fields = payslip.extract(typed(*sheet.strip("\n").split("\n"), letter=0.0085), "d").fields
    assert "|".join(fields[name].value if name in fields else "" for name in payslip.FIELDS) == values


def test_a_partial_sum_is_not_given_as_all_deductions() -> None:
    sheet = UNNAMED.replace("Student Loan         137.00", "                           ").replace("937.56", "800.56")
    fields = payslip.extract(typed(*sheet.strip("\n").split("\n"), letter=0.0085), "d").fields
    assert "deductions" not in fields
    assert fields["net_pay"].value == "2562.49"


@pytest.mark.parametrize(
    ("print_", "value"), [("4,95,450.00", "495450.00"), ("₹ 1,00,800", "100800"), ("S$634.00", "634.00")]
)
def test_amounts_in_lakhs_and_other_dollars(print_: str, value: str) -> None:
    assert money(print_) == Decimal(value)
    assert money("95,45,0.00") is None
