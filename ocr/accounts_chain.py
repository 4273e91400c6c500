"""Whether each subtotal of an income statement is what the lines above it come to, back to the last subtotal.

Revenue                 900   800
Cost of sales          (500) (450)      signs as printed, or by what a line is, or by 加 and 减 before it
Other operating income   20    10
Administrative costs   (200) (160)
Operating profit        220   200       900 - 500 + 20 - 200

The signs that make one year's column come out are those of the other year too: where that one then does not, its
figures do not belong together. A column by itself tells only where the sign of every line is certain.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cases.model import Field, Origin
from ocr.accounts_columns import Role
from ocr.accounts_figures import POSITIVE, Figures, plain
from ocr.accounts_table import AccountLine
from ocr.extract import field_of
from ocr.text import Word

SUBTOTALS = ("revenue", "gross_profit", "operating_profit", "profit_before_tax", "net_profit")
"""What a chain leads to, in the order printed; each begins a new chain."""
ONE_COLUMN = "by one column alone"
"""The note of lines whose signs no other year's column confirms."""
MOST_OPEN = 8
"""Lines whose signs may be open in one chain; of more, some choice comes out by chance."""
FEWEST = 3
"""Lines of a chain by one column alone."""
DEEPER = 0.004
"""Of the page's width, by which a detail begins further right than the first of its kind."""
_EARNED = frozenset({"_other_income", "_interest_received"})
_LESS = re.compile(r"\s*(?:减|減|(?i:less|deduct)\b)")
_MORE = re.compile(r"\s*(?:加|(?i:add|plus)\b)")
_WITHIN = re.compile(r"\s*(?:其中|(?i:of which|including|thereof|davon)\b)")
_TOTAL = re.compile(r"(?i:total|sum|net)|.*[合总總]计")
_CHINESE = re.compile(r"[一-鿿]")
_NUMBERED = re.compile(r"^[\s一二三四五六七八九十\d(（]+[、.．)）]\s*")

Column = bool
"""Whether of the year before."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line between two subtotals."""

    values: Mapping[Column, Decimal]
    signs: tuple[int, ...]
    """What its print may be multiplied by, the likeliest first."""
    words: tuple[Word, ...]


def chains_of(lines: Iterable[AccountLine], figures: Figures, factor: int, document: str) -> Figures:
    """For every two subtotals with lines between them, what these come to: `_revenue_to_operating_profit` and so on,
    those of the year before with `_prior`."""
    found: Figures = {}
    whole = list(lines)
    for (above, first), (below, last) in itertools.pairwise(_subtotals(whole, figures, factor)):
        base, total = (_printed(figures, name, factor) for name in (above, below))
        steps = _steps([one for one in whole[first + 1 : last] if one.place[:2] == whole[first].place[:2]], base)
        words = [word for step in steps for word in step.words]
        for column, (sum_, note) in _told(steps, total).items() if words else ():
            ending = "_prior" if column else ""
            name = f"_{above}_to_{below}{ending}"
            found[name] = field_of(name, plain((sum_ - base[column]) * factor), words, document, note=note)
    return found


def _printed(figures: Figures, name: str, factor: int) -> dict[Column, Decimal]:
    """A subtotal in each column, in the units of the print."""
    endings = {False: "", True: "_prior"}
    read = {column: figures.get(f"{name}{ending}") for column, ending in endings.items()}
    return {column: Decimal(one.value) / factor for column, one in read.items() if one is not None}


def _subtotals(lines: Sequence[AccountLine], figures: Figures, factor: int) -> list[tuple[str, int]]:
    """The subtotals as they were read, with the numbers of their lines, all of one page and in their order."""
    found: list[tuple[str, int]] = []
    for name in SUBTOTALS:
        field = figures.get(name)
        after = found[-1][1] if found else -1
        at = next((at for at, line in enumerate(lines) if at > after and _prints(line, name, field, factor)), None)
        if at is not None and (not found or lines[at].place[:2] == lines[found[0][1]].place[:2]):
            found.append((name, at))
    return found


def _prints(line: AccountLine, name: str, field: Field | None, factor: int) -> bool:
    value = _values(line).get(False)
    return (
        field is not None
        and value is not None
        and line.name == name
        and field.place.page == line.place[0]
        and field.origin is not Origin.DERIVED
        and abs(value) * factor == abs(Decimal(field.value))
    )


def _values(line: AccountLine) -> dict[Column, Decimal]:
    """The last amount of each year: an outer column holds the total of the inner ones."""
    return {one.prior: one.value for one in line.amounts if one.role is not Role.NEITHER}


def _steps(lines: Sequence[AccountLine], base: Mapping[Column, Decimal]) -> list[Step]:
    """A subtotal and the lines that follow it as steps: without details, and sums in place of their parts."""
    costs = [one.value for line in lines if line.name in POSITIVE for one in line.amounts if one.value]
    bracketed = sum(one < 0 for one in costs) * 2 > len(costs)
    stack = [Step(base, (1,), ())]
    course = 0
    detail: float | None = None
    for line in lines:
        inner = detail is not None and line.left > detail
        if inner or _WITHIN.match(line.said):
            detail = detail if inner else line.left + DEEPER
            continue
        detail = None
        said = _NUMBERED.sub("", line.said)
        own = -1 if _LESS.match(said) else 1 if _MORE.match(said) else 0
        course = own if own or not _CHINESE.search(said) else course
        if values := _values(line):
            words = tuple(word for one in line.amounts for word in one.words)
            if not (_TOTAL.match(line.said) and values == stack[-1].values):
                stack = _summed(stack, Step(values, _signs(line, course, bracketed=bracketed), words))
    return stack


def _signs(line: AccountLine, course: int, *, bracketed: bool) -> tuple[int, ...]:
    """What a line's print may be multiplied by before it is added."""
    if course:
        return (course,)
    if line.name in POSITIVE:
        return (1, -1) if bracketed else (-1,)
    # Where costs are printed in brackets, the print tells the sign of every other line too.
    return (1,) if bracketed or line.name in _EARNED else (-1, 1)


def _summed(stack: list[Step], step: Step) -> list[Step]:
    """The steps with one more, which stands in place of those before it that it is the sum of."""
    for count in range(len(stack), 1, -1):
        parts = stack[-count:]
        for signs in ([1] * count, [one.signs[0] for one in parts]):
            known = [column for column in step.values if all(column in one.values for one in parts)]
            sums = {
                column: sum((sign * one.values[column] for sign, one in zip(signs, parts, strict=True)), Decimal(0))
                for column in known
            }
            if any(sums[column] and abs(sums[column]) == abs(step.values[column]) for column in known):
                words = tuple(word for one in (*parts, step) for word in one.words)
                return [*stack[:-count], replace(step, signs=(1,) if count == len(stack) else step.signs, words=words)]
    return [*stack, step]


def _told(steps: Sequence[Step], total: Mapping[Column, Decimal]) -> Mapping[Column, tuple[Decimal, str]]:
    """What the steps come to in each column, with a note; empty where their signs are not certain."""
    columns = [column for column in total if column in steps[0].values]
    if not columns or sum(len(one.signs) > 1 for one in steps) > MOST_OPEN:
        return {}
    best: tuple[int, Decimal, dict[Column, Decimal]] | None = None
    for sums in _choices(steps, columns):
        apart = {column: abs(sums[column] - total[column]) for column in columns}
        agrees = sum(one <= 1 and bool(total[column]) for column, one in apart.items())
        if agrees and (best is None or (-agrees, sum(apart.values())) < best[:2]):
            best = (-agrees, sum(apart.values(), Decimal(0)), sums)
    # A blank may be nothing or a figure that was not read: then a column can agree, and does not disagree.
    whole = {column for column in columns if all(column in one.values for one in steps)}
    if best is not None:
        told = best[2].items()
        return {column: (sum_, "") for column, sum_ in told if column in whole or abs(sum_ - total[column]) <= 1}
    # Where neither of two years comes out, it is the lines that were not understood.
    certain = len(total) == 1 and whole and all(len(one.signs) == 1 for one in steps) and len(steps) > FEWEST
    first = next(_choices(steps, columns))
    return {column: (value, ONE_COLUMN) for column, value in first.items()} if certain else {}


def _choices(steps: Sequence[Step], columns: Sequence[Column]) -> Iterator[dict[Column, Decimal]]:
    """The sums by every choice of signs, the likeliest first."""
    for signs in itertools.product(*(one.signs for one in steps)):
        yield {
            column: sum(
                (sign * one.values.get(column, Decimal(0)) for sign, one in zip(signs, steps, strict=True)), Decimal(0)
            )
            for column in columns
        }
