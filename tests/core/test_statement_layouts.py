"""Bank statements in the habits of banks of several countries: sections, days beside each other, heads in rows."""

from __future__ import annotations

import pytest

from cases.model import CheckResult
from ocr.extract import Grid
from ocr.statement_calendar import calendar_of
from tests.core.drawn import drawn
from tests.core.test_kind_bank_statement import amounts, read, result

SECTIONS = """
Prairie National Bank, N.A.                          March 01, 2026 through March 31, 2026
                                                     Account Number: 000000123456789
ROSE BAKERY LLC
120 MAIN ST
OMAHA NE 68102-1234

CHECKING SUMMARY
                                  INSTANCES          AMOUNT
Beginning Balance                                 $2,000.00
Deposits and Additions                    2        1,500.00
Checks Paid                               1         -100.00
Electronic Withdrawals                    2         -650.25
Ending Balance                            5       $2,749.75

DEPOSITS AND ADDITIONS
DATE      DESCRIPTION                                AMOUNT
03/02     Customer payment 20-11-33 41234567       $1,000.00
03/06     Customer payment                           500.00
          Total Deposits and Additions             $1,500.00

CHECKS PAID
DATE      DESCRIPTION                                AMOUNT
03/05     Check 1204                                $100.00

ELECTRONIC WITHDRAWALS
DATE      DESCRIPTION                                AMOUNT
03/03     Orig CO Name: Landlord Orig ID:921         $600.00
          Desc Date:260303 CO Entry Descr:Rent
03/06     Electric company                             50.25
          Total Electronic Withdrawals              $650.25

DAILY ENDING BALANCE
DATE          AMOUNT          DATE          AMOUNT
03/02      $3,000.00          03/03      $2,400.00
03/05      $2,300.00          03/06      $2,749.75
"""

HEAD_IN_A_ROW = """
North Sea Bank plc
1 March to 31 March 2026
Account Name                     Sortcode        Account Number      Sheet Number
FERNLEY FOODS LTD                40-12-34        71234561            112

Date         Payment type and details                Paid out        Paid in          Balance
28 Feb 26    BALANCE BROUGHT FORWARD                                                   100.00
03 Mar 26    DD  WATER                                 150.00
             CR  CUSTOMER                                              25.00            25.00 D
             BALANCE CARRIED FORWARD                                                    25.00 D
"""

IN_AND_OUT = """
KESTREL BANK
Account Name        Kestrel Design Ltd
Sort Code           60-83-71
Account Number      01234567
Date range          01/03/2026 - 31/03/2026
DATE          TYPE              TRANSACTION             IN          OUT          ACCOUNT BALANCE
01/03/2026                      OPENING BALANCE                                         £500.00
02/03/2026    FASTER PAYMENT    CLIENT             £100.00                              £600.00
09/03/2026    DIRECT DEBIT      RENT                             £250.00                £350.00
"""

SPACED = """
              远东银行单位账户对账单
账    号：31050161360000001234      户    名：云帆科技有限公司
币    种：人民币      对账期间：2026年03月01日至2026年03月31日
日期        凭证号码      摘要            借方发生额       贷方发生额      借/贷         余额
                          承前页                                           贷       1,000.00
20260302    10000000      货款                              266.00         贷       1,266.00
20260303    10000037      电费                66.00                        贷       1,200.00
                          本期合计            66.00         266.00
"""


def test_sections_give_signs_and_days_beside_each_other_are_no_postings() -> None:
    document = read(drawn(SECTIONS))
    assert amounts(document) == ["1000.00", "500.00", "-100.00", "-600.00", "-50.25"]
    assert [row.cells["date"] for row in document.rows][:2] == ["2026-03-02", "2026-03-06"]
    assert document.text("account_holder") == "ROSE BAKERY LLC"
    assert (document.text("opening_balance"), document.text("closing_balance")) == ("2000.00", "2749.75")
    # The electronic withdrawals are a part of the money out, so the statement prints no total of it.
    assert (document.text("total_credits"), document.text("total_debits")) == ("1500.00", "750.25")
    balance = document.finding("running_balance")
    assert balance is not None
    assert (balance.result, balance.items_seen) == (CheckResult.NOT_FOUND, 5)
    assert result(document, "statement_totals") is CheckResult.NOT_FOUND


def test_a_day_whose_balance_does_not_follow_is_found_though_the_closing_balance_does() -> None:
    document = read(drawn(SECTIONS.replace("$2,400.00", "$2,900.00")))
    finding = document.finding("running_balance")
    assert finding is not None
    assert (finding.result, finding.expected, finding.actual) == (CheckResult.FOUND, "2400.00", "2900.00")
    assert "2026-03-03" in finding.detail


def test_labels_beside_each_other_have_their_values_below() -> None:
    document = read(drawn(HEAD_IN_A_ROW))
    assert {name: document.text(name) for name in ("account_holder", "bank_code", "account_number")} == {
        "account_holder": "FERNLEY FOODS LTD", "bank_code": "40-12-34", "account_number": "71234561",
    }  # fmt: skip
    assert amounts(document) == ["-150.00", "25.00"]
    assert document.text("closing_balance") == "-25.00"
    assert result(document, "running_balance") is CheckResult.NOT_FOUND


def test_columns_called_in_and_out() -> None:
    document = read(drawn(IN_AND_OUT))
    assert amounts(document) == ["100.00", "-250.00"]
    assert document.text("account_holder") == "Kestrel Design Ltd"
    assert (document.text("period_start"), document.text("period_end")) == ("2026-03-01", "2026-03-31")


def test_chinese_labels_that_are_set_wide() -> None:
    document = read(drawn(SPACED))
    assert document.text("account_number") == "31050161360000001234"
    assert document.text("account_holder") == "云帆科技有限公司"
    assert amounts(document) == ["266.00", "-66.00"]
    assert (document.text("period_start"), document.text("opening_balance")) == ("2026-03-01", "1000.00")
    assert result(document, "account_number_consistent") is CheckResult.NOT_FOUND


def test_a_column_of_account_numbers_is_not_the_statements_account() -> None:
    column = (
        SPACED.replace("摘要     ", "账号     ").replace("货款", "0200012345678901").replace("电费", "0200012345678902")
    )
    document = read(drawn(column))
    assert document.text("account_number") == "31050161360000001234"
    assert result(document, "account_number_consistent") is CheckResult.NOT_FOUND


@pytest.mark.parametrize(
    ("print_", "start", "end"),
    [
        ("Statement for 01 - 31 March 2026", "2026-03-01", "2026-03-31"),
        ("1 March to 31 March 2026", "2026-03-01", "2026-03-31"),
        ("March 1 - 31, 2026", "2026-03-01", "2026-03-31"),
        ("March 1, 2026 to March 31, 2026", "2026-03-01", "2026-03-31"),
        ("03/01/2026 through 03/31/2026", "2026-03-01", "2026-03-31"),
        ("01-Mar-2026 To 31-Mar-2026", "2026-03-01", "2026-03-31"),
        ("2026-03-01 -- 2026-03-31", "2026-03-01", "2026-03-31"),
        ("2026年3月1日至3月31日", "2026-03-01", "2026-03-31"),
        ("账期：2026年2月", "2026-02-01", "2026-02-28"),
        ("Start date 01/12/2025    End date 31/01/2026", "2025-12-01", "2026-01-31"),
    ],
)
def test_periods(print_: str, start: str, end: str) -> None:
    text = drawn(f"Bank statement\n{print_}\n")
    _, ends = calendar_of(text, Grid.of(text))
    assert {name: day.isoformat() for name, (day, _, _) in ends.items()} == {"period_start": start, "period_end": end}


def test_sort_codes_and_figures_do_not_tell_the_order_of_day_and_month() -> None:
    rows = "\n".join(f"03/0{day}  Transfer from 20-11-33   45.1{day} $" for day in range(1, 9))
    text = drawn(f"Account activity in USD\n{rows}")
    calendar, _ = calendar_of(text, Grid.of(text))
    assert not calendar.day_first


STACKED = """
UNION BANK LTD                          Account No : 50200012345678
Statement of account
From : 01/03/2026   To : 31/03/2026
Date        Narration           Chq./Ref.No.      Value      Withdrawal      Deposit        Closing
                                                     Dt            Amt.         Amt.        Balance
02/03/26    UPI-SHOP-1204.50    0000402312    02/03/26           50.00                       950.00
04/03/26    SALES               0000402313    04/03/26                        150.00       1,100.00
STATEMENT SUMMARY
Opening Balance     Dr Count    Cr Count     Debits     Credits     Closing Bal
      1,000.00             1           1      50.00      150.00        1,100.00
"""

DATE_IN_THE_MIDDLE = """
Maple Trust Bank                          Account No. 0312-5234567
FEB 27/26 - MAR 31/26
Description              Withdrawals      Deposits      Date         Balance
STARTING BALANCE                                        FEB27         100.00
RENT                          150.00                    MAR03       50.00OD
SALES                                       90.00       MAR04          40.00
"""


def test_headings_in_two_lines_and_a_summary_below_the_table() -> None:
    document = read(drawn(STACKED))
    assert amounts(document) == ["-50.00", "150.00"]
    assert (document.text("period_start"), document.text("period_end")) == ("2026-03-01", "2026-03-31")
    assert result(document, "running_balance") is CheckResult.NOT_FOUND


def test_a_date_in_the_middle_and_an_overdrawn_balance() -> None:
    document = read(drawn(DATE_IN_THE_MIDDLE))
    assert [(row.cells["date"], row.cells["amount"], row.cells["balance"]) for row in document.rows] == [
        ("2026-03-03", "-150.00", "-50.00"),
        ("2026-03-04", "90.00", "40.00"),
    ]
    assert result(document, "running_balance") is CheckResult.NOT_FOUND


def test_balances_around_it_make_a_faint_row_sure() -> None:
    faint = drawn(IN_AND_OUT, ocr=True)
    broken = drawn(IN_AND_OUT.replace("350.00", "850.00"), ocr=True)
    assert [row.confidence for row in read(faint).rows] == [0.99, 0.99]
    assert [row.confidence for row in read(broken).rows] == [0.99, 0.98]


def test_a_label_that_runs_on_gives_its_own_value_alone() -> None:
    head = "Account name: THE GREEN GROCER LTD Account number: 00123456 Sort Code: 09 01 28\nBank statement\n"
    document = read(drawn(head))
    assert {name: document.text(name) for name in ("account_holder", "account_number", "bank_code")} == {
        "account_holder": "THE GREEN GROCER LTD", "account_number": "00123456", "bank_code": "09-01-28",
    }  # fmt: skip
