"""What was sent and what was read from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cases.model.place import Box, Place


class Origin(StrEnum):
    """How a value came to us, the most direct first."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    MRZ = "mrz"
    BARCODE = "barcode"
    DERIVED = "derived"
    TYPED = "typed"


class Tier(StrEnum):
    """How a page was made; what we may expect of the reading follows from it."""

    DIGITAL = "digital"
    SCAN = "scan"
    PHOTO = "photo"


class Severity(StrEnum):
    """How much a finding or a problem matters to the person who must settle it."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class CheckResult(StrEnum):
    """FOUND: the trouble looked for is there. A check that could not run never counts as not found."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    COULD_NOT_RUN = "could_not_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with a file or a page, said to the person who sent it."""

    code: str
    advice: str
    """One sentence: what is wrong and what to do."""
    page: int | None = None
    """Counted from 1; None for the whole file."""
    severity: Severity = Severity.MEDIUM
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How well a file can be read: its weakest tier and what troubles its pages."""

    tier: Tier
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value that a document states.

    `value` is canonical: ISO 8601 for dates, plain decimals for money, else as printed. `raw` is the print.
    """

    name: str
    value: str
    raw: str
    place: Place
    confidence: float
    """0 to 1."""
    origin: Origin
    alternatives: tuple[str, ...] = ()
    """Other canonical values that the engine offered for the same place, the likeliest first."""
    note: str = ""
    """What was done to the print to get the value, when it was more than parsing (a proven repair, a scale)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a document's table: canonical cell values by column name."""

    cells: Mapping[str, str]
    place: Place
    confidence: float = 1.0

    def money(self, column: str) -> Decimal | None:
        text = self.cells.get(column)
        return None if text is None else Decimal(text)

    def day(self, column: str) -> dt.date | None:
        text = self.cells.get(column)
        return None if text is None else dt.date.fromisoformat(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer of one check: whether the trouble it looks for is there, and where to look.

    A document's self-checks, the comparisons of stated with read values and of documents with each other all
    answer in this form. These checks do not indicate conclusively that fraud is present.
    """

    check: str
    """The check's id, such as `running_balance` or `stated_revenue`."""
    result: CheckResult
    severity: Severity = Severity.INFO
    detail: str = ""
    """One sentence for the underwriter."""
    reason: str = ""
    """Why the check could not run; empty otherwise."""
    items_seen: int = 0
    """How many rows, figures or documents the check looked at; 0 never goes with NOT_FOUND."""
    expected: str = ""
    actual: str = ""
    places: tuple[Place, ...] = ()
    innocent_causes: tuple[str, ...] = ()
    action: str = ""
    """How to look, or what would settle it."""

    def __post_init__(self) -> None:
        if self.result is CheckResult.NOT_FOUND and self.items_seen < 1:
            raise ValueError(f"check {self.check} saw nothing, so it cannot say that it found nothing")
        if self.result is CheckResult.COULD_NOT_RUN and not self.reason:
            raise ValueError(f"check {self.check} could not run but does not say why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document within a file: its kind, its fields with their places, its rows and its self-checks."""

    id: str
    """`<first 12 hex digits of the file's SHA-256>-<ordinal in the file, from 1>`."""
    file: str
    """The name under which it was sent."""
    sha256: str
    """Of the file."""
    kind: str
    strength: float
    """How well the evidence fits the kind, 0 to 1."""
    runner_up: str = ""
    pages: tuple[int, ...] = (1,)
    country: str = ""
    """ISO 3166-1 alpha-2, upper case; empty when the document does not tell."""
    tier: Tier = Tier.DIGITAL
    fields: Mapping[str, Field] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    fingerprints: tuple[str, ...] = ()
    """Of its pages that are pictures: what the same picture is known again by, as hex."""

    def text(self, name: str) -> str | None:
        found = self.fields.get(name)
        return None if found is None else found.value

    def money(self, name: str) -> Decimal | None:
        found = self.fields.get(name)
        return None if found is None else Decimal(found.value)

    def day(self, name: str) -> dt.date | None:
        """The date in a field; None when it is absent or no date (an expiry of `long-term`)."""
        found = self.fields.get(name)
        if found is None or found.value == LONG_TERM:
            return None
        return dt.date.fromisoformat(found.value)

    def finding(self, check: str) -> Finding | None:
        return next((found for found in self.findings if found.check == check), None)


LONG_TERM = "long-term"
"""The value of `date_of_expiry` and `valid_to` for papers that do not expire (长期)."""

UNKNOWN = "unknown"
"""The kind of a document that no kind claims, or that two kinds claim alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """All that was read from one file. A file that gives a problem may still give documents."""

    file: str
    sha256: str
    pages: int
    quality: Quality
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What kept the file, or pages of it, from being read; quality problems stand in `quality`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineVersion:
    """Which engine read a page, so that a reading can be repeated."""

    name: str
    version: str
    models: Mapping[str, str] = field(default_factory=dict)
    """Part (`det`, `rec`) to the SHA-256 of its weights."""
