"""The United Kingdom."""

from __future__ import annotations

import re

from stdnum.gb import utr, vat

from cases.country import Country, Identifier, matching, numbered

_PREFIXES = "AC|CE|CS|ES|FC|FE|GE|GN|GS|IC|IP|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|NZ|OC|OE|PC|RC|RS|SA|SC|SE|SF|SG|SI|SL|SO|SP|SR|SZ|ZC"  # noqa: E501
_FORM = matching(rf"[0-9]{{1,8}}|(?:{_PREFIXES})[0-9]{{5}}[0-9R]|R0[0-9]{{6}}")


def company_number(number: str) -> str:
    """The eight characters of a Companies House number; leading zeros that were dropped come back.

    Eight digits (England and Wales), or the prefix of a register and six. There is no check digit. Source:
    Companies House, "Uniform Resource Identifiers (URI) customer guide", list of company number prefixes.
    Raises ValueError for anything else.
    """
    compact = _FORM(number)
    digits = compact.zfill(8)
    if re.fullmatch(r"0+", digits):
        raise ValueError("a company number is not zero")
    return digits


COUNTRY = Country(
    code="GB",
    name="United Kingdom",
    currency="GBP",
    languages=("en",),
    day_first=True,
    decimal_mark=".",
    group_marks=(",", " "),
    identifiers=(
        Identifier(
            name="registration_number",
            title="company number",
            validate=numbered("UK company number (8 digits, or 2 letters and 6 digits)", company_number),
        ),
        Identifier(
            name="tax_id",
            title="unique taxpayer reference or VAT number",
            validate=numbered(
                "UK unique taxpayer reference (10 digits) or VAT number (9 digits)", utr.validate, vat.validate
            ),
        ),
    ),
    company_suffixes=(
        "public limited company",
        "limited liability partnership",
        "community interest company",
        "limited partnership",
        "limited",
        "ltd",
        "plc",
        "llp",
        "lp",
        "cic",
        "company",
        "co",
        "cyfyngedig",
        "cyf",
        "ccc",
    ),
    profile="uk",
)
