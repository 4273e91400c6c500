"""Finding a machine-readable zone in what a reader made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.mrz_lines import cleaned, find, without_noise
from ocr.text import Text
from tests.core.drawn_text import page, typed, word
from tests.core.test_mrz import TD1_LINES, TD2_LINES, TD3_LINES


def zone_lines(*lines: str) -> tuple[str, ...]:
    zone = find(typed(*lines))
    return zone.mrz.lines if zone else ()


@pytest.mark.parametrize("lines", [TD3_LINES, TD2_LINES, TD1_LINES])
def test_a_clean_zone_is_found_below_other_print(lines: tuple[str, ...]) -> None:
    assert zone_lines("PASSPORT", "Surname ERIKSSON", "Date of birth 12 AUG 1974", *lines) == lines


def test_guillemets_and_spaces_are_fillers_and_nothing() -> None:
    first = TD3_LINES[0].replace("<<", "«").replace("ANNA<MARIA", "ANNA‹MARIA")
    second = TD3_LINES[1][:20] + " " + TD3_LINES[1][20:]
    assert zone_lines(first, second) == TD3_LINES


def test_lost_and_added_fillers_are_put_right() -> None:
    assert zone_lines(TD3_LINES[0][:-4], TD3_LINES[1].replace("B<<<<<1", "B<<<1")) == TD3_LINES
    assert zone_lines(TD3_LINES[0] + "<<", TD3_LINES[1].replace("B<<<<<1", "B<<<<<<<1")) == TD3_LINES


def test_fillers_misread_as_letters_behind_the_names() -> None:
    assert without_noise("P<UTOERIKSSON<<ANNA<MARIA<<<<KK<<C<<L<<<<<<<") == TD3_LINES[0]
    assert without_noise(TD3_LINES[0]) == TD3_LINES[0]


def test_a_given_name_of_one_letter_is_a_name() -> None:
    assert without_noise("P<UTOLI<<K<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<") == "P<UTOLI<<K".ljust(44, "<")


def test_both_lines_in_one_run_are_taken_apart() -> None:
    assert zone_lines("".join(TD3_LINES)) == TD3_LINES


def test_print_beside_the_zone_is_left_out() -> None:
    text = page(
        word(TD3_LINES[0], 0.05, 0.80, width=0.8),
        word("12.08.74", 0.90, 0.80),
        word(TD3_LINES[1], 0.05, 0.86, width=0.8),
    )
    zone = find(text)
    assert zone is not None
    assert zone.mrz.lines == TD3_LINES


def test_lines_far_apart_are_no_zone() -> None:
    assert find(page(word(TD2_LINES[0], 0.05, 0.1), word(TD2_LINES[1], 0.05, 0.8))) is None


@pytest.mark.parametrize(
    "line",
    ["INTERNATIONALBUSINESSMACHINESCORPORATION", "0123456789012345678901234567890123456789", "x << y << z " * 3],
)
def test_other_print_is_no_zone(line: str) -> None:
    assert find(typed(line, line, line)) is None


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_gives_a_zone_or_none(lines: list[str]) -> None:
    zone = find(typed(*lines))
    assert zone is None or zone.mrz.wrong is not None


@given(st.text(alphabet="P<UTOERIKSN0123456789«KC ", min_size=80, max_size=200))
def test_text_like_a_zone_never_breaks(text: str) -> None:
    zone = find(typed(*(text[start : start + 44] for start in range(0, len(text), 44))))
    assert zone is None or len({len(line) for line in zone.mrz.lines}) == 1


def test_no_words_have_no_zone() -> None:
    assert find(Text(())) is None


@given(st.text())
def test_cleaned_text_has_the_alphabet_only(text: str) -> None:
    assert set(cleaned(text)) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<")


def test_the_printed_number_settles_what_the_check_digits_leave_open() -> None:
    """8 and B, 0 and D have the same remainder in their places, so every digit comes right either way."""
    lines = ("P<UTOBERG<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<<", "BD00020282UTO7802225F2203012<<<<<<<<<<<<<<06")
    misread = (lines[0], lines[1].replace("BD", "80", 1))
    alone = find(typed(*misread))
    beside = find(typed("Passport No. BD0002028", *misread))
    assert alone is not None
    assert beside is not None
    assert alone.mrz.number == "800002028"
    assert beside.mrz.number == "BD0002028"
    assert beside.mrz.wrong == ()
    assert "as printed" in str(beside.repairs[-1])


def test_print_of_another_card_beside_a_zone_is_no_part_of_it() -> None:
    lines = ("IDESPLLK182135492109956Q<<<<<<", "9402146M3306231ESP<<<<<<<<<<<1", "VIDAL<SERRANO<<JORGE<LUIS<<<<<")
    beside = ("", "", "J. Vidal" + " " * 22)
    assert zone_lines(*(f"{other:<30}{line}" for other, line in zip(beside, lines, strict=True))) == lines
