"""The documents of a case as the page shows them: their pages with boxes, and their fields, doubtful ones first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from cases.model import CheckResult, Document, Evidence, Field, FileReading, Finding, Origin, Place
from decision.typed_field import is_money
from ocr.classify import kinds

SURE = 0.9
"""Below this confidence a person should look."""
UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxShown:
    id: str
    place: Place
    state: str
    """`plain`, `doubt` or `found`; `spot` for a place that is no field."""
    label: str


@dataclass(slots=True, kw_only=True)
class PageShown:
    id: str
    sha256: str
    file: str
    number: int
    of: int
    boxes: list[BoxShown] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    id: str
    """Of its row; the box's is `box`."""
    box: str
    document: str
    name: str
    field: Field
    is_money: bool
    doubt: int
    """1 for the one to look at first; 0 for those that need no look."""
    in_finding: bool

    @property
    def read(self) -> str:
        """What the machine had read, of a field that a person typed."""
        return self.field.alternatives[0] if self.typed and self.field.alternatives else ""

    @property
    def typed(self) -> bool:
        return self.field.origin is Origin.TYPED


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    document: Document
    title: str
    fields: tuple[FieldShown, ...]
    absent: tuple[str, ...]
    """Fields of the kind that were not found."""

    @property
    def label(self) -> str:
        return f"{self.title} · {self.document.file}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    pages: tuple[PageShown, ...]
    papers: tuple[PaperShown, ...]
    boxes: Mapping[Place, str]
    names: Mapping[str, str]
    """`Document.id` to what people call it."""

    def box(self, place: Place | None) -> str:
        """The id of the box that shows a place; empty when no page does."""
        return self.boxes.get(place, "") if place else ""

    def where(self, place: Place) -> str:
        """`annual-accounts.pdf, 2`: the document and the page of a place."""
        return f"{self.names.get(place.document, '')}, {place.page}"

    @property
    def doubts(self) -> int:
        return sum(1 for paper in self.papers for one in paper.fields if one.doubt)


@cache
def kind_fields(kind: str) -> tuple[str, ...]:
    known = kinds().get(kind)
    return known.fields if known else ()


def lay_out(readings: Sequence[FileReading], findings: Iterable[Finding], shown: Iterable[Place]) -> Papers:
    """Everything laid out; `shown` are places besides those of fields and findings that the page speaks of."""
    found = [one for one in findings if one.result is CheckResult.FOUND]
    troubled = {place for one in found for place in one.places}
    documents = {one.id: one for reading in readings for one in reading.documents}
    pages = {(one.sha256, one.number): one for one in _pages(readings)}
    ranks = _ranks(documents.values(), troubled)
    papers = tuple(_paper(document, ranks, troubled) for document in documents.values())
    boxes: dict[Place, str] = {}
    for one in (one for paper in papers for one in paper.fields):
        boxes.setdefault(one.field.place, one.box)
        state = "found" if one.in_finding else "doubt" if one.doubt else "plain"
        _put(pages, documents, BoxShown(id=one.box, place=one.field.place, state=state, label=one.name))
    spots = (*sorted(troubled, key=_order), *shown)
    for number, place in enumerate(dict.fromkeys(one for one in spots if one not in boxes), 1):
        boxes[place] = f"s-{number}"
        _put(pages, documents, BoxShown(id=f"s-{number}", place=place, state="spot", label=""))
    names = {one.id: one.file for one in documents.values()}
    return Papers(pages=tuple(pages.values()), papers=papers, boxes=boxes, names=names)


def places_in(evidence: Iterable[Evidence]) -> Iterator[Place]:
    yield from (one.place for one in evidence if one.place is not None)


def _order(place: Place) -> tuple[str, int, float, float]:
    return place.document, place.page, place.box.top, place.box.left


def _pages(readings: Sequence[FileReading]) -> Iterator[PageShown]:
    for reading in {one.sha256: one for one in readings}.values():
        for number in range(1, reading.pages + 1):
            yield PageShown(
                id=f"p-{reading.sha256[:12]}-{number}",
                sha256=reading.sha256,
                file=reading.file,
                number=number,
                of=reading.pages,
            )


def _put(pages: Mapping[tuple[str, int], PageShown], documents: Mapping[str, Document], box: BoxShown) -> None:
    document = documents.get(box.place.document)
    page = pages.get((document.sha256, box.place.page)) if document else None
    if page is not None:
        page.boxes.append(box)


def _ranks(documents: Iterable[Document], troubled: set[Place]) -> dict[tuple[str, str], int]:
    """In which order a person should look: what a finding rests on first, then the least sure readings."""
    doubtful = [
        (one.place not in troubled, 1.0 if one.place in troubled else one.confidence, order, document.id, name)
        for order, document in enumerate(documents)
        for name, one in document.fields.items()
        if one.origin is not Origin.TYPED and (one.place in troubled or one.confidence < SURE)
    ]
    return {(id_, name): rank for rank, (*_, id_, name) in enumerate(sorted(doubtful), 1)}


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", text))


def _paper(document: Document, ranks: Mapping[tuple[str, str], int], troubled: set[Place]) -> PaperShown:
    wanted = kind_fields(document.kind)
    order = {name: place for place, name in enumerate(wanted)}
    named = sorted(document.fields.items(), key=lambda one: (order.get(one[0], len(order)), one[0]))
    fields = tuple(
        FieldShown(
            id=f"f-{document.id}-{name}",
            box=f"b-{document.id}-{name}",
            document=document.id,
            name=name,
            field=one,
            is_money=is_money(name) and name != UNIT and _is_number(one.value),
            doubt=ranks.get((document.id, name), 0),
            in_finding=one.place in troubled,
        )
        for name, one in named
    )
    known = kinds().get(document.kind)
    return PaperShown(
        document=document,
        title=known.title if known else document.kind,
        fields=fields,
        absent=tuple(name for name in wanted if name not in document.fields and not name.endswith("_prior")),
    )
