"""Finding a machine-readable zone in text that was read by a machine, and repairing what can be proven.

A recogniser reads the filler `<` as a guillemet, a bracket or K, drops or doubles it, and mixes up letters and
digits that look alike. A character is changed only where the format leaves one reading (a digit among letters), or
where a check digit proves the change and only one change does so. Every change is told. Digits that are read
clearly and break a check are left as they are: that is a finding, not a reading error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, product

from cases.model import Box
from ocr.mrz import FILLER, Mrz, fits, misfits, unknown_states
from ocr.mrz_formats import FORMATS, Format
from ocr.mrz_print import agreed, printed_tokens
from ocr.mrz_repair import Repair, repaired
from ocr.text import Line, PageText, Text, Word

_FILLERS = str.maketrans(
    {"«": "<<", "《": "<<", "≪": "<<", "»": "<<", "‹": "<", "〈": "<", "≤": "<", "＜": "<", "く": "<", "(": "<",
     "{": "<", "[": "<", "（": "<", "¢": "<", "€": "<", "£": "<", "∠": "<", "⟨": "<", "_": "<", "~": "<"}
)  # fmt: skip
_CORE = re.compile(r"[0-9OIQDBSZG]{6}[0-9OIQDBSZG<][A-Z0-9<][0-9OIQDBSZG]{6}[0-9OIQDBSZG]")
_NOISE = re.compile(r"^[KCLSEX<]*$")
_BEGINNING = "IACPV1"
SHORTEST, LONGEST = 26, 48
"""Of the runs of characters that may be a line of 30, 36 or 44: recognisers lose fillers, and add some."""
WIDTHS = (30, 36, 44, 72, 88, 90)
"""Of one line, and of a whole zone in one run."""
MOST_SHAPES = {2: 8, 3: 4}
"""How many readings of each line are tried together, by the number of lines."""
BESIDE = 4.0
"""A gap of so many line heights parts a zone from other print on its line."""
SLACK = 6
"""The most fillers that are put in or taken out to give a line its width."""
TOLERATED = 2
"""The most characters of a wrong class in a zone that is still taken for one."""


@dataclass(frozen=True)
class Candidate:
    """A run of print that may be a line of a zone: its readings, the likeliest first, and its words."""

    readings: tuple[str, ...]
    words: tuple[Word, ...]
    looks: Mapping[str, float] = field(default_factory=dict)
    """How sure the readings are that whole looks gave, where the strip was looked at several times."""

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


@dataclass(frozen=True)
class Zone:
    """A zone that was found, with the print it was found in and the changes that were made to it."""

    mrz: Mrz
    candidates: tuple[Candidate, ...]
    readings: tuple[str, ...]
    """Of each line, the reading that was taken, before its repairs."""
    repairs: tuple[Repair, ...] = ()

    @property
    def page(self) -> int:
        return self.candidates[0].words[0].page

    @property
    def confidence(self) -> float:
        return min(word.confidence for candidate in self.candidates for word in candidate.words)

    @property
    def raw(self) -> str:
        return "\n".join(self.readings)

    @property
    def score(self) -> tuple[int, int, int]:
        """Smaller is better: what is wrong with the zone, then repaired characters, then fewer right digits."""
        wrong = len(self.mrz.wrong)
        return (
            wrong + 2 * misfits(self.mrz.format, self.mrz.lines) + unknown_states(self.mrz),
            sum(repair.column is not None for repair in self.repairs),
            wrong - len(self.mrz.digits),
        )


def cleaned(text: str) -> str:
    """Text in the zone's alphabet, as far as it has a counterpart there; the rest falls away."""
    plain = unicodedata.normalize("NFKC", text.translate(_FILLERS)).upper().translate(_FILLERS)
    return re.sub(r"[^0-9A-Z<]", "", plain)


def looks_like_a_line(text: str) -> bool:
    """Whether cleaned text may be a line of a zone."""
    if not SHORTEST <= len(text) <= 2 * LONGEST:
        return False
    return text.count(FILLER) >= 3 or FILLER * 2 in text or _CORE.search(text) is not None


def candidates_in(text: Text) -> Iterator[Candidate]:
    """The runs of print that may be lines of a zone, in reading order.

    A run is a whole line, or its longest word where other print stands beside the zone. On a tilted picture two
    lines of a zone may count as one line of the page: then each of its words is a run.
    """
    for line in (part for page in text.pages for whole_line in page.lines for part in _parted(whole_line, page)):
        each = [found for found in (candidate_of((word,)) for word in line.words) if found is not None]
        if len(each) > 1:
            yield from sorted(each, key=lambda candidate: candidate.box.middle[1])
            continue
        whole = candidate_of(line.words)
        found = [*([whole] if whole else []), *each]
        if found:
            yield min(found, key=_off_width)


def _parted(line: Line, page: PageText) -> Iterator[Line]:
    """A line in parts, where it runs over papers that lie side by side."""
    run: list[Word] = []
    for word in line.words:
        if run and (word.box.left - run[-1].box.right) * page.width > BESIDE * word.box.height * page.height:
            yield Line(tuple(run))
            run = []
        run.append(word)
    yield Line(tuple(run))


def _off_width(candidate: Candidate) -> int:
    """How many characters a candidate is longer or shorter than the nearest line of a format."""
    return min(abs(len(candidate.readings[0]) - width) for width in WIDTHS)


def candidate_of(words: tuple[Word, ...]) -> Candidate | None:
    """The words as one line of a zone; None when they do not look like one."""
    whole = cleaned("".join(word.text for word in words))
    if not looks_like_a_line(whole):
        return None
    others = words[0].alternatives if len(words) == 1 else ()
    return Candidate(tuple(dict.fromkeys((whole, *(cleaned(other) for other in others)))), words)


def without_noise(line: str) -> str:
    """Letters that fillers of a line of names are misread as, taken back where only fillers may follow.

    That is behind the second double filler (K, C, L and their like), and behind three fillers in a row, where single
    or paired letters among many fillers cannot be names.
    """
    for found in list(re.finditer(r"<<+", line))[1:2]:
        if _NOISE.match(line[found.end() :]):
            return line[: found.end()] + FILLER * (len(line) - found.end())
    triple = re.search(r"<<<", line)
    if triple:
        rest = line[triple.end() :]
        scattered = max((len(run) for run in re.findall(r"[^<]+", rest)), default=0) <= 2
        if scattered and rest.count(FILLER) * 2 >= len(rest):
            return line[: triple.end()] + FILLER * len(rest)
    return line


def widths(line: str, width: int) -> Iterator[str]:
    """The line at a width: as it is, or with fillers put into or taken out of one of its runs of fillers."""
    missing = width - len(line)
    if missing == 0:
        yield line
        return
    if abs(missing) > SLACK:
        return
    runs = [(found.start(), found.end()) for found in re.finditer(r"<+", line)]
    for start, end in runs:
        if missing > 0:
            yield line[:end] + FILLER * missing + line[end:]
        elif end - start >= -missing:
            yield line[: end + missing] + line[end:]


def shapes(candidate: Candidate, classes: str) -> dict[str, str]:
    """Every reading of a candidate at the width of a format's line, with the reading that it comes from."""
    names = classes.count("A") >= len(classes) - 6
    width = len(classes)
    found: dict[str, str] = {}
    for reading in candidate.readings:
        line = without_noise(reading) if names else reading
        if names and len(line) != width:
            kept = line.rstrip(FILLER)
            if abs(len(line) - width) <= SLACK and len(kept) <= width:
                found.setdefault(kept.ljust(width, FILLER), reading)
        else:
            for shape in widths(line, width):
                found.setdefault(shape, reading)
    return found


def zones_of(kind: Format, candidates: Sequence[Candidate]) -> Iterator[Zone]:
    """Every way to take neighbouring candidates for a zone of one format, the likeliest readings first."""
    choices = [shapes(candidate, classes) for candidate, classes in zip(candidates, kind.classes, strict=True)]
    if any(not choice for choice in choices):
        return
    most = MOST_SHAPES[len(choices)]
    for lines in product(*(list(choice)[:most] for choice in choices)):
        if lines[0][0] not in _BEGINNING:
            continue
        others = tuple(
            tuple(other for other in choice if other != line) for line, choice in zip(lines, choices, strict=True)
        )
        fixed, notes = repaired(kind, lines, others)
        if fits(kind, fixed) and misfits(kind, fixed) <= TOLERATED:
            readings = tuple(choice[line] for line, choice in zip(lines, choices, strict=True))
            changed = [
                Repair(number, None, "fillers put right")
                for number, (line, reading) in enumerate(zip(lines, readings, strict=True))
                if line != reading
            ]
            yield Zone(Mrz(kind, fixed), tuple(candidates), readings, (*changed, *notes))


def believable(zone: Zone) -> bool:
    """Whether it is a zone and not lines of other print: two digits prove it, or its form is perfect.

    Two digits of a garbled zone come right by chance now and then; where others are wrong, its states must be known.
    """
    mrz = zone.mrz
    proven = sum(digit.right and digit.computed != "0" for digit in mrz.digits)
    known = unknown_states(mrz) == 0
    perfect = misfits(mrz.format, mrz.lines) == 0 and known and mrz.birth is not None
    return (proven >= 2 and (known or not mrz.wrong)) or perfect


@lru_cache(maxsize=64)
def find(text: Text) -> Zone | None:
    """The machine-readable zone of a text; None when it has none."""
    candidates = tuple(candidates_in(text))
    of_lines = {word for candidate in candidates for word in candidate.words}
    return best_zone(_split_double(candidates), printed_tokens(word for word in text.words if word not in of_lines))


def best_zone(candidates: Sequence[Candidate], printed: frozenset[str] = frozenset()) -> Zone | None:
    """The best zone that neighbouring candidates make up; None when none of them do.

    Where the check digits like two readings of its number alike, the one that is `printed` elsewhere is taken.
    """
    best: Zone | None = None
    for kind in FORMATS:
        count = len(kind.classes)
        for start in range(len(candidates) - count + 1):
            window = candidates[start : start + count]
            if not _neighbours(window):
                continue
            for zone in zones_of(kind, window):
                if believable(zone) and (best is None or zone.score < best.score):
                    best = zone
    if best is None:
        return None
    mrz, changes = agreed(best.mrz, printed)
    return replace(best, mrz=mrz, repairs=(*best.repairs, *changes))


def _neighbours(candidates: Sequence[Candidate]) -> bool:
    """Whether candidates stand close below each other on one page."""
    return all(
        upper.words[0].page == lower.words[0].page
        and lower.box.top - upper.box.bottom <= 2.5 * max(upper.box.height, lower.box.height)
        for upper, lower in pairwise(candidates)
    )


def _split_double(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Text that holds a whole zone in one run, as a text layer may, taken apart into its lines."""
    found: list[Candidate] = []
    for candidate in candidates:
        whole = candidate.readings[0]
        parts = next((n for n, width in ((2, 44), (2, 36), (3, 30)) if len(whole) == n * width), 1)
        step = len(whole) // parts
        if parts == 1:
            found.append(candidate)
        else:
            found.extend(Candidate((whole[i * step : (i + 1) * step],), candidate.words) for i in range(parts))
    return tuple(found)
