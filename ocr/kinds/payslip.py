"""A payslip: what one employee was paid for one period (British and American payslips, German Entgeltabrechnung,
Chinese 工资单)."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import CheckResult, Document, Finding, Severity
from ocr.amount_prints import decimal_mark
from ocr.captions import Captions
from ocr.date_habit import day_first
from ocr.extract import Grid, field_of
from ocr.invoice_parties import sender_line
from ocr.kind import Extract, Kind
from ocr.parse import Calendar
from ocr.pay_captions import CAPTIONS
from ocr.pay_dates import date_fields
from ocr.pay_head import employee_of, employer_of
from ocr.pay_sections import section_amounts, sections
from ocr.pay_table import Amount, amounts_of, of_parts, that_add_up
from ocr.pay_words import GROSS, NET, OTHERS, PAID, TITLE
from ocr.text import Text

FIELDS = (
    "employee_name", "employer_name", "pay_date", "period_start", "period_end", "gross_pay", "deductions", "net_pay",
    "ytd_gross", "ytd_net",
)  # fmt: skip
SORTS = ("gross", "deductions", "parts", "paid", "net")
"""What a slip's sums are of; `parts` make up the deductions."""


def evidence(text: Text) -> float:
    """The title with gross or net pay; without a title, both with what only payslips tell."""
    string = text.string
    title = TITLE.search(string) is not None
    gross = GROSS.search(string) is not None
    net = NET.search(string) is not None or PAID.search(string) is not None
    others = len({match.group().lower() for match in OTHERS.pattern.finditer(string)})
    if title and (gross or net) and others >= 2:
        return 0.95
    if gross and net and others >= 5:
        return 0.85
    return 0.6 if title and others >= 3 else 0.0


def extract(text: Text, document: str) -> Extract:
    """The fields by the slip's captions."""
    grid = Grid.of(text)
    captions = Captions(grid, CAPTIONS)
    found = {
        name: field_of(name, str(one.value), one.words, document)
        for name, one in _figures(captions, decimal_mark(text.string))
    }
    found |= dict(date_fields(captions, Calendar(day_first=day_first(text)), document))
    employer = employer_of(captions) or sender_line(grid)
    for name, party in (("employee_name", employee_of(captions, employer)), ("employer_name", employer)):
        if party is not None:
            found[name] = field_of(name, party[0], party[1], document)
    return Extract(fields=found)


def _figures(captions: Captions, mark: str) -> Iterator[tuple[str, Amount]]:
    """This period's figures that add up, else the first of each; and the year's so far."""
    headed = tuple(sections(captions))
    sums = {name: section_amounts(captions, headed, name, mark) for name in SORTS}
    gross, cuts, parts, paid, net = ((*amounts_of(captions, name, mark), *sums[name]) for name in SORTS)
    now = [tuple(one for one in some if not one.to_date) for some in (gross, cuts, (*paid, *net))]
    whole = of_parts(now[0], [one for one in (*parts, *cuts) if not one.to_date], now[2])
    fitting = that_add_up(*now) or (that_add_up(now[0], (whole,), now[2]) if whole is not None else None)
    # A sum that the heading of a column above gives to the year is this period's when it is gross less deductions.
    fitting = fitting or that_add_up(now[0], now[1], (*paid, *net))
    chosen = fitting or tuple(some[0] if some else None for some in now)
    out = next((one for one in paid if not one.to_date), None)
    partial = None not in chosen and chosen[1] in sums["deductions"]
    if not fitting and partial:
        chosen = (chosen[0], None, chosen[2])  # The sum of some deductions only.
    if fitting and out is not None and out.value != fitting[2].value:
        # Taxes at source or savings come off between the net pay and what is paid out; for the check alone.
        yield "net_before", fitting[2]
        chosen = (*fitting[:2], out)
    for name, one in zip(("gross_pay", "deductions", "net_pay"), chosen, strict=True):
        if one is not None:
            yield name, Amount(abs(one.value) if name == "deductions" else one.value, one.words, one.to_date)
    for name, some in (("ytd_gross", gross), ("ytd_net", (*paid, *net))):
        so_far = next((one for one in some if one.to_date and one not in chosen), None)
        if so_far is not None:
            yield name, so_far


def check(document: Document) -> tuple[Finding, ...]:
    return (_net_pay(document), _to_date(document))


def _net_pay(document: Document) -> Finding:
    """Gross pay less deductions is net pay."""
    gross, cuts, net = (document.money(name) for name in ("gross_pay", "deductions", "net_pay"))
    net = document.money("net_before") or net
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
