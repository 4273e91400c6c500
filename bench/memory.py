"""What a reading worker weighs: `python -m bench.memory [--data FOLDER] [--pages 300]`.

One process reads pages of all sizes, one after the other, as a worker does that is never replaced (workers are, after
150 pages). Printed: its resident size on the way, and the most that it ever had.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import tempfile
import time
from pathlib import Path

from bench.ocr import PICTURES, SAMPLES
from bench.results import publish
from flows.reader_process import give_memory_back
from ocr.engine import PaddleEngine
from ocr.pages import inspect
from ocr.reading import read_page

MARKS = (1, 50, 100, 200, 300)
MOST = 1500
"""Megabytes that a worker may have after 300 pages."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, help="a folder with further pictures, such as receipts")
    asked.add_argument("--pages", type=int, default=300)
    given = asked.parse_args()
    files = sorted(path for path in SAMPLES.glob("*/documents/*") if path.is_file())
    files += sorted(path for path in given.data.rglob("*") if path.suffix.lower() in PICTURES) if given.data else []
    pages = [(file, number) for file in files for number in range(1, inspect(file.read_bytes(), "").pages + 1)]
    with tempfile.TemporaryDirectory() as folder:
        engine = PaddleEngine(Path(folder), threads=1)
        engine.load()
        rows, began = [("models loaded", f"{resident():.0f}", "0")], time.perf_counter()
        for count, (file, number) in enumerate(itertools.islice(itertools.cycle(pages), given.pages), start=1):
            read_page(file.read_bytes(), number, engine)
            give_memory_back()
            if count in MARKS:
                rows.append((f"{count} pages", f"{resident():.0f}", f"{time.perf_counter() - began:.0f}"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(("the most ever", f"{most:.0f}", ""))
    publish(
        "memory", f"{len(pages)} pages of {len(files)} files", ("after", "resident MB", "seconds"), rows, limit=MOST
    )


def resident() -> float:
    """Megabytes of this process in memory now."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
