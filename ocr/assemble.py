"""The readings of a file's pages to its documents: split where the kind changes, classified, extracted, self-checked.

A page that does not tell its kind stays with the document before it, when that kind goes on over pages; page numbers
(`Page 2 of 5`) and numbers of identity (two account numbers) settle what the kind alone leaves open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cases.countries import COUNTRIES
from cases.model import (
    UNKNOWN,
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
from ocr.classify import ENOUGH, Ambiguous, Known, classify, evidence_for, kinds
from ocr.classify import Unknown as NoKind
from ocr.extract import currency_in
from ocr.kind import Extract, Kind
from ocr.page_numbers import page_number
from ocr.pages import Inspection
from ocr.reading import PageReading
from ocr.tamper import file_findings
from ocr.text import Text

IDENTITIES = ("document_number", "registration_number", "account_number", "iban", "invoice_number")
"""Fields whose difference on two pages of one kind makes two documents of them."""
OWNERS = ("bank_name", "account_holder", "entity", "legal_name")
"""What two pages are told apart by when they have no such number in common."""
_TIERS = list(Tier)


@dataclass(frozen=True, slots=True)
class _Part:
    """Pages that belong together, and what they are."""

    readings: tuple[PageReading, ...]
    kind: Known | Ambiguous | NoKind

    @property
    def name(self) -> str:
        return self.kind.kind.name if isinstance(self.kind, Known) else UNKNOWN

    @property
    def text(self) -> Text:
        return Text(tuple(one.text for one in self.readings))


def assemble(name: str, sha256: str, inspection: Inspection, pages: Sequence[PageReading]) -> FileReading:
    """All that can be read from a file. A kind that fails on a document costs that document's fields, no more."""
    readable = [page for page in pages if page.text.words]
    documents: list[Document] = []
    failures: list[Problem] = []
    for ordinal, part in enumerate(_parts(readable), start=1):
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


def _parts(pages: Sequence[PageReading]) -> list[_Part]:
    """The file's documents: single pages first, then joined with what they continue."""
    if len(pages) == 1:
        return [_Part(tuple(pages), classify(Text((pages[0].text,))))]
    single = [_Part((page,), classify(Text((page.text,)))) for page in pages]
    whole = _as_one(single)
    if whole is not None:
        return [whole]
    parts: list[_Part] = []
    for part in single:
        if parts and _continues(parts[-1], part):
            parts[-1] = _joined(parts[-1], part)
        else:
            parts.append(part)
    return parts


def _as_one(single: Sequence[_Part]) -> _Part | None:
    """The file as one filing, when a kind that holds others is all of it (annual accounts hold two statements)."""
    names = {part.name for part in single} - {UNKNOWN}
    text = Text(tuple(page.text for part in single for page in part.readings))
    for kind in kinds().values():
        if not kind.holds or not names or not names <= {kind.name, *kind.holds}:
            continue
        strength = evidence_for(kind, text)
        if strength >= ENOUGH:
            return _Part(tuple(page for part in single for page in part.readings), Known(kind, strength))
    return None


def _continues(before: _Part, page: _Part) -> bool:
    """Whether a page goes on with the document before it."""
    number, last = page_number(page.text), page_number(Text((before.readings[-1].text,)))
    if number and last and number[1] == last[1]:
        return number[0] == last[0] + 1
    complete = last is not None and last[0] == last[1]
    if (number and number[0] == 1) or (complete and page.name != UNKNOWN):
        return False
    if before.name == UNKNOWN or not isinstance(before.kind, Known):
        return page.name == UNKNOWN and bool(number)
    if page.name == before.name:
        return not _differ(before, page)
    return page.name == UNKNOWN and before.kind.kind.continues and not isinstance(page.kind, Ambiguous)


def _differ(before: _Part, page: _Part) -> bool:
    """Whether two parts of one kind name different accounts, persons or companies."""
    if not isinstance(before.kind, Known):
        return False
    one, other = (_extract(before.kind.kind, part.text, "")[0].fields for part in (before, page))
    common = [name for name in IDENTITIES if name in one and name in other]
    common = common or [name for name in OWNERS if name in one and name in other]
    return bool(common) and all(one[name].value != other[name].value for name in common)


def _joined(before: _Part, page: _Part) -> _Part:
    stronger = before.kind
    if isinstance(page.kind, Known) and page.kind.strength > before.kind.strength:
        stronger = page.kind
    return _Part((*before.readings, *page.readings), stronger)


def _extract(kind: Kind, text: Text, document: str) -> tuple[Extract, bool]:
    """What a kind takes from a text, and whether it did so without failing."""
    try:
        return kind.extract(text, document), True
    except Exception:  # One kind's mistake must not cost the file; the document says that it was not read.
        return Extract(), False


def _shown(read: Document, kind: Kind) -> Document:
    """The document with the fields of its kind alone, in the kind's order."""
    return replace(read, fields={name: read.fields[name] for name in kind.fields if name in read.fields})


def _document(part: _Part, name: str, sha256: str, ident: str) -> tuple[Document, Problem | None]:
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
    extract, done = _extract(kind, text, ident)
    read = replace(
        bare,
        fields=extract.fields,
        rows=extract.rows,
        country=_country(text, extract.country, extract.fields),
    )
    if not done:
        return read, _failed(kind, name, part.readings[0].number)
    try:
        return replace(_shown(read, kind), findings=kind.check(read)), None
    except Exception:  # As above: the reading stands, its checks are said not to have run.
        return read, _failed(kind, name, part.readings[0].number)


def _failed(kind: Kind, name: str, page: int) -> Problem:
    return Problem(
        code="extract_failed",
        advice=f"{name} looks like a {kind.title.lower()} but could not be read as one; please have a person read it.",
        page=page,
        severity=Severity.HIGH,
    )


def _runner_up(part: _Part) -> str:
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
