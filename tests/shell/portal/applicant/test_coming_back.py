"""A link leads back once, until it runs out; whoever only looks at it does not use it up."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from cases.store import Store
from tests.shell.portal.applicant.site_at_hand import Visitor, clock


def test_a_link_works_once(visitor: Visitor, address: str, store: Store) -> None:
    visitor.begin()
    page = visitor.post("/apply/resume", status=200).text
    assert "<svg" in page
    assert "style=" not in page
    (link,) = set(re.findall(r"http://[^<\s]+(/r/[\w-]+)", page))
    assert link.removeprefix("/r/") not in str(visitor.intake(store))
    phone = Visitor(address)
    for _ in range(3):
        assert "Open my application" in phone.get(link)
    assert phone.client.post(link).status_code == 403
    assert phone.post(link).headers["location"] == "/apply/business"
    assert phone.intake(store).id == visitor.intake(store).id
    again = Visitor(address).post(link, status=410).text
    assert "has been used or has run out" in again


def test_a_link_runs_out(visitor: Visitor, address: str, store: Store) -> None:
    visitor.begin()
    old = hashlib.sha256(b"old").hexdigest()
    store.intakes.add_link(visitor.intake(store).id, old, clock() - dt.timedelta(seconds=1))
    for token in ("old", "never"):
        assert "has been used or has run out" in Visitor(address).post(f"/r/{token}", status=410).text
