"""A business's tax return: US Forms 1120, 1120-S, 1065 and Schedule C, China's VAT return, Britain's CT600."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.date_habit import day_first
from ocr.extract import Grid, GridLine, Label, field_of, text_of
from ocr.kind import Extract, Kind
from ocr.layout import below
from ocr.parse import Calendar, date, money
from ocr.printed_dates import dates_in
from ocr.tax_forms import FORMS, TaxForm
from ocr.text import Text, Word

FIELDS = (
    "form", "tax_year", "period_start", "period_end", "legal_name", "tax_id", "gross_receipts", "cost_of_goods_sold",
    "gross_profit", "total_deductions", "net_income", "tax_due", "signed", "filed_on",
)  # fmt: skip
_YEAR = re.compile(r"(?i)(?:calendar\s+year|tax\s+year|for\s+(?:the\s+)?year)\D{0,14}(20[0-4]\d)")
_BARE_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_EIN = re.compile(r"(?<![\d-])(\d{2}-\d{7})(?![\d-])")
_SSN = re.compile(r"(?<![\d-])(\d{3}-\d{2}-\d{4})(?![\d-])")
_UTR = re.compile(r"(?i)(?:UTR|tax reference|unique taxpayer reference)\D{0,20}(\d{10})(?!\d)")
_USCC = re.compile(r"(?<![0-9A-Z])([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])")
_PERIOD = re.compile(r"(?i)(?:beginning|税款所属(?:时间|期)[:：]?\s*自?|period from|from)\s*")
_NAME = Label.of(
    "Name of (?:corporation|partnership|proprietor|company)", "Company name", r"Name(?: of business)?", "Business name",
    "纳税人名称", "名称",
)  # fmt: skip
_SIGN = re.compile(r"(?i)sign\s*here|signature of|signed|declaration|声明人|签字|签章")
_LINE_NUMBER = re.compile(r"\d{1,2}[a-z]?\b\.?")
_FORM_DATE = Label.of("Date", "Date signed", "Date filed", "Filed on", "填表日期", "申报日期", "受理日期")


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


def form_of(text: Text) -> TaxForm | None:
    """The return whose heading stands highest, else the one whose lines are met."""
    headed = [(match.start(), at, form) for at, form in enumerate(FORMS) if (match := form.heading.search(text.string))]
    if headed:
        first = min(start for start, *_ in headed)
        near = [one for one in headed if one[0] < first + 400]
        return min(near, key=lambda one: one[1])[2]
    return next((form for form in FORMS if len(form.items.findall(text.string)) >= 2), None)


def extract(text: Text, document: str) -> Extract:
    form = form_of(text)
    if form is None or not text.words:
        return Extract()
    grid = Grid.of(text)
    heading = text.search(form.heading)
    words = heading.words[:4] if heading else text.words[:1]
    found = {"form": field_of("form", form.name, words, document)}
    for name, patterns in form.lines.items():
        field = _amount(grid, patterns, name, document)
        if field is not None:
            found[name] = field
    for some in (
        _periods(text, document, form),
        _parties(grid, text, document, form),
        _signature(grid, text, document),
    ):
        for field in some:
            found.setdefault(field.name, field)
    return Extract(fields=found, country=form.country)


def _amount(grid: Grid, patterns: Sequence[re.Pattern[str]], name: str, document: str) -> Field | None:
    """The figure at the far right of a line that says so, or of the line that its wording runs on to."""
    for pattern in patterns:
        for index, line in enumerate(grid.lines):
            if not pattern.search(line.text):
                continue
            for one in (line, *grid.lines[index + 1 : index + 2]):
                told = _rightmost(one) if one.page == line.page else None
                if told is not None:
                    return field_of(name, str(told[0]), told[1], document)
                if one is line and index + 1 < len(grid.lines) and _begins_an_item(grid.lines[index + 1]):
                    break
    return None


def _begins_an_item(line: GridLine) -> bool:
    return _LINE_NUMBER.match(line.text.strip()) is not None


def _rightmost(line: GridLine) -> tuple[Decimal, tuple[Word, ...]] | None:
    """The last amount of a line that is no line number: those stand again before the box of the figure."""
    words = [word for cell in line.cells for word in cell.words]
    for count in (1, 2):
        tail = tuple(words[-count:])
        print_ = " ".join(word.text for word in tail).strip().rstrip(".")
        value = money(print_.strip(" $")) if print_ else None
        if value is None or (len(words) > 1 and re.fullmatch(r"\d{1,2}[a-z]?", print_)):
            continue
        if tail[0].box.left > 0.45 or len(words) <= 3:
            return value, tail
    return None


def _periods(text: Text, document: str, form: TaxForm) -> Iterator[Field]:
    """The year that the return is for, and the days that it names as beginning and end."""
    habit = Calendar(day_first=day_first(text))
    start = text.search(_PERIOD)
    days = list(dates_in(text))
    if start is not None:
        line = next(line for line in text.lines if start.words[0] in line.words)
        own = [one for one in days if one.match.words[0] in line.words]
        pair = [(date(one.match.text, habit) or one.days[0], one.match.words) for one in own[:2]]
        if len(pair) == 2 and pair[0][0] < pair[1][0]:
            for name, (day, words) in zip(("period_start", "period_end"), pair, strict=True):
                yield field_of(name, day.isoformat(), words, document)
            yield field_of("tax_year", str(pair[0][0].year), pair[0][1], document)
            return
    named = text.search(_YEAR)
    year = (named.groups[0], named.words) if named else _largest_year(text)
    if year is None or year[0] is None:
        return
    yield field_of("tax_year", year[0], year[1], document)
    if form.country == "US":
        for name, ends in (("period_start", f"{year[0]}-01-01"), ("period_end", f"{year[0]}-12-31")):
            yield field_of(name, ends, year[1], document, note="the calendar year that the return names")


def _largest_year(text: Text) -> tuple[str | None, Sequence[Word]] | None:
    years = [word for word in text.words if _BARE_YEAR.fullmatch(word.text.strip("().,"))]
    largest = max(years, key=lambda word: word.box.height, default=None)
    return None if largest is None else (largest.text.strip("().,"), [largest])


def _parties(grid: Grid, text: Text, document: str, form: TaxForm) -> Iterator[Field]:
    named = grid.find("legal_name", _NAME, text_of(r"[^\W_][^:]{2,80}"), document)
    below_first = _name_below(grid, document)
    field = below_first or named
    if field is not None:
        yield field
    patterns = {"US": (_EIN, _SSN), "CN": (_USCC,), "GB": (_UTR,)}[form.country]
    for pattern in patterns:
        match = text.search(pattern)
        if match is not None:
            yield field_of("tax_id", match.groups[0] or "", match.words, document)
            return


def _name_below(grid: Grid, document: str) -> Field | None:
    """Forms in boxes print the name below its caption, unless it follows a colon."""
    for index, cell, rest in grid.labelled(_NAME):
        if rest.strip(" :："):
            continue
        following = [one.cells for one in grid.lines[index + 1 : index + 4] if one.page == grid.lines[index].page]
        for one in below(cell, following):
            if re.fullmatch(r"[^\W_][\w&.,'’ \-/()]{2,80}", one.text) and not re.search(
                r"(?i)number|street|address", one.text
            ):
                return field_of("legal_name", one.text.strip(" ,"), one.words, document)
    return None


def _signature(grid: Grid, text: Text, document: str) -> Iterator[Field]:
    """Signed when a date stands with the signature; without one nothing is said."""
    habit = Calendar(day_first=day_first(text))
    for index, line in enumerate(grid.lines):
        if not _SIGN.search(line.text):
            continue
        near = [one for one in grid.lines[index : index + 4] if one.page == line.page]
        words = {id(word) for one in near for word in one.line.words}
        dated = next((one for one in dates_in(text) if id(one.match.words[0]) in words), None)
        if dated is not None:
            day: dt.date = date(dated.match.text, habit) or dated.days[0]
            yield field_of("signed", "yes", dated.match.words, document)
            yield field_of("filed_on", day.isoformat(), dated.match.words, document)
            return
    for index, cell, rest in grid.labelled(_FORM_DATE):
        beside = [one.text for one in grid.lines[index].cells if one.box.left > cell.box.right][:1]
        for print_ in (rest, *beside):
            day_read = date(print_.strip(" :："), habit)
            if day_read is not None:
                yield field_of("filed_on", day_read.isoformat(), cell.words, document)
                return


def check(document: Document) -> tuple[Finding, ...]:
    return (_difference(document, "return_gross_profit", "gross_receipts", "cost_of_goods_sold", "gross_profit"),)


def _difference(document: Document, check_id: str, whole: str, less: str, rest: str) -> Finding:
    """Receipts less cost of goods sold is gross profit; returns and allowances may stand between."""
    values = [document.money(name) for name in (whole, less, rest)]
    if any(value is None for value in values):
        reason = "Gross receipts, cost of goods sold or gross profit is not printed or was not read."
        return Finding(check=check_id, result=CheckResult.COULD_NOT_RUN, reason=reason)
    one, other, third = (value or Decimal(0) for value in values)
    wrong = abs(one - other - third) > 1
    return Finding(
        check=check_id,
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail="Gross receipts less cost of goods sold is not the gross profit." if wrong else "",
        items_seen=3,
        expected=str(one - other) if wrong else "",
        actual=str(third) if wrong else "",
        places=tuple(document.fields[name].place for name in (whole, less, rest)),
        innocent_causes=("Returns and allowances (line 1b) were deducted.", "A figure was misread.") if wrong else (),
        action="Compare lines 1a to 3 with the page." if wrong else "",
    )


KIND = Kind(
    name="tax_return",
    title="Tax return",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    continues=True,
)
