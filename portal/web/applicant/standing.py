"""Where a submitted application stands, in words for the applicant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from cases.codec import from_json
from cases.lifecycle import CLOSED, Status
from cases.model import Decision
from cases.store.intakes import Intake
from cases.store.records import CaseRecord, LetterRecord
from portal.web.applicant.letter_names import letter_title
from portal.web.site import Site

S = Status
TITLES: Mapping[Status, str] = {
    S.RECEIVED: "We have your application",
    S.PROCESSING: "We are reading your papers",
    S.APPROVED: "Your loan is approved",
    S.COUNTER_OFFERED: "We can lend to you on other terms",
    S.INCOMPLETE: "We need something more from you",
    S.REFERRED: "A person is looking at your application",
    S.ANSWERED: "A person has looked at your application",
    S.SETTLING: "Your letter is being written",
    S.DECLINED: "We cannot lend to you this time",
    S.ACCEPTED: "You have accepted the offer",
    S.WITHDRAWN: "You have withdrawn your application",
    S.EXPIRED: "This application has run out",
    S.FAILED: "Something went wrong on our side",
}
NEXT: Mapping[Status, str] = {
    S.RECEIVED: "It waits for its turn. This usually takes a few minutes.",
    S.PROCESSING: "Each page is read and compared with what you stated. This usually takes a few minutes.",
    S.APPROVED: "Read the letter. If you agree with the terms, accept them below.",
    S.COUNTER_OFFERED: "Read the letter. If you agree with the terms, accept them below.",
    S.INCOMPLETE: "Send what the list below asks for, then tell us that you are done.",
    S.REFERRED: "Something needs a person's eyes. You need not do anything; the letter says by when we answer.",
    S.ANSWERED: "The letter with the decision is on its way. You need not do anything.",
    S.SETTLING: "You need not do anything.",
    S.DECLINED: "The letter says why. You can ask a person to look at the decision again.",
    S.ACCEPTED: "We will be in touch with the loan agreement.",
    S.WITHDRAWN: "Nothing more happens. You can begin a new application at any time.",
    S.EXPIRED: "You can begin a new application at any time.",
    S.FAILED: "Your papers are safe and somebody looks into it. You need not do anything.",
}
PHASES = ("Received", "Papers read", "Decided")
WAITING = frozenset({S.RECEIVED, S.PROCESSING, S.ANSWERED, S.SETTLING})
"""What moves on by itself in minutes."""
_REACHED = {
    **dict.fromkeys((S.RECEIVED, S.PROCESSING, S.FAILED), 1),
    **dict.fromkeys((S.INCOMPLETE, S.REFERRED, S.ANSWERED, S.SETTLING), 2),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    case: CaseRecord
    decision: Decision | None
    """The last one; None before the first."""
    letters: tuple[tuple[LetterRecord, str], ...]
    """The last one first, each with its title."""
    asked_review: bool
    """Whether a person was asked to look again."""

    @property
    def title(self) -> str:
        return TITLES[self.case.status]

    @property
    def next(self) -> str:
        return NEXT[self.case.status]

    @property
    def reached(self) -> int:
        """How many of the phases lie behind."""
        return _REACHED.get(self.case.status, len(PHASES))

    @property
    def moving(self) -> bool:
        return self.case.status in WAITING

    @property
    def closed(self) -> bool:
        return self.case.status in CLOSED

    @property
    def can_accept(self) -> bool:
        return self.case.status in {S.APPROVED, S.COUNTER_OFFERED}

    @property
    def can_withdraw(self) -> bool:
        return self.case.status in {
            *(S.RECEIVED, S.APPROVED, S.COUNTER_OFFERED, S.INCOMPLETE, S.REFERRED, S.ANSWERED, S.FAILED)
        }

    def too_late(self, today: dt.date) -> bool:
        """Whether the offer can no longer be accepted."""
        offer = self.decision.offer if self.decision else None
        return bool(offer and offer.accept_by and offer.accept_by < today)


def standing_of(site: Site, intake: Intake) -> Standing:
    """Of an intake that was submitted. Raises NotFound when its case is gone."""
    case_id = intake.case_id or ""
    case = site.store.get(case_id)
    decisions, letters = site.store.decisions(case_id), site.store.letters(case_id)
    notes = site.store.workbench.notes(case_id)
    return Standing(
        case=case,
        decision=from_json(Decision, decisions[-1].decision) if decisions else None,
        letters=tuple((one, letter_title(one.name)) for one in reversed(letters)),
        asked_review=any(note.actor == "applicant" for note in notes),
    )
