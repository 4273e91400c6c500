"""A bill for electricity, gas, water or telephone, by which a business proves its address."""

from __future__ import annotations

import re
from dataclasses import replace

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.amount_prints import decimal_mark
from ocr.captions import Answer, Captions
from ocr.date_habit import day_first
from ocr.day_prints import days_in
from ocr.extract import Grid, field_of
from ocr.invoice_parties import buyer_named, sender_line
from ocr.invoice_table import listed
from ocr.invoice_words import NUMBER as INVOICE_NUMBER
from ocr.invoice_words import TITLE
from ocr.kind import Extract, Kind
from ocr.layout import Cell
from ocr.parse import Calendar
from ocr.text import Text, Word
from ocr.utility_amount import amount_due, due_is_told
from ocr.utility_captions import CAPTIONS
from ocr.utility_names import SENT, Named
from ocr.utility_parties import holder_of, provider_of
from ocr.utility_words import ACCOUNT, BILL, NAMED, SURELY, TRADE, distinct, supply_told
from ocr.wording import words_of

FIELDS = ("provider", "account_holder", "address", "bill_date", "amount_due")

_PLACE = re.compile(r"(?:[^\W\d_][^\W\d_ .\-/]{2,20},? (?:den |le |the )?)?")
"""What may stand before the day of a letter: the town it was written in."""


def evidence(text: Text) -> float:
    """Several things that only suppliers speak of, and that something is to be paid for them."""
    string = text.string
    supply = supply_told(string)
    if supply < 2 or BILL.search(string) is None or not due_is_told(Captions(Grid.of(text), CAPTIONS)):
        return 0.75 if supply >= 4 and BILL.search(string) is not None else 0.0
    if distinct(TRADE, string) >= 2 and NAMED.search(string) is None:
        return 0.4  # Goods on order: an invoice that charges for current or water among other things.
    if NAMED.search(string) is None and _is_for_work(text):
        return 0.4
    return 0.97 if supply >= 3 or ACCOUNT.search(string) else 0.75


def _is_for_work(text: Text) -> bool:
    """Whether it is an invoice for goods or work (an electrician's, for one): an invoice's number and recipient are
    named but no account or meter, or positions are listed by quantity and price."""
    string, grid = text.string, Grid.of(text)
    if INVOICE_NUMBER.search(string) is None or TITLE.search(string) is None:
        return False
    return (buyer_named(grid) and ACCOUNT.search(string) is None) or (listed(grid) and supply_told(string) < SURELY)


def extract(text: Text, document: str) -> Extract:
    """The fields by the bill's captions."""
    grid = Grid.of(text)
    captions = Captions(grid, CAPTIONS)
    found: dict[str, Field] = {}
    sent = sender_line(grid)
    provider = provider_of(captions, Named(*sent, SENT) if sent is not None else None)
    holder, address = holder_of(captions, provider)
    for name, told in (("provider", provider), ("account_holder", holder), ("address", address)):
        if told is not None:
            field = field_of(name, told.text, told.words, document)
            found[name] = replace(field, confidence=round(field.confidence * told.sure, 3))
    due = amount_due(captions, decimal_mark(text.string))
    if due is not None:
        found["amount_due"] = field_of("amount_due", str(due.value), due.words, document)
    day = _bill_date(captions, Calendar(day_first=day_first(text)))
    if day is not None:
        found["bill_date"] = field_of("bill_date", day[0], day[1], document)
    return Extract(fields=found)


def _bill_date(captions: Captions, calendar: Calendar) -> tuple[str, tuple[Word, ...]] | None:
    """The date behind its caption, else the only date of the head that no caption claims for something else."""
    for answer in captions.answers("date"):
        if _ends_another(captions, answer):
            continue
        days = list(days_in(answer.text, calendar))
        if len(days) == 1 or (days and days[0].start == 0 and answer.where == "inside"):
            cell = Cell(answer.words)
            first = next(days_in(cell.text, calendar), None)
            words = words_of(cell, first.start, first.end) if first is not None else answer.words
            return days[0].day.isoformat(), words
    loose = [
        (days[0].day.isoformat(), piece.words)
        for piece in captions.plain
        if piece.words[0].page == 1 and piece.box.top < 0.4
        if len(days := list(days_in(piece.value, calendar))) == 1 and _PLACE.fullmatch(piece.value[: days[0].start])
    ]
    return loose[0] if len({day for day, _ in loose}) == 1 else None


def _ends_another(captions: Captions, answer: Answer) -> bool:
    """Whether a plain `date` is the end of a longer caption, that of another day (Next meter reading date)."""
    pieces = captions.lines[answer.index]
    at = next((at for at, one in enumerate(pieces) if one is answer.caption), 0)
    before = pieces[at - 1] if at else None
    plain = answer.caption.label.strip().casefold() in ("date", "datum", "日期", "le")
    near = before is not None and answer.caption.box.left - before.box.right < 1.2 * before.box.height
    return plain and near and before is not None and before.bare


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
