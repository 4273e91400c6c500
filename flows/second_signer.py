"""Whether an answer to a stored case needs a second person, asked wherever answers come in."""

from __future__ import annotations

import dataclasses
import datetime as dt

from cases.codec import from_json
from cases.model import Answer, Decision
from cases.store import Store
from decision import Book
from decision.second_signature import needs_second
from flows.deciding import Inputs, decide_on


def second_signature_for(store: Store, case_id: str, answer: Answer, book: Book, today: dt.date) -> str:
    """The code of the rule that asks for a second person on this answer; empty when there is none."""
    stored = store.decisions(case_id)
    if not stored:
        return ""
    inputs, machine = from_json(Inputs, stored[-1].inputs), from_json(Decision, stored[-1].decision)
    corrections = store.workbench.corrected(case_id)
    if corrections:
        anew = dataclasses.replace(inputs, corrections=corrections, unattended=False, machine=None, answer=None)
        machine = decide_on(anew, book)
    return needs_second(answer, inputs.application, machine, book.policy(inputs.application.request.product), today)
