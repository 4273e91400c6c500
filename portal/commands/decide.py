"""`vouch decide`: a case folder to a decision and its letter, in this process."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from dataclasses import dataclass, field
from pathlib import Path

from cases.model import Decision, FileReading
from cases.settings import Settings
from decision import load_book
from flows.deciding import Inputs, WrittenLetter, as_of_date, code_version, decide_on, write_letter
from flows.readers import Readers
from flows.reading import PageShelf, engine_label, read_pages
from flows.submission import checked_folder, sent_files
from portal.commands.answers import DONE, print_json, print_table, progress
from portal.commands.decision_json import decision_json


@dataclass(slots=True)
class DecidedFolder:
    """What came of a case folder."""

    name: str
    decision: Decision
    readings: tuple[FileReading, ...]
    letter: WrittenLetter
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage."""


def run_decide(folder: Path, as_of: dt.date | None, out: Path | None, *, as_json: bool) -> int:
    settings = Settings.from_env()
    decided = asyncio.run(_decide(folder, as_of, settings))
    path = put_letter(decided, out or settings.data_dir / "letters")
    if as_json:
        told = {"case": decided.name, **decision_json(decided.decision), "letter": str(path)}
        print_json({**told, "seconds": decided.seconds})
    else:
        show_decision(decided, path)
    return DONE


async def _decide(folder: Path, as_of: dt.date | None, settings: Settings) -> DecidedFolder:
    with Readers(settings) as readers, progress("deciding"):
        await readers.start()
        return await decide_folder(readers, folder, settings, as_of)


async def decide_folder(
    readers: Readers,
    path: Path,
    settings: Settings,
    as_of: dt.date | None = None,
    shelf: PageShelf | None = None,
) -> DecidedFolder:
    """Reads, decides and writes; pages on the shelf are not read again.

    Raises BadInput when the folder or one of its files cannot be used.
    """
    began = time.perf_counter()
    book = load_book(own=settings.policies_dir)
    folder = await checked_folder(path, readers, book)
    inspected = time.perf_counter()
    read = await asyncio.gather(*(read_pages(readers, file, shelf) for file in sent_files(folder)))
    reading = time.perf_counter()
    inputs = Inputs(
        application=folder.application,
        readings=tuple(one[0] for one in read),
        as_of=as_of_date(folder.application, dt.date.today(), as_of),  # noqa: DTZ011 - the lender's own calendar day.
        engine=engine_label(readers.version),
        code=code_version(),
    )
    decision = decide_on(inputs, book)
    decided = time.perf_counter()
    letter = write_letter(path.name, folder.application, decision, settings.lender)
    done = time.perf_counter()
    seconds = {"inspect": inspected - began, "read": reading - inspected}
    seconds |= {"decide": decided - reading, "letter": done - decided, "whole": done - began}
    rounded = {stage: round(spent, 3) for stage, spent in seconds.items()}
    return DecidedFolder(path.name, decision, inputs.readings, letter, rounded)


def put_letter(decided: DecidedFolder, folder: Path) -> Path:
    """Writes the letter's HTML, PDF and text; the path of the PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{decided.name}-{decided.letter.letter.name}"
    for form, content in decided.letter.forms.items():
        (folder / f"{stem}.{form}").write_bytes(content)
    return (folder / f"{stem}.pdf").absolute()


def show_decision(decided: DecidedFolder, letter: Path) -> None:
    """For people: the outcome, why, what is needed, and what every rule said."""
    decision = decided.decision
    print(f"{decided.name}: {decision.outcome.value.replace('_', ' ')} (as of {decision.as_of})")
    for reason in decision.reasons:
        print(f"  because: {reason.text} [{reason.source}]")
    for item in decision.needed:
        print(f"  needed: {item.what} - {item.why}")
    if decision.offer:
        offer = decision.offer
        print(
            f"  offer: {offer.principal} {offer.currency} over {offer.term_months} months at "
            f"{offer.annual_rate * 100:.2f} %, {offer.payment} a month"
        )
    rows = [
        (one.rule, one.name, one.result.value.replace("_", " "), one.outcome.value if one.outcome else "")
        for one in decision.verdicts
    ]
    print_table("What the policy's rules said", ("rule", "name", "result", "asks for"), rows, wrapped=("name",))
    print(f"Letter: {letter}")
