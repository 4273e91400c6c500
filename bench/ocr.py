"""How fast and how well pictures are read: `python -m bench.ocr [--data FOLDER] [--most N]`.

FOLDER holds pictures and, for each, `<name>.words.csv` with lines of eight corner coordinates and the text. Without a
folder the sample cases' pictures are read for speed alone, as they come without a list of their words. Processor
seconds stand beside those of the clock, and the machine's load in the JSON: the clock alone also times the neighbours.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

from bench.results import publish
from ocr.engine import PaddleEngine
from ocr.reading import read_page

PICTURES = {".jpg", ".jpeg", ".png"}
SAMPLES = Path(__file__).parents[1] / "samples"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=SAMPLES)
    asked.add_argument("--most", type=int, default=1000, help="read no more pictures than this")
    asked.add_argument("--threads", type=int, default=2)
    given = asked.parse_args()
    files = sorted(path for path in given.data.rglob("*") if path.suffix.lower() in PICTURES)[: given.most]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        engine = PaddleEngine(Path(folder), threads=given.threads)
        engine.load()
        loading = time.perf_counter() - began
        seconds, worked, counts = [], [], Counter[str]()
        for file in files:
            data = file.read_bytes()
            began, busy = time.perf_counter(), time.process_time()
            reading = read_page(data, 1, engine)
            seconds.append(time.perf_counter() - began)
            worked.append(time.process_time() - busy)
            counts += compared([word.text for word in reading.text.words], file.with_suffix(".words.csv"))
    rows = [(len(files), f"{loading:.2f}", *speed(seconds), f"{median(worked):.2f}", *scores(counts))]
    columns = ("pictures", "load s", "first s", "median s", "pages/s", "median CPU s", "precision", "recall", "word F1")
    told = {"engine": engine.version.version, "threads": given.threads, "load": round(os.getloadavg()[1], 1)}
    publish("ocr", given.data.name, columns, rows, **told)


def speed(seconds: list[float]) -> tuple[str, str, str]:
    warm = seconds[1:] or seconds
    return f"{seconds[0]:.2f}", f"{median(warm):.2f}", f"{len(warm) / sum(warm):.2f}"


def compared(read: list[str], truth: Path) -> Counter[str]:
    """Words that were read, that stand there, and that are both; case and punctuation do not count."""
    if not truth.is_file():
        return Counter()
    lines = truth.read_text(encoding="utf-8", errors="replace").splitlines()
    words = [word for line in lines for word in ",".join(line.split(",")[8:]).split()]
    found, expected = Counter(filter(None, map(plain, read))), Counter(filter(None, map(plain, words)))
    return Counter(read=sum(found.values()), there=sum(expected.values()), both=sum((found & expected).values()))


def plain(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum())


def scores(counts: Counter[str]) -> tuple[str, str, str]:
    if not counts["there"]:
        return "-", "-", "-"
    precision, recall = counts["both"] / max(1, counts["read"]), counts["both"] / counts["there"]
    return f"{precision:.4f}", f"{recall:.4f}", f"{2 * precision * recall / max(1e-9, precision + recall):.4f}"


if __name__ == "__main__":
    main()
