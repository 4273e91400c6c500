"""Who may look at cases, who may act on them, and what each handler is given."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

from portal.web.roles import READS_CASES, SETTLES_CASES, Role
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

Here = Annotated[Site, Depends(site)]
Reader = Annotated[Staff, Depends(needs(*READS_CASES))]
Settler = Annotated[Staff, Depends(needs(*SETTLES_CASES))]
Senior = Annotated[Staff, Depends(needs(Role.SENIOR))]


async def form_of(request: Request) -> FormData:
    """All that a form sent, for handlers whose forms differ."""
    return await request.form()


Typing = Annotated[FormData, Depends(form_of)]

LEASE = dt.timedelta(minutes=30)
"""For how long a case is somebody's after their last action on it."""
LONG_LEASE = dt.timedelta(days=3)
"""For how long a case waits for the senior that it was referred to."""


def hold(here: Site, who: Staff, case_id: str) -> None:
    """Makes the case this person's for another half hour. Raises IllegalMove while somebody else has it."""
    here.store.workbench.take(case_id, who.id, here.now, here.now + LEASE)
