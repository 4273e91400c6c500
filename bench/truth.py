"""Papers with what is true of them: what the benches of reading compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cases.model import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file that holds one document, and what it prints, by the field names of its kind."""

    name: str
    """Unique in its collection; ends with the file's suffix."""
    data: bytes
    kind: str
    tier: Tier
    """How the file was made: what the reading should be judged as."""
    fields: Mapping[str, str]
    """Canonical values: ISO dates, plain decimals, names as printed. Only what the paper prints."""
    rows: tuple[Mapping[str, str], ...] = ()
    """Of a table: canonical cells by name, in the order printed."""
    layout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Where papers come from. One module in `bench/truths/` defines one `COLLECTION`.

    `papers` takes the folder of the data (ignored by drawn ones) and the tier to give them in; it gives nothing for a
    tier that the collection does not have.
    """

    title: str
    real: bool
    """Real papers and drawn ones never stand in one figure."""
    papers: Callable[[Path, Tier], Iterator[Paper]]
    folder: str = ""
    """The folder's name below the data folder; empty for drawn papers."""
    fitting: bool = False
    """Whether all its papers are for fitting confidences; of others that lend themselves to it, half of the papers."""
