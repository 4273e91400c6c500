"""How pages are read as they come: `python -m bench.conditions [--only curl] [--papers 3] [--keep FOLDER]`.

Digital papers of the samples are pictured under each condition from a seed, read with the real engine, and compared
word by word with their own text layer. Chinese characters count as words of their own. Figures are of drawn data.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import cv2
import numpy as np

from bench.kept import engine
from bench.ocr import plain
from bench.results import publish
from ocr.engine import PaddleEngine
from ocr.reading import read_page, read_picture
from ocr.text import Word, is_cjk
from samples import conditions as made
from samples.conditions import Picture, View
from samples.quality import pages_of

Random = np.random.Generator
SAMPLES = Path(__file__).parents[1] / "samples"
PAPERS = (
    "01-hearth-clean-digital/documents/statement-2025-12.pdf",
    "12-yunfan-chinese-company/documents/income-statement.pdf",
    "01-hearth-clean-digital/documents/certificate_of_incorporation.pdf",
)
CARD = "01-hearth-clean-digital/documents/passport.pdf"
DPI = 260
COLUMNS = ("condition", "word F1", "worst F1", "seconds", "tiers", "problems")

Condition = Callable[[Picture, Random], Picture]


def taken(effect: Condition) -> Condition:
    """An effect of light or lens, over a good photo."""
    return lambda page, random: effect(made.photographed(page, random), random)


def marked(effect: Condition) -> Condition:
    """An effect on the paper, photographed well."""
    return lambda page, random: made.photographed(effect(page, random), random)


def bent(relief: made.Relief, view: View = View()) -> Condition:  # noqa: B008
    return lambda page, random: made.photographed(page, random, relief, view)


CONDITIONS: dict[str, Condition] = {
    "photo": bent(made.flat),
    "photo, 12 megapixels": taken(lambda photo, _: made.sized(photo, 3024)),
    "photo, on its side": taken(lambda photo, _: np.ascontiguousarray(np.rot90(photo))),
    "photo, upside down": taken(lambda photo, _: np.ascontiguousarray(np.rot90(photo, 2))),
    "photo, on its other side": taken(lambda photo, _: np.ascontiguousarray(np.rot90(photo, 3))),
    "photo, turned 17": bent(made.flat, View(roll=17, fill=0.74)),
    "scan, turned 17": lambda page, _: made.turned(made.sized(page, 1654), 17),
    "photo, strong perspective": bent(made.flat, View(lean=30, sway=14, roll=4, fill=0.72)),
    "curl, slight": bent(made.curled(0.05), View(lean=14)),
    "curl, strong": bent(made.curled(0.16), View(lean=22, fill=0.76)),
    "curl, wave": bent(made.wavy(0.1), View(lean=24, fill=0.76)),
    "curl, strong, on its side": lambda page, random: np.ascontiguousarray(
        np.rot90(made.photographed(page, random, made.curled(0.16), View(lean=22, fill=0.76)))
    ),
    "folded": bent(made.creased(0.04), View(lean=14)),
    "shadow edge": taken(made.in_shadow),
    "glare": taken(made.glaring),
    "dark": taken(made.in_the_dark),
    "blur, mild": taken(lambda photo, _: made.out_of_focus(photo, 2.5)),
    "blur, strong": taken(lambda photo, _: made.out_of_focus(photo, 7)),
    "blur, lower half": taken(lambda photo, _: made.half_in_focus(photo, 7)),
    "blur, moved": taken(lambda photo, _: made.moved(photo, 15, 30)),
    "screen": made.on_a_screen,
    "photocopy": lambda page, random: made.copied(made.sized(page, 1654), random),
    "stamps": marked(made.stamped),
    "handwriting": marked(made.written_on),
    "cut off": taken(lambda photo, _: np.ascontiguousarray(photo[:, 320:])),
    "two papers": made.side_by_side,
    "small card, 400 pixels": lambda page, random: made.sized(made.photographed(page, random), 400),
    "small card, 300 pixels": lambda page, random: made.sized(made.photographed(page, random), 300),
}
"""What each picture goes through; the name is what the table shows."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", default="", help="conditions named so; several with / between")
    asked.add_argument("--papers", type=int, default=len(PAPERS))
    asked.add_argument("--keep", type=Path, help="a folder to which the pictures are written")
    given = asked.parse_args()
    reader = engine()
    rows = []
    for name, condition in CONDITIONS.items():
        if any(one in name for one in given.only.split("/")):
            papers = [CARD] if "card" in name else PAPERS[: given.papers]
            rows.append(row(name, condition, papers, reader, given.keep))
            print(*rows[-1], sep=" | ", flush=True)
    if not given.only and given.papers >= len(PAPERS):
        publish("conditions", "sample papers, pictured under each condition", COLUMNS, rows)


def row(
    name: str, condition: Condition, papers: Sequence[str], reader: PaddleEngine, keep: Path | None
) -> tuple[str, ...]:
    scores, seconds, tiers, problems = [], [], set(), Counter[str]()
    for number, paper in enumerate(papers):
        data = (SAMPLES / paper).read_bytes()
        picture = condition(pages_of(data, DPI)[0], np.random.default_rng([len(name), number]))
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(keep / f"{name.replace(', ', '-').replace(' ', '_')}-{number}.jpg"), picture)
        began = time.perf_counter()
        reading = read_picture(picture, 1, reader)
        seconds.append(time.perf_counter() - began)
        scores.append(f1(tokens(read_page(data, 1, reader).text.words), tokens(reading.text.words)))
        tiers.add(reading.text.tier.value)
        problems.update(f"{problem.code} {problem.severity.value}" for problem in reading.problems)
    told = ", ".join(f"{code} {times} of {len(papers)}" for code, times in problems.items())
    return name, f"{np.mean(scores):.3f}", f"{min(scores):.3f}", f"{median(seconds):.2f}", " ".join(sorted(tiers)), told


def tokens(words: Sequence[Word]) -> Counter[str]:
    """Words without case and punctuation; Chinese characters one by one."""
    found: Counter[str] = Counter()
    for word in map(plain, (one.text for one in words)):
        found.update(filter(is_cjk, word))
        found.update(filter(None, ["".join("" if is_cjk(one) else one for one in word)]))
    return found


def f1(there: Counter[str], read: Counter[str]) -> float:
    return 2 * (there & read).total() / max(1, there.total() + read.total())


if __name__ == "__main__":
    main()
