"""A case as its page knows it: what was decided, what it would be with the corrections, and who has it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from decimal import localcontext

from cases.codec import from_json
from cases.lifecycle import Status
from cases.model import Answer, Correction, Decision, FileReading
from cases.store.records import CaseRecord
from cases.store.workbench import Entry, Proposal
from decision import Policy, corrected
from decision.dossier import Dossier, open_dossier
from decision.measure import EXACT
from flows.deciding import Inputs, decide_on
from portal.web.sessions import Staff
from portal.web.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the case rests on now."""

    inputs: Inputs
    """Of the last decision, with the corrections that are in force."""
    decision: Decision
    """What holds: the settled decision, or the machine's, made anew when there are corrections."""
    before: Decision | None
    """The machine's decision without the corrections; None when there are none."""
    readings: tuple[FileReading, ...]
    """As the decision saw them."""
    dossier: Dossier
    policy: Policy
    policy_changed: bool
    """Whether the policy in force is no longer the one that the decision was made by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    record: CaseRecord
    assessment: Assessment | None
    """None before the first decision."""
    corrections: tuple[Entry, ...]
    holder: str | None
    proposal: Proposal | None

    @property
    def is_referred(self) -> bool:
        return self.record.status is Status.REFERRED

    def may_act(self, who: Staff) -> bool:
        """Whether nothing but the person's role stands between them and an answer."""
        return self.is_referred and self.holder in {None, who.id} and self.assessment is not None


def open_case(here: Site, case_id: str) -> OpenCase:
    """Raises NotFound."""
    record, bench = here.store.get(case_id), here.store.workbench
    corrections = bench.corrections(case_id)
    return OpenCase(
        record=record,
        assessment=_assessed(here, record, corrections),
        corrections=corrections,
        holder=bench.holder(case_id, here.now),
        proposal=bench.proposal(case_id),
    )


def _assessed(here: Site, record: CaseRecord, entries: tuple[Entry, ...]) -> Assessment | None:
    stored = here.store.decisions(record.id)
    if not stored or record.application.request.product not in here.book.policies:
        return None
    inputs, decision = from_json(Inputs, stored[-1].inputs), from_json(Decision, stored[-1].decision)
    before = None
    known = {document.id for reading in inputs.readings for document in reading.documents}
    typed = tuple(one.what for one in entries if isinstance(one.what, Correction) and one.what.document in known)
    if typed and record.status is Status.REFERRED:
        before = decision
        inputs = dataclasses.replace(
            inputs, corrections=typed, unattended=False, machine=None, answer=None, settled_on=None
        )
        decision = decide_on(inputs, here.book)
    readings = corrected(inputs.readings, inputs.corrections)
    policy = here.book.policy(record.application.request.product)
    with localcontext(EXACT):
        dossier = open_dossier(
            inputs.application,
            readings,
            inputs.as_of,
            policy.limits(inputs.as_of, inputs.application.request.currency),
            policy.requirements,
        )
    return Assessment(
        inputs=inputs,
        decision=decision,
        before=before,
        readings=readings,
        dossier=dossier,
        policy=policy,
        policy_changed=decision.versions.policy != policy.label,
    )


def settled_with(assessment: Assessment, answer: Answer, here: Site, today: dt.date) -> Decision:
    """What the worker will make of an answer: the same core on the same inputs."""
    inputs = dataclasses.replace(assessment.inputs, answer=answer, settled_on=today, machine=assessment.decision)
    return decide_on(inputs, here.book)
