"""Sends a case back to the machine: what an operator starts by hand in Prefect's UI.

It only moves the case's status in the store, by the table of legal moves; a worker then claims the case as it claims
any other. So a case that is in work, concluded or closed cannot be decided a second time from here.

`python -m flows.rerun` serves the flow as the deployment `rerun/by-hand`.
"""

from __future__ import annotations

import asyncio
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runner import Runner
from prefect.states import Completed

from cases.lifecycle import Status
from cases.settings import Settings
from cases.store import Store
from flows.coded import coded
from flows.workplace import utc_now

DEPLOYMENT = "by-hand"
ACTOR = "operator"


def send_back(store: Store, case_id: str) -> None:
    """failed → received, or referred → received. Raises NotFound, and IllegalMove for a case in any other status."""
    store.move(case_id, Status.RECEIVED, utc_now(), ACTOR)


@flow(name="rerun", flow_run_name="rerun-{case_id}", persist_result=False, log_prints=False)
async def rerun(case_id: str) -> State[Any]:
    """Puts a failed or referred case back into the queue."""
    with coded(), Store(Settings.from_env().database_url) as store:
        await asyncio.to_thread(send_back, store, case_id)
    return Completed(name="Queued")


async def serve() -> None:
    """Waits for runs that operators start, until it is ended; each runs in a process of its own."""
    runner = Runner(name="vouch", pause_on_shutdown=False, query_seconds=5)
    await runner.aadd_flow(rerun, name=DEPLOYMENT, description=rerun.__doc__, tags=["vouch"])
    await runner.start()


if __name__ == "__main__":
    asyncio.run(serve())
