"""What befalls a paper before its picture arrives: bends, bad light, screens, copiers, stamps and pens.

Every effect takes a picture and a generator seeded by the caller, and gives a new picture; the same seed makes the
same picture. Effects on the paper come before the photo is taken, effects of light and lens after it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.table_top import tabletop

Picture = NDArray[np.uint8]
Map = NDArray[np.float32]
"""For every pixel (height, width) of a photo, one coordinate."""
Relief = Callable[[Map, Map], Map]
"""How high above the table the paper lies at a place; lengths are parts of the paper's width."""

FRAME = (1836, 2448)
"""Width and height of a photo in pixels."""
CAMERA = 2.6
"""The camera's height above the table, in paper widths."""
STEPS = 12
"""How often the place where a ray meets a bent paper is improved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the camera is held and how the paper lies; angles in degrees."""

    lean: float = 4.0
    """How far the camera looks from below rather than straight down."""
    sway: float = 0.0
    """How far it looks from the side."""
    roll: float = 1.0
    """How far the paper is turned in the picture."""
    fill: float = 0.84
    """Part of the frame's width or height that the paper takes."""


def flat(across: Map, down: Map) -> Map:
    """A paper that lies flat."""
    return np.zeros_like(across)


def curled(height: float) -> Relief:
    """A cylinder as of a page in a bound book: the left edge on the table, the middle `height` widths above it."""
    return lambda across, down: (height * np.sin(np.pi * np.clip(across + 0.5, 0, 1) ** 1.3)).astype(np.float32)


def wavy(height: float) -> Relief:
    """A sheet that was rolled up: one edge down, the other up, more so at its foot."""
    return lambda across, down: (height * np.sin(2.2 * np.pi * across) * (0.6 + 0.5 * down)).astype(np.float32)


def creased(height: float) -> Relief:
    """A letter folded in three and once down the middle, opened again."""

    def relief(across: Map, down: Map) -> Map:
        thirds = np.abs((down / 1.414 + 0.5) * 3 % 2 - 1)
        return (height * (thirds + 1 - 2 * np.abs(across))).astype(np.float32)

    return relief


def photographed(page: Picture, random: np.random.Generator, relief: Relief = flat, view: View = View()) -> Picture:
    """The page on a table, photographed by hand in good light; a bent page is shaded by its own slopes."""
    width, height = FRAME
    across, down, shade = (cv2.resize(one, FRAME) for one in _met(page, relief, view))
    column, row = across * page.shape[1] + page.shape[1] / 2, down * page.shape[1] + page.shape[0] / 2
    paper = cv2.remap(_softened(page, view), column, row, cv2.INTER_LINEAR, borderValue=(0, 0, 0))
    inside = (column >= 0) & (column < page.shape[1]) & (row >= 0) & (row < page.shape[0])
    mask = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.8)
    fallen = cv2.GaussianBlur(np.roll(mask, (14, 10), axis=(0, 1)), (0, 0), 16)
    scene = tabletop(width, height, random) * (1 - 0.5 * fallen)[:, :, None] * (1 - mask)[:, :, None]
    scene += paper.astype(np.float32) * (shade * mask)[:, :, None]
    scene *= np.linspace(0.98, 0.84, width, dtype=np.float32)[None, :, None] * np.array([0.93, 0.98, 1], np.float32)
    scene = cv2.GaussianBlur(scene, (0, 0), 1.0)
    return _grainy(scene, random, 2.2)


def _met(page: Picture, relief: Relief, view: View) -> tuple[Map, Map, Map]:
    """For every fourth pixel of the photo: the place on the paper (its middle is 0, 0) it shows, and its brightness."""
    width, height = FRAME
    tall = page.shape[0] / page.shape[1]
    focal = CAMERA * min(width * view.fill, height * view.fill / tall)
    x, y = np.meshgrid(*(np.arange(1.5, side, 4, dtype=np.float32) - side / 2 for side in FRAME))
    lean, sway, roll = np.radians([view.lean, view.sway, view.roll])
    turn = _turn(0, 1, roll) @ _turn(0, 2, sway) @ _turn(1, 2, lean)
    rays = np.stack([x / focal, y / focal, np.ones_like(x)], axis=-1) @ turn.T.astype(np.float32)
    eye = turn @ np.array([0, 0, -CAMERA])
    across, down = (_plane(eye, rays, np.zeros_like(x), axis) for axis in (0, 1))
    for _ in range(STEPS):
        lift = relief(across, down)
        across, down = (_plane(eye, rays, lift, axis) for axis in (0, 1))
    slope = (relief(across + 0.004, down) - relief(across - 0.004, down)) / 0.008
    return _arc(relief, across), down, np.clip(1 - 0.35 * slope, 0.45, 1.06).astype(np.float32)


def _arc(relief: Relief, across: Map) -> Map:
    """Lengths along the bent paper, from its middle, for lengths along the table."""
    places = np.linspace(-1, 1, 401, dtype=np.float32)
    slope = np.gradient(relief(places, np.zeros_like(places)), places)
    lengths = np.cumsum(np.sqrt(1 + slope**2)) * 0.005
    return np.interp(across, places, lengths - lengths[200]).astype(np.float32)


def _plane(eye: NDArray[np.float64], rays: Map, lift: Map, axis: int) -> Map:
    """Where rays meet the height `lift` above the table: the coordinate of `axis`."""
    along = (-lift - eye[2]) / rays[:, :, 2]
    return (eye[axis] + along * rays[:, :, axis]).astype(np.float32)


def _turn(one: int, other: int, angle: float) -> NDArray[np.float64]:
    made = np.eye(3)
    made[one, one] = made[other, other] = np.cos(angle)
    made[one, other], made[other, one] = -np.sin(angle), np.sin(angle)
    return made


def _softened(page: Picture, view: View) -> Picture:
    """The page with no more detail than the photo has pixels for."""
    ratio = page.shape[1] / (FRAME[0] * view.fill)
    return cv2.GaussianBlur(page, (0, 0), 0.5 * ratio) if ratio > 1 else page


def turned(picture: Picture, degrees: float) -> Picture:
    """A scan that went in crooked: turned counter-clockwise on a white ground, nothing lost."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    sine, cosine = abs(matrix[0, 1]), abs(matrix[0, 0])
    size = (int(height * sine + width * cosine), int(height * cosine + width * sine))
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_AREA, borderValue=(250, 250, 250))


def in_shadow(picture: Picture, random: np.random.Generator) -> Picture:
    """A hard shadow with a straight edge across the page."""
    x, y = _grid(picture)
    edge = np.cos(0.6) * (x - random.uniform(-0.1, 0.1)) + np.sin(0.6) * y
    return _times(picture, 1 - 0.6 / (1 + np.exp(-120 * edge)))


def glaring(picture: Picture, random: np.random.Generator) -> Picture:
    """A lamp mirrored on the page: a burnt-out spot with a soft rim, over print."""
    x, y = _grid(picture)
    spot = ((x - random.uniform(-0.25, 0.25)) / 0.36) ** 2 + ((y - random.uniform(-0.3, 0.3)) / 0.2) ** 2
    light = 330 * np.exp(-(spot**1.5))
    return np.clip(picture * 0.8 + light[:, :, None], 0, 255).astype(np.uint8)


def in_the_dark(picture: Picture, random: np.random.Generator) -> Picture:
    """An eighth of the light, with the noise that comes of it, smeared as phones do."""
    return cv2.medianBlur(_grainy(picture.astype(np.float32) * 0.17 + 4, random, 7.0), 3)


def out_of_focus(picture: Picture, pixels: float) -> Picture:
    """Blurred by a disc of that radius."""
    size = 2 * int(np.ceil(pixels)) + 1
    disc = cv2.circle(np.zeros((size, size), np.float32), (size // 2, size // 2), int(pixels), 1.0, -1, cv2.LINE_AA)
    return cv2.filter2D(picture, -1, disc / disc.sum())


def half_in_focus(picture: Picture, pixels: float) -> Picture:
    """Sharp at its head, out of focus at its foot, as of a phone held too near and aslant."""
    share = np.clip(np.linspace(-1.2, 2.2, picture.shape[0], dtype=np.float32), 0, 1)[:, None, None]
    return (picture * (1 - share) + out_of_focus(picture, pixels) * share).astype(np.uint8)


def moved(picture: Picture, pixels: int, degrees: float) -> Picture:
    """Blurred along a line of that length."""
    streak = np.zeros((pixels, pixels), np.float32)
    streak[pixels // 2] = 1
    matrix = cv2.getRotationMatrix2D((pixels // 2, pixels // 2), degrees, 1.0)
    streak = cv2.warpAffine(streak, matrix, (pixels, pixels))
    return cv2.filter2D(picture, -1, streak / streak.sum())


def on_a_screen(page: Picture, random: np.random.Generator) -> Picture:
    """The page shown on a monitor and photographed: stripes of red, green and blue, and the moiré they make."""
    width = 1150
    shown = cv2.resize(page, (width, round(width * page.shape[0] / page.shape[1])), interpolation=cv2.INTER_AREA)
    grid = np.repeat(np.repeat(shown, 3, axis=0), 3, axis=1).astype(np.float32)
    for channel in range(3):
        dim = [column for column in range(3) if column != 2 - channel]
        for column in dim:
            grid[:, column::3, channel] *= 0.45
    grid[2::3] *= 0.6
    frame = np.array([[0, 0], [FRAME[0], 0], [FRAME[0], FRAME[1]], [0, FRAME[1]]], np.float32)
    sides = np.array([[0, 0], [grid.shape[1], 0], [grid.shape[1], grid.shape[0]], [0, grid.shape[0]]], np.float32)
    view = cv2.getPerspectiveTransform(sides, (frame + random.uniform(-70, 70, (4, 2))).astype(np.float32))
    seen = cv2.warpPerspective(grid * 1.5, view, FRAME, flags=cv2.INTER_LINEAR, borderValue=(25, 25, 25))
    return _grainy(cv2.GaussianBlur(seen, (0, 0), 0.6), random, 2.0)


def copied(page: Picture, random: np.random.Generator) -> Picture:
    """A photocopy of a photocopy at 200 dpi: black or white, speckled, with a dark edge."""
    grey = cv2.GaussianBlur(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), (0, 0), 1.0).astype(np.float32)
    grey += cv2.GaussianBlur(random.normal(0, 1, grey.shape).astype(np.float32), (0, 0), 1.0) * 75
    made = np.where(grey > 150, 255, 0).astype(np.uint8)
    specks = random.random(made.shape) < 0.0015
    made[specks] = 0
    made[:, : made.shape[1] // 90] = 20
    return cv2.cvtColor(turned(cv2.merge([made] * 3), float(random.uniform(-1, 1))), cv2.COLOR_BGR2GRAY)[
        :, :, None
    ].repeat(3, axis=2)


def stamped(page: Picture, random: np.random.Generator) -> Picture:
    """Round red and oblong blue stamps over print, as ink lies: darkening, with gaps."""
    inked = np.full(page.shape, 255, np.uint8)
    height, width = page.shape[:2]
    for _ in range(4):
        at = (int(random.uniform(0.2, 0.8) * width), int(random.uniform(0.15, 0.8) * height))
        radius = int(width * 0.1)
        cv2.circle(inked, at, radius, (60, 50, 210), width // 180, cv2.LINE_AA)
        cv2.circle(inked, at, radius * 3 // 4, (60, 50, 210), width // 400, cv2.LINE_AA)
        cv2.putText(inked, "RECEIVED", (at[0] - radius, at[1]), cv2.FONT_HERSHEY_DUPLEX, width / 1100, (170, 80, 40),
                    width // 300, cv2.LINE_AA)  # fmt: skip
    gaps = cv2.GaussianBlur(random.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 3) * 6 > -0.7
    ink = np.where(gaps[:, :, None], inked, 255)
    return (page.astype(np.float32) * ink / 255).astype(np.uint8)


def written_on(page: Picture, random: np.random.Generator) -> Picture:
    """Blue strokes of a pen across print: loops as of a hand that signs, and a line that strikes nothing out."""
    made = page.copy()
    height, width = page.shape[:2]
    for _ in range(6):
        start = np.array([random.uniform(0.1, 0.6) * width, random.uniform(0.1, 0.9) * height])
        steps = np.linspace(0, 1, 120)
        size = width * random.uniform(0.015, 0.03)
        loops = random.uniform(14, 24)
        x = start[0] + steps * width * 0.3 + size * np.cos(steps * loops * 2.5)
        y = start[1] + size * np.sin(steps * loops * 2.5) * (1 - 0.5 * steps) + steps * width * 0.02
        line = np.stack([x, y], axis=1).astype(np.int32)
        cv2.polylines(made, [line], isClosed=False, color=(150, 60, 30), thickness=width // 420, lineType=cv2.LINE_AA)
    return made


def sized(picture: Picture, width: int) -> Picture:
    """The picture at that width in pixels."""
    height = round(picture.shape[0] * width / picture.shape[1])
    smaller = width < picture.shape[1]
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)


def side_by_side(page: Picture, random: np.random.Generator) -> Picture:
    """The page's upper and lower half as two papers on one table."""
    middle = page.shape[0] // 2
    view = View(fill=0.8, roll=random.uniform(-4, 4))
    upper, lower = (photographed(half, random, flat, view) for half in (page[:middle], page[middle:]))
    height = upper.shape[0]
    # Each half lies in the middle of its photo, which is far higher than the half.
    band = slice(round(height * 0.25), round(height * 0.75))
    return np.vstack([upper[band], lower[band]])


def _grid(picture: Picture) -> tuple[Map, Map]:
    """Across and down, each from -1 to 1."""
    height, width = picture.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32))
    return x, y


def _times(picture: Picture, light: Map) -> Picture:
    return np.clip(picture * light[:, :, None], 0, 255).astype(np.uint8)


def _grainy(scene: NDArray[np.float32], random: np.random.Generator, noise: float) -> Picture:
    height, width = scene.shape[:2]
    grain = random.normal(0, noise, (height // 2, width // 2)).astype(np.float32)
    return np.clip(scene + cv2.resize(grain, (width, height))[:, :, None], 0, 255).astype(np.uint8)
