"""The heads of a filing's pages: the lines that say whose accounts they are, what, and of when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ocr.accounts_columns import headings_of
from ocr.accounts_pages import part_of
from ocr.accounts_rows import has_item, runs_of
from ocr.extract import Grid, GridLine
from ocr.text import Text

DEEPEST = 14
"""Lines of a page that may be its head."""
LONGEST = 24
"""Words of a line in a head; a longer one is prose."""
_MADE = re.compile(
    r"(?i)\b\d{1,2}:\d{2}\b|\b(?:printed|generated|created|exported|run (?:on|date)|report date|prepared on"
    r"|page \d|accrual basis|cash basis"
    r"|approved|signed|authori[sz]ed for issue|打印|制表日期|填表日期|报出日期)"
)
"""Lines of a head that say when the print was made, or when it was approved."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a page with the parts of a filing that they name."""

    page: int
    lines: tuple[GridLine, ...]
    parts: frozenset[str]
    complete: bool
    """Whether a statement's lines follow, so that it is not merely a page of prose."""


def heads_of(grid: Grid) -> tuple[Head, ...]:
    """The head of every page."""
    pages = dict.fromkeys(line.page for line in grid.lines)
    return tuple(_head(page, [line for line in grid.lines if line.page == page]) for page in pages)


def _head(page: int, lines: Sequence[GridLine]) -> Head:
    kept: list[GridLine] = []
    parts: set[str] = set()
    complete = False
    for line in lines[: DEEPEST + 6]:
        if has_item(runs_of(line, (), ())):
            complete = True
            break
        opened = part_of(line, leads=True)
        parts |= {opened} if opened else set()
        if len(kept) < DEEPEST and len(line.text.split()) <= LONGEST:
            kept.append(line)
    return Head(page, tuple(kept), frozenset(parts), complete)


def ordered(heads: Sequence[Head], part: str) -> list[Head]:
    """The heads of the pages of one statement, then those of the other, then the rest, each in the order of pages."""

    def rank(head: Head) -> int:
        if part in head.parts and "notes" not in head.parts:
            return 0 if head.complete else 1
        return 2 if head.parts & {"balance", "income"} else 3

    return sorted(heads, key=rank)


def text_of_head(text: Text, head: Head) -> Text:
    """The print of a head alone, without the lines that say when it was made."""
    chosen = {
        id(word) for line in head.lines if not _MADE.search(line.text) or headings_of(line) for word in line.line.words
    }
    page = next(one for one in text.pages if one.page == head.page)
    return Text((replace(page, words=tuple(word for word in page.words if id(word) in chosen)),))
