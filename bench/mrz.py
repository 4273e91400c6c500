"""How well machine-readable zones are read: `python -m bench.mrz FOLDER [--models FOLDER]`.

FOLDER holds pictures and `truth.json`: for each picture its lines (`mrz`) and, for each check digit, whether it is
right (`checks`). Every picture is read as it is, turned by 90, 180 and 270 degrees, tilted by 4 degrees and at half its
size. Printed, for each way: lines that are exact, check digits whose verdict is the true one, and seconds a page.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from bench.results import publish
from ocr.engine import PaddleEngine
from ocr.mrz_lines import find
from ocr.reading import read_page
from ocr.text import Text

COLUMNS = ("shown", "pictures", "zones", "lines exact", "check digits right", "s/page")
TURNS = {"90": cv2.ROTATE_90_CLOCKWISE, "180": cv2.ROTATE_180, "270": cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass
class Tally:
    """Counts for one way of showing the pictures."""

    way: str
    pictures: int = 0
    zones: int = 0
    lines: int = 0
    lines_exact: int = 0
    digits: int = 0
    digits_right: int = 0
    seconds: float = 0.0


def tilted(image: np.ndarray, degrees: float = 4.0) -> np.ndarray:
    """The picture on a grey ground, tilted."""
    height, width = image.shape[:2]
    edge = int(0.1 * max(height, width))
    wide = cv2.copyMakeBorder(image, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(110, 110, 110))
    height, width = wide.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(wide, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(110, 110, 110))


def ways() -> dict[str, Callable[[np.ndarray], np.ndarray] | None]:
    """What is done to a picture before it is read; None for nothing, not even encoding."""
    return {
        "as it is": None,
        **{f"turned {name}": lambda image, turn=turn: cv2.rotate(image, turn) for name, turn in TURNS.items()},
        "tilted 4": tilted,
        "half size": lambda image: cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),
    }


def read(path: Path, change: Callable[[np.ndarray], np.ndarray] | None, engine: PaddleEngine) -> Text:
    """The text of a picture that was changed in some way."""
    data = path.read_bytes()
    if change is not None:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        data = cv2.imencode(".png", change(image))[1].tobytes()
    return Text((read_page(data, 1, engine).text,))


def measure(folder: Path, engine: PaddleEngine) -> tuple[list[Tally], list[str]]:
    """The counts for every way, and a line for every picture that was not read right."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    tallies, misses = [], []
    for way, change in ways().items():
        tally = Tally(way)
        for name, wanted in truth.items():
            started = time.perf_counter()
            zone = find(read(folder / name, change, engine))
            tally.seconds += time.perf_counter() - started
            lines = zone.mrz.lines if zone else ()
            digits = {digit.name: digit.right for digit in zone.mrz.digits} if zone else {}
            exact = sum(one == other for one, other in zip(lines, wanted["mrz"], strict=False))
            right = sum(digits.get(digit) == verdict for digit, verdict in wanted["checks"].items())
            tally.pictures += 1
            tally.zones += zone is not None
            tally.lines += len(wanted["mrz"])
            tally.lines_exact += exact
            tally.digits += len(wanted["checks"])
            tally.digits_right += right
            if exact < len(wanted["mrz"]) or right < len(wanted["checks"]):
                misses.append(f"{way}: {name}: read {' / '.join(lines) or 'nothing'}")
        tallies.append(tally)
    return tallies, misses


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the reading of machine-readable zones.")
    parser.add_argument("folder", type=Path, help="pictures and truth.json")
    parser.add_argument("--models", type=Path, help="where the laid-out models are kept")
    given = parser.parse_args()
    engine = PaddleEngine(given.models or Path(tempfile.gettempdir()) / "vouch-models", threads=2)
    tallies, misses = measure(given.folder, engine)
    rows = [
        (
            one.way,
            one.pictures,
            one.zones,
            f"{one.lines_exact} of {one.lines}",
            f"{one.digits_right} of {one.digits}",
            f"{one.seconds / max(1, one.pictures):.2f}",
        )
        for one in tallies
    ]
    publish("mrz", "specimens of machine-readable zones", COLUMNS, rows, misses=misses)
    for miss in misses:
        print(miss, file=sys.stderr)


if __name__ == "__main__":
    main()
