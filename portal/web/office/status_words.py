"""The statuses and outcomes of a case in words, for those who work here."""

from __future__ import annotations

from collections.abc import Mapping

from cases.lifecycle import Status
from cases.model import Outcome

STATUS_WORDS: Mapping[Status, str] = {
    Status.RECEIVED: "Received, to be read",
    Status.PROCESSING: "In progress",
    Status.APPROVED: "Approved",
    Status.COUNTER_OFFERED: "Counter-offer made",
    Status.INCOMPLETE: "Papers are missing",
    Status.REFERRED: "With an underwriter",
    Status.ANSWERED: "Answered, to be settled",
    Status.SETTLING: "Being settled",
    Status.DECLINED: "Declined",
    Status.ACCEPTED: "Offer accepted",
    Status.WITHDRAWN: "Withdrawn",
    Status.EXPIRED: "Expired",
    Status.FAILED: "Failed, needs a person",
}

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.APPROVE: "Approve",
    Outcome.COUNTER_OFFER: "Counter-offer",
    Outcome.REFER_INCOMPLETE: "Ask for papers",
    Outcome.REFER_REVIEW: "Refer to a person",
    Outcome.DECLINE: "Decline",
}
