"""The worker's steps for a waiting case, in this process and without Prefect."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from hashlib import sha256
from pathlib import Path

from cases.lifecycle import Status
from cases.settings import Settings
from cases.store import Store
from flows import steps
from flows.reading import PageStore, engine_label
from flows.recorded import RecordedPages
from flows.serve import workplace
from ocr.engine_version import current_version
from ocr.reading import page_key
from tests.shell.portal.applicant.site_at_hand import SAMPLES, clock


def work(settings: Settings) -> Status:
    """Decides the one case that waits; the status that it then has."""
    return asyncio.run(_work(settings))


async def _work(settings: Settings) -> Status:
    async with workplace(dataclasses.replace(settings, readers=1)) as place:
        place.clock = clock
        claim = place.store.claim("test", clock(), dt.timedelta(minutes=5))
        assert claim is not None
        desk = await steps.take_in_hand(place, claim)
        for sha256, number in await steps.inspect_files(place, desk):
            await steps.read_page(place, desk, sha256, number)
        steps.assemble_files(desk)
        steps.decide_case(place, desk)
        steps.write_case_letter(place, desk)
        return steps.conclude_case(place, desk)


def shelve(settings: Settings, sample: str, *, but: tuple[str, ...] = ()) -> int:
    """Puts the recorded pages of a sample where the portal and the worker look first; how many."""
    engine = engine_label(current_version())
    left_out = {page_key(sha256(path.read_bytes()).hexdigest(), 1) for path in _documents(sample) if path.name in but}
    recorded = RecordedPages.load(SAMPLES / sample / "pages.json.gz", engine)
    with Store(settings.database_url) as store:
        store.migrate()
        shelf = PageStore(
            store.page_reading, lambda key, of, text: store.keep_page_reading(key, of, text, clock()), engine
        )
        kept = [key for key in recorded.pages if key not in left_out]
        for key in kept:
            reading = recorded.find(key)
            assert reading is not None
            shelf.keep(key, reading)
    return len(kept)


def _documents(sample: str) -> list[Path]:
    return sorted((SAMPLES / sample / "documents").iterdir())
