"""Broken files through the real door: `python -m bench.fuzz [--files 2000] [--seed 1]`.

Every mutant goes through the readers as an uploaded file does: inspected, then its first pages read. Counted is what
came of it: opened, refused (by code), and what must never happen: a reader that died, a page that stalled its reader,
an error that is no Problem. A page stalls its reader when it takes more than 30 seconds of the processor's time; what
the clock on the wall says depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
from PIL import Image, ImageDraw

from bench.mutants import mutant
from bench.results import publish
from cases.settings import Settings
from flows.readers import Readers

SAMPLES = Path(__file__).parent.parent / "samples"
MOST_PAGES = 2
LARGEST_SEED = 400_000
HANG_SECONDS = 30
PATIENCE_SECONDS = 300
"""On the wall's clock, after which a page is given up on."""
NEVER = ("reader_died", "timed_out", "page_failed", "stalled")


def seeds() -> list[tuple[str, bytes]]:
    """The sound files that mutants are made of: digital and scanned PDFs, and small pictures of every sort."""
    pdfs = [path for path in sorted(SAMPLES.glob("*/documents/*.pdf")) if path.stat().st_size <= LARGEST_SEED]
    found = [(path.name, path.read_bytes()) for path in pdfs[::4]]
    picture = Image.new("RGB", (420, 160), "white")
    drawn = ImageDraw.Draw(picture)
    for line in range(5):
        drawn.text((10, 10 + 28 * line), f"Line {line}: balance 1,{line}50.00 on 0{line + 1} March 2026", "black")
    with tempfile.TemporaryDirectory() as folder:
        for form, ending in (("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tiff")):
            path = Path(folder) / f"seed.{ending}"
            picture.save(path, form)
            found += [(path.name, path.read_bytes())] * 3
    return found


async def fuzz(numbers: range, seed: int, settings: Settings) -> tuple[Counter[str], float]:
    """What came of each mutant, and the most that one took in seconds of the processor's time."""
    outcomes: Counter[str] = Counter()
    sound, longest = seeds(), 0.0
    with Readers(settings) as readers, tempfile.TemporaryDirectory() as folder:
        await readers.start()
        for number in numbers:
            name, data = sound[number % len(sound)]
            path = Path(folder) / f"{number}-{name}"
            path.write_bytes(mutant(data, seed * 1_000_003 + number))
            before = _spent()
            told = [code async for code in _through(readers, path)]
            spent = _spent() - before
            longest = max(longest, spent)
            told += ["stalled"] if spent > HANG_SECONDS else []
            outcomes.update(set(told))
            for code in set(told) & set(NEVER):
                print(f"{code}: seed {seed}, mutant {number} of {name}")
            path.unlink()
    return outcomes, longest


def _spent() -> float:
    """Seconds of the processor's time that the reader processes have taken; what those that ended took is in it."""
    mine = psutil.Process()
    ended = mine.cpu_times()
    living = [one.cpu_times() for one in mine.children()]
    return float(ended.children_user + ended.children_system + sum(one.user + one.system for one in living))


async def _through(readers: Readers, path: Path) -> Iterator[str]:  # type: ignore[misc]
    inspection = await readers.inspect(path, path.name)
    for problem in inspection.problems:
        yield problem.code
    for number in range(1, min(inspection.pages, MOST_PAGES) + 1):
        try:
            reading = await readers.read_page(path, number)
        except Exception as fault:  # Whatever else comes out is what this bench is for.
            yield "reader_died" if getattr(fault, "code", "") == "reader_died" else f"raised {type(fault).__name__}"
            continue
        codes = {problem.code for problem in reading.problems} & set(NEVER)
        for code in codes or {"read" if reading.text.words else "no words"}:
            yield code


def main() -> None:
    asked = argparse.ArgumentParser(description="Broken files through the readers.")
    asked.add_argument("--files", type=int, default=2000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--first", type=int, default=0, help="begin with this mutant, to look at a few again")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = dataclasses.replace(
            Settings.from_env(), data_dir=Path(folder), readers=1, page_timeout_seconds=PATIENCE_SECONDS
        )
        outcomes, longest = asyncio.run(fuzz(range(given.first, given.first + given.files), given.seed, settings))
    rows = [(code, count) for code, count in outcomes.most_common()]
    failed = sum(outcomes[code] for code in NEVER) + sum(n for code, n in outcomes.items() if code.startswith("raised"))
    rows += [("longest, seconds of the processor", f"{longest:.1f}"), ("must never happen", failed)]
    publish("fuzz", f"{given.files} mutants of the samples, seed {given.seed}", ("what came of it", "files"), rows)


if __name__ == "__main__":
    main()
