"""Who a statement is from and to: banks and holders that no label names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.model import Box, Origin
from ocr.extract import Grid
from ocr.kinds.invoice import evidence as invoice_evidence
from ocr.statement_bank import bank_name
from ocr.statement_holder import holder
from ocr.text import Text, Word
from tests.core.drawn import drawn, drawn_page
from tests.core.test_kind_bank_statement import read
from tests.core.test_statement_families import DATED_BELOW


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Volksbank Talheim eG", "Volksbank Talheim eG"),
        ("Sparkasse Neuhafen", "Sparkasse Neuhafen"),
        ("Bank of the Lakes", "Bank of the Lakes"),
        ("Caisse d'Épargne de Lorraine", "Caisse d'Épargne de Lorraine"),
        ("Mercer Trust", "Mercer Trust"),
        ("远东银行单位账户对账单", "远东银行"),
    ],
)
def test_the_whole_name_of_a_bank(cell: str, name: str) -> None:
    text = drawn(f"{cell}\n\nDate     Description     Amount    Balance")
    found = bank_name(text, Grid.of(text), "")
    assert found is not None
    assert found.value == name


def test_a_bank_that_only_the_small_print_names() -> None:
    text = drawn("Account statement\n\nTally is a trading name of Tally Financial Services Ltd, registered in England.")
    found = bank_name(text, Grid.of(text), "")
    assert found is not None
    assert found.value == "Tally"


def test_the_addressee_is_not_whom_to_ask() -> None:
    head = """
Bank of the Lakes                                  Customer service information
P.O. Box 15284                                     1.888.555.0147 (24 hours)
Wilmont, OH 44850-5284                             Write: P.O. Box 25118, Port Ellis, WA 98099

BLUE MESA ROOFING INC.
72 SYCAMORE AVENUE
PORT ELLIS, WA 98099
"""
    text = drawn(head)
    found = holder(Grid.of(text), bank_name(text, Grid.of(text), ""), "")
    assert found is not None
    assert found.value == "BLUE MESA ROOFING INC."


def test_a_letterhead_in_large_print_is_one_name_however_wide_it_is_set() -> None:
    page = drawn_page("Account statement        Contact tel 03457 960 0960\n\nDate    Details    Amount    Balance")
    large = [
        Word(text, Box.within(left, 0.0, left + 0.09, 0.019), 0.98, Origin.OCR, 1)
        for text, left in (("STS", 0.03), ("SEVERN", 0.135), ("TRENT", 0.24), ("SAVERS", 0.345))
    ]
    for words in (large, large[1:]):
        text = Text((replace(page, words=(*words, *page.words)),))
        found = bank_name(text, Grid.of(text), "")
        assert found is not None
        assert found.value == "SEVERN TRENT SAVERS"


def test_the_holder_stands_below_lines_that_are_no_names() -> None:
    assert read(drawn(DATED_BELOW)).text("account_holder") == "Harbour Joinery Limited"
    own = "JPMorgan Chase Bank, N.A.\nP O Box 182051\nColumbus, OH 43218-2051\n\n"
    text = drawn(own + "ROSE BAKERY LLC\n120 MAIN ST\nOMAHA NE 68102")
    bank = bank_name(text, Grid.of(text), "")
    found = holder(Grid.of(text), bank, "")
    assert bank is not None
    assert found is not None
    assert (bank.value, found.value) == ("JPMorgan Chase Bank, N.A.", "ROSE BAKERY LLC")


def test_a_page_that_begins_with_its_table_names_nobody() -> None:
    page = """
Date            Description                                   Amount         Balance
10 Apr 2024     Received from Pennant Cycles Ltd             +100.00        5,744.12
                9 Old Brewery Yard
                Penbury PB12 9TN
"""
    assert read(drawn(page)).text("account_holder") is None


def test_a_bank_that_is_misread_once_is_called_as_everywhere_else() -> None:
    foot = "Northmoor Bank plc, registered office 8 Exchange Square."
    text = drawn(f"Northmoon Bank\n\n{foot}", f"Northmoor Bank\n\n{foot}")
    found = bank_name(text, Grid.of(text), "")
    assert found is not None
    assert found.value == "Northmoor Bank"


AUSTRALIAN = """
Bank of Bindara                              Business Transaction Account
Statement begins        1 October 2025
Statement ends          31 October 2025
BSB                     187-904
Account number          15047019

Date     Transaction details               Debits ($)    Credits ($)    Balance ($)
01 Oct   2025 OPENING BALANCE                                           1,000.00 CR
02 Oct   Hosting, USD 40.00 converted           60.00                     940.00 CR
05 Oct   Received from Jarrah Fit                             500.00    1,440.00 CR
31 Oct   2025 CLOSING BALANCE                                           1,440.00 CR
"""
FRENCH = """
Crédit du Littoral          RELEVÉ DE COMPTE COURANT n° 8
du 01/08/2025 au 31/08/2025
Titulaire du compte : Menuiserie Beaurepaire SAS
IBAN FR76 5985 2793 6092 9007 0533 724

Date    Libellé des opérations                        Débit        Crédit
        Ancien solde créditeur au 31/07/2025                       595,90
04.08   VIR SEPA EMIS TRANSPORTS DU LYS             2 075,48
        FACTURE 73749 DU 20/07/25
05.08   VIR SEPA EMIS TRANSPORTS DU LYS             1 209,25
        FACTURE 39733 DU 15/07/25
08.08   VIR RECU ATELIERS DU QUAI                                5 878,06
        FACTURE 39734 DU 15/07/25
09.08   VIR RECU ATELIERS DU QUAI                                1 000,00
        FACTURE 39735 DU 15/07/25
        Nouveau solde créditeur au 31/08/2025                    4 189,23
"""


def test_an_australian_statement_says_whose_dollar_it_counts() -> None:
    fields = read(drawn(AUSTRALIAN)).fields
    told = {name: fields[name].value for name in ("bank_code", "currency", "period_start", "period_end")}
    assert told == {
        "bank_code": "187-904", "currency": "AUD", "period_start": "2025-10-01", "period_end": "2025-10-31",
    }  # fmt: skip


def test_postings_that_name_invoices_make_no_invoice() -> None:
    assert invoice_evidence(drawn(FRENCH)) < 0.5
