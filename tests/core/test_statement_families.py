"""Bank statements as other issuers print them: several accounts, French, sums that are none, heads without labels."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.extract import Grid
from ocr.packet import parts_of
from ocr.reading import PageReading
from ocr.statement_columns import headings
from ocr.statement_sections import names_a_sum, side_of
from ocr.statement_words import Role, named_columns
from tests.core.drawn import drawn
from tests.core.test_kind_bank_statement import amounts, read

TWO_ACCOUNTS = """
Fairhope Mills Credit Union                      STATEMENT OF ACCOUNT
NOELLE ORTEGA                                    STATEMENT PERIOD: 11/01/24 TO 11/30/24
9 OLD MILL RD                                    Currency: USD
FAIRHOPE OH 44701
BUSINESS CHECKING   ACCOUNT 213093-S0080
DATE        TRANSACTION DESCRIPTION                    AMOUNT        NEW BALANCE
11/01       BEGINNING BALANCE                                           1,600.00
11/04       ACH DEPOSIT A CLIENT                       500.00           2,100.00
11/05       POS WITHDRAWAL HILLTOP                      40.00-          2,060.00
11/30       ENDING BALANCE                                              2,060.00
REGULAR SHARE SAVINGS   ACCOUNT 213093-S0001
DATE        TRANSACTION DESCRIPTION                    AMOUNT        NEW BALANCE
11/01       BEGINNING BALANCE                                             469.55
11/07       DEPOSIT TRANSFER                            97.38             566.93
11/30       ENDING BALANCE                                                566.93
"""

POT = """
Tally Bank
Account statement                           1 January 2026 to 31 January 2026
Account number 71751158                     GBP account
Date          Description                        Amount        Balance
1 Jan 2026    Pennant Cycles                     -64.95        5,760.50
8 Jan 2026    Sent to Gareth                    -760.50        5,000.00
9 Jan 2026    Received from Bramble             +100.00        5,100.00
Pot: Tax
Date          Movement                           Amount        Pot balance
8 Jan 2026    From main account                 +632.63        4,223.25
12 Jan 2026   Interest paid                       +6.21        4,229.46
"""

FRENCH = """
Banque de l'Estuaire                                   RELEVE DE COMPTE
SARL Le Fournil Dore                                   Periode du 01/03/2026 au 31/03/2026
12 rue des Lilas                                       Code banque 30004
69003 LYON                                             N° de compte 00010203040
                                                       Devise : EUR
Date      Valeur     Nature des opérations                     Débit          Crédit
                     SOLDE CREDITEUR AU 28/02/2026                          1 000,00
02.03     02.03      VIR SEPA CLIENT FACTURE 12,50                          2 345,67
05.03     06.03      TOTALENERGIES LYON                       45,67
09.03     09.03      PRLV EDF 02.03                          300,00
                     Total des mouvements                    345,67         2 345,67
                     SOLDE CREDITEUR AU 31/03/2026                          3 000,00
"""

DATE_IN_WORDS = """
North Moor Bank plc                          Sort code 20-45-77
Statement period 1 August 2024 to 30 September 2024      Account number 61834520
Date          Payment type and details          Paid out       Paid in       Balance
19 Aug 24     BALANCE BROUGHT FORWARD                                        1,000.00
19 Sep 24     DR  TOTAL CHARGES TO
                  29AUG2024                        16.44
              TOTAL FUEL STOP                      50.00                       933.56
              Total                                66.44
"""

SIDE_BY_SIDE = """
First Prairie National Bank                      March 1, 2026 through March 31, 2026
Account number: 7360 4815 3612                   All amounts in USD
Checks paid
Check #     Date          Amount          Check #     Date          Amount
8314        03/02       1,381.01          8334        03/22         609.38
8319        03/07       1,660.70
Total checks                                                      3,651.09
"""

NEWEST_FIRST = """
Quorum Savings Bank                           Account number 61834520
Statement period 1 March 2026 to 31 March 2026
Date          Description               Amount        Balance
31/03/2026    Closing balance                           170.00
20/03/2026    Refund                     20.00          170.00
10/03/2026    Rent                      -50.00          150.00
01/03/2026    Opening balance                           200.00
"""


def test_only_the_first_of_two_accounts_is_read() -> None:
    document = read(drawn(TWO_ACCOUNTS))
    assert amounts(document) == ["500.00", "-40.00"]
    assert (document.text("opening_balance"), document.text("closing_balance")) == ("1600.00", "2060.00")
    assert document.text("account_number") == "213093S0080"


def test_a_later_account_is_the_main_one_when_it_has_far_more_rows() -> None:
    rows = "".join(f"11/{day:02d}       POS WITHDRAWAL {day}                          1.00-\n" for day in range(8, 20))
    document = read(
        drawn(
            TWO_ACCOUNTS.replace(
                "11/30       ENDING BALANCE                                                566.93\n", rows
            )
        )
    )
    assert len(document.rows) == 13
    assert document.text("opening_balance") == "469.55"


def test_a_table_whose_balance_begins_anew_is_another_account() -> None:
    document = read(drawn(POT))
    assert amounts(document) == ["-64.95", "-760.50", "100.00"]
    assert document.text("closing_balance") == "5100.00"


def test_a_french_statement() -> None:
    text = drawn(FRENCH)
    known = classify(text)
    assert isinstance(known, Known)
    assert known.kind.name == "bank_statement"
    document = read(text)
    assert [(row.cells["date"], row.cells["amount"]) for row in document.rows] == [
        ("2026-03-02", "2345.67"), ("2026-03-05", "-45.67"), ("2026-03-09", "-300.00"),
    ]  # fmt: skip
    wanted = {
        "bank_name": "Banque de l'Estuaire", "account_holder": "SARL Le Fournil Dore", "bank_code": "30004",
        "account_number": "00010203040", "currency": "EUR", "period_start": "2026-03-01", "period_end": "2026-03-31",
        "opening_balance": "1000.00", "closing_balance": "3000.00", "total_credits": "2345.67",
        "total_debits": "345.67",
    }  # fmt: skip
    assert {name: document.text(name) for name in wanted} == wanted


def test_a_debit_balance_is_negative_where_no_column_is_for_balances() -> None:
    document = read(drawn(FRENCH.replace("SOLDE CREDITEUR AU 28/02/2026  ", "SOLDE DEBITEUR AU 28/02/2026   ")))
    assert document.text("opening_balance") == "-1000.00"


def test_dates_and_totals_among_the_words_are_no_dates_and_no_totals() -> None:
    document = read(drawn(DATE_IN_WORDS))
    assert [(row.cells["date"], row.cells["amount"]) for row in document.rows] == [
        ("2024-09-19", "-16.44"), ("2024-09-19", "-50.00"),
    ]  # fmt: skip


def test_checks_beside_each_other_and_their_total() -> None:
    document = read(drawn(SIDE_BY_SIDE))
    assert sorted(amounts(document)) == ["-1381.01", "-1660.70", "-609.38"]


def test_newest_first_the_closing_balance_stands_above() -> None:
    document = read(drawn(NEWEST_FIRST))
    assert amounts(document) == ["-50.00", "20.00"]
    assert (document.text("opening_balance"), document.text("closing_balance")) == ("200.00", "170.00")


def test_page_heads_in_capitals_do_not_part_a_statement() -> None:
    checking, savings = TWO_ACCOUNTS.split("REGULAR", 1)
    pages = (checking + "Page 1 of 2", "FAIRHOPE MILLS CREDIT UNION    Page 2 of 2\nREGULAR" + savings)
    text = drawn(*pages)
    parts = parts_of([PageReading(number=page.page, text=page) for page in text.pages])
    assert [len(part.readings) for part in parts] == [2]
    assert amounts(read(text)) == ["500.00", "-40.00"]


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("DEPOSITS AND OTHER CREDITS", 1), ("Electronic Withdrawals (continued)", -1), ("Checks paid", -1),
        ("ATM & Debit Card Withdrawals", -1), ("Payments received", 1), ("Virements reçus", 1), ("Gutschriften", 1),
        ("Transaction details", 0), ("Card payment Timber Supply", 0),
    ],
)  # fmt: skip
def test_titles_of_sections(title: str, side: int) -> None:
    assert side_of(title) == side


def test_what_names_a_sum() -> None:
    assert names_a_sum("Total withdrawals and other debits")
    assert not names_a_sum("TOTAL FUEL STOP")
    assert not names_a_sum("TOTALENERGIES LYON")


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Debit amount", [Role.DEBIT]), ("Withdrawals / Deposits", [Role.AMOUNT]),
        ("Date\tValeur", [Role.DATE, Role.VALUE_DATE]),
        ("zu Ihren Lasten\tzu Ihren Gunsten", [Role.DEBIT, Role.CREDIT]),
        ("Montant débit\tMontant crédit", [Role.DEBIT, Role.CREDIT]),
        ("Dr\tCr", [Role.DEBIT, Role.CREDIT]), ("付款金额\t收款金额", [Role.DEBIT, Role.CREDIT]),
    ],
)  # fmt: skip
def test_names_of_columns(line: str, roles: list[Role]) -> None:
    assert [role for role, _, _ in named_columns(line)] == roles


def test_a_column_of_words_may_bear_an_unknown_name() -> None:
    grid = Grid.of(drawn("Umsatzgrund          Datum          Betrag in EUR\nMiete         01.03.2026        -5,00"))
    (heading,) = headings(grid.lines)
    assert heading.roles == {Role.DATE, Role.AMOUNT}


def test_a_day_with_two_digits_of_the_year_is_one_date() -> None:
    sheet = """
Moor Bank plc        Account number 61834520       Statement period 1 October 2025 to 31 October 2025
Date          Details                 Paid out       Paid in       Balance
              BALANCE BROUGHT FORWARD                               100.00
17 Oct 25     SEVERN ENERGY              10.00                       90.00
21 Oct 25     SEVERN ENERGY              20.00                       70.00
03 Oct        NEXT                       30.00                       40.00
"""
    days = [row.cells["date"] for row in read(drawn(sheet)).rows]
    assert days == ["2025-10-17", "2025-10-21", "2025-10-03"]


def test_figures_of_thousands_set_with_wide_blanks_and_sums_among_words() -> None:
    sheet = """
Banque de l'Estuaire            Relevé de compte du 01/03/2026 au 31/03/2026
Date        Libellé                                   Montant           Solde
02/03       VIREMENT USD 18,97 COURS 1,08           -1 200,00       17 800,00
04/03       REMISE                                     100,00       17 900,00
"""
    document = read(drawn(sheet))
    assert [(row.cells["amount"], row.cells["balance"]) for row in document.rows] == [
        ("-1200.00", "17800.00"), ("100.00", "17900.00"),
    ]  # fmt: skip


SECTIONS_WITHOUT_HEADINGS = """
Oakline Community Bank                           March 1, 2026 through March 31, 2026
Account number 4961919389                        All amounts in USD
Beginning Balance on March 1, 2026                    $2,000.00
Deposits                                                $150.00
Ending Balance on March 31, 2026                      $1,439.00
DEPOSITS
03/02     Counter Credit                                                   150.00
CHECKS
Date      Number     Amount          Date      Number     Amount
03/03     1200       100.00          03/09     1201       200.00
OTHER WITHDRAWALS
03/05     Transfer 12.50 ref 77                                            400.00
03/07     Monthly fee                                                       11.00
DAILY BALANCES
03/02     2,150.00                   03/03     2,050.00
"""


def test_sections_without_headings_beside_checks_that_have_some() -> None:
    first, second = SECTIONS_WITHOUT_HEADINGS.split("03/07", 1)
    for text in (drawn(SECTIONS_WITHOUT_HEADINGS), drawn(first, "Oakline Community Bank    Page 2\n03/07" + second)):
        document = read(text)
        assert sorted(amounts(document)) == ["-100.00", "-11.00", "-200.00", "-400.00", "150.00"]
        assert (document.text("opening_balance"), document.text("closing_balance")) == ("2000.00", "1439.00")


DATED_BELOW = """
Wise Europe SA                                       GBP statement
Generated on: 2 April 2026                           1 March 2026 - 31 March 2026
Harbour Joinery Limited                              Account number 12345678
14 Quay Street
Whitby YO21 1DH
Description                                       Incoming      Outgoing        Amount
Sent money to A Client                                           -150.00      1,350.00
30 March 2026 Transaction: TRANSFER-123456
Received money from Foo Ltd                         500.00                    1,500.00
15 March 2026 Transaction: TRANSFER-123455
"""
DAYS_ABOVE = """
Starfish Bank                                        Statement 1 March 2026 - 31 March 2026
Account number 12345678                              Opening balance £1,000.00
1 March 2026
Card payment Costa                                            £5.00         £995.00
Card payment Tesco                                           £15.00         £980.00
3 March 2026
Faster payment from A                          £100.00                    £1,080.00
"""
SIDES_IN_WORDS = """
Oak Bank plc          Account number 12345678       Statement period 01/03/2026 to 31/03/2026
Date           Type          Description                 Amount (£)
02/03/2026     Debit         Tesco                            12.00
03/03/2026     Credit        A Client                        100.00
"""


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        (DATED_BELOW, [("2026-03-15", "500.00"), ("2026-03-30", "-150.00")]),
        (DAYS_ABOVE, [("2026-03-01", "-5.00"), ("2026-03-01", "-15.00"), ("2026-03-03", "100.00")]),
        (SIDES_IN_WORDS, [("2026-03-02", "-12.00"), ("2026-03-03", "100.00")]),
    ],
)
def test_dates_below_or_above_their_postings_and_sides_in_words(sheet: str, rows: list[tuple[str, str]]) -> None:
    document = read(drawn(sheet))
    assert [(row.cells["date"], row.cells["amount"]) for row in document.rows] == rows
