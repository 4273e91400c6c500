"""The underwriters' side: the queue, the case page, and everything that they do with a case."""

from __future__ import annotations

from fastapi import APIRouter

from portal.web.workbench import answers, case_page, corrections, files, queue, remarks, signatures

router = APIRouter()
for room in (queue, case_page, files, corrections, answers, signatures, remarks):
    router.include_router(room.router)

__all__ = ["router"]
