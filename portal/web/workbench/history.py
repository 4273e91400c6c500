"""What has happened to a case, each event as a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cases.store.records import Event

SENTENCES = {
    "received": "The application was received.",
    "claimed": "A worker took the case.",
    "released": "The case went back to the queue.",
    "concluded": "The case was decided: {to}.",
    "failed": "The work failed ({code}).",
    "files_added": "More documents were sent.",
    "answered": "An underwriter answered: {outcome}.",
    "moved": "The case became {to}.",
    "corrected": "A reading was corrected.",
    "noted": "A note was written.",
    "labelled": "A check was judged.",
    "proposed": "An answer was proposed for a second signature.",
    "seconded": "The proposed answer was signed.",
    "refused": "The proposed answer was refused.",
    "handed_over": "The case was handed to {to_account}.",
}
OTHER = "Something else happened."
_CODES = frozenset({"to", "outcome"})
"""Parts of an event that are words of ours, to be said in the reader's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    at: dt.datetime
    actor: str
    sentence: str
    codes: dict[str, str]
    """Parts to say in the reader's language."""
    names: dict[str, str]
    """Parts to show as they are."""

    def parts(self, say: Callable[[str], str]) -> dict[str, str]:
        """What stands in the sentence's braces, in the reader's language."""
        return {**{name: say(code) for name, code in self.codes.items()}, **self.names}


def history(events: Iterable[Event]) -> tuple[Happening, ...]:
    """The latest first."""
    return tuple(_told(event) for event in reversed(tuple(events)))


def _told(event: Event) -> Happening:
    sentence = SENTENCES.get(event.kind, OTHER)
    parts = {name: str(value) for name, value in event.payload.items() if f"{{{name}}}" in sentence}
    return Happening(
        at=event.at,
        actor=event.actor,
        sentence=sentence,
        codes={name: value.replace("_", " ") for name, value in parts.items() if name in _CODES},
        names={name: value for name, value in parts.items() if name not in _CODES},
    )
