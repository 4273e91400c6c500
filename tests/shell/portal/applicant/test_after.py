"""From the signature on: status, letters, acceptance, withdrawal, more papers, help; each only for one's own case."""

from __future__ import annotations

import json
import re

from cases.codec import digest, to_json
from cases.lifecycle import Status
from cases.settings import Settings
from cases.store import Store
from flows.reading import engine_label
from ocr.engine_version import current_version
from ocr.reading import page_key
from tests.shell.portal.applicant.site_at_hand import Visitor
from tests.shell.portal.applicant.worked import work

HEARTH = "01-hearth-clean-digital"


def test_nothing_is_sent_unfinished_or_unsigned(visitor: Visitor, store: Store) -> None:
    visitor.begin()
    told = visitor.post("/apply/submit", {"name": "A"}, status=422).text
    for sentence in ("Some answers are missing", "Send at least one paper", "Please tick this", "Type your full name"):
        assert sentence in told
    assert visitor.intake(store).case_id is None
    assert visitor.client.get("/apply/status").headers["location"] == "/apply/submit"


def test_from_signature_to_acceptance(
    visitor: Visitor, stranger: Visitor, store: Store, portal_settings: Settings
) -> None:
    visitor.begin().tell(HEARTH).send(HEARTH)
    visitor.wait_until_read()
    shown = visitor.intake(store).files[0].sha256
    assert store.page_reading(page_key(shown, 1), engine_label(current_version())), "the worker would read it again"
    visitor.sign()
    case_id = visitor.intake(store).case_id or ""
    assert case_id in visitor.get("/apply/status")
    assert store.get(case_id).application.applicant.consents
    visitor.post("/apply/loan", {"amount": "9"}, status=409)
    visitor.post("/apply/papers", files=[("late.pdf", b"%PDF-")], status=409)
    visitor.post("/apply/accept", {"name": "Ada Bellamy", "agree": "yes"}, status=409)
    assert work(portal_settings) is Status.APPROVED
    page = visitor.get("/apply/status")
    assert "Your loan is approved" in page
    assert "Letter of approval" in page
    letter = visitor.client.get("/apply/letter/1")
    assert "Hearth &amp; Rye" in letter.text
    policy = letter.headers["content-security-policy"]
    assert re.search(r"style-src 'sha256-[^']+'; .*sandbox", policy)
    assert "unsafe" not in policy
    assert visitor.client.get("/apply/letter/1/pdf").content.startswith(b"%PDF-")
    for path in ("letter/1", "letter/1/pdf"):
        assert stranger.client.get(f"/apply/{path}").status_code == 404
    stranger.post("/apply/accept", {"name": "Eve", "agree": "yes"}, status=404)
    unsigned = visitor.post("/apply/accept", {"name": ""}, status=422).text
    assert "Please tick that you agree" in unsigned
    assert "Every rule of this loan is met" in visitor.get("/apply/help") or "These are the reasons" in page
    visitor.sign("/apply/accept")
    assert store.get(case_id).status is Status.ACCEPTED
    signed = visitor.intake(store).form["accepted"]
    assert signed["name"] == "Ada Bellamy"
    assert store.events(case_id)[-1].payload["signed_sha256"] == digest(to_json(signed))
    assert "Ada" not in json.dumps([dict(event.payload) for event in store.events(case_id)])
    assert store.verify_chain().ok
    assert "You have accepted the offer" in visitor.get("/apply/status")


def test_an_incomplete_case_takes_what_was_missing(visitor: Visitor, store: Store, portal_settings: Settings) -> None:
    visitor.begin().tell("05-hearth-missing-month").send("05-hearth-missing-month")
    visitor.wait_until_read()
    assert "We will have to ask" not in visitor.get("/apply/submit")
    visitor.sign()
    case_id = visitor.intake(store).case_id or ""
    assert work(portal_settings) is Status.INCOMPLETE
    page = visitor.get("/apply/status")
    assert "January 2026" in page
    assert "You have not sent anything new" in visitor.post("/apply/more", status=422).text
    visitor.post("/apply/papers/1/remove", status=409)
    visitor.send(HEARTH, "statement-2026-01.pdf")
    visitor.wait_until_read()
    assert "January 2026" in visitor.get("/apply/help")
    visitor.post("/apply/more")
    assert store.get(case_id).status is Status.RECEIVED
    assert work(portal_settings) is Status.APPROVED
    assert [letter.name for letter in store.letters(case_id)] == ["more_documents", "approval"]


def test_a_declined_case_can_be_looked_at_by_a_person(
    visitor: Visitor, store: Store, portal_settings: Settings
) -> None:
    visitor.begin().tell("09-tallow-debt-too-heavy").send("09-tallow-debt-too-heavy")
    visitor.post("/apply/review", status=404)
    visitor.wait_until_read()
    visitor.sign()
    visitor.post("/apply/review", status=409)
    assert work(portal_settings) is Status.DECLINED
    assert "Ask a person to look again" in visitor.get("/apply/status")
    visitor.post("/apply/review", {"why": "The debt was repaid."})
    visitor.post("/apply/review", {"why": "Twice."})
    assert "You have asked for a person" in visitor.get("/apply/status")
    (note,) = store.workbench.notes(visitor.intake(store).case_id or "")
    assert "The debt was repaid." in str(note.what)
    assert "Why this decision?" in visitor.get("/apply/help")


def test_an_application_is_withdrawn_only_when_that_is_meant(visitor: Visitor, store: Store) -> None:
    visitor.begin().tell(HEARTH).send(HEARTH, "passport.pdf").sign()
    case_id = visitor.intake(store).case_id or ""
    assert "Please tick that you want to withdraw" in visitor.post("/apply/withdraw", status=422).text
    assert store.get(case_id).status is Status.RECEIVED
    visitor.post("/apply/withdraw", {"sure": "yes"})
    assert store.get(case_id).status is Status.WITHDRAWN
    visitor.post("/apply/withdraw", {"sure": "yes"}, status=409)
    visitor.post("/apply/leave")
    assert visitor.client.get("/apply/status").headers["location"].startswith("/apply")


def test_the_status_is_told_as_it_changes(visitor: Visitor, store: Store) -> None:
    visitor.begin().tell(HEARTH).send(HEARTH, "passport.pdf").sign()
    with visitor.client.stream("GET", "/apply/status/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = (line for line in answer.iter_lines() if line.startswith("data:"))
        assert next(lines) == "data: received"
        visitor.intake(store)
        store.move(visitor.intake(store).case_id or "", Status.WITHDRAWN, store.events()[-1].at, "test")
        assert next(lines) == "data: withdrawn"


def test_help_finds_the_answer_to_a_question(visitor: Visitor) -> None:
    visitor.begin()
    assert 'id="kept" open' in visitor.post("/apply/help", {"question": "Is my data safe?"}, status=200).text
    assert 'id="needs" open' in visitor.post("/apply/help", {"question": "还缺什么材料?"}, status=200).text
    assert "We have no answer" in visitor.post("/apply/help", {"question": "xyzzy"}, status=200).text
