"""The use-cases of the worker, without Prefect: gather, call a pure core, apply.

Each step may be killed at any moment and done again: pages are kept by their hash, blobs by theirs, and everything
that settles the case is one transaction under the claim's attempt.
"""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cases.codec import from_json, to_json
from cases.errors import VouchError
from cases.lifecycle import Status, status_after
from cases.marks import marks_of
from cases.model import Decision, FileReading
from cases.store.records import Claim
from flows.deciding import Inputs, as_of_date, code_version, decide_on, write_letter
from flows.reading import assembled, given_up, read_page_once
from flows.workplace import Desk, Workplace


@contextmanager
def timed(desk: Desk, stage: str) -> Iterator[None]:
    began = time.perf_counter()
    try:
        yield
    finally:
        desk.seconds[stage] = round(desk.seconds.get(stage, 0.0) + time.perf_counter() - began, 3)


async def take_in_hand(workplace: Workplace, claim: Claim) -> Desk:
    """A desk for the claimed case, and the policies as they are in force now."""
    if workplace.current is not None:
        workplace.book = await asyncio.to_thread(workplace.current.now)
    record = await asyncio.to_thread(workplace.store.get, claim.case_id)
    desk = Desk(claim=claim, record=record)
    workplace.desks[claim.case_id, claim.attempt] = desk
    return desk


async def inspect_files(workplace: Workplace, desk: Desk) -> list[tuple[str, int]]:
    """What the case's files are; gives every page to read as (file's SHA-256, page number)."""
    with timed(desk, "inspect"):
        files = workplace.sent(desk)
        found = await asyncio.gather(*(workplace.readers.inspect(file.path, file.name) for file in files.values()))
        desk.inspections = {
            sha256: dataclasses.replace(inspection, sha256=sha256)
            for sha256, inspection in zip(files, found, strict=True)
        }
    return [(sha256, number) for sha256, one in desk.inspections.items() for number in range(1, one.pages + 1)]


async def read_page(workplace: Workplace, desk: Desk, sha256: str, number: int) -> None:
    """Reads one page or takes it from the store. Raises Unavailable, which may pass."""
    file = workplace.sent(desk)[sha256]
    desk.pages[sha256, number] = await read_page_once(workplace.readers, workplace.shelf, file, sha256, number)


def give_up_page(desk: Desk, sha256: str, number: int) -> None:
    """The case goes on without a page that no reader survives."""
    desk.pages[sha256, number] = given_up(number)


def assemble_files(desk: Desk) -> tuple[FileReading, ...]:
    """Documents from the pages read, file by file in the order in which they were sent.

    Raises VouchError when a page has neither been read nor given up: a case is never decided on a part of its papers.
    """
    with timed(desk, "extract"):
        for sha256, one in desk.inspections.items():
            if any((sha256, number) not in desk.pages for number in range(1, one.pages + 1)):
                raise VouchError("A page of the case has not been read; the case must be taken in hand again.")
        desk.readings = tuple(
            assembled(
                file.name,
                desk.inspections[file.sha256],
                [page for (sha256, _), page in sorted(desk.pages.items()) if sha256 == file.sha256],
            )
            for file in desk.record.files
        )
    return desk.readings


def decide_case(workplace: Workplace, desk: Desk) -> Decision:
    """The machine's decision on the case, on what people corrected of it before. Raises BadInput for a request that
    no policy is for."""
    with timed(desk, "decide"):
        application = desk.record.application
        desk.inputs = Inputs(
            application=application,
            readings=desk.readings,
            as_of=as_of_date(application, workplace.clock().date()),
            engine=workplace.engine,
            code=code_version(),
            corrections=workplace.store.workbench.corrected(desk.claim.case_id),
            unattended=True,
        )
        desk.decision = decide_on(desk.inputs, workplace.book)
    return desk.decision


def settle_case(workplace: Workplace, desk: Desk) -> Decision:
    """The decision that an underwriter's answer makes of a referred case; the machine's own stays on record."""
    with timed(desk, "decide"):
        stored = workplace.store.decisions(desk.claim.case_id)
        answers = workplace.store.answers(desk.claim.case_id)
        if not stored or not answers:
            raise VouchError(f"Case {desk.claim.case_id} cannot be settled before it is decided and answered.")
        referred = from_json(Inputs, stored[-1].inputs)
        if {one.sha256 for one in referred.readings} != {file.sha256 for file in desk.record.files}:
            raise VouchError(
                f"Case {desk.claim.case_id} has files that its decision does not know; it must be decided anew."
            )
        corrections = workplace.store.workbench.corrected(desk.claim.case_id)
        machine = referred.machine or from_json(Decision, stored[-1].decision)
        if corrections:
            referred = dataclasses.replace(
                referred, corrections=corrections, unattended=False, machine=None, answer=None
            )
            machine = decide_on(referred, workplace.book)
        desk.inputs = dataclasses.replace(
            referred, answer=answers[-1].answer, settled_on=workplace.clock().date(), machine=machine
        )
        desk.decision = decide_on(desk.inputs, workplace.book)
    return desk.decision


def write_case_letter(workplace: Workplace, desk: Desk) -> None:
    """The letter in all its forms. Writing it again gives the same bytes' words, and only one is ever concluded."""
    with timed(desk, "letter"):
        desk.letter = write_letter(
            desk.claim.case_id,
            desk.record.application,
            _made(desk),
            workplace.settings.lender,
            by_person=desk.claim.status is Status.SETTLING,
        )


def conclude_case(workplace: Workplace, desk: Desk) -> Status:
    """Puts the letter into the blobs, then decision, letter, status and event into the store at once.

    Raises ClaimLost when another worker has the case now; nothing is written then.
    """
    with timed(desk, "conclude"):
        decision, inputs, letter = _made(desk), desk.inputs, desk.letter
        if inputs is None or letter is None:
            raise VouchError("A case is concluded with its inputs and its letter.")
        blobs = {form: workplace.blobs.put(content) for form, content in letter.forms.items()}
        status = status_after(decision.outcome)
        workplace.store.conclude(
            desk.claim,
            to_json(decision),
            to_json(inputs),
            letter.letter.name,
            blobs,
            status,
            workplace.clock(),
            marks_of(inputs.application, inputs.readings),
        )
    return status


def _made(desk: Desk) -> Decision:
    if desk.decision is None:
        raise VouchError("The case has not been decided yet.")
    return desk.decision
