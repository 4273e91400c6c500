"""The columns of accounts: which year, or what else, the figures below each heading are of.

Note   31 March 2025   31 March 2024          dates: the latest is this year, the next the year before
期末余额   年初余额 | 期末余额   年初余额           words, once or twice on a line
Actual   Budget   % of sales                  columns of neither year
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from cases.model import Box
from ocr.account_labels import folded, line_item
from ocr.english_dates import date_of
from ocr.extract import GridLine
from ocr.layout import Cell
from ocr.printed_dates import month_of
from ocr.wording import words_of

FAR = 0.09
"""A figure further than this part of the page's width from every heading stands under none of them."""
LONGEST = 40
"""Letters that may stand beside a date in a heading, such as `Year ended` or `(restated)`."""


class Role(Enum):
    """What the figures of a column are."""

    THIS = "this year"
    PRIOR = "the year before"
    NEITHER = "something else"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: where it stands and what is below it."""

    right: float
    middle: float
    role: Role

    @classmethod
    def over(cls, box: Box, role: Role) -> Heading:
        """A heading that stands at this place."""
        return cls(box.right, box.middle[0], role)

    def apart(self, box: Box) -> float:
        """How far a figure stands from the heading, edge to edge or middle to middle."""
        return min(abs(self.right - box.right), abs(self.middle - box.middle[0]))


_MONTH = r"[A-Za-z]{3,9}\.?"
_YEAR = r"(?:(?:19|20)\d{2})"
_SHORT_YEAR = r"['’]?\d{2}(?![\d,.])"
_TOKEN = re.compile(
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_YEAR}\s*年\s*\d{{1,2}}\s*月|{_YEAR}\s*年度?"
    rf"|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:{_YEAR}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH}[\s,-]+(?:{_YEAR}|{_SHORT_YEAR})"
    rf"|{_MONTH}\s+\d{{1,2}},?\s+(?:{_YEAR}|{_SHORT_YEAR})"
    rf"|{_MONTH}[\s'’-]+(?:{_YEAR}|{_SHORT_YEAR})|(?:19|20)\d{{2}}\s?[/–-]\s?\d{{2}}(?!\d)|FY\s?'?(?:{_YEAR}"
    rf"|\d{{2}})(?!\d)|(?<![\d,.]){_YEAR}(?![\d,.]\d|\d)",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"期末(?:余额|数|金额|餘額)?|本期(?:金额|数|发生额)?|本年(?:累计)?(?:金额|数|发生额)?|本月止累计.*|currentyear|thisyear|currentperiod"
    r"|actual|yeartodate|ytd"
)
_PRIOR = re.compile(
    r"(?:上年)?年初(?:余额|数|餘額)?|期初(?:余额|数)?|上期(?:金额|数|发生额)?|上年(?:同期|度|末)?(?:累计)?(?:金额|余额|数|发生额)?|去年.*"
    r"|prioryear|previousyear|lastyear|comparatives?|priorperiod|previousperiod|上年年末余额|年初数"
)
_MONTHLY = re.compile(r"本月(?:数|金额|发生额)?|本月累计")
_NEITHER = re.compile(
    r"(?:percent|ofsales|ofrevenues?|ofincome|ofturnover|ofnetsales|ofassets|oftotal(?:revenue|sales|income"
    r"|assets)?|change|variance|budget|forecast|difference|increasedecrease|increase|var|movement)+"
    r"|增减.*|变动.*|同比.*|预算.*|占比.*|增长.*"
)
_TOTAL = re.compile(r"total")
_NOTE = re.compile(r"notes?|notesno|noteno|ref|schedule|sch|page|行次|附注(?:编号|号)?|附註|注释(?:号)?|序号")


def is_note_heading(text: str) -> bool:
    """Whether a cell heads the column of the notes' or the lines' numbers."""
    return _NOTE.fullmatch(re.sub(r"[\W_]", "", text.lower())) is not None


def headings_of(line: GridLine) -> tuple[Heading, ...]:
    """The columns that a line heads; empty for a line that heads none or only one."""
    sides: list[tuple[Box, Role]] = []
    dated: list[tuple[Box, tuple[int, int, int]]] = []
    totals: list[Box] = []
    for cell in line.cells:
        role = _role(cell.text)
        if role is not None:
            sides.append((cell.box, role))
        elif _TOTAL.fullmatch(folded(cell.text)):
            totals.append(cell.box)
        elif not is_note_heading(cell.text):
            found = _dates(cell)
            if not found and re.search(r"\d{1,3}(?:,\d{3})+", cell.text):
                return ()
            dated += found
    if _tells(sides):
        return tuple(Heading.over(box, role) for box, role in sides)
    return _from_dates(dated, sides, totals)


def _tells(sides: Sequence[tuple[Box, Role]]) -> bool:
    return len(sides) >= 2 and any(role is Role.THIS for _, role in sides)


def _role(text: str) -> Role | None:
    plain = re.sub(r"^[%$£€]+", "", folded(text, asides=True))
    if "%" in text or _NEITHER.fullmatch(plain):
        return Role.NEITHER if len(plain) < 24 else None
    if _MONTHLY.fullmatch(plain):
        return Role.NEITHER
    for pattern, role in ((_THIS, Role.THIS), (_PRIOR, Role.PRIOR)):
        if pattern.fullmatch(plain):
            return role
    # 期末余额 2025年12月31日, or a heading that two languages share
    within = [role for pattern, role in ((_PRIOR, Role.PRIOR), (_THIS, Role.THIS)) if pattern.search(plain)]
    return within[0] if within and len(plain) < 20 and re.search(r"[一-鿿]", plain) else None


def _dates(cell: Cell) -> list[tuple[Box, tuple[int, int, int]]]:
    """The dates of a cell that is nothing but a heading, each with its box."""
    text = cell.text
    matches = list(_TOKEN.finditer(text))
    rest = re.sub(r"\W|\d", "", _TOKEN.sub("", text))
    if not matches or len(rest) > LONGEST or line_item(text) is not None:
        return []
    # `December 31, 2025 and 2024` is a title.
    if len(matches) > 1 and any(re.search(r"\w|[-–&]", text[a.end() : b.start()]) for a, b in pairwise(matches)):
        return []
    return [(Box.around(word.box for word in words_of(cell, *one.span())), _key(one.group())) for one in matches]


def _key(print_: str) -> tuple[int, int, int]:
    """Year, month and day as far as they are printed, so that later ones sort behind."""
    day = date_of(print_)
    if day is not None:
        return day.year, day.month, day.day
    numbers = [int(one) for one in re.findall(r"\d+", print_)]
    long = next((one for one in numbers if one >= 1000), None)
    year = long if long is not None else 2000 + numbers[-1]
    names = [month for name in re.findall(r"[A-Za-z]{3,}", print_) if (month := month_of(name))]
    return year, names[-1] if names else (numbers[1] if len(numbers) > 2 else 0), 0


def _from_dates(
    dated: Sequence[tuple[Box, tuple[int, int, int]]], sides: Sequence[tuple[Box, Role]], totals: Sequence[Box]
) -> tuple[Heading, ...]:
    """Columns by their dates, the latest first; a total of several months is what counts."""
    others = tuple(Heading.over(box, Role.NEITHER) for box, role in sides if role is Role.NEITHER)
    if len(totals) == 1 and len(dated) >= 2 and len({key[0] for _, key in dated}) == 1:
        parts = tuple(Heading.over(box, Role.NEITHER) for box, _ in dated)
        return (*parts, Heading.over(totals[0], Role.THIS), *others)
    keys = sorted({key for _, key in dated}, reverse=True)
    if len(keys) < 2 and not (dated and others):
        return ()
    roles = dict(zip(keys, (Role.THIS, Role.PRIOR), strict=False))
    return (*(Heading.over(box, roles.get(key, Role.NEITHER)) for box, key in dated), *others)


def widened(headings: Sequence[Heading], rights: Sequence[float]) -> tuple[Heading, ...]:
    """The headings when each stands over two columns of figures, an inner and an outer one (£ £ £ £)."""
    ordered = sorted(headings, key=lambda one: one.middle)
    edges = sorted(rights)
    if len(edges) != 2 * len(ordered) or len(ordered) != 2:
        return tuple(headings)
    return tuple(Heading(edge, edge, ordered[at // 2].role) for at, edge in enumerate(edges))


def role_under(headings: Sequence[Heading], box: Box, before: int) -> Role:
    """What a figure is: by the nearest heading, else by how many stand before it on its line."""
    if headings:
        near = min(headings, key=lambda one: one.apart(box))
        if near.apart(box) <= FAR:
            return near.role
    return (Role.THIS, Role.PRIOR)[before] if before < 2 else Role.NEITHER
