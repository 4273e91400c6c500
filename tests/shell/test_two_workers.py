"""Two workers on twenty cases: every case is done, and none is done twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cases.blobs import Blobs
from cases.case_folder import open_case_folder
from cases.store import CaseFile, Store
from tests.shell.installation import Installation, now, settled, wait_until

CASES = 20


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_workers_do_twenty_cases_once(installation: Installation, drawn_case: Path) -> None:
    with installation.store() as store:
        ids = [_submit(installation, store, drawn_case, number) for number in range(CASES)]
        with installation.worker(), installation.worker():
            wait_until(lambda: all(settled(store, case_id) for case_id in ids), "the end of all cases", 300, 0.5)
        workers: Counter[str] = Counter()
        for case_id in ids:
            assert len(store.decisions(case_id)) == 1
            assert len(store.letters(case_id)) == 1
            events = store.events(case_id)
            assert [one.kind for one in events] == ["received", "claimed", "concluded"]
            assert events[1].actor == events[2].actor, "the worker that claimed it concluded it"
            workers[events[2].actor] += 1
        assert len(workers) == 2, "both workers had work"
        assert store.verify_chain().ok


def _submit(installation: Installation, store: Store, path: Path, number: int) -> str:
    """The folder as one of twenty cases, without a process for each."""
    folder, blobs = open_case_folder(path), Blobs(installation.settings.blob_dir)
    files = [
        CaseFile(name=file.name, sha256=blobs.put(file.read_bytes()), size=file.stat().st_size) for file in folder.files
    ]
    case_id = f"VCH-TWENTY{number:02d}"
    store.add_case(case_id, folder.application, files, now(), "test")
    return case_id
