"""A payslip: what one employee was paid for one period (British and American payslips, German Entgeltabrechnung,
Chinese 工资单)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.date_habit import day_first
from ocr.extract import Grid, field_of
from ocr.kind import Extract, Kind
from ocr.parse import Calendar, date
from ocr.pay_head import employee_of, employer_of
from ocr.pay_table import Amount, amounts_of, that_add_up
from ocr.pay_words import (
    DEDUCTIONS,
    GROSS,
    NET,
    OTHERS,
    PAY_DATE,
    PERIOD,
    PERIOD_END,
    PERIOD_START,
    TITLE,
)
from ocr.printed_dates import dates_in, month_of
from ocr.text import Text
from ocr.wording import Wording

FIELDS = (
    "employee_name", "employer_name", "pay_date", "period_start", "period_end", "gross_pay", "deductions", "net_pay",
    "ytd_gross", "ytd_net",
)  # fmt: skip
_MONTH_YEAR = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})\.?[ \-/]*((?:19|20)\d{2})(?!\d)")
_CHINESE_MONTH = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d{1,2}\s*日)")
_NUMBER_MONTH = re.compile(r"(?<!\d)(\d{1,2})[/.\-]((?:19|20)\d{2})(?!\d)")


def evidence(text: Text) -> float:
    """The title with gross or net pay; without a title, both with what only payslips tell."""
    string = text.string
    title = TITLE.search(string) is not None
    gross, net = GROSS.search(string) is not None, NET.search(string) is not None
    others = len({match.group().lower() for match in OTHERS.pattern.finditer(string)})
    if title and (gross or net) and others >= 2:
        return 0.95
    if gross and net and others >= 5:
        return 0.85
    return 0.6 if title and others >= 3 else 0.0


def extract(text: Text, document: str) -> Extract:
    grid = Grid.of(text)
    mark = decimal_mark(text)
    gross, cuts, net = (amounts_of(grid, label, mark) for label in (GROSS, DEDUCTIONS, NET))
    found = {name: field_of(name, str(one.value), one.words, document) for name, one in _figures(gross, cuts, net)}
    found |= dict(_dates(grid, text, document))
    for name, party in (("employee_name", employee_of(grid)), ("employer_name", employer_of(grid))):
        if party is not None:
            found[name] = field_of(name, party[0], party[1], document)
    return Extract(fields=found)


def decimal_mark(text: Text) -> str:
    """The decimal mark that most amounts with two places are printed with."""
    points = len(re.findall(r"\d\.\d{2}(?!\d)", text.string))
    commas = len(re.findall(r"\d,\d{2}(?!\d)", text.string))
    return "," if commas > points else "." if points else ""


def _figures(
    gross: tuple[Amount, ...], cuts: tuple[Amount, ...], net: tuple[Amount, ...]
) -> Iterator[tuple[str, Amount]]:
    """This period's figures that add up, else the first of each; and the year's so far."""
    now = [tuple(one for one in some if not one.to_date) for some in (gross, cuts, net)]
    fitting = that_add_up(*now)
    chosen = fitting or tuple(some[0] if some else None for some in now)
    for name, one in zip(("gross_pay", "deductions", "net_pay"), chosen, strict=True):
        if one is not None:
            yield name, Amount(abs(one.value) if name == "deductions" else one.value, one.words, one.to_date)
    for name, some in (("ytd_gross", gross), ("ytd_net", net)):
        so_far = next((one for one in some if one.to_date), None)
        if so_far is not None:
            yield name, so_far


def _dates(grid: Grid, text: Text, document: str) -> Iterator[tuple[str, Field]]:
    habit = Calendar(day_first=day_first(text))
    for name, label in (("pay_date", PAY_DATE), ("period_start", PERIOD_START), ("period_end", PERIOD_END)):
        found = _day_after(grid, label, habit, document, name)
        if found is not None:
            yield name, found
    yield from _period(grid, text, habit, document)


def _day_after(grid: Grid, label: Wording, habit: Calendar, document: str, name: str) -> Field | None:
    """The date behind a label in its cell, in the next cell, or below it."""
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is None:
                continue
            near = [one for one in line.cells if one.box.left > cell.box.right][:1]
            under = [
                one
                for other in grid.lines[index + 1 : index + 3]
                for one in other.cells
                if one.box.left < cell.box.right and cell.box.left < one.box.right
            ][:1]
            for print_, words in ((rest, cell.words), *((one.text, one.words) for one in (*near, *under))):
                day = date(print_.strip(" :.-"), habit)
                if day is not None and 1990 <= day.year <= 2100:
                    return field_of(name, day.isoformat(), words, document, raw=print_.strip(" :"))
    return None


def _period(grid: Grid, text: Text, habit: Calendar, document: str) -> Iterator[tuple[str, Field]]:
    """Two dates behind the label of the period, or the month that it names; a title may name the month as well."""
    for index, line in enumerate(grid.lines):
        labelled = next((cell for cell in line.cells if PERIOD.after(cell.text) is not None), None)
        if labelled is None and not TITLE.search(line.text) and not _CHINESE_MONTH.search(line.text):
            continue
        own = [one for one in dates_in(Text(text.pages)) if one.match.words[0] in line.line.words]
        days = [_by_habit(one.days[0], one.match.text, habit) for one in own]
        if labelled is not None and len(days) == 2 and days[0] < days[1]:
            for name, day, one in zip(("period_start", "period_end"), days, own, strict=True):
                yield name, field_of(name, day.isoformat(), one.match.words, document)
            return
        month = _month(line.text) or (_month(_next(grid, index)) if labelled is not None else None)
        if month is not None and not own:
            last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
            for name, day in (("period_start", month), ("period_end", last)):
                yield name, field_of(name, day.isoformat(), line.line.words, document, note="from the month it names")
            return


def _by_habit(day: dt.date, print_: str, habit: Calendar) -> dt.date:
    return date(print_, habit) or day


def _next(grid: Grid, index: int) -> str:
    return grid.lines[index + 1].text if index + 1 < len(grid.lines) else ""


def _month(print_: str) -> dt.date | None:
    """The first day of a month that a print names: March 2026, 03/2026, 2026年3月."""
    chinese = _CHINESE_MONTH.search(print_)
    if chinese:
        return _first(int(chinese.group(1)), int(chinese.group(2)))
    for match in _MONTH_YEAR.finditer(print_):
        number = month_of(match.group(1))
        if number is not None:
            return _first(int(match.group(2)), number)
    numbers = _NUMBER_MONTH.search(print_)
    return _first(int(numbers.group(2)), int(numbers.group(1))) if numbers else None


def _first(year: int, month: int) -> dt.date | None:
    return dt.date(year, month, 1) if 1 <= month <= 12 else None


def check(document: Document) -> tuple[Finding, ...]:
    return (_net_pay(document), _to_date(document))


def _net_pay(document: Document) -> Finding:
    """Gross pay less deductions is net pay."""
    gross, cuts, net = (document.money(name) for name in ("gross_pay", "deductions", "net_pay"))
    if gross is None or cuts is None or net is None:
        reason = "Gross pay, deductions or net pay is not printed or was not read."
        return Finding(check="gross_less_deductions", result=CheckResult.COULD_NOT_RUN, reason=reason)
    right = gross - cuts == net
    return Finding(
        check="gross_less_deductions",
        result=CheckResult.NOT_FOUND if right else CheckResult.FOUND,
        severity=Severity.INFO if right else Severity.MEDIUM,
        detail="" if right else "Gross pay less deductions is not net pay.",
        items_seen=3,
        expected="" if right else str(gross - cuts),
        actual="" if right else str(net),
        places=tuple(document.fields[name].place for name in ("gross_pay", "deductions", "net_pay")),
        innocent_causes=() if right else ("A figure was misread.", "Expenses were paid along with the wage."),
        action="" if right else "Add the payments and the deductions up beside the page.",
    )


def _to_date(document: Document) -> Finding:
    """What was paid this year is no less than what was paid in this period."""
    pairs = [
        (document.money(now), document.money(year))
        for now, year in (("gross_pay", "ytd_gross"), ("net_pay", "ytd_net"))
    ]
    known = [(now, year) for now, year in pairs if now is not None and year is not None]
    if not known:
        reason = "The payslip shows no figures of the year to date."
        return Finding(check="year_to_date", result=CheckResult.COULD_NOT_RUN, reason=reason)
    less = [(now, year) for now, year in known if year < now]
    return Finding(
        check="year_to_date",
        result=CheckResult.FOUND if less else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if less else Severity.INFO,
        detail="The year's figure is less than the period's." if less else "",
        items_seen=len(known),
        expected=str(less[0][0]) if less else "",
        actual=str(less[0][1]) if less else "",
        innocent_causes=("A column was misread.", "A correction of earlier months.") if less else (),
        action="Compare with the payslip of the month before." if less else "",
    )


KIND = Kind(name="payslip", title="Payslip", evidence=evidence, extract=extract, check=check, fields=FIELDS)
