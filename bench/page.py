"""How long a page with a text layer takes: `python -m bench.page [--rounds 5]`, on the digital sample papers.

Timed is what a reader does with one page: opening the file, its words with boxes, and what they tell of editing.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median, quantiles

from bench.results import publish
from cases.model import Tier
from ocr.engine import PaddleEngine
from ocr.pages import inspect
from ocr.reading import read_page

SAMPLES = Path(__file__).parents[1] / "samples"
COLUMNS = ("pages", "readings", "median ms", "p95 ms", "slowest ms", "median CPU ms")
NO_ENGINE: PaddleEngine = None  # type: ignore[assignment]
"""A page with a text layer needs none; one that did would fail here."""


def main() -> None:
    asked = argparse.ArgumentParser(description="How long a page with a text layer takes.")
    asked.add_argument("--rounds", type=int, default=5)
    rounds = asked.parse_args().rounds
    files = [path.read_bytes() for path in sorted(SAMPLES.glob("*/documents/*.pdf"))]
    pages = [(data, number) for data in files for number in range(1, inspect(data, "").pages + 1)]
    digital = [(data, number) for data, number in pages if _has_layer(data, number)]
    took, worked = [], []
    for _ in range(rounds):
        for data, number in digital:
            began, busy = time.perf_counter(), time.process_time()
            read_page(data, number, NO_ENGINE)
            took.append(1000 * (time.perf_counter() - began))
            worked.append(1000 * (time.process_time() - busy))
    told = (median(took), quantiles(took, n=20)[-1], max(took), median(worked))
    row = (str(len(digital)), str(len(took)), *(f"{one:.1f}" for one in told))
    publish("page", "pages with a text layer of our sample cases", COLUMNS, [row])


def _has_layer(data: bytes, number: int) -> bool:
    try:
        return read_page(data, number, NO_ENGINE).text.tier is Tier.DIGITAL
    except AttributeError:
        return False


if __name__ == "__main__":
    main()
