"""The case store: every case with its files, claims, decisions, letters and events. The way in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Self

from cases.lifecycle import Status
from cases.marks import Mark
from cases.model import Answer, Application
from cases.store import audit, casebook, chain, claims, conclusions, history, readings
from cases.store.accounts import Accounts
from cases.store.clients import Clients
from cases.store.condition import Condition, condition
from cases.store.database import Database
from cases.store.history import EventFilter
from cases.store.hooks import Hooks
from cases.store.intakes import Intakes
from cases.store.policies import Policies
from cases.store.queue import Queue
from cases.store.records import (
    AnswerRecord,
    CaseFile,
    CaseRecord,
    ChainReport,
    Claim,
    DecisionRecord,
    Event,
    LetterRecord,
)
from cases.store.workbench import Workbench


class Store:
    """Every method is one transaction: killed at any moment, it has happened whole or not at all.

    Times are aware and given by the caller. Methods block; asynchronous callers run them in a thread. Any of them
    raises Unavailable when the database cannot be reached, which may pass.
    """

    def __init__(self, url: str) -> None:
        """`sqlite:///file` or `postgresql://user@host/name`; nothing is opened yet. Raises BadInput."""
        self._database = Database(url)
        self.accounts = Accounts(self._database)
        self.intakes = Intakes(self._database)
        self.workbench = Workbench(self._database)
        self.queue = Queue(self._database)
        self.clients = Clients(self._database)
        self.policies = Policies(self._database)
        self.hooks = Hooks(self._database)

    def migrate(self) -> None:
        """Makes the tables or brings them up to this version; may run in several processes at once."""
        self._database.migrate()

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add_case(
        self, case_id: str, application: Application, files: Sequence[CaseFile], at: dt.datetime, actor: str
    ) -> None:
        """Takes in a case whose files are in the blobs already. Raises BadInput when the id is taken."""
        with self._database.write() as connection:
            casebook.add_case(connection, case_id, application, files, at, actor)

    def get(self, case_id: str) -> CaseRecord:
        """Raises NotFound."""
        with self._database.read() as connection:
            return casebook.get(connection, case_id)

    def cases(self, status: Status | None = None, limit: int = 100) -> tuple[CaseRecord, ...]:
        """The cases that moved last come first."""
        with self._database.read() as connection:
            return casebook.cases(connection, status, limit)

    def counts(self) -> dict[Status, int]:
        """How many cases have each status."""
        with self._database.read() as connection:
            return casebook.counts(connection)

    def add_files(self, case_id: str, files: Sequence[CaseFile], at: dt.datetime, actor: str) -> tuple[CaseFile, ...]:
        """incomplete → received with more documents; gives those that are new. Raises IllegalMove, BadInput."""
        with self._database.write() as connection:
            return casebook.add_files(connection, case_id, files, at, actor)

    def record_answer(self, case_id: str, answer: Answer, at: dt.datetime, actor: str) -> None:
        """referred → answered. Raises IllegalMove when the case is not referred."""
        with self._database.write() as connection:
            casebook.record_answer(connection, case_id, answer, at, actor)

    def answers(self, case_id: str) -> tuple[AnswerRecord, ...]:
        """The first before the last, which is the one to settle."""
        with self._database.read() as connection:
            return casebook.answers(connection, case_id)

    def move(self, case_id: str, then: Status, at: dt.datetime, actor: str) -> None:
        """Accepts, withdraws, expires; sends a failed or referred case back to the machine (RECEIVED), or a failed
        one to a person (REFERRED). Raises IllegalMove for every other move.
        """
        with self._database.write() as connection:
            casebook.move_case(connection, case_id, then, at, actor)

    def claim(self, worker: str, at: dt.datetime, lease: dt.timedelta, case_id: str | None = None) -> Claim | None:
        """The next case for a worker (received → processing, answered → settling), or the one named if it waits.

        None when there is none. No two callers ever get the same case.
        """
        with self._database.read() as connection:
            if not claims.waits(connection):
                return None
        with self._database.write() as connection:
            return claims.claim(connection, worker, at, lease, case_id)

    def renew(self, claim: Claim, at: dt.datetime, lease: dt.timedelta) -> Claim:
        """The claim, held for another lease from now. Raises ClaimLost."""
        with self._database.write() as connection:
            return claims.renew(connection, claim, at, lease)

    def release(self, claim: Claim, at: dt.datetime, code: str = "released") -> Status:
        """Gives the case back to the queue unfinished, as a worker does that shuts down. Raises ClaimLost."""
        with self._database.write() as connection:
            return claims.release(connection, claim, at, code)

    def release_stale(self, at: dt.datetime, max_attempts: int) -> tuple[tuple[str, Status], ...]:
        """The janitor's round: cases whose lease ran out before `at` go back to the queue, or fail after too many
        tries. Gives each with its new status. Their workers' claims are lost from then on.
        """
        with self._database.read() as connection:
            stale = claims.stale(connection, at)
        moved: list[tuple[str, Status]] = []
        for case_id in stale:
            # One transaction each: nobody may wait for a case while holding the head of the chain.
            with self._database.write() as connection:
                status = claims.release_one(connection, case_id, at, max_attempts)
            if status is not None:
                moved.append((case_id, status))
        return tuple(moved)

    def conclude(
        self,
        claim: Claim,
        decision_json: str,
        inputs_json: str,
        letter_name: str,
        letter_blobs: Mapping[str, str],
        status: Status,
        at: dt.datetime,
        marks: Collection[Mark] = (),
    ) -> bool:
        """Writes decision, letter, status and event together, once for each attempt.

        `decision_json` is `codec.to_json(decision)`, `letter_blobs` is format to SHA-256; an empty `letter_name`
        writes no letter; `marks` are what was read that ties the case to others. False when this attempt has
        concluded before. Raises ClaimLost, IllegalMove.
        """
        letter = (letter_name, letter_blobs) if letter_name else None
        with self._database.write() as connection:
            return conclusions.conclude(connection, claim, decision_json, inputs_json, letter, status, at, marks)

    def fail(self, claim: Claim, code: str, at: dt.datetime) -> None:
        """processing or settling → failed, with a code and never a text. Raises ClaimLost."""
        with self._database.write() as connection:
            conclusions.fail(connection, claim, code, at)

    def decisions(self, case_id: str) -> tuple[DecisionRecord, ...]:
        """The first before the last, which is the one that holds."""
        with self._database.read() as connection:
            return conclusions.decisions(connection, case_id)

    def decided_cases(self, limit: int) -> tuple[str, ...]:
        """The ids of the cases that were decided last, at most so many, the newest first."""
        with self._database.read() as connection:
            return conclusions.decided_cases(connection, limit)

    def letters(self, case_id: str) -> tuple[LetterRecord, ...]:
        """The first before the last."""
        with self._database.read() as connection:
            return conclusions.letters(connection, case_id)

    def page_reading(self, page_key: str, engine: str) -> str | None:
        """What an engine and its models (`engine` names both) read on a page before."""
        with self._database.read() as connection:
            return readings.page_reading(connection, page_key, engine)

    def keep_page_reading(self, page_key: str, engine: str, reading: str, at: dt.datetime) -> None:
        """Keeps a reading; one that is there already stays."""
        with self._database.write() as connection:
            readings.keep_page_reading(connection, page_key, engine, reading, at)

    def events(self, case_id: str | None = None) -> tuple[Event, ...]:
        """Of one case, or of all of them, in the order in which they happened."""
        with self._database.read() as connection:
            return chain.events(connection, case_id)

    def search_events(self, wanted: EventFilter, limit: int) -> tuple[Event, ...]:
        """The newest first, at most so many."""
        with self._database.read() as connection:
            return tuple(history.search(connection, wanted, limit))

    def condition(self, at: dt.datetime) -> Condition:
        """How the queue and the database are doing; nobody's data."""
        with self._database.read() as connection:
            return condition(connection, at)

    def ping(self) -> None:
        """Raises Unavailable when the database does not answer."""
        with self._database.read() as connection:
            chain.length(connection)

    def verify_chain(self) -> ChainReport:
        """Walks all events and compares the tables with them; says which event breaks the chain, and how."""
        with self._database.read() as connection:
            return audit.verify_chain(connection)
