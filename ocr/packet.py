"""Which pages of a file belong together, and what they are: one file may hold many papers, one picture several.

A page that does not tell its kind stays with the document before it, when that kind goes on over pages; page numbers
(`Page 2 of 5`) and numbers of identity (two account numbers) settle what the kind alone leaves open, also where the
pages lie out of order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cases.model import UNKNOWN
from ocr.classify import ENOUGH, Ambiguous, Known, classify, evidence_for, extract_with, kinds
from ocr.classify import Unknown as NoKind
from ocr.page_numbers import page_number
from ocr.reading import PageReading
from ocr.regions import DEEPEST, divisions
from ocr.text import Text, bare

IDENTITIES = ("document_number", "registration_number", "account_number", "iban", "invoice_number")
"""Fields whose difference on two pages of one kind makes two documents of them."""
OWNERS = ("bank_name", "account_holder", "entity", "legal_name")
"""What two pages are told apart by when they have no such number in common."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, in their order, and what they are."""

    readings: tuple[PageReading, ...]
    kind: Known | Ambiguous | NoKind

    @property
    def name(self) -> str:
        return self.kind.kind.name if isinstance(self.kind, Known) else UNKNOWN

    @property
    def text(self) -> Text:
        return Text(tuple(one.text for one in self.readings))


def parts_of(pages: Sequence[PageReading]) -> list[Part]:
    """The file's documents: single pages first, then joined with what they continue."""
    single = [part for page in pages for part in _papers(page)]
    if len(single) == 1:
        return single
    whole = _as_one(single) if len(single) == len(pages) else None
    if whole is not None:
        return [whole]
    parts: list[Part] = []
    for part in single:
        if parts and (_continues(parts[-1], part) or _leads(parts[-1], part)):
            parts[-1] = _joined(parts[-1], part)
        else:
            parts.append(part)
    return _put_in_order(parts)


def _papers(page: PageReading) -> list[Part]:
    """The papers on one page: several where parts of it are cards by themselves, else the page."""
    whole = _part(page)
    return _divided(whole, DEEPEST) or [whole]


def _part(page: PageReading) -> Part:
    return Part((page,), classify(Text((page.text,))))


def _divided(whole: Part, depth: int) -> list[Part]:
    """The cards that a page's print parts into; none when it is one paper."""
    page = whole.readings[0]
    for first, second in divisions(page.text) if depth else ():
        found: list[Part] = []
        for text in (first, second):
            part = _part(replace(page, text=text))
            found += _divided(part, depth - 1) or [part]
            if not all(isinstance(one.kind, Known) for one in found):
                break  # One part that is no paper settles it; the other need not be looked at.
        else:
            if _are_papers(found):
                return found
    return []


def _are_papers(parts: Sequence[Part]) -> bool:
    """Whether each part is known, at least one is a card, and no two are sides of the same."""
    known = [part for part in parts if isinstance(part.kind, Known)]
    if len(known) < len(parts) or not any(part.kind.kind.card for part in known if isinstance(part.kind, Known)):
        return False
    return all(
        one.name != other.name or _differ(one, other) for at, one in enumerate(known) for other in known[at + 1 :]
    )


def _as_one(single: Sequence[Part]) -> Part | None:
    """The file as one filing, when a kind that holds others is all of it (annual accounts hold two statements)."""
    names = {part.name for part in single} - {UNKNOWN}
    text = Text(tuple(page.text for part in single for page in part.readings))
    for kind in kinds().values():
        if not kind.holds or not names or not names <= {kind.name, *kind.holds}:
            continue
        strength = evidence_for(kind, text)
        if strength >= ENOUGH:
            return Part(tuple(page for part in single for page in part.readings), Known(kind, strength))
    return None


def _continues(before: Part, page: Part) -> bool:
    """Whether a page goes on with the document before it."""
    number, last = page_number(page.text), page_number(Text((before.readings[-1].text,)))
    if number and last and number[1] == last[1]:
        return number[0] == last[0] + 1 and not _differ(before, page, numbered=True)
    complete = last is not None and last[0] == last[1]
    if (number and number[0] == 1) or (complete and page.name != UNKNOWN):
        return False
    if before.name == UNKNOWN or not isinstance(before.kind, Known):
        return page.name == UNKNOWN and bool(number)
    if page.name == before.name:
        return not _differ(before, page)
    return page.name == UNKNOWN and before.kind.kind.continues and not isinstance(page.kind, Ambiguous)


def _leads(before: Part, page: Part) -> bool:
    """Whether pages of no kind go before a document, as a preparer's letter before a tax return."""
    if before.name != UNKNOWN or not isinstance(page.kind, Known) or page.kind.kind.leads is None:
        return False
    return page.kind.kind.leads(before.text)


def _put_in_order(parts: Sequence[Part]) -> list[Part]:
    """Numbered pages that lie apart from the rest of their document, brought together by their numbers."""
    found: list[Part] = []
    for part in parts:
        home = next((at for at, other in enumerate(found) if _complete_each_other(other, part)), None)
        if home is None:
            found.append(part)
        else:
            found[home] = _joined(found[home], part)
    return [_sorted(part) for part in found]


def _complete_each_other(one: Part, other: Part) -> bool:
    """Whether two parts number their pages of the same total, none twice, and may be of one document."""
    first, second = _numbers(one), _numbers(other)
    totals = {total for _, total in (*first, *second)}
    if not first or not second or len(totals) != 1 or {*first} & {*second}:
        return False
    if len(first) < len(one.readings) or len(second) < len(other.readings):
        return False
    if UNKNOWN not in (one.name, other.name) and one.name != other.name:
        return False
    return not _differ(one, other)


def _numbers(part: Part) -> list[tuple[int, int]]:
    return [number for page in part.readings if (number := page_number(Text((page.text,)))) is not None]


def _sorted(part: Part) -> Part:
    """The part with its pages by their printed numbers, when every page has one of its own."""
    numbers = _numbers(part)
    if len(numbers) < len(part.readings) or len(set(numbers)) < len(numbers):
        return part
    order = sorted(range(len(numbers)), key=lambda at: numbers[at])
    return Part(tuple(part.readings[at] for at in order), part.kind)


def _differ(before: Part, page: Part, *, numbered: bool = False) -> bool:
    """Whether two parts name different accounts, persons or companies.

    Of pages that are `numbered` one after the other, the next account of the same bank's statement may begin one.
    """
    kind = before.kind if isinstance(before.kind, Known) else page.kind
    if not isinstance(kind, Known):
        return False
    one, other = (extract_with(kind.kind, part.text, "")[0].fields for part in (before, page))
    common = [name for name in IDENTITIES if name in one and name in other]
    common = common or [name for name in OWNERS if name in one and name in other]
    differ = [_told(one[name].value) != _told(other[name].value) for name in common]
    banks = [_told(fields["bank_name"].value) for fields in (one, other) if "bank_name" in fields]
    if numbered and len(banks) == 2 and banks[0] == banks[1]:
        return False
    return bool(common) and all(differ)


def _told(value: str) -> str:
    """A name or number without what print alone changes: capitals at the head of a page, blanks and points."""
    return bare(value) or value


def _joined(before: Part, page: Part) -> Part:
    return Part((*before.readings, *page.readings), _stronger(before.kind, page.kind))


def _stronger(one: Known | Ambiguous | NoKind, other: Known | Ambiguous | NoKind) -> Known | Ambiguous | NoKind:
    known = [kind for kind in (one, other) if isinstance(kind, Known)]
    return max(known, key=lambda kind: kind.strength) if known else one
