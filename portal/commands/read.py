"""`vouch read`: files in, documents out; no store, no Prefect."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cases.model import FileReading, Problem, Quality, Severity, Tier
from cases.settings import Settings
from flows.readers import Readers
from flows.reading import SentFile, read_pages
from portal.commands.answers import BAD_INPUT, DONE, complain, print_json, print_table, progress
from portal.commands.read_json import engine_json, reading_json, words_json


def run_read(files: Sequence[Path], *, as_json: bool, with_words: bool) -> int:
    """Reads every file that can be read; 2 when one of them cannot."""
    answers, readings, engine = asyncio.run(_read(files, with_words=with_words))
    if as_json:
        print_json({"files": answers, "engine": engine})
    else:
        for reading in readings:
            _show(reading)
    refused = [problem.advice for reading in readings if not reading.pages for problem in reading.problems]
    complain(refused)
    return BAD_INPUT if refused else DONE


async def _read(
    files: Sequence[Path], *, with_words: bool
) -> tuple[list[dict[str, Any]], list[FileReading], dict[str, Any]]:
    answers, readings = [], []
    with Readers(Settings.from_env()) as readers, progress("reading", len(files)) as advance:
        await readers.start()
        for file in files:
            sent = SentFile(path=file.absolute(), name=file.name)
            reading, pages, seconds = await read_pages(readers, sent) if file.is_file() else (_absent(file), [], 0.0)
            answer = reading_json(reading, seconds)
            if with_words:
                answer["words"] = words_json(pages)
            answers.append(answer)
            readings.append(reading)
            advance()
        return answers, readings, engine_json(readers.version)


def _absent(file: Path) -> FileReading:
    """The reading of a file that is not there; the others are read all the same."""
    what = "is a folder; name the files in it" if file.is_dir() else "does not exist; check its name"
    problem = Problem(code="not_found", advice=f"{file} {what}.", severity=Severity.HIGH)
    return FileReading(file=file.name, sha256="", pages=0, quality=Quality(tier=Tier.DIGITAL), problems=(problem,))


def _show(reading: FileReading) -> None:
    for document in reading.documents:
        rows = [
            (name, field.value, str(field.place.page), f"{field.confidence:.2f}", field.origin.value)
            for name, field in document.fields.items()
        ]
        rows += [
            (f"check {one.check}", one.result.value.replace("_", " "), "", one.severity.value, one.detail or one.reason)
            for one in document.findings
        ]
        pages = ", ".join(map(str, document.pages))
        title = f"{reading.file}, page {pages}: {document.kind} ({document.strength:.2f}), {len(document.rows)} rows"
        print_table(title, ("field", "value", "page", "confidence", "origin"), rows, wrapped=("value", "origin"))
    complain(problem.advice for problem in reading.quality.problems)
