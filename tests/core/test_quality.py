"""What troubles a picture is told with its place; a sound one is not troubled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import pytest

from cases.model import Box, EngineVersion, Problem, Severity
from ocr.ctc import Character
from ocr.engine import Image, Strip, cut
from ocr.reading import read_picture
from ocr.text import Word
from samples import conditions as made

LINE = "Opening balance 1,200.00 and what was paid in"
LEFT, TOP, ROWS, STEP = 120, 150, 26, 60
WIDTH, HEIGHT = 1200, 1700


class Drawn:
    """An engine that knows where the lines were drawn, and reads all of them as surely as it is told."""

    version = EngineVersion(name="drawn", version="1")

    def __init__(self, sure: float = 0.99, left: int = LEFT, step: int = STEP) -> None:
        self.sure, self.left, self.step = sure, left, step

    def strips(self, image: Image) -> list[Strip]:
        found = []
        for row in range(ROWS - 2):
            top, right = TOP + row * self.step - 26, self.left + 800
            corners = np.array([(self.left, top), (right, top), (right, top + 34), (self.left, top + 34)], np.float32)
            found.append(cut(image, corners))
        return found

    def lines(self, pictures: Sequence[Image]) -> list[tuple[Character, ...]]:
        one = tuple(Character(letter, self.sure, 0.02 * at, 0.02 * at + 0.02) for at, letter in enumerate(LINE))
        return [one for _ in pictures]

    def read(self, image: Image, page: int = 1) -> tuple[Word, ...]:
        return ()


def page(paper: int = 225) -> Image:
    picture = np.full((HEIGHT, WIDTH, 3), paper, np.uint8)
    for row in range(ROWS - 2):
        at = (LEFT, TOP + row * STEP)
        cv2.putText(picture, LINE, at, cv2.FONT_HERSHEY_DUPLEX, 1.0, (20, 20, 20), 2, cv2.LINE_AA)
    return picture


def problems(picture: Image, engine: Drawn | None = None, *, camera: bool = True) -> dict[str, Problem]:
    return {one.code: one for one in read_picture(picture, 1, engine or Drawn(), camera=camera).problems}


def overlap(told: Box | None, true: Box) -> float:
    """The part of the true place that is told, times the part of the told place that is true."""
    assert told is not None
    across = max(0.0, min(told.right, true.right) - max(told.left, true.left))
    down = max(0.0, min(told.bottom, true.bottom) - max(told.top, true.top))
    shared = across * down
    return shared * shared / (told.width * told.height * true.width * true.height)


@pytest.mark.parametrize("camera", [True, False])
def test_a_sound_page_has_no_problem(camera: bool) -> None:
    assert problems(page(), camera=camera) == {}


def test_a_mirrored_lamp_is_told_with_its_place() -> None:
    picture = page(200)
    cv2.ellipse(picture, (800, 900), (170, 120), 0, 0, 360, (255, 255, 255), -1)
    told = problems(picture)
    assert list(told) == ["glare"]
    assert overlap(told["glare"].box, Box(630 / 1200, 780 / 1700, 970 / 1200, 1020 / 1700)) > 0.8


def test_white_paper_does_not_glare() -> None:
    assert problems(page(255)) == {}


def test_blurred_print_is_told_with_its_place() -> None:
    picture = page()
    picture[850:] = made.out_of_focus(picture, 8)[850:]
    told = problems(picture, Drawn(sure=0.8))
    assert list(told) == ["blurred"]
    assert told["blurred"].severity is Severity.HIGH
    assert overlap(told["blurred"].box, Box(0.1, 0.5, 0.8, 0.92)) > 0.6


@pytest.mark.parametrize("degrees", [0, 30, 90, 135])
def test_a_camera_that_moved_blurs_too(degrees: int) -> None:
    assert "blurred" in problems(made.moved(page(), 19, degrees), Drawn(sure=0.6))


def test_doubt_without_a_cause_is_told_where_it_is() -> None:
    told = problems(page(), Drawn(sure=0.8))
    assert [(one.code, one.severity) for one in told.values()] == [("unclear", Severity.MEDIUM)]
    assert told["unclear"].box is not None


def test_a_dark_page_is_told() -> None:
    assert list(problems((page() * 0.25).astype(np.uint8))) == ["dark"]


def test_a_shadow_is_told_only_when_it_hurts() -> None:
    picture = page()
    picture[:, 800:] = (picture[:, 800:] * 0.3).astype(np.uint8)
    assert "shadow" not in problems(picture)
    told = problems(picture, Drawn(sure=0.8))["shadow"]
    assert overlap(told.box, Box(800 / 1200, 0, 1, 1)) > 0.8


def test_a_cut_is_told_with_its_side_and_place() -> None:
    told = problems(np.ascontiguousarray(page()[:, LEFT + 30 :]), Drawn(left=0), camera=False)
    assert list(told) == ["cut_off"]
    assert "on the left" in told["cut_off"].advice
    assert told["cut_off"].box is not None
    assert told["cut_off"].box.right <= 0.06


def test_a_narrow_margin_is_no_cut() -> None:
    assert problems(np.ascontiguousarray(page()[:, LEFT - 4 :]), Drawn(left=0), camera=False) == {}


def test_a_screen_is_told() -> None:
    picture = made.on_a_screen(page(), np.random.default_rng(3))
    assert list(problems(picture, camera=False)) == ["screen"]


@pytest.mark.parametrize(("degrees", "told"), [(2, []), (9, ["skewed"])])
def test_a_page_aslant_is_told_as_information(degrees: int, told: list[str]) -> None:
    class Aslant(Drawn):
        def strips(self, image: Image) -> list[Strip]:
            turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, 1.0)
            return [cut(image, cv2.transform(one.corners[None], turn)[0]) for one in super().strips(image)]

    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, 1.0)
    picture = cv2.warpAffine(page(), turn, (WIDTH, HEIGHT), borderValue=(225, 225, 225))
    found = problems(picture, Aslant(), camera=False)
    assert list(found) == told
    assert all(one.severity is Severity.INFO for one in found.values())


SOUND: dict[str, Callable[[Image], Image]] = {
    "grainy": lambda picture: made._grainy(picture.astype(np.float32), np.random.default_rng(1), 6.0),
    "stamped": lambda picture: made.stamped(picture, np.random.default_rng(1)),
    "a dark band": lambda picture: cv2.rectangle(picture, (0, 0), (WIDTH, 90), (60, 40, 30), -1),
    "JPEG": lambda picture: cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 40])[1], 1),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_does_not_hurt_is_not_told(name: str) -> None:
    assert problems(SOUND[name](page())) == {}
