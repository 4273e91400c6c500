"""A business's tax return: US Forms 1120, 1120-S, 1065 and Schedule C, China's VAT return, Britain's CT600."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.captions import Captions
from ocr.date_habit import day_first
from ocr.extract import Grid, field_of
from ocr.kind import Extract, Kind
from ocr.parse import Calendar
from ocr.tax_forms import FORMS, INSTRUCTIONS, REFERRED, TaxForm
from ocr.tax_head import VOCABULARY, party_fields, period_fields
from ocr.tax_lines import figure_of
from ocr.tax_signature import signature_fields
from ocr.text import Text
from ocr.vat_return import ROWS, row_of, sales

FIELDS = (
    "form", "tax_year", "period_start", "period_end", "legal_name", "tax_id", "gross_receipts", "cost_of_goods_sold",
    "gross_profit", "total_deductions", "net_income", "tax_due", "signed", "filed_on",
)  # fmt: skip


def evidence(text: Text) -> float:
    form = form_of(text)
    if form is None:
        return 0.0
    stated = sum(any(one.search(text.string) for one in some) for some in form.lines.values())
    headed = form.heading.search(text.string) is not None
    told = form.items.search(text.string) is not None
    return (
        0.97
        if headed and stated >= 2 and told
        else 0.8
        if headed and stated >= 2
        else 0.6
        if told and stated >= 4
        else 0.0
    )


def leads(text: Text) -> bool:
    """Whether a page goes before a return: a preparer's instructions for filing it."""
    return INSTRUCTIONS.search(text.string) is not None and any(one.heading.search(text.string) for one in FORMS)


def form_of(text: Text) -> TaxForm | None:
    """The return whose heading stands highest and is no sentence about it, else the one whose lines are met."""
    found = [(match.start(), at) for at, form in enumerate(FORMS) for match in form.heading.finditer(text.string)]
    headings = [one for one in found if not REFERRED.search(text.string[max(0, one[0] - 30) : one[0]])] or found
    if headings:
        return FORMS[min(headings)[1]]
    return next((form for form in FORMS if len(form.items.findall(text.string)) >= 2), None)


def extract(text: Text, document: str) -> Extract:
    form = form_of(text)
    if form is None or not text.words:
        return Extract()
    grid = Grid.of(text)
    habit = Calendar(day_first=day_first(text))
    found = {"form": _form_field(text, form, document), **dict(_figures(grid, form, document))}
    captions = Captions(grid, VOCABULARY)
    for some in (
        period_fields(grid, text, form, habit, document),
        party_fields(captions, form, document),
        signature_fields(grid, form, habit, document),
    ):
        for field in some:
            found.setdefault(field.name, field)
    return Extract(fields=found, country=form.country)


def _form_field(text: Text, form: TaxForm, document: str) -> Field:
    """The form's name where its heading stands; Chinese forms as their heading prints it."""
    heading = text.search(form.heading)
    words = heading.words[:4] if heading else text.words[:1]
    name = re.sub(r"\s", "", heading.text) if heading and form.country == "CN" else form.name
    return field_of("form", name, words, document)


def _figures(grid: Grid, form: TaxForm, document: str) -> Iterator[tuple[str, Field]]:
    """The figures of the return's lines, by field."""
    if form.country == "CN":
        rows = {"gross_receipts": sales(grid), **{name: row_of(grid, one) for name, one in ROWS.items()}}
        rows["tax_due"] = rows["still_due"] or rows["tax_total"]
        told = {name: (row.value, row.words) for name, row in rows.items() if row is not None}
    else:
        lines = {name: figure_of(grid, wordings) for name, wordings in form.lines.items()}
        told = {name: (line.value, line.words) for name, line in lines.items() if line is not None}
    for name, (value, words) in told.items():
        yield name, field_of(name, str(value), words, document)


def check(document: Document) -> tuple[Finding, ...]:
    if "still_due" in document.fields:
        return (_difference(document, "return_tax_due", ("tax_total", "prepaid"), "tax_due"),)
    gross = ("gross_receipts", "returns", "cost_of_goods_sold")
    return (
        _difference(document, "return_gross_profit", gross, "gross_profit"),
        _difference(document, "return_net_income", ("total_income", "total_deductions", "home"), "net_income"),
    )


_OPTIONAL = ("returns", "home", "prepaid")
"""Lines that most returns leave empty."""


def _difference(document: Document, check_id: str, whole_and_less: tuple[str, ...], rest: str) -> Finding:
    """The first line less the others is the last one; lines that may be empty count when they are filled in."""
    values = {name: document.money(name) for name in (*whole_and_less, rest)}
    names = [name for name, value in values.items() if value is not None]
    if any(value is None and name not in _OPTIONAL for name, value in values.items()):
        reason = f"Not all of {', '.join(one.replace('_', ' ') for one in values)} are printed or were read."
        return Finding(check=check_id, result=CheckResult.COULD_NOT_RUN, reason=reason)
    first, *less = (values[name] or Decimal(0) for name in whole_and_less)
    made, printed = first - sum(less), values[rest] or Decimal(0)
    wrong = abs(made - printed) > 1
    said = f"{whole_and_less[0]} less {' and '.join(names[1:-1])} is not the {rest}.".replace("_", " ").capitalize()
    return Finding(
        check=check_id,
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail=said if wrong else "",
        items_seen=len(names),
        expected=str(made) if wrong else "",
        actual=str(printed) if wrong else "",
        places=tuple(document.fields[name].place for name in names),
        innocent_causes=("A line between them was filled in and not read.", "A figure was misread.") if wrong else (),
        action="Compare the lines with the page." if wrong else "",
    )


KIND = Kind(
    name="tax_return",
    title="Tax return",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    continues=True,
    leads=leads,
)
