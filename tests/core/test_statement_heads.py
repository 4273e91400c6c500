"""Who a statement is from and to: banks and holders that no label names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.model import Box, Origin
from ocr.extract import Grid
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
