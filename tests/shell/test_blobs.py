"""Files under their own hash."""

from __future__ import annotations

import hashlib
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from cases.blobs import Blobs
from cases.errors import BrokenInstallation, NotFound

DATA = b"%PDF-1.7 a bank statement"
SHA256 = hashlib.sha256(DATA).hexdigest()


def test_what_is_put_comes_back_from_two_folders_down(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    assert blobs.put(DATA) == SHA256
    assert blobs.get(SHA256) == DATA
    assert blobs.path(SHA256) == tmp_path / "blobs" / SHA256[:2] / SHA256[2:4] / SHA256
    assert blobs.put(DATA) == SHA256
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [SHA256]


def test_empty_bytes_are_bytes(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    assert blobs.get(blobs.put(b"")) == b""


@pytest.mark.parametrize("name", ["0" * 64, "", "../../etc/passwd", SHA256.upper(), "é" * 64])
def test_what_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        Blobs(tmp_path).get(name)


def test_altered_bytes_are_never_given(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    blobs.path(blobs.put(DATA)).write_bytes(DATA[::-1])
    with pytest.raises(BrokenInstallation, match=rf"^The kept file {SHA256} was altered"):
        blobs.get(SHA256)


def test_altered_bytes_are_mended_by_putting_them_again(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    for damage in (DATA[:-1], DATA[::-1], b""):
        blobs.path(blobs.put(DATA)).write_bytes(damage)
        assert blobs.get(blobs.put(DATA)) == DATA


def test_many_may_put_the_same_bytes_at_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(blobs.put, [DATA] * 50)) == {SHA256}
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [SHA256]


def _die_before_the_rename(folder: str) -> None:
    os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment]
    Blobs(folder).put(DATA)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_kill_while_writing_leaves_no_half_file(tmp_path: Path) -> None:
    process = get_context("fork").Process(target=_die_before_the_rename, args=(str(tmp_path),))
    process.start()
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    with pytest.raises(NotFound):
        Blobs(tmp_path).get(SHA256)
    assert Blobs(tmp_path).get(Blobs(tmp_path).put(DATA)) == DATA
