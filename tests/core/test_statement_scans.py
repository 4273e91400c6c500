"""Statements as an engine reads them: letters and figures misread, headings lost on a page."""

from __future__ import annotations

import pytest

from ocr.statement_print import mended
from tests.core.drawn import drawn
from tests.core.test_kind_bank_statement import amounts, read

SCANNED = """
Fairhope Credit Union                            STATEMENT 0F ACC0UNT
NOELLE ORTEGA                                    STATEMENT PERI0D: 11/01/24 T0 11/30/24
Geschaeft Kontoinhaber: NOELLE ORTEGA            ACC0UNT 213093-S0080
DATE        TRANSACTION DESCRIPTION                    AMOUNT        NEW BALANCE
11/01       BEGINNING BALANCE                                          £1,600.00
11/04       ACH DEPOSIT A CLIENT                      +f500.00         £2,100.00
11/05       POS WITHDRAWAL                           -.f40.00         .£2,060.00
11/06       L0AN PMT                                  -£60.00          £2,000.00
            Interest is paid on balances over            £0.00
"""


def test_noughts_for_letters_and_specks_before_figures_of_a_scan() -> None:
    document = read(drawn(SCANNED.replace("-.f40", "-f40"), ocr=True))
    assert amounts(document) == ["500.00", "-40.00", "-60.00"]
    assert [row.cells.get("balance") for row in document.rows] == ["2100.00", "2060.00", "2000.00"]
    assert document.text("account_number") == "213093S0080"
    assert (document.text("period_start"), document.text("period_end")) == ("2024-11-01", "2024-11-30")
    assert document.rows[-1].cells["description"].startswith("LOAN PMT")


def test_a_heading_that_is_misread_on_a_later_page_names_what_the_first_one_does() -> None:
    page = """
Moor Bank plc        Account number 61834520       Statement period 1 October 2025 to 31 October 2025
Date          Details                 Paid out       Paid in       Balance
17 Oct 2025   SEVERN ENERGY              10.00                       90.00
"""
    later = """
Moor Bank plc
Date          Details                 Paid out       Paid in       Bxlxnce
21 Oct 2025   A CLIENT                               20.00         110.00
"""
    document = read(drawn(page, later, ocr=True))
    assert [row.cells.get("balance") for row in document.rows] == ["90.00", "110.00"]


@pytest.mark.parametrize(("print_", "meant"), [("Balancc", "Balance"), ("0PENING", "OPENING"), ("honey", "honey")])
def test_words_of_statements_that_are_one_letter_wrong(print_: str, meant: str) -> None:
    assert mended(drawn(print_, ocr=True)).string.strip() == meant
    assert mended(drawn(print_)).string.strip() == print_


FOOTED = """
宁州银行                         对账单                        对账期间: 2025-12-01至2025-12-31
期初余额：100.00                                                       期末余额：130.00
交易日期        摘要                          借方发生额      贷方发生额        余额
2025-12-02      货款                                              50.00        150.00
2025-12-03      付租金                            20.00                        130.00
借方合计: 20.00 (共1笔)             贷方合计: 50.00 (共1笔)           期末余额：130.00
"""


def test_a_sum_beside_the_closing_balance_is_not_it() -> None:
    document = read(drawn(FOOTED, ocr=True))
    told = [document.text(name) for name in ("opening_balance", "closing_balance", "total_credits", "total_debits")]
    assert told == ["100.00", "130.00", "50.00", "20.00"]
