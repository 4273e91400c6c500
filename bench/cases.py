"""Seconds per case and per stage, cold and warm: `python -m bench.cases [CASE_FOLDER …]`.

Cold is `vouch decide` as a process of its own. Warm is the same work in a process whose readers have their models
loaded. Flow is the way of the service: claimed by a worker and run as a flow on a Prefect server that is up, from the
claim to the conclusion in the store. Without folders it takes the samples with the most PDFs and the most photos.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from cases.settings import Settings
from flows.prefect_server import free_port, served
from flows.readers import Readers
from flows.reading import SentFile, read_pages
from flows.submission import submit
from portal.commands.answers import print_table
from portal.commands.decide import decide_folder

SAMPLES = Path("samples")
RESULTS = Path("bench/results/cases.json")
# The stages stand between the cold and the warm whole; a flow has the same stages and Prefect's book-keeping.
STAGES = ("inspect", "read", "decide", "letter", "whole")
PHOTOS = {".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff"}
VOUCH = Path(sys.executable).with_name("vouch")


@dataclass(slots=True)
class Measured:
    """One case. Seconds; the median of the repetitions where there are several."""

    case: str
    files: int
    photos: int
    pages: int = 0
    outcome: str = ""
    cold: float = 0.0
    warm: dict[str, float] = field(default_factory=dict)
    flow: float = 0.0


def chosen(folders: Sequence[Path]) -> list[Path]:
    """The folders given, or the samples with the most PDFs and with the most photos."""
    if folders:
        return list(folders)
    samples = sorted(path.parent for path in SAMPLES.glob("*/application.toml"))
    if not samples:
        raise SystemExit("There are no samples here; run `python -m samples.make` or name case folders.")
    digital = max(samples, key=lambda one: -photos_in(one) * 100 + len(files_in(one)))
    return list(dict.fromkeys((digital, max(samples, key=photos_in))))


def files_in(folder: Path) -> list[Path]:
    return [path for path in sorted((folder / "documents").iterdir()) if path.is_file()]


def photos_in(folder: Path) -> int:
    return sum(path.suffix.lower() in PHOTOS for path in files_in(folder))


def cold(folder: Path, scratch: Path) -> float:
    """Seconds of `vouch decide` from the start of its process to its end."""
    began = time.perf_counter()
    environment = {**os.environ, "VOUCH_DATA": str(scratch)}
    subprocess.run([VOUCH, "decide", folder.absolute(), "--json"], env=environment, check=True, capture_output=True)
    return round(time.perf_counter() - began, 3)


async def warm(measured: dict[Path, Measured], settings: Settings, times: int) -> float:
    """Fills in the warm stages; gives the seconds that one digital page takes to read."""
    with Readers(settings) as readers:
        await readers.warm()
        for folder, one in measured.items():
            runs = [await decide_folder(readers, folder, settings) for _ in range(times)]
            one.warm = {stage: round(statistics.median(run.seconds[stage] for run in runs), 3) for stage in STAGES}
            one.outcome = runs[0].decision.outcome.value
            one.pages = sum(reading.pages for reading in runs[0].readings)
        return await _digital_page(readers, list(measured), times)


async def _digital_page(readers: Readers, folders: Sequence[Path], times: int) -> float:
    """Seconds per page of the first PDF with a text layer, or 0 when there is none."""
    for file in (file for folder in folders for file in files_in(folder) if file.suffix == ".pdf"):
        runs = [await read_pages(readers, SentFile(path=file, name=file.name)) for _ in range(times + 1)]
        if runs[0][0].quality.tier.value == "digital" and runs[0][0].pages:
            return round(statistics.median(run[2] / run[0].pages for run in runs[1:]), 3)
    return 0.0


async def through_the_flow(measured: dict[Path, Measured], settings: Settings) -> None:
    """Fills in the seconds from claim to conclusion; another case goes before, so that everything is warm."""
    from flows.serve import Worker, get_ready, workplace

    async with workplace(settings) as place:
        await asyncio.gather(get_ready(place), place.readers.warm())

        async def seconds(folder: Path) -> float:
            case_id = await submit(folder, place.store, place.blobs, place.readers, place.book, place.clock())
            await Worker(place).run(until_idle=True)
            at = {event.kind: event.at for event in place.store.events(case_id)}
            return round((at["concluded"] - at["claimed"]).total_seconds(), 3)

        await seconds(twin(next(iter(measured)), settings.data_dir / "twin"))
        for folder, one in measured.items():
            one.flow = await seconds(folder)


def twin(folder: Path, copy: Path) -> Path:
    """The same case with other hashes: a page that was read before would not be read again."""
    shutil.copytree(folder, copy)
    for file in files_in(copy):
        file.write_bytes(file.read_bytes() + b"\n")
    return copy


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long cases take.")
    parser.add_argument("folders", nargs="*", type=Path, help="case folders; two of the samples when left out")
    parser.add_argument("--times", type=int, default=3, help="how often the warm stages are measured")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the figures are written")
    parser.add_argument("--no-flow", action="store_true", help="leave Prefect out")
    given = parser.parse_args()
    measured = {
        folder: Measured(folder.name, len(files_in(folder)), photos_in(folder)) for folder in chosen(given.folders)
    }
    with tempfile.TemporaryDirectory(prefix="vouch-bench-") as scratch:
        settings = _settings(Path(scratch))
        for folder, one in measured.items():
            one.cold = cold(folder, Path(scratch))
        page = asyncio.run(warm(measured, settings, given.times))
        start = 0.0
        if not given.no_flow:
            began = time.perf_counter()
            with served(settings):
                start = round(time.perf_counter() - began, 1)
                asyncio.run(through_the_flow(measured, settings))
    _tell(list(measured.values()), page, start)
    given.json.parent.mkdir(parents=True, exist_ok=True)
    told = {"cases": [asdict(one) for one in measured.values()], "digital_page": page, "prefect_start": start}
    given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _settings(folder: Path) -> Settings:
    return replace(
        Settings.from_env(),
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'cases.db'}",
        blob_dir=folder / "blobs",
        prefect_home=folder / "prefect",
        prefect_database_url=None,
        prefect_port=free_port(),
    )


def _tell(measured: Sequence[Measured], page: float, start: float) -> None:
    columns = ("case", "files", "photos", "pages", "outcome", "cold", *STAGES[:-1], "warm", "flow")
    rows = [
        (
            *(one.case, one.files, one.photos, one.pages, one.outcome, f"{one.cold:.2f}"),
            *(f"{one.warm[stage]:.2f}" for stage in STAGES),
            f"{one.flow:.2f}" if one.flow else "-",
        )
        for one in measured
    ]
    caption = f"Reading one digital page: {page:.3f} s. Prefect's first start: {start:.1f} s."
    print_table("Seconds per case", columns, rows, caption=caption, right=(*columns[1:4], *columns[5:]))


if __name__ == "__main__":
    main()
