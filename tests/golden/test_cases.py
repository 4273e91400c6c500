"""Every sample case, decided from its recorded pages, against its golden files: all of them and only them."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from cases.settings import Settings
from flows.readers import Readers
from portal.commands.golden import LENDER, compared
from portal.commands.samples import Sample, samples_in

SAMPLES = samples_in(Path("samples"), [])
FILES = {"application.toml", "documents", "expected.json", "letter.txt", "pages.json.gz", "story.md", "truth.json"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def readers(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Readers, Settings]]:
    settings = Settings.from_env({"VOUCH_DATA": str(tmp_path_factory.mktemp("golden"))})
    with Readers(settings) as made:
        yield made, dataclasses.replace(settings, lender=LENDER)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
async def test_a_sample_is_decided_and_told_as_before(sample: Sample, readers: tuple[Readers, Settings]) -> None:
    found = await compared(readers[0], sample, readers[1])
    assert found == []


def test_there_are_at_least_ten_samples_and_every_outcome_among_them() -> None:
    assert len(SAMPLES) >= 10
    outcomes = {sample.expected["outcome"] for sample in SAMPLES}
    assert outcomes == {"approve", "counter_offer", "refer_incomplete", "refer_review", "decline"}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_has_all_its_files_and_no_others(sample: Sample) -> None:
    assert {path.name for path in sample.folder.iterdir()} == FILES
