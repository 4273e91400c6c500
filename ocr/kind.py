"""What every document kind declares. One module in `ocr/kinds/` defines one `KIND`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cases.model import Document, Field, Finding, Row
from ocr.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What a kind takes from a text. Fields come with the document id that it was given in their places."""

    fields: Mapping[str, Field] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A document kind.

    `evidence` weighs a text from 0 (nothing tells of this kind) to 1 (only this kind looks so); `extract` takes
    the text and a document id for the places; `check` examines the document by itself.
    """

    name: str
    title: str
    evidence: Callable[[Text], float]
    extract: Callable[[Text, str], Extract]
    check: Callable[[Document], tuple[Finding, ...]]
    fields: tuple[str, ...]
    """Every field that the document is to have, in the order to show them. What `extract` gives besides is for
    `check` alone and is dropped after it."""
    continues: bool = False
    """Whether its documents go on over pages that do not tell their kind by themselves."""
    leads: Callable[[Text], bool] | None = None
    """Tells of a page that says no kind by itself whether it goes before such a document: a letter with a return."""
    card: bool = False
    """Whether it is so small that several may lie in one picture."""
    holds: tuple[str, ...] = ()
    """Kinds that are parts of this one when they stand in one file: a filing of accounts holds its statements."""
