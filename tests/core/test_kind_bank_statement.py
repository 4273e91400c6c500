"""Bank statements of many layouts: rows, signs, balances, and what is said when they do not agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cases.model import CheckResult, Document, Origin
from ocr.classify import Known, classify
from ocr.kinds.bank_statement import KIND
from ocr.text import Text
from tests.core.drawn import drawn

BRITISH = """
Northgate Bank plc                                              Statement date 31 January 2026
                                                                Sort code 20-45-77
Harbour Joinery Limited                                         Account number 61834520
14 Quay Street                                                  Page 1 of 1
Whitby YO21 1DH
Statement period 1 January 2026 to 31 January 2026

Date         Description                          Money out      Money in       Balance
             Balance brought forward                                           1,000.00
2 Jan        CARD PAYMENT TIMBER SUPPLY              250.00                       750.00
             REF 88120
5 Jan        FASTER PAYMENT A CLIENT                              1,500.00      2,250.00
             DIRECT DEBIT INSURANCE                   49.50                     2,200.50
30 Jan       BANK CHARGE                              10.00                     2,190.50
             Balance carried forward                                           2,190.50
"""

AMERICAN = """
First Prairie Bank, N.A.                     Account Number: 000123456789
Checking Summary                             Routing number 071000013
Beginning Balance                            $5,000.00
Ending Balance                               $6,120.25
January 1, 2026 through January 31, 2026

Date        Description                                             Amount
Deposits and Additions
01/05       Customer deposit                                      2,000.00
01/20       ACH credit                                              300.00
Withdrawals
01/08       Rent payment                                          1,100.00
01/22       Electric company                                         79.75
"""

SIGNED = """
Account statement                     IBAN GB29 NWBK 6016 1331 9268 19
Account name: Bright Ltd              Currency: GBP

Date          Description                  Amount        Balance
2026-03-03    Payout                      +900.00       1,850.00
2026-03-02    Office rent                 -150.00         950.00
2026-03-01    Opening transfer           1,100.00       1,100.00
"""

GERMAN = """
Volksbank Beispielstadt eG                     Kontoauszug
IBAN DE89 3704 0044 0532 0130 00               Kontoinhaber: Muster GmbH
Zeitraum 01.02.2026 bis 28.02.2026

Datum      Verwendungszweck                              Soll          Haben          Saldo
           Anfangssaldo                                                             2.000,00
02.02.     Miete Büro                                1.200,00                         800,00
10.02.     Gutschrift Kunde AG                                     3.450,75         4.250,75
15.02.     Umsatzsteuer                                450,75                       3.800,00
           Endsaldo                                                                 3.800,00
EUR
"""

CHINESE = """
中国建设银行股份有限公司      账户交易明细
户名: 上海晨光贸易有限公司    账号: 31001234567890123456
起始日期: 2026-01-01   截止日期: 2026-01-31   币种: 人民币
期初余额: 10,000.00

交易日期      摘要             借方发生额      贷方发生额        余额
20260105      货款                            5,000.00      15,000.00
20260112      工资             3,000.00                     12,000.00
20260125      电费               200.50                     11,799.50
"""

UNHEADED = """
Statement of account           Account number 11223344
01/02/2026   Start of month balance             500.00          0.00        500.00
03/02/2026   Shop takings                       220.00                      720.00
04/02/2026   Supplier                                         120.00        600.00
05/02/2026   Shop takings                       100.00                      700.00
"""

DAILY = """
Lake Bank                                         Account number 99887766
Statement period 01/06/2026 to 30/06/2026
Date          Details                 Paid out        Paid in       Balance
              Opening balance                                        100.00
01/06/2026    Coffee                      5.00
              Lunch                      15.00                        80.00
02/06/2026    Refund                                    20.00       100.00
"""


CARD = """
KARTENABRECHNUNG                                                      AUSZUG   3
Beleg        Valuta       Beschreibung                           Betrag in Euro
                          Kontostand am 22.05.2026                    1.262,46
23.05.       24.05.       Buchhandlung                                    9,99-
30.05.       31.05.       Mobilfunk                                      20,01-
                          Kontostand am 02.06.2026                    1.292,46
"""


def read(text: Text) -> Document:
    extract = KIND.extract(text, "d-1")
    document = Document(
        id="d-1", file="s.pdf", sha256="0", kind=KIND.name, strength=1.0, fields=extract.fields, rows=extract.rows
    )
    findings = KIND.check(document)
    return Document(
        id="d-1", file="s.pdf", sha256="0", kind=KIND.name, strength=1.0, fields=extract.fields, rows=extract.rows,
        findings=findings,
    )  # fmt: skip


def amounts(document: Document) -> list[str]:
    return [row.cells["amount"] for row in document.rows]


def result(document: Document, check: str) -> CheckResult:
    finding = document.finding(check)
    assert finding is not None
    return finding.result


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (BRITISH, ["-250.00", "1500.00", "-49.50", "-10.00"]),
        (AMERICAN, ["2000.00", "300.00", "-1100.00", "-79.75"]),
        (SIGNED, ["1100.00", "-150.00", "900.00"]),
        (GERMAN, ["-1200.00", "3450.75", "-450.75"]),
        (CHINESE, ["5000.00", "-3000.00", "-200.50"]),
        (DAILY, ["-5.00", "-15.00", "20.00"]),
    ],
)
def test_rows_and_balances_of_a_layout(sheet: str, expected: list[str]) -> None:
    text = drawn(sheet)
    known = classify(text)
    assert isinstance(known, Known)
    assert known.kind.name == "bank_statement"
    document = read(text)
    assert amounts(document) == expected
    assert result(document, "running_balance") is CheckResult.NOT_FOUND


def test_the_fields_of_a_british_statement() -> None:
    document = read(drawn(BRITISH))
    assert {name: field.value for name, field in document.fields.items()} == {
        "bank_name": "Northgate Bank plc",
        "account_holder": "Harbour Joinery Limited",
        "account_number": "61834520",
        "bank_code": "20-45-77",
        "period_start": "2026-01-01",
        "period_end": "2026-01-31",
        "opening_balance": "1000.00",
        "closing_balance": "2190.50",
        "total_credits": "1500.00",
        "total_debits": "309.50",
        "page_numbers": "1/1",
    }
    assert document.fields["total_credits"].origin is Origin.DERIVED
    assert [row.cells["date"] for row in document.rows] == ["2026-01-02", "2026-01-05", "2026-01-05", "2026-01-30"]
    assert document.rows[0].cells["description"] == "CARD PAYMENT TIMBER SUPPLY REF 88120"
    assert {finding.result for finding in document.findings if finding.check != "statement_totals"} == {
        CheckResult.NOT_FOUND
    }
    assert result(document, "statement_totals") is CheckResult.COULD_NOT_RUN


def test_the_fields_of_a_german_and_a_chinese_statement() -> None:
    german, chinese = read(drawn(GERMAN)), read(drawn(CHINESE))
    assert german.text("iban") == "DE89370400440532013000"
    assert german.text("account_holder") == "Muster GmbH"
    assert german.text("currency") == "EUR"
    assert german.rows[0].cells["date"] == "2026-02-02"
    assert chinese.text("account_holder") == "上海晨光贸易有限公司"
    assert chinese.text("account_number") == "31001234567890123456"
    assert chinese.text("bank_name") == "中国建设银行股份有限公司"
    assert chinese.text("currency") == "CNY"
    assert chinese.money("opening_balance") == Decimal("10000.00")


def test_a_card_statement_prints_what_is_owed() -> None:
    document = read(drawn(CARD))
    assert amounts(document) == ["-9.99", "-20.01"]
    assert document.rows[0].cells["date"] == "2026-05-23"
    assert (document.text("opening_balance"), document.text("closing_balance")) == ("1262.46", "1292.46")
    assert result(document, "running_balance") is CheckResult.NOT_FOUND


def test_a_minus_read_as_a_point_comes_back_by_the_closing_balance() -> None:
    faint = CARD.replace("9,99-", "9,99.")
    assert amounts(read(drawn(faint, ocr=True))) == ["-9.99", "-20.01"]
    assert amounts(read(drawn(faint))) == ["-20.01"]


def test_columns_are_learnt_without_a_heading() -> None:
    document = read(drawn(UNHEADED))
    assert amounts(document) == ["220.00", "-120.00", "100.00"]


def test_broken_arithmetic_is_shown_at_its_row() -> None:
    document = read(drawn(BRITISH.replace("2,200.50", "2,600.50").replace("2,190.50", "2,590.50")))
    finding = document.finding("running_balance")
    assert finding is not None
    assert finding.result is CheckResult.FOUND
    assert (finding.expected, finding.actual) == ("2200.50", "2600.50")
    assert finding.places == (document.rows[2].place,)


def test_a_misread_digit_is_mended_on_a_scan_and_never_in_a_text_layer() -> None:
    edited = BRITISH.replace("   250.00", "   260.00").replace("1,500.00", "1,300.00")
    misread = BRITISH.replace("1,500.00", "1,300.00")
    scan = read(drawn(misread, ocr=True))
    assert amounts(scan)[1] == "1500.00"
    assert "1,300.00" in scan.rows[1].cells["note"]
    assert result(scan, "running_balance") is CheckResult.NOT_FOUND
    assert result(read(drawn(misread)), "running_balance") is CheckResult.FOUND
    assert amounts(read(drawn(edited)))[:2] == ["-260.00", "1300.00"]


def test_a_page_askew_reads_alike() -> None:
    assert amounts(read(drawn(BRITISH, slope=0.012))) == amounts(read(drawn(BRITISH)))


def test_several_pages_with_repeated_heads_and_carried_balances() -> None:
    first = BRITISH.replace("Page 1 of 1", "Page 1 of 2")
    second = """
Northgate Bank plc                                              Account number 61834520
                                                                Page 2 of 2
Date         Description                          Money out      Money in       Balance
             Balance brought forward                                           2,190.50
31 Jan       TRANSFER                                190.50                     2,000.00
             Balance carried forward                                           2,000.00
"""
    document = read(drawn(first, second))
    assert amounts(document)[-1] == "-190.50"
    assert len(document.rows) == 5
    assert document.text("closing_balance") == "2000.00"
    assert result(document, "running_balance") is CheckResult.NOT_FOUND
    assert result(document, "page_count") is CheckResult.NOT_FOUND
    alone = read(drawn(first))
    assert result(alone, "page_count") is CheckResult.FOUND


def test_a_statement_without_rows_passes_no_check() -> None:
    document = read(drawn("Lake Bank\nBank statement\nAccount number 99887766"))
    assert all(
        result(document, name) is CheckResult.COULD_NOT_RUN
        for name in ("running_balance", "statement_totals", "rows_in_period", "page_count")
    )


def test_a_row_outside_the_period_and_wrong_totals_are_found() -> None:
    late = SIGNED.replace("Account statement ", "Period 01/03/2026 to 02/03/2026    Total credits 2,100.00    ")
    document = read(drawn(late))
    assert result(document, "rows_in_period") is CheckResult.FOUND
    assert result(document, "statement_totals") is CheckResult.FOUND


@pytest.mark.parametrize(
    "sheet",
    [
        "INVOICE\nInvoice number 1207     Invoice date 01/02/2026\nDescription    Quantity   Amount\n"
        "Oak boards      3    300.00\nIBAN GB29 NWBK 6016 1331 9268 19   Amount due 300.00",
        "Dear Sir,\nplease find the statement of account that you asked for.\nYours faithfully",
        "CORNER SHOP\n01/02/2026 12:31\nMilk  1.20\nBread 2.30\nTOTAL 3.50\nCash 5.00\nChange 1.50",
    ],
)
def test_invoices_letters_and_receipts_are_no_statements(sheet: str) -> None:
    known = classify(drawn(sheet))
    assert not (isinstance(known, Known) and known.kind.name == "bank_statement")


def test_minuses_that_are_all_read_as_points_are_minuses() -> None:
    faint = CARD.replace("9,99-", "9,99.").replace("20,01-", "20,01.")
    assert amounts(read(drawn(faint, ocr=True))) == ["-9.99", "-20.01"]
    unsettled = faint.replace("1292,46", "9292,46").replace("1.292,46", "9.292,46")
    assert amounts(read(drawn(unsettled, ocr=True))) == ["-9.99", "-20.01"]
