"""The United States of America."""

from __future__ import annotations

from stdnum.us import ein

from cases.country import Country, Identifier, numbered

COUNTRY = Country(
    code="US",
    name="United States",
    currency="USD",
    languages=("en",),
    day_first=False,
    decimal_mark=".",
    group_marks=(",",),
    # Each state numbers its companies in its own way, so a registration number cannot be checked by itself.
    identifiers=(
        Identifier(
            name="tax_id",
            title="employer identification number",
            validate=numbered("employer identification number (9 digits, such as 12-3456789)", ein.validate),
        ),
    ),
    company_suffixes=(
        "limited liability limited partnership",
        "limited liability partnership",
        "limited liability company",
        "professional corporation",
        "limited partnership",
        "incorporated",
        "corporation",
        "company",
        "limited",
        "l.l.l.p.",
        "p.l.l.c.",
        "l.l.c.",
        "l.l.p.",
        "p.c.",
        "l.p.",
        "lllp",
        "pllc",
        "corp",
        "llc",
        "llp",
        "inc",
        "ltd",
        "co",
        "lp",
        "pc",
    ),
    profile="us-small",
)
