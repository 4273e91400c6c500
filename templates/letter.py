"""One decision, one letter: which letter it is, what it may say, and its HTML and plain text.

The templates see the case's own figures and nothing else, and an undefined variable is an error, so a letter
cannot state a figure that the case does not have.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cases.model import Application, Decision, Outcome
from cases.settings import Lender
from templates import words
from templates.plain import plain_text
from templates.profile import profile

FOLDER = Path(__file__).parent / "letters"

LETTERS = {
    Outcome.APPROVE: "approval",
    Outcome.COUNTER_OFFER: "counter_offer",
    Outcome.REFER_INCOMPLETE: "more_documents",
    Outcome.REFER_REVIEW: "under_review",
    Outcome.DECLINE: "decline",
}

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """Everything that a letter may say."""

    case_id: str
    application: Application
    decision: Decision
    lender: Lender
    written_on: dt.date
    by_person: bool = False
    """Whether a person settled the case; the letter says truthfully who decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    name: str
    """The letter's template, such as `approval`."""
    language: str
    subject: str
    html: str
    """A complete page that needs nothing else."""
    text: str
    """The same words as plain text."""


def languages() -> tuple[str, ...]:
    """The languages that letters are written in."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir()))


def write(facts: LetterFacts) -> Letter:
    """The letter for a decision, in the applicant's language where we have it and else in English.

    Raises BadInput for an unknown jurisdiction and jinja2.UndefinedError when a template asks for something
    that the case does not have.
    """
    wanted = facts.application.applicant.language
    language = wanted if wanted in languages() else DEFAULT_LANGUAGE
    name = LETTERS[facts.decision.outcome]
    law = profile(facts.application.jurisdiction.profile)
    template = _environment(law.locale).get_template(f"{language}/{name}.html.j2")
    seen = {
        "case_id": facts.case_id,
        "application": facts.application,
        "request": facts.application.request,
        "decision": facts.decision,
        "offer": facts.decision.offer,
        "lender": facts.lender,
        "law": law,
        "letter": name,
        "written_on": facts.written_on,
        "by_person": facts.by_person,
        "reply_by": facts.written_on + dt.timedelta(days=law.incomplete_reply_days),
        "expected_by": facts.written_on + dt.timedelta(days=law.review_days),
        "received_on": facts.application.applicant.received_on or facts.decision.as_of,
    }
    html = template.render(seen)
    subject = str(template.make_module(seen).subject)  # type: ignore[attr-defined]
    return Letter(name=name, language=language, subject=subject, html=html, text=plain_text(html))


@cache
def _environment(locale: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["money"] = lambda amount, currency: words.money(amount, currency, locale)
    made.filters["date"] = lambda day: words.date(day, locale)
    made.filters["rate"] = lambda fraction: words.rate(fraction, locale)
    made.filters["months"] = words.months
    return made
