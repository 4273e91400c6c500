"""A line of accounts in parts: labels, each with the figures up to the next one; numbers of notes belong to neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ocr.account_labels import line_item
from ocr.accounts_columns import Heading, Role, role_under
from ocr.extract import GridLine
from ocr.layout import Cell
from ocr.parse import money
from ocr.text import Word

_CURRENCY = r"(?:HK|US|AU|NZ|CA|A|C|S|NT|R)?\$|[£€¥￥]|RMB|USD|GBP|EUR|CNY|HKD|AUD|NZD|SGD"
_NUMBER = re.compile(rf"(?!\.+\d{{3,4}}$)\.*[(（\-–—−]*\s*(?:{_CURRENCY})?[(（\-–—−]?\s*\d[\d,.'’]*\s*[)）\-]?")
_MARK = re.compile(rf"(?:{_CURRENCY}|[(（)）\-–—−]|元|\s)+|['’]?000s?|{_CURRENCY}['’]?000s?")
_DASH = re.compile(rf"(?:{_CURRENCY})?[-–—−﹣]+|(?i:nil)\.?|(?:{_CURRENCY})(?i:nil)")
_PERCENT = re.compile(r"[(（\-–—−]?\d[\d,.]*[)）]?\s*%[)）]?|%")
_NOTE = re.compile(
    r"\d{1,2}(?:[a-z]|\([a-z]\)|\.\d{1,2})?(?:[,&/]\d{1,2}[a-z]?)*"
    r"|[（(]?[一二三四五六七八九十]+[)）]?[、.．]?[（(]?[\d一二三四五六七八九十]*[)）]?(?:[.、]\d+)?"
    r"|附注.*|注释?\d+|[A-Z]?\d{1,2}|[IVX]{1,4}"
)
_GROUPED = re.compile(r"\d,\d{3}|\d\.\d{2}(?!\d)")
_CHINESE_NOTE = re.compile(
    r"[（(]?[一二三四五六七八九十]+(?:[)）]|[、.．])[（(]?[\d一二三四五六七八九十]*[)）]?|[（(]?附注.*|注释?\d+"
)
NOTE_WIDTH = 9
"""Characters of a note's number, such as 12a or 四、（12）."""
THOUSANDS_GAP = 0.9
"""Of a digit's width, that may part the groups of one figure (1 234 567)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its place and the column that it stands in."""

    value: Decimal
    words: tuple[Word, ...]
    role: Role
    bare: bool = False
    """Whether it is a small number without any mark, which may be that of a note."""

    @property
    def prior(self) -> bool:
        return self.role is Role.PRIOR


@dataclass(frozen=True, slots=True)
class Run:
    """A label with its figures; the label is None on a line of figures alone."""

    label: Cell | None
    amounts: tuple[Amount, ...]


def has_item(runs: Iterable[Run]) -> bool:
    """Whether one of the runs is a line item with its amounts."""
    return any(run.label is not None and run.amounts and line_item(run.label.text) for run in runs)


def runs_of(line: GridLine, headings: Sequence[Heading], notes: Sequence[float]) -> tuple[Run, ...]:
    """The line's labels, each with the amounts up to the next one."""
    runs: list[tuple[Cell | None, list[Amount]]] = []
    noted = -1
    for label, figures in _parts(line):
        if label is not None and runs and _under(label, notes):
            noted = len(runs)
        elif label is not None:
            runs.append((label, []))
        for words, value in figures:
            if not runs:
                runs.append((None, []))
            small = _is_small(words)
            # A line has one note; what stands behind it is an amount, however small.
            if small and noted != len(runs) and not runs[-1][1] and _under(Cell(words), notes):
                noted = len(runs)
                continue
            before = len(runs[-1][1])
            amount = Amount(value, words, role_under(headings, Cell(words).box, before), small)
            runs[-1][1].append(amount)
    told = (_without_note(label, amounts, headings, told=bool(notes)) for label, amounts in runs)
    return tuple(_in_order(run, headings) for run in told)


def _in_order(run: Run, headings: Sequence[Heading]) -> Run:
    """The run with a figure for each heading, where they stand so far off that two seemed to be under one."""
    if len(run.amounts) != len(headings) or len({one.role for one in run.amounts}) == len(
        {one.role for one in headings}
    ):
        return run
    roles = [one.role for one in sorted(headings, key=lambda one: one.middle)]
    amounts = zip(run.amounts, roles, strict=True)
    return Run(run.label, tuple(replace(one, role=role) for one, role in amounts))


def _without_note(label: Cell | None, amounts: list[Amount], headings: Sequence[Heading], *, told: bool) -> Run:
    """The run without the number of a note: a small one in front that stands under no year, or is one too many.

    Where a heading has `told` which column the notes' is, their numbers are gone already.
    """
    if label is not None and len(amounts) > 1 and _is_of_label(amounts):
        return _without_note(label, _placed(amounts[1:], headings), headings, told=told)
    if label is not None and amounts and amounts[0].bare and not told:
        box = Cell(amounts[0].words).box
        apart = bool(headings) and all(one.apart(box) > 0.05 for one in headings)
        columns = len({one.role for one in headings}) or 2
        if apart or len(amounts) > max(columns, len(headings)):
            return Run(label, tuple(_placed(amounts[1:], headings)))
    return Run(label, tuple(amounts))


def _placed(amounts: Sequence[Amount], headings: Sequence[Heading]) -> list[Amount]:
    """Amounts with their columns told anew, after one before them was taken away."""
    return [replace(one, role=role_under(headings, Cell(one.words).box, at)) for at, one in enumerate(amounts)]


def _is_of_label(amounts: Sequence[Amount]) -> bool:
    """Whether the first number is part of the label (Visa 7275): one without decimals before others that have them."""
    whole = [one.value.as_tuple().exponent == 0 and one.value != 0 for one in amounts]
    return whole[0] and not any(whole[1:]) and any(one.value for one in amounts[1:])


def is_blank(line: GridLine) -> bool:
    """Whether a line holds nothing but marks of money, as under the heads of columns."""
    return all(_MARK.fullmatch(cell.text) or len(cell.text) == 1 for cell in line.cells)


def _parts(line: GridLine) -> Iterator[tuple[Cell | None, list[tuple[tuple[Word, ...], Decimal]]]]:
    """The line's cells, each as a label and the figures that end it."""
    cells = line.cells
    if len(cells) > 1 and _is_small(cells[0].words) and any(letter.isalpha() for letter in cells[1].text[:6]):
        # The number of a line in a column of its own, before the label.
        cells = cells[1:]
    for cell in cells:
        first = next((at for at, word in enumerate(cell.words) if not _is_figure(word.text)), 0)
        if first and any(_GROUPED.search(word.text) for word in cell.words[:first]):
            # The figures of the column before stand close to the next label.
            yield None, list(_figures(cell.words[:first]))
        else:
            first = 0
        cut = len(cell.words)
        while cut > first and _is_figure(cell.words[cut - 1].text):
            cut -= 1
        # `Depreciation (including Section 179)`: what closes a bracket belongs to the label.
        said = " ".join(word.text for word in cell.words[first:cut])
        while 0 < cut < len(cell.words) and said.count("(") > said.count(")"):
            said, cut = f"{said} {cell.words[cut].text}", cut + 1
        words = cell.words[first:cut]
        while len(words) > 1 and _CHINESE_NOTE.fullmatch(words[-1].text):
            words = words[:-1]
        figures = list(_figures(cell.words[cut:]))
        # A lone mark of money parts nothing.
        yield (Cell(words) if words else None), figures


def _is_figure(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text)
    return any(form.fullmatch(plain) for form in (_NUMBER, _MARK, _DASH, _PERCENT))


def _figures(words: Sequence[Word]) -> Iterator[tuple[tuple[Word, ...], Decimal]]:
    """Neighbouring words as amounts: signs and brackets go with the number beside them, percentages are left out."""
    held: list[Word] = []
    for at, word in enumerate(words):
        text = unicodedata.normalize("NFKC", word.text)
        if _PERCENT.fullmatch(text):
            held = []
            continue
        if _MARK.fullmatch(text) and not _DASH.fullmatch(text):
            if held and _has_digit(held) and text.startswith((")", "）")):
                held.append(word)
            else:
                yield from _closed(held)
                held = [word]
            continue
        if held and _has_digit(held) and not _goes_on(held[-1], word):
            yield from _closed(held)
            held = []
        held.append(word)
        if _DASH.fullmatch(text) and at + 1 < len(words) and not _touches(word, words[at + 1]):
            yield from _closed(held)
            held = []
    yield from _closed(held)


def _has_digit(words: Sequence[Word]) -> bool:
    return any(any(letter.isdigit() for letter in word.text) for word in words)


def _goes_on(left: Word, right: Word) -> bool:
    """Whether two numbers are groups of one figure that blanks part."""
    grouped = re.search(r"(?<!\d)\d{1,3}[,.]?$", left.text) and re.match(r"\d{3}(?!\d)", right.text)
    return bool(grouped) and right.box.left - left.box.right < THOUSANDS_GAP * right.box.width / len(right.text)


def _touches(left: Word, right: Word) -> bool:
    return right.box.left - left.box.right < 0.5 * right.box.height


def _closed(words: Sequence[Word]) -> Iterator[tuple[tuple[Word, ...], Decimal]]:
    value = _value(" ".join(word.text for word in words))
    if words and value is not None:
        yield tuple(words), value


def _value(print_: str) -> Decimal | None:
    """What a figure says; a dash or nil is nothing, a print without a figure is None."""
    plain = unicodedata.normalize("NFKC", print_).strip()
    if _DASH.fullmatch(plain):
        return Decimal(0)
    if not any(letter.isdigit() for letter in plain) or len(plain) > 28:
        return None
    bared = re.sub(_CURRENCY, "", plain).lstrip(".").replace("’", "'").replace("−", "-").strip()
    bared = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", bared))
    bared = re.sub(r"^([(-])\s+", r"\1", bared)
    if bared.startswith("(") and not bared.endswith(")"):
        bared += ")"
    elif bared.endswith(")") and not bared.startswith("("):
        bared = "(" + bared
    found = money(bared)
    return None if found is None else Decimal(found)


def _is_small(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words).strip()
    return len(text) <= NOTE_WIDTH and _NOTE.fullmatch(text) is not None


def _under(cell: Cell, notes: Sequence[float]) -> bool:
    """Whether something short stands under the notes' heading: a lone digit is often read as a letter."""
    short = len(cell.text.strip()) <= (NOTE_WIDTH if _NOTE.fullmatch(cell.text.strip().replace(" ", "")) else 3)
    return short and any(abs(cell.box.middle[0] - note) < 0.04 for note in notes)
