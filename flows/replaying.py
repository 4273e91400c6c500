"""Decisions made again: from their stored inputs with the book in force, or with a draft of a policy."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from cases.codec import from_json
from cases.errors import NotFound
from cases.model import Decision, Outcome
from cases.store import Store
from cases.store.records import DecisionRecord
from decision import Book, Policy
from flows.deciding import Inputs, decide_on, same_decision

EVERY = 1_000_000
"""More cases than a store has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What came of deciding again."""

    case_id: str
    identical: bool
    """To the byte."""
    before: Outcome
    after: Outcome
    differs: tuple[str, ...]
    """The parts of the decision that changed."""


def replay_case(store: Store, case_id: str, book: Book) -> Replay:
    """Decides a case again from what it was last decided on. Raises NotFound when it was never decided."""
    stored = store.decisions(case_id)
    if not stored:
        store.get(case_id)
        raise NotFound(f"Case {case_id} has not been decided yet; there is nothing to replay.")
    return _replayed(stored[-1], book)


def replay_policy(store: Store, draft: Policy, book: Book, limit: int = EVERY) -> tuple[Replay, ...]:
    """What the machine would make of the decided cases for the draft's product, of the `limit` decided last, newest
    first. What a person answered is left out on both sides."""
    tried = book.with_policy(draft)
    found = []
    for case_id in store.decided_cases(limit):
        stored = store.decisions(case_id)[-1]
        inputs = from_json(Inputs, stored.inputs)
        if inputs.application.request.product == draft.product:
            before = inputs.machine or from_json(Decision, stored.decision)
            machine = dataclasses.replace(inputs, answer=None, settled_on=None, machine=None)
            found.append(_compared(case_id, before, decide_on(machine, tried)))
    return tuple(found)


def _replayed(stored: DecisionRecord, book: Book) -> Replay:
    before = from_json(Decision, stored.decision)
    return _compared(stored.case_id, before, decide_on(from_json(Inputs, stored.inputs), book))


def _compared(case_id: str, before: Decision, after: Decision) -> Replay:
    names = [one.name for one in dataclasses.fields(Decision)]
    return Replay(
        case_id=case_id,
        identical=same_decision(before, after),
        before=before.outcome,
        after=after.outcome,
        differs=tuple(name for name in names if getattr(before, name) != getattr(after, name)),
    )
