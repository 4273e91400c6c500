"""The policies in force, as credit officers, seniors and auditors read them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from portal.web.pages import page
from portal.web.roles import READS_POLICIES, Role
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

router = APIRouter(prefix="/office/policies")
Here = Annotated[Site, Depends(site)]
Reader = Annotated[Staff, Depends(needs(*READS_POLICIES))]


@router.get("")
def everything(request: Request, here: Here, who: Reader) -> Response:
    book = here.book
    return page(
        request,
        "office_policies",
        policies=list(book.policies.values()),
        cards=list(book.scorecards.items()),
        drafts=here.store.policies.drafts(),
        published=here.store.policies.published(),
        may_write=who.may(Role.CREDIT_OFFICER),
    )


@router.get("/{product}")
def one(request: Request, here: Here, who: Reader, product: str) -> Response:
    """Raises BadInput for a product that the book does not have."""
    policy = here.book.policy(product)
    return page(
        request,
        "office_policy",
        policy=policy,
        today=here.now.date(),
        may_write=who.may(Role.CREDIT_OFFICER),
    )
