"""The products as applicants choose among them: what each lends, and which one fits a need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.countries import COUNTRIES
from cases.typed_value import Refused
from decision import Book
from decision.matching import Match, Misfit, Need, matches
from portal.web.applicant.form_steps import LOAN
from portal.web.applicant.question import Kind, Question

AGAINST = {
    Misfit.NOT_YET: "This loan is not offered yet.",
    Misfit.CURRENCY: "This loan is not offered in that currency.",
    Misfit.AMOUNT_LOW: "The amount is below the smallest loan.",
    Misfit.AMOUNT_HIGH: "The amount is above the largest loan.",
    Misfit.TERM_SHORT: "The term is shorter than this loan may be.",
    Misfit.TERM_LONG: "The term is longer than this loan may be.",
    Misfit.YOUNG: "The business is younger than this loan needs.",
}


@dataclass(frozen=True, slots=True)
class Age:
    months: int | None = None


AMOUNT, TERM = (next(one for one in LOAN.questions if one.name == name) for name in ("amount", "term_months"))
AGE = Question(
    name="months",
    label="For how many months has the business existed?",
    wrong="Write the number of months in digits, such as 36.",
    kind=Kind.WHOLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What a policy lends in the currency of a country."""

    id: str
    title: str
    currency: str
    min_amount: Decimal | None
    max_amount: Decimal | None
    min_term: int
    max_term: int


def products(book: Book, country: str, today: dt.date) -> list[Product]:
    return [product_of(book, name, COUNTRIES[country].currency, today) for name in sorted(book.policies)]


def product_of(book: Book, name: str, currency: str, today: dt.date) -> Product:
    """Raises BadInput for a product that the book does not have."""
    policy = book.policy(name)
    limits = policy.limits(today, currency)
    return Product(
        id=name,
        title=policy.title,
        currency=currency,
        min_amount=limits.get("min_amount"),
        max_amount=limits.get("max_amount"),
        min_term=int(limits.get("min_term", 1)),
        max_term=int(limits.get("max_term", 0)),
    )


def fitting(book: Book, needs: dict[str, str], country: str, today: dt.date) -> tuple[Sequence[Match], dict[str, str]]:
    """The products for what was typed, the fitting ones first; else the sentences on what is wrong with it."""
    wrong: dict[str, str] = {}
    values: dict[str, int | Decimal | None] = {}
    for key, question in (("amount", AMOUNT), ("term_months", TERM), ("age", AGE)):
        try:
            values[key] = question.read(needs.get(key, ""), Age if question is AGE else LOAN.fills, "needs")
        except Refused:
            wrong[key] = question.wrong
    if wrong:
        return (), wrong
    need = Need(
        amount=Decimal(str(values["amount"])),
        currency=COUNTRIES[country].currency,
        term_months=int(str(values["term_months"])),
        months_in_business=None if values["age"] is None else int(str(values["age"])),
    )
    return matches(book, need, today), {}
