"""Puts an underwriter's corrections in the place of what was read, for a decision on the page as a person sees it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from cases.model import WHOLE_PAGE, Correction, Document, Field, FileReading, Origin, Place

TYPED = "Corrected by an underwriter; the machine had read {read}."
ADDED = "Added by an underwriter; the machine had found nothing."


def corrected(readings: Sequence[FileReading], corrections: Sequence[Correction]) -> tuple[FileReading, ...]:
    """The readings with each corrected field's last correction in place; its place on the page stays.

    A field that was not found stands for the whole first page of its document. A correction of a document that the
    readings do not have changes nothing. A document's own self-checks stay as they were found when it was read.
    """
    last: dict[str, dict[str, Correction]] = {}
    for one in corrections:
        last.setdefault(one.document, {})[one.field] = one
    return tuple(
        dataclasses.replace(
            reading,
            documents=tuple(
                _with(document, last[document.id]) if document.id in last else document
                for document in reading.documents
            ),
        )
        for reading in readings
    )


def _with(document: Document, corrections: Mapping[str, Correction]) -> Document:
    typed = {name: _typed(document, one) for name, one in corrections.items()}
    return dataclasses.replace(document, fields={**document.fields, **typed})


def _typed(document: Document, correction: Correction) -> Field:
    read = document.fields.get(correction.field)
    note = TYPED.format(read=read.value) if read else ADDED
    place = read.place if read else Place(document.id, document.pages[0], WHOLE_PAGE)
    return Field(
        name=correction.field,
        value=correction.value,
        raw=read.raw if read else correction.value,
        place=place,
        confidence=1.0,
        origin=Origin.TYPED,
        alternatives=(read.value,) if read else (),
        note=note,
    )
