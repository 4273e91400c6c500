"""Spaces that the recogniser left out come back where the picture shows them, and nowhere else."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.ctc import Character
from ocr.gaps import spaced

WORD_GAP, LETTER_GAP = 22, 4


def line_of(text: str, gap: int = WORD_GAP, ground: int = 245) -> tuple[np.ndarray, tuple[Character, ...]]:
    """A line picture with a block of ink per character, `|` for a gap of `gap` pixels, and what a recogniser says."""
    picture = np.full((48, 1200, 3), ground, np.uint8)
    at, places = 10, []
    for character in text:
        if character == "|":
            at += gap
            continue
        cv2.rectangle(picture, (at, 12), (at + 14, 36), (20, 20, 20), -1)
        places.append((character, at, at + 14))
        at += 14 + LETTER_GAP
    picture = picture[:, : at + 10]
    width = picture.shape[1]
    return picture, tuple(Character(one, 0.9, left / width, right / width) for one, left, right in places)


def read(text: str, gap: int = WORD_GAP) -> str:
    return "".join(one.text for one in spaced(*line_of(text, gap)))


def test_a_wide_gap_parts_two_words() -> None:
    assert read("THANK|YOU|FOR") == "THANK YOU FOR"


def test_even_print_is_left_alone() -> None:
    assert read("BALANCE") == "BALANCE"
    assert read("S|T|A|T|E|M|E|N|T") == "STATEMENT"


def test_a_number_is_parted_only_by_a_wider_gap() -> None:
    assert read("AB1234|.50", gap=12) == "AB1234.50"
    assert read("TOTAL|1234.50", gap=12) == "TOTAL 1234.50"


def test_a_space_that_was_read_is_not_doubled() -> None:
    picture, line = line_of("THANK|YOU")
    space = Character(" ", 0.9, line[4].right, line[5].left)
    assert "".join(one.text for one in spaced(picture, (*line[:5], space, *line[5:]))) == "THANK YOU"


def test_the_margin_behind_the_last_letter_is_no_gap() -> None:
    """Recognisers place the last character late, so that the margin seems to stand before it."""
    picture, line = line_of("PAIDIN")
    margin = np.full((48, 40, 3), 245, np.uint8)
    wide = np.concatenate([picture, margin], axis=1)
    share = picture.shape[1] / wide.shape[1]
    moved = [Character(one.text, one.confidence, one.left * share, one.right * share) for one in line]
    moved[-1] = Character("N", 0.9, moved[-1].left, 1.0)
    assert "".join(one.text for one in spaced(wide, moved)) == "PAIDIN"


def test_thin_letters_in_wide_cells_belong_to_their_word() -> None:
    assert read("LABi|LITY", gap=12) == "LABiLITY"
    assert read("LABE|LITY", gap=12) == "LABE LITY"


def test_a_zone_and_chinese_have_no_spaces() -> None:
    assert read("P<UTO|ERIKSSON<<ANNA") == "P<UTOERIKSSON<<ANNA"
    assert read("中国|银行|对账单") == "中国银行对账单"


@pytest.mark.parametrize("ground", [20, 30])
def test_a_line_without_contrast_is_left_alone(ground: int) -> None:
    picture, line = line_of("THANK|YOU", ground=ground)
    assert spaced(picture, line) == line


def test_a_space_stands_between_its_neighbours() -> None:
    picture, line = line_of("THANK|YOU")
    found = spaced(picture, line)
    assert found[5].text == " "
    assert found[4].right <= found[5].left <= found[5].right <= found[6].left


def test_an_empty_line_stays_empty() -> None:
    assert spaced(np.full((48, 100, 3), 255, np.uint8), ()) == ()
