"""Lines, cells and neighbours from boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.model import Box, Origin
from ocr.extract import Grid, Label, money_of, text_of
from ocr.layout import below, cells_of, lines_of, right_of
from ocr.text import Word
from tests.core.drawn import drawn

SHEET = """
Account name: Harbour Joinery Ltd        Opening balance        £1,200.50

Closing balance          Overdraft limit
   980.10                     500.00
"""


@pytest.mark.parametrize("slope", [0.0, 0.015, -0.015])
def test_lines_keep_their_words_on_a_page_askew(slope: float) -> None:
    sheet = "\n".join(f"row {number} begins here            and ends    {number}.00" for number in range(30))
    lines = drawn(sheet, slope=slope).lines
    assert [line.text for line in lines] == [" ".join(line.split()) for line in sheet.split("\n")]


def test_small_print_beside_large_print_stays_on_its_line() -> None:
    words = (
        Word("TOTAL", Box(0.1, 0.10, 0.3, 0.14), 1.0, Origin.OCR),
        Word("GBP", Box(0.4, 0.118, 0.45, 0.128), 1.0, Origin.OCR),
        Word("below", Box(0.1, 0.15, 0.2, 0.16), 1.0, Origin.OCR),
    )
    assert [line.text for line in lines_of(words, 0.7)] == ["TOTAL GBP", "below"]


def test_two_small_lines_beside_a_headline_stay_two() -> None:
    words = (
        Word("Bracken", Box(0.1, 0.100, 0.3, 0.128), 1.0, Origin.OCR),
        Word("Date:", Box(0.6, 0.101, 0.64, 0.111), 1.0, Origin.OCR),
        Word("Account:", Box(0.6, 0.114, 0.66, 0.124), 1.0, Origin.OCR),
        Word("today", Box(0.7, 0.101, 0.75, 0.111), 1.0, Origin.OCR),
        Word("4410", Box(0.7, 0.114, 0.75, 0.124), 1.0, Origin.OCR),
    )
    lines = {line.text.removeprefix("Bracken ") for line in lines_of(words, 0.7)}
    assert lines == {"Date: today", "Account: 4410"}


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("K O S T E N R E C H N U N G   No 12", "KOSTENRECHNUNG No 12"),
        ("T A X   I N V O I C E", "TAX INVOICE"),
        ("A B C D E", "A B C D E"),
        ("X X X X X", "X X X X X"),
        ("J R R Tolkien", "J R R Tolkien"),
    ],
)
def test_a_title_set_wide_is_one_word(printed: str, read: str) -> None:
    assert [line.text for line in drawn(printed).lines] == [read]


def test_cells_and_their_neighbours() -> None:
    page = drawn(SHEET).pages[0]
    lines = [cells_of(line, page.width / page.height) for line in page.lines]
    assert [cell.text for cell in lines[0]] == ["Account name: Harbour Joinery Ltd", "Opening balance", "£1,200.50"]
    assert [cell.text for cell in right_of(lines[0][1], lines[0])] == ["£1,200.50"]
    assert [cell.text for cell in below(lines[1][0], lines[2:])] == ["980.10"]


def test_values_after_beside_and_below_their_labels() -> None:
    grid = Grid.of(drawn(SHEET))
    found = {
        name: field.value
        for name, label, parser in (
            ("holder", Label.of("account name"), text_of()),
            ("opening", Label.of("opening balance"), money_of()),
            ("closing", Label.of("closing balance"), money_of()),
            ("limit", Label.of("overdraft limit"), money_of()),
            ("absent", Label.of("interest"), money_of()),
        )
        if (field := grid.find(name, label, parser, "d"))
    }
    assert found == {"holder": "Harbour Joinery Ltd", "opening": "1200.50", "closing": "980.10", "limit": "500.00"}


EDGE = st.floats(0.0, 1.0)


@given(st.lists(st.tuples(EDGE, EDGE, EDGE, EDGE, st.text(min_size=1, max_size=5)), max_size=40))
def test_no_word_is_lost_or_doubled(parts: list[tuple[float, float, float, float, str]]) -> None:
    words = [Word(text, Box.within(*edges), 1.0, Origin.OCR) for *edges, text in parts]
    lines = lines_of(words, 0.7)
    kept = sorted(id(word) for line in lines for word in line.words)
    assert kept == sorted(id(word) for word in words if word.text.strip())
