"""A case folder on its way into the store: everything is looked at before anything is kept."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
from pathlib import Path

from cases.blobs import Blobs
from cases.case_folder import CaseFolder, open_case_folder
from cases.store import Store
from cases.store.records import CaseFile
from decision import Book
from flows.readers import Readers
from flows.reading import SentFile, refuse_unopenable

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for each other on paper."""


def new_case_id() -> str:
    """`VCH-` and eight letters or digits, drawn at random."""
    return "VCH-" + "".join(secrets.choice(LETTERS) for _ in range(8))


def sent_files(folder: CaseFolder) -> tuple[SentFile, ...]:
    return tuple(SentFile(path=path, name=path.name) for path in folder.files)


async def checked_folder(path: Path, readers: Readers, book: Book) -> CaseFolder:
    """A case folder whose application is for a product we have and whose files can all be opened.

    Raises BadInput with one sentence otherwise.
    """
    folder = open_case_folder(path)
    book.policy(folder.application.request.product)
    await refuse_unopenable(readers, sent_files(folder))
    return folder


async def submit(
    path: Path, store: Store, blobs: Blobs, readers: Readers, book: Book, at: dt.datetime, *, case_id: str = ""
) -> str:
    """Puts a case folder into the store as a received case; its id. Raises BadInput before anything is written."""
    folder = await checked_folder(path, readers, book)
    files = []
    for file in folder.files:
        content = file.read_bytes()
        files.append(CaseFile(name=file.name, sha256=blobs.put(content), size=len(content)))
    chosen = case_id or new_case_id()
    await asyncio.to_thread(store.add_case, chosen, folder.application, files, at, "submit")
    return chosen
