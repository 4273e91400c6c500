"""The lines of accounts, each with its amounts for this year and the year before, from pages of any layout.

    label ..................... note   2025     2024        a column per year, told by its heading
    资产   行次  期末  年初   负债  行次  期末  年初          two sides on one line: label and amounts, twice

An amount belongs to the label on its left, or on the lines around where a label is broken, and to the year whose
heading it stands under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocr.account_labels import UNKNOWN, Item, heading, is_total, line_item, total_of
from ocr.accounts_columns import Heading, headings_of, is_note_heading, widened
from ocr.accounts_pages import part_of
from ocr.accounts_rows import Amount, Run, has_item, is_blank, runs_of
from ocr.accounts_sections import Section
from ocr.extract import Grid, GridLine
from ocr.layout import Cell

FEWEST = 3
"""Lines with two labels and amounts behind each of them, from which on a sheet has two sides."""
NEAR = 2.2
"""Heights of a line that a broken label's next line may lie below it."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line item with its amounts, and where it stands."""

    item: Item
    said: str
    """The whole label, with the lines that it is broken over."""
    amounts: tuple[Amount, ...]
    section: str
    place: tuple[int, int, int]
    """Page, side and number of the section, which lines that add up have in common."""
    part: str
    """`balance`, `income`, `notes`, `aside`, or empty where no title says."""
    left: float = 0.0
    """Where the label begins, as part of the page's width."""

    @property
    def statement(self) -> str:
        return self.item.statement

    @property
    def name(self) -> str:
        return self.item.name


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page with its runs and the part of the filing that it stands in."""

    line: GridLine
    runs: tuple[Run, ...]
    part: str

    @property
    def bare(self) -> tuple[Amount, ...]:
        """The amounts of a line that has nothing else, or no more than `Total`, which names no section."""
        lone = self.runs[0] if len(self.runs) == 1 else None
        return lone.amounts if lone is not None and (lone.label is None or is_total(lone.label.text)) else ()


def read_lines(grid: Grid) -> Iterator[AccountLine]:
    """Every line item of the grid, in reading order."""
    return (line for line in every_line(grid) if line.item is not UNKNOWN)


def every_line(grid: Grid) -> Iterator[AccountLine]:
    """Every line of the grid that is a line item or has an amount, in reading order."""
    part = ""
    headings: tuple[Heading, ...] = ()
    for page in dict.fromkeys(line.page for line in grid.lines):
        lines = [line for line in grid.lines if line.page == page]
        rows, part, headings = _rows(lines, part if part == "notes" else "", headings)
        yield from _read(rows, page)


def _rows(
    lines: Sequence[GridLine], part: str, inherited: tuple[Heading, ...]
) -> tuple[list[Row], str, tuple[Heading, ...]]:
    """The lines of a page that are no headings of columns, each read under the headings above it."""
    rows: list[Row] = []
    headings, own = inherited, False
    notes: tuple[float, ...] = ()
    leads = True
    for line in lines:
        opened = part_of(line, leads=leads)
        if opened is not None and not (part == "aside" and leads and rows and opened != "notes" and _listed_part(rows)):
            part = opened
        told = headings_of(line)
        noted = tuple(cell.box.middle[0] for cell in line.cells if is_note_heading(cell.text))
        if told or (noted and all(is_note_heading(cell.text) or _is_mark(cell) for cell in line.cells)):
            headings, notes, own = told or headings, noted or notes, own or bool(told)
            continue
        if is_blank(line) and not any(character.isdigit() for character in line.text):
            marks = [word.box.right for cell in line.cells for word in cell.words]
            headings = widened(headings, marks) if own and len(headings) == 2 else headings
            if not any(one in "-–—" for one in line.text.replace(" ", "")):
                continue
        runs = runs_of(line, headings, notes)
        if has_item(runs):
            leads = False
        rows.append(Row(line, runs, part))
    used = own and any(has_item(row.runs) for row in rows)
    return rows, part, headings if used else inherited


def _listed_part(rows: Sequence[Row]) -> bool:
    """Whether the page so far lists titles, as a table of contents does."""
    return any("content" in row.line.text.lower() or "目" in row.line.text for row in rows[:12])


def _is_mark(cell: Cell) -> bool:
    return len(cell.text) <= 4 and not any(character.isdigit() for character in cell.text)


def _read(rows: Sequence[Row], page: int) -> Iterator[AccountLine]:
    """The line items of a page."""
    middle = _middle(rows)
    sections = (Section(), Section())
    for at, row in enumerate(rows):
        if row.bare:
            yield from _unlabelled(rows, at, sections[0], page)
            continue
        for index, run in enumerate(row.runs):
            if run.label is None:
                continue
            side = int(run.label.box.left > middle)
            section = sections[side]
            whole = _whole(rows, at, index)
            said = next((one for one in (run.label.text, *whole) if run.amounts and line_item(one)), "")
            beside = any(other.amounts for other in row.runs)
            if run.amounts or middle < 1 or not beside:
                section.take(run.label.text, run.amounts, said or (whole[0] if whole else run.label.text))
            item = line_item(said) or UNKNOWN
            if item is not UNKNOWN or run.amounts:
                place, left = (page, side, section.number), run.label.box.left
                yield AccountLine(item, said or run.label.text, run.amounts, section.name, place, row.part, left)


def _middle(rows: Sequence[Row]) -> float:
    """Where the second side of a sheet with two sides begins, as part of the page's width; 1 for other pages."""
    lefts: list[float] = []
    for row in rows:
        told = [run.label.box.left for run in row.runs if run.label is not None and run.amounts]
        lefts += told[1:]
    return min(lefts) - 0.01 if len(lefts) >= FEWEST else 1.0


def _unlabelled(rows: Sequence[Row], at: int, section: Section, page: int) -> Iterator[AccountLine]:
    """Amounts without a label beside them: a section's total, or those of a label that stands above or around."""
    row = rows[at]
    around = _label_around(rows, at)
    number, name = section.number, section.name
    total = section.total(row.bare)
    if total is not None:
        yield AccountLine(total_of(total[0]), total[1], row.bare, name, (page, 0, number), row.part)
    else:
        item = (line_item(around) if around is not None else None) or UNKNOWN
        yield AccountLine(item, around or "", row.bare, name, (page, 0, number), row.part)


def _label_around(rows: Sequence[Row], at: int) -> str | None:
    """The label of amounts on a line of their own: the line above, with the one below where both are one label."""
    above = _alone(rows, at - 1, at)
    if above is None:
        return None
    below = _alone(rows, at + 1, at)
    if below is not None and line_item(f"{above.text} {below.text}") and not line_item(above.text):
        return f"{above.text} {below.text}"
    return above.text if heading(above.text) is None else None


def _whole(rows: Sequence[Row], at: int, index: int) -> tuple[str, ...]:
    """What a label may be together with what stands before it on the line, above it, or below it."""
    run = rows[at].runs[index]
    own = run.label.text if run.label is not None else ""
    found: list[str] = []
    if index and not rows[at].runs[index - 1].amounts and rows[at].runs[index - 1].label is not None:
        before = rows[at].runs[index - 1].label
        found += [before.text, f"{before.text} {own}"] if before is not None else []
    above, further, below = _alone(rows, at - 1, at), _alone(rows, at - 2, at - 1), _alone(rows, at + 1, at)
    if above is not None:
        found.append(f"{above.text} {own}")
        if further is not None:
            found.append(f"{further.text} {above.text} {own}")
    if below is not None and run.amounts and heading(below.text) is None:
        found.append(f"{own} {below.text}")
        if above is not None:
            found.append(f"{above.text} {own} {below.text}")
    return tuple(found)


def _alone(rows: Sequence[Row], at: int, beside: int) -> Cell | None:
    """The only label of a line without amounts that lies right above or below another line."""
    if not 0 <= at < len(rows):
        return None
    runs = rows[at].runs
    if len(runs) != 1 or runs[0].label is None or runs[0].amounts:
        return None
    one, other = rows[at].line.line.box, rows[beside].line.line.box
    apart = max(one.top, other.top) - min(one.bottom, other.bottom)
    return runs[0].label if apart < NEAR * max(one.height, other.height) else None
