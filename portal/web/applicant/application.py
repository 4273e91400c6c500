"""What was typed into the form, checked, and the application that it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cases.countries import COUNTRIES
from cases.errors import BadInput
from cases.model import Applicant, Application, Business, Dispute, Jurisdiction, Person, Request, Stated
from cases.store.intakes import Form
from cases.typed_value import Refused
from portal.web.applicant.form_steps import BUSINESS, CONTACT, FIGURES, LOAN, PEOPLE, STEPS, Step
from portal.web.applicant.question import Question

NOBODY = "Name at least one director or owner."
NUMBER_DIFFERS = "This is no registration number of that country; check its digits."
ABOVE_ZERO = "Write an amount above 0."
Typed = Mapping[str, str]


def blocks_of(form: Form, step: Step) -> list[Typed]:
    """What was typed into a step: once, or once for each person."""
    kept = form.get(step.path, {})
    return list(kept.get("people", [])) if step.many else [kept]


def wrong_answers(form: Form, step: Step) -> list[dict[str, str]]:
    """For each block of a step, the sentence at each answer that is missing or cannot be used."""
    country = str(form.get("begin", {}).get("country", ""))
    return [_wrong(step, typed, country) for typed in blocks_of(form, step)]


def unfinished(form: Form) -> list[Step]:
    """The steps that must be looked at again before the application can be sent."""
    return [step for step in STEPS if not blocks_of(form, step) or any(wrong_answers(form, step))]


def application_of(form: Form, received_on: dt.date, *, draft: bool = False) -> Application:
    """The application that the form states.

    Raises BadInput while a step is unfinished. A `draft` takes what can be used already, for the checklist.
    """
    waiting = unfinished(form)
    if waiting and not draft:
        raise BadInput("Some answers are missing or cannot be used; please look at the steps that are marked.")
    begin = form.get("begin", {})
    country = COUNTRIES[str(begin["country"])]
    (business,) = _values(form, BUSINESS)
    (loan,) = _values(form, LOAN)
    (contact,) = _values(form, CONTACT)
    people = [one for one in _values(form, PEOPLE) if "full_name" in one and "role" in one]
    (figures,) = _values(form, FIGURES)
    usual: Mapping[str, Any] = {"amount": Decimal(1), "currency": country.currency, "term_months": 12}
    return Application(
        business=Business(**{"legal_name": "", "country": country.code, **business}),
        people=tuple(Person(**one) for one in people),
        request=Request(**{"product": str(begin["product"]), **(usual if draft else {}), **loan}),
        stated=Stated(**figures),
        applicant=Applicant(
            **contact,
            language=str(begin.get("language", "en")),
            consents=tuple(form.get("consents", ())),
            channel="web",
            received_on=received_on,
        ),
        jurisdiction=Jurisdiction(profile=country.profile),
        disputes=disputes_of(form),
    )


def disputes_of(form: Form) -> tuple[Dispute, ...]:
    """What the applicant says that their papers were read wrongly about."""
    return tuple(Dispute(**one) for one in form.get("disputes", ()))


def _values(form: Form, step: Step) -> list[dict[str, Any]]:
    """The answers of each block that can be used."""
    return [_usable(step, typed) for typed in blocks_of(form, step)]


def _usable(step: Step, typed: Typed) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for question in step.questions:
        try:
            value = question.read(typed.get(question.name, ""), step.fills, step.path)
        except Refused:
            continue
        if value is not None:
            found[question.name] = value
    return found


def _wrong(step: Step, typed: Typed, country: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for question in step.questions:
        sentence = _sentence(question, typed.get(question.name, ""), step, country)
        if sentence:
            found[question.name] = sentence
    return found


def _sentence(question: Question, typed: str, step: Step, country: str) -> str:
    try:
        value = question.read(typed, step.fills, step.path)
    except Refused:
        return question.wrong
    if question.name == "amount" and not value:
        return ABOVE_ZERO
    if question.name == "registration_number" and country in COUNTRIES:
        return _number_differs(value, country)
    return ""


def _number_differs(number: str, country: str) -> str:
    known = COUNTRIES[country].identifier("registration_number")
    try:
        if known is not None:
            known.validate(number)
    except ValueError:
        return NUMBER_DIFFERS
    return ""
