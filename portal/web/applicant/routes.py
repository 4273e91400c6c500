"""All pages of the applicant's side."""

from __future__ import annotations

from fastapi import APIRouter

from portal.web.applicant import (
    begin,
    form_pages,
    help_pages,
    letter,
    offer,
    paper_pages,
    papers,
    read_back,
    resume,
    status,
    submit,
    uploads,
)

ROUTERS: tuple[APIRouter, ...] = (
    begin.router,
    papers.router,
    paper_pages.router,
    uploads.router,
    read_back.router,
    resume.router,
    submit.router,
    status.router,
    letter.router,
    offer.router,
    help_pages.router,
    form_pages.router,
)
"""The steps of the form come last: their address takes any word."""
