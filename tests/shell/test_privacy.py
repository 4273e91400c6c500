"""Prefect's database and all logs of a demo run hold no name, number, address or figure of the applicants."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from cases.codec import from_json
from cases.model import Application, FileReading
from cases.store import Store
from flows.deciding import Inputs
from tests.shell.drawn_case import PERSONAL
from tests.shell.installation import install

CODES = {"product", "profile", "role", "currency", "language", "entity_type", "channel", "consents", "industry_code"}
"""Parts of an application that hold codes of ours and nobody's data."""
FEW = 7
"""Digits alone are looked for from this length on: shorter runs also turn up in times and ids by chance."""


SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_demo_leaves_nobodys_data_in_prefect_or_logs(tmp_path: Path, drawn_case: Path) -> None:
    """The digital samples, whose every value is read, and a case that the tests draw."""
    samples = tmp_path / "samples"
    for folder in _digital():
        shutil.copytree(folder, samples / folder.name)
    drawn = shutil.copytree(drawn_case, samples / "drawn")
    (drawn / "expected.json").write_text('{"outcome": "refer_review"}', encoding="utf-8")
    kept = tmp_path / "kept"
    here = install(tmp_path / "here", VOUCH_READERS="2")
    done = here.vouch("demo", "--samples", samples, "--keep", kept, "--json", patience=300)
    assert done.stdout, done.stderr
    cases = [one["case_id"] for one in json.loads(done.stdout)["cases"]]
    assert len(cases) == len(_digital()) + 1
    values = set(PERSONAL).union(*(_values_of(kept / "cases.db", case_id) for case_id in cases))
    assert len(values) > 50 * len(cases)
    watched = _watched(kept) | {"standard error": done.stderr.lower()}
    assert any(name.endswith("prefect.db") for name in watched)
    assert all(any(_in(case_id, text) for text in watched.values()) for case_id in cases), "Prefect knows the runs"
    assert not {(name, value) for name, text in watched.items() for value in values if _in(value, text)}
    store = "".join(_text(path) for path in kept.glob("cases.db*"))
    assert _in(PERSONAL[0], store), "the same search finds the data where it belongs"


def _digital() -> list[Path]:
    """The samples all of whose papers came as digital PDFs."""
    truths = {path.parent: json.loads(path.read_text(encoding="utf-8")) for path in SAMPLES.glob("*/truth.json")}
    return sorted(
        folder for folder, papers in truths.items() if all(one["finish"] == "digital" for one in papers.values())
    )


def _watched(kept: Path) -> dict[str, str]:
    """Everything that Prefect keeps, and every log, in lower case."""
    files = [path for path in (kept / "prefect").rglob("*") if path.is_file()] + list(kept.glob("*.log"))
    return {str(path.relative_to(kept)): _text(path) for path in files}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "ignore").lower()


def _values_of(database: Path, case_id: str) -> set[str]:
    """What the application states and what was read from its documents, in every form that could be printed."""
    with Store(f"sqlite:///{database}") as store:
        inputs = from_json(Inputs, store.decisions(case_id)[-1].inputs)
    found = {form for value in (*_stated(inputs.application), *_read(inputs.readings)) for form in _forms(value)}
    return {form for form in found if len(form) > 4 and not _says_nothing(form)}


def _says_nothing(form: str) -> bool:
    """A short run of digits, or one lower-case word, such as the `statement` that ratios are taken from."""
    return (form.isdigit() and len(form) < FEW) or (form.isascii() and form.isalpha() and form.islower())


def _stated(value: object, name: str = "") -> Iterator[object]:
    if name in CODES or value is None:
        return
    if dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from _stated(getattr(value, part.name), part.name)
    elif isinstance(value, tuple):
        for one in value:
            yield from _stated(one, name)
    elif isinstance(value, Application | Mapping):
        raise TypeError(f"{name} is not looked into")
    else:
        yield value


def _read(readings: tuple[FileReading, ...]) -> Iterator[object]:
    for reading in readings:
        yield reading.file
        for document in reading.documents:
            for field in document.fields.values():
                yield from () if field.name == "currency" else (field.value, field.raw)
            for row in document.rows:
                yield from (row.cells[cell] for cell in row.cells if cell in {"description", "balance"})


def _forms(value: object) -> Iterator[str]:
    text = str(value)
    yield text
    if not text.isascii():
        yield json.dumps(text).strip('"')
    if isinstance(value, Decimal):
        yield from (f"{value:,}", f"{value:.2f}", f"{value:,.2f}")


def _in(value: str, text: str) -> bool:
    """Whether a text in lower case holds a value as a whole word, whatever the case of its letters."""
    wanted = value.lower()
    return wanted in text and re.search(rf"(?<![0-9a-z]){re.escape(wanted)}(?![0-9a-z])", text) is not None
