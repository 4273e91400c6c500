"""What an underwriter typed as an answer: the Answer that it makes, or one sentence for each field that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from starlette.datastructures import FormData

from cases.errors import BadInput
from cases.model import Answer, Decision, Outcome, Reason
from cases.typed_amount import typed_amount
from decision.explain import MOST_REASONS
from decision.policy import Policy
from decision.requirement import Gap
from decision.settle import BY_UNDERWRITER

MOST_WORDS = 500
MOST_ITEMS = 12


class Kind(StrEnum):
    """The answers that an underwriter can give, as the forms name them."""

    APPROVE = "approve"
    COUNTER = "counter"
    DECLINE = "decline"
    REQUEST = "request"


OUTCOMES: Mapping[Kind, Outcome] = {
    Kind.APPROVE: Outcome.APPROVE,
    Kind.COUNTER: Outcome.COUNTER_OFFER,
    Kind.DECLINE: Outcome.DECLINE,
    Kind.REQUEST: Outcome.REFER_INCOMPLETE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A form as it was typed, so that nothing is lost when it cannot be taken."""

    kind: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    picked: frozenset[str] = frozenset()
    """The texts that were picked: reasons, or items to ask for."""

    def text(self, name: str) -> str:
        return self.texts.get(name, "")


BLANK = Typed()


class Wrong(Exception):
    """An answer that cannot be taken; `faults` has a sentence for each field."""

    def __init__(self, **faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults


def typed_from(form: FormData) -> Typed:
    texts = {name: value for name, value in form.items() if isinstance(value, str)}
    picked = frozenset(str(value) for value in form.getlist("pick"))
    return Typed(kind=texts.get("kind", ""), texts=texts, picked=picked)


def items_to_ask(gaps: Iterable[Gap], decision: Decision, policy: Policy) -> tuple[str, ...]:
    """What may be asked for: what is open first, then everything that the policy requires."""
    open_ = [*(one.what for one in gaps), *(one.what for one in decision.needed)]
    return tuple(dict.fromkeys((*open_, *(f"{one.title}." for one in policy.requirements))))


def answer_of(typed: Typed, reviewer: str, offered: Sequence[Reason], items: Sequence[str]) -> Answer:
    """The answer. `offered` are the reasons of the trace, `items` what may be asked for. Raises Wrong."""
    if typed.kind not in set(Kind):
        raise Wrong(kind="Choose an answer.")
    kind = Kind(typed.kind)
    faults: dict[str, str] = {}
    reasons: tuple[Reason, ...] = ()
    if kind is Kind.DECLINE:
        reasons = _reasons(typed, offered, faults)
    if kind is Kind.REQUEST:
        reasons = _items(typed, items, faults)
    principal = _amount(typed, faults) if kind is Kind.COUNTER else None
    months = _months(typed, faults) if kind is Kind.COUNTER else None
    conditions = _lines(typed.text("conditions"), "conditions", faults) if kind in {Kind.APPROVE, Kind.COUNTER} else ()
    if len(typed.text("note")) > 2000:
        faults["note"] = "A note for the file has at most 2,000 characters."
    if faults:
        raise Wrong(**faults)
    try:
        return Answer(
            outcome=OUTCOMES[kind],
            reviewer=reviewer,
            reasons=reasons,
            note=typed.text("note").strip(),
            principal=principal,
            term_months=months,
            conditions=conditions,
        )
    except ValueError:
        raise Wrong(amount="Type the amount and the term of the counter-offer.") from None


def _reasons(typed: Typed, offered: Sequence[Reason], faults: dict[str, str]) -> tuple[Reason, ...]:
    picked = [one for one in offered if one.text in typed.picked]
    own = " ".join(typed.text("own").split())
    if len(own) > MOST_WORDS:
        faults["own"] = f"A reason in your own words has at most {MOST_WORDS} characters."
    elif own:
        picked.append(Reason(id="own_words", text=own, source=BY_UNDERWRITER))
    if not picked and not faults:
        faults["pick"] = "Pick at least one reason, or give it in your own words."
    if len(picked) > MOST_REASONS:
        faults["pick"] = "Pick at most four reasons: the principal ones."
    return tuple(picked)


def _items(typed: Typed, items: Sequence[str], faults: dict[str, str]) -> tuple[Reason, ...]:
    wanted = [one for one in items if one in typed.picked]
    wanted += _lines(typed.text("own"), "own", faults)
    if not wanted and not faults:
        faults["pick"] = "Pick at least one thing to ask for, or name it in your own words."
    if len(wanted) > MOST_ITEMS:
        faults["pick"] = f"Ask for at most {MOST_ITEMS} things at once."
    return tuple(Reason(id="more_documents", text=one, source=BY_UNDERWRITER) for one in wanted)


def _lines(text: str, name: str, faults: dict[str, str]) -> tuple[str, ...]:
    lines = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(lines) > MOST_ITEMS or any(len(line) > MOST_WORDS for line in lines):
        faults[name] = f"At most {MOST_ITEMS} lines of at most {MOST_WORDS} characters."
    return lines


def _amount(typed: Typed, faults: dict[str, str]) -> Decimal | None:
    try:
        amount = typed_amount(typed.text("amount"))
    except BadInput:
        amount = Decimal(0)
    if not 0 < amount < Decimal(10) ** 12 or amount != round(amount, 2):
        faults["amount"] = "The amount is a number such as 45000.00."
        return None
    return amount


def _months(typed: Typed, faults: dict[str, str]) -> int | None:
    text = typed.text("term").strip()
    if not text.isascii() or not text.isdigit() or len(text) > 3 or not 1 <= int(text) <= 600:
        faults["term"] = "The term is a whole number of months, such as 36."
        return None
    return int(text)
