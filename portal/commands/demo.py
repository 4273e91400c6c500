"""`vouch demo`: the sample cases, submitted to a store and decided by a real worker on a real Prefect server."""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from cases.codec import from_json
from cases.model import Decision
from cases.settings import Settings
from flows.prefect_server import free_port, served
from flows.submission import submit
from flows.workplace import Workplace
from portal.commands.answers import DONE, FAILED, complain, print_json, print_table, progress
from portal.commands.samples import Sample, samples_in

LETTERS = "letters"
REASONS_SHOWN = 2
"""In the table; the letter has them all."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line of the demo's table."""

    sample: str
    case_id: str
    outcome: str
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    """From the claim to the conclusion."""
    letter: str = ""
    differs: str = ""
    """In what it is not as expected."""


def run_demo(samples: Path, names: Sequence[str], keep: Path | None, *, as_json: bool) -> int:
    """0 when every sample ended as expected."""
    chosen = samples_in(samples, names)
    began = time.perf_counter()
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vouch-demo-")))
        folder.mkdir(parents=True, exist_ok=True)
        settings = _settings(folder.absolute())
        with progress("starting Prefect's server", logged=True):
            stack.enter_context(served(settings, folder / "prefect-server.log"))
        shown = asyncio.run(_decide_all(chosen, settings))
        if keep is None:
            shown = _saved(shown, Settings.from_env().data_dir / f"demo-{LETTERS}")
    if as_json:
        print_json({"cases": [dataclasses.asdict(one) for one in shown]})
    else:
        _print(shown, time.perf_counter() - began)
    return FAILED if any(one.differs for one in shown) else DONE


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
    from flows.serve import Worker, get_ready, workplace

    shown = []
    async with workplace(settings) as place:
        with progress("loading the models", logged=True):
            await asyncio.gather(get_ready(place), place.readers.warm())
        worker = Worker(place)
        with progress("deciding", len(samples), logged=True) as advance:
            for sample in samples:
                case_id = await submit(
                    sample.folder, place.store, place.blobs, place.readers, place.book, place.clock()
                )
                await worker.run(until_idle=True)
                shown.append(_shown(sample, case_id, place))
                advance(f"{sample.name}: {shown[-1].outcome}, {shown[-1].seconds:.1f} s")
    return shown


def _shown(sample: Sample, case_id: str, place: Workplace) -> Shown:
    stored, letters = place.store.decisions(case_id), place.store.letters(case_id)
    status = place.store.get(case_id).status.value
    if not stored or not letters:
        return Shown(
            sample=sample.name, case_id=case_id, outcome=status, differs=f"expected a decision, it is {status}"
        )
    decision = from_json(Decision, stored[-1].decision)
    at = {event.kind: event.at for event in place.store.events(case_id)}
    return Shown(
        sample=sample.name,
        case_id=case_id,
        outcome=decision.outcome.value,
        reasons=tuple(reason.text for reason in decision.reasons),
        seconds=round((at["concluded"] - at["claimed"]).total_seconds(), 2),
        letter=str(_copied(place.blobs.path(letters[-1].blobs["pdf"]), sample, place.settings.data_dir / LETTERS)),
        differs=sample.differs(decision),
    )


def _copied(letter: Path, sample: Sample, folder: Path) -> Path:
    """The letter under a name that people can open."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(letter, folder / f"{sample.name}.pdf"))


def _saved(shown: Sequence[Shown], folder: Path) -> list[Shown]:
    """The letters of a demo whose folder goes when it ends, moved to where they stay."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for one in shown:
        target = folder / f"{one.sample}.pdf"
        if one.letter:
            shutil.copyfile(one.letter, target)
        kept.append(dataclasses.replace(one, letter=str(target) if one.letter else ""))
    return kept


def _print(shown: Sequence[Shown], seconds: float) -> None:
    from rich.text import Text

    looks = {"approve": "green", "counter_offer": "cyan", "decline": "red"}
    rows = [
        (
            one.sample,
            Text(one.outcome.replace("_", " "), style=looks.get(one.outcome, "yellow")),
            Text(_reasons(one.reasons), style="" if one.reasons else "dim"),
            f"{one.seconds:.1f}",
            Text("pdf", style=f"link file://{Path(one.letter).absolute()}") if one.letter else "-",
            Text("no", style="bold red") if one.differs else Text("yes", style="green"),
        )
        for one in shown
    ]
    columns = ("case", "outcome", "principal reasons", "seconds", "letter", "as expected")
    right = sum(not one.differs for one in shown)
    folder = next((str(Path(one.letter).parent) for one in shown if one.letter), "")
    caption = f"{right} of {len(shown)} cases ended as expected, in {seconds:.0f} s. Letters: {folder}/<case>.pdf"
    print_table(
        "Vouch: the sample cases, decided through the Prefect flow",
        columns,
        rows,
        caption=caption,
        wrapped=("principal reasons",),
        right=("seconds",),
        spaced=True,
    )
    complain(f"{one.sample} ended otherwise: {one.differs}." for one in shown if one.differs)


def _reasons(texts: Sequence[str]) -> str:
    if not texts:
        return "every rule is clear"
    more = len(texts) - REASONS_SHOWN
    return "\n".join((*texts[:REASONS_SHOWN], *((f"and {more} more",) if more > 0 else ())))
