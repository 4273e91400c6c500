"""Repairs of single characters in a machine-readable zone, each of them proven.

Three kinds of proof are taken. The format: a place for letters has no digit, so a 0 there is an O. The format and
a check digit: a place for digits has no letter, and the check digit comes right. A check digit alone: another
reading of the same strip, or the letters O and I for the digits 0 and 1 in a number (states avoid these letters in
document numbers because of this very confusion), makes it right, and only one change does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ocr.mrz import FILLER, Digit, Mrz, allowed
from ocr.mrz_formats import Format, Slice
from ocr.state_codes import known

TO_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
TO_DIGIT = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
AVOIDED = {"O": "0", "I": "1"}
LIKE_DIGITS = {"0": "ODQ", "1": "ILT", "2": "Z", "4": "A", "5": "S", "6": "G", "8": "B"}
MOST_CHANGES = 2
"""Characters that another reading may change in what one digit protects; readings further apart prove nothing."""
Spot = tuple[int, int]
"""Line and character, from 0."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A change to the reading of a zone: its line and character from 0 (None: its length), and its proof."""

    line: int
    column: int | None
    change: str

    def __str__(self) -> str:
        where = f"line {self.line + 1}" + ("" if self.column is None else f", character {self.column + 1}")
        return f"{where}: {self.change}"


def repaired(
    kind: Format, lines: Sequence[str], others: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], list[Repair]]:
    """The lines with the repairs that can be proven, and a note for each.

    `others` has, for each line, further readings of it at the same width.
    """
    cells = [list(line) for line in lines]
    notes: list[Repair] = []
    _letters(kind, cells, notes)
    _digits(kind, cells, notes)
    for name in ("number", "birth", "expiry", "personal", "composite"):
        _proven(kind, cells, others, name, notes)
    return _joined(cells), notes


def _joined(cells: list[list[str]]) -> tuple[str, ...]:
    return tuple("".join(line) for line in cells)


def _put(cells: list[list[str]], spot: Spot, new: str, notes: list[Repair], why: str) -> None:
    line, column = spot
    notes.append(Repair(line, column, f"{cells[line][column]} read as {new} ({why})"))
    cells[line][column] = new


def _letters(kind: Format, cells: list[list[str]], notes: list[Repair]) -> None:
    """Digits where only letters may stand; in a state's code the list of codes says which letter it is."""
    for part in ("issuer", "nationality"):
        if part in kind.parts:
            _state(cells, kind.parts[part], notes)
    for line, classes in enumerate(kind.classes):
        for column, wanted in enumerate(classes):
            new = TO_LETTER.get(cells[line][column])
            if wanted == "A" and new:
                _put(cells, (line, column), new, notes, "only letters stand here")


def _state(cells: list[list[str]], place: Slice, notes: list[Repair]) -> None:
    line, start, stop = place
    codes = [""]
    for character in cells[line][start:stop]:
        codes = [code + letter for code in codes for letter in LIKE_DIGITS.get(character, character)]
    fitting = [code for code in codes if known(code.strip(FILLER))]
    if len(fitting) != 1:
        return
    for offset, letter in enumerate(fitting[0]):
        if cells[line][start + offset] != letter:
            _put(cells, (line, start + offset), letter, notes, f"the code of a state, {fitting[0].strip(FILLER)}")


def _digits(kind: Format, cells: list[list[str]], notes: list[Repair]) -> None:
    """Letters where only digits may stand, changed where the check digit then comes right."""
    for name in kind.checks:
        digit = _digit(kind, cells, name)
        spots = _spots(kind, name, digit.place) if name != "composite" else [(digit.place[0], digit.place[1])]
        wrong = [
            (line, column)
            for line, column in spots
            if kind.classes[line][column] in "DF" and cells[line][column] in TO_DIGIT
        ]
        if not wrong:
            continue
        tried = [list(line) for line in cells]
        told: list[Repair] = []
        for line, column in wrong:
            _put(tried, (line, column), TO_DIGIT[cells[line][column]], told, "only digits stand here")
        if _digit(kind, tried, name).right:
            cells[:] = tried
            notes.extend(told)


def _digit(kind: Format, cells: list[list[str]], name: str) -> Digit:
    return next(digit for digit in Mrz(kind, _joined(cells)).digits if digit.name == name)


def _spots(kind: Format, name: str, check: Slice) -> list[Spot]:
    """The places that a check digit protects, and its own."""
    spans = (*kind.checks[name], check)
    return list(dict.fromkeys((line, column) for line, start, stop in spans for column in range(start, stop)))


def _proven(
    kind: Format, cells: list[list[str]], others: Sequence[Sequence[str]], name: str, notes: list[Repair]
) -> None:
    """One wrong check digit: the only change that makes it right, when there is exactly one."""
    if name not in kind.checks or _digit(kind, cells, name).right:
        return
    wrong_before = len(Mrz(kind, _joined(cells)).wrong)
    spots = _spots(kind, name, _digit(kind, cells, name).place)
    for changes, why in (
        (_from_readings(kind, cells, others, spots), "another reading of the strip, proven by the check digit"),
        (_from_avoided(kind, cells, spots), "proven by the check digit"),
    ):
        fitting: list[tuple[tuple[Spot, str], ...]] = []
        for change in changes:
            tried = [list(line) for line in cells]
            for (line, column), new in change:
                tried[line][column] = new
            if _digit(kind, tried, name).right and len(Mrz(kind, _joined(tried)).wrong) < wrong_before:
                fitting.append(change)
        fewest = min((len(change) for change in fitting), default=0)
        fitting = [change for change in fitting if len(change) == fewest]
        if len(fitting) == 1:
            for spot, new in fitting[0]:
                _put(cells, spot, new, notes, why)
            return
        if fitting:
            return


def _from_readings(
    kind: Format, cells: list[list[str]], others: Sequence[Sequence[str]], spots: list[Spot]
) -> Iterator[tuple[tuple[Spot, str], ...]]:
    """The changes that other readings of the lines suggest for some places, each reading taken as a whole."""
    seen: set[tuple[tuple[Spot, str], ...]] = set()
    for line in sorted({line for line, _ in spots}):
        for reading in others[line]:
            change = tuple(
                ((line, column), reading[column])
                for at, column in spots
                if at == line
                and reading[column] != cells[line][column]
                and allowed(kind.classes[line][column], reading[column])
            )
            if 0 < len(change) <= MOST_CHANGES and change not in seen:
                seen.add(change)
                yield change


def _from_avoided(kind: Format, cells: list[list[str]], spots: list[Spot]) -> Iterator[tuple[tuple[Spot, str], ...]]:
    """One or two letters O and I of a number as the digits that they look like."""
    letters = [
        (line, column) for line, column in spots if kind.classes[line][column] == "X" and cells[line][column] in AVOIDED
    ]
    for count in (1, 2):
        for chosen in combinations(letters, count):
            yield tuple(((line, column), AVOIDED[cells[line][column]]) for line, column in chosen)
