"""The reasons that a decision's own trace offers an underwriter to answer with."""

from __future__ import annotations

import dataclasses
from decimal import localcontext

from cases.model import Application, Decision, Reason
from decision.explain import Grounds, reasons_of
from decision.measure import EXACT
from decision.policy import Policy
from decision.settle import BY_UNDERWRITER


def pickable_reasons(application: Application, decision: Decision, policy: Policy) -> tuple[Reason, ...]:
    """Each once, in the order of the policy: of every rule that asked for something, fired ones first.

    Their source is the underwriter, for who picks one decides by it.
    """
    grounds = Grounds(
        policy=policy,
        application=application,
        limits=policy.limits(decision.as_of, application.request.currency),
        features={one.name: one for one in decision.features},
        findings=decision.findings,
        score=decision.score,
        verdicts=decision.verdicts,
    )
    asking = [one for one in decision.verdicts if one.outcome is not None]
    ranked = sorted(asking, key=lambda one: bool(one.missing))
    found: dict[str, Reason] = {}
    with localcontext(EXACT):
        for verdict in ranked:
            for reason in reasons_of(grounds, verdict):
                found.setdefault(reason.text, dataclasses.replace(reason, source=BY_UNDERWRITER))
    return tuple(found.values())
