"""The book in force: what comes with Vouch, and the lender's own policies in a folder, which people publish into.

A policy takes about 0.4 s to check, so the book is loaded again only when the folder's files have changed.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from pathlib import Path

from cases.errors import VouchError
from decision import Book, load_book
from decision.book import FOLDER

LOG = logging.getLogger("vouch.book")
POLICIES = FOLDER / "policies"
State = tuple[tuple[str, int, int], ...]


class CurrentBook:
    """Threads may share it. Raises PolicyError when the book that is found first cannot be used."""

    def __init__(self, own: Path) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._state = self._look()
        self._book = load_book(own=own)

    def now(self) -> Book:
        """The book as the folder has it now; the last good one while the folder holds one that cannot be used."""
        with self._lock:
            state = self._look()
            if state != self._state:
                self._state = state
                try:
                    self._book = load_book(own=self._own)
                except VouchError as fault:
                    LOG.error("the policies in the folder cannot be used (%s); the last good ones stay", fault.code)
            return self._book

    def text(self, product: str) -> str:
        """The policy of a product as it is written. Raises BadInput when there is none."""
        self.now().policy(product)
        name = f"{product}.yaml"
        path = self._own / name
        return (path if path.is_file() else POLICIES / name).read_text(encoding="utf-8")

    def put(self, product: str, text: str) -> None:
        """Puts a policy in force, here and in every process that uses the folder; whole or not at all."""
        self._own.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self._own, prefix=".new-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self._own / f"{product}.yaml")
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
            raise

    def _look(self) -> State:
        """Names, sizes and times of the files; costs some microseconds."""
        found = []
        for path in sorted(self._own.glob("*.yaml")):
            try:
                seen = path.stat()
            except FileNotFoundError:
                continue
            found.append((path.name, seen.st_mtime_ns, seen.st_size))
        return tuple(found)
