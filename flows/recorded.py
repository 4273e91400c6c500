"""Pages that the engine read once, kept beside the samples: golden tests replay them and load no model.

Only pages that were read from their picture are recorded; a text layer is read anew every time.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cases.codec import from_json, to_json
from cases.errors import BadInput
from ocr.reading import PageReading


@dataclass(slots=True)
class RecordedPages:
    """A shelf of recorded pages. `engine` says what they were read with; another engine's are not replayed."""

    file: Path
    engine: str
    pages: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path, engine: str) -> RecordedPages:
        """The recording in a file. Raises BadInput when there is none or when another engine made it."""
        if not file.is_file():
            raise BadInput(f"{file.parent.name} has no recorded pages; run 'make golden' on purpose.")
        told = json.loads(gzip.decompress(file.read_bytes()))
        if told["engine"] != engine:
            raise BadInput(f"{file.parent.name} was recorded with another engine; run 'make golden' on purpose.")
        return cls(file, engine, told["pages"])

    def find(self, key: str) -> PageReading | None:
        found = self.pages.get(key)
        return None if found is None else from_json(PageReading, json.dumps(found))

    def keep(self, key: str, reading: PageReading) -> None:
        if reading.engine is not None:
            self.pages[key] = json.loads(to_json(reading))

    def save(self) -> None:
        """Writes the recording; the same pages give the same bytes."""
        text = to_json({"engine": self.engine, "pages": self.pages})
        self.file.write_bytes(gzip.compress(text.encode(), mtime=0))
