"""The printed side of an identity document: its labels in several languages, and the values beside or below them.

Passports and cards print a label in small type, in two or three languages with strokes between them, and its value
below; some cards put the value to the right. Labels are compared with allowance for reading errors, since they are
the smallest print on the page. Source of the items and their order: ICAO Doc 9303, parts 4, 5 and 6, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from cases.model import Box, Origin
from ocr.identity_labels import COMPOUND, LABELS, OTHER_LABELS
from ocr.mrz_lines import cleaned, looks_like_a_line
from ocr.printed_dates import folded
from ocr.text import Line, PageText, Text, Word, gap_between, join

_SIGNATURE = re.compile(r"SIGNATUR|UNTERSCHRIFT|PODPIS|HOLDER'?S")
_TRILINGUAL = re.compile(r"[A-Z][A-Z ]{2,25}/ ?[A-Z][A-Z ]{2,25}/ ?[A-Z][A-Z ]{2,25}")
_NUMBER_WORD = re.compile(r"[^A-Z]N[O0°ºo](?![A-Z])|[^A-Z]NR|NUM|№")
ALIKE = 86
"""Of 100: how like a label the print must be."""
DOUBTFUL = 0.6
"""Confidence up to which print below a value is no part of it."""
FEWEST_ABOVE = 4
"""Labels with their values above them from which a document is taken to print them so."""
OTHER = "other"
"""What labels of things that nobody asks for are of."""
_GOING_ON = re.compile(r"(?:and|und|et|en|y|e|i|og|och|of|for|OF|FOR)$|-")
"""What a label goes on with, and no value begins with: `Authority of India`, `Geboorteplaats en -datum`."""
_FIGURED = (
    "document_number",
    "personal_number",
    "date_of_birth",
    "date_of_issue",
    "date_of_expiry",
    "birth",
    "validity",
)
LONGEST_LABEL = 4
"""Words of a label that follows a value on its line."""
SHORT = 8
"""Labels of fewer characters must be met as whole words."""


class Way(Enum):
    """Where a document prints the values of its labels."""

    BELOW = "below"
    ABOVE = "above"
    INLINE = "inline"


@dataclass(frozen=True)
class Phrase:
    """Words without a wide gap between them."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return join(self.words)

    @cached_property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


@dataclass(frozen=True)
class Label:
    """A label in a phrase: its field, the characters it takes, and where those stand."""

    field: str
    phrase: Phrase
    start: int
    end: int

    @property
    def box(self) -> Box:
        box, length = self.phrase.box, max(1, len(self.phrase.text))
        return Box.within(
            box.left + box.width * self.start / length,
            box.top,
            box.left + box.width * self.end / length,
            box.bottom,
        )


def phrases(text: Text) -> tuple[Phrase, ...]:
    """The print of a text outside its machine-readable zone, in phrases."""
    found: list[Phrase] = []
    for page in text.pages:
        for line in page.lines:
            found.extend(one for one in _split(line, page) if _worded(one) or not looks_like_a_line(cleaned(one.text)))
    return tuple(phrase for phrase in found if phrase.words[0].origin is not Origin.MRZ)


def _worded(phrase: Phrase) -> bool:
    """Whether a phrase is labels for the most part, however much it looks like a line of the zone."""
    return sum(label.end - label.start for label in labels_in(phrase)) > 0.6 * len(phrase.text)


def _split(line: Line, page: PageText) -> Iterator[Phrase]:
    """A line taken apart where a gap is wider than its print is high."""
    run: list[Word] = []
    for word in line.words:
        if run and (word.box.left - run[-1].box.right) * page.width > 1.1 * word.box.height * page.height:
            yield Phrase(tuple(run))
            run = []
        run.append(word)
    yield Phrase(tuple(run))


def labels_in(phrase: Phrase) -> tuple[Label, ...]:
    """The labels that a phrase holds, one for each field, in the order of the print."""
    return tuple(Label(field, phrase, start, end) for field, start, end in _labels(folded(phrase.text)))


@lru_cache(maxsize=4096)
def _labels(plain: str) -> tuple[tuple[str, int, int], ...]:
    """Fields with the span of their labels. Where two lay claim to the same print, the better likeness has it."""
    claims = [
        (score, field, start, end)
        for field, labels in (*LABELS.items(), (OTHER, COMPOUND))
        for label in labels
        for score, start, end in _span(label, plain)
    ]
    found: dict[str, tuple[int, int]] = {}
    for _, field, start, end in sorted(claims, key=lambda claim: (-claim[0], claim[2] - claim[3])):
        taken = (span for other, span in found.items() if other != field)
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        known = found.get(field, (start, end))
        found[field] = min(known[0], start), max(known[1], end)
    return tuple(sorted(((field, *span) for field, span in found.items()), key=lambda label: label[1]))


def _span(label: str, plain: str) -> tuple[tuple[float, int, int], ...]:
    """How well a label is met (of 100) and where; nothing when it is not."""
    if len(label) < SHORT:
        whole = re.search(rf"(?<![^\W\d_]){re.escape(label)}(?![^\W\d_])", plain)
        return ((100.0, *whole.span()),) if whole else ()
    if len(plain) < len(label) - 2:
        return ()
    aligned = fuzz.partial_ratio_alignment(label, plain, score_cutoff=ALIKE)
    if aligned is None:
        return ()
    start, end = aligned.dest_start, aligned.dest_end
    if start and plain[start - 1].isalpha() and plain[start : start + 1].isalpha():
        return ()  # Within a word: the label Myndighet in the value Polismyndigheten.
    if _GOING_ON.match(plain[end:].lstrip().split(" ")[0]) and label == "AUTHORITY":
        return ()  # The name of an office: Unique Identification Authority of India.
    if label.endswith((" NO", " N°", "-NR", " NR")) and not _NUMBER_WORD.search(plain[start : end + 2]):
        return ()
    return ((aligned.score, start, end),)


def is_label(phrase: Phrase) -> bool:
    """Whether a phrase is a label rather than a value."""
    plain = folded(phrase.text)
    return (
        bool(labels_in(phrase))
        or _SIGNATURE.search(plain) is not None
        or _TRILINGUAL.fullmatch(plain.strip()) is not None
        or any(
            fuzz.ratio(part.strip(" 0123456789.():："), other) >= ALIKE
            for part in re.split(r"[/|]", plain)
            for other in OTHER_LABELS
        )
    )


def fields_labelled(text: Text) -> set[str]:
    """The fields whose labels a text prints."""
    return {label.field for phrase in phrases(text) for label in labels_in(phrase)}


def mentions(text: Text, names: Sequence[str]) -> bool:
    """Whether a text has any of some names of documents, upper case without accents."""
    plain = [folded(phrase.text) for phrase in phrases(text)]
    return any(_span(name, phrase) for name in names for phrase in plain)


def led_up_to(last: Phrase, everything: Sequence[Phrase]) -> Phrase:
    """A value that stands over its label, with the line of it that goes before."""
    box = last.box
    above = [
        one
        for one in everything
        if one.words[0].page == last.words[0].page
        and abs(one.box.left - box.left) < 0.5 * box.height
        and 0 < box.middle[1] - one.box.middle[1] < 1.5 * box.height
        and not is_label(one)
    ]
    return Phrase((*above[0].words, *last.words)) if above else last


def value_of(
    field: str,
    everything: Sequence[Phrase],
    accepts: Callable[[Phrase], bool] = lambda phrase: True,
    *,
    way: Way = Way.BELOW,
) -> Phrase | None:
    """The value that stands behind a field's label, below it, to its right or over it, whichever `way` the paper
    prints them; None when there is none. Print behind a label without a colon may be its translation, so it comes
    last, unless values stand inline."""
    for phrase in everything:
        for label in labels_in(phrase):
            if label.field != field:
                continue
            beside = _inline(label)
            above = _above(label, everything, accepts) if way is Way.ABOVE else None
            behind = (beside, None) if way is Way.INLINE else (None, beside)
            for found in (_behind(label), above, behind[0], near(label, everything, accepts), behind[1]):
                if found is not None and accepts(found):
                    return found
    return None


def way_of(everything: Sequence[Phrase]) -> Way:
    """Where a document prints its values: behind their labels, in the same run of print, when more labels have print
    behind them that is no translation than have none; above when the print there suits more labels than that below."""
    labels = [label for phrase in everything for label in labels_in(phrase)]
    if 2 * sum(_inline(label) is not None for label in labels) > len(labels):
        return Way.INLINE
    values = [phrase for phrase in everything if not is_label(phrase)]
    above = sum(any(_is_above(label, one) and _suits(label, one) for one in values) for label in labels)
    below = sum(any(_is_below(label, one) and _suits(label, one) for one in values) for label in labels)
    return Way.ABOVE if above >= FEWEST_ABOVE and above > below + 1 else Way.BELOW


def _suits(label: Label, phrase: Phrase) -> bool:
    """Whether print has figures where a label's value has some, and none where a name or a place has none."""
    figures = sum(map(str.isdigit, phrase.text))
    if label.field in _FIGURED:
        return figures >= 3
    return len(phrase.text) <= 6 and not figures if label.field == "sex" else not figures


def _inline(label: Label) -> Phrase | None:
    """The words of a label's phrase from its end to the next label, when they are neither a label nor, after a
    stroke, a translation."""
    words = label.phrase.words
    starts, at = [], 0
    for index, word in enumerate(words):
        at += len(folded(gap_between(words[index - 1], word))) if index else 0
        starts.append(at)
        at += len(folded(word.text))
    stop = min((other.start for other in labels_in(label.phrase) if other.start >= label.end), default=at)
    inside = [(word, start) for word, start in zip(words, starts, strict=True) if label.end - 1 <= start < stop]
    chosen = tuple(word for word, _ in inside if word.text.strip(" .:/|,"))
    between = folded(label.phrase.text)[label.end - 1 : inside[0][1] + 1] if inside else "/"
    if not chosen or _GOING_ON.match(chosen[0].text):
        return None
    found = Phrase(chosen)
    figures = label.field in _FIGURED and sum(map(str.isdigit, found.text)) > 4
    if ("/" in between or "|" in between) and not figures:
        return None
    own = label.field == "street" and {other.field for other in labels_in(found)} == {"street"}
    return None if is_label(found) and not own else found  # The Italian label Via begins the street itself.


def continued(first: Phrase, everything: Sequence[Phrase], most: int = 3, reach: float = 1.9) -> Phrase:
    """A value with the lines of it that go on below, each beginning where the one above began, `reach` heights from
    its middle to theirs at the most."""
    words, last = first.words, first
    rows = _rows(first, everything)
    for _ in range(most - 1):
        box = last.box
        below = [
            phrase
            for phrase in everything
            if phrase.words[0].page == first.words[0].page
            and abs(phrase.box.left - box.left) < 0.5 * box.height
            and 0 < phrase.box.middle[1] - box.middle[1] < reach * box.height
            and min(word.confidence for word in phrase.words) > DOUBTFUL
            and not is_label(phrase)
            and not any(
                abs(row.box.left - label.box.left) < box.height for row in _rows(phrase, everything) for label in rows
            )
        ]
        if not below or any(_is_between(one, last, below[0]) for one in everything if is_label(one)):
            break
        last = below[0]
        words += last.words
    return Phrase(words)


def _is_between(label: Phrase, upper: Phrase, lower: Phrase) -> bool:
    """Whether a label parts two lines of print, though they stand as close as those of one value."""
    over = label.box.left < lower.box.right and lower.box.left < label.box.right
    same = label.words[0].page == lower.words[0].page
    return over and same and upper.box.middle[1] < label.box.middle[1] < lower.box.middle[1]


def _rows(value: Phrase, everything: Sequence[Phrase]) -> list[Phrase]:
    """The labels left of a value on its own line: in a table, each line has its own."""
    return [
        one
        for one in everything
        if one.box.right <= value.box.left
        and one.words[0].page == value.words[0].page
        and abs(one.box.middle[1] - value.box.middle[1]) < 0.5 * value.box.height
        and is_label(one)
    ]


def _behind(label: Label) -> Phrase | None:
    """The rest of the label's own phrase after a colon, up to the next label with one."""
    rest = label.phrase.text[label.end :]
    if not re.match(r"\s*[:：]\s*\S", rest):
        return None
    words = label.phrase.words[-len(rest.lstrip(" :：").split()) :]
    for stop in range(2, len(words)):
        if not re.search(r"[:：]$", words[stop].text):
            continue
        for start in range(max(1, stop - LONGEST_LABEL), stop + 1):
            if is_label(Phrase(words[start : stop + 1])):
                return Phrase(words[:start])
    return Phrase(words)


def near(label: Label, everything: Sequence[Phrase], accepts: Callable[[Phrase], bool]) -> Phrase | None:
    values = [phrase for phrase in everything if not is_label(phrase) and accepts(phrase)]
    below = [phrase for phrase in values if _is_below(label, phrase)]
    if below:
        return min(below, key=lambda phrase: phrase.box.top + 0.2 * _apart(label.box, phrase.box))
    right = [phrase for phrase in values if _is_right(label, phrase)]
    return min(right, key=lambda phrase: phrase.box.left, default=None)


def _apart(one: Box, other: Box) -> float:
    """Between the left edges, or nothing where one stands over the other."""
    return 0.0 if one.left <= other.right and other.left <= one.right else abs(one.left - other.left)


def _is_below(label: Label, phrase: Phrase) -> bool:
    box, other = label.box, phrase.box
    height = max(box.height, other.height)
    return (
        phrase.words[0].page == label.phrase.words[0].page
        and other.middle[1] > box.middle[1] + 0.4 * box.height
        and other.top - box.bottom < 1.2 * height
        and (_apart(box, other) == 0.0 or abs(label.phrase.box.left - other.left) < 2 * height)
    )


def _above(label: Label, everything: Sequence[Phrase], accepts: Callable[[Phrase], bool]) -> Phrase | None:
    values = [one for one in everything if _is_above(label, one) and not is_label(one) and accepts(one)]
    return max(values, key=lambda one: one.box.bottom - 0.2 * _apart(label.box, one.box), default=None)


def _is_above(label: Label, phrase: Phrase) -> bool:
    box, other = label.box, phrase.box
    return (
        phrase.words[0].page == label.phrase.words[0].page
        and other.middle[1] < box.middle[1] - 0.4 * box.height
        and box.top - other.bottom < 0.8 * max(box.height, other.height)
        and (_apart(box, other) == 0.0 or abs(label.phrase.box.left - other.left) < 2 * box.height)
    )


def _is_right(label: Label, phrase: Phrase) -> bool:
    box, other = label.phrase.box, phrase.box
    level = abs(other.middle[1] - box.middle[1]) < 0.6 * max(box.height, other.height)
    same = phrase.words[0].page == label.phrase.words[0].page
    return same and level and 0 <= other.left - box.right < 0.4
