"""What reads a picture: PaddleOCR's detector and recogniser (PP-OCRv6 small) on onnxruntime.

The engine sees upright pictures (`ocr/clean.py` sees to that) and gives words with boxes on the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from cases.model import Box, EngineVersion, Origin
from ocr.ctc import Character, decode
from ocr.engine_version import current_version
from ocr.gaps import spaced
from ocr.runtime import Compute, Graph, Lanes
from ocr.text import Word, is_cjk
from ocr.weights import DETECTOR, MODEL, characters, lay_out

Image = NDArray[Any]

LONG_SIDE = (736, 1280, 1600)
"""The detector sees a page whose longer side is no less than the first of these, in pixels, and no more than the last;
down to the middle one it is shrunk, since its work grows with the square."""
SHRUNK = 0.7
"""Pages up to the last size are shrunk to no less than this part; larger ones hold finer print for their size."""
LINE_HEIGHT = 48
NARROWED = 0.9
"""Lines are read at this part of their width, which costs as much less and reads as well (docs/figures.md)."""
WIDEST = 3200
WIDTH_STEP = 8
"""Lines are padded to widths that are multiples of this, in pixels: the recogniser takes one step for each."""
STEEP = 1.5
"""A box this much higher than wide holds a line that runs up or down."""
WIDE_GAP = 0.9
"""Chinese characters further apart than this many line heights stand in different words."""


class Engine(Protocol):
    """Reads pictures (height x width x 3, blue-green-red, 8 bit)."""

    @property
    def version(self) -> EngineVersion: ...

    def strips(self, image: Image) -> list[Strip]:
        """The lines of print that a picture shows, whichever way up."""
        ...

    def lines(self, pictures: Sequence[Image]) -> list[tuple[Character, ...]]:
        """The characters of each line picture."""
        ...

    def read(self, image: Image, page: int = 1) -> tuple[Word, ...]:
        """The words of an upright picture."""
        ...


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of print cut from a picture: its four corners there, clockwise from where the line begins."""

    corners: NDArray[Any]
    image: Image
    steep: bool = False
    """Whether it ran up or down in the picture; its image reads from the bottom up."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The models in memory."""

    detect: Callable[..., Any]
    recognise: Lanes
    alphabet: tuple[str, ...]


class PaddleEngine:
    """PaddleOCR 3.7 with its models on onnxruntime, loaded with the first picture.

    `folder` keeps the laid-out model folders, `models` replaces the weights that come with the installation, and
    `threads` is for one picture at a time: one each when there are as many readers as cores.
    """

    def __init__(self, folder: Path, models: Path | None = None, threads: int = 1) -> None:
        self._folder, self._models, self._threads = folder, models, threads

    @property
    def version(self) -> EngineVersion:
        return current_version()

    def load(self) -> None:
        """Loads the models now. Raises BrokenInstallation when the weights are not the right ones."""
        _ = self._loaded

    @cached_property
    def _loaded(self) -> Loaded:
        import paddleocr
        from paddlex.inference.utils import official_models

        # PaddleX would ask model hosts whether it can reach them; it is given its models and has no need to.
        official_models.DISABLE_MODEL_SOURCE_CHECK = True
        weights = lay_out(self._folder, self._models)
        detector = paddleocr.TextDetection(
            model_name=DETECTOR,
            model_dir=str(weights.detector),
            limit_side_len=LONG_SIDE[-1],
            limit_type="max",
            engine="onnxruntime",
            engine_config={"intra_op_num_threads": 1, "log_severity_level": 3},
        )
        detector.paddlex_predictor.runner = Graph(weights.detector / MODEL, self._threads)
        return Loaded(
            detector.predict, Lanes(weights.recogniser / MODEL, self._threads), characters(weights.recogniser)
        )

    def read(self, image: Image, page: int = 1) -> tuple[Word, ...]:
        """The words of an upright picture, boxes as fractions of it."""
        strips = self.strips(image)
        size = (image.shape[1], image.shape[0])
        return tuple(
            word
            for strip, line in zip(strips, self.lines([strip.image for strip in strips]), strict=True)
            for word in words_of(line, strip.corners, size, page)
        )

    def strips(self, image: Image) -> list[Strip]:
        """The lines that the detector sees, each cut out and laid level."""
        scale = _detector_scale(image)
        seen = image if scale == 1 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        found = next(iter(self._loaded.detect(seen)))
        return [cut(image, np.asarray(corners, np.float32) / scale) for corners in found["dt_polys"]]

    def lines(self, pictures: Sequence[Image]) -> list[tuple[Character, ...]]:
        """The characters of each line picture, in the order given; as many are read at once as there are threads."""
        return self._loaded.recognise(self._line, pictures)

    def _line(self, compute: Compute, picture: Image) -> tuple[Character, ...]:
        width = _line_width(picture)
        line = _padded(picture, width)
        return spaced(picture, decode(compute(line)[0], self._loaded.alphabet, width / line.shape[3]))


def words_of(line: Sequence[Character], corners: NDArray[Any], size: tuple[int, int], page: int) -> Iterator[Word]:
    """A line's words: parted at spaces, and between Chinese characters that stand far apart."""
    length = float(np.linalg.norm(corners[1] - corners[0])) or 1.0
    height = float(np.linalg.norm(corners[3] - corners[0])) or 1.0
    run: list[Character] = []
    for character in line:
        apart = run and is_cjk(run[-1].text) and (character.left - run[-1].right) * length > WIDE_GAP * height
        if character.text.isspace() or apart:
            if run:
                yield _word(run, corners, size, page)
            run = []
        if not character.text.isspace():
            run.append(character)
    if run:
        yield _word(run, corners, size, page)


def cut(image: Image, corners: NDArray[Any]) -> Strip:
    """The quadrilateral as a level picture; a line that runs up or down is turned to read from left to right."""
    width = int(max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[3] - corners[2]))) or 1
    height = int(max(np.linalg.norm(corners[0] - corners[3]), np.linalg.norm(corners[1] - corners[2]))) or 1
    steep = height > STEEP * width
    if steep:
        corners = np.roll(corners, 1, axis=0)
        width, height = height, width
    level = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turned = cv2.getPerspectiveTransform(corners.astype(np.float32), level)
    picture = cv2.warpPerspective(
        image, turned, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return Strip(corners, picture, steep)


def _word(run: Sequence[Character], corners: NDArray[Any], size: tuple[int, int], page: int) -> Word:
    left, right = run[0].left, max(run[-1].right, run[0].left)
    top_edge, bottom_edge = corners[1] - corners[0], corners[2] - corners[3]
    points = [
        edge[0] + edge[1] * at for edge in ((corners[0], top_edge), (corners[3], bottom_edge)) for at in (left, right)
    ]
    xs, ys = [point[0] / size[0] for point in points], [point[1] / size[1] for point in points]
    return Word(
        "".join(character.text for character in run),
        Box.within(float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys))),
        round(min(character.confidence for character in run), 4),
        Origin.OCR,
        page,
        _alternatives(run),
    )


def _alternatives(run: Sequence[Character]) -> tuple[str, ...]:
    """The word with one doubtful character exchanged, the most doubtful first."""
    doubtful = sorted((one.confidence, index) for index, one in enumerate(run) if one.second)
    texts = [one.text for one in run]
    return tuple("".join([*texts[:index], run[index].second, *texts[index + 1 :]]) for _, index in doubtful[:4])


def _detector_scale(image: Image) -> float:
    long = int(max(image.shape[:2]))
    least, enough, most = LONG_SIDE
    if long < least:
        return min(2.0, least / long)
    return min(long, most, max(enough, SHRUNK * long)) / long


def _line_width(picture: Image) -> int:
    height, width = picture.shape[:2]
    return int(min(WIDEST, max(16, np.ceil(NARROWED * LINE_HEIGHT * width / height))))


def _padded(picture: Image, width: int) -> NDArray[Any]:
    """The line at the recogniser's height, on a ground that makes its width whole steps."""
    sized = cv2.resize(
        picture,
        (width, LINE_HEIGHT),
        interpolation=cv2.INTER_AREA if picture.shape[0] > LINE_HEIGHT else cv2.INTER_CUBIC,
    )
    made = np.zeros((1, 3, LINE_HEIGHT, -(-width // WIDTH_STEP) * WIDTH_STEP), np.float32)
    made[0, :, :, :width] = (sized.astype(np.float32).transpose(2, 0, 1) / 255 - 0.5) / 0.5
    return made
