"""Picture files become pixels that a person would see: on white paper, the right way round, frame by frame."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from cases.errors import BadInput
from ocr.frames import frame
from ocr.limits import Limits
from ocr.pages import inspect


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, form, **options)
    return held.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_is_white_paper(mode: str) -> None:
    clear = Image.new(mode, (40, 30), (0,) * len(mode))
    assert frame(saved(clear, "PNG"), 1)[0].min() == 255


def test_a_transparent_colour_of_a_palette_is_white_paper() -> None:
    palette = Image.new("P", (40, 30), 0)
    palette.putpalette([0, 0, 0] * 256)
    assert frame(saved(palette, "PNG", transparency=0), 1)[0].min() == 255


def test_sixteen_bits_become_eight() -> None:
    deep = Image.fromarray(np.full((30, 40), 30_000, np.uint16))
    assert set(np.unique(frame(saved(deep, "PNG"), 1)[0])) == {117}


@pytest.mark.parametrize("mode", ["1", "L", "CMYK"])
def test_white_is_white_in_every_colour_space(mode: str) -> None:
    white = Image.new(mode, (40, 30), (0, 0, 0, 0) if mode == "CMYK" else "white")
    assert frame(saved(white, "TIFF"), 1)[0].min() == 255


def test_a_photo_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Example"
    image, camera = frame(saved(Image.new("RGB", (40, 30), "white"), "JPEG", exif=exif), 1)
    assert image.shape == (40, 30, 3)
    assert camera


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_that_a_camera_can_say_is_undone(orientation: int) -> None:
    """EXIF 2.32: what a camera stores so turned or mirrored shows its dark corner at the top left again."""
    upright = np.full((80, 120), 255, np.uint8)
    upright[:32, :32] = 0
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, 3),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    image, _ = frame(saved(Image.fromarray(np.ascontiguousarray(stored)), "JPEG", exif=exif), 1)
    assert image.shape[:2] == (80, 120)
    assert image[:24, :24].max() < 60
    assert image[40:].min() > 200


def test_a_picture_without_exif_comes_from_no_camera_that_we_know() -> None:
    assert not frame(saved(Image.new("RGB", (40, 30)), "JPEG"), 1)[1]


def test_a_frame_is_found_by_its_number() -> None:
    frames = [Image.new("L", (30, 30), shade) for shade in (0, 128, 255)]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert [int(frame(data, number)[0].max()) for number in (1, 2, 3)] == [0, 128, 255]
    with pytest.raises(BadInput, match="no page 4"):
        frame(data, 4)


def test_a_later_frame_may_not_be_larger_than_the_first() -> None:
    """The limit holds for every frame: a small first one must not carry a bomb in."""
    data = saved(Image.new("1", (30, 30)), "TIFF", save_all=True, append_images=[Image.new("1", (3000, 3000))])
    found = inspect(data, "fax.tif", Limits(pixels=1_000_000))
    assert [problem.code for problem in found.problems] == ["too_many_pixels"]
    assert "3000 x 3000" in found.problems[0].advice
