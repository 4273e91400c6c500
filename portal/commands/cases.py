"""Commands on the case store: submit, status, settle, audit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from cases.blobs import Blobs
from cases.codec import plain
from cases.errors import BadInput
from cases.model import Answer, Outcome, Reason
from cases.settings import Settings
from cases.store import Event, Store
from decision import load_book
from flows.current_book import CurrentBook
from flows.readers import Readers
from flows.second_signer import second_signature_for
from flows.submission import submit
from flows.workplace import utc_now
from portal.commands.answers import DONE, FAILED, complain, print_json, print_table


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """The case store of this installation, at its newest version."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with Store(settings.database_url) as store:
        store.migrate()
        yield store


def run_submit(folder: Path, *, as_json: bool) -> int:
    settings = Settings.from_env()

    async def put() -> str:
        with Readers(settings) as readers, opened_store(settings) as store:
            blobs = Blobs(settings.blob_dir)
            return await submit(folder, store, blobs, readers, load_book(own=settings.policies_dir), utc_now())

    case_id = asyncio.run(put())
    if as_json:
        print_json({"case": case_id, "status": "received"})
    else:
        print(f"{case_id} is received; a worker will take it (vouch status {case_id}).")
    return DONE


def run_status(case_id: str, *, as_json: bool) -> int:
    settings = Settings.from_env()
    with opened_store(settings) as store:
        if case_id:
            return _show_case(store, Blobs(settings.blob_dir), case_id, as_json=as_json)
        cases = store.cases(limit=1000)
        rows = [(one.id, one.status.value, one.attempt, f"{one.updated:%Y-%m-%d %H:%M:%S}") for one in cases]
        if as_json:
            names = ("case", "status", "attempt", "updated")
            print_json({"cases": [dict(zip(names, row, strict=True)) for row in rows]})
        else:
            print_table("Cases", ("case", "status", "attempt", "updated (UTC)"), rows)
    return DONE


def _show_case(store: Store, blobs: Blobs, case_id: str, *, as_json: bool) -> int:
    record = store.get(case_id)
    events = store.events(case_id)
    letters = [
        {"name": one.name, **{form: str(blobs.path(sha256)) for form, sha256 in one.blobs.items()}}
        for one in store.letters(case_id)
    ]
    if as_json:
        told = [{"number": one.number, "at": one.at.isoformat(), **_plain(one)} for one in events]
        print_json({"case": record.id, "status": record.status.value, "events": told, "letters": letters})
        return DONE
    rows = [(one.number, f"{one.at:%Y-%m-%d %H:%M:%S}", one.kind, one.actor, _told(one)) for one in events]
    print_table(
        f"{record.id}: {record.status.value}", ("no.", "at (UTC)", "event", "by", "what"), rows, wrapped=("what",)
    )
    for letter in letters:
        print(f"Letter {letter['name']}: {letter.get('pdf', '')}")
    return DONE


def _plain(event: Event) -> dict[str, Any]:
    return {"kind": event.kind, "actor": event.actor, "payload": plain(event.payload)}


def _told(event: Event) -> str:
    """An event in a few words: where the case went, and the codes and counts that came with it; hashes are left out."""
    payload = dict(event.payload)
    files = payload.pop("files", None)
    moved = " → ".join(str(payload.pop(end)) for end in ("from", "to") if end in payload)
    parts = [moved] if moved else []
    parts += [f"{len(files)} files"] if isinstance(files, list) else []
    parts += [f"{name} {value}" for name, value in payload.items() if not name.endswith("_sha256")]
    return ", ".join(parts)


def run_settle(
    case_id: str,
    outcome: str,
    by: str,
    reasons: Sequence[str],
    note: str,
    amount: str,
    term: int,
    *,
    as_json: bool,
) -> int:
    answer = _answer(outcome, by, reasons, note, amount, term)
    settings = Settings.from_env()
    with opened_store(settings) as store:
        book = CurrentBook(settings.policies_dir).now()
        why = second_signature_for(store, case_id, answer, book, utc_now().date())
        if why:
            store.workbench.propose(case_id, answer, why, utc_now(), by)
        else:
            store.record_answer(case_id, answer, utc_now(), by)
    if as_json:
        print_json({"case": case_id, "status": "proposed" if why else "answered"})
    elif why:
        print(f"{case_id} waits for the second signature of a senior, in the workbench ({why}).")
    else:
        print(f"{case_id} is answered; a worker will settle it and write the letter.")
    return DONE


def _answer(outcome: str, by: str, reasons: Sequence[str], note: str, amount: str, term: int) -> Answer:
    try:
        chosen = Outcome(outcome)
    except ValueError:
        raise BadInput(f"--outcome is approve, counter_offer, refer_incomplete or decline, not '{outcome}'.") from None
    try:
        principal = Decimal(amount) if amount else None
    except InvalidOperation:
        raise BadInput(f"--amount takes a number such as 45000.00, not '{amount}'.") from None
    given = tuple(
        Reason(id=f"UNDERWRITER_{number}", text=text, source="underwriter") for number, text in enumerate(reasons, 1)
    )
    try:
        return Answer(
            outcome=chosen, reviewer=by, reasons=given, note=note, principal=principal, term_months=term or None
        )
    except ValueError as fault:
        raise BadInput(f"This answer cannot be recorded: {fault}.") from None


def run_audit(*, as_json: bool) -> int:
    with opened_store(Settings.from_env()) as store:
        report = store.verify_chain()
    if as_json:
        print_json(plain(report))
    elif report.ok:
        print(f"The chain of {report.events} events is whole; its head is {report.head}.")
    else:
        complain([report.detail])
    return DONE if report.ok else FAILED
