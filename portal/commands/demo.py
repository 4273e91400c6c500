"""`vouch demo`: the sample cases, submitted to a store and decided by a real worker on a real Prefect server."""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from cases.codec import from_json
from cases.model import Decision
from cases.settings import Settings
from flows.prefect_server import free_port, served
from flows.submission import new_case_id, submit
from portal.commands.answers import DONE, FAILED, print_json, print_table, progress
from portal.commands.samples import Sample, samples_in


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line of the demo's table."""

    sample: str
    case_id: str
    outcome: str
    reasons: tuple[str, ...]
    seconds: float
    letter: str
    differs: str


def run_demo(samples: Path, names: Sequence[str], keep: Path | None, *, as_json: bool) -> int:
    """0 when every sample ended as expected."""
    chosen = samples_in(samples, names)
    with ExitStack() as stack:
        folder = (
            keep.absolute() if keep else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vouch-demo-")))
        )
        folder.mkdir(parents=True, exist_ok=True)
        settings = _settings(folder)
        print("Starting Prefect's server …", file=sys.stderr)
        stack.enter_context(served(settings, folder / "prefect-server.log"))
        shown = asyncio.run(_decide_all(chosen, settings))
        letters = _keep_letters(shown, keep is None)
    if as_json:
        print_json({"cases": [dataclasses.asdict(one) for one in letters]})
    else:
        _print(letters)
    return FAILED if any(one.differs for one in letters) else DONE


def _settings(folder: Path) -> Settings:
    """The installation's settings with everything that is written put into one folder."""
    given = Settings.from_env()
    return dataclasses.replace(
        given,
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'cases.db'}",
        blob_dir=folder / "blobs",
        prefect_home=folder / "prefect",
        prefect_database_url=None,
        prefect_port=free_port(),
    )


async def _decide_all(samples: Sequence[Sample], settings: Settings) -> list[Shown]:
    from flows.serve import Worker, workplace

    shown = []
    async with workplace(settings) as place:
        with progress("warming up", len(samples)) as advance:
            await place.readers.warm()
            worker = Worker(place)
            for sample in samples:
                case_id = new_case_id()
                await submit(
                    sample.folder, place.store, place.blobs, place.readers, place.book, place.clock(), case_id=case_id
                )
                began = time.perf_counter()
                await worker.run(until_idle=True)
                shown.append(_shown(sample, case_id, place, time.perf_counter() - began))
                advance(sample.name)
    return shown


def _shown(sample: Sample, case_id: str, place: Any, seconds: float) -> Shown:
    stored = place.store.decisions(case_id)
    if not stored:
        status = place.store.get(case_id).status.value
        return Shown(
            sample=sample.name, case_id=case_id, outcome=status, reasons=(), seconds=seconds, letter="", differs=status
        )
    decision = from_json(Decision, stored[-1].decision)
    letters = place.store.letters(case_id)
    return Shown(
        sample=sample.name,
        case_id=case_id,
        outcome=decision.outcome.value,
        reasons=tuple(reason.text for reason in decision.reasons),
        seconds=round(seconds, 2),
        letter=str(place.blobs.path(letters[-1].blobs["pdf"])) if letters else "",
        differs=sample.differs(decision),
    )


def _keep_letters(shown: Sequence[Shown], temporary: bool) -> list[Shown]:
    """Letters of a temporary demo are copied out of it before it goes, under names that can be opened."""
    if not temporary:
        return list(shown)
    folder = Path(".vouch") / "demo-letters"
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for one in shown:
        target = folder / f"{one.sample}.pdf"
        if one.letter:
            shutil.copyfile(one.letter, target)
        kept.append(dataclasses.replace(one, letter=str(target) if one.letter else ""))
    return kept


def _print(shown: Sequence[Shown]) -> None:
    from rich.text import Text

    looks = {"approve": "green", "counter_offer": "cyan", "decline": "red"}
    rows = [
        (
            one.sample,
            Text(one.outcome.replace("_", " "), style=looks.get(one.outcome, "yellow")),
            Text("\n".join(one.reasons) or "-"),
            f"{one.seconds:.1f}",
            one.letter,
            Text(one.differs or "as expected", style="red" if one.differs else "dim"),
        )
        for one in shown
    ]
    columns = ("case", "outcome", "principal reasons", "seconds", "letter", "")
    right = sum(not one.differs for one in shown)
    print_table("Vouch: the sample cases", columns, rows, caption=f"{right} of {len(shown)} ended as expected.")
