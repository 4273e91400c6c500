"""Whatever is done to a case, in any order: the table of moves holds, and so does the chain."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cases.errors import BadInput, ClaimLost, IllegalMove
from cases.lifecycle import CLAIMS, MOVES, UNCLAIMS, Status, status_after
from cases.model import Outcome
from cases.store import CaseFile, Claim, Store
from tests.shell.cases_at_hand import ANSWER, LEASE, LETTER, add, after, decision


class OneCase(RuleBasedStateMachine):
    """One case, two workers, an applicant, an underwriter, an operator and a janitor, who all try anything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(f"sqlite:///{self.folder / 'cases.db'}")
        self.store.migrate()
        add(self.store)
        self.now, self.path, self.seconds = Status.RECEIVED, [Status.RECEIVED], 0
        self.claims: list[Claim] = []
        self.concluded: dict[int, Status] = {}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def moved(self, then: Status) -> None:
        assert then in MOVES[self.now]
        self.now = then
        self.path.append(then)

    def tick(self) -> int:
        self.seconds += 1
        return self.seconds

    @rule(worker=st.sampled_from(["w1", "w2"]))
    def claim(self, worker: str) -> None:
        claim = self.store.claim(worker, after(self.tick()), LEASE)
        assert (claim is not None) == (self.now in CLAIMS)
        if claim is not None:
            assert claim.attempt > max([one.attempt for one in self.claims], default=0)
            self.moved(claim.status)
            self.claims.append(claim)

    @precondition(lambda self: self.claims)
    @rule(outcome=st.sampled_from(Outcome), which=st.integers(0, 99))
    def conclude(self, outcome: Outcome, which: int) -> None:
        claim = self.claims[-1 - which % min(2, len(self.claims))]
        holds = claim is self.claims[-1] and self.now is claim.status
        then = status_after(outcome)
        try:
            written = self.store.conclude(claim, decision(outcome), "{}", "a", LETTER, then, after(self.tick()))
        except ClaimLost:
            assert not holds
            assert claim.attempt not in self.concluded
            return
        assert written == holds
        assert written or claim.attempt in self.concluded
        if written:
            self.moved(then)
            self.concluded[claim.attempt] = then

    @precondition(lambda self: self.now in UNCLAIMS)
    @rule()
    def fail(self) -> None:
        self.store.fail(self.claims[-1], "reader_died", after(self.tick()))
        self.moved(Status.FAILED)

    @precondition(lambda self: self.now in UNCLAIMS)
    @rule()
    def janitor(self) -> None:
        self.seconds += 100
        ((_, then),) = self.store.release_stale(after(self.seconds), 2)
        assert then in {UNCLAIMS[self.now], Status.FAILED}
        self.moved(then)

    @rule()
    def answer(self) -> None:
        try:
            self.store.record_answer("c1", ANSWER, after(self.tick()), "u1")
        except IllegalMove:
            assert self.now is not Status.REFERRED
            return
        self.moved(Status.ANSWERED)

    @rule(content=st.integers(0, 5))
    def send_more(self, content: int) -> None:
        file = CaseFile(name="more.pdf", sha256=f"{content:064}", size=1)
        try:
            self.store.add_files("c1", [file], after(self.tick()), "applicant")
        except IllegalMove:
            assert self.now is not Status.INCOMPLETE
            return
        except BadInput:
            assert file.sha256 in {one.sha256 for one in self.store.get("c1").files}
            return
        self.moved(Status.RECEIVED)

    @rule(then=st.sampled_from(Status))
    def move_by_hand(self, then: Status) -> None:
        try:
            self.store.move("c1", then, after(self.tick()), "operator")
        except IllegalMove:
            return
        assert then not in {Status.APPROVED, Status.COUNTER_OFFERED, Status.DECLINED, Status.ANSWERED}
        self.moved(then)

    @invariant()
    def everything_agrees(self) -> None:
        record = self.store.get("c1")
        assert record.status is self.now
        assert (record.claimed_by is not None) == (self.now in UNCLAIMS)
        assert {one.attempt: one.status for one in self.store.decisions("c1")} == self.concluded
        assert [one.attempt for one in self.store.letters("c1")] == sorted(self.concluded)
        assert [Status(str(one.payload["to"])) for one in self.store.events("c1")] == self.path
        assert self.store.verify_chain().ok


OneCase.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestOneCase = OneCase.TestCase
