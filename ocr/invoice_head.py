"""The head of an invoice: its number, its dates, the account to pay to.

A number is looked for behind its own label, then behind the title (Facture FA-2017-0009), then behind labels that other
papers have too. Dates are told apart by the words before or above them: a date of delivery is none of the invoice.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError

from cases.model import Field
from ocr.day_prints import DATES, days_in
from ocr.extract import Grid, field_of
from ocr.invoice_words import ANY_DATE, ANY_NUMBER, DATED, DUE, NUMBER, OTHER_DATE, TITLE
from ocr.layout import Cell, below, right_of, shared_width
from ocr.parse import Calendar, date
from ocr.text import Word
from ocr.wording import Wording, words_of

_MARK = r"(?:[\s:：#.\-]|\((?:\d{3})\)|(?<![^\W\d_])(?:nr|no|n°|nº|number|nummer|id|num|č|čís|sz)(?![^\W\d_])\.?)*"
_TOKEN = re.compile(r"(?:[A-Z]{1,5} )?[A-Z0-9][A-Z0-9/_.\-]*\d[A-Z0-9/_.\-]*", re.IGNORECASE)
_AFTER_TITLE = re.compile(rf"{_MARK}(?P<token>{_TOKEN.pattern})", re.IGNORECASE)
_ALONE = re.compile(r"[#№]? ?[A-Z]{0,5}[\-/ ]?\d[\dA-Z/_.\-]*", re.IGNORECASE)
"""A number that stands alone under a title."""
_NUMBERED = re.compile(
    r"#|(?<![^\W\d_])(?:nr|no|n°|nº|number|nummer|n\.|num|número|numero|č|čís|sz|n\.?º)", re.IGNORECASE
)
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])")
_PAYING = re.compile(
    r"(?i)pay|paid|due|remit|settle|zahl|überweis|begleich|fällig|régl|pai?e[mr]|verser|pagar|pago|paga|saldare|betal|"
    r"voldoen|ingresar|platn|płatn|zapła|transfer"
)
_UNTIL = re.compile(
    r"(?i)(?:\bby|\bbefore|\bon or before|\buntil|\bthan|\bbis(?: spätestens)?(?: zum| am)?|\bzum|\bspätestens|"
    r"\bavant le|\bau plus tard le|\bpour le|\bentro(?: il)?|\bantes del?|\bvóór|\bvoor|\buiterlijk(?: op)?|\bsenest|"
    r"\bsenast|\bdo dnia|\bdo|\baté)\W*$"
)
"""Words that end right before the day until which something is to be paid."""
GUESSED = 0.85
"""What a date is worth that no label tells."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A value with its words and how much speaks for it."""

    value: str
    words: tuple[Word, ...]
    weight: float


def number_of(grid: Grid, document: str) -> Field | None:
    """The invoice's number."""
    found = [*_labelled(grid, NUMBER, 3.0), *_titled(grid), *_labelled(grid, ANY_NUMBER, 1.0)]
    best = max(found, key=lambda one: one.weight, default=None)
    return None if best is None else field_of("invoice_number", best.value, best.words, document)


def _labelled(grid: Grid, label: Wording, weight: float) -> Iterator[Printed]:
    """Numbers behind, right of or below a label; earlier ones weigh a little more."""
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            match = _whole_label(label, cell.text)
            if match is None or (weight < 2 and re.search(r"\w", label.pattern.sub("", cell.text[: match.start()]))):
                continue
            worth = weight - 0.001 * index
            rest = _AFTER_TITLE.match(cell.text, match.end())
            if rest is not None:
                if weight > 2 or not re.search(r"[^\W\d_]{3}", DATES.sub("", cell.text[rest.end() :])):
                    yield from _token(cell, rest.start("token"), rest["token"], worth)
                continue
            if re.search(r"\w", cell.text[match.end() :]):
                continue
            right = right_of(cell, line.cells)[:1]
            under = below(cell, [one.cells for one in grid.lines[index + 1 : index + 4] if one.page == line.page])[:1]
            right = tuple(one for one in right if weight > 2 or not _headed(grid, index, one))
            for other, less in (*((one, 0.1) for one in right), *((one, 0.2) for one in under)):
                taken = _AFTER_TITLE.match(other.text)
                if taken is not None:
                    yield from _token(other, taken.start("token"), taken["token"], worth - less)


def _whole_label(label: Wording, text: str) -> re.Match[str] | None:
    """The first label of a text; of two that say the same in two languages, the second (发票号码 Invoice No.)."""
    found = list(label.pattern.finditer(text))
    while len(found) > 1 and not re.search(r"\w", text[found[0].end() : found[1].start()]):
        del found[0]
    return found[0] if found else None


def _titled(grid: Grid) -> Iterator[Printed]:
    """Numbers right behind a title, in its cell or the next; a mark of number between them speaks for it."""
    for index, line in enumerate(grid.lines):
        for position, cell in enumerate(line.cells):
            match = _whole_label(TITLE, cell.text)
            if match is None:
                continue
            rest = re.compile(rf"[^\d:]{{0,40}}?{_AFTER_TITLE.pattern}", re.IGNORECASE).match(cell.text, match.end())
            if rest is not None:
                marked = bool(_NUMBERED.search(cell.text[match.end() : rest.start("token")]))
                begins = not re.search(r"[^\W\d_]", TITLE.pattern.sub("", cell.text[: match.start()])) or marked
                close = rest.start("token") - match.end() <= 3
                ends = not cell.text[rest.end() :].strip() and cell.text[match.start()].isupper()
                if marked or (close and (begins or ends)):
                    worth = 1.5 + 0.5 * begins + 0.5 * marked + 0.3 * (match.start() == 0) - 0.001 * index
                    yield from _token(cell, rest.start("token"), rest["token"], worth)
            elif not cell.text[match.end() :].strip(" :#.") and match.start() == 0:
                following = [one.cells for one in grid.lines[index + 1 : index + 4] if one.page == line.page]
                alone = [one for one in below(cell, following, reach=2.0)[:1] if _ALONE.fullmatch(one.text)]
                beside = [one for one in line.cells[position + 1 : position + 2] if not _headed(grid, index, one)]
                for other in (*beside, *alone):
                    taken = _AFTER_TITLE.match(other.text)
                    if taken is not None:
                        yield from _token(other, taken.start("token"), taken["token"], 1.6 - 0.001 * index)


def _headed(grid: Grid, index: int, cell: Cell) -> bool:
    """Whether a cell is the value of another label, which stands right above it."""
    line = grid.lines[max(0, index - 1)]
    return line.page == cell.page and any(
        shared_width(one.box, cell.box) > 0.3
        and cell.box.top - one.box.bottom < 1.5 * cell.box.height
        and not re.search(r"\d", one.text)
        and one.box.height < 1.4 * cell.box.height
        for one in line.cells
        if index
    )


def _token(cell: Cell, start: int, token: str, weight: float) -> Iterator[Printed]:
    """A number as printed; dates, amounts and single years are none."""
    plain = token.rstrip(".-/_")
    if date(plain) is not None or len(plain) > 32 or re.fullmatch(r"\d{1,3}[.,]\d{2}", plain):
        return
    lead = re.match(r"[A-Za-z]{1,5} ", plain)
    if lead is not None and not lead[0].isupper():
        return
    yield Printed(plain, words_of(cell, start, start + len(plain)), weight)


def date_fields(grid: Grid, number: Field | None, calendar: Calendar, document: str) -> dict[str, Field]:
    """The date of the invoice and that on which it falls due; less sure where no label tells them."""
    invoice: list[Printed] = []
    due: list[Printed] = []
    for index, line in enumerate(grid.lines):
        for position, cell in enumerate(line.cells):
            for one in days_in(cell.text, calendar):
                day, words = one.day.isoformat(), words_of(cell, one.start, one.end)
                told = _meaning(grid, index, position, cell.text[: one.start])
                if told is DUE:
                    due.append(Printed(day, words, 3.0 - 0.001 * index))
                elif told is not OTHER_DATE:
                    invoice.append(Printed(day, words, _worth(told, words, number) - 0.002 * index))
    fields: dict[str, Field] = {}
    issued = max(invoice, key=lambda one: one.weight, default=None)
    if issued is not None and issued.weight > 0:
        fields["invoice_date"] = _dated("invoice_date", issued, document, sure=issued.weight > 1.5)
    last = max(due, key=lambda one: one.weight, default=None)
    if last is not None:
        fields["due_date"] = _dated("due_date", last, document, sure=True)
    return fields


def _dated(name: str, printed: Printed, document: str, *, sure: bool) -> Field:
    field = field_of(name, printed.value, printed.words, document)
    return field if sure else replace(field, confidence=round(field.confidence * GUESSED, 3))


def _worth(told: Wording | None, words: tuple[Word, ...], number: Field | None) -> float:
    """By its label; one that stands on the number's line or right by the top of the first page counts too."""
    if told is DATED:
        return 4.0
    near = number is not None and number.place.page == words[0].page
    level = near and number is not None and abs(number.place.box.top - words[0].box.top) < 0.012
    if told is ANY_DATE:
        return 3.2 if level else 2.0
    return 1.9 if level else 1.0 if words[0].page == 1 and words[0].box.top < 0.45 else 0.0


def _meaning(grid: Grid, index: int, position: int, before: str) -> Wording | None:
    """What the words say that lead to a date: those before it in its cell, left of it on its line, or above it."""
    line = grid.lines[index]
    if _UNTIL.search(before) and _PAYING.search(before):
        return DUE
    for text in (before, *(one.text for one in reversed(line.cells[:position]))):
        if not re.search(r"[^\W\d_]{2}", DATES.sub("", text)):
            continue
        told = _last_label(text)
        if text is not before and told is not None and not _ends(told, text):
            break
        if told is not None:
            return told
        if text is not before:
            break
    cell = line.cells[position]
    if re.search(r"[^\W\d_]{3}", before):
        return None
    for above in reversed(grid.lines[max(0, index - 3) : index]):
        if above.page != line.page or cell.box.top - above.line.box.bottom > 2.5 * cell.box.height:
            break
        for other in above.cells:
            edges = (other.box.left - cell.box.left, other.box.right - cell.box.right)
            if min(map(abs, edges)) < 0.02 or abs(other.box.middle[0] - cell.box.middle[0]) < 0.03:
                return _last_label(other.text) if not DATES.search(other.text) else None
    return None


def _ends(label: Wording, text: str) -> bool:
    """Whether a text ends with a label; in the middle of other words it tells nothing of the next cell."""
    return any(not re.search(r"[^\W\d_]{2}", text[match.end() :]) for match in label.pattern.finditer(text))


def _last_label(text: str) -> Wording | None:
    """The label nearest to the end of a text; of those that end at one place, the longest."""
    ends = [
        (match.end(), match.end() - match.start(), order, label)
        for order, label in enumerate((ANY_DATE, OTHER_DATE, DUE, DATED))
        for match in label.pattern.finditer(text)
    ]
    if not ends:
        return None
    if all(label is ANY_DATE for *_, label in ends) and len(text.split()) > 6:
        return None
    sure = [one for one in ends if one[3] is not ANY_DATE]
    if sure and max(ends)[3] is ANY_DATE and max(sure)[0] > max(ends)[0] - 14:
        return max(sure)[3]
    return max(ends, key=lambda one: one[:3])[3]


def iban_of(grid: Grid, document: str) -> Field | None:
    """The account to pay to: the first valid IBAN (ISO 13616), one that a label announces before others."""
    found: list[Printed] = []
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            for match in _IBAN.finditer(cell.text):
                value, stop = _valid_iban(match[0])
                labelled = "iban" in line.line.text.casefold() or "iban" in cell.text.casefold()
                if value:
                    words = words_of(cell, match.start(), match.start() + stop)
                    found.append(Printed(value, words, 1.0 + labelled - 0.001 * index))
    found += _over_lines(grid) if not found else []
    best = max(found, key=lambda one: one.weight, default=None)
    return None if best is None else field_of("iban", best.value, best.words, document)


def _over_lines(grid: Grid) -> list[Printed]:
    """Valid IBANs that begin at the end of a line and go on at the beginning of the next, in running text."""
    found: list[Printed] = []
    for line, following in itertools.pairwise(one for one in grid.lines if one.cells):
        last, first = line.cells[-1], following.cells[0]
        whole = f"{last.text} {first.text}"
        for match in _IBAN.finditer(whole):
            value, _ = _valid_iban(match[0])
            if value and iban_number.is_valid(value) and match.start() < len(last.text) < match.end():
                found.append(Printed(value, words_of(last, match.start(), len(last.text)), 1.0))
    return found


def _valid_iban(print_: str) -> tuple[str, int]:
    """The longest beginning of some print that is a valid IBAN, and its length in print; else that of its country's
    length, so that a wrong check digit can be shown; else nothing."""
    plain = re.sub(r"\s", "", print_)
    for stop in range(len(plain), 14, -1):
        try:
            iban_number.validate(plain[:stop])
        except ValidationError:
            continue
        return plain[:stop], len(print_)
    length = LENGTHS.get(plain[:2])
    return (plain[:length], len(print_)) if length and len(plain) == length else ("", 0)


LENGTHS = {
    "DE": 22, "FR": 27, "ES": 24, "GB": 22, "AT": 20, "CH": 21, "IT": 27, "NL": 18, "BE": 16, "LU": 20, "PT": 25,
    "PL": 28, "IE": 22, "DK": 18, "SE": 24, "FI": 18, "CZ": 24,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT, IBAN registry)."""
