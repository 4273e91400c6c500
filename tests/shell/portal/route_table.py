"""Every route of the site with whom it is for, as its own dependencies say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from portal.web import sessions
from portal.web.form_token import SAFE, from_our_pages
from portal.web.roles import Role

STREAMS = ("events", "stream", "live")
"""The last part of paths whose answers do not end by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteEntry:
    method: str
    path: str
    roles: tuple[frozenset[Role], ...]
    """Each `needs(…)` on the way; all of them must let somebody in."""
    applicant: bool
    client: bool
    """Asks for the key of a client of the API."""
    guarded: bool
    """Takes forms from our own pages only."""

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def example(self) -> str:
        """The path with something in each place."""
        return re.sub(r"\{[^}]+\}", "1", self.path)

    @property
    def streams(self) -> bool:
        return self.path.rsplit("/", 1)[-1] in STREAMS

    @property
    def who(self) -> str:
        """In one word, as the table writes it."""
        if self.roles:
            allowed = frozenset(Role).intersection(*self.roles)
            return "everyone who works here" if allowed == frozenset(Role) else ", ".join(sorted(allowed))
        return "applicant" if self.applicant else "client" if self.client else "anybody"


def routes(app: FastAPI) -> tuple[RouteEntry, ...]:
    """One entry for each method of each route; what is mounted (static files) has none."""
    found = []
    for context in iter_route_contexts(app.routes):
        if not isinstance(context.original_route, APIRoute):
            continue
        calls = list(_calls(context.dependant))
        for method in sorted(context.methods or ()):
            found.append(
                RouteEntry(
                    method=method,
                    path=str(context.path),
                    roles=tuple(one.roles for one in calls if hasattr(one, "roles")),  # type: ignore[attr-defined]
                    applicant=sessions.applicant in calls,
                    client=any(hasattr(one, "asks_for_key") for one in calls),
                    guarded=method in SAFE or from_our_pages in calls,
                )
            )
    return tuple(found)


def _calls(dependant: Any) -> Iterator[Callable[..., Any]]:
    """Everything that is called before a route's own function, however deep it lies."""
    for one in dependant.dependencies:
        if one.call is not None:
            yield one.call
        yield from _calls(one)
