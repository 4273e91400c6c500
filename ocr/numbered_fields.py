"""The numbered items of a driving licence: 1 surname, 2 other names, 3 birth, 4a issue, 4b expiry, 4c authority, …

Source: directive 2006/126/EC, annex I; ISO/IEC 18013-1; the AAMVA card standard numbers the same items and puts the
licence's number under 4d. A number stands before its value with or without a point, often in the same run of print
(`4b.31.12.2015`); American cards print a word for the item between both (`4a ISS 02/01/2024`), or the value below it;
a value may go on below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cases.model import Box
from ocr.text import Line, PageText, Text, Word, join

_MARK = re.compile(
    r"^\(?(4\s?[abcdABCD]|5[abAB]|9\s?[abAB]|1[0-9]|[1-9])"
    r"(?:[.,:)·]+|(?=$)|(?<=[a-dA-D])(?=[\dA-Z])|(?<=[a-d])(?=[a-z])|(?=DOB|SEX|HGT|EYES|CLASS))[.,:)]*(.*)$"
)
_NAME_MARK = re.compile(r"^([12])([^\W\d_]{3,}.*)$")
"""1MORGAN: the number of a name without a point."""
_MISREAD = re.compile(r"^4(?:8|6)[.,]?(?=\d\d[./ -]\d\d)")
"""4b read as 48 or 46 before a date."""
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_ORDINAL = re.compile(r"^\d+(?:ST|ND|RD|TH)\b", re.IGNORECASE)
_TOWN = re.compile(r"\b[A-Z]{2},?\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$")
"""The end of an American or Canadian address."""
_BOTH_NAMES = re.compile(r"^1[,.&/]{1,2}2[.,:]*$")
GOING_ON = ("1", "1,2", "2", "4c", "8", "9")
"""Items whose values may take more than one line."""
WORDED = {
    "1": r"(?:LAST|FAMILY) NAMES?|SURNAME|LN|NAME|NOM|APELLIDOS?",
    "1,2": r"NAMES?|NOM",
    "2": r"(?:FIRST|GIVEN|MIDDLE) NAMES?|FIRST|FORENAMES?|FN|PR[EÉ]NOMS?|NOMBRES?",
    "3": r"DOB|DATE OF BIRTH|BIRTH ?DATE|BIRTH|DDN|BORN",
    "4a": r"ISS(?:UED?)?(?: DATE| ON)?|DATE OF ISSUE|DATE",
    "4b": r"EXP(?:IRES?|IRY|IRATION)?(?: DATE| ON)?|DATE OF EXPIRY|VALID (?:UNTIL|TO|THRU)",
    "4c": r"AUTHORITY|ISSUED BY|ISSUING AUTHORITY",
    "4d": r"(?:DL|DLN|LIC|LICEN[SC]E|CUSTOMER|OPERATOR|DRIVER|ID|CID)(?: LIC(?:EN[SC]E)?| ID(?:ENTIFIER)?)?"
    r"(?: ?(?:NO|NUM|NUMBER|#))?|NO|NUMBER|NUM[EÉ]RO",
    "5": r"DD|DOC(?:UMENT)? ?DISC(?:RIMINATOR)?|AUDIT(?: NO)?|(?:LICEN[SC]E )?(?:NO|NUMBER)",
    "8": r"ADDRESS|ADDR|ADD|RESIDENCE|HOME ADDRESS",
    "9": r"CLASS(?:ES)?|CLASSIFICATION|CAT(?:EGOR(?:Y|IES))?",
    "9a": r"END(?:ORSE(?:MENTS?)?|ORS)?",
    "10": r"FIRST ISSUED",
    "12": r"REST(?:R|RICTIONS?)?|RES|COND",
    "15": r"SEXE?|GENDER",
    "16": r"HGT|HT|HEIGHT|HAUT",
    "17": r"WGT|WT|WEIGHT",
    "18": r"EYES?|EYE COLOU?R",
    "19": r"HAIR|HAIR COLOU?R",
}
"""What stands for an item beside its number, by number."""
_WORDED = {
    mark: re.compile(rf"(?:{pattern})(?:/[^\W\d]{{1,12}})?[.:#/]*", re.IGNORECASE) for mark, pattern in WORDED.items()
}
_BEFORE_VALUE = {mark: re.compile(rf"(?:{pattern})[.:#]+(?=.)", re.IGNORECASE) for mark, pattern in WORDED.items()}
_BEFORE_DIGITS = {
    mark: re.compile(r"(?:DOB|EXP|ISS|DLN|DL)[.:#]*(?=\d)", re.IGNORECASE) for mark in ("3", "4a", "4b", "4d")
}
LONGEST_LABEL = 4
"""Words of the longest label."""
DEEPEST = 1.9
"""Line heights within which a value goes on below."""
MOST_LINES = 4
WIDE = 2.5
"""A gap of so many line heights ends a value; before its number may stand as wide a gap."""
APART = 0.8
"""A gap of so many line heights is wider than one between words."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item: its number in lower case, and the words of its value, the number itself cut off."""

    mark: str
    lines: tuple[tuple[Word, ...], ...]
    at: Word
    """The word that prints its number."""

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)

    @property
    def text(self) -> str:
        """On one line; an American town is parted from its street by a comma."""
        said = [join(line).strip(" :") for line in self.lines if line]
        if len(said) > 1 and _TOWN.search(said[-1]):
            said = [f"{line}," if not line.endswith(",") else line for line in said[:-1]] + said[-1:]
        return " ".join(said).strip(" .,:")

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)


def items(text: Text) -> dict[str, Item]:
    """The items of a card by their numbers; of a number that is met twice, the first with a value."""
    found: dict[str, Item] = {}
    for page in text.pages:
        lines = page.lines
        for at, line in enumerate(lines):
            for item in _items_of(line, page):
                whole = _continued(item, lines[at + 1 : at + 1 + MOST_LINES], page)
                if whole.words and whole.mark not in found:
                    found[whole.mark] = whole
    return found


def _items_of(line: Line, page: PageText) -> Iterator[Item]:
    at: Word | None = None
    mark, value = "", list[Word]()
    ended = False
    for index, word in enumerate(line.words):
        cut = _cut(word) if _may_begin(line, index, mark, value, page) else None
        if cut is None:
            before = line.words[index - 1] if index else word
            ended = ended or (bool(_unlabelled(mark, value)) and _gap(before, word, page) > WIDE)
            if mark and not ended:
                value.append(word)
            continue
        if mark and at:
            yield Item(mark, (_unlabelled(mark, value),), at)
        at, ended = word, False
        mark, rest = cut
        value = [rest] if rest is not None else []
    if mark and at:
        yield Item(mark, (_unlabelled(mark, value),), at)


def _gap(left: Word, right: Word, page: PageText) -> float:
    """Between two words of a line, in line heights."""
    height = max(left.box.height, right.box.height) * page.height
    return (right.box.left - left.box.right) * page.width / max(height, 1e-6)


def _may_begin(line: Line, index: int, mark: str, value: Sequence[Word], page: PageText) -> bool:
    """Whether a word may be an item's number rather than a part of the value before: a bare number in an address is
    one only at the beginning of a line, behind a gap or before the words for its item."""
    bare = line.words[index].text
    if index == 0 or _is_worded(bare, line.words[index + 1 :]):
        return True
    if mark == "8":
        return bool(value) and _gap(line.words[index - 1], line.words[index], page) > WIDE
    if not bare.isdigit():
        return True
    if not value:
        return not mark  # The first word of a value.
    return _gap(line.words[index - 1], line.words[index], page) > APART or mark in ("1", "2")


def _is_worded(mark: str, words: Sequence[Word]) -> bool:
    return mark in _WORDED and any(
        _WORDED[mark].fullmatch(join(tuple(words[:count]))) for count in range(1, 3) if len(words) >= count
    )


def _cut(word: Word) -> tuple[str, Word | None] | None:
    """A word's number and the rest of the word; None when the word begins with none."""
    print_ = word.text
    if _MISREAD.match(print_):
        print_ = "4b" + print_[2:]
    if _BOTH_NAMES.match(print_):
        return "1,2", None
    match = _MARK.match(print_) or (None if _ORDINAL.match(print_) else _NAME_MARK.match(print_))
    if match is None:
        return None
    mark, rest = re.sub(r"\s", "", match.group(1)).lower(), match.group(2)
    if not rest:
        return mark, None
    # A date begins with a number and a point as well; it is an item's number when a whole date follows it.
    if mark.isdigit() and _DATE.match(print_) and not _DATE.match(rest):
        return None
    return mark, _rest(word, rest)


def _rest(word: Word, rest: str) -> Word:
    """The end of a word as a word by itself."""
    share = word.box.width * (len(word.text) - len(rest)) / len(word.text)
    box = Box.within(word.box.left + share, word.box.top, word.box.right, word.box.bottom)
    return Word(rest, box, word.confidence, word.origin, word.page, ())


def _unlabelled(mark: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """A value without the words for its item in front of it."""
    if mark not in _WORDED or not words:
        return tuple(words)
    for count in range(min(LONGEST_LABEL, len(words)), 0, -1):
        if _WORDED[mark].fullmatch(join(tuple(words[:count]))):
            return tuple(words[count:])
    first = words[0]
    glued = _BEFORE_VALUE[mark].match(first.text) or (
        _BEFORE_DIGITS[mark].match(first.text) if mark in _BEFORE_DIGITS else None
    )
    return (_rest(first, first.text[glued.end() :]), *words[1:]) if glued else tuple(words)


def _continued(item: Item, below: Sequence[Line], page: PageText) -> Item:
    """The item with the lines below that begin where its value began and have no number of their own; when nothing
    stands behind its number, the value is all below."""
    lines, last = [line for line in item.lines if line], item.box if item.words else item.at.box
    left, empty = last.left, not item.words
    most = len(below) if item.mark in GOING_ON else 1 if empty else 0
    for line in below[:most] if not _TOWN.search(item.text) else ():
        margin = 1.5 * last.height * page.height / page.width
        own = [word for word in line.words if word.box.left > left - margin]
        if not own or own[0].box.left - left > margin:
            if line.words[0].box.left < left and _cut(line.words[0]) is not None:
                break
            continue
        if own[0].box.top - last.bottom > (DEEPEST - 1) * last.height or _begins_item(line, own[0], left, page):
            break
        if empty and _cut(own[0]) is not None and not (item.mark == "8" and own[0].text.isdigit()):
            break
        taken = [own[0]]
        for before, word in pairwise(own):
            marked = item.mark != "8" and _cut(word) is not None and not word.text.isdigit()
            if marked or _gap(before, word, page) > WIDE:
                break
            taken.append(word)
        lines.append(tuple(taken))
        last = Box.around(word.box for word in taken)
        if _TOWN.search(join(tuple(taken))):
            break
    return Item(item.mark, tuple(lines), item.at)


def _begins_item(line: Line, word: Word, left: float, page: PageText) -> bool:
    """Whether a line below has a number of its own, which stands left of where values stand."""
    first = line.words[0]
    if first is not word and first.box.left > left - 6 * word.box.height * page.height / page.width:
        return _cut(first) is not None
    if _cut(word) is None:
        return False
    return not word.text.isdigit() or word.box.left < left - 0.3 * word.box.height * page.height / page.width
