"""Bytes kept under their own SHA-256: uploaded files, letters. What is kept never changes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

from cases.errors import BrokenInstallation, NotFound

_NAME = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """A folder of blobs, two levels deep (`ab/cd/abcd…`). Any number of processes may use it at once."""

    def __init__(self, directory: Path | str) -> None:
        self._directory = Path(directory)

    def put(self, data: bytes) -> str:
        """Keeps the bytes and gives their SHA-256. On return they are on the disk, whole; twice is once."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._place(sha256)
        if path.is_file() and path.read_bytes() == data:
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
            raise
        _sync_folder(path.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes; NotFound when there are none, BrokenInstallation when they are no longer what was kept."""
        data = self.path(sha256).read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BrokenInstallation(f"The kept file {sha256} was altered on the disk; restore it from a backup.")
        return data

    def path(self, sha256: str) -> Path:
        """Where the bytes lie, for programs that read files; NotFound when they are not kept here."""
        path = self._place(sha256)
        if not path.is_file():
            raise NotFound(f"The file {sha256} is not kept here.")
        return path

    def _place(self, sha256: str) -> Path:
        if not _NAME.fullmatch(sha256):
            raise NotFound("A kept file is asked for by its SHA-256: 64 hexadecimal digits in lower case.")
        return self._directory / sha256[:2] / sha256[2:4] / sha256


def _sync_folder(folder: Path) -> None:
    """Makes a rename in the folder survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
