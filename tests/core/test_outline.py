"""A sheet's corners are found under shadows and thumbs; where no four edges vouch for a sheet, none is made up."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from ocr.outline import sheets

CORNERS = np.array([[160, 150], [860, 190], [830, 1120], [120, 1080]], np.float32)
Picture = NDArray[np.uint8]


def photographed(corners: NDArray[np.float32] = CORNERS, paper: int = 235, table: int = 90) -> Picture:
    picture = np.full((1300, 1000, 3), table, np.uint8)
    cv2.fillConvexPoly(picture, corners.astype(np.int32), (paper, paper, paper), cv2.LINE_AA)
    for row in range(300, 1000, 40):
        cv2.line(picture, (220, row), (760, row), (40, 40, 40), 5)
    return picture


def shaded(picture: Picture) -> Picture:
    """A shadow over the lower right, as of the hand that holds the phone."""
    across, down = np.meshgrid(np.linspace(0, 1, 1000), np.linspace(0, 1, 1300))
    shade = 1 - 0.45 / (1 + np.exp(-14 * (across + down - 1.3)))
    return (picture * shade[:, :, None]).astype(np.uint8)


def held(picture: Picture) -> Picture:
    """A thumb that reaches in from the left rim over the upper left corner."""
    thumbed = picture.copy()
    cv2.line(thumbed, (-80, 330), (170, 180), (150, 175, 215), 90, cv2.LINE_AA)
    return thumbed


@pytest.mark.parametrize(
    "picture",
    [
        photographed(),
        shaded(photographed()),
        held(photographed()),
        held(shaded(photographed())),
        photographed(table=200),
    ],
    ids=["plain", "shadow", "thumb", "thumb and shadow", "pale table"],
)
def test_the_corners_of_a_sheet_are_found(picture: Picture) -> None:
    found = next(iter(sheets(picture)), None)
    assert found is not None
    assert float(np.abs(found - CORNERS).max()) < 12


def test_a_white_box_on_a_sheet_is_not_the_sheet() -> None:
    picture = photographed(paper=190)
    cv2.rectangle(picture, (200, 520), (770, 1000), (250, 250, 250), -1)
    found = next(iter(sheets(picture)), None)
    assert found is not None
    assert float(np.abs(found - CORNERS).max()) < 12


@pytest.mark.parametrize("shade", [30, 128, 250])
def test_a_picture_without_a_sheet_has_no_outline(shade: int) -> None:
    picture = np.full((900, 700, 3), shade, np.uint8)
    for row in range(80, 820, 40):
        cv2.line(picture, (60, row), (600, row), (255 - shade,) * 3, 4)
    assert not sheets(picture)


def test_a_sheet_that_reaches_beyond_the_picture_is_left_alone() -> None:
    beyond = CORNERS + np.array([-400, 0], np.float32)
    assert not sheets(photographed(beyond))


def test_two_sheets_side_by_side_are_both_found() -> None:
    both = np.hstack([photographed(), photographed()])
    found = sheets(both)
    assert len(found) == 2
    assert sorted(round(float(one[:, 0].mean()) / 1000) for one in found) == [0, 1]
