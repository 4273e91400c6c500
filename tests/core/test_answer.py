"""An underwriter's answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cases.codec import from_json, to_json
from cases.model import Answer, Outcome, Reason

REASON = Reason(id="cover", text="Cash flow does not cover the payments.", source="underwriter")


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": Outcome.APPROVE, "reviewer": " "},
        {"outcome": Outcome.REFER_REVIEW, "reviewer": "u1"},
        {"outcome": Outcome.DECLINE, "reviewer": "u1"},
        {"outcome": Outcome.REFER_INCOMPLETE, "reviewer": "u1"},
        {"outcome": Outcome.COUNTER_OFFER, "reviewer": "u1"},
        {"outcome": Outcome.APPROVE, "reviewer": "u1", "principal": Decimal("NaN")},
        {"outcome": Outcome.APPROVE, "reviewer": "u1", "principal": Decimal(0)},
        {"outcome": Outcome.APPROVE, "reviewer": "u1", "principal": Decimal("1e999999")},
        {"outcome": Outcome.APPROVE, "reviewer": "u1", "principal": Decimal("100.001")},
        {"outcome": Outcome.APPROVE, "reviewer": "u1", "term_months": 0},
    ],
)
def test_an_answer_that_lacks_what_its_outcome_needs_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"answer|reviewer|counter-offer|principal|term"):
        Answer(**wrong)


def test_an_answer_comes_back_from_json_the_same() -> None:
    answer = Answer(
        outcome=Outcome.COUNTER_OFFER,
        reviewer="u1",
        reasons=(REASON,),
        principal=Decimal("50000.00"),
        term_months=24,
    )
    assert from_json(Answer, to_json(answer)) == answer
