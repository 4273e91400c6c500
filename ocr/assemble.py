"""The readings of a file's pages to its documents: split where the kind changes, classified, extracted, self-checked.

Which pages make a document is told by `ocr/packet.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cases.countries import COUNTRIES
from cases.model import (
    Document,
    Field,
    FileReading,
    Finding,
    Place,
    Problem,
    Quality,
    Row,
    Severity,
    Tier,
)
from ocr.classify import Ambiguous, Known, extract_with
from ocr.classify import Unknown as NoKind
from ocr.confidence import calibrated
from ocr.extract import currency_in
from ocr.kind import Kind
from ocr.packet import Part, parts_of
from ocr.pages import Inspection
from ocr.reading import PageReading
from ocr.tamper import file_findings
from ocr.text import Text

_TIERS = list(Tier)


def assemble(name: str, sha256: str, inspection: Inspection, pages: Sequence[PageReading]) -> FileReading:
    """All that can be read from a file. A kind that fails on a document costs that document's fields, no more."""
    readable = [page for page in pages if page.text.words]
    documents: list[Document] = []
    failures: list[Problem] = []
    for ordinal, part in enumerate(parts_of(readable), start=1):
        document, problem = _document(part, name, sha256, f"{sha256[:12]}-{ordinal}")
        document = _as_sent(document, {one.number: one for one in part.readings})
        of_file = file_findings(document, inspection, part.readings)
        documents.append(replace(document, findings=(*document.findings, *of_file)))
        failures += [problem] if problem else []
    unread = [problem for page in pages if not page.text.words for problem in page.problems if _grave(problem)]
    troubles = tuple(problem for page in pages for problem in page.problems if problem not in unread)
    return FileReading(
        file=name,
        sha256=sha256,
        pages=inspection.pages,
        quality=Quality(tier=_weakest(pages), problems=troubles),
        documents=tuple(documents),
        problems=(*inspection.problems, *unread, *failures),
    )


def _grave(problem: Problem) -> bool:
    return problem.severity is Severity.HIGH


def _weakest(pages: Sequence[PageReading]) -> Tier:
    return max((page.text.tier for page in pages), key=_TIERS.index, default=Tier.DIGITAL)


def _shown(read: Document, kind: Kind) -> Document:
    """The document with the fields of its kind alone, in the kind's order."""
    return replace(read, fields={name: read.fields[name] for name in kind.fields if name in read.fields})


def _document(part: Part, name: str, sha256: str, ident: str) -> tuple[Document, Problem | None]:
    text = part.text
    bare = Document(
        id=ident,
        file=name,
        sha256=sha256,
        kind=part.name,
        strength=round(part.kind.strength, 3),
        runner_up=_runner_up(part),
        pages=tuple(one.number for one in part.readings),
        tier=_weakest(part.readings),
        fingerprints=tuple(one.fingerprint for one in part.readings if one.fingerprint),
    )
    if not isinstance(part.kind, Known):
        return replace(bare, country=_country(text, "", {})), None
    kind = part.kind.kind
    extract, done = extract_with(kind, text, ident)
    read = replace(
        bare,
        fields=extract.fields,
        rows=extract.rows,
        country=_country(text, extract.country, extract.fields),
    )
    if not done:
        return read, _failed(kind, name, part.readings[0].number)
    try:
        checked = replace(read, findings=kind.check(read))
        return _shown(calibrated(checked), kind), None
    except Exception:  # As above: the reading stands, its checks are said not to have run.
        return read, _failed(kind, name, part.readings[0].number)


def _failed(kind: Kind, name: str, page: int) -> Problem:
    return Problem(
        code="extract_failed",
        advice=f"{name} looks like a {kind.title.lower()} but could not be read as one; please have a person read it.",
        page=page,
        severity=Severity.HIGH,
    )


def _runner_up(part: Part) -> str:
    match part.kind:
        case Known(runner_up=runner_up):
            return runner_up
        case Ambiguous(kinds=(first, _)):
            return first
        case NoKind(nearest=nearest):
            return nearest


def _country(text: Text, said: str, values: Mapping[str, Field]) -> str:
    """The document's country: as its kind says, else by a valid IBAN or number, else by currency, else by script."""
    if said:
        return said
    iban = values.get("iban")
    if iban is not None and iban.value[:2] in COUNTRIES:
        return iban.value[:2]
    currency = values["currency"].value if "currency" in values else currency_in(text.string)
    owners = [country.code for country in COUNTRIES.values() if country.currency == currency]
    if len(owners) == 1:
        return owners[0]
    string = text.string
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in string)
    return "CN" if chinese > 0.25 * max(1, len(string)) and "CN" in COUNTRIES else ""


def _as_sent(document: Document, readings: dict[int, PageReading]) -> Document:
    """The document with its places on the pages as they were sent, not as they were cleaned."""

    def moved(place: Place) -> Place:
        reading = readings.get(place.page)
        return place if reading is None else replace(place, box=reading.as_sent(place.box))

    def row(one: Row) -> Row:
        return replace(one, place=moved(one.place))

    def finding(one: Finding) -> Finding:
        return replace(one, places=tuple(moved(place) for place in one.places))

    return replace(
        document,
        fields={name: replace(one, place=moved(one.place)) for name, one in document.fields.items()},
        rows=tuple(row(one) for one in document.rows),
        findings=tuple(finding(one) for one in document.findings),
    )
