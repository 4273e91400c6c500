"""Corrections of readings: kept beside them, and the case is assessed anew at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from cases.errors import BadInput, IllegalMove
from cases.model import Correction, Document, Origin
from decision.typed_field import canonical
from portal.web.form_token import from_our_pages
from portal.web.workbench.answer_form import Typed
from portal.web.workbench.case_page import case_page
from portal.web.workbench.entry import Here, Settler, hold
from portal.web.workbench.open_case import OpenCase, open_case
from portal.web.workbench.papers import kind_fields

router = APIRouter(dependencies=[Depends(from_our_pages)])


@router.post("/desk/cases/{case_id}/corrections")
def correct(
    request: Request,
    here: Here,
    who: Settler,
    case_id: str,
    field: Annotated[str, Form(max_length=100)],
    value: Annotated[str, Form(max_length=1000)],
) -> Response:
    """`field` is `<document's id>.<field's name>`."""
    case = open_case(here, case_id)
    if not case.is_referred or case.proposal is not None:
        raise IllegalMove("A reading is corrected while the case waits for an answer.")
    hold(here, who, case_id)
    typed = Typed(kind="correction", texts={"value": value, "field": field})
    try:
        correction = _correction(case, field, value)
    except BadInput as fault:
        wrong = {"value": str(fault)}
        return case_page(request, here, who, case, typed=typed, wrong=wrong, chosen_field=field, status=422)
    here.store.workbench.correct(case_id, correction, here.now, who.id)
    _, _, name = field.partition(".")
    return RedirectResponse(f"/desk/cases/{case_id}#f-{correction.document}-{name}", status_code=303)


def _correction(case: OpenCase, field: str, value: str) -> Correction:
    """Raises BadInput with a sentence for the form."""
    id_, _, name = field.partition(".")
    document = next((one for one in _documents(case) if one.id == id_), None)
    if document is None or not (name in document.fields or name in kind_fields(document.kind)):
        raise BadInput("Choose a field of one of the documents.")
    typed = canonical(name, value)
    found = document.fields.get(name)
    if found is not None and found.value == typed:
        raise BadInput("This is what stands there already.")
    return Correction(document=id_, field=name, value=typed, read=_as_read(document, name))


def _as_read(document: Document, name: str) -> str:
    """What the machine had read, also of a field that was corrected before."""
    found = document.fields.get(name)
    if found is None:
        return ""
    if found.origin is Origin.TYPED:
        return found.alternatives[0] if found.alternatives else ""
    return found.value


def _documents(case: OpenCase) -> tuple[Document, ...]:
    if case.assessment is None:
        return ()
    return tuple(document for reading in case.assessment.readings for document in reading.documents)
