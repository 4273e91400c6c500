"""What the coach says of a file: kept as plain JSON with the file, said in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cases.model import Box, Problem, Severity
from decision.coaching import Remark
from decision.words import field_title, kind_title
from ocr.quality import ADVICE as QUALITY
from portal.web.words import day_of

GLANCE, READING = "glance", "reading"
"""The stages: a quick look at once, and the reading that follows and has the last word."""
SENTENCES: Mapping[str, str] = {
    **QUALITY,
    "wrong_kind": "This looks like a {kind}, which is not on your list; send it anyway if you think that it helps.",
    "unknown_kind": "We could not tell what kind of paper this is; check that it is the right one and all of it.",
    "wrong_side": "This seems to be the other side of the {kind}; please send the side with the name and picture, too.",
    "unread": "On this {kind} we could not read: {fields}. A sharper picture of the whole page helps.",
    "expired": "This {kind} was valid until {until}; please send one that is valid today.",
    "too_old": "This {kind} is as of {date}; we need one that is not older than {months} months.",
    "other_months": "This {kind} does not cover the months that we ask for: {first} to {last}.",
    "other_person": "This {kind} is of {name}, who is not among the people that you named.",
    "several": "This file holds {number} documents; that is fine, we part them.",
    "timed_out": "Page {page} took too long to read; please send it again or in another format.",
    "page_failed": "Page {page} could not be read; please send it again or in another format.",
    "reader_died": "Page {page} cannot be read safely; please send it in another format.",
}
SIDES = ("left", "top", "right", "bottom")
MILD = frozenset({"several"})
"""Worth knowing and no trouble."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    code: str
    stage: str
    page: int = 1
    severity: Severity = Severity.MEDIUM
    box: Box | None = None
    """Of the trouble, on the page as sent."""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def grave(self) -> bool:
        """Whether the paper will probably have to be sent again."""
        return self.severity in {Severity.HIGH, Severity.MEDIUM}

    @property
    def kept(self) -> dict[str, Any]:
        box = [self.box.left, self.box.top, self.box.right, self.box.bottom] if self.box else None
        return {
            "code": self.code,
            "stage": self.stage,
            "page": self.page,
            "severity": self.severity.value,
            "box": box,
            "facts": dict(self.facts),
        }

    def said(self, say: Callable[..., str], language: str) -> str:
        """The sentence in the language that `say` speaks."""
        facts = {name: _fact(name, value, say, language) for name, value in self.facts.items()}
        return say(SENTENCES[self.code], **{"page": self.page, **facts})


def from_kept(kept: Mapping[str, Any]) -> Advice:
    box = Box(*kept["box"]) if kept["box"] else None
    return Advice(
        code=kept["code"],
        stage=kept["stage"],
        page=kept["page"],
        severity=Severity(kept["severity"]),
        box=box,
        facts=kept["facts"],
    )


def of_problems(problems: Iterable[Problem], stage: str) -> list[Advice]:
    """Of each trouble the first page that has it; what hardly matters is not told."""
    found: dict[tuple[str, int], Advice] = {}
    for problem in problems:
        if problem.code not in SENTENCES or problem.severity is Severity.INFO:
            continue
        facts = {"side": side} if (side := _side(problem)) else {}
        advice = Advice(
            code=problem.code,
            stage=stage,
            page=problem.page or 1,
            severity=problem.severity,
            box=problem.box,
            facts=facts,
        )
        found.setdefault((advice.code, advice.page), advice)
    return list(found.values())


def of_remarks(remarks: Sequence[Remark]) -> list[Advice]:
    return [
        Advice(
            code=one.code,
            stage=READING,
            page=one.page,
            severity=Severity.INFO if one.code in MILD else Severity.MEDIUM,
            box=one.place.box if one.place else None,
            facts=one.facts,
        )
        for one in remarks
    ]


def _side(problem: Problem) -> str:
    found = re.search(r"cut off on the (\w+)", problem.advice)
    return found.group(1) if found and found.group(1) in SIDES else ""


def _fact(name: str, value: str, say: Callable[..., str], language: str) -> str:
    if name in {"until", "date", "first", "last"}:
        return day_of(value, language)
    if name == "kind":
        return say(kind_title(value))
    if name == "fields":
        return say(", ").join(say(field_title(one)) for one in value.split(","))
    return say(value) if name == "side" else value
