"""What a browser sent, as plain text: nothing is trusted, cut to a length that can be kept, and never lost."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from portal.web.applicant.question import LONGEST
from portal.web.form_token import FIELD

MOST_FIELDS = 200


async def typed_form(request: Request) -> Mapping[str, str]:
    """A dependency: the text fields of the form that was sent, in one line each or several."""
    form = await request.form(max_fields=MOST_FIELDS)
    return {name: clean(value) for name, value in form.items() if isinstance(value, str) and name != FIELD}


Typed = Annotated[Mapping[str, str], Depends(typed_form)]


def blank_else(typed: Mapping[str, str]) -> Mapping[str, str]:
    """For pages, which are strict: what was not typed is an empty text."""
    return defaultdict(str, typed)


def clean(text: str) -> str:
    """Without control characters, with one sort of line ends."""
    lines = text.replace("\r\n", "\n")[:LONGEST]
    return "".join(one for one in lines if one == "\n" or unicodedata.category(one) not in {"Cc", "Cs"}).strip()
