"""Readings to a decision and its letter: what both need, gathered; what came of it, kept for replay."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from dataclasses import dataclass
from importlib.metadata import version as installed

from cases.codec import to_json
from cases.model import Answer, Application, Correction, Decision, FileReading, Outcome, Reason
from cases.settings import Lender
from decision import Book, corrected, decide, settle
from templates import Letter, LetterFacts, to_pdf, write

_PRESS = threading.Lock()
"""The engine that makes PDFs keeps fonts for the whole process and does not say that threads may share them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that a decision is made from, besides the book; stored with it."""

    application: Application
    readings: tuple[FileReading, ...]
    as_of: dt.date
    engine: str
    code: str
    answer: Answer | None = None
    """The underwriter's, when a person settled the case."""
    settled_on: dt.date | None = None
    corrections: tuple[Correction, ...] = ()
    """What an underwriter read otherwise, the last one of a field counting. The readings stay as they were."""
    unattended: bool = False
    """Whether nobody looks on: then what rests on corrections may not approve by itself."""
    machine: Decision | None = None
    """The machine's own decision that the underwriter answered, as it was made; never made anew for the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetter:
    """A letter in all its forms."""

    letter: Letter
    pdf: bytes

    @property
    def forms(self) -> dict[str, bytes]:
        """File ending to bytes."""
        return {"html": self.letter.html.encode(), "pdf": self.pdf, "txt": self.letter.text.encode()}


def code_version() -> str:
    return installed("vouch")


def as_of_date(application: Application, today: dt.date, given: dt.date | None = None) -> dt.date:
    """The day a case is judged by: the one given, else the application's date of receipt, else today."""
    return given or application.applicant.received_on or today


def decide_on(inputs: Inputs, book: Book) -> Decision:
    """The machine's decision, or what an underwriter's answer makes of it.

    Raises BadInput for a product that the book does not have.
    """
    machine = inputs.machine
    readings = corrected(inputs.readings, inputs.corrections)
    if machine is None:
        machine = decide(inputs.application, readings, book, inputs.as_of, inputs.engine, inputs.code)
    if inputs.answer is None or inputs.settled_on is None:
        return _to_a_person(machine) if inputs.unattended and inputs.corrections else machine
    return settle(inputs.application, readings, machine, inputs.answer, book, inputs.settled_on)


def _to_a_person(machine: Decision) -> Decision:
    """An approval that rests on figures which a person typed goes to a person again, and to two where the policy asks
    for two; everything worse than that stays."""
    if machine.outcome.rank >= Outcome.REFER_INCOMPLETE.rank:
        return machine
    reason = Reason(id="corrected", text="A person at our side looks at the papers once more.", source="rule:corrected")
    return dataclasses.replace(machine, outcome=Outcome.REFER_REVIEW, reasons=(reason,), offer=None)


def same_decision(one: Decision, other: Decision) -> bool:
    """Whether two decisions are the same to the byte."""
    return to_json(one) == to_json(other)


def write_letter(
    case_id: str, application: Application, decision: Decision, lender: Lender, *, by_person: bool = False
) -> WrittenLetter:
    """The letter that tells a decision, dated on the day that the decision is as of."""
    letter = write(
        LetterFacts(
            case_id=case_id,
            application=application,
            decision=decision,
            lender=lender,
            written_on=decision.as_of,
            by_person=by_person,
        )
    )
    return WrittenLetter(letter=letter, pdf=press(letter.html, letter.subject))


def press(html: str, title: str = "") -> bytes:
    """The PDF of a page; one at a time, whichever threads ask."""
    with _PRESS:
        return to_pdf(html, title)
