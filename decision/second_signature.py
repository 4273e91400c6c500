"""When one person's answer is not enough: large amounts, and answers kinder than the machine's own outcome."""

from __future__ import annotations

import datetime as dt

from cases.model import Answer, Application, Decision, Outcome
from decision.policy import Policy

ABOVE_LIMIT = "above_limit"
OVERRIDE = "override"
LIMIT = "four_eyes_above"
"""The parameter of the policy with the amount up to which one person lends alone."""


def needs_second(answer: Answer, application: Application, machine: Decision, policy: Policy, today: dt.date) -> str:
    """The code of the rule that asks for a second signature; empty when one person may settle the case.

    A referral is the machine's own call for a person, so any answer to it is within that person's right.
    """
    if answer.outcome not in {Outcome.APPROVE, Outcome.COUNTER_OFFER}:
        return ""
    if machine.outcome is not Outcome.REFER_REVIEW and answer.outcome.rank < machine.outcome.rank:
        return OVERRIDE
    parameter = policy.parameters.get(LIMIT)
    if parameter is None:
        return ""
    limit = parameter.at(today, application.request.currency)
    lent = answer.principal or application.request.amount
    return ABOVE_LIMIT if limit is None or lent > limit else ""
