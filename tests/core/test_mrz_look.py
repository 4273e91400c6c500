"""The second look at a zone, with the real engine on pictures drawn here and with a recorded reader."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from cases.model import Box, CheckResult, Document, Origin, Tier
from ocr.kinds import passport
from ocr.mrz_lines import find
from ocr.mrz_look import look, seeds_of, slope
from ocr.text import PageText, Text, Word
from tests.core.drawn_text import word
from tests.core.test_mrz import TD3_LINES

WIDTH, HEIGHT = 1200, 840


def drawn(lines: tuple[str, ...]) -> np.ndarray:
    """A page with a zone at its foot in an even pitch, and some print above."""
    picture = np.full((HEIGHT, WIDTH, 3), 235, np.uint8)
    for row, text in enumerate(("PASSPORT", "ERIKSSON", "ANNA MARIA", "12 AUG 1974")):
        cv2.putText(picture, text, (420, 120 + 90 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (40, 40, 40), 2, cv2.LINE_AA)
    pitch = 1080 / len(lines[0])
    for row, line in enumerate(lines):
        for column, character in enumerate(line):
            at = (int(60 + pitch * column), 690 + 80 * row)
            cv2.putText(picture, character, at, cv2.FONT_HERSHEY_SIMPLEX, 0.95, (20, 20, 20), 2, cv2.LINE_AA)
    return picture


class Recorded:
    """A reader that gives the same words for every picture, and counts."""

    def __init__(self, *words: Word) -> None:
        self.words = words
        self.looks = 0

    def read(self, image: np.ndarray) -> tuple[Word, ...]:
        self.looks += 1
        return self.words


def zone_words(lines: tuple[str, ...]) -> tuple[Word, ...]:
    """The lines where they stand on the page."""
    return tuple(word(line, 0.05, 0.8 + 0.09 * row, width=0.9, height=0.03) for row, line in enumerate(lines))


def strip_words(lines: tuple[str, ...]) -> tuple[Word, ...]:
    """The lines where they stand on the strip that is cut around them."""
    return tuple(word(line, 0.08, 0.26 + 0.36 * row, width=0.84, height=0.12) for row, line in enumerate(lines))


def test_a_page_without_a_zone_is_not_looked_at_again() -> None:
    reader = Recorded()
    words = (word("Balance sheet", 0.1, 0.1),)
    assert look(drawn(TD3_LINES), words, reader) == words
    assert reader.looks == 0


def test_the_second_look_wins_where_the_digits_prove_it() -> None:
    misread = (TD3_LINES[0], TD3_LINES[1].replace("L898902C3", "L89B9O2G3"))
    reader = Recorded(*strip_words(TD3_LINES))
    words = look(drawn(TD3_LINES), (word("ERIKSSON", 0.4, 0.1), *zone_words(misread)), reader)
    assert [one.text for one in words if one.origin is Origin.MRZ] == list(TD3_LINES)
    assert words[0].text == "ERIKSSON"


def test_looks_that_give_nothing_leave_the_first_reading() -> None:
    words = zone_words(TD3_LINES)
    again = look(drawn(TD3_LINES), words, Recorded())
    assert [one.text for one in again] == [one.text for one in words]


def test_the_slope_of_a_tilted_strip_is_found() -> None:
    strip = cv2.cvtColor(drawn(TD3_LINES)[640:800], cv2.COLOR_BGR2GRAY)
    turn = cv2.getRotationMatrix2D((WIDTH / 2, 80), -3, 1.0)
    tilted = cv2.warpAffine(strip, turn, (WIDTH, 160), borderValue=235)
    assert slope(tilted) == pytest.approx(3, abs=0.5)
    assert slope(strip) == pytest.approx(0, abs=0.5)


def as_document(text: Text) -> Document:
    got = passport.KIND.extract(text, "d-1")
    return Document(id="d-1", file="x.png", sha256="", kind="passport", strength=1.0, fields=got.fields)


@pytest.mark.slow
@pytest.mark.parametrize("turn", [None, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE])
def test_a_drawn_passport_is_read_in_any_orientation(turn: int | None, tmp_path: Path) -> None:
    from ocr.engine import PaddleEngine
    from ocr.reading import read_picture

    picture = drawn(TD3_LINES)
    page = read_picture(picture if turn is None else cv2.rotate(picture, turn), 1, PaddleEngine(tmp_path))
    zone = find(Text((page.text,)))
    assert zone is not None
    assert zone.mrz.lines == TD3_LINES
    assert not zone.mrz.wrong


@pytest.mark.slow
def test_a_clear_wrong_digit_in_a_picture_is_found(tmp_path: Path) -> None:
    from ocr.engine import PaddleEngine
    from ocr.reading import read_picture

    wrong = (TD3_LINES[0], TD3_LINES[1].replace("F1204159", "F1204154"))
    text = Text((read_picture(drawn(wrong), 1, PaddleEngine(tmp_path)).text,))
    finding = passport.KIND.check(as_document(text))[0]
    assert finding.result is CheckResult.FOUND
    assert "expiry wrong (4 is printed, 9 is computed)" in finding.detail


def test_words_of_the_zone_keep_their_place() -> None:
    words = look(drawn(TD3_LINES), zone_words(TD3_LINES), Recorded(*strip_words(TD3_LINES)))
    page = PageText(1, float(WIDTH), float(HEIGHT), Tier.SCAN, words)
    zone = find(Text((page,)))
    assert zone is not None
    box = Box.around(one.box for one in words)
    assert 0.0 <= box.left <= 0.1
    assert 0.7 <= box.top <= 0.9
    assert box.right >= 0.85


def test_rows_of_a_statement_are_not_taken_for_a_zone() -> None:
    """Long runs of letters and digits below each other, and a footer with brackets, cost no second look."""
    rows = [f"{day:02d}JAN FPI B HARTNELL INV 28612 653063530{day}22 5,113.{day}" for day in range(10, 18)]
    words = tuple(
        word(part, 0.05 + 0.1 * column, 0.1 + 0.04 * row)
        for row, text in enumerate(rows)
        for column, part in enumerate(text.split())
    )
    reader = Recorded()
    assert look(drawn(TD3_LINES), (*words, word("TEL0755473600167993391FAX075624059", 0.1, 0.9)), reader)
    assert reader.looks == 0


def test_a_zone_is_looked_for_around_its_own_lines() -> None:
    far = word("STARTBALANCE<<5113371<4499767<4255856", 0.05, 0.1, width=0.9, height=0.03)
    seeds = seeds_of((far, *zone_words(TD3_LINES)))
    assert [seed.readings[0] for seed in seeds] == list(TD3_LINES)
