"""Labels and their values: the part of reading that every kind of form, statement and account shares.

    page = Grid.of(text)                                # the cells of every line, once per document
    label = Label.of("Opening balance", "期初余额", "Anfangssaldo")
    field = page.find("opening_balance", label, money_of("."), document)

A value is looked for, in this order: after the label in its own cell (`Opening balance: 12.00`), in the cells to the
right on its line, in the cells below it. The first that the parser takes wins; what the parser does not take is
passed over only within reach. A Parser maps a string to the canonical value or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box, Field, Place
from ocr.layout import Cell, below, cells_of, right_of
from ocr.parse import CURRENCY_MARKS, Calendar, date, money
from ocr.text import Line, Text, Word, join

Parser = Callable[[str], str | None]
"""From a string to the canonical value; None when it is not of this sort."""

_EDGES = " \t:：.-–—|;,"
_EDGES_BUT_MINUS = _EDGES.replace("-", "")
_CURRENCY = re.compile("|".join(re.escape(mark) for mark in sorted(CURRENCY_MARKS, key=len, reverse=True)))
_LEADING = re.compile(r"^[\s:：.|;,]*(?:[-–—]+\s+)?")
"""What stands between a label and its value; a dash that touches the value is its sign."""
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Label:
    """The ways to print one label, as one pattern that matches where a cell begins (after a number or dash)."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, *synonyms: str) -> Label:
        """From plain words or regular expressions, the longest first; blanks match any run of blanks or none.

        Chinese labels are often set with blanks between their characters (账　号), which match too.
        """
        ordered = sorted(synonyms, key=len, reverse=True)
        spaced = (_BETWEEN_CHINESE.sub(r"\\s*", re.sub(r" +", r"[\\s_]*", one)) for one in ordered)
        joined = "|".join(spaced)
        return cls(re.compile(rf"^[\W\d_]{{0,6}}(?:{joined})(?![^\W\d_\u2e80-\u9fff])", re.IGNORECASE))

    def after(self, cell: str) -> str | None:
        """What stands in a cell after this label; None when the cell does not begin with it."""
        match = self.pattern.match(cell)
        return None if match is None else _LEADING.sub("", cell[match.end() :]).rstrip(_EDGES_BUT_MINUS)

    def anywhere(self, text: str) -> bool:
        """Whether the label begins any of the text's lines or follows a wide gap."""
        return any(self.pattern.match(part) for part in re.split(r"\n|\s{2,}", text))


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the words that print it."""

    value: str
    raw: str
    words: tuple[Word, ...]
    label: Cell

    @property
    def box(self) -> Box:
        return Box.around(word.box for word in self.words)

    def field(self, name: str, document: str, note: str = "") -> Field:
        return field_of(name, self.value, self.words, document, raw=self.raw, note=note)


def field_of(name: str, value: str, words: Sequence[Word], document: str, *, raw: str = "", note: str = "") -> Field:
    """A field from the words that print its value; its confidence is that of the weakest word."""
    return Field(
        name=name,
        value=value,
        raw=raw or " ".join(word.text for word in words),
        place=Place(document, words[0].page, Box.around(word.box for word in words)),
        confidence=min(word.confidence for word in words),
        origin=words[0].origin,
        note=note,
    )


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line cut into cells, with its page."""

    page: int
    line: Line
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The cells' texts, two blanks between them."""
        return "  ".join(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """A document's lines as cells, in reading order."""

    lines: tuple[GridLine, ...]

    @classmethod
    def of(cls, text: Text) -> Grid:
        return cls(
            tuple(
                GridLine(page.page, line, cells_of(line, page.width / page.height))
                for page in text.pages
                for line in page.lines
            )
        )

    def labelled(self, label: Label) -> Iterator[tuple[int, Cell, str]]:
        """Every cell that begins with a label: its line's index, the cell, and what the cell says after it."""
        for index, line in enumerate(self.lines):
            for cell in line.cells:
                rest = label.after(cell.text)
                if rest is not None:
                    yield index, cell, rest

    def values(self, label: Label, parser: Parser, *, under: bool = True, part: bool = False) -> Iterator[Found]:
        """Every value that a label leads to, in reading order.

        `part` takes also the first words of what is there, and nothing behind other words.
        """
        for index, cell, rest in self.labelled(label):
            found = self._value_of(index, cell, rest, parser, under=under, part=part)
            if found is not None:
                yield found

    def find(
        self,
        name: str,
        label: Label,
        parser: Parser,
        document: str,
        *,
        under: bool = True,
        part: bool = False,
    ) -> Field | None:
        """The first value that a label leads to, as a field; `under` False keeps to the label's line."""
        found = next(self.values(label, parser, under=under, part=part), None)
        return None if found is None else found.field(name, document)

    def _value_of(self, index: int, cell: Cell, rest: str, parser: Parser, *, under: bool, part: bool) -> Found | None:
        if rest:
            found = _parsed(_tail(cell, rest), rest, parser, cell, part=part)
            if found is not None:
                return found
        line = self.lines[index]
        for other in right_of(cell, line.cells):
            found = _parsed(other.words, other.text, parser, cell, part=part)
            if found is not None:
                return found
            if part and sum(map(str.isalpha, other.text)) > 3:
                break  # Another label: what stands behind it is its own.
        if not under or rest:
            return None
        following = [one.cells for one in self.lines[index + 1 : index + 5] if one.page == line.page]
        for other in below(cell, following):
            found = _parsed(other.words, other.text, parser, cell, part=part)
            if found is not None:
                return found
        return None


def _parsed(words: tuple[Word, ...], print_: str, parser: Parser, label: Cell, *, part: bool) -> Found | None:
    """The value of some words, or with `part` of as many of the first of them as make one."""
    value = parser(print_.strip(_EDGES_BUT_MINUS))
    if value is not None:
        return Found(value, print_, words, label)
    for stop in range(len(words) - 1, 0, -1) if part else ():
        some = words[:stop]
        value = parser(join(some).strip(_EDGES_BUT_MINUS))
        if value is not None:
            return Found(value, join(some), some, label)
    return None


def _tail(cell: Cell, rest: str) -> tuple[Word, ...]:
    """The last words of a cell that print `rest`."""
    wanted = len(re.sub(r"\s", "", rest))
    taken: list[Word] = []
    for word in reversed(cell.words):
        if wanted <= 0:
            break
        taken.append(word)
        wanted -= len(re.sub(r"\s", "", word.text))
    return tuple(reversed(taken)) or cell.words


def money_of(decimal_mark: str = "") -> Parser:
    """Takes amounts, also with the currency's name before or after them."""

    def parse(text: str) -> str | None:
        value = money(text, decimal_mark=decimal_mark)
        return None if value is None else str(value)

    return parse


def date_of(calendar: Calendar) -> Parser:
    """Takes dates."""

    def parse(text: str) -> str | None:
        day = date(text, calendar)
        return None if day is None else day.isoformat()

    return parse


def text_of(pattern: str = r".*[^\W_].*", most: int = 120) -> Parser:
    """Takes print that a pattern matches whole, up to `most` characters."""
    form = re.compile(pattern)

    def parse(text: str) -> str | None:
        plain = text.strip(" :：")
        return plain if plain and len(plain) <= most and form.fullmatch(plain) else None

    return parse


def currency_in(text: str) -> str:
    """The currency that a text names most often, ISO 4217; empty when it names none."""
    counts: dict[str, int] = {}
    for match in _CURRENCY.finditer(text):
        code = CURRENCY_MARKS[match.group()]
        counts[code] = counts.get(code, 0) + (3 if len(match.group()) >= 3 else 1)
    return max(counts, key=lambda code: counts[code], default="")
