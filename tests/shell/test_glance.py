"""A quick look at a page: it tells of a blurred photo with the place, and lets good ones pass whichever way up."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from cases.model import Severity
from ocr.engine import Image, PaddleEngine
from ocr.frames import frame
from ocr.glance import glance, look_at
from ocr.page_picture import page_picture

SAMPLES = Path(__file__).parents[2] / "samples"
BLURRED = (SAMPLES / "11-fernley-blurred-photo" / "documents" / "statement-2026-02.jpg").read_bytes()
SHARP = (SAMPLES / "02-fernley-clean-photos" / "documents" / "statement-2026-02.jpg").read_bytes()
DIGITAL = (SAMPLES / "01-hearth-clean-digital" / "documents" / "passport.pdf").read_bytes()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> PaddleEngine:
    return PaddleEngine(tmp_path_factory.mktemp("engine"))


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_a_blurred_photo_is_told_with_its_place(engine: PaddleEngine, scale: float) -> None:
    image = cv2.resize(frame(BLURRED, 1)[0], None, fx=scale, fy=scale)
    (problem,) = look_at(image, 1, engine, camera=True)
    assert (problem.code, problem.severity) == ("blurred", Severity.HIGH)
    assert problem.box is not None
    assert problem.box.width > 0.3


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_good_photo_passes_whichever_way_up(engine: PaddleEngine, quarters: int) -> None:
    image = np.ascontiguousarray(np.rot90(frame(SHARP, 1)[0], quarters))
    assert [one for one in look_at(image, 1, engine, camera=True) if one.severity is not Severity.INFO] == []


@pytest.mark.slow
def test_an_empty_page_has_no_text_and_a_text_layer_no_trouble(engine: PaddleEngine) -> None:
    assert [one.code for one in look_at(np.full((1600, 1200, 3), 245, np.uint8), 1, engine)] == ["no_text"]
    assert glance(DIGITAL, 1, engine) == ()


def test_a_page_is_shown_as_a_picture_of_its_pixels_alone() -> None:
    shown: Image = cv2.imdecode(np.frombuffer(page_picture(SHARP, 1, widest=300), np.uint8), cv2.IMREAD_COLOR)
    assert max(shown.shape[:2]) == 300
    assert b"Exif" not in page_picture(SHARP, 1, widest=300)
    assert page_picture(DIGITAL, 1).startswith(b"\xff\xd8\xff")
