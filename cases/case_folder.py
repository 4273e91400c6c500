"""A case as a folder: `application.toml` and, beside it, `documents/` with the files as they were sent."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cases.application_file import load_application
from cases.errors import BadInput, NotFound
from cases.model import Application

MOST_FILES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    path: Path
    application: Application
    files: tuple[Path, ...]
    """Of `documents/`, by name."""


def open_case_folder(path: Path | str) -> CaseFolder:
    """Reads the application and lists the documents; their contents are not looked at.

    Raises BadInput (NotFound when the folder does not exist) in one sentence that says what to put right.
    """
    folder = Path(path)
    if not folder.exists():
        raise NotFound(f"There is no folder {folder}.")
    if not folder.is_dir():
        raise BadInput(f"{folder} is a file; give the case folder that holds application.toml and documents/.")
    return CaseFolder(
        path=folder,
        application=load_application(folder / "application.toml"),
        files=_documents(folder / "documents"),
    )


def _documents(folder: Path) -> tuple[Path, ...]:
    if not folder.is_dir():
        raise BadInput(f"{folder.parent} has no folder documents/; put the applicant's files there.")
    if not _leads_into(folder, folder.parent):
        raise BadInput(f"{folder} is a link that leaves the case folder; put the files themselves there.")
    files: list[Path] = []
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.startswith("."):
            continue
        if any(unicodedata.category(character) in {"Cc", "Cs"} for character in path.name):
            raise BadInput(f"documents/ holds a file named {path.name!a}, which is no plain text; rename it.")
        if not _leads_into(path, folder):
            raise BadInput(f"documents/{path.name} is a link that leaves the folder; put the file itself there.")
        if path.is_dir():
            raise BadInput(f"documents/{path.name} is a folder; put its files directly into documents/.")
        if not path.is_file():
            raise BadInput(f"documents/{path.name} is not a file that can be read; remove it.")
        files.append(path)
    if not files:
        raise BadInput(f"{folder} holds no files; put the applicant's documents there.")
    if len(files) > MOST_FILES:
        raise BadInput(f"{folder} holds {len(files)} files; a case may have {MOST_FILES}: leave out or join some.")
    return tuple(files)


def _leads_into(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, ends in the folder; a link that goes in a circle ends nowhere."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
