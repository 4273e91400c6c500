"""What every page of the site works with; opened when the site starts, closed when it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from fastapi import Request

from cases.blobs import Blobs
from cases.settings import Settings
from cases.store import Store
from decision import Book
from flows.current_book import CurrentBook
from flows.readers import Readers
from portal.web.applicant.coach import Coach
from portal.web.brakes import Brakes


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(slots=True)
class Site:
    settings: Settings
    store: Store
    blobs: Blobs
    current: CurrentBook
    readers: Readers
    """The portal's own, so that an applicant need not wait for the cases that the worker reads."""
    glances: Readers
    """For quick looks and pictures of pages, so that nobody waits for a page that is being read."""
    coach: Coach
    """Reads in the background what applicants send."""
    brakes: Brakes
    clock: Callable[[], dt.datetime] = utc_now

    @property
    def book(self) -> Book:
        """The policies and scorecards in force now."""
        return self.current.now()

    @property
    def now(self) -> dt.datetime:
        return self.clock()


def site(request: Request) -> Site:
    """The site that a request came to."""
    return cast(Site, request.app.state.site)
