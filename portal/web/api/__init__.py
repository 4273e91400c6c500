"""The API: what the portal does for applicants, as JSON for the programs of brokers and banks."""

from __future__ import annotations

from portal.web.api import cases, description, outcome

ROUTERS = (cases.router, outcome.router, description.router)
