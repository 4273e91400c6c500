"""Renders pages from `templates/pages`; a page that asks for something it was not given is an error."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from portal.web import words
from portal.web.form_token import FIELD, form_token, remember_visit
from portal.web.rooms import rooms_of
from portal.web.sessions import staff_or_none
from portal.web.site import site


def page(request: Request, name: str, *, status: int = 200, language: str = "", **facts: Any) -> HTMLResponse:
    """The page `name` (without its ending) with these facts, in the reader's language unless one is given."""
    spoken = language or words.language_of(request)
    seen = {
        "request_path": request.url.path,
        "language": spoken,
        "languages": words.LANGUAGES,
        "staff": staff_or_none(request),
        "lender": site(request).settings.lender,
        "form_token": form_token(request),
        "token_field": lambda: _token_field(form_token(request)),
        "rooms_of": rooms_of,
        **facts,
    }
    made = HTMLResponse(_environment(spoken).get_template(f"{name}.html.j2").render(seen), status_code=status)
    remember_visit(request, made)
    asked = request.query_params.get("language", "")
    if asked in words.LANGUAGES:
        secure = site(request).settings.https
        made.set_cookie(words.COOKIE, asked, path="/", secure=secure, samesite="lax", httponly=True, max_age=31536000)
    return made


def _token_field(token: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token)


@cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(words.FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["_"] = words.speaker(language)
    made.globals["speaks"] = partial(words.speaks, language=language)
    for name in ("money", "number", "percent", "day", "month", "moment"):
        made.filters[name] = partial(getattr(words, name), language=language)
    return made
