"""Self-checks of passports and identity cards (CHECKS F3): check digits, zone against print, dates in order."""

from __future__ import annotations

import datetime as dt

from rapidfuzz import fuzz

from cases.model import CheckResult, Document, Field, Finding, Severity
from ocr.identity import LOOKALIKES, latin
from ocr.mrz import Mrz, parse

CLEAR = 0.4
"""Confidence below which the zone was read too unclearly to hold a wrong digit against the document.

It is that of the least sure character when several looks at the strip agree on it: measured on forged digits in 13
specimens, zones above were read as forged, and zones of pictures too small to read came out below 0.3.
"""
LEGIBLE = 0.75
"""Confidence below which print that differs from the zone is no finding."""
ALIKE = 75
"""Of 100: how like the name in print must be to the name in the zone, which spells without accents and may cut."""
_PROTECTED = ("document_number", "date_of_birth", "date_of_expiry")
"""Fields of the lines that check digits protect: how sure they are tells how sure the digits are."""
_CAUSES = ("the picture is blurred or a thumb covers the lines", "the document is a specimen")
_LOOK = "Compare the lines at the foot of the document with the picture, character by character."


def check(document: Document) -> tuple[Finding, ...]:
    return (mrz_check_digits(document), mrz_against_print(document), expiry_after_issue(document))


def mrz_check_digits(document: Document) -> Finding:
    """Whether any check digit of the zone is wrong; the detail names each of them."""
    field = document.fields.get("mrz")
    mrz = parse(field.value.split("\n")) if field else None
    if field is None or mrz is None:
        return _not_run(
            "mrz_check_digits",
            "no machine-readable zone was read; send a sharp picture of the whole page, or of the other side",
        )
    wrong = mrz.wrong
    sure = min(
        (document.fields[name].confidence for name in _PROTECTED if name in document.fields), default=field.confidence
    )
    if wrong and sure < CLEAR:
        return _not_run(
            "mrz_check_digits",
            f"the machine-readable zone was read too unclearly ({sure:.2f} of 1); send a sharper picture",
        )
    return Finding(
        check="mrz_check_digits",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if wrong else Severity.INFO,
        detail=_verdicts(mrz),
        items_seen=len(mrz.digits),
        expected=", ".join(f"{digit.name} {digit.computed}" for digit in wrong),
        actual=", ".join(f"{digit.name} {digit.printed}" for digit in wrong),
        places=(field.place,),
        innocent_causes=_CAUSES if wrong else (),
        action=_LOOK if wrong else "",
    )


def _verdicts(mrz: Mrz) -> str:
    """Each digit by name with its verdict: `number right, composite wrong (6 is printed, 4 is computed)`."""
    said = (
        f"{digit.name} right"
        if digit.right
        else f"{digit.name} wrong ({digit.printed} is printed, {digit.computed} is computed)"
        for digit in mrz.digits
    )
    return f"{mrz.format.name} check digits: {', '.join(said)}"


def mrz_against_print(document: Document) -> Finding:
    """Whether the zone and the print state a different number, name, birth or expiry."""
    pairs = [
        (name, document.fields[name], document.fields[f"printed_{name}"])
        for name in ("document_number", "surname", "date_of_birth", "date_of_expiry")
        if name in document.fields and f"printed_{name}" in document.fields
    ]
    if not pairs:
        return _not_run("mrz_against_print", "the zone or the print beside it could not be read, so none compare")
    apart = [(name, zone, print_) for name, zone, print_ in pairs if not same(name, zone, print_)]
    doubtful = [name for name, _, print_ in apart if print_.confidence < LEGIBLE]
    if apart and len(doubtful) == len(apart):
        return _not_run("mrz_against_print", f"the printed {said(doubtful)} could not be read clearly")
    return Finding(
        check="mrz_against_print",
        result=CheckResult.FOUND if apart else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if apart else Severity.INFO,
        detail=(
            f"The print and the machine-readable zone state a different {said([name for name, *_ in apart])}."
            if apart
            else f"The print and the machine-readable zone agree on {said([name for name, *_ in pairs])}."
        ),
        items_seen=len(pairs),
        expected="; ".join(zone.value for _, zone, _ in apart),
        actual="; ".join(print_.value for *_, print_ in apart),
        places=tuple(place for _, zone, print_ in (apart or pairs) for place in (zone.place, print_.place)),
        innocent_causes=("a name that the zone spells in another way", "a reading error in small print"),
        action="Compare both places by eye.",
    )


def said(names: list[str]) -> str:
    """Field names as one would say them, such as `number, birth`."""
    return ", ".join(name.removeprefix("document_").removeprefix("date_of_") for name in names)


def same(name: str, zone: Field, print_: Field) -> bool:
    """Whether two statements are the same, allowing for what the zone cannot spell and a reader cannot tell."""
    if name == "surname":
        return latin(zone.value) in latin(print_.value) or (
            fuzz.partial_ratio(latin(zone.value), latin(print_.value)) >= ALIKE
        )
    if name == "document_number":
        alike = [value.upper().replace(" ", "").translate(LOOKALIKES) for value in (zone.value, print_.value)]
        return alike[0] == alike[1]
    first, second = dt.date.fromisoformat(zone.value), dt.date.fromisoformat(print_.value)
    return first == second or (
        (first.year - second.year) % 100 == 0 and first.replace(year=2000) == second.replace(year=2000)
    )


def expiry_after_issue(document: Document) -> Finding:
    """Whether the dates stand in another order than birth, issue, expiry."""
    days = [
        (name, day)
        for name in ("date_of_birth", "date_of_issue", "date_of_expiry")
        if (day := document.day(name)) is not None
    ]
    if len(days) < 2:
        return _not_run("expiry_after_issue", "fewer than two of birth, issue and expiry could be read")
    wrong = days != sorted(days, key=lambda pair: pair[1])
    return Finding(
        check="expiry_after_issue",
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.HIGH if wrong else Severity.INFO,
        detail="The dates do not follow each other as birth, issue, expiry." if wrong else "",
        items_seen=len(days),
        expected="birth, issue, expiry" if wrong else "",
        actual=", ".join(f"{said([name])} {day.isoformat()}" for name, day in days) if wrong else "",
        places=tuple(document.fields[name].place for name, _ in days),
        innocent_causes=("a reading error in one of the dates",) if wrong else (),
        action="Compare the dates by eye." if wrong else "",
    )


def _not_run(check_id: str, reason: str) -> Finding:
    return Finding(check=check_id, result=CheckResult.COULD_NOT_RUN, severity=Severity.MEDIUM, reason=reason)
