"""Payslips as the programs of several countries print them: sections, summaries in a row, names in boxes."""

from __future__ import annotations

import pytest

from ocr.kinds import payslip
from tests.core.drawn_text import typed

XERO_UK = """
Copper Lane Design Ltd                                   PAYSLIP
4 Mill Yard                                              Pay period ending 30 April 2025
Leeds LS1 4AB                                            Payment date  28 April 2025

Amelia Hart                       NI number        QQ123456C
12 Park Row                       Tax code         1257L
York YO1 7HH                      Payroll number   7

EARNINGS                 UNITS       RATE        THIS PERIOD       YTD
Salary                   1.00        2,500.00       2,500.00      2,500.00
TOTAL EARNINGS                                      2,500.00      2,500.00
DEDUCTIONS                                       THIS PERIOD       YTD
PAYE                                                  290.40       290.40
NIC                                                   116.20       116.20
TOTAL DEDUCTIONS                                      406.60       406.60
NET PAY                                             2,093.40     2,093.40
"""

BRIGHTPAY = """
Copper Lane Design Ltd                    Amelia Hart
Monthly Payslip, Period 1 (6 April 2025 to 5 May 2025)       Paid: 30 April 2025

Payments                           Deductions                      Year to Date
Monthly Pay          2,500.00      PAYE Tax           290.40       Gross Pay      2,500.00
                                   Employee NIC       116.20       PAYE Tax         290.40
Total Pay            2,500.00      Total Deductions   406.60       Net Pay        2,093.40
Net Pay   2,093.40
Tax Code: 1257L   NI Number: QQ123456C   NI Table: A   Employer PAYE Ref: 120/AB123
"""

QUICKBOOKS = """
Redwood Bottling LLC          Employee Pay Stub     Check number: 1042   Pay Date: 05/20/2025

Employee                                                 SSN
Jordan Rivers, 55 Oak Avenue, Dover, OH 44622            ***-**-1111

Earnings and Hours        Qty      Rate      Current      YTD Amount
Hourly                    80:00    25.00     2,000.00     18,000.00

Taxes                               Current      YTD Amount
Federal Withholding                 -180.00      -1,620.00
Social Security Employee            -124.00      -1,116.00
Medicare Employee                    -29.00        -261.00
                                    -333.00      -2,997.00
Net Pay                            1,667.00     15,003.00
"""

SINGAPORE = """
Itemised Payslip
Name of Employer                         Name of Employee
Kopi Bros Pte Ltd                        Tan Wei Ling
Date of Payment       02/06/2025
Mode of Payment       Bank Transfer
Salary Period         01/05/2025 to 31/05/2025
Item                                     Amount
Basic Pay                                $3,200.00 (A)
Total Allowances                           $200.00 (B)
Total Deductions                           $680.00 (C)
Employee's CPF deduction                   $680.00
Overtime Payment Period                  01/05/2025 to 31/05/2025
Total Overtime Pay                           $0.00 (D)
Net Pay (A+B-C+D+E)                      $2,720.00
Employer's CPF contribution                $578.00
"""

FR = """
GARAGE DU PORT SAS                              BULLETIN DE SALAIRE
3 quai Sud                                      Période du 01/06/2025 au 30/06/2025
17000 LA ROCHELLE                               Paiement le 30/06/2025 par virement
SIRET : 123 456 789 00012   Code NAF : 4520A
Matricule : 12                                  Monsieur Luc Moreau
Emploi : Mécanicien                             5 rue Basse
Convention collective : automobile              17000 LA ROCHELLE
Désignation                  Base       Taux      Part salarié     Part employeur
Salaire de base             151,67     14,50       2 199,22
SALAIRE BRUT                                       2 199,22
TOTAL COTISATIONS ET CONTRIBUTIONS                   483,10           812,35
MONTANT NET SOCIAL                                 1 716,12
NET A PAYER AVANT IMPOT SUR LE REVENU              1 716,12
Impôt sur le revenu prélevé à la source               25,30
NET A PAYER AU SALARIE                             1 690,82
Cumuls    Brut 13 195,32     Net imposable 10 650,00
"""

IRIS_ROW = """
Company: Fernley Foods Limited     Employee: 104 Mr Adeel Khan    Dept: Bakery    Pay Month: 3     Date: 30/06/2025
PAYMENTS           HOURS    RATE      AMOUNT   |  DEDUCTIONS         AMOUNT   |  BALANCES TO DATE
Basic Pay         160.00   12.50     2,000.00  |  PAYE               190.40   |  Taxable Gross   6,000.00
                                               |  National Ins.       76.20   |  Tax Paid          571.20
                                                                              |  Gross Pay       6,000.00
Gross Pay          2,000.00      Total Deductions     266.60          NET PAY     1,733.40
"""

AUSTRALIAN = """
PAY ADVICE                                       Redgum Signs Pty Ltd
Matilda Kearsley
106 Station Street
Wirrabilla VIC 3999
Pay Period: 15/07/2025 - 28/07/2025    Payment Date: 31/07/2025
SALARY & WAGES        RATE       HOURS      THIS PAY           YTD
Ordinary hours      38.0600      76.00     $2,892.56     $5,785.12
Total                                      $2,892.56     $5,785.12

TAX & DEDUCTIONS                            THIS PAY           YTD
PAYG withholding                             $586.00     $1,172.00
Total                                        $586.00     $1,172.00

NET PAY                                     THIS PAY           YTD
Direct credit ####5315                     $2,306.56     $4,613.12
"""


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        (XERO_UK, "Amelia Hart|Copper Lane Design Ltd|2025-04-28||2025-04-30|2500.00|406.60|2093.40|2500.00|2093.40"),
        (BRIGHTPAY, "|Copper Lane Design Ltd|2025-04-30|2025-04-06|2025-05-05|2500.00|406.60|2093.40|2500.00|2093.40"),
        (QUICKBOOKS, "Jordan Rivers|Redwood Bottling LLC|2025-05-20|||||1667.00||15003.00"),
        (SINGAPORE, "Tan Wei Ling|Kopi Bros Pte Ltd|2025-06-02|2025-05-01|2025-05-31||680.00|2720.00||"),
        (
            FR,
            "Monsieur Luc Moreau|GARAGE DU PORT SAS|2025-06-30|2025-06-01|2025-06-30|2199.22|483.10|1690.82|13195.32|",
        ),
        (IRIS_ROW, "Mr Adeel Khan|Fernley Foods Limited|2025-06-30|||2000.00|266.60|1733.40|6000.00|"),
        (
            AUSTRALIAN,
            "Matilda Kearsley|Redgum Signs Pty Ltd|2025-07-31|2025-07-15|2025-07-28|2892.56|586.00|2306.56|"
            "5785.12|4613.12",
        ),
    ],
    ids=["xero_uk", "brightpay", "quickbooks", "singapore", "fr", "iris_row", "australian"],
)
def test_slips_of_programs(sheet: str, values: str) -> None:
    fields = payslip.extract(typed(*sheet.strip().split("\n"), letter=0.008), "d").fields
    assert "|".join(fields[name].value if name in fields else "" for name in payslip.FIELDS) == values
