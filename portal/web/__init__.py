"""The web's doors: the applicant's portal and the underwriters' workbench, served by one process."""

from __future__ import annotations

from portal.web.app import create_app

__all__ = ["create_app"]
