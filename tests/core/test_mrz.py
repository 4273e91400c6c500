"""Machine-readable zones: the standard's own examples, and what must hold for any text."""

from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.mrz import ALPHABET, Mrz, check_digit, parse
from ocr.mrz_formats import FRA, TD1, TD2, TD3
from ocr.mrz_repair import repaired

TD3_LINES = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2_LINES = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1_LINES = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD1_LONG = (
    "I<UTOD23145890<7349<<<<<<<<<<<",
    "3407127M9507122UTO<<<<<<<<<<<2",
    "STEVENSON<<PETER<JOHN<<<<<<<<<",
)
TD2_LONG = ("I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<", "D23145890<UTO3407127M95071227349<<<8")
MRV_A_LINES = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
MRV_B_LINES = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
FRA_LINES = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (TD3_LINES, "TD3"),
        (TD2_LINES, "TD2"),
        (TD1_LINES, "TD1"),
        (TD1_LONG, "TD1"),
        (TD2_LONG, "TD2"),
        (MRV_A_LINES, "MRV-A"),
        (MRV_B_LINES, "MRV-B"),
        (FRA_LINES, "FRA"),
    ],
)
def test_published_examples_have_their_format_and_right_digits(lines: tuple[str, ...], name: str) -> None:
    mrz = parse(lines)
    assert mrz is not None
    assert mrz.format.name == name
    assert mrz.wrong == ()


def test_the_published_passport_says_what_the_standard_says() -> None:
    mrz = parse(TD3_LINES)
    assert mrz is not None
    assert (mrz.surname, mrz.given_names, mrz.number) == ("ERIKSSON", "ANNA MARIA", "L898902C3")
    assert (mrz.birth, mrz.expiry, mrz.sex) == (dt.date(1974, 8, 12), dt.date(2012, 4, 15), "F")
    assert (mrz.issuer, mrz.nationality, mrz.personal_number) == ("UTO", "UTO", "ZE184226B")
    assert [digit.name for digit in mrz.digits] == ["number", "birth", "expiry", "personal", "composite"]


@pytest.mark.parametrize("lines", [TD1_LONG, TD2_LONG])
def test_a_long_number_goes_on_in_the_optional_data(lines: tuple[str, ...]) -> None:
    mrz = parse(lines)
    assert mrz is not None
    assert mrz.number == "D23145890734"
    assert mrz.birth == dt.date(1934, 7, 12)


def test_the_old_french_card_has_its_own_layout() -> None:
    mrz = parse(FRA_LINES)
    assert mrz is not None
    assert mrz.format is FRA
    assert (mrz.surname, mrz.given_names, mrz.number) == ("BERTHIER", "CORINNE", "880692310285")
    assert (mrz.birth, mrz.expiry, mrz.nationality) == (dt.date(1965, 12, 6), None, "FRA")


def test_an_empty_personal_number_may_have_a_filler_for_its_digit() -> None:
    mrz = parse(("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8"))
    assert mrz is not None
    assert {digit.name: digit.right for digit in mrz.digits}["personal"]


def test_a_birth_lies_before_the_expiry() -> None:
    lines = (TD2_LINES[0], "D231458907UTO2008125F2504150<<<<<<<0")
    mrz = parse(lines)
    assert mrz is not None
    assert mrz.birth == dt.date(2020, 8, 12)
    later = parse((TD2_LINES[0], "D231458907UTO3008125F2504150<<<<<<<0"))
    assert later is not None
    assert later.birth == dt.date(1930, 8, 12)


def test_a_wrong_digit_is_named_with_what_it_should_be() -> None:
    mrz = parse((TD3_LINES[0], TD3_LINES[1].replace("L898902C36", "L898902C37")))
    assert mrz is not None
    number = mrz.wrong[0]
    assert (number.name, number.printed, number.computed) == ("number", "7", "6")
    assert [digit.name for digit in mrz.wrong] == ["number", "composite"]


def test_clear_wrong_digits_are_left_as_they_are() -> None:
    wrong = (TD3_LINES[0], TD3_LINES[1].replace("7408122F", "7408123F"))
    lines, repairs = repaired(TD3, wrong, ((), ()))
    assert lines == wrong
    assert repairs == []


def test_a_letter_for_a_digit_is_repaired_where_the_check_digit_proves_it() -> None:
    lines, repairs = repaired(TD3, (TD3_LINES[0], TD3_LINES[1].replace("7408122F", "74O8I22F")), ((), ()))
    assert lines == TD3_LINES
    assert [str(one)[:21] for one in repairs] == ["line 2, character 16:", "line 2, character 18:"]


def test_a_letter_for_a_digit_stays_where_no_digit_proves_it() -> None:
    read = (TD3_LINES[0], TD3_LINES[1].replace("7408122F", "74O8129F"))
    assert repaired(TD3, read, ((), ()))[0] == read


def test_a_digit_among_letters_is_the_letter_of_a_state() -> None:
    lines, repairs = repaired(TD2, (TD2_LINES[0], TD2_LINES[1].replace("UTO", "UT0")), ((), ()))
    assert lines == TD2_LINES
    assert "UTO" in str(repairs[0])


def test_another_reading_is_taken_when_it_alone_makes_the_digit_right() -> None:
    misread = TD3_LINES[1].replace("L898902C3", "L898902G3")
    lines, repairs = repaired(TD3, (TD3_LINES[0], misread), ((), (TD3_LINES[1],)))
    assert lines == TD3_LINES
    assert "another reading" in str(repairs[0])


@given(st.lists(st.text(max_size=50), max_size=4))
def test_any_lines_give_a_zone_or_none(lines: list[str]) -> None:
    mrz = parse(lines)
    assert mrz is None or mrz.lines == tuple(lines)


@given(st.sampled_from([44, 36, 30]), st.data())
def test_any_characters_of_the_alphabet_can_be_asked_for_every_part(width: int, data: st.DataObject) -> None:
    line = st.text(alphabet=ALPHABET + "<", min_size=width, max_size=width)
    lines = [data.draw(line) for _ in range(3 if width == 30 else 2)]
    mrz = parse(["P" + lines[0][1:], *lines[1:]])
    if mrz is not None:
        assert mrz.number == mrz.number.strip("<")
        assert mrz.birth is None or mrz.expiry is None or mrz.birth <= mrz.expiry
        assert len(mrz.digits) == len(mrz.format.checks)
        assert all(digit.computed in string.digits for digit in mrz.digits)
        assert (mrz.surname + mrz.given_names + mrz.personal_number + mrz.sex).count("<") == 0


@given(st.sampled_from([TD3_LINES, TD2_LINES, TD1_LINES, MRV_A_LINES]), st.data())
def test_one_changed_digit_is_never_passed_over(lines: tuple[str, ...], data: st.DataObject) -> None:
    mrz = parse(lines)
    assert mrz is not None
    spots = [
        (line, column)
        for spans in mrz.format.checks.values()
        for line, start, stop in spans
        for column in range(start, stop)
        if lines[line][column].isdigit()
    ]
    line, column = data.draw(st.sampled_from(spots))
    new = data.draw(st.sampled_from([digit for digit in string.digits if digit != lines[line][column]]))
    changed = list(lines)
    changed[line] = changed[line][:column] + new + changed[line][column + 1 :]
    fixed, _ = repaired(mrz.format, changed, tuple(() for _ in lines))
    assert Mrz(mrz.format, fixed).wrong or fixed == lines


@given(st.sampled_from(["0O", "1I", "2Z", "5S", "6G", "8B"]), st.data())
def test_a_lookalike_in_a_date_is_repaired_to_what_it_was(pair: str, data: st.DataObject) -> None:
    digit, letter = pair
    column = data.draw(st.sampled_from(range(6)))
    day = "".join(data.draw(st.sampled_from("0123456789")) for _ in range(6))
    day = day[:column] + digit + day[column + 1 :]
    line = f"L898902C36UTO{day}{check_digit(day)}F1204159ZE184226B<<<<<1"
    line += check_digit(line[0:10] + line[13:20] + line[21:43])
    misread = line[: 13 + column] + letter + line[14 + column :]
    assert repaired(TD3, (TD3_LINES[0], misread), ((), ()))[0][1] == line


def test_the_format_of_a_card_is_not_that_of_a_passport() -> None:
    assert parse((TD3_LINES[0].replace("P<", "X<"), TD3_LINES[1])) is None
    assert parse(TD1_LINES[:2]) is None
    assert TD1.width == 30


@pytest.mark.parametrize("text", ["a", "É", " ", "«"])
def test_a_check_digit_has_its_alphabet(text: str) -> None:
    with pytest.raises(ValueError, match="alphabet"):
        check_digit(text)
