"""Which kind of document a text is: every kind gives its evidence, and the strongest wins by a margin."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import ocr.kinds
from cases.drop_in import gather
from ocr.kind import Extract, Kind
from ocr.text import Text

ENOUGH = 0.5
"""Evidence below this leaves a document unknown."""
MARGIN = 0.1
"""Two kinds whose evidence lies closer than this claim the document alike."""


@dataclass(frozen=True, slots=True)
class Known:
    kind: Kind
    strength: float
    runner_up: str = ""
    """The kind with the next strongest evidence; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two kinds claim the document alike, the stronger first."""

    kinds: tuple[str, str]
    strength: float


@dataclass(frozen=True, slots=True)
class Unknown:
    nearest: str = ""
    """The kind that came nearest; empty when none has any evidence."""
    strength: float = 0.0


@functools.cache
def kinds() -> dict[str, Kind]:
    """Every document kind by name: one module in `ocr/kinds/` each."""
    return gather(ocr.kinds, "KIND", Kind)


def evidence_for(kind: Kind, text: Text) -> float:
    """A kind's evidence; a kind that fails on a text has none, and the other kinds are asked all the same."""
    try:
        return kind.evidence(text)
    except Exception:  # One kind's mistake must not cost the whole file.
        return 0.0


def extract_with(kind: Kind, text: Text, document: str) -> tuple[Extract, bool]:
    """What a kind takes from a text, and whether it did so without failing."""
    try:
        return kind.extract(text, document), True
    except Exception:  # As above; the document says that it was not read.
        return Extract(), False


def classify(text: Text) -> Known | Ambiguous | Unknown:
    """The kind of a document. Prose, receipts, letters and forms of no kind that we know stay unknown."""
    if not text.words:
        return Unknown()
    weighed = [(evidence_for(kind, text), name) for name, kind in kinds().items()]
    ranked = sorted(((strength, name) for strength, name in weighed if strength > 0), key=lambda one: (-one[0], one[1]))
    if not ranked:
        return Unknown()
    strength, name = ranked[0]
    if strength < ENOUGH:
        return Unknown(name, strength)
    if len(ranked) == 1:
        return Known(kinds()[name], strength)
    second, runner_up = ranked[1]
    if strength - second < MARGIN and second >= ENOUGH:
        return Ambiguous((name, runner_up), strength)
    return Known(kinds()[name], strength, runner_up)
