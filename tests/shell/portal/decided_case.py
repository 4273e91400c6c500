"""Cases decided on hand-made papers of a small company, in milliseconds: the real core, store, blobs and letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from cases.codec import to_json
from cases.lifecycle import Status, status_after
from cases.model import Application, Document
from decision import Book
from flows.deciding import Inputs, decide_on, write_letter
from tests.core import paperwork
from tests.core.paperwork import TODAY, papers, readings
from tests.shell.portal.site_at_hand import SiteAtHand

LEASE = dt.timedelta(seconds=60)


def decide_case(
    here: SiteAtHand, case_id: str, documents: Sequence[Document] | None = None, book: Book | None = None
) -> Status:
    """What a worker would do with a received case that brought these papers (all that are needed, otherwise)."""
    claim = here.store.claim("w1", here.clock.now, LEASE, case_id)
    assert claim is not None
    record = here.store.get(case_id)
    sent = readings(*(papers() if documents is None else documents))
    inputs = Inputs(application=record.application, readings=sent, as_of=TODAY, engine="recorded/1", code="test")
    made = decide_on(inputs, book or paperwork.book())
    letter = write_letter(case_id, record.application, made, here.settings.lender)
    blobs = {form: here.site.blobs.put(content) for form, content in letter.forms.items()}
    status = status_after(made.outcome)
    name = letter.letter.name
    here.store.conclude(claim, to_json(made), to_json(inputs), name, blobs, status, here.clock.now)
    return status


def stated(**request: object) -> Application:
    """What the company asks for; `amount` and the like may be changed."""
    return paperwork.application(**request)


def as_json(amount: str = "60000.00") -> dict[str, object]:
    """The same application as a client of the API sends it."""
    asked = paperwork.application()
    return {
        "business": {
            "legal_name": asked.business.legal_name,
            "country": asked.business.country,
            "registration_number": asked.business.registration_number,
        },
        "people": [
            {"full_name": one.full_name, "date_of_birth": str(one.date_of_birth), "role": one.role.value, "share": "1"}
            for one in asked.people
        ],
        "request": {
            "product": asked.request.product,
            "amount": Decimal(amount).to_eng_string(),
            "currency": asked.request.currency,
            "term_months": asked.request.term_months,
        },
        "stated": {
            name: str(value)
            for name in ("annual_revenue", "net_profit", "existing_debt", "monthly_debt_service")
            if (value := getattr(asked.stated, name)) is not None
        },
        "applicant": {"language": "en", "received_on": "2020-01-01"},
    }
