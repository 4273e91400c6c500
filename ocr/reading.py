"""One page of a file, read: from the text layer where the page has one, else from its picture."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from cases.errors import BadInput
from cases.model import Box, EngineVersion, Problem, Severity, Tier
from ocr.barcodes import barcodes_in
from ocr.clean import Matrix, evened, flattened, is_photo, reads_well, turn_of, upright_map
from ocr.dewarp import Bend
from ocr.engine import Engine, Image, words_of
from ocr.frames import frame
from ocr.limits import Limits
from ocr.mrz_look import look
from ocr.outline import sheets
from ocr.pages import Media, sniff
from ocr.quality import Seen, problems_of
from ocr.sight import Sight, read_as_it_is, unbent
from ocr.signal import Signal
from ocr.tamper_picture import fingerprint
from ocr.text import PageText

UNMOVED = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What was read of one page. Its words stand on the page as cleaned: flat, straight and upright."""

    number: int
    text: PageText
    problems: tuple[Problem, ...] = ()
    rotation: int = 0
    """By how many degrees clockwise the page sent had to be turned to stand upright: 0, 90, 180 or 270."""
    engine: EngineVersion | None = None
    """None for a page read from its text layer."""
    signals: tuple[Signal, ...] = ()
    """What the page tells of how it was made, with boxes on the page as sent."""
    fingerprint: str = ""
    """What a page read from its picture is known again by (`ocr/tamper_picture.py`)."""
    back: tuple[float, ...] = UNMOVED
    """The homography, row by row, from fractions of the cleaned page to fractions of the page as sent."""
    bend: Bend | None = None
    """How the page was bent before it was made level; `back` starts from the bent page then."""

    def as_sent(self, box: Box) -> Box:
        """Where a box of the cleaned page stands on the page as it was sent."""
        return _sent(box, self.back, self.bend)


def page_key(sha256: str, number: int) -> str:
    """What a page's reading is kept under: a hash of the file's hash and the page's number."""
    return hashlib.sha256(f"{sha256}/{number}".encode()).hexdigest()


def read_page(data: bytes, number: int, engine: Engine, limits: Limits = Limits()) -> PageReading:  # noqa: B008
    """Reads page `number` (from 1) of a file that `inspect` found no fault with.

    Raises BadInput for a page that the file does not have.
    """
    if sniff(data) is Media.PDF:
        return _read_pdf_page(data, number, engine, limits)
    image, camera = frame(data, number)
    return read_picture(image, number, engine, camera=camera)


def unreadable(number: int, code: str, advice: str) -> PageReading:
    """The reading of a page that gave none, with the reason as its problem; the rest of the file goes on."""
    problem = Problem(code=code, advice=advice, page=number, severity=Severity.HIGH)
    return PageReading(number=number, text=PageText(number, 1.0, 1.0, Tier.SCAN, ()), problems=(problem,))


def read_picture(image: Image, number: int, engine: Engine, *, camera: bool = False) -> PageReading:
    """Reads a picture (blue-green-red) in any orientation."""
    photo = camera or is_photo(image)
    papers = sheets(image) if photo else []
    # Of several papers none is cut out: what stands on the others would be lost.
    flat, to_flat = flattened(image, papers[0]) if len(papers) == 1 else (image, np.eye(3))
    lit = evened(flat) if photo else flat
    page = read_as_it_is(lit, engine)
    turn = 0 if reads_well(page.strips, page.lines) else turn_of(page.strips, engine.lines)
    if turn:
        # The detector sees print best upright, so a turned page is looked at once more.
        page = read_as_it_is(np.ascontiguousarray(np.rot90(page.image, -turn // 90)), engine)
    page = unbent(page, engine)
    level, size, sent = page.page(), page.size, (image.shape[1], image.shape[0])
    words = tuple(
        word
        for strip, line in zip(page.strips, page.lines, strict=True)
        for word in words_of(line, _moved(strip.corners, page.straight), size, number)
    )
    turned, _ = upright_map((flat.shape[1], flat.shape[0]), turn, 0.0)
    moved = page.to_page @ turned @ to_flat
    back, from_flat = _back(moved, size, sent), _back(to_flat, (flat.shape[1], flat.shape[0]), sent)
    seen = Seen(
        sheet=flat,
        papers=len(papers),
        photo=photo,
        slant=_slant(moved, size),
        sight=page,
        of_sheet=lambda box: _sent(box, from_flat),
        of_image=lambda box: _sent(_on_page(box, page), back, page.bend),
    )
    tier = Tier.PHOTO if photo else Tier.SCAN
    return PageReading(
        number=number,
        text=PageText(number, float(size[0]), float(size[1]), tier, look(level, words, engine), barcodes_in(level)),
        problems=problems_of(seen, number),
        rotation=turn,
        engine=engine.version,
        back=back,
        bend=page.bend,
        fingerprint=fingerprint(flat),
    )


def _read_pdf_page(data: bytes, number: int, engine: Engine, limits: Limits) -> PageReading:
    from ocr.drawn_codes import has_codes
    from ocr.pdf import open_pdf, page_of, picture
    from ocr.tamper_layer import annotation_signals
    from ocr.text_layer import text_layer

    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise BadInput(f"The file has no page {number}; it has {len(document)}.")
        laid_over = annotation_signals(document[number - 1], number)
        page = page_of(document, number)
        layer = text_layer(page, number)
        signals = (*laid_over, *layer.signals)
        if layer.words:
            codes = barcodes_in(picture(page, limits)) if has_codes(page) else ()
            text = PageText(number, page.get_width(), page.get_height(), Tier.DIGITAL, layer.words, codes)
            return PageReading(number=number, text=text, signals=signals)
        image = picture(page, limits)
    finally:
        document.close()
    return replace(read_picture(image, number, engine), signals=signals)


def _moved(corners: NDArray[Any], matrix: NDArray[Any]) -> NDArray[Any]:
    moved: NDArray[Any] = cv2.perspectiveTransform(corners[None].astype(np.float64), matrix)[0]
    return moved


def _sent(box: Box, back: tuple[float, ...], bend: Bend | None = None) -> Box:
    """Where a box of a page stands on the page as sent; `back` and `bend` as a reading has them."""
    if back == UNMOVED and bend is None:
        return box
    steps = np.linspace(box.left, box.right, 5 if bend else 2)
    points = np.array([(x, y) for x in steps for y in (box.top, box.bottom)])
    points = bend.bent(points) if bend else points
    moved = cv2.perspectiveTransform(points[None], np.array(back).reshape(3, 3))[0]
    (left, top), (right, bottom) = moved.min(axis=0), moved.max(axis=0)
    return Box.within(float(left), float(top), float(right), float(bottom))


def _on_page(box: Box, page: Sight) -> Box:
    """A box of the picture in which the lines were read, on the cleaned page."""
    height, width = page.image.shape[:2]
    corners = np.array([(x * width, y * height) for x in (box.left, box.right) for y in (box.top, box.bottom)])
    moved = _moved(corners, page.straight) / page.size
    return Box.within(*(float(one) for one in (*moved.min(axis=0), *moved.max(axis=0))))


def _slant(matrix: Matrix, size: tuple[int, int]) -> float:
    """By how many degrees the page lies off the nearest upright in the picture sent, which `matrix` takes to it."""
    middle, reach = np.array(size) / 2, np.array([size[0] / 4, 0])
    left, right = _moved(np.array([middle - reach, middle + reach]), np.linalg.inv(matrix))
    return (math.degrees(math.atan2(right[1] - left[1], right[0] - left[0])) + 45) % 90 - 45


def _back(matrix: NDArray[Any], size: tuple[int, int], sent: tuple[int, int]) -> tuple[float, ...]:
    """The inverse of a pixel map, between page fractions."""
    if np.allclose(matrix, np.eye(3)):
        return UNMOVED
    inverse = np.diag([1 / sent[0], 1 / sent[1], 1]) @ np.linalg.inv(matrix) @ np.diag([size[0], size[1], 1])
    return tuple(round(float(value), 9) for value in (inverse / inverse[2, 2]).ravel())
