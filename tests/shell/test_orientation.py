"""The real engine on a drawn page, whichever way it comes: words, turn, and their places on the page as sent."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from cases.model import Box
from ocr.engine import Image, PaddleEngine
from ocr.reading import PageReading, read_picture
from samples.conditions import side_by_side

LINES = (
    "Kestrel Bank statement of account",
    "Opening balance 1,200.00",
    "Card payment 48.15",
    "Closing balance 1,151.85",
    "Thank you for banking with us",
)
WORDS = " ".join(LINES).split()
pytestmark = pytest.mark.slow


def page() -> Image:
    picture = np.full((1400, 1000, 3), 252, np.uint8)
    for row, line in enumerate(LINES):
        at = (90, 200 + 220 * row)
        cv2.putText(picture, line, at, cv2.FONT_HERSHEY_DUPLEX, 1.2, (20, 20, 20), 2, cv2.LINE_AA)
    return picture


def tilted(picture: Image, degrees: float) -> Image:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.8)
    return cv2.warpAffine(picture, turn, (width, height), borderValue=(252, 252, 252))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> PaddleEngine:
    return PaddleEngine(tmp_path_factory.mktemp("engine"), threads=2)


def texts(reading: PageReading) -> list[str]:
    return [word.text for line in reading.text.lines for word in line.words]


@pytest.mark.parametrize(
    ("turned", "undone"),
    [(None, 0), (cv2.ROTATE_90_CLOCKWISE, 270), (cv2.ROTATE_180, 180), (cv2.ROTATE_90_COUNTERCLOCKWISE, 90)],
)
def test_a_page_is_read_whichever_way_up_it_comes(engine: PaddleEngine, turned: int | None, undone: int) -> None:
    picture = page() if turned is None else np.ascontiguousarray(cv2.rotate(page(), turned))
    reading = read_picture(picture, 1, engine)
    assert reading.rotation == undone
    assert texts(reading) == WORDS
    # Each word's box leads back to its ink on the picture as it was sent.
    for word in reading.text.words:
        assert ink(picture, reading, word.box) > 0.03, word.text
    assert reading.problems == ()


@pytest.mark.parametrize("degrees", [-12.0, 4.0])
def test_a_crooked_page_is_read_straight(engine: PaddleEngine, degrees: float) -> None:
    reading = read_picture(tilted(page(), degrees), 1, engine)
    assert texts(reading) == WORDS


@pytest.mark.parametrize("width", [3000, 300])
def test_a_picture_is_read_at_twelve_megapixels_and_at_300_pixels_across(engine: PaddleEngine, width: int) -> None:
    reading = read_picture(cv2.resize(page(), (width, width * 7 // 5), interpolation=cv2.INTER_AREA), 1, engine)
    assert texts(reading) == WORDS
    assert reading.problems == ()


def test_two_papers_in_one_picture_are_both_read_and_told(engine: PaddleEngine) -> None:
    sheets = side_by_side(page(), np.random.default_rng(2))
    reading = read_picture(sheets, 1, engine)
    assert set(WORDS) <= set(texts(reading))
    assert "several_papers" in [problem.code for problem in reading.problems]


def ink(picture: Image, reading: PageReading, box: Box) -> float:
    """The dark part of a word's box on the picture as sent."""
    sent = reading.as_sent(box)
    height, width = picture.shape[:2]
    spot = picture[int(sent.top * height) : int(sent.bottom * height), int(sent.left * width) : int(sent.right * width)]
    return float((spot < 128).mean()) if spot.size else 0.0
