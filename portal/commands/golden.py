"""`vouch golden`: the samples' decisions and letters against their golden files."""

from __future__ import annotations

import asyncio
from pathlib import Path

from cases.settings import Lender, Settings
from flows.readers import Readers
from portal.commands.answers import DONE, FAILED, complain, progress
from portal.commands.decide import decide_folder
from portal.commands.samples import samples_in

LENDER = Lender(name="Example Lender", address="1 Example Street, Example Town", phone="", email="")
"""Golden letters come from a lender that does not depend on this machine's settings."""


def run_golden(samples: Path, *, force: bool) -> int:
    """Compares, or writes with `force`; 1 when something differs."""
    return asyncio.run(_golden(samples, force=force))


async def _golden(samples: Path, *, force: bool) -> int:
    import dataclasses

    settings = dataclasses.replace(Settings.from_env(), lender=LENDER)
    chosen = samples_in(samples, [])
    differing = []
    with Readers(settings) as readers, progress("golden", len(chosen)) as advance:
        for sample in chosen:
            decided = await decide_folder(readers, sample.folder, settings)
            path = sample.folder / "letter.txt"
            text = decided.letter.letter.text
            if force:
                path.write_text(text, encoding="utf-8")
            elif not path.is_file() or path.read_text(encoding="utf-8") != text:
                differing.append(f"{sample.name}: the letter differs from letter.txt")
            differs = sample.differs(decided.decision)
            if differs:
                differing.append(f"{sample.name}: {decided.decision.outcome.value}, {differs}")
            advance(sample.name)
    complain(differing)
    return FAILED if differing else DONE
