"""The numbered lines of American and British returns: the figure that belongs to a line's wording.

A line says its number, its wording, often its number again, and then the figure, if one was filled in. Wordings run on
over two or three lines of print, and name other lines and forms by number; those numbers are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ocr.extract import Grid, GridLine
from ocr.parse import money
from ocr.tax_forms import OTHER_LINES
from ocr.text import Word

_NUMBER = re.compile(r"\d{1,2}[a-z]?|[a-z]", re.IGNORECASE)
"""The number of a line, as it stands at its beginning and again before its figure."""
_FIGURE = re.compile(r"[-(]*\$?[-(]*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{0,2})?\)?-?")
_NONE = re.compile(r"-0-|none", re.IGNORECASE)
_REFERS = re.compile(
    r"(?:lines?|and|or|through|forms?|part|section|schedule|page|box|code|\d{1,2}[a-z]?,)$", re.IGNORECASE
)
MOST_LINES = 3
"""Lines of print that one wording takes up."""
LEFTMOST = 0.4
"""Part of the page's width, from the left, in which no figure stands that a wide gap does not part from the wording."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a return's column, whether the line's number stands right before it, and its words."""

    value: Decimal
    words: tuple[Word, ...]
    numbered: bool


def figure_of(grid: Grid, wordings: Sequence[re.Pattern[str]]) -> Figure | None:
    """The figure of the first line that any of the wordings leads to, the surest wording first."""
    for wording in wordings:
        for index, line in enumerate(grid.lines):
            words = [word for cell in line.cells for word in cell.words]
            said = wording.search(" ".join(word.text for word in words))
            found = _of_item(grid, index, words, said) if said is not None else None
            if found is not None:
                return found
    return None


def _of_item(grid: Grid, index: int, words: Sequence[Word], said: re.Match[str]) -> Figure | None:
    """The figure behind a wording, on its line or on those that the wording runs on to."""
    number = _number_before(words, said.start())
    rest = _from(words, said.end())
    behind = _up_to_the_next(rest)
    found = _figure_in(grid.lines[index], behind, number)
    if found is not None or len(behind) < len(rest):
        return found
    for line in grid.lines[index + 1 : index + MOST_LINES]:
        late = "" if number else _number_of_both(words, line)
        number = number or late
        if line.page != grid.lines[index].page or (begins_an_item(line) and not late):
            return None
        own = [word for cell in line.cells for word in cell.words]
        found = _figure_in(line, own, number)
        if found is not None:
            return found
    return None


def _from(words: Sequence[Word], start: int) -> list[Word]:
    """The words whose print begins at or behind a character of all their print."""
    found, at = [], 0
    for word in words:
        if at >= start:
            found.append(word)
        at += len(word.text) + 1
    return found


def _up_to_the_next(words: Sequence[Word]) -> list[Word]:
    """Words up to where the wording of another line begins."""
    print_ = " ".join(word.text for word in words)
    other = next((one for one in OTHER_LINES.finditer(print_) if _leads(print_[: one.start()])), None)
    return list(words) if other is None else list(words[: len(words) - len(_from(words, other.start()))])


def _leads(before: str) -> bool:
    """Whether what stands before a wording can begin a line: its number, behind the figure of another one."""
    return re.search(r"\d[\d,.]*\s+(?:less\s+)?(?:\d{0,2}[a-z]\s+)?$", before, re.IGNORECASE) is not None


def _number_before(words: Sequence[Word], start: int) -> str:
    """The number that a line of a form begins with; empty when none stands before its wording."""
    print_ = " ".join(word.text for word in words)[:start].split()
    return print_[-1].strip(".").lower() if print_ and _NUMBER.fullmatch(print_[-1].strip(".")) else ""


def _number_of_both(words: Sequence[Word], line: GridLine) -> str:
    """The number that stands before the last line of a wording instead of its first: what follows it goes on, in small
    letters, where the wording began; empty when it is another line's."""
    first, *rest = (word for cell in line.cells for word in cell.words)
    if not rest or not _NUMBER.fullmatch(first.text.strip(".")):
        return ""
    goes_on = not rest[0].text.strip('“"(')[:1].isupper() and abs(rest[0].box.left - words[0].box.left) < 0.01
    return first.text.strip(".").lower() if goes_on else ""


def begins_an_item(line: GridLine) -> bool:
    """Whether a line of print begins a numbered line of the form: a number at the left, and words behind it."""
    words = [word.text for cell in line.cells for word in cell.words]
    for at, word in enumerate(words[:4]):
        if _NUMBER.fullmatch(word.strip(".")) and (at == 0 or len(words[0]) > 3):
            behind = " ".join(words[at + 1 : at + 4])
            return len(word) < 4 and sum(map(str.isalpha, behind)) > 3
    return False


def _figure_in(line: GridLine, words: Sequence[Word], number: str) -> Figure | None:
    """The first figure among some words of a line that its number stands before, else the last one."""
    found = list(_figures(line, words, number))
    return next((one for one in found if one.numbered), found[-1] if found else None)


def _figures(line: GridLine, words: Sequence[Word], number: str) -> Iterator[Figure]:
    at = 0
    while at < len(words):
        count = next((count for count in (3, 2, 1) if _is_figure(words[at : at + count], count)), 0)
        some = tuple(words[at : at + count])
        before = words[at - 1].text.strip(" .") if at else ""
        at += count or 1
        if not count:
            continue
        numbered = bool(number) and _same_number(before, number)
        print_ = _joined(some)
        bare = re.fullmatch(r"\d{1,2}[a-z]?", print_) is not None
        if (bare and (not numbered or _same_number(print_, number))) or _REFERS.search(before):
            continue
        apart = (
            numbered
            or "," in print_
            or some[0].box.left > LEFTMOST
            or any(cell.words[0] is some[0] for cell in line.cells)
        )
        value = Decimal(0) if _NONE.fullmatch(print_) else money(print_.rstrip(".").replace(".)", ")"))
        if value is not None and apart:
            yield Figure(value, some, numbered)


def _same_number(print_: str, number: str) -> bool:
    """Whether print is a line's number, which may lack its figure where it stands again (`1a`, `a`)."""
    plain = print_.strip(".").lower()
    return plain != "" and (plain == number or (number[-1:].isalpha() and plain[-1:] == number[-1:]))


def _joined(words: Sequence[Word]) -> str:
    """Words as one figure; two digits in a column of their own are the cents."""
    whole = "".join(word.text for word in words)
    if len(words) == 2 and re.fullmatch(r"\d\d", words[1].text) and words[0].text[-1:].isdigit():
        return f"{words[0].text}.{words[1].text}"
    return whole.replace(").", ")")


def _is_figure(words: Sequence[Word], count: int) -> bool:
    """Whether so many words print one figure: parted only at a comma or point, before the cents, or at a sign."""
    if len(words) != count:
        return False
    if count == 1:
        plain = words[0].text
        return _FIGURE.fullmatch(plain.replace(").", ")")) is not None or _NONE.fullmatch(plain) is not None
    for left, right in pairwise(words):
        near = right.box.left - left.box.right < 0.02
        split = left.text[-1] in ",.($-" or right.text[0] in ",.)"
        cents = count == 2 and re.fullmatch(r"\d\d", right.text) and re.search(r",\d{3}$", left.text)
        if not near or not (split or cents):
            return False
    return _FIGURE.fullmatch(_joined(words)) is not None
