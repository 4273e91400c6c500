"""A bill for electricity, gas, water or telephone, by which a business proves its address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.date_habit import day_first
from ocr.extract import Grid, field_of
from ocr.invoice_parties import blocks_of, parties_of
from ocr.kind import Extract, Kind
from ocr.layout import Cell
from ocr.parse import Calendar, date
from ocr.pay_head import employer_of
from ocr.pay_table import amounts_of
from ocr.printed_dates import dates_in
from ocr.text import Text, Word
from ocr.utility_words import ADDRESS, AMOUNT_DUE, BILL, BILL_DATE, HOLDER, SUPPLY
from ocr.wording import Wording

FIELDS = ("provider", "account_holder", "address", "bill_date", "amount_due")
MOST_ADDRESS_LINES = 5
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|(?<!\d)\d{5}\s+[^\W\d_]{2,}", re.IGNORECASE
)
_HOUSE = re.compile(r"\d")
Named = tuple[str, tuple[Word, ...]]


def evidence(text: Text) -> float:
    """Several things that only suppliers speak of, and that something is to be paid for them."""
    string = text.string
    supply = len({re.sub(r"\W", "", match.group().casefold()) for match in SUPPLY.pattern.finditer(string)})
    bill, due = BILL.search(string) is not None, AMOUNT_DUE.search(string) is not None
    if supply >= 3 and bill and due:
        return 0.97
    return 0.75 if supply >= 4 and (bill or due) else 0.0


def extract(text: Text, document: str) -> Extract:
    grid = Grid.of(text)
    found: dict[str, Field] = {}
    holder, address = _holder(grid)
    for name, told in (("provider", _provider(grid)), ("account_holder", holder), ("address", address)):
        if told is not None:
            found[name] = field_of(name, told[0], told[1], document)
    due = amounts_of(grid, AMOUNT_DUE, _mark(text))
    if due:
        # The amount is printed several times; where the prints differ, the last line of the sum is the one to pay.
        values = [one.value for one in due]
        chosen = max(due, key=lambda one: (values.count(one.value), -values.index(one.value)))
        found["amount_due"] = field_of("amount_due", str(chosen.value), chosen.words, document)
    day = _bill_date(grid, text)
    if day is not None:
        found["bill_date"] = field_of("bill_date", day[0].isoformat(), day[1], document)
    return Extract(fields=found)


def _mark(text: Text) -> str:
    points = len(re.findall(r"\d\.\d{2}(?!\d)", text.string))
    commas = len(re.findall(r"\d,\d{2}(?!\d)", text.string))
    return "," if commas > points else "." if points else ""


def _provider(grid: Grid) -> Named | None:
    seller, _ = parties_of(grid)
    return employer_of(grid) or (None if seller is None else (seller.name, seller.words))


def _holder(grid: Grid) -> tuple[Named | None, Named | None]:
    """The name and the address: behind their labels, else the first block that ends like an address."""
    named, placed = _labelled(grid, HOLDER), _labelled_block(grid, ADDRESS)
    if named is None or placed is None:
        for block in blocks_of(grid):
            lines = block.cells[: MOST_ADDRESS_LINES + 1]
            ends = next((at for at, one in enumerate(lines) if at and _POSTCODE.search(one.text)), None)
            if ends is None or any(":" in one.text for one in lines[: ends + 1]) or _is_provider(grid, lines[0]):
                continue
            named = named or (lines[0].text.strip(" ,"), lines[0].words)
            placed = placed or _joined(lines[1 : ends + 1])
            break
    return named, placed


def _is_provider(grid: Grid, cell: Cell) -> bool:
    provider = _provider(grid)
    return provider is not None and provider[0].casefold() in cell.text.casefold()


def _joined(cells: tuple[Cell, ...]) -> Named:
    return ", ".join(one.text.strip(" ,") for one in cells), tuple(word for one in cells for word in one.words)


def _labelled(grid: Grid, label: Wording) -> Named | None:
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is None:
                continue
            inside = rest.strip(" :：")
            if inside and re.match(r"\s*[:：]|\s*[\u4e00-\u9fff]", rest) and not _HOUSE.search(inside):
                return inside, cell.words
            near = [one for one in line.cells if one.box.left > cell.box.right][:1] or list(_under(grid, index, cell))[
                :1
            ]
            if not inside and near and not _HOUSE.search(near[0].text) and len(near[0].text) > 1:
                return near[0].text.strip(" :"), near[0].words
    return None


def _labelled_block(grid: Grid, label: Wording) -> Named | None:
    """An address behind its label, with the lines of it below, up to a postcode."""
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is None:
                continue
            inside = rest.strip(" :：")
            first = [cell] if inside else [one for one in line.cells if one.box.left > cell.box.right][:1]
            text = inside or (first[0].text.strip(" :") if first else "")
            taken, words = ([text], list(first[0].words)) if text else ([], [])
            column = first[0] if first and not inside else cell
            for one in _under(grid, index, column):
                if _POSTCODE.search(" ".join(taken)) or len(taken) >= MOST_ADDRESS_LINES or ":" in one.text:
                    break
                taken.append(one.text.strip(" ,"))
                words += one.words
                if not first and not inside and len(taken) == 1 and not _HOUSE.search(one.text) and len(one.text) < 3:
                    break
            whole = ", ".join(part.strip(" ,") for part in taken)
            if _HOUSE.search(whole) and len(whole) >= 6:
                return (whole if _POSTCODE.search(whole) or not text else text, tuple(words))
    return None


def _under(grid: Grid, index: int, cell: Cell) -> Iterator[Cell]:
    """The cells that begin where a cell begins, line below line without a gap."""
    bottom = cell.box.bottom
    for line in grid.lines[index + 1 : index + 1 + MOST_ADDRESS_LINES]:
        one = next((one for one in line.cells if abs(one.box.left - cell.box.left) < 0.02), None)
        if line.page != cell.page or one is None or one.box.top - bottom > 1.6 * cell.box.height:
            return
        bottom = one.box.bottom
        yield one


def _bill_date(grid: Grid, text: Text) -> tuple[dt.date, tuple[Word, ...]] | None:
    habit = Calendar(day_first=day_first(text))
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = BILL_DATE.after(cell.text)
            if rest is None:
                continue
            near = [one for one in line.cells if one.box.left > cell.box.right][:1]
            for print_, words in (
                (rest, cell.words),
                *((one.text, one.words) for one in (*near, *list(_under(grid, index, cell))[:1])),
            ):
                day = date(print_.strip(" :：.-"), habit)
                if day is not None and day.year >= 1990:
                    return day, words
    first = next(iter(dates_in(text)), None)
    dates = list(dates_in(text))
    return (first.days[0], first.match.words) if first is not None and len(dates) == 1 else None


def check(document: Document) -> tuple[Finding, ...]:
    """A bill proves an address only with a name, an address and a date."""
    missing = [name for name in ("account_holder", "address", "bill_date") if name not in document.fields]
    return (
        Finding(
            check="proof_of_address",
            result=CheckResult.FOUND if missing else CheckResult.NOT_FOUND,
            severity=Severity.LOW if missing else Severity.INFO,
            detail=f"The bill's {', '.join(missing).replace('_', ' ')} could not be read." if missing else "",
            items_seen=3,
            innocent_causes=("A page is missing.", "The bill is laid out in an unusual way.") if missing else (),
            action="Look for them on the bill; ask for its first page." if missing else "",
        ),
    )


KIND = Kind(
    name="utility_bill",
    title="Utility bill",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    continues=True,
)
