"""`vouch golden`: the samples' decisions and letters against their golden files.

Beside each sample stand `letter.txt`, the words of its letter, and `pages.json.gz`, what the engine read on its scans
and photos. Checking replays the recorded pages; writing anew reads them with the real engine.
"""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

from cases.settings import Lender, Settings
from flows.readers import Readers
from flows.reading import engine_label
from flows.recorded import RecordedPages
from portal.commands.answers import DONE, FAILED, complain, progress
from portal.commands.decide import decide_folder
from portal.commands.samples import Sample, samples_in

LENDER = Lender(name="Example Lender", address="1 Example Street, Example Town", phone="", email="")
"""Golden letters come from a lender that does not depend on this machine's settings."""


def run_golden(samples: Path, *, force: bool) -> int:
    """Compares, or writes with `force`; 1 when something differs."""
    settings = dataclasses.replace(Settings.from_env(), lender=LENDER)
    differing = asyncio.run(_all(samples, settings, force=force))
    complain(differing)
    return FAILED if differing else DONE


async def _all(samples: Path, settings: Settings, *, force: bool) -> list[str]:
    chosen = samples_in(samples, [])
    differing = []
    with Readers(settings) as readers, progress("golden", len(chosen)) as advance:
        for sample in chosen:
            found = await (written(readers, sample, settings) if force else compared(readers, sample, settings))
            differing += [f"{sample.name}: {one}" for one in found]
            advance(sample.name)
    return differing


async def compared(readers: Readers, sample: Sample, settings: Settings) -> list[str]:
    """In what a sample's decision and letter differ from its golden files, the pages replayed."""
    shelf = RecordedPages.load(recording(sample), engine_label(readers.version))
    decided = await decide_folder(readers, sample.folder, settings, shelf=shelf)
    golden = sample.folder / "letter.txt"
    same = golden.is_file() and golden.read_text(encoding="utf-8") == decided.letter.letter.text
    found = [] if same else ["the letter differs from letter.txt"]
    differs = sample.differs(decided.decision)
    return [*found, f"{decided.decision.outcome.value}, {differs}"] if differs else found


async def written(readers: Readers, sample: Sample, settings: Settings) -> list[str]:
    """Writes a sample's golden files anew; what it says is in what the decision is not as expected."""
    shelf = RecordedPages(recording(sample), engine_label(readers.version))
    decided = await decide_folder(readers, sample.folder, settings, shelf=shelf)
    shelf.save()
    (sample.folder / "letter.txt").write_text(decided.letter.letter.text, encoding="utf-8")
    differs = sample.differs(decided.decision)
    return [f"{decided.decision.outcome.value}, {differs}"] if differs else []


def recording(sample: Sample) -> Path:
    return sample.folder / "pages.json.gz"
