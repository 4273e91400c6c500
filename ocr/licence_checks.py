"""Self-checks of driving licences: dates in order, and what the driver number of Great Britain holds (DVLA)."""

from __future__ import annotations

import datetime as dt
import re

from cases.model import CheckResult, Document, Finding, Severity
from ocr.identity_checks import expiry_after_issue
from ocr.printed_dates import folded

_BRITISH = re.compile(r"[A-Z9]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}[A-Z0-9][A-Z]{2}")


def check(document: Document) -> tuple[Finding, ...]:
    return (_number_encodes_birth(document), expiry_after_issue(document))


def _number_encodes_birth(document: Document) -> Finding:
    """The driver number of Great Britain holds the surname and the date of birth (month plus 50 for a woman)."""
    name = "number_encodes_birth"
    number, birth = document.text("document_number") or "", document.day("date_of_birth")
    if document.country not in ("GB", "") or not _BRITISH.match(number.upper()):
        reason = "Only driver numbers of Great Britain tell the date of birth."
        return Finding(check=name, result=CheckResult.COULD_NOT_RUN, reason=reason)
    if birth is None:
        reason = "The date of birth could not be read."
        return Finding(check=name, result=CheckResult.COULD_NOT_RUN, reason=reason)
    surname = re.sub(r"[^A-Z]", "", folded(document.text("surname") or ""))
    surname = "MC" + surname[3:] if surname.startswith("MAC") else surname
    wrong = _wrong_birth(number.upper(), birth)
    wrong += ["surname"] if surname[:5].ljust(5, "9") != number[:5].upper() else []
    places = tuple(document.fields[one].place for one in ("document_number", "date_of_birth"))
    return Finding(
        check=name,
        result=CheckResult.FOUND if wrong else CheckResult.NOT_FOUND,
        severity=Severity.MEDIUM if wrong else Severity.INFO,
        detail=f"The driver number tells another {' and '.join(wrong)} than the print." if wrong else "",
        items_seen=2,
        expected=birth.isoformat() if wrong else "",
        actual=number if wrong else "",
        places=places,
        innocent_causes=("A character of the number was read wrongly.", "The name was changed.") if wrong else (),
        action="Compare the number with the date of birth and the surname by eye." if wrong else "",
    )


def _wrong_birth(number: str, birth: dt.date) -> list[str]:
    year = number[5] + number[10]
    month, day = int(number[6:8]) % 50, int(number[8:10])
    told = (f"{birth.year % 100:02d}", birth.month, birth.day)
    return [] if told == (year, month, day) else ["date of birth"]
