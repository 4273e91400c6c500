"""Broken files through the readers; `python -m bench.fuzz` does it two thousand times."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest

from bench.fuzz import HANG_SECONDS, NEVER, fuzz
from cases.settings import Settings


@pytest.mark.slow
def test_mutants_of_sound_files_are_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    settings = dataclasses.replace(Settings.from_env(), data_dir=tmp_path, readers=1, page_timeout_seconds=HANG_SECONDS)
    outcomes, longest = asyncio.run(fuzz(range(40), 7, settings))
    assert outcomes.total() >= 40
    assert not {code for code in outcomes if code in NEVER or code.startswith("raised")}
    assert longest < HANG_SECONDS
