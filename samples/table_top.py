"""What lies around a photographed paper: a wooden table, and a thumb that holds the paper down."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Scene = NDArray[np.float32]
"""Height, width and three channels: blue, green, red, 0 to 255."""

WOODS = ((58, 88, 128), (96, 122, 150), (44, 58, 82), (120, 126, 132))
SKIN = (138, 168, 218)
NAIL = (168, 186, 232)
THUMB_WIDTH = 0.1
"""Of the picture's width."""


def tabletop(width: int, height: int, random: np.random.Generator) -> Scene:
    """Boards with a grain that runs along them."""
    base = np.array(WOODS[int(random.integers(len(WOODS)))], np.float32)
    grain = cv2.resize(random.normal(0, 1, (height // 6, 24)).astype(np.float32), (width, height), None)
    grain = cv2.GaussianBlur(grain, (0, 0), sigmaX=30, sigmaY=1.2)
    fine = cv2.resize(random.normal(0, 1, (height // 2, 60)).astype(np.float32), (width, height), None)
    wood = base[None, None, :] + (grain * 9 + fine * 2.5)[:, :, None]
    for joint in range(0, height, height // 5):
        wood[max(0, joint - 2) : joint + 2] *= 0.55
    return wood.astype(np.float32)


def thumb_over(scene: Scene, corners: NDArray[np.float32], random: np.random.Generator) -> Scene:
    """A thumb that comes in from the left edge and lies on the paper's upper left corner."""
    height, width = scene.shape[:2]
    thick = width * THUMB_WIDTH
    tip = corners[0] + np.array([width * 0.022, height * random.uniform(0.005, 0.02)])
    root = np.array([-width * 0.12, tip[1] + height * 0.12])
    along = (tip - root) / np.linalg.norm(tip - root)
    mask, nail, light = (np.zeros((height, width), np.float32) for _ in range(3))
    cv2.line(mask, _whole(root), _whole(tip - along * thick / 2), 1.0, int(thick), cv2.LINE_AA)
    middle = tip - along * thick * 0.32
    angle = float(np.rad2deg(np.arctan2(along[1], along[0])))
    cv2.ellipse(nail, _whole(middle), (int(thick * 0.33), int(thick * 0.27)), angle, 0, 360, 1.0, -1, cv2.LINE_AA)
    cv2.line(light, _whole(root), _whole(middle), 1.0, int(thick * 0.3), cv2.LINE_AA)
    mask, nail = cv2.GaussianBlur(mask, (0, 0), 5), cv2.GaussianBlur(nail, (0, 0), 3)
    light = cv2.GaussianBlur(light, (0, 0), thick * 0.22)
    flesh = np.array(SKIN, np.float32) * (0.72 + 0.34 * light)[:, :, None]
    flesh += random.normal(0, 2, (height, width, 1)).astype(np.float32)
    flesh = flesh * (1 - nail)[:, :, None] + np.array(NAIL, np.float32) * nail[:, :, None]
    shadow = cv2.GaussianBlur(np.roll(mask, (18, 12), axis=(0, 1)), (0, 0), 20)
    scene = scene * (1 - 0.4 * shadow)[:, :, None]
    return (scene * (1 - mask)[:, :, None] + flesh * mask[:, :, None]).astype(np.float32)


def _whole(point: NDArray[np.floating]) -> tuple[int, int]:
    return int(point[0]), int(point[1])
