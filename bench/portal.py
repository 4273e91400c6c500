"""How quick the portal's pages are with many cases in the store: `python -m bench.portal [--cases 10000]`.

Part "pages": the store holds that many cases with heads, marks, files and events, and every tenth one decided from the
recorded readings of a sample; one underwriter asks for pages over real HTTP, one after the other.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from sqlalchemy import insert, select

from bench.results import publish
from cases.lifecycle import Status
from cases.model import Application
from cases.store import heads
from cases.store.database import Database
from cases.store.schema import CASE_FILES, CASES, DECISIONS, EVENTS
from tests.shell.portal.workbench.referred import LOW_DEPOSITS, OTHER_HOLDER, Office, Person, office, served

COLUMNS = ("page", "requests", "median ms", "p95 ms", "longest ms", "CPU ms", "kB")
DECIDED_EVERY = 10
STATUSES = (Status.REFERRED, Status.APPROVED, Status.DECLINED, Status.INCOMPLETE, Status.COUNTER_OFFERED)
REQUESTS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, office(Path(folder) / "data") as opened:
        for name, sample in (("SEED-1", OTHER_HOLDER), ("SEED-2", LOW_DEPOSITS)):
            opened.refer(name, sample)
        fill(opened, given.cases)
        with served(opened.workplace.settings) as address:
            time.sleep(20)  # The reader process loads its models when the site starts; that is not what is measured.
            rows = measure(Person(opened.store, address, "ula"), given.cases)
    data = (
        f"{given.cases:,} cases in an SQLite file, {given.cases // DECIDED_EVERY:,} of them decided (synthetic samples)"
    )
    publish("portal", data, COLUMNS, rows, part="pages", load=round(os.getloadavg()[0], 1))


def fill(opened: Office, number: int) -> None:
    """Copies of the two decided cases under other names and numbers, put into the tables at once."""
    database = Database(opened.workplace.settings.database_url)
    with database.write() as connection:
        seeds = [opened.store.get(name) for name in ("SEED-1", "SEED-2")]
        decided = {row.case_id: dict(row._mapping) for row in connection.execute(select(DECISIONS))}
        events = {row.case_id: dict(row._mapping) for row in connection.execute(select(EVENTS))}
        last = max(row["number"] for row in events.values()) + 1000
        applications = {row.id: row.application for row in connection.execute(select(CASES.c.id, CASES.c.application))}
        for one in range(number):
            seed, case_id = seeds[one % 2], f"VCH-{one:08d}"
            at = seed.created + dt.timedelta(seconds=one)
            status = STATUSES[one // DECIDED_EVERY % len(STATUSES)] if one % DECIDED_EVERY else Status.REFERRED
            connection.execute(
                insert(CASES).values(
                    id=case_id,
                    status=status,
                    application=applications[seed.id],
                    attempt=1,
                    tries=0,
                    created=at,
                    updated=at,
                )
            )
            heads.add(connection, case_id, renamed(seed.application, one), at)
            for place, file in enumerate(seed.files, 1):
                sha = file.sha256 if one % 500 == 0 else f"{one:08d}{place:02d}" + file.sha256[10:]
                row = {
                    "case_id": case_id,
                    "number": place,
                    "name": file.name,
                    "sha256": sha,
                    "size": file.size,
                    "at": at,
                }
                connection.execute(insert(CASE_FILES).values(**row))
            connection.execute(insert(EVENTS).values(**{**events[seed.id], "number": last + one, "case_id": case_id}))
            if one % DECIDED_EVERY == 0:
                connection.execute(insert(DECISIONS).values(**{**decided[seed.id], "case_id": case_id}))
    database.close()


def renamed(application: Application, number: int) -> Application:
    """Numbers of its own, but for one case in twenty, which shares them with others."""
    own = number if number % 20 else number % 400
    return dataclasses.replace(
        application,
        business=dataclasses.replace(
            application.business, legal_name=f"Business {number} Ltd", registration_number=f"{10_000_000 + own}"
        ),
        stated=dataclasses.replace(application.stated, bank_accounts=(f"GB00TEST{90_000_000 + own}",)),
        people=tuple(dataclasses.replace(one, document_number=f"{500_000_000 + own}") for one in application.people),
    )


def measure(ula: Person, number: int) -> list[tuple[object, ...]]:
    decided = [f"VCH-{one:08d}" for one in range(0, number, DECIDED_EVERY)]
    token = ula.token()

    def search(one: int) -> httpx.Response:
        return ula.post("/desk", {"status": "all", "text": f"business {one * 7}"}, token=token)

    def following(one: int) -> httpx.Response:
        return ula.http.post("/desk/next", data={"form_token": token})

    pages: dict[str, Callable[[int], httpx.Response]] = {
        "/desk": lambda _: ula.get("/desk"),
        "/desk, all, a late page": lambda one: ula.get("/desk", status="all", number=str(number // 50 - one)),
        "/desk, search by name": search,
        "/desk/next": following,
        "case page": lambda one: ula.get(f"/desk/cases/{decided[one * 13 % len(decided)]}"),
        "live offer": lambda one: ula.offer(decided[one], str(30000 + 500 * one), "36"),
    }
    return [timed(name, ask) for name, ask in pages.items()]


def timed(name: str, ask: Callable[[int], httpx.Response]) -> tuple[object, ...]:
    """Besides the time on the clock, the processor's time of a request, which a busy machine does not change."""
    took, size, worked = [], 0, 0.0
    for one in range(REQUESTS + 3):
        began, busy = time.perf_counter(), time.process_time()
        answer = ask(one)
        spent = (time.perf_counter() - began) * 1000
        if answer.status_code not in {200, 303}:
            raise SystemExit(f"{name} answered {answer.status_code}")
        if one >= 3:
            took.append(spent)
            worked += (time.process_time() - busy) * 1000
            size = max(size, len(answer.content))
    took.sort()
    p95 = took[min(len(took) - 1, round(len(took) * 0.95))]
    figures = (took[len(took) // 2], p95, took[-1], worked / len(took), size / 1000)
    return name, len(took), *(round(one, 1) for one in figures)


if __name__ == "__main__":
    main()
