"""An American wage and tax statement: Form W-2, one or several copies of it on a page.

Source: IRS, General Instructions for Forms W-2 and W-3: boxes a to f and 1 to 20; social security tax is 6.2 % of box 3
and Medicare tax 1.45 % of box 5.
"""

from __future__ import annotations

import re
from decimal import Decimal

from stdnum.exceptions import ValidationError
from stdnum.us import ein

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.extract import Grid, Label, field_of, money_of
from ocr.kind import Extract, Kind
from ocr.layout import below
from ocr.text import Text
from ocr.wording import Wording

FIELDS = ("employee_name", "employer_name", "tax_year", "employer_id", "employee_ssn", "wages", "federal_tax")
TITLE = Wording.of("wage and tax statement", "form w-2", "w-2 wage", "form w2")
ITEMS = Wording.of(
    "wages tips other compensation", "federal income tax withheld", "social security wages",
    "medicare wages and tips",
    "social security tax withheld", "medicare tax withheld", "employer identification number",
    "employee's social security number",
    "dependent care benefits", "nonqualified plans", "statutory employee", "state wages", "control number",
)  # fmt: skip
_AMOUNTS = {
    "wages": Label.of(r"(?:1\s+)?Wages,?\s*tips,?\s*(?:and\s+)?other\s*comp(?:ensation|\.)?"),
    "federal_tax": Label.of(r"(?:2\s+)?Federal\s*income\s*tax\s*withheld", r"(?:2\s+)?Fed\.?\s*income\s*tax"),
    "social_security_wages": Label.of(r"(?:3\s+)?Social\s*security\s*wages"),
    "social_security_tax": Label.of(r"(?:4\s+)?Social\s*security\s*tax\s*withheld"),
    "medicare_wages": Label.of(r"(?:5\s+)?Medicare\s*wages\s*and\s*tips"),
    "medicare_tax": Label.of(r"(?:6\s+)?Medicare\s*tax\s*withheld"),
}
_EMPLOYER = Label.of(r"(?:c\s+)?Employer.?s\s+name(?:,?\s*address,?\s*and\s*ZIP\s*code)?")
_EMPLOYEE = Label.of(
    r"(?:e(?:/f)?\s+)?Employee.?s\s+(?:first\s+)?name(?:,?\s*address,?\s*and\s*ZIP\s*code)?(?:\s*and\s*initial)?(?:\s*Last\s*name)?(?:\s*Suff\.?)?"
)
_LAST = Label.of("Last name")
_NAME = re.compile(r"[^\W_][\w&.,'’ \-/]{2,60}")
_EIN = re.compile(r"(?<![\d-])(\d{2}-\d{7})(?![\d-])")
_SSN = re.compile(r"(?<![\d-])((?:\d{3}|[Xx*]{3})-(?:\d{2}|[Xx*]{2})-\d{4})(?![\d-])")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_RATES = (
    ("social_security_wages", "social_security_tax", Decimal("0.062")),
    ("medicare_wages", "medicare_tax", Decimal("0.0145")),
)
TOLERANCE = Decimal("1.00")
"""Employers round the tax of every pay day."""


def evidence(text: Text) -> float:
    items = len({re.sub(r"\W", "", match.group().lower()) for match in ITEMS.pattern.finditer(text.string)})
    if TITLE.search(text.string):
        return 0.97 if items >= 3 else 0.4
    return 0.85 if items >= 5 else 0.0


def extract(text: Text, document: str) -> Extract:
    grid = Grid.of(text)
    found: dict[str, Field] = {}
    for name, label in _AMOUNTS.items():
        field = grid.find(name, label, money_of("."), document)
        if field is not None:
            found[name] = field
    for name, pattern in (("employer_id", _EIN), ("employee_ssn", _SSN)):
        match = text.search(pattern)
        if match is not None:
            found[name] = field_of(name, match.groups[0] or match.text, match.words, document)
    year = _year(text, document)
    if year is not None:
        found["tax_year"] = year
    for name, label in (("employer_name", _EMPLOYER), ("employee_name", _EMPLOYEE)):
        field = _name_below(grid, name, label, document)
        if field is not None:
            found[name] = field
    return Extract(fields=found, country="US")


def _name_below(grid: Grid, name: str, label: Label, document: str) -> Field | None:
    """The first print under a box's caption: boxes hold their value below what they are called."""
    for index, cell, _ in grid.labelled(label):
        following = [one.cells for one in grid.lines[index + 1 : index + 4] if one.page == grid.lines[index].page]
        for one in below(cell, following):
            if _NAME.fullmatch(one.text) and not ITEMS.search(one.text):
                return field_of(name, one.text.strip(" ,"), one.words, document)
    return None


def _year(text: Text, document: str) -> Field | None:
    """The year on the form's own line, else the one that is printed largest."""
    for line in text.lines:
        match = _YEAR.search(line.text) if TITLE.search(line.text) else None
        if match:
            words = [word for word in line.words if match.group(1) in word.text]
            return field_of("tax_year", match.group(1), words or list(line.words), document)
    years = [word for word in text.words if _YEAR.fullmatch(word.text.strip("."))]
    largest = max(years, key=lambda word: word.box.height, default=None)
    return None if largest is None else field_of("tax_year", largest.text.strip("."), [largest], document)


def check(document: Document) -> tuple[Finding, ...]:
    return (_rates(document), _employer_id(document))


def _rates(document: Document) -> Finding:
    """Boxes 4 and 6 are 6.2 % of box 3 and 1.45 % of box 5 (more above the threshold for additional Medicare tax)."""
    seen, wrong = 0, []
    for base, tax, rate in _RATES:
        wages, due = document.money(base), document.money(tax)
        if wages is None or due is None:
            continue
        seen += 1
        more = wages > 200_000 and tax == "medicare_tax"
        if due < wages * rate - TOLERANCE or (due > wages * rate + TOLERANCE and not more):
            wrong.append((tax, wages * rate, due))
    if not seen:
        reason = "Boxes 3 to 6 were not read."
        return Finding(check="w2_rates", result=CheckResult.COULD_NOT_RUN, reason=reason)
    return Finding(
        check="w2_rates",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail=f"The {wrong[0][0].replace('_', ' ')} is not its share of the wages." if wrong else "",
        items_seen=2 * seen,
        expected=f"{wrong[0][1]:.2f}" if wrong else "",
        actual=str(wrong[0][2]) if wrong else "",
        places=tuple(document.fields[tax].place for tax, *_ in wrong),
        innocent_causes=("A figure was misread.", "Tips on which the tax could not be withheld.") if wrong else (),
        action="Compare boxes 3 to 6 with the page." if wrong else "",
    )


def _employer_id(document: Document) -> Finding:
    field = document.fields.get("employer_id")
    if field is None:
        return Finding(
            check="employer_id", result=CheckResult.COULD_NOT_RUN, reason="The employer's number (box b) was not read."
        )
    try:
        ein.validate(field.value)
        wrong = False
    except ValidationError:
        wrong = True
    return Finding(
        check="employer_id",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail=f"The employer's number {field.value} begins with no prefix that the IRS gives out." if wrong else "",
        items_seen=1,
        actual=field.value if wrong else "",
        places=(field.place,),
        innocent_causes=("A digit was misread.",) if wrong else (),
        action="Compare the number with the page." if wrong else "",
    )


KIND = Kind(
    name="wage_statement",
    title="Wage and tax statement (W-2)",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
)
