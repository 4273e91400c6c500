"""What an operator sees in Prefect: progress, the checks, the decision. Ids, counts and seconds; nobody's data.

No case waits for its picture or fails for it: what Prefect's server does not take is left out.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from prefect.artifacts import (
    acreate_markdown_artifact,
    acreate_progress_artifact,
    acreate_table_artifact,
    aupdate_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter
from prefect.context import FlowRunContext
from prefect.logging import get_run_logger
from prefect.logging.handlers import APILogHandler
from prefect.states import Crashed

from flows.workplace import Desk

LOG = logging.getLogger("vouch.worker")
Told = TypeVar("Told")
FLUSH_SECONDS = 5
STEPS_SHOWN = 4
"""Progress is told at most so often: every telling is a request to Prefect's server."""


def say(words: str) -> None:
    """A line in the run's log: counts, ids and codes."""
    get_run_logger().info(words)


async def said() -> None:
    """Waits until Prefect's server has every line of the logs, which go there in the background."""
    await _if_it_can(asyncio.wait_for(APILogHandler.aflush(), FLUSH_SECONDS))


async def pages(case_id: str, plan: Sequence[tuple[str, int]], read_one: Callable[[str, int], Awaitable[None]]) -> None:
    """Reads all pages side by side and shows how far that is."""
    if not plan:
        return
    artifact = await _if_it_can(
        acreate_progress_artifact(progress=0.0, key=key("progress", case_id), description="pages read")
    )
    done, step = 0, max(1, len(plan) // STEPS_SHOWN)

    async def read(sha256: str, number: int) -> None:
        nonlocal done
        await read_one(sha256, number)
        done += 1
        if artifact is not None and (done % step == 0 or done == len(plan)):
            await _if_it_can(aupdate_progress_artifact(artifact, progress=100.0 * done / len(plan)))

    await asyncio.gather(*(read(sha256, number) for sha256, number in plan))


async def summary(desk: Desk) -> None:
    """The checks table and the decision in codes."""
    decision = desk.decision
    if decision is None:
        return
    rows = [
        {
            "check": finding.check,
            "result": finding.result.value,
            "severity": finding.severity.value,
            "items seen": finding.items_seen,
        }
        for finding in decision.findings
    ]
    kinds = Counter(document.kind for reading in desk.readings for document in reading.documents)
    fired = [f"{one.rule} ({one.result.value})" for one in decision.verdicts if one.outcome is not None]
    lines = [
        f"**{decision.outcome.value}** by {decision.versions.policy}",
        f"- rules: {', '.join(fired) or 'all clear'}",
        f"- reasons: {', '.join(reason.id for reason in decision.reasons) or 'none needed'}",
        f"- score: {decision.score.points if decision.score.points is not None else 'none'} {decision.score.grade}",
        f"- documents: {', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items())) or 'none'}",
        f"- seconds: {', '.join(f'{stage} {seconds:.2f}' for stage, seconds in desk.seconds.items())}",
    ]
    case_id = desk.claim.case_id
    await asyncio.gather(
        _if_it_can(
            acreate_table_artifact(table=rows, key=key("checks", case_id), description="what the checks answered")
        ),
        _if_it_can(acreate_markdown_artifact(markdown="\n".join(lines), key=key("decision", case_id))),
    )


async def tag(case_id: str, status: str) -> None:
    """Tags this run by case and outcome, so that an operator can filter by either.

    At the end, because a run's tags go to its tasks too, and for each tagged task Prefect asks its server for a slot.
    """
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return
    async with get_client() as client:
        await _if_it_can(client.update_flow_run(context.flow_run.id, tags={case_id, status}))


def run_name(case_id: str) -> str:
    """What the case's runs are called."""
    return f"case-{case_id}"


async def mark_lost(case_id: str, last_attempt: int) -> None:
    """Marks the case's runs up to an attempt as crashed, when Prefect still believes that they run."""
    running = FlowRunFilter.model_validate(
        {"name": {"any_": [run_name(case_id)]}, "state": {"type": {"any_": ["RUNNING", "PENDING"]}}}
    )
    async with get_client() as client:
        for run in await client.read_flow_runs(flow_run_filter=running):
            if run.parameters.get("attempt", 0) <= last_attempt:
                await client.set_flow_run_state(run.id, Crashed(message="its worker is gone"), force=True)


async def _if_it_can(telling: Awaitable[Told]) -> Told | None:
    try:
        return await telling
    except Exception as fault:
        LOG.warning("not shown in Prefect: %s", type(fault).__name__)
        return None


def key(sort: str, case_id: str) -> str:
    """An artifact key: lower case, digits and dashes only."""
    return f"{sort}-{case_id.lower().replace('_', '-')}"
