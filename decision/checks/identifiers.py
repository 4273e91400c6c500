"""Whether the numbers that authorities gave are valid, and the same on every paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.exceptions import ValidationError

from cases.countries import COUNTRIES
from cases.model import Document, Finding, Severity
from decision.check import Check
from decision.dossier import BALANCE, REGISTRATION, STATEMENT, Dossier, places
from decision.words import kind_title


def _compact(number: str, country: str, name: str) -> tuple[str, str]:
    """The number as it is compared, and what is wrong with it when it is not valid in the country."""
    known = COUNTRIES.get(country)
    identifier = known.identifier(name) if known else None
    bare = re.sub(r"[^0-9A-Z]", "", number.upper())
    if identifier is None:
        return bare, ""
    try:
        return identifier.validate(number), ""
    except ValueError as error:
        return bare, str(error)


def _registration(check: Check, dossier: Dossier) -> Iterator[Finding]:
    business = dossier.application.business
    documents = (
        *dossier.of(*REGISTRATION),
        *(one for one in dossier.of(*BALANCE) if "registration_number" in one.fields),
    )
    if not business.registration_number:
        yield check.could_not_run("The application states no registration number.")
        return
    stated, wrong = _compact(business.registration_number, business.country, "registration_number")
    if wrong:
        yield check.found(f"The stated registration number is not valid: {wrong}", actual=business.registration_number)
    if not dossier.of(*REGISTRATION):
        yield check.could_not_run("No registration paper was sent or could be read.")
    for document in documents:
        yield _against(check, document, stated, business.country)


def _against(check: Check, document: Document, stated: str, country: str) -> Finding:
    read = document.text("registration_number")
    if not read:
        return check.could_not_run(f"The {kind_title(document.kind)} {document.file} shows no registration number.")
    number, wrong = _compact(read, country, "registration_number")
    where = places(document, "registration_number")
    title = f"The {kind_title(document.kind)} {document.file}"
    if number != stated:
        detail = f"{title} shows the registration number {read}, not {stated}."
        return check.found(detail, expected=stated, actual=read, places=where)
    if wrong:
        return check.found(f"{title} shows an invalid number: {wrong}", expected=stated, actual=read, places=where)
    return check.clear(f"{title} shows the stated registration number.", expected=stated, actual=read, places=where)


def _tax_id(check: Check, dossier: Dossier) -> Iterator[Finding]:
    business = dossier.application.business
    known = COUNTRIES.get(business.country)
    if not business.tax_id:
        yield check.could_not_run("The application states no tax number.")
    elif known is None or known.identifier("tax_id") is None:
        yield check.could_not_run("Tax numbers of this country cannot be checked by themselves.")
    else:
        _, wrong = _compact(business.tax_id, business.country, "tax_id")
        if wrong:
            yield check.found(f"The stated tax number is not valid: {wrong}", actual=business.tax_id)
        else:
            yield check.clear("The stated tax number is valid in form.", actual=business.tax_id)


def _iban(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """ISO 13616: the remainder by 97, and the form of the country."""
    holders = [one for one in dossier.of(STATEMENT) if one.text("iban")]
    if not holders:
        yield check.could_not_run("No statement shows an IBAN.")
    for document in holders:
        number = document.text("iban") or ""
        where = places(document, "iban")
        try:
            iban.validate(number)
        except ValidationError:
            yield check.found(f"The IBAN on {document.file} is not valid.", actual=number, places=where)
        else:
            yield check.clear(f"The IBAN on {document.file} is valid.", actual=number, places=where)


CHECKS = (
    Check(
        id="registration_number",
        severity=Severity.HIGH,
        innocent_causes=("A mistyped digit.", "A reading error.", "Another authority's number was stated."),
        action="Look the number up in the public register.",
        run=_registration,
    ),
    Check(
        id="tax_id",
        severity=Severity.MEDIUM,
        innocent_causes=("A mistyped digit.", "Another number was stated."),
        action="Ask for the letter in which the tax office gave the number.",
        run=_tax_id,
    ),
    Check(
        id="iban",
        severity=Severity.MEDIUM,
        innocent_causes=("A reading error.", "Part of the number is masked."),
        action="Read the number on the page; ask the bank to confirm it.",
        run=_iban,
    ),
)
