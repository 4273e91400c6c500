"""A paper as a PDF: the facts that it states, laid out by the template of its kind and layout."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import plutoprint
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cases.drop_in import gather
from samples import sheets
from samples.ink import bracketed, day, grouped

TEMPLATES = Path(sheets.__file__).parent
DRAWN_ON = "2026-03-09T09:00:00Z"
"""The date in every PDF, so that the same facts give the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How one kind of document is drawn. The template of a layout is `<kind>.<layout>.html.j2` beside the module."""

    layouts: tuple[str, ...]
    facts: Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
    """What a template shows, from the layout and what the paper states (by the field names of its kind)."""
    unprinted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By layout, fields that papers of this look do not show; those of the year before go with them."""


def draw_pdf(kind: str, layout: str, truth: Mapping[str, Any]) -> bytes:
    """The paper as a digital PDF. Raises KeyError for a kind or layout that nobody draws."""
    sheet = gather(sheets, "SHEET", Sheet)[kind]
    if layout not in sheet.layouts:
        raise KeyError(f"{kind} has no layout {layout}; it has {', '.join(sheet.layouts)}")
    template = environment(TEMPLATES).get_template(f"{kind}.{layout}.html.j2")
    return pdf_of(template.render(**sheet.facts(layout, truth)))


def printed(kind: str, layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    """Of what is true, what a paper of that layout shows."""
    hidden = gather(sheets, "SHEET", Sheet)[kind].unprinted.get(layout, ())
    return {name: value for name, value in truth.items() if name.removesuffix("_prior") not in hidden}


def environment(folder: Path) -> Environment:
    """Templates of a folder, with how figures and dates are written."""
    made = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"grouped": grouped, "bracketed": bracketed, "day": day}
    return made


def pdf_of(html: str) -> bytes:
    """The PDF of a page in HTML. Page size and margins stand in the template's own @page rule."""
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4, plutoprint.PAGE_MARGINS_NONE)
    book.load_html(html)
    for name in (plutoprint.PDF_METADATA_CREATION_DATE, plutoprint.PDF_METADATA_MODIFICATION_DATE):
        book.set_metadata(name, DRAWN_ON)
    held = io.BytesIO()
    book.write_to_pdf_stream(held)
    return held.getvalue()
