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
from ocr.amount_prints import amounts_in
from ocr.captions import Captions
from ocr.extract import Grid, field_of
from ocr.kind import Extract, Kind
from ocr.text import Text, Word, join
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
_BOXES = {
    "wages": Wording.of(
        *("wages tips other compensation", "wages, tips, other compensation", "wages, tips, other comp"),
        *("wages, tips, and other compensation", "wages tips and other compensation", "wages, tips & other comp"),
        *("wages, tips, and other comp",),
    ),
    "federal_tax": Wording.of(
        *("federal income tax withheld", "fed income tax withheld", "federal income tax", "fed. income tax withheld"),
        *("federal tax withheld",),
    ),
    "social_security_wages": Wording.of("social security wages", "soc sec wages"),
    "social_security_tax": Wording.of("social security tax withheld", "soc sec tax withheld", "social security tax"),
    "medicare_wages": Wording.of("medicare wages and tips", "medicare wages & tips", "medicare wages"),
    "medicare_tax": Wording.of("medicare tax withheld", "medicare tax"),
}
_PLAIN = {
    "employer_id": Wording.of(
        *("employer identification number", "employer identification number (ein)", "employer id number"),
        *("employer id number (ein)", "employer's fed id number", "employer's federal id number", "ein"),
        *("employer's identification number", "employer's id number", "fed id number", "employer ein"),
    ),
    "employee_ssn": Wording.of(
        *("employee's social security number", "employee's soc sec no", "employee's ssa number", "employee's ssn"),
        *("employee social security number", "employee's soc. sec. no", "employee's soc sec number", "ssn"),
    ),
    "employer_name": Wording.of(
        *("employer's name, address, and zip code", "employer's name, address and zip code", "employer's name"),
        *("employer name, address, and zip code", "employer's name and address", "employer name"),
        *("employer's name, address, zip code", "employer name and address"),
    ),
    "employee_name": Wording.of(
        *("employee's name, address, and zip code", "employee's name, address and zip code", "employee's name"),
        *("employee's first name and initial", "employee's name (first, initial, last)", "employee's first name"),
        *("employee name", "employee's first name, initial, last name", "employee's name and address"),
        *("employee's name, address, zip code", "employee's first name and middle initial", "employee first name"),
    ),
    "last_name": Wording.of("last name", "employee's last name"),
    "suffix": Wording.of("suff", "suffix"),
    "address": Wording.of(
        *("employee's address and zip code", "employee's address", "employer's address", "employee address"),
    ),
    "other": Wording.of(
        *("social security tips", "allocated tips", "dependent care benefits", "nonqualified plans", "control number"),
        *("see instructions for box 12", "statutory employee", "retirement plan", "third party sick pay", "state"),
        *("employer's state id number", "employer's state id no", "state wages, tips, etc", "state income tax"),
        *("local wages, tips, etc", "local income tax", "locality name", "verification code", "statutory", "other"),
        *("omb no", "void", "for official use only", "state wages", "local wages", "employee's state id"),
    ),
    **_BOXES,
}
_CAPTIONS = {name: one.boxed() for name, one in _PLAIN.items()}
"""Captions with the letter or number of their box before them, or without."""
_NAMED_BY = {"employee_name": ("last_name", "suffix"), "employer_name": ()}
_NAME = re.compile(r"[^\W\d_][\w&.,'’ \-/]{1,60}")
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
    """The boxes by their captions; the copies of a page agree, so the first that gives a value is taken."""
    grid = Grid.of(text)
    captions = Captions(grid, _CAPTIONS)
    found: dict[str, Field] = {}
    for name in _BOXES:
        amounts = (one for answer in captions.answers(name) for one in amounts_in(answer.words, "."))
        first = next((one for one in amounts if one.value >= 0), None)
        if first is not None:
            found[name] = field_of(name, str(first.value), first.words, document)
    for name, pattern in (("employer_id", _EIN), ("employee_ssn", _SSN)):
        field = _number(text, captions, name, pattern, document)
        if field is not None:
            found[name] = field
    year = _year(text, document)
    if year is not None:
        found["tax_year"] = year
    for name in _NAMED_BY:
        words = _name(captions, name)
        if words:
            found[name] = field_of(name, join(words).strip(" ,."), words, document)
    return Extract(fields=found, country="US")


def _number(text: Text, captions: Captions, name: str, pattern: re.Pattern[str], document: str) -> Field | None:
    """The number in its box, else the first of its form on the page."""
    for answer in captions.answers(name):
        inside = pattern.search(answer.text)
        if inside is not None:
            return field_of(name, inside[1], answer.words, document)
    match = text.search(pattern)
    return None if match is None else field_of(name, match.groups[0] or match.text, match.words, document)


def _name(captions: Captions, name: str) -> tuple[Word, ...]:
    """The first print below a box's caption, with what stands beside it in the box: surnames have a place of their
    own there."""
    for answer in captions.answers(name):
        if not _NAME.fullmatch(answer.text.strip(" ,.")) or ITEMS.search(answer.text):
            continue
        if answer.where != "below":
            return answer.words
        edge = captions.edge(answer.index, answer.caption, within=_NAMED_BY[name])
        edge = max(edge, answer.box.right) if _NAMED_BY[name] else answer.box.right
        line = next(line for line in captions.lines if any(answer.words[0] in one.words for one in line))
        beside = [one for one in line if answer.box.right <= one.box.left < edge - 0.01 and not one.name]
        return (*answer.words, *(word for one in beside if _NAME.fullmatch(one.value + "  ") for word in one.words))
    return ()


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
