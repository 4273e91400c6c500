"""The short flow that an underwriter's answer starts: settle, write, conclude."""

from __future__ import annotations

import asyncio
from typing import Any

from prefect import flow, task
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows import show, steps
from flows.coded import coded
from flows.intake import RETRIES, TITLES, conclude
from flows.workplace import here


@task(name="settle", **RETRIES)
async def settle(case_id: str, attempt: int) -> str:
    with coded():
        return (await asyncio.to_thread(steps.settle_case, here(), here().desk(case_id, attempt))).outcome.value


@flow(name="review", flow_run_name="case-{case_id}", persist_result=False, log_prints=False, validate_parameters=False)
async def review(case_id: str, attempt: int) -> State[Any]:
    """From an underwriter's answer to the settled decision and its letter."""
    outcome = await settle(case_id, attempt)
    status = await conclude(case_id, attempt)
    show.say(f"settled by a person to {outcome}; the letter is written and the case is {status}")
    await show.summary(here().desk(case_id, attempt))
    await show.tag(case_id, status)
    return Completed(name=TITLES[status], message=f"settled, attempt {attempt}")
