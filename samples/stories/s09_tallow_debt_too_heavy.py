"""The cash flow does not carry the debt."""

from __future__ import annotations

import dataclasses

from samples.cast import HEARTH
from samples.figures import Drivers
from samples.firm import Owner, loan_payment
from samples.story import Story

DEBT = Drivers(revenue=846_200, operating_expenses=0.395, existing_debt=148_000, monthly_debt_service=3_950)
FIRM = dataclasses.replace(
    HEARTH,
    legal_name="Tallow & Wick Candles Ltd",
    registration_number="10557318",
    owner=Owner(
        surname="FENWICK",
        given_names="GARETH",
        date_of_birth="1976-09-08",
        document_number="548820317",
        sex="M",
        place_of_birth="HARBURY",
    ),
    drivers=DEBT,
    trade=dataclasses.replace(HEARTH.trade, loan_payment=loan_payment(DEBT), surplus=0.07),
    amount=180_000,
    contact={"email": "gareth@tallowwick.example", "phone": "+44 1632 960518"},
    seed=91,
)

STORY = Story(
    title="Tallow & Wick: more debt than the cash flow carries",
    words="""
A candle maker already pays £3,950 a month to lenders and asks for £180,000 more. What it earns in a year covers less
than the payments of that year. The papers are in order; the loan is declined, for that reason and no other.
""",
    application=FIRM.application(),
    papers=tuple(FIRM.papers()),
    outcome="decline",
    reasons=("debt_service",),
    seed=9,
)
