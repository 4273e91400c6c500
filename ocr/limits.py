"""How much of a file we are willing to open, and how fine a page is drawn for the engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beyond these a file is refused with a Problem before anything of it is decoded."""

    bytes: int = 50_000_000
    pages: int = 200
    pixels: int = 100_000_000
    """Of one picture, by its header."""
    dpi: int = 200
    """At which a PDF page without a text layer is drawn."""
    drawn_pixels: int = 12_000_000
    """The most pixels of a drawn page; a huge page is drawn coarser."""
