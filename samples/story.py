"""What a sample case is made of: its words, its application, the papers to draw, and what should come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Finish(StrEnum):
    """How a paper reaches us."""

    DIGITAL = "digital"
    SCAN = "scan"
    PHOTO = "photo"
    TURNED_PHOTO = "turned_photo"
    """A photo that lies on its side and says so in its EXIF data."""
    THUMB_PHOTO = "thumb_photo"
    """A thumb covers a corner."""
    BLURRED_PHOTO = "blurred_photo"
    """Too blurred to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file of the case."""

    name: str
    """Without ending."""
    kind: str
    layout: str
    truth: Mapping[str, Any]
    """What it states, by the field names of its kind."""
    finish: Finish = Finish.DIGITAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    title: str
    words: str
    """Who asks for what, what is wrong, what should happen and why."""
    application: Mapping[str, Any]
    """The tables of application.toml."""
    papers: tuple[Paper, ...]
    outcome: str
    reasons: tuple[str, ...] = ()
    """The ids of the reasons that the decision must give."""
    seed: int = field(default=1)
