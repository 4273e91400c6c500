"""What the law of a place adds to a letter, as data: one TOML file per jurisdiction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from cases.errors import BadInput, BrokenInstallation

FOLDER = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One jurisdiction's words and periods. Nothing here is legal advice until counsel has reviewed it."""

    title: str
    locale: str
    """For dates and money, such as en_GB."""
    reviewed_by_counsel: str
    """Who and when; empty until then, and every letter says that it is a draft."""
    incomplete_reply_days: int
    decision_days: int
    review_days: int
    human_review_days: int
    notice_title: str
    notice: str
    notice_on: tuple[str, ...]
    """The letters that carry the notice."""
    automated: str
    by_person: str
    rights: str


@cache
def profile(name: str) -> Profile:
    """The profile of a jurisdiction. Raises BadInput for one that we do not have."""
    path = FOLDER / f"{name}.toml"
    known = sorted(one.stem for one in FOLDER.glob("*.toml"))
    if name not in known:
        raise BadInput(f"There is no jurisdiction profile '{name}'; use one of {', '.join(known)}.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    wanted = {one.name for one in fields(Profile)}
    if set(table) != wanted:
        raise BrokenInstallation(f"The profile {name}.toml must hold exactly {', '.join(sorted(wanted))}.")
    table["notice_on"] = tuple(table["notice_on"])
    return Profile(**table)
