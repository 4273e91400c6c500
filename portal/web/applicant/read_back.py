"""What was read of each paper, for the applicant to confirm or to correct. A correction is a statement of theirs:
it goes along with the application and never takes the place of what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import IllegalMove, NotFound
from cases.model import UNKNOWN, Dispute, Document
from cases.store.intakes import Intake, IntakeFile
from decision.words import field_title, kind_title
from portal.web.applicant.application import disputes_of
from portal.web.applicant.paper import file_of, reading_of
from portal.web.applicant.typed_form import Typed
from portal.web.form_token import from_our_pages
from portal.web.pages import page
from portal.web.sessions import applicant
from portal.web.site import Site, site

router = APIRouter(dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Mine = Annotated[Intake, Depends(applicant)]
FIXED = "The application has been submitted; if a paper was read wrongly, please write to us."
NOT_SHOWN = frozenset({"mrz"})
"""Fields that only machines read."""
LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One field as it was read, and what the applicant says instead."""

    name: str
    title: str
    value: str
    said: str
    """Empty where they say nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    file: IntakeFile
    number: int
    """Of the document within its file, from 0."""
    title: str
    first: tuple[Shown, ...]
    """What the decision rests on most."""
    rest: tuple[Shown, ...]
    confirmed: bool


@router.get("/apply/read")
def show(request: Request, here: Here, mine: Mine) -> Response:
    waiting = [file.name for file in mine.files if reading_of(here, file) is None]
    return page(request, "apply_read", papers=_papers(here, mine), waiting=waiting, fixed=mine.case_id is not None)


@router.post("/apply/read/{number}/{document}")
def keep(here: Here, mine: Mine, number: int, document: int, typed: Typed) -> Response:
    """Keeps what the applicant says otherwise; what they leave as it was read is confirmed."""
    if mine.case_id:
        raise IllegalMove(FIXED)
    reading = reading_of(here, file_of(mine, number))
    if reading is None or not 0 <= document < len(reading.documents):
        raise NotFound("There is no such paper.")
    paper = reading.documents[document]
    others = [one for one in disputes_of(mine.form) if one.document != paper.id]
    said = [*others, *_disputes(paper, typed)]
    here.store.intakes.save(mine.id, "disputes", [_plain(one) for one in said], here.now)
    confirmed = sorted({*mine.form.get("confirmed", ()), paper.id})
    here.store.intakes.save(mine.id, "confirmed", confirmed, here.now)
    return RedirectResponse(f"/apply/read#paper-{number}-{document}", status_code=303)


def _papers(here: Site, mine: Intake) -> list[ReadPaper]:
    found: list[ReadPaper] = []
    requirements = here.book.policy(mine.form["begin"]["product"]).requirements
    said = {(one.document, one.field): one.said for one in disputes_of(mine.form)}
    for file in mine.files:
        reading = reading_of(here, file)
        for number, document in enumerate(reading.documents if reading else ()):
            if document.kind == UNKNOWN:
                continue
            must = {
                name
                for requirement in requirements
                for names in requirement.fields.get(document.kind, ())
                for name in names.split("|")
            }
            shown = [_shown(document, name, said) for name in document.fields if name not in NOT_SHOWN]
            found.append(
                ReadPaper(
                    file=file,
                    number=number,
                    title=kind_title(document.kind),
                    first=tuple(one for one in shown if one.name in must),
                    rest=tuple(one for one in shown if one.name not in must),
                    confirmed=document.id in mine.form.get("confirmed", ()),
                )
            )
    return found


def _shown(document: Document, name: str, said: Mapping[tuple[str, str], str]) -> Shown:
    value = document.fields[name].value
    return Shown(name=name, title=field_title(name), value=value, said=said.get((document.id, name), ""))


def _disputes(document: Document, typed: Mapping[str, str]) -> list[Dispute]:
    return [
        Dispute(document=document.id, field=name, said=typed[name][:LONGEST], read=field.value)
        for name, field in document.fields.items()
        if typed.get(name) and " ".join(typed[name].split()) != " ".join(field.value.split())
    ]


def _plain(dispute: Dispute) -> dict[str, Any]:
    return {"document": dispute.document, "field": dispute.field, "said": dispute.said, "read": dispute.read}
