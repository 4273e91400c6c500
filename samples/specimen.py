"""A paper of the kit: drawn from a seed, in one of three qualities, with what it prints."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import numpy as np

from cases.drop_in import gather
from cases.model import Tier
from samples.quality import as_pdf, as_photo, pages_of, photographed, scan
from samples.sheet import environment, pdf_of

PHOTO_DPI = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """What one paper states. All values are canonical: ISO dates, plain decimals, names exactly as printed."""

    fields: Mapping[str, str]
    """By the field names of the kind; only what the paper prints (or what follows from it, such as the currency)."""
    rows: tuple[Mapping[str, str], ...] = ()
    """Of a table, in the order printed; only the cells that the paper prints."""
    shown: Mapping[str, Any] = field(default_factory=dict)
    """What the template shows besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """How papers of one kind are invented."""

    layouts: tuple[str, ...]
    invent: Callable[[str, Random], Invented]
    """From a layout and a source of chance."""

    @classmethod
    def of(cls, makers: Mapping[str, Callable[[Random], Invented]]) -> Kit:
        """A kit each of whose layouts has a maker of its own."""
        return cls(layouts=tuple(makers), invent=lambda layout, chance: makers[layout](chance))


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One drawn paper."""

    kind: str
    layout: str
    pdf: bytes
    fields: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]


def kits(folder: ModuleType) -> Mapping[str, Kit]:
    """The kits of a folder by kind."""
    return gather(folder, "KIT", Kit)


def specimen(folder: ModuleType, kind: str, layout: str, seed: int) -> Specimen:
    """Draws a paper. Raises KeyError for a kind or layout that the folder does not have."""
    kit = kits(folder)[kind]
    if layout not in kit.layouts:
        raise KeyError(f"{kind} has no layout {layout}; it has {', '.join(kit.layouts)}")
    made = kit.invent(layout, Random(f"{kind}/{layout}/{seed}"))
    template = _templates(Path(folder.__path__[0])).get_template(f"{kind}.{layout}.html.j2")
    pdf = pdf_of(template.render(fields=made.fields, rows=made.rows, **made.shown))
    return Specimen(kind=kind, layout=layout, pdf=pdf, fields=made.fields, rows=made.rows)


def sent(paper: Specimen, tier: Tier, seed: int) -> tuple[str, bytes]:
    """The paper as a file in a quality, with the file's ending. Photos of several pages come as one PDF, as telephones
    gather them."""
    if tier is Tier.DIGITAL:
        return "pdf", paper.pdf
    if tier is Tier.SCAN:
        return "pdf", scan(paper.pdf, seed)
    shots = [
        photographed(page, np.random.default_rng([seed, number]))
        for number, page in enumerate(pages_of(paper.pdf, PHOTO_DPI))
    ]
    return ("jpg", as_photo(shots[0])) if len(shots) == 1 else ("pdf", as_pdf(shots, PHOTO_DPI))


@functools.cache
def _templates(folder: Path) -> Any:
    return environment(folder)
