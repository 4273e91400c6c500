"""The worker: one long-lived process that claims cases from the store and runs their flows in it.

A case is held by a lease that is renewed while it is worked on. Whatever happens to the worker, the lease runs out and
the janitor of any worker puts the case back.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import os
import secrets
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cases.blobs import Blobs
from cases.errors import ClaimLost, VouchError
from cases.lifecycle import Status
from cases.settings import Settings
from cases.store import Store
from cases.store.records import Claim
from decision import load_book
from flows import steps
from flows.readers import Readers
from flows.workplace import Workplace, at_work

LOG = logging.getLogger("vouch.worker")
IDLE_SECONDS = 0.5
JANITOR_SECONDS = 5.0


def worker_name() -> str:
    """A name for this process that no other has."""
    return f"worker-{os.getpid()}-{secrets.token_hex(3)}"


@asynccontextmanager
async def workplace(settings: Settings) -> AsyncIterator[Workplace]:
    """Everything a worker needs, opened; the reader processes end with it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with Store(settings.database_url) as store, Readers(settings) as readers:
        await asyncio.to_thread(store.migrate)
        made = Workplace(
            settings=settings, store=store, blobs=Blobs(settings.blob_dir), readers=readers, book=load_book()
        )
        with at_work(made):
            yield made


@dataclasses.dataclass(slots=True)
class Worker:
    """Claims and concludes cases until it is told to stop."""

    place: Workplace
    name: str = dataclasses.field(default_factory=worker_name)
    stopping: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)

    async def run(self, *, until_idle: bool = False) -> int:
        """Works until stopped or, with `until_idle`, until no case waits; the number of cases worked on."""
        janitor = asyncio.create_task(self._tidy())
        worked = 0
        try:
            while not self.stopping.is_set():
                claim = await self._claim()
                if claim is not None:
                    await self.work_on(claim)
                    worked += 1
                elif until_idle:
                    break
                else:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self.stopping.wait(), IDLE_SECONDS)
        finally:
            janitor.cancel()
        return worked

    async def work_on(self, claim: Claim) -> None:
        """Runs the claimed case's flow. A failure is told to the store by its code; the worker goes on."""
        desk = await steps.take_in_hand(self.place, claim)
        renewal = asyncio.create_task(self._renew(claim))
        try:
            if claim.status is Status.SETTLING:
                from flows.review import review

                await review(claim.case_id, claim.attempt)
            else:
                from flows.intake import intake

                await intake(claim.case_id, claim.attempt)
        except ClaimLost:
            LOG.warning("case %s was taken over", claim.case_id)
        except asyncio.CancelledError:
            await self._give_back(claim, "worker_stopped")
            raise
        except VouchError as fault:
            await self._after(claim, fault)
        finally:
            renewal.cancel()
            self.place.desks.pop(desk.claim.case_id, None)

    async def _claim(self) -> Claim | None:
        settings = self.place.settings
        return await asyncio.to_thread(self.place.store.claim, self.name, self.place.clock(), settings.lease)

    async def _after(self, claim: Claim, fault: VouchError) -> None:
        """What may pass is tried again by whoever claims the case next; the rest fails and waits for a person."""
        LOG.warning("case %s: %s", claim.case_id, fault.code)
        if fault.code == ClaimLost.code:
            return
        if fault.code == "unavailable" and claim.tries < self.place.settings.max_attempts:
            await self._give_back(claim, fault.code)
            return
        with contextlib.suppress(ClaimLost):
            await asyncio.to_thread(self.place.store.fail, claim, fault.code, self.place.clock())

    async def _give_back(self, claim: Claim, code: str) -> None:
        with contextlib.suppress(ClaimLost):
            await asyncio.to_thread(self.place.store.release, claim, self.place.clock(), code)

    async def _renew(self, claim: Claim) -> None:
        """Keeps the case while it is worked on. A lost claim is noticed when the case is concluded."""
        lease = self.place.settings.lease
        with contextlib.suppress(ClaimLost):
            while True:
                await asyncio.sleep(lease.total_seconds() / 3)
                await asyncio.to_thread(self.place.store.renew, claim, self.place.clock(), lease)

    async def _tidy(self) -> None:
        """The janitor: puts back cases whose worker is gone, and fails those that keep losing theirs."""
        while True:
            moved = await asyncio.to_thread(
                self.place.store.release_stale, self.place.clock(), self.place.settings.max_attempts
            )
            for case_id, status in moved:
                LOG.warning("case %s lost its worker and is %s", case_id, status.value)
            await asyncio.sleep(JANITOR_SECONDS)


async def run_worker(settings: Settings, *, until_idle: bool = False) -> int:
    """Opens a workplace and works in it; SIGTERM and SIGINT end it after the case in hand is given back."""
    async with workplace(settings) as place:
        worker = Worker(place)
        loop = asyncio.get_running_loop()
        work = asyncio.create_task(worker.run(until_idle=until_idle))

        def stop() -> None:
            worker.stopping.set()
            work.cancel()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        await place.readers.start()
        try:
            return await work
        except asyncio.CancelledError:
            return 0
