"""A party of an invoice, and how sure each way is by which its name is found."""

from __future__ import annotations

from dataclasses import dataclass

from ocr.layout import Cell
from ocr.text import Word

ADDRESSED = 1.0
"""Behind a label, with a legal form or an address."""
UNADDRESSED = 0.9
"""Behind a label, with neither."""
WEAKLY = 0.95
"""Times the above behind a label that also says other things (to, from)."""
ROUTE = 0.55
"""Behind such a label with neither legal form nor address: a place, as a rule."""
DOUBTFUL = 0.7
"""What is less sure than this gives way to a name found in another way."""
SENDER = 0.97
WINDOW = 0.92
"""The address that a letter goes to, by its place alone."""
HEAD = 0.93
"""A firm of the head or the foot, or with telephone and tax number below its address."""
LARGEST = 0.8
"""The largest print of the head, where no name there has a legal form."""
MIDDLE = 0.7
"""A firm in the middle of the page."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name, its words, and the cells that were taken to be this party's."""

    name: str
    words: tuple[Word, ...]
    cells: tuple[Cell, ...]
    sure: float = 1.0
    """Of the way that it was found."""
