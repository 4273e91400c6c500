"""Pictures are made upright, flat and evenly lit, and every word can be shown on the picture as it was sent."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from cases.model import Box, EngineVersion, Tier
from ocr.clean import evened, flattened, is_photo, skew_of, turn_of, upright_map
from ocr.ctc import Character, decode
from ocr.engine import Image, Strip, cut, words_of
from ocr.outline import sheets
from ocr.reading import PageReading, read_picture, unreadable
from ocr.text import PageText, Word


class NoWords:
    """An engine that sees nothing."""

    version = EngineVersion(name="no words", version="1")

    def strips(self, image: Image) -> list[Strip]:
        return []

    def lines(self, pictures: Sequence[Image]) -> list[tuple[Character, ...]]:
        return [() for _ in pictures]

    def read(self, image: Image, page: int = 1) -> tuple[Word, ...]:
        return ()


def paper(width: int = 600, height: int = 800) -> Image:
    return np.full((height, width, 3), 245, np.uint8)


def photographed(corners: list[tuple[int, int]]) -> Image:
    """A sheet with lines of print on a dark table."""
    sheet = paper()
    for row in range(80, 740, 40):
        cv2.line(sheet, (60, row), (540, row), (30, 30, 30), 6)
    matrix = cv2.getPerspectiveTransform(
        np.array([[0, 0], [600, 0], [600, 800], [0, 800]], np.float32), np.array(corners, np.float32)
    )
    table = np.full((1200, 1000, 3), 55, np.uint8)
    return cv2.warpPerspective(sheet, matrix, (1000, 1200), table, borderMode=cv2.BORDER_TRANSPARENT)


def strip(left: int, top: int, width: int, height: int) -> Strip:
    corners = np.array(
        [[left, top], [left + width, top], [left + width, top + height], [left, top + height]], np.float32
    )
    return cut(paper(1000, 1000), corners)


def certain(text: str) -> tuple[Character, ...]:
    step = 1 / max(1, len(text))
    return tuple(Character(one, 0.99, index * step, (index + 1) * step) for index, one in enumerate(text))


def test_a_sheet_on_a_table_is_laid_flat() -> None:
    corners = [(140, 110), (860, 160), (830, 1090), (110, 1060)]
    picture = photographed(corners)
    found = next(iter(sheets(picture)), None)
    assert found is not None
    flat, matrix = flattened(picture, found)
    for corner, expected in zip(corners, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        moved = cv2.perspectiveTransform(np.array([[corner]], np.float64), matrix)[0, 0]
        share = moved / np.array([flat.shape[1], flat.shape[0]])
        assert np.allclose(share, expected, atol=0.03)


def test_a_flat_scan_is_left_as_it_is() -> None:
    assert not sheets(paper())
    assert not is_photo(paper())


def test_a_shadow_is_lifted() -> None:
    shade = np.linspace(90, 250, 600)[None, :, None] * np.ones((800, 1, 3))
    lit = evened(shade.astype(np.uint8))
    assert is_photo(shade.astype(np.uint8))
    assert int(lit[400, 20, 0]) > 190


@pytest.mark.parametrize("upside_down", [False, True])
@pytest.mark.parametrize("sideways", [False, True])
def test_the_turn_is_told_by_boxes_and_by_what_can_be_read(sideways: bool, upside_down: bool) -> None:
    strips = [
        strip(100, 100 + 40 * n, 300, 20) if not sideways else strip(100 + 40 * n, 100, 20, 300) for n in range(5)
    ]
    calls = iter([not upside_down, upside_down])

    def read(pictures: Sequence[Image]) -> list[tuple[Character, ...]]:
        sure = next(calls)
        return [certain("Opening balance") if sure else () for _ in pictures]

    assert turn_of(strips, read) == (90 if sideways else 0) + (180 if upside_down else 0)


def test_nothing_to_read_is_not_turned() -> None:
    assert turn_of([], lambda pictures: []) == 0


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_undoing_a_turn_keeps_every_corner_on_the_picture(turn: int) -> None:
    matrix, size = upright_map((600, 400), turn, 0.0)
    corners = np.array([[[0, 0], [600, 0], [600, 400], [0, 400]]], np.float64)
    moved = cv2.perspectiveTransform(corners, matrix)[0]
    assert size == ((400, 600) if turn in (90, 270) else (600, 400))
    assert np.allclose(moved.min(axis=0), 0, atol=1)
    assert np.allclose(moved.max(axis=0), size, atol=1)


def test_a_common_slant_is_the_skew() -> None:
    slanted = []
    for row in range(6):
        start = np.array([100, 100 + 50 * row], np.float64)
        along, down = np.array([400, 400 * np.tan(np.radians(3))]), np.array([0, 24])
        slanted.append(
            cut(paper(1000, 1000), np.array([start, start + along, start + along + down, start + down], np.float32))
        )
    assert skew_of(slanted) == pytest.approx(3, abs=0.2)
    assert skew_of([strip(0, 50 * n, 300, 20) for n in range(6)]) == 0


def test_a_line_is_parted_into_words_with_their_boxes() -> None:
    corners = np.array([[100, 50], [500, 50], [500, 70], [100, 70]], np.float32)
    words = list(words_of(certain("Closing balance 12.50"), corners, (1000, 1000), 1))
    assert [word.text for word in words] == ["Closing", "balance", "12.50"]
    assert words[0].box.left == pytest.approx(0.1)
    assert words[-1].box.right == pytest.approx(0.5)
    assert words[0].box.right < words[1].box.left


def test_the_recognisers_output_is_decoded_with_its_second_choices() -> None:
    output = np.full((6, 4), 0.001)
    for step, column in enumerate([0, 1, 1, 0, 2, 0]):
        output[step, column] = 0.9
    output[4, 2], output[4, 3] = 0.6, 0.35
    found = decode(output, ("", "a", "b", "c"), 1.0)
    assert [(one.text, one.second) for one in found] == [("a", ""), ("b", "c")]
    assert found[0].left < found[0].right <= found[1].left + 0.2


def test_a_page_on_which_nothing_is_seen_says_so() -> None:
    reading = read_picture(paper(), 3, NoWords())
    assert [problem.code for problem in reading.problems] == ["no_text"]
    assert "page 3" in reading.problems[0].advice


def test_a_box_goes_back_to_the_page_as_it_was_sent() -> None:
    text = PageText(1, 400, 600, Tier.PHOTO, ())
    half = PageReading(number=1, text=text, back=(0.5, 0.0, 0.25, 0.0, 0.5, 0.25, 0.0, 0.0, 1.0))
    assert half.as_sent(Box(0.0, 0.0, 1.0, 1.0)) == Box(0.25, 0.25, 0.75, 0.75)
    assert unreadable(2, "timed_out", "It took too long.").problems[0].page == 2
