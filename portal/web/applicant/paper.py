"""A paper that an applicant sent, as pages show it: what it was read as, what the coach says, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cases.codec import from_json
from cases.errors import NotFound
from cases.model import FileReading
from cases.store.intakes import Intake, IntakeFile
from decision.checklist import Item, checklist
from portal.web.applicant.advice import Advice
from portal.web.applicant.application import application_of
from portal.web.applicant.coach import FAILED, READ, STATE, advice_of, state_of
from portal.web.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One advice in the reader's words."""

    number: int
    """Among the advice on its file, from 0."""
    sentence: str
    advice: Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    number: int
    name: str
    size: int
    kinds: tuple[str, ...]
    """Of the documents in it; empty until it is read."""
    reading: bool
    """Whether it is still being read."""
    failed: bool
    told: tuple[Told, ...]
    sent_anyway: bool
    fixed: bool
    """Whether the case has it, so that it stays."""

    @property
    def grave(self) -> bool:
        return any(one.advice.grave for one in self.told)


def paper_of(file: IntakeFile, fixed: bool, say: Callable[..., str], language: str) -> Paper:
    state = state_of(file)
    told = tuple(
        Told(number=number, sentence=one.said(say, language), advice=one) for number, one in enumerate(advice_of(file))
    )
    return Paper(
        number=file.number,
        name=file.name,
        size=file.size,
        kinds=tuple(kind for one in file.advice if one["stage"] == STATE for kind in one.get("kinds", ())),
        reading=not state,
        failed=state == FAILED,
        told=told,
        sent_anyway=file.sent_anyway,
        fixed=fixed,
    )


def reading_of(site: Site, file: IntakeFile) -> FileReading | None:
    """What was read of a file; None while it is not."""
    for one in file.advice:
        if one["stage"] == STATE and one["code"] == READ:
            return from_json(FileReading, site.blobs.get(one["reading"]))
    return None


def readings_of(site: Site, intake: Intake) -> list[FileReading]:
    return [reading for file in intake.files if (reading := reading_of(site, file)) is not None]


def papers_of(site: Site, intake: Intake, say: Callable[..., str], language: str) -> list[Paper]:
    """The last one first."""
    case = site.store.get(intake.case_id) if intake.case_id else None
    had = {one.sha256 for one in case.files} if case else set()
    return [paper_of(file, file.sha256 in had, say, language) for file in reversed(intake.files)]


def list_of(site: Site, intake: Intake) -> Sequence[Item]:
    """The papers that are asked for, ticked as far as they were read."""
    today = site.now.date()
    application = application_of(intake.form, today, draft=True)
    return checklist(application, readings_of(site, intake), site.book, today)


def file_of(intake: Intake, number: int) -> IntakeFile:
    """Raises NotFound."""
    found = next((file for file in intake.files if file.number == number), None)
    if found is None:
        raise NotFound("There is no such paper.")
    return found
