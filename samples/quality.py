"""What a scanner or a phone makes of a paper. The same seed makes the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from samples.table_top import tabletop, thumb_over

Picture = NDArray[np.uint8]
"""Height, width and three channels: blue, green, red."""

SCAN_DPI = 200
SCAN_QUALITY = 62
PLATEN_MM = (210, 297)
PHOTO_SIZE = (2448, 3264)
"""Width and height in pixels: what a phone's 12 megapixels are sent as."""
PHOTO_QUALITIES = (80, 76, 72, 68, 64)
MOST_PHOTO_BYTES = 690_000
ON_ITS_SIDE = 6
"""EXIF 2.32, orientation: the picture has to be turned a quarter clockwise to stand upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """How a photo was taken; lengths are parts of the picture's width."""

    fill: float = 0.86
    """How much of the frame the paper takes."""
    tilt: float = 0.035
    """How far its corners are from a rectangle."""
    blur: float = 1.1
    """Standard deviation in pixels."""
    noise: float = 2.2
    """Standard deviation in steps of brightness."""


def pages_of(pdf: bytes, dpi: int) -> list[Picture]:
    """The pages as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_numpy()[:, :, :3].copy() for page in document]
    finally:
        document.close()


def scan(pdf: bytes, seed: int) -> bytes:
    """An image-only PDF as a flat-bed scanner in an office makes it: grey, a little crooked, with dust."""
    random = np.random.default_rng(seed)
    return as_pdf([_scanned(page, random) for page in pages_of(pdf, SCAN_DPI)], SCAN_DPI)


def _scanned(page: Picture, random: np.random.Generator) -> Picture:
    width, height = (round(side / 25.4 * SCAN_DPI) for side in PLATEN_MM)
    if page.shape[1] > page.shape[0]:
        # A page that is wider than high is laid in sideways, and the scanner's software turns it upright.
        width, height = height, width
    bed = np.full((height, width, 3), 250, np.uint8)
    page = page[:height, :width]
    left, top = (width - page.shape[1]) // 2, 0 if page.shape[0] > height * 0.9 else height // 12
    bed[top : top + page.shape[0], left : left + page.shape[1]] = page[: height - top]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(random.uniform(-0.7, 0.7)), 1.0)
    bed = cv2.warpAffine(bed, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 250))
    grey = cv2.GaussianBlur(cv2.cvtColor(bed, cv2.COLOR_BGR2GRAY), (0, 0), 0.55).astype(np.float32)
    shade = np.linspace(*random.uniform(0.955, 1.0, 2), width, dtype=np.float32)
    grey = grey * shade * 0.95 + 8 + random.normal(0, 2.4, grey.shape).astype(np.float32)
    for _ in range(14):
        spot = tuple(int(random.integers(0, side)) for side in (width, height))
        cv2.circle(grey, spot, int(random.integers(1, 3)), float(random.integers(60, 190)), -1, cv2.LINE_AA)
    return np.clip(grey, 0, 255).astype(np.uint8)


def as_pdf(pictures: list[Picture], dpi: int) -> bytes:
    """Pictures as the pages of a PDF without a text layer."""
    with pikepdf.new() as book:
        for picture in pictures:
            height, width = picture.shape[:2]
            box = [0, 0, round(width * 72 / dpi, 2), round(height * 72 / dpi, 2)]
            image = book.make_stream(
                _jpeg(picture, SCAN_QUALITY),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=width,
                Height=height,
                ColorSpace=pikepdf.Name.DeviceGray if picture.ndim == 2 else pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=box,
                Contents=book.make_stream(f"q {box[2]} 0 0 {box[3]} 0 0 cm /Scan Do Q".encode()),
                Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image)),
            )
            book.pages.append(pikepdf.Page(book.make_indirect(page)))
        book.docinfo["/Producer"] = "Office copier"
        held = io.BytesIO()
        book.save(held, deterministic_id=True)
        return held.getvalue()


def photos(pdf: bytes, seed: int, *, rotate_exif: bool = False, thumb: bool = False) -> list[bytes]:
    """A JPEG of each page, photographed on a table by hand."""
    made = []
    for number, page in enumerate(pages_of(pdf, 260)):
        random = np.random.default_rng([seed, number])
        made.append(as_photo(photographed(page, random, thumb=thumb), on_side=rotate_exif))
    return made


def too_blurred(pdf: bytes, seed: int) -> bytes:
    """A photo of the first page, taken while moving: nothing on it can be read."""
    random = np.random.default_rng(seed)
    picture = photographed(pages_of(pdf, 200)[0], random, Shot(fill=0.7, tilt=0.06, blur=4.0))
    reach = 61
    streak = cv2.warpAffine(
        np.eye(reach, dtype=np.float32),
        cv2.getRotationMatrix2D((reach // 2, reach // 2), float(random.uniform(0, 60)), 1.0),
        (reach, reach),
    )
    return as_photo(cv2.filter2D(picture, -1, streak / streak.sum()))


def photographed(
    page: Picture,
    random: np.random.Generator,
    shot: Shot = Shot(),
    *,
    thumb: bool = False,
) -> Picture:
    """A page photographed on a table by hand."""
    width, height = PHOTO_SIZE
    corners = _corners(page, shot, random)
    table = tabletop(width, height, random)
    flat = np.array([[0, 0], [page.shape[1], 0], [page.shape[1], page.shape[0]], [0, page.shape[0]]], np.float32)
    view = cv2.getPerspectiveTransform(flat, corners)
    paper = cv2.warpPerspective(page, view, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.fillConvexPoly(np.zeros((height, width), np.float32), corners.astype(np.int32), 1.0, cv2.LINE_AA)
    fallen = cv2.GaussianBlur(np.roll(mask, (14, 10), axis=(0, 1)), (0, 0), 16)
    scene = table * (1 - 0.5 * fallen)[:, :, None]
    scene = scene * (1 - mask)[:, :, None] + paper.astype(np.float32) * mask[:, :, None]
    if thumb:
        scene = thumb_over(scene, corners, random)
    scene = scene * _light(width, height, random)[:, :, None] * np.array([0.93, 0.98, 1.0], np.float32)
    scene = cv2.GaussianBlur(scene, (0, 0), shot.blur)
    grain = random.normal(0, shot.noise, (height // 2, width // 2)).astype(np.float32)
    scene += cv2.resize(grain, (width, height), interpolation=cv2.INTER_LINEAR)[:, :, None]
    return np.clip(scene, 0, 255).astype(np.uint8)


def _corners(page: Picture, shot: Shot, random: np.random.Generator) -> NDArray[np.float32]:
    """Where the paper's corners come to lie in the picture, from the top left clockwise."""
    width, height = PHOTO_SIZE
    scale = min(width * shot.fill / page.shape[1], height * shot.fill / page.shape[0])
    half = np.array([page.shape[1], page.shape[0]]) * scale / 2
    angle = np.deg2rad(random.uniform(-2.5, 2.5))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    centre = np.array([width, height]) / 2 + random.uniform(-0.01, 0.01, 2) * width
    # The phone is held a little from below: what is further away is smaller.
    square[:2, 0] *= 1 - shot.tilt
    return (square @ turn.T + centre + random.uniform(-0.3, 0.3, (4, 2)) * shot.tilt * width).astype(np.float32)


def _light(width: int, height: int, random: np.random.Generator) -> NDArray[np.float32]:
    """A window to one side, and the soft shadow of the hand that holds the phone."""
    x, y = np.meshgrid(np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32))
    angle = random.uniform(0, 2 * np.pi)
    light = 0.93 + 0.09 * (np.cos(angle) * x + np.sin(angle) * y)
    across, down, size = random.uniform(-0.5, 0.5), random.uniform(0.4, 1.0), random.uniform(0.5, 0.8)
    shadow = 1 / (1 + np.exp(-14 * (size - np.hypot(x - across, (y - down) * 1.2))))
    return (light * (1 - 0.3 * shadow)).astype(np.float32)


def _jpeg(picture: Picture, quality: int) -> bytes:
    held = io.BytesIO()
    colours = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
    Image.fromarray(colours).save(held, "JPEG", quality=quality, optimize=True)
    return held.getvalue()


def as_photo(picture: Picture, *, on_side: bool = False) -> bytes:
    """With a phone's EXIF data; of the qualities, the best that is not too large to be kept in a repository."""
    if on_side:
        picture = np.ascontiguousarray(np.rot90(picture))
    exif = Image.Exif()
    exif[0x0112] = ON_ITS_SIDE if on_side else 1
    exif[0x010F], exif[0x0110] = "Example", "Phone 9"
    exif[0x0132] = "2026:03:08 18:21:07"
    colours = Image.fromarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
    for quality in PHOTO_QUALITIES:
        held = io.BytesIO()
        colours.save(held, "JPEG", quality=quality, optimize=True, exif=exif)
        if held.tell() <= MOST_PHOTO_BYTES:
            break
    return held.getvalue()
