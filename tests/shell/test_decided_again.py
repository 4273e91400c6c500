"""A case that is decided anew remembers what a person corrected before."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from cases.blobs import Blobs
from cases.codec import to_json
from cases.lifecycle import Status
from cases.model import Correction, Outcome
from cases.settings import Settings
from cases.store import CaseFile, Store
from flows.current_book import CurrentBook
from flows.deciding import Inputs
from flows.readers import Readers
from flows.steps import decide_case, take_in_hand
from flows.workplace import Desk, Workplace
from tests.core import paperwork
from tests.core.paperwork import application, papers, readings
from tests.shell.cases_at_hand import LEASE, START, after, conclude


def test_the_machine_does_not_fall_back_to_what_it_misread(store: Store, tmp_path: Path) -> None:
    settings = Settings.from_env({"VOUCH_DATA": str(tmp_path / "vouch")})
    paper = next(one for one in papers() if one.kind == "income_statement")
    seen = Correction(document=paper.id, field="revenue", value="1000.00", read=paper.fields["revenue"].value)
    files = [CaseFile(name=one.file, sha256=one.sha256, size=1) for one in papers()]
    store.add_case("c1", application(), files, START, "applicant")
    claim = store.claim("w1", START, LEASE)
    assert claim is not None
    conclude(store, claim)
    with Readers(settings) as readers:
        book = paperwork.book()
        place = Workplace(settings=settings, store=store, blobs=Blobs(tmp_path / "blobs"), readers=readers, book=book)

        def decided(seconds: float) -> tuple[Outcome, Inputs]:
            store.move("c1", Status.RECEIVED, after(seconds), "operator")
            again = store.claim("w1", after(seconds + 1), LEASE)
            assert again is not None
            desk = Desk(claim=again, record=store.get("c1"), readings=readings(*papers()))
            outcome = decide_case(place, desk).outcome
            assert desk.inputs is not None
            conclude(store, again)
            return outcome, desk.inputs

        before, inputs = decided(10)
        assert inputs.corrections == ()
        store.workbench.correct("c1", seen, after(15), "jo")
        corrected, known = decided(20)
    assert before is Outcome.APPROVE
    assert corrected is not Outcome.APPROVE
    assert to_json(known) == to_json(dataclasses.replace(inputs, corrections=(seen,)))


async def test_a_worker_judges_the_next_case_by_a_policy_that_was_published_meanwhile(
    store: Store, tmp_path: Path
) -> None:
    settings = Settings.from_env({"VOUCH_DATA": str(tmp_path / "vouch")})
    current = CurrentBook(settings.policies_dir)
    with Readers(settings) as readers:
        place = Workplace(
            settings=settings,
            store=store,
            blobs=Blobs(tmp_path / "blobs"),
            readers=readers,
            book=current.now(),
            current=current,
        )
        versions = []
        for number, version in enumerate(("2026.1", "2026.2", "2026.3")):
            text = current.text("sme_term_loan")
            CurrentBook(settings.policies_dir).put(
                "sme_term_loan", text.replace(versions[-1], version) if versions else text
            )
            store.add_case(f"c{number}", application(), [], after(number), "applicant")
            claim = store.claim("w1", after(number), LEASE)
            assert claim is not None
            await take_in_hand(place, claim)
            versions.append(place.book.policies["sme_term_loan"].version)
    assert versions == ["2026.1", "2026.2", "2026.3"]
