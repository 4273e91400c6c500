"""The worker: one long-lived process that claims cases from the store and runs their flows in it.

A case is held by a lease that is renewed while it is worked on. Whatever happens to the worker, the lease runs out and
the janitor of any worker puts the case back. Nothing that may pass (a busy database, Prefect's server being restarted)
ends a worker: it waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import importlib
import logging
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from cases.blobs import Blobs
from cases.errors import ClaimLost, Unavailable, VouchError
from cases.lifecycle import UNCLAIMS, Status
from cases.settings import Settings
from cases.store import Store
from cases.store.claims import WORKER_STOPPED
from cases.store.records import Claim
from flows import steps
from flows.coded import where
from flows.current_book import CurrentBook
from flows.deciding import press
from flows.prefect_server import answers
from flows.readers import Readers
from flows.workplace import Workplace, at_work
from ocr.classify import kinds

LOG = logging.getLogger("vouch.worker")
CASES_AT_ONCE = 2
"""While one case waits for Prefect's server, another can be read."""
IDLE_SECONDS = 0.5
WAIT_SECONDS = 2.0
"""Between looks at something that is unavailable."""
JANITOR_SECONDS = 5.0
NO_PREFECT = "prefect_unavailable"


def worker_name() -> str:
    """A name for this process that no other has."""
    return f"worker-{os.getpid()}-{secrets.token_hex(3)}"


@asynccontextmanager
async def workplace(settings: Settings) -> AsyncIterator[Workplace]:
    """Everything a worker needs, opened; the reader processes end with it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with Store(settings.database_url) as store, Readers(settings) as readers:
        await asyncio.to_thread(store.migrate)
        current = await asyncio.to_thread(CurrentBook, settings.policies_dir)
        made = Workplace(
            settings=settings,
            store=store,
            blobs=Blobs(settings.blob_dir),
            readers=readers,
            book=current.now(),
            current=current,
        )
        with at_work(made):
            try:
                yield made
            finally:
                if "flows.show" in sys.modules:
                    await sys.modules["flows.show"].said()


@dataclasses.dataclass(slots=True)
class Worker:
    """Claims and concludes cases until it is told to stop."""

    place: Workplace
    name: str = dataclasses.field(default_factory=worker_name)
    stopping: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    worked: int = 0
    """Cases worked on so far."""
    prefect_lost: bool = False
    """Prefect's server did not answer when it was last needed; nothing is claimed before it does again."""

    async def run(self, *, until_idle: bool = False) -> int:
        """Works until stopped or, with `until_idle`, until no case waits; the number of cases worked on."""
        janitor = asyncio.create_task(self._tidy())
        try:
            async with asyncio.TaskGroup() as lanes:
                for _ in range(CASES_AT_ONCE):
                    lanes.create_task(self._lane(until_idle=until_idle))
            return self.worked
        finally:
            janitor.cancel()

    async def _lane(self, *, until_idle: bool) -> None:
        """One case after the other."""
        while not self.stopping.is_set():
            if self.prefect_lost:
                await self._wait_for_prefect()
                continue
            claim = await self._claim()
            if claim is not None:
                await self.work_on(claim)
                self.worked += 1
            elif until_idle:
                break
            else:
                await self._pause(IDLE_SECONDS)

    async def work_on(self, claim: Claim) -> None:
        """Runs the claimed case's flow. A failure is told to the store by its code; the worker goes on."""
        flow = asyncio.create_task(self._flow(claim))
        renewal = asyncio.create_task(self._renew(claim, flow))
        try:
            await flow
        except asyncio.CancelledError:
            # A renewal that ended by itself lost the claim and ended the flow for it; the worker goes on. One that was
            # cancelled, as everything is when the loop ends, says nothing of the claim, and the case is given back.
            if renewal.done() and not renewal.cancelled():
                LOG.warning("case %s: %s", claim.case_id, ClaimLost.code)
                return
            await self._give_back(claim, WORKER_STOPPED)
            raise
        except VouchError as fault:
            await self._after(claim, fault.code)
        except Exception as fault:  # Our own errors come as codes, so this is Prefect or the way to its server.
            LOG.warning("case %s: %s at %s", claim.case_id, type(fault).__name__, where(fault))
            self.prefect_lost = True
            await self._after(claim, NO_PREFECT)
        finally:
            renewal.cancel()
            self.place.desks.pop((claim.case_id, claim.attempt), None)

    async def _flow(self, claim: Claim) -> None:
        await steps.take_in_hand(self.place, claim)
        await _flow_of(claim)

    async def _claim(self) -> Claim | None:
        settings = self.place.settings
        try:
            return await asyncio.to_thread(self.place.store.claim, self.name, self.place.clock(), settings.lease)
        except Exception as fault:  # Whatever it was, the worker goes on and looks again.
            LOG.warning("no claim: %s", named(fault))
            await self._pause(WAIT_SECONDS)
            return None

    async def _after(self, claim: Claim, code: str) -> None:
        """What may pass is tried again by whoever claims the case next; the rest fails and waits for a person."""
        LOG.warning("case %s: %s", claim.case_id, code)
        if code == ClaimLost.code:
            return
        if code in {Unavailable.code, NO_PREFECT} and claim.tries < self.place.settings.max_attempts:
            await self._give_back(claim, code)
            return
        await self._let_go(self.place.store.fail, claim, code, self.place.clock())

    async def _give_back(self, claim: Claim, code: str) -> None:
        await self._let_go(self.place.store.release, claim, self.place.clock(), code)

    async def _let_go(self, tell: Callable[..., object], claim: Claim, *told: object) -> None:
        """Tells the store that this worker is done with a case; one that it cannot be told of now comes back when its
        lease runs out."""
        try:
            await asyncio.to_thread(tell, claim, *told)
        except Exception as fault:
            LOG.warning("case %s: not let go, %s", claim.case_id, named(fault))

    async def _renew(self, claim: Claim, flow: asyncio.Task[None]) -> None:
        """Keeps the case while it is worked on, and ends its flow when somebody else holds it."""
        lease = self.place.settings.lease
        while True:
            await asyncio.sleep(lease.total_seconds() / 3)
            try:
                await asyncio.to_thread(self.place.store.renew, claim, self.place.clock(), lease)
            except ClaimLost:
                flow.cancel()
                return
            except Exception as fault:
                LOG.warning("case %s: not renewed, %s", claim.case_id, named(fault))

    async def _tidy(self) -> None:
        """The janitor: puts back cases whose worker is gone, and fails those that keep losing theirs."""
        store, settings = self.place.store, self.place.settings
        while True:
            try:
                moved = await asyncio.to_thread(store.release_stale, self.place.clock(), settings.max_attempts)
                for case_id, status in moved:
                    LOG.warning("case %s lost its worker and is %s", case_id, status.value)
                    await self._tell_lost(case_id)
            except Exception as fault:  # A janitor that ended would leave every lost case lying.
                LOG.warning("janitor: %s", named(fault))
            await asyncio.sleep(JANITOR_SECONDS)

    async def _tell_lost(self, case_id: str) -> None:
        """Tells Prefect that the case's earlier runs are dead, or they would be shown as running for ever."""
        from flows.show import mark_lost

        record = await asyncio.to_thread(self.place.store.get, case_id)
        try:
            await mark_lost(case_id, record.attempt - (record.status in UNCLAIMS))
        except Exception as fault:  # Only the picture in Prefect suffers.
            LOG.warning("case %s: its lost run is not marked, %s", case_id, type(fault).__name__)

    async def _wait_for_prefect(self) -> None:
        """Looks whether Prefect's server answers again, and pauses when it does not."""
        if await asyncio.to_thread(answers, os.environ.get("PREFECT_API_URL")):
            self.prefect_lost = False
        else:
            await self._pause(WAIT_SECONDS)

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.stopping.wait(), seconds)


def named(fault: Exception) -> str:
    """What a log may say of a fault: its code, or its type; never its words, which may hold somebody's data."""
    return fault.code if isinstance(fault, VouchError) else type(fault).__name__


async def _flow_of(claim: Claim) -> None:
    """The flow that a claim calls for."""
    from flows.intake import intake
    from flows.review import review

    await (review if claim.status is Status.SETTLING else intake)(claim.case_id, claim.attempt)


async def get_ready(place: Workplace) -> None:
    """What takes long the first time is done before a case is held: processes, Prefect, fonts, document kinds."""
    await asyncio.gather(
        place.readers.start(),
        asyncio.to_thread(importlib.import_module, "flows.review"),
        asyncio.to_thread(press, "<p>ready</p>"),
        asyncio.to_thread(kinds),
    )


async def run_worker(settings: Settings, *, until_idle: bool = False) -> int:
    """Opens a workplace and works in it; SIGTERM and SIGINT end it after the case in hand is given back."""
    async with workplace(settings) as place:
        await get_ready(place)
        worker = Worker(place)
        loop = asyncio.get_running_loop()
        work = asyncio.create_task(worker.run(until_idle=until_idle))

        def stop() -> None:
            worker.stopping.set()
            work.cancel()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        try:
            return await work
        except asyncio.CancelledError:
            return worker.worked


def work(settings: Settings, *, until_idle: bool = False) -> int | None:
    """Runs a worker to its end; the number of cases it worked on, None when it was ended in the middle of one.

    While a flow runs, Prefect takes SIGTERM for itself and raises it as an exception of its own. The case in hand is
    given back then as well, for every task of the loop is cancelled on the way out.
    """
    try:
        return asyncio.run(run_worker(settings, until_idle=until_idle))
    except BaseException as ended:
        if type(ended).__name__ != "TerminationSignal":
            raise
        return None
