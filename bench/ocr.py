"""How fast and how well pictures are read: `python -m bench.ocr [--data FOLDER] [--most N] [--against faster-paddle]`.

FOLDER holds pictures and, for each, `<name>.words.csv` with lines of eight corner coordinates and the text. Without a
folder the sample cases' pictures are read for speed alone, as they come without a list of their words. Processor
seconds stand beside those of the clock, and the machine's load in the JSON: the clock alone also times the neighbours.

`--against faster-paddle` reads each picture with that package's small model as well (`pip install -e ".[bench]"`),
the two by turns, so that what else the machine does troubles both; the ratio is that of the medians of one run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.results import publish
from ocr.engine import PaddleEngine
from ocr.reading import read_page

PICTURES = {".jpg", ".jpeg", ".png"}
SAMPLES = Path(__file__).parents[1] / "samples"
RIVAL = "faster-paddle"
COLUMNS = (
    "reader",
    "pictures",
    "load s",
    "first s",
    "median s",
    "pages/s",
    "median CPU s",
    "precision",
    "recall",
    "word F1",
)


@dataclass(slots=True)
class Run:
    """One reader's run over the pictures."""

    name: str
    words: Callable[[bytes], list[str]]
    loading: float
    seconds: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def read(self, file: Path) -> None:
        data = file.read_bytes()
        began, busy = time.perf_counter(), time.process_time()
        words = self.words(data)
        self.seconds.append(time.perf_counter() - began)
        self.worked.append(time.process_time() - busy)
        self.counts += compared(words, file.with_suffix(".words.csv"))

    def row(self) -> tuple[str, ...]:
        speeds = speed(self.seconds)
        worked = f"{median(self.worked):.2f}"
        return (self.name, str(len(self.seconds)), f"{self.loading:.2f}", *speeds, worked, *scores(self.counts))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=SAMPLES)
    asked.add_argument("--most", type=int, default=1000, help="read no more pictures than this")
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--against", choices=[RIVAL])
    given = asked.parse_args()
    files = sorted(path for path in given.data.rglob("*") if path.suffix.lower() in PICTURES)[: given.most]
    with tempfile.TemporaryDirectory() as folder:
        runs = [ours(Path(folder), given.threads)]
        if given.against:
            runs.append(theirs(given.threads))
        for number, file in enumerate(files):
            for run in runs if number % 2 else reversed(runs):
                run.read(file)
    more = {"threads": given.threads, "load": round(os.getloadavg()[1], 1)}
    if given.against:
        more["ratio"] = round(median(runs[0].seconds) / median(runs[1].seconds), 3)
        print(f"time, ours to {RIVAL}: {more['ratio']}")
    publish("ocr", given.data.name, COLUMNS, [run.row() for run in runs], **more)


def ours(folder: Path, threads: int) -> Run:
    began = time.perf_counter()
    engine = PaddleEngine(folder, threads=threads)
    engine.load()
    loading = time.perf_counter() - began
    return Run("vouch", lambda data: [word.text for word in read_page(data, 1, engine).text.words], loading)


def theirs(threads: int) -> Run:
    from faster_paddle import OcrEngine

    began = time.perf_counter()
    engine = OcrEngine(model_size="small", threads=threads)
    loading = time.perf_counter() - began

    def words(data: bytes) -> list[str]:
        return [word for line in engine.ocr(data)["bounds"].values() for word in line["text"].split()]

    return Run(RIVAL, words, loading)


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
