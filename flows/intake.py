"""The flow of a new case: inspect, read pages side by side, decide, write, conclude. Thin over `steps`.

Prefect sees a case id, an attempt, hashes, counts and codes, and never a text: what it is given it keeps.
"""

from __future__ import annotations

import asyncio
import functools
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed
from prefect.tasks import exponential_backoff

from cases.errors import VouchError
from flows import show, steps
from flows.coded import coded, may_pass
from flows.readers import ReaderDied
from flows.workplace import here

TITLES = {
    "approved": "Approved",
    "counter_offered": "CounterOffered",
    "incomplete": "Incomplete",
    "referred": "Referred",
    "declined": "Declined",
}
RETRIES: dict[str, Any] = {
    "retries": 2,
    "retry_delay_seconds": exponential_backoff(0.5),
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": may_pass,
    "cache_policy": NO_CACHE,
    "persist_result": False,
    "log_prints": False,
}


@task(name="read-page", task_run_name="page-{sha256:.8}-{number}", **RETRIES)
async def read_page(case_id: str, attempt: int, sha256: str, number: int) -> None:
    with coded():
        await steps.read_page(here(), here().desk(case_id, attempt), sha256, number)


@task(name="decide", **RETRIES)
async def decide(case_id: str, attempt: int) -> str:
    with coded():
        desk = here().desk(case_id, attempt)
        # In a thread, because the claim must be renewed and the other case go on meanwhile.
        await asyncio.to_thread(steps.assemble_files, desk)
        return (await asyncio.to_thread(steps.decide_case, here(), desk)).outcome.value


@task(name="conclude", **RETRIES)
async def conclude(case_id: str, attempt: int) -> str:
    with coded():
        desk = here().desk(case_id, attempt)
        await asyncio.to_thread(steps.write_case_letter, here(), desk)
        return (await asyncio.to_thread(steps.conclude_case, here(), desk)).value


@flow(name="intake", flow_run_name="case-{case_id}", persist_result=False, log_prints=False, validate_parameters=False)
async def intake(case_id: str, attempt: int) -> State[Any]:
    """From a received case to its decision and letter. The desk of the case must stand in the workplace."""
    with coded():
        desk = here().desk(case_id, attempt)
        pages = await steps.inspect_files(here(), desk)
        show.say(f"attempt {attempt}: {len(desk.inspections)} files, {len(pages)} pages to read")
        with steps.timed(desk, "read"):
            await show.pages(case_id, pages, functools.partial(read_one, case_id, attempt))
    outcome = await decide(case_id, attempt)
    status = await conclude(case_id, attempt)
    show.say(f"decided to {outcome}; the letter is written and the case is {status}")
    await show.summary(desk)
    await show.tag(case_id, status)
    return Completed(name=TITLES[status], message=f"attempt {attempt}")


async def read_one(case_id: str, attempt: int, sha256: str, number: int) -> None:
    """A page by its task; one that no reader survives is given up, and the case goes on without it."""
    try:
        await read_page(case_id, attempt, sha256, number)
    except VouchError as fault:
        if fault.code != ReaderDied.code:
            raise
        steps.give_up_page(here().desk(case_id, attempt), sha256, number)
